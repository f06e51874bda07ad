// What a board hands out of the page: pictures under the page's own policy, the big screen by address, notes by link.
import { readFile } from 'node:fs/promises';
import { type Download, type Page, expect, test } from '@playwright/test';
import { type MadeBoard, contentOf, linkOf, makeStarterBoard } from './boards.ts';
import { openHouse } from './house.ts';
import { DESKTOP, type Person, joinByLink } from './person.ts';
import { SimulatedVoter } from './simulated-voter.ts';

const house = openHouse();

/** A board with a revealed round, as somebody looks at it. */
async function revealed(): Promise<{ board: MadeBoard; person: Person }> {
  const board = await makeStarterBoard(house.server.base);
  const chair = await SimulatedVoter.join(board, 'Ada', 'facilitator');
  const person = await house.room.enter({ ...DESKTOP, acceptDownloads: true });
  await joinByLink(person, board, 'voter', 'Zoé');
  const { options, criteria } = await contentOf(board);
  await chair.do({ type: 'round.open', round: 'r1', method: 'score', secrecy: 'named' });
  const cells = Object.fromEntries(
    options.map(({ id }, row) => [id, Object.fromEntries(criteria.map((one, column) => [one.id, (row + column) % 6]))]),
  );
  await chair.do({ type: 'ballot.cast', round: 'r1', ballot: { cells }, done: true });
  await chair.do({ type: 'round.close', round: 'r1' });
  await chair.do({ type: 'round.reveal', round: 'r1' });
  chair.leave();
  return { board, person };
}

async function saved(page: Page, button: string): Promise<Download> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ]);
  return download;
}

test('a picture of the result is saved as PNG and SVG and copied, all inside the browser', async () => {
  const { board, person } = await revealed();
  const { page, context } = person;
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(`${board.base}/b/${board.id}?view=results`);
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('button', { name: 'Pictures (PNG, SVG)…' }).click();
  await expect(page.getByRole('img', { name: 'Summary for a chat' })).toBeVisible();

  const png = await saved(page, 'Save as PNG');
  expect(png.suggestedFilename()).toMatch(/^palabre-.*-summary\.png$/);
  const bytes = await readFile(await png.path());
  expect(bytes.subarray(1, 4).toString()).toBe('PNG');
  expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1200, 630]);

  const svg = await saved(page, 'Save as SVG');
  expect(await readFile(await svg.path(), 'utf8')).toContain('<title id="title">Which Python web framework?</title>');

  await page.getByRole('button', { name: 'Copy the picture' }).click();
  await expect(page.getByText('Picture copied. Paste it into the chat.')).toBeVisible();
  const copied = await page.evaluate(async () => (await navigator.clipboard.read()).flatMap(({ types }) => types));
  expect(copied).toEqual(['image/png']);
});

test('the big screen shows what its address asks for, and keeps in it what a key chose', async () => {
  const { board } = await revealed();
  const { page } = await house.room.enter(DESKTOP);
  await page.goto(linkOf(board, 'watcher').replace('#', '/screen?mode=notes#'));
  await expect(page.locator('palabre-big-screen .note').first()).toBeVisible();
  await page.keyboard.press('1');
  await expect(page.locator('palabre-screen-bars')).toBeVisible();
  await expect(page).toHaveURL(/\/screen\?mode=results$/);
  await page.reload();
  await expect(page.locator('palabre-screen-bars')).toBeVisible();
  await page.keyboard.press('0');
  await expect(page).toHaveURL(/\/screen$/);
});

test('a link to some of the notes shows those, and a mention is typed and read as a name', async () => {
  const { board, person } = await revealed();
  const { page } = person;
  await page.goto(`${board.base}/b/${board.id}?view=notes&kind=risk&text=very`);
  await expect(page.getByRole('searchbox')).toHaveValue('very');
  await expect(page.getByText(/^\d+ of \d+ notes$/)).toBeVisible();
  await page.getByRole('searchbox').fill('');
  await expect(page).toHaveURL(/\?view=notes&kind=risk$/);

  const field = page.getByRole('textbox', { name: /Add a note on the board/ });
  await field.click();
  await field.pressSequentially('Ask @a');
  await expect(page.getByRole('option', { name: 'Ada' })).toBeVisible();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Show all' }).first().click();
  await expect(page.getByText('Ask @Ada')).toBeVisible();
});
