// A board as large as a company makes them opens at once and whole, on a desktop and on a phone, and nothing in it jumps
// about. How fast is measured by `npm run bench`; here stands what makes it so.
import { type Page, expect, test } from '@playwright/test';
import { LARGE, largeExport } from '../support/large-board.ts';
import { type MadeBoard, linkOf, makeExported } from './boards.ts';
import { openHouse } from './house.ts';
import { SimulatedVoter } from './simulated-voter.ts';

const CELLS = LARGE.options * LARGE.criteria;
const PHONE_SIZE = { width: 390, height: 844 };

const house = openHouse();
let board: MadeBoard;
test.beforeAll(async () => {
  board = await makeExported(house.server.base, largeExport());
});

const at = (search: string): string => linkOf(board, 'watcher').replace('#', `?${search}#`);

interface Held {
  /** What waits for idle time; kept from the page until `release`. */
  waiting: (() => void)[] | undefined;
  /** How much of the window has moved by itself, as the browser counts it. */
  moved: number;
}

/** A page that gets no idle time: what it draws now it draws at once. */
async function enterWithoutIdleTime(): Promise<Page> {
  const { page } = await house.room.enter();
  await page.addInitScript(() => {
    const held: Held = { waiting: [], moved: 0 };
    const idle = globalThis.requestIdleCallback.bind(globalThis);
    globalThis.requestIdleCallback = (act, options) => {
      if (held.waiting === undefined) return idle(act, options);
      return held.waiting.push(() => idle(act));
    };
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) held.moved += (entry as PerformanceEntry & { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
    Object.assign(globalThis, { held });
  });
  return page;
}

const movedIn = (page: Page): Promise<number> =>
  page.evaluate(() => (globalThis as unknown as { held: Held }).held.moved);

const release = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const { held } = globalThis as unknown as { held: Held };
    const { waiting = [] } = held;
    held.waiting = undefined;
    for (const act of waiting) act();
  });

for (const [name, viewport] of [
  ['a desktop', { width: 1440, height: 900 }],
  ['a phone', PHONE_SIZE],
] as const) {
  test(`a board of 60 × 15 with 400 notes and 300 members is drawn whole on ${name}`, async () => {
    const { page } = await house.room.enter();
    await page.setViewportSize(viewport);
    await page.goto(at('view=matrix'));
    await expect(page.getByRole('rowheader')).toHaveCount(LARGE.options);
    // Each row also has what the option came to.
    await expect(page.getByRole('gridcell')).toHaveCount(LARGE.options * (LARGE.criteria + 1));
  });

  test(`the matrix begins with the rows of a window on ${name}, and the others come without moving any`, async () => {
    const page = await enterWithoutIdleTime();
    await page.setViewportSize(viewport);
    await page.goto(at('view=matrix'));
    const cells = page.locator('palabre-matrix .cell');
    await expect(cells.first()).toBeVisible();
    await page.evaluate(() => document.fonts.ready);
    expect(await cells.count()).toBeLessThanOrEqual(20 * LARGE.criteria);
    const places = () =>
      page
        .locator('palabre-matrix .option-row')
        .evaluateAll((rows) => rows.map((row) => row.getBoundingClientRect().top));
    const before = { moved: await movedIn(page), places: await places() };
    expect(before.places).toHaveLength(LARGE.options);
    await release(page);
    await expect(cells).toHaveCount(CELLS);
    expect({ moved: await movedIn(page), places: await places() }).toEqual(before);
  });

  test(`the notes begin with those of a window on ${name}, and the others come below`, async () => {
    const page = await enterWithoutIdleTime();
    await page.setViewportSize(viewport);
    await page.goto(at('view=notes'));
    const notes = page.locator('palabre-note');
    await expect(notes.first().locator('strong')).toHaveText('words');
    await page.evaluate(() => document.fonts.ready);
    expect(await notes.count()).toBeLessThan(60);
    await expect(page.getByText(`${LARGE.notes} notes`)).toBeVisible();
    const moved = await movedIn(page);
    await release(page);
    await expect(notes).toHaveCount(LARGE.notes);
    expect(await movedIn(page)).toBe(moved);
    await expect(page.locator('palabre-note strong')).toHaveCount(LARGE.notes);
  });
}

test('the code of the view is on its way before the board has come', async () => {
  for (const [view, file] of [
    ['matrix', 'matrix-'],
    ['results', 'results-view-'],
    ['notes', 'notes-view-'],
    ['notes', 'safe-html-'],
    ['compare', 'compared-board-'],
  ] as const) {
    const { page } = await house.room.enter();
    const order: string[] = [];
    page.on('request', (request) => {
      if (request.url().includes(`/assets/${file}`)) order.push('asked for the view');
    });
    page.on('websocket', (socket) => {
      socket.on('framereceived', ({ payload }) => {
        if (payload.includes('"snapshot"')) order.push('the board');
      });
    });
    await page.goto(at(`view=${view}`));
    await expect.poll(() => order).toContain('the board');
    expect(order[0], file).toBe('asked for the view');
  }
});

test('a link to the last note finds it, though the page has had no idle time', async () => {
  const page = await enterWithoutIdleTime();
  const last = `Note ${LARGE.notes}:`;
  await page.goto(at('view=notes'));
  await release(page);
  const id = await page
    .locator('palabre-note')
    .filter({ hasText: last })
    .evaluate((note) => (note as HTMLElement & { note: { id: string } }).note.id);
  const other = await enterWithoutIdleTime();
  await other.goto(at(`note=${id}`));
  await expect(other.locator('palabre-note').filter({ hasText: last })).toBeInViewport();
  await expect(other.locator('article:focus')).toContainText(last);
});

test('a board that is printed before all is drawn is printed whole', async () => {
  for (const [view, drawn, all] of [
    ['notes', 'palabre-note', LARGE.notes],
    ['matrix', 'palabre-matrix .cell', CELLS],
  ] as const) {
    const page = await enterWithoutIdleTime();
    await page.goto(at(`view=${view}`));
    await expect(page.locator(drawn).first()).toBeVisible();
    expect(await page.locator(drawn).count()).toBeLessThan(all);
    await page.pdf();
    expect(await page.locator(drawn).count()).toBe(all);
  }
});

/** Writes down which cells are touched, and how often anything in the matrix is. */
const watchCells = (page: Page) =>
  page.locator('palabre-matrix').evaluateHandle((matrix) => {
    const seen = { cells: new Set<string>(), changes: 0 };
    new MutationObserver((changes) => {
      seen.changes += changes.length;
      for (const { target } of changes) {
        const element = target instanceof Element ? target : target.parentElement;
        const { option, criterion } = element?.closest<HTMLElement>('[role=gridcell]')?.dataset ?? {};
        if (criterion !== undefined) seen.cells.add(`${option}/${criterion}`);
      }
    }).observe(matrix.shadowRoot ?? matrix, { subtree: true, childList: true, attributes: true, characterData: true });
    return seen;
  });

test('a score of somebody else draws its own cell again and no other, and scrolling draws nothing', async () => {
  const own = await makeExported(house.server.base, largeExport());
  const chair = await SimulatedVoter.join(own, 'Ada', 'facilitator');
  await chair.do({ type: 'round.open', round: 'r2', method: 'score', secrecy: 'live' });
  const { page } = await house.room.enter();
  await page.goto(linkOf(own, 'watcher').replace('#', '?view=matrix#'));
  const cells = page.locator('palabre-matrix .cell');
  await expect(cells).toHaveCount(CELLS);
  const { option = '', criterion = '' } = await cells
    .nth(40)
    .evaluate(({ dataset }) => ({ option: dataset.option, criterion: dataset.criterion }) as Record<string, string>);
  const seen = await watchCells(page);
  await chair.do({ type: 'ballot.cast', round: 'r2', ballot: { cells: { [option]: { [criterion]: 4 } } } });
  await expect(cells.nth(40)).toContainText('4.0');
  expect(await seen.evaluate((now) => [...now.cells])).toEqual([`${option}/${criterion}`]);
  const changes = await seen.evaluate((now) => now.changes);
  const scroller = page.locator('palabre-matrix .scroller');
  await scroller.hover();
  for (const [x, y] of [
    [0, 2000],
    [800, 0],
    [0, -500],
  ] as const) {
    const before = await scroller.evaluate(({ scrollTop, scrollLeft }) => [scrollTop, scrollLeft]);
    await page.mouse.wheel(x, y);
    await expect
      .poll(() => scroller.evaluate(({ scrollTop, scrollLeft }) => [scrollTop, scrollLeft]))
      .not.toEqual(before);
  }
  expect(await seen.evaluate((now) => now.changes)).toBe(changes);
  chair.leave();
});
