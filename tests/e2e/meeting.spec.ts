// A whole meeting on the starter board: made in the page, joined by link and by code, scored, closed with notice,
// revealed with equal numbers on every screen, taken home as files. And a live round whose totals move everywhere.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { type Page, expect, test } from '@playwright/test';
import { type MadeBoard, type RoundResult, contentOf, lastRoundOf, linkOf, makeBoard, resultOf } from './boards.ts';
import { download } from './downloads.ts';
import { openHouse } from './house.ts';
import { DESKTOP, PHONE, giveName, joinByLink } from './person.ts';
import {
  cellOf,
  fillPhoneBallot,
  footBar,
  openRound,
  revealRound,
  scoreAllByKeys,
  scoreByKey,
  scoreOnPad,
  tapScore,
} from './scoring.ts';
import { commandLine } from './server-process.ts';
import { readShares } from './shares.ts';
import { rowsOfResults, rowsOfScreen, valuesAgree } from './shown-results.ts';

const SIZE = { options: 9, criteria: 8 };
const DARK = { ...DESKTOP, colorScheme: 'dark' } as const;

const house = openHouse();

async function makeStarterInPage(page: Page): Promise<void> {
  await page.goto(house.server.base);
  await page.getByRole('radio', { name: /^Python web frameworks/ }).check();
  await expect(page.getByRole('textbox', { name: 'Title', exact: true })).toHaveValue('Which Python web framework?');
  await page.getByRole('button', { name: 'Create the board' }).click();
  await expect(page).toHaveURL(/\/b\/[\w-]+$/);
}

async function joinByCode(page: Page, code: string): Promise<void> {
  await page.goto(house.server.base);
  await page.getByLabel('Join with a code').fill(code.toLowerCase().replace('-', ' '));
  await page.getByRole('button', { name: 'Join', exact: true }).click();
}

test('a meeting runs from the template to the files, with equal numbers on every screen', async () => {
  const ada = await house.room.enter();
  await makeStarterInPage(ada.page);
  await giveName(ada, 'Ada');
  const board = await readShares(ada.page);

  const [bo, cy, screen] = await Promise.all([house.room.enter(PHONE), house.room.enter(DARK), house.room.enter()]);
  await joinByLink(bo, board, 'voter', 'Bo', 'fr');
  await joinByCode(cy.page, board.code);
  await giveName(cy, 'Cy');
  await screen.page.goto(`${board.base}/b/${board.id}/screen#${board.keys.watcher}`);
  await expect(ada.page.getByRole('button', { name: '3 people here' })).toBeVisible();

  await openRound(ada.page, 'Named');
  await expect(bo.page.getByRole('heading', { name: 'Flask' })).toBeVisible();
  await scoreAllByKeys(ada.page, SIZE, (row, column) => (row * 2 + column) % 6);
  await expect(footBar(ada.page)).toContainText('72 of 72 · all scored · saved');
  await scoreAllByKeys(cy.page, SIZE, (row, column) => (row + column * 3 + 1) % 6);
  await cellOf(cy.page, 'Flask', 'Learning curve').focus();
  await scoreOnPad(cy.page, 'Django', 'Flexibility', 5);
  await expect(footBar(cy.page)).toContainText('72 of 72 · all scored · saved');
  const { criteria, options } = await contentOf(board);
  await fillPhoneBallot(
    bo.page,
    criteria.map(({ name }) => name),
    options.map((_, place) => criteria.map(() => place % 6)),
  );

  for (const { page } of [ada, cy]) await footBar(page).getByRole('button', { name: 'I’m done' }).click();
  await expect(footBar(ada.page)).toContainText('3 of 3 done');
  await footBar(ada.page).getByRole('button', { name: 'Close in 10 s' }).click();
  // Nobody is cut off in mid-tap: everybody sees the notice, and can still vote.
  await expect(footBar(cy.page).getByRole('timer')).toBeVisible();
  await scoreByKey(cy.page, 'Flask', 'Learning curve', 5);
  await expect(footBar(ada.page)).toContainText('closed', { timeout: 30_000 });
  await expect(footBar(cy.page)).toContainText('closed');
  await revealRound(ada.page);

  const result = await resultOf(board, await lastRoundOf(board));
  expect(result.ballots).toBe(3);
  await showsEverywhere(result, [ada.page, cy.page, bo.page], screen.page);
  await takeHome(ada.page, board, result);
});

async function showsEverywhere(result: RoundResult, pages: readonly Page[], screen: Page): Promise<void> {
  for (const page of pages) {
    await page.getByRole('link', { name: /^(Results|Résultats)$/ }).click();
    await expect.poll(() => rowsOfResults(page).then((rows) => rows.length)).toBe(SIZE.options);
    expect(valuesAgree(await rowsOfResults(page), result.ranking)).toEqual([]);
  }
  await expect.poll(() => rowsOfScreen(screen).then((rows) => rows.length)).toBeGreaterThan(4);
  const onScreen = (await rowsOfScreen(screen)).map((row) => ({ ...row, option: row.option.toLowerCase() }));
  const byName = result.ranking.map((ranked) => ({
    ...ranked,
    option: ranked.option === 'webpy' ? 'web.py' : ranked.option,
  }));
  expect(valuesAgree(onScreen, byName)).toEqual([]);
}

interface ExportedRound {
  readonly state: string;
  readonly result: RoundResult;
  readonly ballots: readonly { readonly member: string; readonly ballot: { readonly cells: object } }[];
}

async function takeHome(page: Page, board: MadeBoard, result: RoundResult): Promise<void> {
  const json = await download(page, 'Everything (JSON)');
  expect(json.file.suggestedFilename()).toBe(`palabre-${board.code}.json`);
  const exported = JSON.parse(json.text) as { readonly format: string; readonly rounds: readonly ExportedRound[] };
  expect(exported.format).toBe('palabre/1');
  expect(exported.rounds[0]).toMatchObject({ state: 'revealed', result: { ranking: result.ranking } });
  expect(exported.rounds[0]?.ballots).toHaveLength(3);
  // The file agrees with itself: the command line counts it again. A failure exits with 1, which rejects.
  await promisify(execFile)(process.execPath, [commandLine, 'recount', await json.file.path()]);

  const csv = await download(page, 'Scores as a table (CSV)');
  expect(csv.file.suggestedFilename()).toBe(`palabre-${board.code}.csv`);
  for (const { name } of (await contentOf(board)).options) expect(csv.text).toContain(name);
  const markdown = await download(page, 'Board as Markdown');
  expect(markdown.file.suggestedFilename()).toBe(`palabre-${board.code}.md`);
  expect(markdown.text).toMatch(/^# Which Python web framework\?/m);
  const record = await download(page, 'Decision record (Markdown)');
  expect(record.file.suggestedFilename()).toBe(`palabre-${board.code}-record.md`);
  expect(record.text).toContain('Flask');
}

test('the totals of a live round move on every screen, however a score is given', async () => {
  const board = await makeBoard(
    house.server.base,
    'Lunch',
    ['Soup', 'Salad', 'Stew'],
    [
      { name: 'Taste', weight: 3 },
      { name: 'Price', weight: 1 },
    ],
  );
  const [ada, bo, cy, screen] = await Promise.all([
    house.room.enter(),
    house.room.enter(PHONE),
    house.room.enter(DARK),
    house.room.enter(),
  ]);
  await joinByLink(ada, board, 'facilitator', 'Ada');
  await joinByLink(bo, board, 'voter', 'Bo', 'fr');
  await joinByLink(cy, board, 'voter', 'Cy');
  await screen.page.goto(linkOf(board, 'watcher').replace('#', '/screen#'));
  await openRound(ada.page, 'Live');

  await scoreByKey(ada.page, 'Soup', 'Taste', 4);
  await expect(cellOf(cy.page, 'Soup', 'Taste')).toHaveAccessibleName(/to score, mean 4\.0/);
  await scoreOnPad(cy.page, 'Soup', 'Taste', 2);
  await expect(cellOf(ada.page, 'Soup', 'Taste')).toHaveAccessibleName(/you gave 4, mean 3\.0/);
  await expect(bo.page.getByRole('heading', { name: 'Soup' })).toBeVisible();
  await tapScore(bo.page, 'Taste', 0);
  for (const { page } of [ada, cy]) {
    await expect(cellOf(page, 'Soup', 'Taste')).toHaveAccessibleName(/mean 2\.0/);
  }
  await expect.poll(() => rowsOfScreen(screen.page)).toContainEqual({ option: 'Soup', rank: '1', text: '40' });

  // A changed mind replaces the score, and a score taken back leaves the total.
  await scoreByKey(ada.page, 'Soup', 'Taste', 5);
  await expect(cellOf(cy.page, 'Soup', 'Taste')).toHaveAccessibleName(/mean 2\.3/);
  await cellOf(ada.page, 'Soup', 'Taste').focus();
  await ada.page.keyboard.press('Delete');
  await expect(cellOf(cy.page, 'Soup', 'Taste')).toHaveAccessibleName(/you gave 2, mean 1\.0/);
  await expect(cellOf(ada.page, 'Soup', 'Taste')).toHaveAccessibleName(/to score, mean 1\.0/);
});
