import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { piecesOf } from '../../../server/store/ballot-run.ts';
import { createMemoryStore } from '../../../server/store/memory.ts';
import { openSqliteStore } from '../../../server/store/sqlite.ts';
import type { Score } from '../../../shared/voting/ballots.ts';
import type { Commit, Store } from '../../../server/store/store.ts';
import { hashOf } from './store-samples.ts';

const access = { facilitatorKeyHash: 'f', voterKeyHash: 'v', watcherKeyHash: 'w' };

/** What one voter does; `step` is how far the version is from the one before, 1 when all is well. */
const change = fc.record({
  member: fc.constantFrom('ada', 'bo', 'cy'),
  score: fc.option(fc.nat(5), { freq: 5 }),
  hash: fc.oneof(
    { weight: 8, arbitrary: fc.uuid().map(hashOf) },
    { weight: 1, arbitrary: fc.constantFrom(hashOf('again'), hashOf('and again')) },
  ),
  step: fc.oneof({ weight: 12, arbitrary: fc.constant(1) }, { weight: 1, arbitrary: fc.constantFrom(0, 2) }),
});

const cast = (member: string, score: number) => ({
  next: { ballot: { cells: { o: { c: score as Score } } }, done: false },
  receipt: `of ${member}`,
});

/** The outcomes, batch by batch, and what the box holds at the end. */
async function afterwards(store: Store, batches: readonly (readonly Commit[])[]): Promise<unknown> {
  await store.create({
    board: 'b',
    code: '7KQ2MX4P',
    access,
    events: [{ type: 'board.edited', title: 'One', revision: 1, at: '' }],
  });
  await store.commit([{ board: 'b', expected: 1, events: [], opens: { round: 'r', tieSeed: 's' } }]);
  const outcomes = [];
  for (const batch of batches) outcomes.push(await store.commit(batch));
  const loaded = await store.load('b');
  return { outcomes, boxes: loaded?.boxes };
}

test('ballots that come together leave and answer what they would one by one', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(change, { maxLength: 8 }), { maxLength: 4 }), async (given) => {
      let version = 0;
      const batches = given.map((changes) =>
        changes.map(({ member, score, hash, step }): Commit => {
          version += step;
          return {
            board: 'b',
            expected: 1,
            events: [],
            command: { hash, answer: { revision: 1, version } },
            ballot:
              score === null
                ? { round: 'r', member, version }
                : { round: 'r', member, version, ...cast(member, score) },
          };
        }),
      );
      const directory = mkdtempSync(join(tmpdir(), 'palabre-run-'));
      const [sqlite, memory] = [await openSqliteStore({ directory }), createMemoryStore()];
      try {
        expect(await afterwards(sqlite, batches)).toEqual(await afterwards(memory, batches));
      } finally {
        await sqlite.close();
        rmSync(directory, { recursive: true });
      }
    }),
    { numRuns: 10 },
  );
});

test('of a voter who changes one cell after the other, only the last ballot of a batch is sent to the database', () => {
  const commits = [0, 1, 2].map((index): Commit => {
    const version = index + 1;
    return {
      board: 'b',
      expected: 1,
      events: [],
      command: { hash: hashOf(`h${index}`), answer: { revision: 1, version } },
      ballot: { round: 'r', member: 'ada', version, ...cast('ada', index) },
    };
  });
  const [piece, ...more] = piecesOf(commits);
  expect(more).toEqual([]);
  expect(piece?.commits).toEqual(commits);
  expect(piece?.row).toMatchObject({
    versions: { from: 0, to: 3 },
    ballots: [{ member: 'ada', version: 3, next: { body: '{"cells":{"o":{"c":2}}}' } }],
  });
});

test('ballots of one board that come too late leave those of another board beside them as they are', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'palabre-run-'));
  const store = await openSqliteStore({ directory });
  try {
    for (const [board, code] of [
      ['b', '7KQ2MX4P'],
      ['c', '7KQ2MX4Q'],
    ] as const) {
      await store.create({ board, code, access, events: [{ type: 'board.edited', title: '1', revision: 1, at: '' }] });
      await store.commit([{ board, expected: 1, events: [], opens: { round: 'r', tieSeed: 's' } }]);
    }
    const ballot = (board: string, member: string, version: number): Commit => ({
      board,
      expected: 1,
      events: [],
      command: { hash: hashOf(`${board} ${member}`), answer: { revision: 1, version } },
      ballot: { round: 'r', member, version, ...cast(member, 3) },
    });
    const late = [ballot('b', 'ada', 8), ballot('b', 'bo', 9)];
    const inTime = [ballot('c', 'ada', 1), ballot('c', 'bo', 2)];
    const outcomes = await store.commit([...late, ...inTime]);
    expect(outcomes.map(({ kind }) => kind)).toEqual(['conflict', 'conflict', 'committed', 'committed']);
  } finally {
    await store.close();
    rmSync(directory, { recursive: true });
  }
});
