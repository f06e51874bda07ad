// However people act, drop off and come back: at the end everybody sees the same board, nothing counted twice or was
// lost, and nobody saw a hidden ballot. Real pages and real boards over wires that the test flushes and cuts.
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Action, Gathering, type Seat, arbitraryActions } from './support/gathering.ts';

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

/** Meetings that went wrong once, or would without a rule that is easily lost; as short as they get. */
describe('meetings that are easily gone wrong', () => {
  const score = (seat: Seat, given: 0 | 3 | 5): Action => ({
    do: 'score',
    seat,
    option: 'flask',
    criterion: 'speed',
    score: given,
  });
  const begin = (secrecy: 'live' | 'named' | 'anonymous'): Action[] => [
    { do: 'open-round', secrecy },
    { do: 'settle' },
  ];
  const shown = (gathering: Gathering, seat: Seat) => gathering.at(seat).store.view?.mine.get('round-1')?.ballot;

  test('two devices of one voter score in the same batch, and each then shows what both came to', async () => {
    const gathering = await converges([
      ...begin('live'),
      { do: 'score', seat: 'bo', option: 'django', criterion: 'docs', score: null, done: false },
      { do: 'score', seat: 'bo-phone', option: 'django', criterion: 'speed', score: 3, done: true },
    ]);
    expect(shown(gathering, 'bo')).toEqual({ cells: { django: { speed: 3 } } });
  });

  test.each([['lose-answers'], ['reload-in-flight']] as const)(
    'after %s an old score that goes again does not cover the newer one of another device',
    async (breaks) => {
      for (const secrecy of ['live', 'named', 'anonymous'] as const) {
        const gathering = await converges([
          ...begin(secrecy),
          score('bo', 3),
          { do: breaks, seat: 'bo' },
          score('bo-phone', 5),
          { do: 'up', seat: 'bo-phone', frames: 1 },
          { do: 'down', seat: 'bo-phone', frames: 1 },
        ]);
        expect(shown(gathering, 'bo')).toEqual({ cells: { flask: { speed: 5 } } });
      }
    },
  );

  test('a score that was taken, and whose answer was lost until after the close, is remembered', async () => {
    const gathering = await converges([
      ...begin('anonymous'),
      score('cy', 3),
      { do: 'lose-answers', seat: 'cy' },
      { do: 'close-round' },
      { do: 'settle' },
    ]);
    expect(shown(gathering, 'cy')).toEqual({ cells: { flask: { speed: 3 } } });
  });

  test('a score that came after the close is refused, and nobody keeps it', async () => {
    const gathering = await converges([
      ...begin('live'),
      { do: 'cut', seat: 'cy' },
      score('cy', 3),
      { do: 'close-round' },
      { do: 'settle' },
    ]);
    expect(shown(gathering, 'cy')).toBeUndefined();
    expect(gathering.at('cy').store.view?.refusals).toMatchObject([{ error: { code: 'round-not-open' } }]);
  });

  test('whoever missed an update of events asks for it', async () => {
    await converges([
      ...begin('named'),
      { do: 'note', seat: 'ada' },
      { do: 'up', seat: 'ada', frames: 1 },
      { do: 'pass', ms: 60 },
      { do: 'miss-update', seat: 'screen' },
      { do: 'settle' },
    ]);
  });

  test('whoever missed an update of numbers asks for it', async () => {
    await converges([
      ...begin('live'),
      score('ada', 5),
      { do: 'settle' },
      { do: 'pass', ms: 60 },
      score('ada', 0),
      { do: 'up', seat: 'ada', frames: 1 },
      { do: 'miss-update', seat: 'cy' },
      { do: 'pass', ms: 60 },
      { do: 'score', seat: 'bo', option: 'django', criterion: 'docs', score: 3 },
      { do: 'settle' },
    ]);
  });

  test('a commit that fails is tried again until the score is in', async () => {
    const gathering = await converges([...begin('named'), { do: 'fail-commit' }, score('cy', 5), { do: 'settle' }]);
    expect(shown(gathering, 'cy')).toEqual({ cells: { flask: { speed: 5 } } });
  });
});
