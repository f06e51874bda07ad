// The totals of live rounds over time: when a point is kept, what is in it, and what becomes of it.
import { beforeEach, describe, expect, test } from 'vitest';
import { runningTotals } from '../../../shared/history-points.ts';
import { START, Stage, quiet, value } from './stage.ts';
import { WatchedStore } from './watched-store.ts';

let store: WatchedStore;
let stage: Stage;
beforeEach(async () => {
  store = new WatchedStore();
  stage = await Stage.set({ store });
});

const points = async () => value(await stage.boards.points(stage.board.id))['r1'] ?? [];
const sinceStart = (at: string) => Date.parse(at) - START;

describe('the totals of a live round', () => {
  test('are kept as they are published, changed entries only, each on top of the one before', async () => {
    await stage.open('live');
    await stage.tick();
    for (const [member, score] of [
      ['bo', 4],
      ['cy', 5],
      ['bo', 1],
    ] as const) {
      await stage.score(member, score, true);
      await stage.tick();
    }
    const kept = await points();
    expect(kept.map(({ since, version }) => [since, version])).toEqual([
      [0, 1],
      [1, 2],
      [2, 3],
    ]);
    expect(kept[2]?.tally).toEqual({ cells: { flask: { speed: [0, 1, 0, 0, 0, 1, 0] } } });
    expect(runningTotals(kept).at(-1)).toEqual(value(await stage.boards.read(stage.board.id)).rounds['r1']?.tally);
  });

  test('never say who had voted: only how many', async () => {
    await stage.open('live');
    await stage.score('bo', 4, true);
    await stage.tick();
    expect((await points())[0]?.progress).toEqual({ cast: 1, done: 1, eligible: 3 });
    expect(JSON.stringify(await points())).not.toMatch(/"(bo|cy|ada)"|voted/);
  });

  test('are kept at most once a second, the last of them too, although updates are faster', async () => {
    await stage.open('live');
    await stage.tick();
    const began = sinceStart(new Date(stage.surroundings.now()).toISOString());
    for (const score of [0, 1, 2, 3, 4, 5] as const) {
      await stage.score('bo', score);
      await stage.surroundings.pass(100);
    }
    await stage.surroundings.pass(1000);
    const kept = await points();
    expect(kept.map(({ version }) => version)).toEqual([1, 6]);
    expect(kept.map(({ at }) => sinceStart(at) - began)).toEqual([0, 1000]);
  });

  test('are kept once more at the close, with its time and everything that came in before it', async () => {
    await stage.open('live');
    await stage.tick();
    await stage.score('bo', 4);
    await quiet();
    await stage.score('cy', 2);
    await stage.do('ada', 'round.close', { round: 'r1' });
    await stage.tick();
    await stage.do('ada', 'round.reveal', { round: 'r1' });
    await stage.tick();
    const kept = await points();
    const { board } = value(await stage.boards.read(stage.board.id));
    expect(kept.map(({ version }) => version)).toEqual([1, 2]);
    expect(kept.at(-1)?.at).toBe(board.rounds[0]?.closedAt);
    expect(runningTotals(kept).at(-1)).toEqual(board.rounds[0]?.tally);
  });

  test('grow sparser as the round grows old, so that a round of a week has a bounded number', async () => {
    await stage.open('live', { seconds: 7 * 24 * 3600 });
    await stage.surroundings.pass(10 * 3600 * 1000);
    await stage.score('bo', 0);
    await stage.tick();
    const before = stage.surroundings.now();
    for (const score of [1, 2, 3] as const) {
      await stage.score('bo', score);
      await stage.surroundings.pass(10_000);
    }
    expect((await points()).map(({ version }) => version)).toEqual([1]);
    await stage.surroundings.pass(100_000);
    const last = (await points()).at(-1);
    expect(last?.version).toBe(4);
    expect(Date.parse(last?.at ?? '') - before).toBeGreaterThan(100_000);
  });

  test('go on after a restart, from a whole point', async () => {
    await stage.open('live');
    await stage.score('bo', 4);
    await stage.tick();
    const later = stage.again(stage.surroundings, store);
    await later.score('cy', 5);
    await later.tick();
    const kept = await points();
    expect(kept.map(({ since, version }) => [since, version])).toEqual([
      [0, 1],
      [0, 2],
    ]);
    expect(runningTotals(kept).at(-1)).toEqual(value(await later.boards.read(stage.board.id)).rounds['r1']?.tally);
  });

  test('that could not be kept hold up no vote, and the next point tells all of it', async () => {
    await stage.open('live');
    store.fullDisk = true;
    expect((await stage.score('bo', 4)).ok).toBe(true);
    await stage.tick();
    expect((await stage.score('cy', 5)).ok).toBe(true);
    await stage.tick();
    expect(await points()).toEqual([]);
    store.fullDisk = false;
    await stage.score('ada', 5);
    await stage.tick();
    const kept = await points();
    expect(kept).toMatchObject([{ since: 0, version: 3 }]);
    expect(runningTotals(kept).at(-1)).toEqual(value(await stage.boards.read(stage.board.id)).rounds['r1']?.tally);
  });
});

test.each(['named', 'anonymous'] as const)('nothing is kept of the totals of a round that is %s', async (secrecy) => {
  await stage.open(secrecy);
  for (const member of ['ada', 'bo', 'cy']) await stage.score(member, 4, true);
  await stage.tick();
  await stage.do('ada', 'round.close', { round: 'r1' });
  await stage.tick();
  await stage.do('ada', 'round.reveal', { round: 'r1' });
  await stage.tick();
  expect(await points()).toEqual([]);
});
