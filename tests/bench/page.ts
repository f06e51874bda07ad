// What a browser does while it watches a busy board, as Chromium itself counts it.
import { type CDPSession, chromium } from 'playwright';

const REST_MS = 5000;

type Metrics = Readonly<Record<string, number>>;

async function metrics(session: CDPSession): Promise<Metrics> {
  const { metrics: list } = await session.send('Performance.getMetrics');
  return Object.fromEntries(list.map(({ name, value }) => [name, value]));
}

/** Bytes in use when all that can be collected is. */
async function heap(session: CDPSession): Promise<number> {
  for (let times = 0; times < 3; times += 1) await session.send('HeapProfiler.collectGarbage');
  return (await session.send('Runtime.getHeapUsage')).usedSize;
}

const since = (before: Metrics, after: Metrics, name: string): number => (after[name] ?? 0) - (before[name] ?? 0);

/** Opens the page, lets the crowd vote twice, and then nobody. A frame is a sixtieth of a second. */
export async function watchPage(url: string, vote: () => Promise<void>): Promise<Record<string, number>> {
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    const page = await browser.newPage();
    await page.goto(url);
    await page.getByText('Option 0').first().waitFor();
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable');
    await session.send('HeapProfiler.enable');
    await vote();
    const heapBefore = await heap(session);
    const before = await metrics(session);
    const start = performance.now();
    await vote();
    const after = await metrics(session);
    const seconds = (performance.now() - start) / 1000;
    const heapAfter = await heap(session);
    const atRest = await metrics(session);
    await new Promise((resolve) => setTimeout(resolve, REST_MS));
    const rested = await metrics(session);
    const frames = 60 * seconds;
    return {
      restylingsPerFrame: since(before, after, 'RecalcStyleCount') / frames,
      layoutsPerFrame: since(before, after, 'LayoutCount') / frames,
      busyShare: since(before, after, 'TaskDuration') / seconds,
      idleRestylings: since(atRest, rested, 'RecalcStyleCount'),
      idleBusyShare: since(atRest, rested, 'TaskDuration') / (REST_MS / 1000),
      heapMegabytes: heapBefore / 2 ** 20,
      heapGrowthKilobytes: (heapAfter - heapBefore) / 1024,
    };
  } finally {
    await browser.close();
  }
}
