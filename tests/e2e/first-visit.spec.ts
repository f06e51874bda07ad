// What a voter's first visit by link costs: code and styles on the wire, and not one request to anybody else.
import { type Request, expect, test } from '@playwright/test';
import { linkOf, makeStarterBoard } from './boards.ts';
import { openHouse } from './house.ts';
import { PHONE, giveName } from './person.ts';
import { SimulatedVoter } from './simulated-voter.ts';

const MOST_BYTES = 130_000;

const house = openHouse();

const isCode = (request: Request): boolean => /\.(js|css)$/.test(new URL(request.url()).pathname);

/** The compressed bytes of every script and style that has arrived. */
async function weightOf(requests: readonly Request[]): Promise<readonly number[]> {
  const sizes = await Promise.all(requests.filter(isCode).map((request) => request.sizes()));
  return sizes.map(({ responseBodySize }) => responseBodySize);
}

function tell(where: string, weights: readonly number[]): number {
  const bytes = weights.reduce((sum, weight) => sum + weight, 0);
  const summary = `${weights.length} files of code and styles, ${(bytes / 1000).toFixed(1)} kB compressed`;
  test.info().annotations.push({ type: where, description: summary });
  console.log(`${where}: ${summary}`);
  return bytes;
}

test('a voter’s first visit fetches little code and few styles, up to the ballot or the matrix', async () => {
  const board = await makeStarterBoard(house.server.base, 'fr');
  const chair = await SimulatedVoter.join(board, 'Ada', 'facilitator');
  await chair.do({ type: 'round.open', round: 'r1', method: 'score', secrecy: 'named' });
  for (const [language, options] of [
    ['en', { ...PHONE, locale: 'en-GB' }],
    ['fr', PHONE],
    ['fr', { locale: 'fr-FR' }],
  ] as const) {
    const bo = await house.room.enter(options);
    const finished: Request[] = [];
    bo.page.on('requestfinished', (request) => finished.push(request));
    await bo.page.goto(linkOf(board, 'voter'));
    await expect(bo.page.getByRole('textbox', { name: /^(Your name|Votre nom)$/ })).toBeVisible();
    await bo.page.waitForLoadState('networkidle');
    const asked = tell(`first visit in ${language}, asked for a name`, await weightOf(finished));
    expect(asked).toBeLessThanOrEqual(MOST_BYTES);
    await giveName(bo, 'Bo', language);
    const ballot = bo.page.getByRole('heading', { name: 'Flask' });
    await expect(ballot.or(bo.page.getByRole('grid')).first()).toBeVisible();
    await bo.page.waitForLoadState('networkidle');
    const bytes = tell(`first visit in ${language}, at the ballot`, await weightOf(finished));
    expect(bytes).toBeLessThanOrEqual(MOST_BYTES);
  }
  chair.leave();
});

test('code and styles come as they were compressed at the build, for ever; a browser without Brotli gets them too', async () => {
  const page = await (await fetch(house.server.base)).text();
  const script = /src="\.(\/assets\/[^"]+\.js)"/.exec(page)?.[1] ?? '';
  const texts = [];
  for (const accepted of ['br', 'gzip', 'identity']) {
    const answer = await fetch(house.server.base + script, { headers: { 'Accept-Encoding': accepted } });
    const { headers } = answer;
    expect
      .soft([headers.get('Content-Type'), headers.get('Cache-Control'), headers.get('Vary')])
      .toEqual([
        'text/javascript; charset=utf-8',
        'public, max-age=31536000, immutable',
        expect.stringContaining('Accept-Encoding'),
      ]);
    expect(headers.get('Content-Encoding') === 'br').toBe(accepted === 'br');
    texts.push(await answer.text());
  }
  expect(new Set(texts).size).toBe(1);
});

test('nothing is asked of another host, from the home page to the big screen', async () => {
  const board = await makeStarterBoard(house.server.base);
  const { page } = await house.room.enter();
  const elsewhere: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(house.server.base) && !/^(data|blob):/.test(request.url()))
      elsewhere.push(request.url());
  });
  page.on('websocket', (socket) => {
    if (!socket.url().startsWith(house.server.base.replace('http', 'ws'))) elsewhere.push(socket.url());
  });
  const failed: string[] = [];
  page.on('response', (response) => {
    if (response.status() >= 400) failed.push(`${response.status()} ${response.url()}`);
  });
  await page.goto(house.server.base);
  await page.getByText('Your own table').click();
  await page.goto(linkOf(board, 'watcher'));
  await expect(page.getByRole('grid')).toBeVisible();
  await page.getByRole('button', { name: /^Flask/ }).click();
  await page.goto(`${house.server.base}/b/${board.id}?view=notes`);
  await expect(page.locator('palabre-note').first()).toBeVisible();
  await page.goto(`${house.server.base}/b/${board.id}/screen`);
  await expect(page.getByRole('heading', { name: 'Which Python web framework?' })).toBeVisible();
  await page.goto(`${house.server.base}/recount`);
  await page.waitForLoadState('networkidle');
  expect(elsewhere).toEqual([]);
  expect(failed).toEqual([]);
});

test('no address that is asked for, nor where one came from, tells a key that stands in a link', async () => {
  const board = await makeStarterBoard(house.server.base);
  const asked: Request[] = [];
  const lines: string[] = [];
  for (const role of ['facilitator', 'voter', 'watcher'] as const) {
    const person = await house.room.enter();
    person.page.on('request', (request) => asked.push(request));
    person.page.on('websocket', (socket) => lines.push(socket.url()));
    await person.page.goto(linkOf(board, role));
    if (role !== 'watcher') await giveName(person, `The ${role}`);
    await expect(person.page.getByRole('grid')).toBeVisible();
    await person.page.reload();
    await expect(person.page.getByRole('grid')).toBeVisible();
  }
  const referrers = await Promise.all(asked.map(async (request) => (await request.allHeaders())['referer']));
  expect(referrers.filter((referrer) => referrer !== undefined && referrer !== '')).toEqual([]);
  // What stands behind # stays in the browser.
  const addresses = [...asked.map((request) => request.url().replace(/#.*$/, '')), ...lines].join('\n');
  expect(addresses).toContain('/socket.io/');
  for (const key of Object.values(board.keys)) expect(addresses).not.toContain(key);
});
