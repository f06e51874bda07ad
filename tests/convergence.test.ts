// However people act, drop off and come back: at the end everybody sees the same board, nothing counted twice or was
// lost, and nobody saw a hidden ballot. Real pages and real boards over wires that the test flushes and cuts.
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Action, Gathering, arbitraryActions } from './support/gathering.ts';

beforeEach(() => {
  // Pages wait with timers; the boards wait with the gathering's own clock, and what is under way runs in real turns.
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
});

async function converges(actions: readonly Action[]): Promise<Gathering> {
  const gathering = await Gathering.begin();
  for (const action of actions) await gathering.act(action);
  await gathering.everybodyIsBack();
  await gathering.check();
  return gathering;
}

test('whatever happens on the way, everybody arrives at the same board', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryActions, async (actions) => {
      await converges(actions);
    }),
    { numRuns: 120, interruptAfterTimeLimit: 14_000, markInterruptAsFailure: false },
  );
});

/** Meetings that once went wrong, as short as they get. */
describe('meetings that once went wrong', () => {
  test('two devices of one voter score in the same batch, and each then shows what both came to', async () => {
    const gathering = await converges([
      { do: 'open-round', secrecy: 'live' },
      { do: 'settle' },
      { do: 'score', seat: 'bo', option: 'django', criterion: 'docs', score: null, done: false },
      { do: 'score', seat: 'bo-phone', option: 'django', criterion: 'speed', score: 3, done: true },
    ]);
    const { mine } = gathering.at('bo').store.view ?? {};
    expect(mine?.get('round-1')?.ballot).toEqual({ cells: { django: { speed: 3 } } });
  });
});
