// The database file after the close of a live or anonymous round, in every method: nothing in it ties a voter to a ballot.
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Connection } from '../../../server/store/sqlite-connection.ts';
import { openSqliteStore } from '../../../server/store/sqlite.ts';
import { METHODS_AND_SECRECIES, OPPOSITES } from '../ballots-of-methods.ts';
import { newDirectory, occurrences, removeDirectory } from '../store/store-directory.ts';
import { type OpenDoor, claim, openDoor } from './open-door.ts';

const VOTERS = ['voter-bo', 'voter-cy', 'voter-dee', 'voter-eve'];

let directory: string;
let door: OpenDoor;
beforeEach(async () => {
  directory = newDirectory();
  door = await openDoor({ store: await openSqliteStore({ directory, log: () => undefined }) });
});
afterEach(async () => {
  await door.close();
  removeDirectory(directory);
});

/** Every row of every table, as text, by table. */
function rows(): Map<string, readonly string[]> {
  const reader = new Connection(join(directory, 'palabre.db'));
  const tables = reader.prepare<{ name: string }>(`SELECT name FROM sqlite_master WHERE type = 'table'`).all();
  const found = new Map(
    tables.map(({ name }) => [
      name,
      reader
        .prepare<Record<string, unknown>>(`SELECT * FROM "${name}"`)
        .all()
        .map((row) =>
          Object.values(row)
            .map((value) => (value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : String(value)))
            .join('|'),
        ),
    ]),
  );
  reader.close();
  return found;
}
const holding = (text: string): string[] =>
  [...rows()].flatMap(([table, all]) => (all.some((row) => row.includes(text)) ? [table] : []));

test.each(METHODS_AND_SECRECIES.filter(([, secrecy]) => secrecy !== 'named'))('%s, %s', async (method, secrecy) => {
  const board = await door.newBoard();
  const ada = door.client();
  await ada.join({ board: board.id, key: board.keys.facilitator, member: claim('ada') });
  await ada.ask('board:do', { id: 'o', type: 'round.open', round: 'r1', method, secrecy, proposal: 'This' });
  const receipts = new Map<string, string>();
  for (const [at, member] of VOTERS.entries()) {
    const client = door.client();
    await client.join({ board: board.id, key: board.keys.voter, member: claim(member) });
    const ballot = OPPOSITES[method][at % 2];
    const cast = await client.ask<{ receipt?: string }>('board:do', {
      id: 'v',
      type: 'ballot.cast',
      round: 'r1',
      ballot,
      done: true,
    });
    if (cast.ok) receipts.set(member, cast.receipt ?? '');
  }
  expect(receipts.size).toBe(VOTERS.length);
  // While it is open, a row says whose ballot it is: the test would see one that stays.
  for (const [member, receipt] of receipts) expect(occurrences(directory, member + receipt)).toBeGreaterThan(0);

  const closed = await ada.ask('board:do', { id: 'c', type: 'round.close', round: 'r1' });
  expect(closed).toMatchObject({ ok: true });
  // Read while the server runs, right after the acknowledgement, every byte of every file.
  for (const [member, receipt] of receipts) expect(occurrences(directory, member + receipt)).toBe(0);

  const receiptTables = new Set([...receipts.values()].flatMap(holding));
  const memberTables = new Set(VOTERS.flatMap(holding));
  expect([...receiptTables]).toEqual(['loose_ballot']);
  expect(memberTables.has('loose_ballot')).toBe(false);
  const loose = rows().get('loose_ballot') ?? [];
  expect(loose).toHaveLength(VOTERS.length);
  for (const row of loose) for (const member of VOTERS) expect(row).not.toContain(member);
  // Their order is that of the receipts, which are random: nothing of who came first.
  const order = [...receipts.values()].toSorted().map((receipt) => loose.findIndex((row) => row.includes(receipt)));
  expect(order).toEqual([...order].toSorted((a, b) => a - b));
  // What remembers commands for a repeat has no receipt and no member in it.
  for (const row of rows().get('command') ?? []) {
    for (const [member, receipt] of receipts) {
      expect(row).not.toContain(member);
      expect(row).not.toContain(receipt);
    }
  }
});
