import { expect, test } from 'vitest';
import { CommitGathering } from '../../../server/store/commit-gathering.ts';
import type { Commit, CommitOutcome } from '../../../server/store/store.ts';

class Clock {
  time = 1000;
  alarm: { readonly at: number; readonly ring: () => void } | undefined;
  now = (): number => this.time;
  after = (ms: number, ring: () => void): (() => void) => {
    this.alarm = { at: this.time + ms, ring };
    return () => (this.alarm = undefined);
  };
  pass(ms: number): void {
    this.time += ms;
    const due = this.alarm !== undefined && this.alarm.at <= this.time ? this.alarm : undefined;
    if (due !== undefined) this.alarm = undefined;
    due?.ring();
  }
}

const of = (board: string): Commit => ({ board, expected: 1, events: [] });

function scene(answer: (commit: Commit) => CommitOutcome = () => ({ kind: 'committed' })) {
  const clock = new Clock();
  const sent: string[][] = [];
  const gathering = new CommitGathering(async (commits) => {
    sent.push(commits.map(({ board }) => board));
    return commits.map(answer);
  }, clock);
  return { clock, sent, gathering };
}

test('after quiet a commit leaves at once, and those right behind it share the next transaction', () => {
  const { clock, sent, gathering } = scene();
  void gathering.commit([of('a')]);
  expect(sent).toEqual([['a']]);
  void gathering.commit([of('b'), of('c')]);
  clock.pass(1);
  void gathering.commit([of('d')]);
  clock.pass(2);
  expect(sent).toHaveLength(1);
  clock.pass(1);
  expect(sent).toEqual([['a'], ['b', 'c', 'd']]);
  clock.pass(4);
  void gathering.commit([of('e')]);
  expect(sent.at(-1)).toEqual(['e']);
});

test('of a shared transaction everybody is told their own outcomes', async () => {
  const { clock, gathering } = scene(({ board }) => ({ kind: 'failed', why: board }));
  await gathering.commit([of('a')]);
  const both = [gathering.commit([of('b'), of('c')]), gathering.commit([of('d')])];
  clock.pass(4);
  expect(await Promise.all(both)).toEqual([
    [
      { kind: 'failed', why: 'b' },
      { kind: 'failed', why: 'c' },
    ],
    [{ kind: 'failed', why: 'd' }],
  ]);
});

test('a clock that was set back makes nobody wait longer', () => {
  const { clock, sent, gathering } = scene();
  void gathering.commit([of('a')]);
  clock.time = 10;
  void gathering.commit([of('b')]);
  clock.pass(4);
  expect(sent).toEqual([['a'], ['b']]);
});

test('what waits leaves when the store closes', () => {
  const { sent, gathering } = scene();
  void gathering.commit([of('a')]);
  void gathering.commit([of('b')]);
  gathering.leave();
  expect(sent).toEqual([['a'], ['b']]);
});
