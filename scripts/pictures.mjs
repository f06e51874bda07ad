// Makes the pictures of the README: plays a meeting on a built Palabre and writes docs/pictures/*.png.
// `node scripts/pictures.mjs` after `npm run build`; CHROMIUM names a browser elsewhere.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import { findChromium } from './ensure-chromium.mjs';
import { gather, scoreOf } from './picture-meeting.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const pictures = join(root, 'docs', 'pictures');
const program = join(root, process.env.PALABRE_DIST ?? 'dist', 'server', 'main.js');
const DESKTOP = { viewport: { width: 1440, height: 900 }, locale: 'en-GB', reducedMotion: 'reduce' };
const PHONE = {
  viewport: { width: 390, height: 844 },
  locale: 'en-GB',
  hasTouch: true,
  isMobile: true,
  deviceScaleFactor: 2,
  reducedMotion: 'reduce',
};
const MOST_BYTES = 250_000;
/** The facilitator is the thirteenth voter. */
const ADA = 12;

async function startServer(dataDir) {
  const env = { ...process.env, PORT: '0', HOST: '127.0.0.1', DATA_DIR: dataDir, LOG_LEVEL: 'warn' };
  const child = spawn(process.execPath, [program], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  for await (const line of createInterface(child.stdout)) {
    const base = /^Palabre is ready on (\S+)/.exec(line)?.[1];
    if (base !== undefined) return { child, base };
  }
  throw new Error('The server did not start: run npm run build first.');
}

async function take(page, name) {
  await page.evaluate(() => document.fonts.ready);
  await page.waitForLoadState('networkidle');
  const path = join(pictures, `${name}.png`);
  await page.screenshot({ path, animations: 'disabled', caret: 'hide' });
  const { size } = await stat(path);
  process.stdout.write(`${name}.png ${Math.round(size / 1000)} kB${size > MOST_BYTES ? ': too large' : ''}\n`);
  if (size > MOST_BYTES) process.exitCode = 1;
}

async function lead(browser, base, { id, keys }, options, words) {
  const page = await (await browser.newContext({ ...DESKTOP, ...options })).newPage();
  await page.goto(`${base}/b/${id}#${keys.facilitator}`);
  await page.getByLabel(words.name).fill('Ada Keller');
  await page.getByRole('button', { name: words.join }).click();
  await page.getByRole('button', { name: words.openDialog }).click();
  await page.getByRole('radio', { name: words.minutes }).check();
  await page.getByRole('button', { name: words.open, exact: true }).click();
  await page.getByRole('gridcell', { name: words.toScore }).first().waitFor();
  return page;
}

const EN = {
  name: 'Your name',
  join: 'Join the board',
  openDialog: 'Open a round…',
  minutes: /^5.min/,
  open: 'Open the round',
  toScore: /to score/,
  close: 'Close in 10 s',
  closeNow: 'Close now',
  reveal: 'Reveal',
};
const FR = {
  name: 'Votre nom',
  join: 'Rejoindre le tableau',
  openDialog: /^Ouvrir un tour/,
  minutes: /^5.min/,
  open: 'Ouvrir le tour',
  toScore: /à noter/,
  close: /^Fermer dans/,
  closeNow: 'Fermer maintenant',
  reveal: 'Révéler',
};

/** What the decision says. */
const WHY =
  'Small services that three teams keep for years: the smallest core that all of us can read. Where a service needs ' +
  'accounts or an admin it may choose Django. We look again if more than two do by the end of the year.';

/** Digits and arrows, as far as `cells` of the board's order. */
async function scoreByKeys(page, { options, criteria }, cells) {
  for (const [row, { id }] of options.entries()) {
    for (const column of criteria.keys()) {
      if (row * criteria.length + column >= cells) return;
      await page.locator(`[role=gridcell][data-option="${id}"]`).nth(column).focus();
      await page.keyboard.press(String(scoreOf(id, column, ADA)));
    }
  }
}

async function lastRound(base, { id, keys }) {
  const response = await fetch(`${base}/api/boards/${id}`, {
    headers: { Authorization: `Bearer ${keys.facilitator}` },
  });
  return (await response.json()).snapshot.rounds.at(-1).id;
}

async function closeAndReveal(page, words) {
  const foot = page.locator('palabre-foot-bar');
  await foot.getByRole('button', { name: words.close }).click();
  await foot.getByRole('button', { name: words.closeNow }).click();
  await foot.getByRole('button', { name: words.reveal, exact: true }).click();
  await page.locator('palabre-export-menu').waitFor();
}

async function takePhone(browser, base, { id, keys, content }) {
  const page = await (await browser.newContext(PHONE)).newPage();
  await page.goto(`${base}/b/${id}#${keys.voter}`);
  await page.getByLabel(EN.name).fill('Noor Said');
  await page.getByRole('button', { name: EN.join }).click();
  const scales = page.locator('palabre-score-scale');
  // Clicks, because a tap leaves the browser's highlight on the picture.
  for (const { id: option } of content.options.slice(0, 2)) {
    for (const column of content.criteria.keys()) {
      await scales
        .nth(column)
        .locator('label.score')
        .nth(scoreOf(option, column, 3))
        .tap();
    }
    await page.getByRole('button', { name: 'Next', exact: true }).click();
  }
  const [, , third] = content.options;
  for (const column of [0, 1, 2]) {
    await scales
      .nth(column)
      .locator('label.score')
      .nth(scoreOf(third.id, column, 3))
      .tap();
  }
  await page.getByText(/· saved/).waitFor();
  await page.evaluate(() => document.activeElement?.blur());
  await take(page, 'phone-ballot');
  await page.context().close();
}

/** The English meeting: open, on a phone, revealed, as results, two options apart, decided, and on the big screen. */
async function playEnglish(browser, base) {
  const board = await gather(base, 'en');
  const page = await lead(browser, base, board, {}, EN);
  const round = await lastRound(base, board);
  for (const [at, voter] of board.voters.entries()) {
    if (at < 7) await voter.cast(round, board.content, at);
    else if (at < 10) await voter.cast(round, board.content, at, 0.5, false);
  }
  await scoreByKeys(page, board.content, 42);
  await page.getByRole('gridcell', { name: /^Pyramid, Ecosystem/ }).click();
  await page.getByRole('heading', { name: /^Pyramid × Ecosystem/ }).waitFor();
  await page.getByRole('group', { name: /^Score: Pyramid/ }).waitFor();
  await take(page, 'matrix-open');
  await takePhone(browser, base, board);

  await page.keyboard.press('Escape');
  await scoreByKeys(page, board.content, 72);
  for (const [at, voter] of board.voters.entries()) if (at >= 7) await voter.cast(round, board.content, at);
  await page.getByRole('button', { name: 'I’m done' }).click();
  await closeAndReveal(page, EN);
  await page.goto(`${base}/b/${board.id}?view=matrix`);
  await page.getByRole('gridcell', { name: /mean/ }).first().waitFor();
  await take(page, 'matrix-revealed');
  await page.goto(`${base}/b/${board.id}?view=results`);
  await page.locator('palabre-result-lead').waitFor();
  await take(page, 'results');

  await page.goto(`${base}/b/${board.id}?view=compare&options=flask,django`);
  await page.getByRole('heading', { name: 'Flask or Django?' }).waitFor();
  await take(page, 'compare');
  await page.getByRole('button', { name: 'Record the decision' }).click();
  await page.getByLabel('Why', { exact: true }).fill(WHY);
  await page.getByRole('button', { name: 'Record it' }).click();
  await page.goto(`${base}/b/${board.id}?view=record`);
  await page.getByText('by the end of the year', { exact: false }).first().waitFor();
  await take(page, 'record');

  const screen = await (await browser.newContext(DESKTOP)).newPage();
  await screen.goto(`${base}/b/${board.id}/screen#${board.keys.watcher}`);
  await screen.locator('palabre-screen-bars li').first().waitFor();
  await take(screen, 'big-screen');
  for (const voter of board.voters) voter.leave();
}

async function playFrench(browser, base) {
  const board = await gather(base, 'fr');
  const page = await lead(browser, base, board, { locale: 'fr-FR', colorScheme: 'dark' }, FR);
  const round = await lastRound(base, board);
  await Promise.all(board.voters.map((voter, at) => voter.cast(round, board.content, at)));
  await scoreByKeys(page, board.content, 72);
  await closeAndReveal(page, FR);
  await page.goto(`${base}/b/${board.id}?view=results`);
  await page.locator('palabre-result-lead').waitFor();
  await take(page, 'results-fr-dark');
  for (const voter of board.voters) voter.leave();
}

async function takeHome(browser, base) {
  const page = await (await browser.newContext(DESKTOP)).newPage();
  await page.goto(base);
  await page.getByText('Python web frameworks').click();
  await page.locator('palabre-create-form').getByRole('textbox').first().waitFor();
  await take(page, 'home');
}

await mkdir(pictures, { recursive: true });
const dataDir = await mkdtemp(join(tmpdir(), 'palabre-pictures-'));
const { child, base } = await startServer(dataDir);
const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox', '--disable-gpu'] });
try {
  await takeHome(browser, base);
  await playEnglish(browser, base);
  await playFrench(browser, base);
} finally {
  await browser.close();
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  await gone;
  await rm(dataDir, { recursive: true, force: true });
}
