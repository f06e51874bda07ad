// Boards that others came before: duplicated with their notes or without, and the same question asked again, with last
// year's answer beside this year's. And the meeting itself looked back upon.
import { type Page, expect, test } from '@playwright/test';
import { type MadeBoard, lastRoundOf, linkOf, makeBoard, readOf, resultOf, roundsOf } from './boards.ts';
import { type CopyWay, duplicate, snapshotOf } from './copying.ts';
import { openHouse } from './house.ts';
import { type Person, joinByLink } from './person.ts';
import { cellOf, closeRound, footBar, openRound, revealRound, scoreAllByKeys, scoreByKey } from './scoring.ts';

const OPTIONS = ['Oak', 'Elm', 'Yew'];
const CRITERIA = [
  { name: 'Shade', weight: 2 },
  { name: 'Age', weight: 1 },
];
const SIZE = { options: OPTIONS.length, criteria: CRITERIA.length };

const house = openHouse();

const trees = (): Promise<MadeBoard> => makeBoard(house.server.base, 'Trees', OPTIONS, CRITERIA);

async function writeAt({ page }: Person, option: string, criterion: string, text: string): Promise<void> {
  await cellOf(page, option, criterion).click();
  const panel = page.locator('palabre-cell-panel');
  await panel.getByRole('textbox', { name: /^Add a note/ }).fill(text);
  await panel.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(panel.getByText(text)).toBeVisible();
}

/** Each row is an option, each number what it gets under a criterion. */
async function voteAndReveal({ page }: Person, rows: readonly (readonly number[])[]): Promise<void> {
  await openRound(page, 'Live');
  await scoreAllByKeys(page, SIZE, (row, column) => rows[row]?.[column] ?? 0);
  await expect(footBar(page)).toContainText('all scored · saved');
  await closeRound(page);
  await revealRound(page);
}

interface Decided {
  readonly option: string;
  readonly why: string;
}

async function decide({ page }: Person, { option, why }: Decided): Promise<void> {
  await footBar(page).getByRole('button', { name: 'Record the decision' }).click();
  const dialog = page.locator('palabre-decision-dialog');
  for (const name of OPTIONS) await dialog.getByRole('checkbox', { name }).setChecked(name === option);
  await dialog.getByRole('radio', { name: 'Accepted' }).check();
  await dialog.getByLabel('Why', { exact: true }).fill(why);
  await dialog.getByRole('button', { name: 'Record it' }).click();
  await expect(dialog.getByRole('dialog')).toBeHidden();
}

const decisionCard = (page: Page) => page.getByRole('region', { name: 'The decision' });
const oldCard = (page: Page) => page.getByRole('region', { name: 'What was decided before' });

test('a duplicate has the structure, the notes only where they are wanted, and nobody of those who were there', async () => {
  const board = await trees();
  const [ada, bo] = [await house.room.enter(), await house.room.enter()];
  await joinByLink(ada, board, 'facilitator', 'Ada');
  await joinByLink(bo, board, 'voter', 'Bo');
  await writeAt(bo, 'Elm', 'Age', 'It falls ill.');
  const old = await snapshotOf(board);
  expect(old.notes).toMatchObject([{ text: 'It falls ill.' }]);

  const ways: readonly (readonly [CopyWay, readonly string[]])[] = [
    [{ title: 'Trees with notes', notes: true }, ['It falls ill.']],
    [{ title: 'Trees without notes', notes: false }, []],
  ];
  for (const [way, notes] of ways) {
    await ada.page.goto(`${board.base}/b/${board.id}`);
    const made = await duplicate(ada, board, way, 'Ada again');
    await expect(ada.page.getByRole('heading', { name: way.title })).toBeVisible();
    const copy = await snapshotOf(made);
    expect(copy.options).toEqual(old.options);
    expect(copy.criteria).toEqual(old.criteria);
    expect(copy.notes.map(({ text, by }) => [text, by])).toEqual(notes.map((text) => [text, undefined]));
    expect(copy.members.map(({ name }) => name)).toEqual(['Ada again']);
    expect(copy.code).not.toBe(old.code);
    expect(copy).not.toHaveProperty('previous');
  }
  // It is a board of its own: what is written there is not here.
  await writeAt(ada, 'Oak', 'Shade', 'Only there.');
  await expect(cellOf(bo.page, 'Oak', 'Shade')).not.toHaveAccessibleName(/note/);
});

test('the question is asked again: old beside new, and the old decision is marked as superseded where it stands', async () => {
  const board = await trees();
  const [ada, bo] = [await house.room.enter(), await house.room.enter()];
  await joinByLink(ada, board, 'facilitator', 'Ada');
  await bo.page.goto(linkOf(board, 'watcher'));
  await voteAndReveal(ada, [
    [5, 5],
    [2, 1],
    [0, 1],
  ]);
  await decide(ada, { option: 'Oak', why: 'It stands for long.' });
  await expect(decisionCard(bo.page)).toContainText('Accepted');
  const oldResult = await resultOf(board, await lastRoundOf(board));

  const made = await duplicate(ada, board, { title: 'Trees, again', notes: true, redecide: true }, 'Ada');
  const { page } = ada;
  await expect(oldCard(page)).toContainText(/Decided before: Oak, accepted on/);
  await expect(oldCard(page)).toContainText('the scores here are the old ones');
  await oldCard(page).getByRole('button', { name: 'Why it was' }).click();
  await expect(oldCard(page)).toContainText('It stands for long.');
  expect((await snapshotOf(made)).decision).toBeUndefined();

  await voteAndReveal(ada, [
    [1, 0],
    [5, 4],
    [0, 1],
  ]);
  await page.getByRole('link', { name: /^Results/ }).click();
  const moved = page.locator('palabre-what-moved');
  await expect(moved).toContainText('Old against new: what moved since');
  await expect(moved).toContainText('First place changed: from Oak to Elm.');
  await expect(moved).toContainText(/Oak\s*×\s*Shade\s*mean from 5\.0 to 1\.0/);
  // What each option had before stands on its bar.
  const was = oldResult.ranking.find(({ option }) => option === 'oak')?.value ?? 0;
  await expect(page.locator('palabre-result-lead')).toContainText(`before: ${was.toFixed(0)}`);

  await decide(ada, { option: 'Elm', why: 'It gives more shade.' });
  await expect(oldCard(page)).toContainText('The old decision is marked as superseded.');
  await expect(decisionCard(bo.page)).toContainText('Superseded');
  const old = await snapshotOf(board);
  expect(old.decision).toMatchObject({ status: 'superseded', options: ['oak'], summary: 'It stands for long.' });
  expect(old.decision?.supersededBy).toEqual({ board: made.id, title: 'Trees, again' });
  // Who has not been on the new board reads of it; who has goes there.
  await expect(decisionCard(bo.page)).toContainText('Superseded by Trees, again');
  await expect(decisionCard(bo.page).getByRole('link')).toHaveCount(0);
  // Nobody comes in twice for it, and a name is not asked for again.
  expect(old.members.map(({ name }) => name)).toEqual(['Ada']);
  await oldCard(page).getByRole('link', { name: 'To that board' }).click();
  await expect(decisionCard(page)).toContainText('Superseded');
  await expect(decisionCard(page)).toContainText('Oak');
  await decisionCard(page).getByRole('link', { name: 'Superseded by Trees, again' }).click();
  await expect(oldCard(page)).toBeVisible();
  const record = await fetch(`${made.base}/api/boards/${made.id}/record.md`, {
    headers: { Authorization: `Bearer ${made.keys.watcher}` },
  });
  expect(await record.text()).toMatch(/Supersedes: Trees, \d{4}-\d\d-\d\d \(Oak\)/);
});

test('a live round is looked back upon: its totals moment by moment, and what changed since', async () => {
  const board = await trees();
  const [ada, bo] = [await house.room.enter(), await house.room.enter()];
  await joinByLink(ada, board, 'facilitator', 'Ada');
  await joinByLink(bo, board, 'voter', 'Bo');
  await openRound(ada.page, 'Live');
  const round = await lastRoundOf(board);
  const pointsOf = async () =>
    (await readOf<{ points: Record<string, readonly { progress: { cast: number } }[]> }>(board, '/history')).points[
      round
    ] ?? [];
  await scoreByKey(ada.page, 'Oak', 'Shade', 5);
  await expect.poll(async () => (await pointsOf()).length).toBe(1);
  await scoreByKey(bo.page, 'Oak', 'Shade', 0);
  await scoreByKey(bo.page, 'Elm', 'Shade', 4);
  await expect.poll(async () => (await roundsOf(board))[round]?.progress.cast).toBe(2);
  await expect.poll(async () => (await pointsOf()).at(-1)?.progress.cast).toBe(2);
  await closeRound(ada.page);
  await revealRound(ada.page);
  await writeAt(ada, 'Yew', 'Age', 'It is poisonous.');

  const { page } = bo;
  await page.getByRole('link', { name: 'History' }).click();
  const slider = page.getByRole('slider', { name: 'Moment of the meeting' });
  const said = async (): Promise<string> => (await slider.getAttribute('aria-valuetext')) ?? '';
  await expect(slider).toHaveAttribute('aria-valuetext', /Added: Note, Yew × Age/);

  // Backwards, as the arrow key does it, until a moment is said.
  const backTo = async (words: RegExp): Promise<void> => {
    await slider.focus();
    for (let left = 60; left > 0 && !words.test(await said()); left -= 1) await page.keyboard.press('ArrowLeft');
    await expect(slider).toHaveAttribute('aria-valuetext', words);
  };
  const totals = page.locator('palabre-live-totals');
  const leaders = () =>
    totals.locator('tr[data-id]').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-id')));
  await backTo(/Round 1, live: 2 ballots$/);
  expect((await leaders())[0]).toBe('elm');
  await expect(cellOf(page, 'Oak', 'Shade')).toHaveAccessibleName(/2\.5/);
  await backTo(/Round 1, live: 1 ballot$/);
  expect((await leaders())[0]).toBe('oak');
  await expect(cellOf(page, 'Oak', 'Shade')).toHaveAccessibleName(/5\.0/);
  await expect(cellOf(page, 'Yew', 'Age')).not.toHaveAccessibleName(/note/);
  await backTo(/Round 1 opened$/);
  await expect(totals).toContainText('no ballot yet');

  await page.getByRole('navigation', { name: 'Chapters' }).getByRole('button', { name: 'Round 1 revealed' }).click();
  await expect(slider).toHaveAttribute('aria-valuetext', /Round 1 revealed$/);
  await expect(totals).toBeHidden();
  const changes = page.getByRole('region', { name: 'What changed since' });
  await changes.getByRole('combobox').selectOption({ label: 'Round 1 opened' });
  await expect(changes.getByRole('listitem')).toHaveText(['Round 1 revealed']);
  await slider.press('End');
  await expect(changes.getByRole('listitem')).toHaveText(['Round 1 revealed', 'Added: Note, Yew × Age']);
});
