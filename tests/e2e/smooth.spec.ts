// A large board under many hands: every score arrives, and how smoothly the page went is told, not judged by time.
import { type Page, expect, test } from '@playwright/test';
import { type MadeBoard, contentOf, lastRoundOf, makeBoard, roundsOf } from './boards.ts';
import { type Cast, Crowd, countUp, planOf } from './crowd.ts';
import { openHouse } from './house.ts';
import { joinByLink } from './person.ts';
import { cellOf, footBar, openRound } from './scoring.ts';

const OPTIONS = Array.from({ length: 40 }, (_, at) => `Option ${at + 1}`);
const CRITERIA = Array.from({ length: 20 }, (_, at) => ({ name: `Criterion ${at + 1}`, weight: (at % 5) + 1 }));
const VOTERS = 30;
const CASTS = 30;
const EVERY_MS = 250;
const OWN_ROWS = 6;

const house = openHouse();

interface Measures {
  /** Durations in ms: tasks over 50 ms, key presses until drawn, gaps between frames. */
  readonly tasks: number[];
  readonly keys: number[];
  readonly frames: number[];
}

/** Starts to write down what the browser says about its own work. */
async function measure(page: Page): Promise<() => Promise<Measures>> {
  const handle = await page.evaluateHandle(() => {
    const measures: { tasks: number[]; keys: number[]; frames: number[] } = { tasks: [], keys: [], frames: [] };
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) measures.tasks.push(duration);
    }).observe({ type: 'longtask' });
    const timing: PerformanceObserverInit & { durationThreshold: number } = { type: 'event', durationThreshold: 16 };
    new PerformanceObserver((list) => {
      for (const { name, duration } of list.getEntries()) if (name === 'keydown') measures.keys.push(duration);
    }).observe(timing);
    let last = performance.now();
    const frame = (now: number): void => {
      measures.frames.push(now - last);
      last = now;
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
    return measures;
  });
  return () => handle.jsonValue();
}

const at = (values: readonly number[], share: number): string => {
  const sorted = values.toSorted((a, b) => a - b);
  const value = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  return value === undefined ? '–' : `${Math.round(value)} ms`;
};

function tell(name: string, { tasks, keys, frames }: Measures): void {
  const figures = [
    `${tasks.length} long tasks, ${Math.round(tasks.reduce((sum, task) => sum + task, 0))} ms in all, longest ${at(tasks, 1)}`,
    `keys until drawn: ${keys.length} over 16 ms, median ${at(keys, 0.5)}, 98% within ${at(keys, 0.98)}`,
    `frames: ${frames.length}, median ${at(frames, 0.5)}, 95% within ${at(frames, 0.95)}, longest ${at(frames, 1)}`,
  ].join('; ');
  test.info().annotations.push({ type: name, description: figures });
  console.log(`${name}: ${figures}`);
}

/** Digits and arrows through the first rows; answers what was scored. */
async function scoreRows(page: Page, options: readonly string[], criteria: readonly string[]): Promise<Cast[]> {
  const given: Cast[] = [];
  await page.getByRole('gridcell').first().focus();
  for (const [row, option] of options.slice(0, OWN_ROWS).entries()) {
    for (const [column, criterion] of criteria.entries()) {
      const score = (row + column) % 6;
      await page.keyboard.press(String(score));
      given.push({ option, criterion, score });
      if (column < criteria.length - 1) await page.keyboard.press('ArrowRight');
    }
    for (const key of ['Home', 'ArrowDown', 'ArrowRight']) await page.keyboard.press(key);
  }
  return given;
}

async function scrollAbout(page: Page): Promise<void> {
  await page.getByRole('grid').hover();
  for (const [x, y] of [
    [0, 120],
    [120, 0],
    [0, -120],
    [-120, 0],
  ] as const) {
    for (let step = 0; step < 12; step += 1) await page.mouse.wheel(x, y);
  }
}

const tallyOf = async (board: MadeBoard, round: string): Promise<unknown> => (await roundsOf(board))[round]?.tally;

test('a board of 40 × 20 takes every score of 30 voters and of a keyboard, while it is scrolled', async () => {
  const board = await makeBoard(house.server.base, 'Large', OPTIONS, CRITERIA);
  const ada = await house.room.enter();
  const { page } = ada;
  await joinByLink(ada, board, 'facilitator', 'Ada');
  await openRound(page, 'Live');
  const round = await lastRoundOf(board);
  const content = await contentOf(board);
  const grid = { options: content.options.map(({ id }) => id), criteria: content.criteria.map(({ id }) => id) };
  const crowd = await Crowd.gather(board, VOTERS);
  const plans = Array.from({ length: VOTERS }, (_, voter) => planOf(grid, voter, CASTS));

  const read = await measure(page);
  const casting = crowd.cast(round, plans, EVERY_MS);
  const own = await scoreRows(page, grid.options, grid.criteria);
  await scrollAbout(page);
  await casting;
  await expect(footBar(page)).toContainText(/· saved/);
  tell('40 × 20 with 30 voters', await read());

  const expected = countUp(grid, [...own, ...plans.flat()]);
  await expect.poll(() => tallyOf(board, round)).toEqual({ cells: expected });
  // The page comes to the same: all its cells have as many scores as were given.
  for (const [option, criterion] of [
    [0, 0],
    [5, 19],
    [39, 19],
  ] as const) {
    const counts = expected[grid.options[option] ?? '']?.[grid.criteria[criterion] ?? ''] ?? [];
    const given = counts.reduce((sum, count) => sum + count, 0);
    const mean = counts.reduce((sum, count, score) => sum + count * score, 0) / given;
    const cell = cellOf(page, OPTIONS[option] ?? '', CRITERIA[criterion]?.name ?? '').first();
    await expect(cell).toHaveAccessibleName(given === 0 ? /Nobody/ : new RegExp(`mean ${mean.toFixed(1)}`));
  }
  crowd.leave();
});
