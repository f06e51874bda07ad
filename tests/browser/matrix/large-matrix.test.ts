// The largest matrix that the design promises: 40 options × 20 criteria, with a tally that moves while one votes.
import { html } from 'lit';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import '../../../client/elements/matrix/matrix.ts';
import type { PalabreMatrix } from '../../../client/elements/matrix/matrix.ts';
import type { Presence } from '../../../shared/protocol.ts';
import type { MyBallot } from '../../../client/board-view.ts';
import type { Score } from '../../../shared/voting/ballots.ts';
import { resultOfTally } from '../../../shared/voting/result.ts';
import { type ScoreTally, mergeTally } from '../../../shared/voting/tally.ts';
import { type Idle, heldIdle } from '../idle.ts';
import { find, focused, settled, show } from '../stage.ts';
import { sampleBoard, sampleRound } from './sample.ts';

const OPTIONS = Array.from({ length: 40 }, (_, index) => `o${index}`);
const CRITERIA = Array.from({ length: 20 }, (_, index) => `c${index}`);
const INES = { id: 'm0', role: 'voter', name: 'Inès' } as const;

const round = sampleRound({
  secrecy: 'live',
  options: OPTIONS,
  criteria: CRITERIA.map((id, index) => ({ id, weight: (index % 5) + 1 })),
});
const board = sampleBoard([round], {
  options: OPTIONS.map((id) => ({ id, name: `Option ${id}`, summary: 'one of forty', facts: [] })),
  criteria: CRITERIA.map((id, index) => ({ id, name: `Criterion ${id}`, weight: (index % 5) + 1 })),
  notes: new Map(),
});
const startingTally: ScoreTally = {
  cells: Object.fromEntries(
    OPTIONS.map((option, row) => [
      option,
      Object.fromEntries(CRITERIA.map((criterion, column) => [criterion, [row % 3, 2, column % 4, 5, 3, row % 5, 1]])),
    ]),
  ),
};

let tally = startingTally;
let mine: MyBallot = { ballot: { cells: {} }, done: false, waiting: new Set() };

/** One's own score and what it does to the tally, as the page hands them down. */
function give(option: string, criterion: string, score: Score): void {
  const counts = tally.cells[option]?.[criterion] ?? [];
  const index = score === 'unknown' ? 6 : score;
  tally = mergeTally(tally, {
    cells: { [option]: { [criterion]: counts.with(index, (counts[index] ?? 0) + 1) } },
  }) as ScoreTally;
  const cells = mine.ballot !== undefined && 'cells' in mine.ballot ? mine.ballot.cells : {};
  mine = { ...mine, ballot: { cells: { ...cells, [option]: { ...cells[option], [criterion]: score } } } };
}

let idle: Idle;
beforeEach(() => {
  idle = heldIdle();
});
afterEach(() => {
  vi.unstubAllGlobals();
});

const cellsIn = (matrix: PalabreMatrix): number => matrix.renderRoot.querySelectorAll('.cell').length;

/** The rows that a window holds. */
async function begin(): Promise<PalabreMatrix> {
  await page.viewport(1440, 900);
  const matrix = await show<PalabreMatrix>(
    html`<palabre-matrix
      .board=${board}
      .round=${round}
      .tally=${tally}
      .result=${resultOfTally(round, tally, 17)}
      .mine=${mine}
      .you=${INES}
    ></palabre-matrix>`,
  );
  await settled(matrix);
  return matrix;
}

async function draw(): Promise<PalabreMatrix> {
  const matrix = await begin();
  while (idle.pass() > 0) await settled(matrix);
  expect(cellsIn(matrix)).toBe(OPTIONS.length * CRITERIA.length);
  return matrix;
}

/** The cells that a change draws again. */
async function touchedBy(matrix: PalabreMatrix, change: () => void): Promise<readonly string[]> {
  const touched = new Set<string>();
  const observer = new MutationObserver((changes) => {
    for (const { target } of changes) {
      const element = target instanceof Element ? target : target.parentElement;
      const cell = element?.closest<HTMLElement>('[role=gridcell]')?.dataset;
      if (cell?.['criterion'] !== undefined) touched.add(`${cell['option']}/${cell['criterion']}`);
    }
  });
  observer.observe(matrix.renderRoot, { subtree: true, childList: true, attributes: true, characterData: true });
  change();
  await settled(matrix);
  observer.disconnect();
  return [...touched];
}

test('the rows that a window holds are drawn first, the others in steps, and nothing moves meanwhile', async () => {
  const matrix = await begin();
  const scroller = matrix.renderRoot.querySelector('.scroller');
  const [height, width] = [scroller?.scrollHeight, scroller?.scrollWidth];
  const rows = () =>
    [...matrix.renderRoot.querySelectorAll('.option-row')].map((row) => row.getBoundingClientRect().top);
  const tops = rows();
  expect(tops).toHaveLength(OPTIONS.length);
  const counts = [cellsIn(matrix) / CRITERIA.length];
  while (idle.pass() > 0) {
    await settled(matrix);
    counts.push(cellsIn(matrix) / CRITERIA.length);
  }
  expect(counts).toEqual([20, 35, 40]);
  expect(rows()).toEqual(tops);
  expect([scroller?.scrollHeight, scroller?.scrollWidth]).toEqual([height, width]);
});

test('the keys reach a cell whose row was still to come', async () => {
  const matrix = await begin();
  await matrix.focusTarget({ kind: 'cell', option: 'o39', criterion: 'c19' });
  expect((focused() as HTMLElement).dataset).toMatchObject({ option: 'o39', criterion: 'c19' });
});

test('every row is there to be printed, however early that is', async () => {
  const matrix = await begin();
  window.dispatchEvent(new Event('beforeprint'));
  await settled(matrix);
  expect(cellsIn(matrix)).toBe(OPTIONS.length * CRITERIA.length);
});

test('a score draws its own cell again and no other', async () => {
  const matrix = await draw();
  const touched = await touchedBy(matrix, () => {
    give('o7', 'c3', 4);
    Object.assign(matrix, { tally, mine });
  });
  expect(touched).toEqual(['o7/c3']);
});

test('who looks at another cell draws the two cells again and no other, and moves nothing', async () => {
  const at = (option: string, criterion: string): ReadonlyMap<string, Presence> =>
    new Map([['m1', { focus: { kind: 'cell', option, criterion } }]]);
  const matrix = await draw();
  matrix.presence = at('o7', 'c3');
  await settled(matrix);
  const boxes = () =>
    JSON.stringify(
      [...matrix.renderRoot.querySelectorAll('[role=gridcell]')].map((cell) => cell.getBoundingClientRect()),
    );
  const before = boxes();
  const touched = await touchedBy(matrix, () => (matrix.presence = at('o2', 'c5')));
  expect(touched.toSorted()).toEqual(['o2/c5', 'o7/c3']);
  expect(boxes()).toBe(before);
  expect(find(matrix, '[data-option=o2][data-criterion=c5] .face')?.textContent).toBe('AD');
  // Looking again at the same place is nothing new.
  expect(await touchedBy(matrix, () => (matrix.presence = at('o2', 'c5')))).toEqual([]);
});

test('a score takes no task above 50 ms, layout included', async () => {
  const matrix = await draw();
  matrix.getBoundingClientRect();
  const times: number[] = [];
  for (let turn = 0; turn < 60; turn += 1) {
    const option = OPTIONS[(turn * 7) % OPTIONS.length] ?? '';
    const criterion = CRITERIA[(turn * 3) % CRITERIA.length] ?? '';
    const start = performance.now();
    give(option, criterion, 3);
    Object.assign(matrix, { tally, mine });
    await matrix.updateComplete;
    matrix.getBoundingClientRect();
    times.push(performance.now() - start);
  }
  const sorted = times.toSorted((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)] ?? Infinity;
  console.info(`40 × 20: a score takes ${median.toFixed(1)} ms, at worst ${(sorted.at(-1) ?? 0).toFixed(1)} ms`);
  // The median, because a busy machine is not a slow matrix.
  expect(median).toBeLessThan(50);
});
