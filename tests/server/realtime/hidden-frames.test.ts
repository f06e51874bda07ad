// Every frame that anybody but the voter gets before the reveal, in every method: no ballot, no receipt, no hidden tally.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { METHODS_AND_SECRECIES, OPPOSITES, REASON } from '../ballots-of-methods.ts';
import { type Client, type OpenDoor, claim, openDoor } from './open-door.ts';

const VOTERS = ['bo', 'cy', 'dee', 'eve'];

let door: OpenDoor;
beforeEach(async () => {
  door = await openDoor();
});
afterEach(() => door.close());

/** Fields in which something of a ballot, or what follows from ballots, would stand. */
const TELLING = new Set([
  'ballot',
  'approved',
  'ranking',
  'fingers',
  'reason',
  'points',
  'result',
  'winners',
  'order',
  'ballotsHash',
  'receipt',
  'receipts',
  'pairwise',
  'firsts',
  'approvals',
]);
const HIDDEN_TALLY = new Set(['tally', 'cells', 'coverage', 'divided']);

/** The paths of all telling fields with something in them. */
function telling(value: unknown, fields: ReadonlySet<string>, path = ''): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) => {
    const here = `${path}.${key}`;
    const empty = typeof inner === 'object' && inner !== null && Object.keys(inner).length === 0;
    const dots = fields.has('points') && key === 'dots' && typeof inner === 'object';
    return (fields.has(key) || dots) && !empty ? [here] : telling(inner, fields, here);
  });
}

async function gathered(method: string, secrecy: string) {
  const board = await door.newBoard();
  const people = new Map<string, Client>();
  for (const member of ['ada', ...VOTERS, 'fay']) {
    const client = door.client();
    const key = member === 'ada' ? board.keys.facilitator : board.keys.voter;
    await client.join({ board: board.id, key, member: claim(member) });
    people.set(member, client);
  }
  const wall = door.client();
  await wall.join({ board: board.id, key: board.keys.watcher });
  people.set('wall', wall);
  const ada = people.get('ada');
  const open = { id: 'o', type: 'round.open', round: 'r1', method, secrecy, publish: 'ballots', proposal: 'This' };
  expect(await ada?.ask('board:do', open)).toMatchObject({ ok: true });
  return { board, people, wall, ada };
}

test.each(METHODS_AND_SECRECIES)('%s, %s', async (method, secrecy) => {
  const { board, people, wall, ada } = await gathered(method, secrecy);
  const answers: unknown[] = [];
  const receipts: string[] = [];
  for (const [at, member] of VOTERS.entries()) {
    const ballot = OPPOSITES[method][at % 2];
    const cast = await people
      .get(member)
      ?.ask<{ receipt?: string }>('board:do', { id: 'v', type: 'ballot.cast', round: 'r1', ballot, done: true });
    expect(cast).toMatchObject({ ok: true });
    if (cast?.ok === true && cast.receipt !== undefined) receipts.push(cast.receipt);
    // Whoever comes late, comes back or asks again gets no more than the others.
    const late = door.client();
    answers.push(await late.join({ board: board.id, key: board.keys.watcher }));
    answers.push(await wall.ask('board:sync', {}), await ada?.ask('board:sync', { since: 1 }));
    late.close();
  }
  await ada?.ask('board:do', { id: 'c', type: 'round.close', round: 'r1' });
  await wall.until((heard) => JSON.stringify(heard).includes('round.closed'));
  answers.push(await wall.ask('board:sync', {}));

  expect(receipts).toHaveLength(secrecy === 'named' ? 0 : VOTERS.length);
  // An open live round shows its totals; a ballot and its receipt it shows to nobody.
  const live = secrecy === 'live';
  const fields = live
    ? new Set(['ballot', 'receipt', 'receipts', 'reason', 'ballotsHash'])
    : new Set([...TELLING, ...HIDDEN_TALLY]);
  const recorded: [string, unknown][] = [
    ['asked', answers],
    ...[...people].map(([who, { heard }]) => [who, heard] as [string, unknown]),
  ];
  for (const [who, frames] of recorded) {
    expect(telling(frames, fields), who).toEqual([]);
    const text = JSON.stringify(frames);
    expect(text).not.toContain(REASON);
    for (const receipt of receipts) expect(text, who).not.toContain(receipt);
    if (secrecy === 'anonymous') expect(text, who).not.toContain('"voted"');
  }
});

test('a ballot among the frames would be found', () => {
  for (const [a, b] of Object.values(OPPOSITES)) {
    for (const ballot of [a, b]) {
      const fields = new Set([...TELLING, ...HIDDEN_TALLY]);
      expect(telling([['board:update', { rounds: { r1: ballot } }]], fields)).not.toEqual([]);
    }
  }
});
