// How long the views of a board as large as a company makes them take to open, in a browser that has nothing of it yet.
import { type Browser, type BrowserContextOptions, chromium } from 'playwright';
import { largeExport } from '../support/large-board.ts';
import { type Made, TOKEN, ask } from './palabre-board.ts';

const TIMES = 5;
const DESKTOP = { viewport: { width: 1440, height: 900 } };
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 };

interface View {
  readonly url: string;
  readonly on: BrowserContextOptions;
  /** What is there when the view is drawn as far as a window shows it, and what when it is drawn whole. */
  readonly drawn: string;
  readonly whole?: string;
}

interface Opening {
  readonly drawn: number;
  readonly whole: number;
  /** The longest task on the main thread, ms; 50 and less count as none. */
  readonly longest: number;
}

const member = { id: 'chair', token: TOKEN, name: 'Chair' };

/** A board whose round is over, and the same with another one open. */
async function makeBoards(port: number): Promise<{ readonly closed: Made; readonly open: Made }> {
  const boards = `http://127.0.0.1:${port}/api/boards`;
  const content = { import: { format: 'json', text: largeExport() } };
  const [closed, open] = [await ask<Made>(boards, content), await ask<Made>(boards, content)];
  await ask(`${boards}/${open.id}/members`, { member }, { Authorization: `Bearer ${open.keys.facilitator}` });
  const round = { id: 'open', type: 'round.open', round: 'now', method: 'score', secrecy: 'live' };
  await ask(`${boards}/${open.id}/commands`, round, { Authorization: `Member ${member.id}:${TOKEN}` });
  return { closed, open };
}

async function viewsOf(port: number): Promise<Readonly<Record<string, View>>> {
  const { closed, open } = await makeBoards(port);
  const at = (view: string): string => `http://127.0.0.1:${port}/b/${closed.id}?view=${view}#${closed.keys.watcher}`;
  const me = `me=${member.id}.${TOKEN}`;
  return {
    matrix: {
      url: at('matrix'),
      on: DESKTOP,
      drawn: 'palabre-matrix .cell >> nth=250',
      whole: 'palabre-matrix .cell >> nth=899',
    },
    results: { url: at('results'), on: DESKTOP, drawn: 'palabre-weighting-shares li >> nth=0' },
    notes: {
      url: at('notes'),
      on: DESKTOP,
      drawn: 'palabre-markdown .drawn >> nth=20',
      whole: 'palabre-markdown .drawn >> nth=399',
    },
    compare: { url: at('compare'), on: DESKTOP, drawn: 'palabre-compare-view tr >> nth=15' },
    ballot: {
      url: `http://127.0.0.1:${port}/b/${open.id}?view=ballot#${me}`,
      on: PHONE,
      drawn: 'palabre-score-scale >> nth=0',
    },
  };
}

/** Ms from the start of the navigation until something is there and has been painted. */
async function openOnce(browser: Browser, { url, on, drawn, whole = drawn }: View): Promise<Opening> {
  const context = await browser.newContext(on);
  const page = await context.newPage();
  await page.addInitScript(() => {
    const tasks: number[] = [];
    new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({
      type: 'longtask',
    });
    Object.assign(globalThis, { tasks });
  });
  const painted = async (what: string): Promise<number> => {
    await page.locator(what).waitFor({ state: 'attached' });
    return page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          requestAnimationFrame(() => setTimeout(() => resolve(performance.now())));
        }),
    );
  };
  await page.goto(url, { waitUntil: 'commit' });
  const times = { drawn: await painted(drawn), whole: await painted(whole) };
  const tasks = await page.evaluate(() => (globalThis as unknown as { tasks: number[] }).tasks);
  await context.close();
  return { ...times, longest: Math.max(0, ...tasks) };
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

/** Every view a few times in turn, after once for nothing. */
export async function openViews(port: number): Promise<Record<string, number>> {
  const views = Object.entries(await viewsOf(port));
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    const openings = new Map<string, Opening[]>(views.map(([name]) => [name, []]));
    for (let time = 0; time <= TIMES; time += 1) {
      for (const [name, view] of views) {
        const opening = await openOnce(browser, view);
        if (time > 0) openings.get(name)?.push(opening);
      }
    }
    const of = (name: string, what: keyof Opening): number =>
      median((openings.get(name) ?? []).map((one) => one[what]));
    return {
      ...Object.fromEntries(views.map(([name]) => [name, of(name, 'drawn')])),
      allRows: of('matrix', 'whole'),
      allNotes: of('notes', 'whole'),
      longestTask: Math.max(...views.map(([name]) => of(name, 'longest'))),
    };
  } finally {
    await browser.close();
  }
}
