// A second round on some cells: the others keep what they had, and both are counted together.
import { describe, expect, test } from 'vitest';
import { carriedCount } from '../../../shared/analysis/carried.ts';
import { earlierCells } from '../../../shared/analysis/earlier-cells.ts';
import { runOffOf, tiedOptions } from '../../../shared/analysis/run-off.ts';
import { Table, command } from '../../support/boards.ts';

type Opening = Parameters<typeof command<'round.open'>>[1];
type Scores = Readonly<Record<string, Readonly<Record<string, 0 | 1 | 2 | 3 | 4 | 5>>>>;

/** Opens a round, lets Bo and Cy cast the same ballot, closes and reveals it. */
function held(table: Table, opening: Partial<Opening> & { readonly round: string }, cells: Scores): void {
  const { options = Object.keys(cells) } = opening;
  const asked = Object.fromEntries(Object.entries(cells).filter(([option]) => options.includes(option)));
  const done = [
    table.do('ada', command('round.open', { method: 'score', secrecy: 'named', ...opening })),
    table.do('bo', command('ballot.cast', { round: opening.round, ballot: { cells: asked } })),
    table.do('cy', command('ballot.cast', { round: opening.round, ballot: { cells: asked } })),
    table.do('ada', command('round.close', { round: opening.round })),
    table.do('ada', command('round.reveal', { round: opening.round })),
  ];
  expect(done.every(({ ok }) => ok)).toBe(true);
}

const FIRST: Scores = { flask: { speed: 3, docs: 3 }, django: { speed: 4, docs: 4 }, bottle: { speed: 1, docs: 0 } };
const CELLS: [string, string][] = [
  ['flask', 'speed'],
  ['django', 'docs'],
];

function twice(): Table {
  const table = new Table();
  held(table, { round: 'r1' }, FIRST);
  held(table, { round: 'r2', cells: CELLS }, { flask: { speed: 5 }, django: { docs: 1 } });
  return table;
}
const latest = (table: Table) => {
  const round = table.board.rounds.at(-1);
  if (round === undefined) throw new Error('no round');
  return round;
};

describe('a round on some cells only', () => {
  test('leaves the others what the round before gave them', () => {
    const { board } = twice();
    const [, second] = board.rounds;
    const earlier = second && earlierCells(board, second);
    expect(earlier?.get('flask')?.get('docs')).toMatchObject({ number: 1, counts: [0, 0, 0, 2, 0, 0, 0] });
    expect(earlier?.get('flask')?.has('speed')).toBe(false);
    expect(earlier?.get('bottle')?.size).toBe(2);
  });

  test('is counted together with them, by the weights of the board', () => {
    const table = twice();
    const carried = carriedCount(table.board, latest(table));
    expect(carried?.from).toEqual([1]);
    // Speed weighs twice as much as documentation: Flask (2·5 + 3) / 3, Django (2·4 + 1) / 3, Bottle (2·1 + 0) / 3.
    expect(carried?.result.ranking).toEqual([
      { rank: 1, option: 'flask', value: 86.6667 },
      { rank: 2, option: 'django', value: 60 },
      { rank: 3, option: 'bottle', value: 13.3333 },
    ]);
    expect(carried?.result.winners).toEqual(['flask']);
  });

  test('the latest of several earlier rounds counts', () => {
    const table = twice();
    held(table, { round: 'r3', cells: [['bottle', 'docs']] }, { bottle: { docs: 5 } });
    const carried = carriedCount(table.board, latest(table));
    expect(carried?.from).toEqual([1, 2]);
    expect(carried?.tally.cells['flask']?.['speed']).toEqual([0, 0, 0, 0, 0, 2, 0]);
    expect(carried?.result.ranking.find(({ option }) => option === 'bottle')?.value).toBe(46.6667);
  });

  test('of an option taken off the board nothing is kept', () => {
    const table = twice();
    table.do('ada', command('option.remove', { option: 'bottle' }));
    expect(carriedCount(table.board, latest(table))?.result.order).toEqual(['flask', 'django']);
  });
});

test('a round that asks about everything carries nothing', () => {
  const table = new Table();
  held(table, { round: 'r1' }, FIRST);
  held(table, { round: 'r2' }, FIRST);
  expect(carriedCount(table.board, latest(table))).toBeUndefined();
});

test('a rule that needs whole ballots is not counted from kept cells', () => {
  const table = new Table();
  held(table, { round: 'r1' }, FIRST);
  held(table, { round: 'r2', rule: 'schulze', options: ['flask', 'django'] }, { flask: { speed: 1 } });
  expect(carriedCount(table.board, latest(table))).toBeUndefined();
});

describe('a tie', () => {
  const even: Scores = { flask: { speed: 4, docs: 4 }, django: { speed: 4, docs: 4 }, bottle: { speed: 1, docs: 0 } };

  test('is settled by the first later round on the tied options alone', () => {
    const table = new Table();
    held(table, { round: 'r1' }, even);
    held(table, { round: 'r2', options: ['flask', 'bottle'] }, even);
    held(table, { round: 'r3', options: ['django', 'flask'] }, even);
    const [first] = table.board.rounds;
    expect(first && tiedOptions(first).toSorted()).toEqual(['django', 'flask']);
    expect(first && runOffOf(table.board, first)?.id).toBe('r3');
  });

  test('is none where one option leads', () => {
    const table = new Table();
    held(table, { round: 'r1' }, FIRST);
    expect(tiedOptions(latest(table))).toEqual([]);
    expect(runOffOf(table.board, latest(table))).toBeUndefined();
  });
});
