// A whole meeting by the keyboard alone: nothing here is clicked, tapped or focused by the test. And what the list of
// keys promises is what they do.
import { type Locator, type Page, expect, test } from '@playwright/test';
import { type MadeBoard, linkOf, makeBoard } from './boards.ts';
import { openHouse } from './house.ts';
import { cellOf, footBar } from './scoring.ts';
import { SimulatedVoter } from './simulated-voter.ts';

const house = openHouse();

/** More presses of Tab than any control of the page is away from any other. */
const MOST_TABS = 150;

const hasFocus = (target: Locator): Promise<boolean> => target.evaluate((element) => element.matches(':focus'));

/** Walks to `target` as somebody without a mouse does. */
async function walkTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let presses = 0; presses < MOST_TABS; presses += 1) {
    if (await hasFocus(target)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to ${String(target)}`);
}

async function press(page: Page, target: Locator, key = 'Enter'): Promise<void> {
  await walkTo(page, target);
  await page.keyboard.press(key);
}

const button = (page: Page | Locator, name: string | RegExp): Locator =>
  page.getByRole('button', { name, exact: true });

const smallBoard = (): Promise<MadeBoard> =>
  makeBoard(
    house.server.base,
    'How do we get to work?',
    ['Bus', 'Tram', 'Bike'],
    [
      { name: 'Fare', weight: 3 },
      { name: 'Speed', weight: 2 },
    ],
  );

async function comeIn(board: MadeBoard): Promise<Page> {
  const { page } = await house.room.enter();
  await page.goto(linkOf(board, 'facilitator'));
  await expect(page.getByLabel('Your name')).toBeFocused();
  await page.keyboard.type('Ada');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeHidden();
  return page;
}

/** What the list of keys says there is, as the test below uses it. */
const LISTED = {
  moving: ['←↑↓→', 'HomeEnd', 'Page upPage down', 'N', 'Alt←↑↓→'],
  scoring: ['0–5', 'DU', 'Delete', 'EnterSpace'],
  notes: ['/', '@', 'Enter'],
  screen: ['1–4', '0', '←→Space', 'F'],
  anywhere: ['C', 'Esc', 'Ctrl / ⌘Enter', 'Ctrl / ⌘K', '?'],
};

test('the list of keys names them all, and what the meeting below does not use of it works too', async () => {
  const board = await smallBoard();
  const page = await comeIn(board);
  const chair = await SimulatedVoter.join(board, 'Bo', 'facilitator');
  await chair.do({ type: 'round.open', round: 'r1', method: 'score', secrecy: 'live' });
  await page.keyboard.press('?');
  const list = page.locator('palabre-keys-dialog');
  await expect(list.getByRole('dialog')).toBeVisible();
  const terms = await list.locator('dt').allTextContents();
  expect(terms.map((term) => term.replaceAll(/\s*\n\s*/g, ''))).toEqual(Object.values(LISTED).flat());
  await page.keyboard.press('Escape');
  await expect(list.getByRole('dialog')).toBeHidden();

  await test.step('moving in the matrix, and moving what is in it', async () => {
    await walkTo(page, page.getByRole('grid').locator('[tabindex="0"]').first());
    const ways = [
      ['Control+Home', 'Bus', 'Fare'],
      ['End', 'Bus', 'Speed'],
      ['PageDown', 'Bike', 'Speed'],
      ['PageUp', 'Bus', 'Speed'],
      ['Control+End', 'Bike', 'Speed'],
      ['ArrowUp', 'Tram', 'Speed'],
    ] as const;
    for (const [key, option, criterion] of ways) {
      await page.keyboard.press(key);
      await expect(cellOf(page, option, criterion)).toBeFocused();
    }
    await page.keyboard.press('u');
    await expect(cellOf(page, 'Tram', 'Speed')).toHaveAccessibleName(/don’t know/);
    await page.keyboard.press(' ');
    await expect(page.getByRole('group', { name: /^Score: Tram/ })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('group', { name: /^Score: Tram/ })).toBeHidden();
    await page.keyboard.press('Home');
    await page.keyboard.press('Alt+ArrowUp');
    await expect(page.getByRole('rowheader')).toHaveText([/^\s*Tram/, /^\s*Bus/, /^\s*Bike/]);
  });

  await test.step('finding, searching and mentioning', async () => {
    await page.keyboard.press('Control+k');
    await expect(page.getByRole('combobox')).toBeFocused();
    await page.keyboard.type('Notes');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/view=notes/);
    const note = page.getByRole('textbox', { name: /signed Ada/ });
    await walkTo(page, note);
    await page.keyboard.type('Ask @B');
    await expect(page.getByRole('option', { name: 'Bo' })).toBeVisible();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await expect(page.locator('palabre-note')).toContainText('@Bo');
    await page.keyboard.press('Escape');
    await page.keyboard.press('/');
    await expect(page.getByRole('searchbox')).toBeFocused();
  });

  await test.step('the big screen', async () => {
    const { page: screen } = await house.room.enter();
    await screen.goto(linkOf(board, 'watcher').replace('#', '/screen#'));
    await expect(screen.locator('palabre-screen-bars')).toBeVisible();
    for (const [key, mode] of [
      ['2', 'progress'],
      ['3', 'divided'],
      ['4', 'notes'],
      ['1', 'results'],
    ] as const) {
      await screen.keyboard.press(key);
      await expect(screen).toHaveURL(new RegExp(`mode=${mode}`));
    }
    await screen.keyboard.press('0');
    await expect(screen).not.toHaveURL(/mode=/);
    await screen.keyboard.press('f');
    await expect.poll(() => screen.evaluate(() => document.fullscreenElement !== null)).toBe(true);
  });
  chair.leave();
});

test('a meeting is prepared, held, decided and taken home by the keyboard alone', async () => {
  const board = await smallBoard();
  const page = await comeIn(board);

  await test.step('the agenda, from the menu that runs the meeting', async () => {
    await press(page, button(page, /^Run the meeting/));
    await press(page, button(page, 'Agenda…'));
    await expect(page.getByRole('textbox', { name: /^A line for each item/ })).toBeFocused();
    await page.keyboard.type('The question 5\nThe vote 10');
    await page.keyboard.press('Control+Enter');
    await expect(button(page.locator('palabre-room-strip'), /^Agenda/)).toBeVisible();
  });

  await test.step('a note on a cell', async () => {
    await walkTo(page, cellOf(page, 'Bus', 'Fare'));
    await page.keyboard.press('c');
    await press(page, button(page.locator('palabre-kind-choice'), /Risk$/));
    await walkTo(page, page.getByRole('textbox', { name: /signed Ada/ }));
    await page.keyboard.type('Fares go up in May.');
    await page.keyboard.press('Enter');
    await expect(page.locator('palabre-note')).toContainText('Fares go up in May.');
  });

  await test.step('everybody is brought to the note, and let go', async () => {
    await press(page, button(page.locator('palabre-note'), 'More'));
    await press(page, button(page.locator('palabre-note'), 'Bring everyone here'));
    await expect(page.getByText('You lead: Notes, Bus × Fare')).toBeVisible();
    await press(page, button(page, 'Let go'));
    await expect(page.getByText(/^You lead/)).toBeHidden();
    await press(page, page.getByRole('link', { name: 'Matrix' }));
  });

  await test.step('a round is opened', async () => {
    await press(page, button(footBar(page), 'Open a round…'));
    const dialog = page.locator('palabre-open-round-dialog');
    await walkTo(page, dialog.getByRole('radio', { name: /^Named/ }));
    await press(page, button(dialog, 'Open the round'));
    await expect(dialog.getByRole('dialog')).toBeHidden();
  });

  await test.step('cells are scored, scores taken back, and arrows cast nothing', async () => {
    const first = cellOf(page, 'Bus', 'Fare');
    await expect(first).toHaveAccessibleName(/to score/);
    await walkTo(page, page.getByRole('grid').locator('[tabindex="0"]').first());
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Control+Home');
    await expect(first).toBeFocused();
    await expect(footBar(page)).toContainText('0 of 6');
    for (const [key, said] of [
      ['4', /you gave 4/],
      ['Delete', /to score/],
      ['d', /don’t know/],
      ['5', /you gave 5/],
    ] as const) {
      await page.keyboard.press(key);
      await expect(first).toHaveAccessibleName(said);
    }
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    const pad = page.getByRole('group', { name: /^Score: Bus/ });
    await expect(pad).toBeVisible();
    await press(page, button(pad, /^3/));
    await expect(cellOf(page, 'Bus', 'Speed')).toHaveAccessibleName(/you gave 3/);
    for (const score of ['1', '2', '3', '4']) {
      await page.keyboard.press('n');
      await page.keyboard.press(score);
    }
    await expect(footBar(page)).toContainText('6 of 6');
    await press(page, button(footBar(page), 'I’m done'));
  });

  await test.step('the round is closed and revealed', async () => {
    const bo = await SimulatedVoter.join(board, 'Bo');
    await press(page, button(footBar(page), 'Close in 10 s'));
    await press(page, button(footBar(page), 'Close now'));
    await press(page, button(footBar(page), 'Reveal'));
    await expect(footBar(page)).toContainText('revealed');
    bo.leave();
  });

  await test.step('options are compared', async () => {
    await press(page, page.getByRole('link', { name: 'Compare' }));
    await expect(page.getByRole('heading', { name: /^Bike or Bus|^Bus or Bike|^Bus or Tram/ })).toBeVisible();
    await walkTo(page, page.getByRole('combobox', { name: 'Add an option' }));
    await page.keyboard.press('ArrowDown');
    await expect(page.getByRole('columnheader')).toHaveCount(3);
    await expect(page).toHaveURL(/options=\w+,\w+,\w+/);
  });

  await test.step('the decision', async () => {
    await press(page, button(footBar(page), 'Record the decision'));
    const dialog = page.locator('palabre-decision-dialog');
    await walkTo(page, dialog.getByRole('textbox', { name: 'Why' }));
    await page.keyboard.type('It is the fastest.');
    await press(page, button(dialog, 'Record it'));
    await expect(dialog.getByRole('dialog')).toBeHidden();
  });

  await test.step('the record is written in, and left again', async () => {
    await press(page, page.getByRole('link', { name: 'Record' }));
    await press(page, button(page, 'Write: Context and question'));
    await expect(page.getByRole('textbox', { name: 'Context and question' })).toBeFocused();
    await page.keyboard.type('We moved to the river.');
    await press(page, button(page, 'Done'));
    await expect(page.getByRole('article')).toContainText('We moved to the river.');
    await expect(page.getByRole('article')).toContainText('It is the fastest.');
  });

  await test.step('the files', async () => {
    await press(page, button(footBar(page), 'Export'));
    const downloaded = page.waitForEvent('download');
    await press(page, button(footBar(page), 'Everything (JSON)'));
    expect((await downloaded).suggestedFilename()).toBe(`palabre-${board.code}.json`);
  });
});
