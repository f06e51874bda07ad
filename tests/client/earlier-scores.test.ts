// A voter's own earlier scores, as a start for a second round.
import { describe, expect, test } from 'vitest';
import type { MyBallot } from '../../client/board-view.ts';
import { earlierScores } from '../../client/elements/ballot/earlier-scores.ts';
import type { Ballot } from '../../shared/voting/ballots.ts';
import { Table, command } from '../support/boards.ts';

type Cells = Extract<Ballot, { cells: unknown }>['cells'];
const mine = (cells: Cells): MyBallot => ({ ballot: { cells }, done: false, waiting: new Set() });

function board(last: Partial<Parameters<typeof command<'round.open'>>[1]> = {}) {
  const table = new Table();
  for (const round of ['r1', 'r2']) {
    table.do('ada', command('round.open', { round, method: 'score', secrecy: 'anonymous' }));
    table.do('ada', command('round.close', { round }));
  }
  table.do('ada', command('round.open', { round: 'r3', method: 'score', secrecy: 'named', ...last }));
  return table.board;
}
const start = (state: ReturnType<typeof board>, ballots: ReadonlyMap<string, MyBallot>) =>
  earlierScores(state, state.rounds.at(-1), ballots);

describe('own earlier scores', () => {
  test('are the latest ones known on this device, cell by cell', () => {
    const ballots = new Map([
      ['r1', mine({ flask: { speed: 1, docs: 2 } })],
      ['r2', mine({ flask: { speed: 5 }, django: { docs: 'unknown' } })],
    ]);
    expect(start(board(), ballots)).toEqual({
      ballot: { cells: { flask: { speed: 5, docs: 2 }, django: { docs: 'unknown' } } },
      count: 3,
    });
  });

  test('leave alone what is scored already', () => {
    const ballots = new Map([
      ['r1', mine({ flask: { speed: 1, docs: 2 } })],
      ['r3', mine({ flask: { speed: 4 } })],
    ]);
    expect(start(board(), ballots)).toEqual({ ballot: { cells: { flask: { docs: 2 } } }, count: 1 });
  });

  test('are those of cells that are asked now', () => {
    const ballots = new Map([['r1', mine({ flask: { speed: 1, docs: 2 } })]]);
    expect(start(board({ cells: [['flask', 'docs']] }), ballots)?.ballot).toEqual({ cells: { flask: { docs: 2 } } });
    expect(start(board({ cells: [['django', 'docs']] }), ballots)).toBeUndefined();
  });

  test('are none for a round of another kind, and none without any', () => {
    const ballots = new Map([['r1', mine({ flask: { speed: 1 } })]]);
    expect(start(board({ method: 'approval' }), ballots)).toBeUndefined();
    expect(start(board(), new Map())).toBeUndefined();
  });
});
