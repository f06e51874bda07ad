import { beforeEach, describe, expect, test } from 'vitest';
import type { RoundState } from '../../../shared/protocol.ts';
import { type Tally, mergeTally } from '../../../shared/voting/tally.ts';
import { Stage, quiet, value } from './stage.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await Stage.set();
  stage.announced.updates.length = 0;
});

const updates = () => stage.announced.updates;
const roundStates = (): RoundState[] =>
  updates().flatMap(({ rounds }) => (rounds?.['r1'] === undefined ? [] : [rounds['r1']]));

describe('ticks', () => {
  test('after quiet an update leaves at once, without time passing', async () => {
    await stage.do('ada', 'option.add', { option: 'a', name: 'A' });
    await quiet();
    expect(updates()).toMatchObject([{ from: 4, events: [{ revision: 5 }] }]);
  });

  test('what follows is gathered until 50 ms after the update before', async () => {
    for (const option of ['a', 'b', 'c']) {
      await stage.do('ada', 'option.add', { option, name: option });
      await quiet();
    }
    expect(updates()).toHaveLength(1);
    await stage.surroundings.pass(49);
    expect(updates()).toHaveLength(1);
    await stage.surroundings.pass(1);
    expect(updates()).toHaveLength(2);
    expect(updates()[1]).toMatchObject({ from: 5, events: [{ revision: 6 }, { revision: 7 }] });
  });

  test('a command that was refused or changed nothing makes no update and costs no time', async () => {
    await stage.do('ada', 'option.remove', { option: 'nothing' });
    await stage.do('ada', 'member.rename', { name: 'ada' });
    await quiet();
    expect(updates()).toEqual([]);
    await stage.do('ada', 'option.add', { option: 'a', name: 'A' });
    await quiet();
    expect(updates()).toHaveLength(1);
  });

  test('a round that ends is not kept waiting, and its state comes in the same update', async () => {
    await stage.open('live');
    await stage.score('bo', 4);
    await stage.do('ada', 'round.close', { round: 'r1' });
    await quiet();
    const closing = updates().find(({ events }) => events.some(({ type }) => type === 'round.closed'));
    expect(closing?.rounds?.['r1']).toMatchObject({
      since: 0,
      version: 1,
      progress: { cast: 1 },
      tally: { cells: { flask: { speed: [0, 0, 0, 0, 1, 0, 0] } } },
    });
    await stage.do('ada', 'round.reveal', { round: 'r1' });
    await quiet();
    const revealing = updates().find(({ events }) => events.some(({ type }) => type === 'round.revealed'));
    expect(revealing?.rounds?.['r1']).toMatchObject({ since: 0, version: 1, progress: { cast: 1 }, tally: {} });
  });
});

describe('a live round', () => {
  test('comes whole when it opens, then with the changed entries, absolute, since the version sent before', async () => {
    await stage.open('live');
    await stage.tick();
    await stage.score('bo', 4);
    await stage.tick();
    await Promise.all([stage.score('bo', 5), stage.score('cy', 5)]);
    await stage.tick();
    const [opened, first, second] = roundStates();
    expect(opened).toMatchObject({ since: 0, version: 0, progress: { cast: 0, done: 0, eligible: 3, voted: [] } });
    expect(Object.keys(opened?.tally?.cells ?? {})).toEqual(['flask', 'django', 'bottle']);
    expect(first, 'since 0 means all of it').toMatchObject({ since: 0, version: 1, progress: { cast: 1 } });
    expect(first?.tally?.cells).toMatchObject({
      flask: { speed: [0, 0, 0, 0, 1, 0, 0] },
      django: { speed: expect.any(Array) },
    });
    expect(second).toMatchObject({ since: 1, version: 3, progress: { cast: 2 } });
    expect(second?.tally).toEqual({ cells: { flask: { speed: [0, 0, 0, 0, 0, 2, 0] } } });
  });

  test('merged changes are what a newcomer is told', async () => {
    await stage.open('live');
    await stage.tick();
    let tally: Tally | undefined;
    for (const [member, score] of [
      ['bo', 1],
      ['cy', 2],
      ['bo', 3],
      ['ada', 3],
    ] as const) {
      await stage.score(member, score);
      await stage.tick();
    }
    for (const state of roundStates()) if (state.tally !== undefined) tally = mergeTally(tally, state.tally);
    expect(tally).toEqual(value(await stage.join('bo', 'voter')).rounds['r1']?.tally);
  });

  test('keeps showing its totals between close and reveal, also after a restart', async () => {
    await stage.open('live');
    await stage.score('bo', 4);
    await stage.do('ada', 'round.close', { round: 'r1' });
    const expected = { since: 0, version: 1, tally: { cells: { flask: { speed: [0, 0, 0, 0, 1, 0, 0] } } } };
    for (const later of [stage, stage.again()]) {
      expect(value(await later.boards.read(stage.board.id)).rounds['r1']).toMatchObject(expected);
    }
  });

  test('goes on from its version after a restart', async () => {
    await stage.open('live');
    await stage.score('bo', 4);
    const later = stage.again();
    expect(value(await later.join('cy', 'voter')).rounds['r1']).toMatchObject({ since: 0, version: 1 });
    await later.score('cy', 4);
    await later.tick();
    expect(later.announced.updates.at(-1)?.rounds?.['r1']).toMatchObject({
      since: 1,
      version: 2,
      tally: { cells: { flask: { speed: [0, 0, 0, 0, 2, 0, 0] } } },
    });
  });
});

describe('a named round', () => {
  test('tells who is done, in the order of joining, and no tally', async () => {
    await stage.open('named');
    await stage.score('cy', 1, true);
    await stage.score('bo', 1, true);
    await stage.score('ada', 1, false);
    await stage.tick();
    expect(roundStates().at(-1)).toEqual({
      since: expect.any(Number),
      version: 3,
      progress: { cast: 3, done: 2, eligible: 3, voted: ['bo', 'cy'] },
    });
  });

  test('tells of somebody who joins meanwhile', async () => {
    await stage.open('named');
    await stage.tick();
    await stage.join('dee', 'voter');
    await stage.tick();
    expect(roundStates().at(-1)).toMatchObject({ version: 0, progress: { eligible: 4 } });
  });
});

describe('an anonymous round', () => {
  test('tells how many at opening, at most every five seconds while that changes, and at close', async () => {
    await stage.open('anonymous');
    await stage.tick();
    expect(roundStates()).toEqual([{ since: 0, version: 0, progress: { cast: 0, done: 0, eligible: 3 } }]);
    for (const member of ['ada', 'bo', 'cy']) {
      await stage.score(member, 3, true);
      await stage.surroundings.pass(1000);
    }
    expect(roundStates()).toHaveLength(1);
    await stage.surroundings.pass(1000);
    expect(roundStates().slice(1)).toEqual([{ since: 0, version: 3, progress: { cast: 3, done: 3, eligible: 3 } }]);
    await stage.surroundings.pass(60_000);
    expect(roundStates()).toHaveLength(2);
    await stage.score('bo', 4, true);
    await stage.tick();
    await stage.score('bo', 5, true);
    await stage.tick();
    expect(roundStates()).toHaveLength(3);
    await stage.do('ada', 'round.close', { round: 'r1' });
    await quiet();
    expect(roundStates().slice(3)).toEqual([{ since: 0, version: 5, progress: { cast: 3, done: 3, eligible: 3 } }]);
  });

  test('no outlet is fresher than the last update', async () => {
    await stage.open('anonymous');
    await stage.tick();
    await stage.score('bo', 3, true);
    await stage.tick();
    const told = { r1: { since: 0, version: 0, progress: { cast: 0, done: 0, eligible: 3 } } };
    expect(value(await stage.boards.read(stage.board.id)).rounds).toEqual(told);
    expect(value(await stage.boards.sync(stage.session('cy'), {})).rounds).toEqual(told);
    expect(value(await stage.join('cy', 'voter')).rounds).toEqual(told);
  });
});

describe('every outlet', () => {
  test('shows the published numbers of a live round, not those between two updates', async () => {
    await stage.open('live');
    await stage.tick();
    await stage.score('bo', 4);
    await quiet();
    await stage.score('cy', 4);
    await quiet();
    const told = value(await stage.boards.read(stage.board.id)).rounds;
    expect(told['r1']).toMatchObject({ version: 1, progress: { cast: 1 } });
    expect(value(await stage.boards.sync(stage.session('cy'), { since: 0 })).rounds).toEqual(told);
    const joined = value(await stage.join('cy', 'voter'));
    expect(joined.rounds).toEqual(told);
    expect(joined.ballots, 'one’s own ballots may be ahead').toHaveProperty('r1');
    const result = stage.boards.result(stage.board.id, 'r1');
    await stage.surroundings.pass(50);
    expect(value(await result).ballots).toBe(2);
    expect(value(await stage.boards.read(stage.board.id)).rounds['r1']).toMatchObject({ version: 2 });
  });

  test('somebody who enters between two updates misses nothing and takes nothing twice', async () => {
    await stage.open('live');
    await stage.tick();
    await stage.score('bo', 4);
    await quiet();
    await stage.score('cy', 4);
    await quiet();
    const joined = value(await stage.join('cy', 'voter'));
    await stage.tick();
    const next = updates().at(-1);
    expect(next?.from).toBeLessThanOrEqual(joined.revision);
    expect(next?.rounds?.['r1']?.since).toBeLessThanOrEqual(joined.rounds['r1']?.version ?? -1);
  });
});
