// Making, reading, joining, changing and erasing boards over HTTP.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { REJECTIONS } from '../../../shared/rejections.ts';
import { startMeeting } from './meeting.ts';
import { type TestServer, refusal, startServer, textAt } from './serve.ts';

let server: TestServer;
beforeEach(async () => {
  server = await startServer();
});
afterEach(() => server.close());

const create = (body: unknown, headers = {}) => server.call('/api/boards', { body, headers });

describe('making a board', () => {
  test('answers 201 with id, code, keys and links', async () => {
    const made = await create({ title: ' Which framework? ' });
    expect(made.status).toBe(201);
    const id = textAt(made.json, 'id');
    expect(made.headers.get('location')).toBe(`/api/boards/${id}`);
    expect(textAt(made.json, 'code')).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
    for (const role of ['facilitator', 'voter', 'watcher']) {
      expect(textAt(made.json, 'links', role)).toBe(`${server.url}/b/${id}#${textAt(made.json, 'keys', role)}`);
    }
    const read = await server.call(`/api/boards/${id}`, { as: `Bearer ${textAt(made.json, 'keys', 'watcher')}` });
    expect(read.json).toMatchObject({
      revision: 1,
      snapshot: { title: 'Which framework?', question: '', language: 'en' },
    });
  });

  test('takes an id that the client chose, once', async () => {
    expect((await create({ id: 'mine', title: 'One' })).status).toBe(201);
    const again = await create({ id: 'mine', title: 'Two' });
    expect([again.status, refusal(again)]).toEqual([409, 'exists']);
  });

  test('begins with a template in the language asked for', async () => {
    const { read } = await startMeeting(server, {
      template: 'python-web-frameworks',
      language: 'fr',
      title: 'Framework',
    });
    const { json } = await read();
    expect(json).toMatchObject({ snapshot: { language: 'fr', title: 'Framework', locked: false } });
    expect((json as { snapshot: { options: object[] } }).snapshot.options).toHaveLength(9);
  });

  test('takes the title from the template where none is given', async () => {
    const made = await create({ template: 'python-web-frameworks' });
    expect(made.status).toBe(201);
  });

  test.each([
    [{}, 'title'],
    [{ title: '' }, 'title'],
    [{ title: 'x'.repeat(121) }, 'title'],
    [{ title: 'T', colour: 'red' }, 'colour'],
    [{ title: 'T', language: 'de' }, 'language'],
    [{ title: 'T', id: 'constructor' }, 'id'],
    [{ title: 'T', id: '7KQ2MX4P' }, 'id'],
    [{ title: 'T', template: 'none' }, 'template'],
    [{ title: 'T', template: 'blank', import: { format: 'csv', text: 'a\nb' } }, 'template'],
    [{ title: 'T', import: { format: 'xml', text: '' } }, 'import.format'],
    [[], 'body'],
    ['"text"', 'body'],
    ['null', 'body'],
    ['{"title":', 'body'],
  ])('refuses %j as invalid, naming %s', async (body, field) => {
    const refused = await create(body);
    expect([refused.status, refused.json]).toMatchObject([400, { ok: false, error: { code: 'invalid', field } }]);
  });

  test('refuses a body that is not JSON by its type', async () => {
    const refused = await create('title=x', { 'Content-Type': 'application/x-www-form-urlencoded' });
    expect(refused.json).toMatchObject({ error: { code: 'invalid', field: 'content-type' } });
  });

  test('answers in the language that is asked for', async () => {
    const refused = await create({ title: '' }, { 'Accept-Language': 'de, fr;q=0.9, en;q=0.5' });
    expect(textAt(refused.json, 'error', 'message')).toBe(REJECTIONS.invalid.fr.replace('{field}', 'title'));
  });
});

describe('importing a table', () => {
  const csv = 'Framework,Licence,Speed (weight 3)\nFlask,BSD,4\nDjango,BSD,3\n';

  test('makes options with facts and criteria with weights', async () => {
    const { read } = await startMeeting(server, { import: { format: 'csv', text: csv } });
    expect((await read()).json).toMatchObject({
      snapshot: {
        options: [{ name: 'Flask', facts: [{ label: 'Licence', value: 'BSD' }] }, { name: 'Django' }],
        criteria: [{ name: 'Speed', weight: 3 }],
      },
    });
  });

  test('follows a mapping of columns', async () => {
    const mapping = [
      { column: 1, as: 'nothing' },
      { column: 2, as: 'fact' },
    ];
    const { read } = await startMeeting(server, { import: { format: 'csv', text: csv, mapping } });
    const { json } = await read();
    expect(json).toMatchObject({ snapshot: { options: [{ facts: [{ value: '4' }] }, {}], criteria: [] } });
  });

  test('is refused as invalid with the line, in words', async () => {
    const refused = await create({ title: 'T', import: { format: 'csv', text: 'Name,Fact\nFlask,a,b,c\n' } });
    expect(refused.json).toMatchObject({ error: { code: 'invalid', field: 'import.text', line: 2 } });
    expect(textAt(refused.json, 'error', 'message')).toContain('2');
  });

  test('is refused where the mapping names a column that is not there', async () => {
    const refused = await create({
      title: 'T',
      import: { format: 'csv', text: csv, mapping: [{ column: 9, as: 'fact' }] },
    });
    expect(refused.json).toMatchObject({ error: { code: 'invalid', field: 'import.mapping' } });
  });

  test('may be larger than any other body, up to its own limit', async () => {
    const wide = `Name,Fact\nFlask,"${' '.repeat(100_000)}x"\n`;
    expect((await create({ title: 'T', import: { format: 'csv', text: wide } })).status).toBe(201);
    const huge = await create({ title: 'T', import: { format: 'csv', text: 'x'.repeat(2_200_000) } });
    expect([huge.status, refusal(huge)]).toEqual([413, 'too-large']);
  });
});

describe('reading a board', () => {
  test('needs a key or a member', async () => {
    const { path, keys, member } = await startMeeting(server);
    for (const key of Object.values(keys)) expect((await server.call(path, { as: `Bearer ${key}` })).status).toBe(200);
    const ada = await member('Ada');
    expect((await server.call(path, { as: ada })).status).toBe(200);
    for (const as of [undefined, 'Bearer wrong', 'Basic YTpi', `${ada}x`, 'Member nobody:token']) {
      const refused = await server.call(path, as === undefined ? {} : { as });
      expect([refused.status, refusal(refused)]).toEqual([401, 'bad-key']);
    }
  });

  test('of an unknown board is not found, with or without a key', async () => {
    for (const call of [{}, { as: 'Bearer some-key' }]) {
      const refused = await server.call('/api/boards/nowhere', call);
      expect([refused.status, refusal(refused)]).toEqual([404, 'not-found']);
    }
  });

  test('is answered with 304 while nothing changed, also to clients that add no-cache', async () => {
    const { read, path, keys, member } = await startMeeting(server);
    const tag = (await read()).headers.get('etag') ?? '';
    expect(tag).not.toBe('');
    const again = { as: `Bearer ${keys.voter}`, headers: { 'If-None-Match': `"other", ${tag}` } };
    const unchanged = await server.call(path, again);
    expect([unchanged.status, unchanged.text, unchanged.headers.get('etag')]).toEqual([304, '', tag]);
    await member('Ada');
    const changed = await server.call(path, again);
    expect(changed.status).toBe(200);
    expect(changed.headers.get('etag')).not.toBe(tag);
  });
});

describe('joining', () => {
  const member = { id: 'ada', token: 'a-token-of-more-than-128-bits', name: 'Ada' };

  test('answers like a join over the line', async () => {
    const { path, keys, id } = await startMeeting(server);
    const joined = await server.call(`${path}/members`, { body: { member }, as: `Bearer ${keys.facilitator}` });
    expect(joined.status).toBe(200);
    expect(joined.json).toMatchObject({
      ok: true,
      board: id,
      revision: 2,
      you: { id: 'ada', role: 'facilitator', name: 'Ada' },
      keys: { voter: keys.voter, watcher: keys.watcher },
      ballots: {},
      receipts: {},
    });
    expect(joined.text).not.toContain(member.token);
  });

  test('by the code of the board needs no key', async () => {
    const { code } = await startMeeting(server);
    const joined = await server.call(`/api/boards/${code.toLowerCase()}/members`, { body: { member } });
    expect(joined.json).toMatchObject({ ok: true, you: { role: 'voter' } });
  });

  test('by unknown codes is soon too fast, while keys go on', async () => {
    const limited = await startServer({ environment: { LIMIT_UNKNOWN_CODES: '2/60' } });
    try {
      const { code, path, keys } = await startMeeting(limited);
      const codes = ['AAAA-AAAA', 'BBBB-BBBB', 'CCCC-CCCC', code];
      const outcomes = [];
      for (const given of codes)
        outcomes.push(refusal(await limited.call(`/api/boards/${given}/members`, { body: { member } })));
      expect(outcomes).toEqual(['not-found', 'not-found', 'too-fast', 'too-fast']);
      const joined = await limited.call(`${path}/members`, { body: { member }, as: `Bearer ${keys.voter}` });
      expect(joined.status).toBe(200);
      limited.pass(60_000);
      expect((await limited.call(`/api/boards/${code}/members`, { body: { member } })).status).toBe(200);
    } finally {
      await limited.close();
    }
  });

  test('of more new people than one address may bring to a board is too fast, while those who are in come back', async () => {
    const limited = await startServer({ environment: { LIMIT_NEW_MEMBERS: '2/60' } });
    try {
      const first = await startMeeting(limited);
      const join = (path: string, key: string, name: string) =>
        limited.call(`${path}/members`, { body: { member: { ...member, id: name, name } }, as: `Bearer ${key}` });
      const outcomes = [];
      for (const name of ['ada', 'bo', 'cy', 'ada'])
        outcomes.push(refusal(await join(first.path, first.keys.voter, name)));
      expect(outcomes).toEqual([undefined, undefined, 'too-fast', undefined]);
      const second = await startMeeting(limited);
      expect((await join(second.path, second.keys.voter, 'cy')).status).toBe(200);
      limited.pass(60_000);
      expect((await join(first.path, first.keys.voter, 'cy')).status).toBe(200);
    } finally {
      await limited.close();
    }
  });

  test.each([
    [{}, 'member'],
    [{ member: { ...member, token: 'short' } }, 'member.token'],
    [{ member: { id: 'ada', token: member.token } }, 'member.name'],
    [{ member, board: 'other' }, 'board'],
  ])('refuses %j, naming %s', async (body, field) => {
    const { path, keys } = await startMeeting(server);
    const refused = await server.call(`${path}/members`, { body, as: `Bearer ${keys.voter}` });
    expect(refused.json).toMatchObject({ error: { code: 'invalid', field } });
  });

  test('with the wrong token of a known member is a bad key', async () => {
    const { path, keys } = await startMeeting(server);
    const as = `Bearer ${keys.voter}`;
    await server.call(`${path}/members`, { body: { member }, as });
    const refused = await server.call(`${path}/members`, {
      body: { member: { ...member, token: `${member.token}2` } },
      as,
    });
    expect([refused.status, refusal(refused)]).toEqual([401, 'bad-key']);
  });
});

test('making boards too fast is refused with the time to wait', async () => {
  const limited = await startServer({ environment: { LIMIT_NEW_BOARDS: '1/60' } });
  try {
    const body = { title: 'T' };
    expect((await limited.call('/api/boards', { body })).status).toBe(201);
    const refused = await limited.call('/api/boards', { body });
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '60']);
  } finally {
    await limited.close();
  }
});
