// Nothing that can be fetched before the reveal depends on what was voted: two meetings that differ in nothing but their
// ballots hand out the same files, in every method.
import { afterEach, expect, test } from 'vitest';
import { METHODS_AND_SECRECIES, OPPOSITES } from '../ballots-of-methods.ts';
import { type TestServer, startServer } from './serve.ts';

let servers: TestServer[] = [];
afterEach(async () => {
  for (const server of servers) await server.close();
  servers = [];
});

const FILES = ['', '/export.json', '/export.csv', '/export.md', '/record.md', '/history'];
const REFUSED = ['/rounds/r1/result', '/rounds/r1/ballots'];
const VOTERS = ['bo', 'cy', 'dee', 'eve'];

/** What is drawn anew for every board stands in these places; ids and hashes of it are put aside. */
const settled = (text: string, id: string, code: string): string =>
  text
    .replaceAll(id, 'BOARD')
    .replaceAll(code, 'CODE')
    .replaceAll(`${code.slice(0, 4)}-${code.slice(4)}`, 'CODE')
    .replace(/[0-9a-f]{64}/g, 'HASH')
    .replace(/"epoch":"[^"]*"/g, '"epoch":"EPOCH"')
    .replace(/"(joinedWith|etag)":"[^"]*"/g, '');

interface Told {
  readonly files: readonly string[];
  readonly refused: readonly number[];
}

/** Holds a round up to its close; `turn` says which of the two ballots each voter casts. */
async function held(method: string, secrecy: string, ballots: readonly object[], turn: number): Promise<Told> {
  // A server of its own, so that the clock says the same at every step.
  const server = await startServer();
  servers.push(server);
  const options = [
    { id: 'flask', name: 'Flask' },
    { id: 'django', name: 'Django' },
  ];
  const created = await server.call('/api/boards', { body: { title: 'Which?' } });
  const { id, code, keys } = created.json as { id: string; code: string; keys: Record<string, string> };
  const path = `/api/boards/${id}`;
  const token = (member: string) => `token-of-${member}`.padEnd(32, '0');
  for (const member of ['ada', ...VOTERS]) {
    const key = member === 'ada' ? keys['facilitator'] : keys['voter'];
    const body = { member: { id: member, token: token(member), name: member } };
    await server.call(`${path}/members`, { body, as: `Bearer ${key ?? ''}` });
  }
  let number = 0;
  const act = (member: string, type: string, fields: object) => {
    number += 1;
    const body = { id: `c${number}`, type, ...fields };
    return server.call(`${path}/commands`, { body, as: `Member ${member}:${token(member)}` });
  };
  for (const { id: option, name } of options) await act('ada', 'option.add', { option, name });
  for (const criterion of ['speed', 'docs'])
    await act('ada', 'criterion.add', { criterion, name: criterion, weight: 1 });
  const opened = await act('ada', 'round.open', { round: 'r1', method, secrecy, publish: 'ballots', proposal: 'This' });
  expect(opened.status, opened.text).toBe(200);

  const files: string[] = [];
  const refused: number[] = [];
  const look = async () => {
    // A tick later, as a coarse progress is published too.
    server.pass(6000);
    for (const file of FILES) {
      const answer = await server.call(path + file, { as: `Bearer ${keys['facilitator'] ?? ''}` });
      files.push(settled(answer.text, id, code));
    }
    for (const file of REFUSED)
      refused.push((await server.call(path + file, { as: `Bearer ${keys['voter'] ?? ''}` })).status);
  };
  for (const [at, member] of VOTERS.entries()) {
    const cast = await act(member, 'ballot.cast', { round: 'r1', ballot: ballots[(at + turn) % 2] ?? {}, done: true });
    expect(cast.status, cast.text).toBe(200);
    if (at === 0) await look();
  }
  await look();
  await act('ada', 'round.close', { round: 'r1' });
  await look();
  return { files, refused };
}

test.each(METHODS_AND_SECRECIES.filter(([, secrecy]) => secrecy !== 'live'))(
  '%s, %s: a round is the same from outside whatever was voted',
  async (method, secrecy) => {
    // The first ballot differs, and so does the tally after it; in the end two of each were cast, or four of one.
    const [a, b] = OPPOSITES[method];
    const first = await held(method, secrecy, [a, a], 0);
    const second = await held(method, secrecy, [b, b], 0);
    expect(second.files).toEqual(first.files);
    expect(new Set([...first.refused, ...second.refused])).toEqual(new Set([403]));
  },
);

test.each(METHODS_AND_SECRECIES.filter(([, secrecy]) => secrecy === 'live'))(
  '%s, %s: a round tells its totals and never who gave what',
  async (method, secrecy) => {
    const [a, b] = OPPOSITES[method];
    // The same ballots from other voters: whoever looks from outside cannot tell the two meetings apart in the end.
    const first = await held(method, secrecy, [a, b], 0);
    const second = await held(method, secrecy, [a, b], 1);
    const closed = (told: Told) => told.files.slice(-FILES.length).filter((_, at) => FILES[at] !== '/history');
    expect(closed(second)).toEqual(closed(first));
  },
);

test('the comparison sees a tally where one is public', async () => {
  const [a, b] = OPPOSITES.approval;
  const first = await held('approval', 'live', [a, a], 0);
  const second = await held('approval', 'live', [b, b], 0);
  const last = (told: Told, file: string) => told.files.slice(-FILES.length)[FILES.indexOf(file)];
  for (const file of ['', '/export.json', '/export.csv']) {
    expect(last(second, file), file).not.toBe(last(first, file));
  }
});
