// Results, ballots, files and the log of a meeting over HTTP.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readCsv } from '../../../shared/exchange/csv.ts';
import { chainHead } from '../../../shared/exchange/chain.ts';
import type { BoardExport } from '../../../shared/exchange/export-json.ts';
import { type HistoryPoints, runningTotals } from '../../../shared/history-points.ts';
import { reveal, startMeeting, startVote } from './meeting.ts';
import { type TestServer, refusal, startServer } from './serve.ts';

let server: TestServer;
beforeEach(async () => {
  server = await startServer();
});
afterEach(() => server.close());

describe('a result', () => {
  test.each(['named', 'anonymous'])('of a %s round is not told before the reveal', async (secrecy) => {
    const { meeting, ada } = await startVote(server, secrecy);
    for (const path of ['/rounds/r1/result', '/rounds/r1/ballots']) {
      const early = await meeting.read(path);
      expect([early.status, refusal(early)]).toEqual([403, 'not-revealed']);
    }
    await meeting.do(ada, 'round.close', { round: 'r1' });
    expect((await meeting.read('/rounds/r1/result')).status).toBe(403);
    await meeting.do(ada, 'round.reveal', { round: 'r1' });
    expect((await meeting.read('/rounds/r1/result')).json).toMatchObject({
      round: 'r1',
      rule: 'mean',
      ballots: 3,
      winners: ['flask'],
      order: ['flask', 'django'],
    });
  });

  test('of a live round is told while it is open, its ballots are not', async () => {
    const { meeting } = await startVote(server, 'live');
    await expect
      .poll(async () => (await meeting.read('/rounds/r1/result')).json)
      .toMatchObject({ ballots: 3, winners: ['flask'] });
    expect(refusal(await meeting.read('/rounds/r1/ballots'))).toBe('not-revealed');
  });

  test('of a round that is not there is not found', async () => {
    const { read } = await startMeeting(server);
    for (const path of ['/rounds/r1/result', '/rounds/r1/ballots']) expect((await read(path)).status).toBe(404);
  });

  test('needs a key', async () => {
    const { path } = await startMeeting(server);
    for (const rest of ['/rounds/r1/result', '/rounds/r1/ballots', '/export.json', '/history', '/record.md']) {
      expect((await server.call(path + rest)).status).toBe(401);
    }
  });
});

describe('ballots', () => {
  test('of a named round are published with their names', async () => {
    const { meeting, ada } = await startVote(server, 'named');
    await reveal(meeting, ada);
    const { ballots } = (await meeting.read('/rounds/r1/ballots')).json as { ballots: { member: string }[] };
    expect(ballots).toHaveLength(3);
    expect(ballots.every(({ member }) => member.startsWith('m'))).toBe(true);
  });

  test('of an anonymous round stay unpublished; its receipts are sorted', async () => {
    const { meeting, ada } = await startVote(server, 'anonymous');
    await reveal(meeting, ada);
    const papers = (await meeting.read('/rounds/r1/ballots')).json as { receipts: string[] };
    expect(Object.keys(papers)).toEqual(['receipts']);
    expect(papers.receipts).toHaveLength(3);
    expect(papers.receipts).toEqual(papers.receipts.toSorted());
  });

  test('are published without names where the round said so', async () => {
    const { meeting, ada } = await startVote(server, 'anonymous', { publish: 'ballots' });
    await reveal(meeting, ada);
    const { text, json } = await meeting.read('/rounds/r1/ballots');
    expect((json as { ballots: object[] }).ballots).toHaveLength(3);
    expect(text).not.toContain('member');
  });
});

describe('the JSON export', () => {
  test('is the board, its log and its papers, and names its format', async () => {
    const { meeting, ada } = await startVote(server, 'named');
    await reveal(meeting, ada);
    const answer = await meeting.read('/export.json');
    const file = answer.json as BoardExport;
    const read = (await meeting.read()).json as { revision: number; snapshot: object };
    expect(file).toMatchObject({
      format: 'palabre/1',
      board: meeting.id,
      revision: read.revision,
      snapshot: read.snapshot,
    });
    expect(file.events.map(({ revision }) => revision)).toEqual(
      Array.from({ length: read.revision }, (_, at) => at + 1),
    );
    expect(file.chain.head).toBe(chainHead(file.events));
    expect(file.rounds).toMatchObject([{ id: 'r1', state: 'revealed', result: { winners: ['flask'] } }]);
    expect(file.rounds[0]?.ballots).toHaveLength(3);
    expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="palabre-${meeting.id}.json"`);
  });

  test('of a round that is hidden holds nothing of its ballots', async () => {
    const { meeting } = await startVote(server, 'named');
    const { text } = await meeting.read('/export.json');
    expect(text).not.toContain('"cells"');
    expect((JSON.parse(text) as BoardExport).rounds).toEqual([{ id: 'r1', state: 'open' }]);
  });

  test('holds no key, code of access or token', async () => {
    const { meeting, ada } = await startVote(server, 'live');
    await reveal(meeting, ada);
    const { text } = await meeting.read('/export.json');
    for (const secret of [...Object.values(meeting.keys), ada.split(':')[1] ?? '?']) expect(text).not.toContain(secret);
  });

  test('is read back to an equal board, its rounds marked as imported', async () => {
    const { meeting, ada } = await startVote(server, 'named');
    await meeting.do(ada, 'note.add', {
      note: 'n1',
      target: { kind: 'option', option: 'flask' },
      kind: 'pro',
      text: 'Small',
    });
    await meeting.do(ada, 'note.add', {
      note: 'n2',
      target: { kind: 'option', option: 'flask' },
      kind: 'note',
      text: 'Yes',
      parent: 'n1',
    });
    await meeting.do(ada, 'option.remove', { option: 'django' });
    await reveal(meeting, ada);
    await meeting.do(ada, 'decision.set', {
      options: ['flask'],
      status: 'accepted',
      summary: 'So it is.',
      round: 'r1',
    });
    await meeting.do(ada, 'board.edit', { locked: true });
    const text = (await meeting.read('/export.json')).text;
    const { snapshot } = JSON.parse(text) as BoardExport;
    const copy = await startMeeting(server, { title: snapshot.title, import: { format: 'json', text } });
    const { snapshot: copied } = (await copy.read()).json as { snapshot: object };
    const rounds = snapshot.rounds.map((round) => ({ ...round, imported: true }));
    const { createdAt } = copied as { createdAt: string };
    expect(copied).toEqual({ ...snapshot, id: copy.id, code: copy.code, createdAt, rounds });
    const again = (await copy.read('/export.json')).json as BoardExport;
    expect(again.rounds).toMatchObject([{ id: 'r1', state: 'revealed', result: { winners: ['flask'] } }]);
  });

  test('that was tampered with is refused with its path', async () => {
    const { meeting } = await startVote(server, 'live');
    const file = (await meeting.read('/export.json')).json as { snapshot: { options: object[] } };
    const text = JSON.stringify({
      ...file,
      snapshot: { ...file.snapshot, options: [{ id: 'a', name: 1, facts: [] }] },
    });
    const refused = await server.call('/api/boards', { body: { title: 'T', import: { format: 'json', text } } });
    expect(refused.json).toMatchObject({ error: { code: 'invalid', field: 'import.text.snapshot.options.0.name' } });
  });
});

describe('the other files', () => {
  test('are CSV that spreadsheets open and Markdown, each with its name', async () => {
    const { meeting, ada } = await startVote(server, 'live');
    await reveal(meeting, ada);
    const csv = await meeting.read('/export.csv');
    expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(csv.headers.get('content-disposition')).toContain(`palabre-${meeting.id}.csv`);
    // fetch takes the byte order mark off.
    const records = readCsv(csv.text);
    expect(records.ok && new Set(records.records.map(({ cells }) => cells.length))).toEqual(new Set([12]));
    const markdown = await meeting.read('/export.md');
    expect([markdown.headers.get('content-type'), markdown.text.split('\n')[0]]).toEqual([
      'text/markdown; charset=utf-8',
      '# Which framework?',
    ]);
    expect((await meeting.read('/record.md')).text).toContain('**Flask**');
  });

  test('of a hidden round tell nothing of its ballots', async () => {
    const { meeting } = await startVote(server, 'named');
    expect((await meeting.read('/export.csv')).text).not.toContain('Tally');
    expect((await meeting.read('/export.md')).text).not.toContain('Mean scores');
  });
});

test('files asked for too fast are refused with the time to wait', async () => {
  const limited = await startServer({ environment: { LIMIT_EXPORTS: '1/60' } });
  try {
    const { read } = await startMeeting(limited);
    expect((await read('/export.csv')).status).toBe(200);
    const refused = await read('/history');
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '60']);
  } finally {
    await limited.close();
  }
});

test('the history is every event of the log in order, with its time', async () => {
  const { meeting, ada } = await startVote(server, 'live');
  const { json } = await meeting.read('/history');
  const { events } = json as { events: { revision: number; at: string; type: string }[] };
  expect(events.map(({ revision }) => revision)).toEqual(events.map((_, at) => at + 1));
  expect(events[0]).toMatchObject({ type: 'board.created', at: '2026-11-23T09:00:00.000Z' });
  expect(ada).not.toBe('');
  expect(events.some(({ type }) => type.startsWith('ballot'))).toBe(false);
});

test('the history also tells the totals of live rounds over time, and none of hidden ones', async () => {
  const live = await startVote(server, 'live');
  await reveal(live.meeting, live.ada);
  const told = (await live.meeting.read('/history')).json as { points: HistoryPoints };
  const totals = runningTotals(told.points['r1'] ?? []);
  expect(told.points['r1']?.at(-1)).toMatchObject({ version: 3, progress: { cast: 3, done: 3, eligible: 3 } });
  expect(totals.at(-1)).toMatchObject({ cells: { flask: { speed: [0, 0, 0, 0, 0, 3, 0] } } });
  const named = await startVote(server, 'named');
  await reveal(named.meeting, named.ada);
  expect((await named.meeting.read('/history')).json).toMatchObject({ points: {} });
});
