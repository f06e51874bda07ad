// Writing silently until the reveal, and taking a text away for good: on the screens, on the wire and on the disk.
import { createHash } from 'node:crypto';
import { type Page, expect, test } from '@playwright/test';
import { linkOf, makeBoard, readOf } from './boards.ts';
import { openHouse } from './house.ts';
import { DESKTOP, joinByLink } from './person.ts';
import { cellOf, closeRound, revealRound, scoreByKey } from './scoring.ts';

const house = openHouse();

const board = () => makeBoard(house.server.base, 'Trees', ['Oak', 'Elm'], [{ name: 'Shade', weight: 2 }]);
const panel = (page: Page) => page.locator('palabre-cell-panel');

/** Anonymous, with notes that are held back. */
async function openSilentRound(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Open a round…' }).click();
  const dialog = page.locator('palabre-open-round-dialog');
  await dialog.getByRole('radio', { name: /^Anonymous/ }).check();
  await dialog.getByRole('radio', { name: 'Silent, without names' }).check();
  await expect(dialog.locator('palabre-round-rules')).toContainText('without a name');
  await dialog.getByRole('button', { name: 'Open the round' }).click();
  await expect(dialog.getByRole('dialog')).toBeHidden();
}

async function write(page: Page, text: string, button: 'Hold' | 'Add'): Promise<void> {
  await panel(page)
    .getByRole('textbox', { name: /^Add a note/ })
    .fill(text);
  await panel(page).getByRole('button', { name: button, exact: true }).click();
}

test('what is written silently reaches nobody before the reveal, and comes out without a name', async () => {
  const made = await board();
  const people = [
    await house.room.enter(),
    await house.room.enter(),
    await house.room.enter({ ...DESKTOP, colorScheme: 'dark' }),
  ];
  const [ada, cy, bo] = people;
  if (ada === undefined || cy === undefined || bo === undefined) throw new Error('nobody came');
  await joinByLink(ada, made, 'facilitator', 'Ada');
  await joinByLink(cy, made, 'voter', 'Cy');
  await joinByLink(bo, made, 'voter', 'Bo');
  await openSilentRound(ada.page);
  for (const { page } of people) await scoreByKey(page, 'Oak', 'Shade', 4);

  for (const { page } of people) await cellOf(page, 'Oak', 'Shade').click();
  await write(cy.page, 'A secret about shade', 'Hold');
  const held = panel(cy.page).locator('palabre-held-notes');
  await expect(held).toContainText('Held until the reveal');
  await expect(held).toContainText('A secret about shade');

  // The line drops: what is changed meanwhile waits, and goes out when it is back.
  await cy.context.setOffline(true);
  await held.getByRole('button', { name: 'Edit' }).click();
  await held.getByRole('textbox').fill('A better secret about shade');
  await held.getByRole('button', { name: 'Save' }).click();
  await expect(held).toContainText('A better secret about shade');
  await cy.context.setOffline(false);
  await expect(held).not.toContainText('waiting to be saved');
  await cy.page.reload();
  await cellOf(cy.page, 'Oak', 'Shade').click();
  await expect(held).toContainText('A better secret about shade');

  // The plain way is still there.
  await bo.page.getByRole('checkbox', { name: /^Write silently/ }).uncheck();
  await write(bo.page, 'Said openly', 'Add');
  await expect(panel(ada.page)).toContainText('Said openly');

  await closeRound(ada.page);
  await expect(held).toContainText('A better secret about shade');
  for (const { tap } of [ada, bo]) expect(JSON.stringify(await tap.received())).not.toContain('secret');

  await revealRound(ada.page);
  await expect(panel(bo.page)).toContainText('A better secret about shade');
  await expect(panel(bo.page).locator('palabre-note', { hasText: 'secret' })).toContainText('Unsigned');
  await expect(held).toBeHidden();
  const { snapshot } = await readOf<{ snapshot: { notes: readonly { text: string; by?: string }[] } }>(made, '');
  expect(snapshot.notes.map(({ text, by }) => [text, by === undefined])).toEqual([
    ['Said openly', false],
    ['A better secret about shade', true],
  ]);
});

test('a redacted text is gone from every screen, from the history and from the files, and its author can prove it', async () => {
  const made = await board();
  const [ada, cy] = [await house.room.enter(), await house.room.enter()];
  await joinByLink(ada, made, 'facilitator', 'Ada');
  await joinByLink(cy, made, 'voter', 'Cy');
  for (const { page } of [ada, cy]) await cellOf(page, 'Elm', 'Shade').click();
  await write(cy.page, 'Unspeakable words', 'Add');
  await expect(panel(ada.page)).toContainText('Unspeakable words');

  await panel(cy.page).getByRole('button', { name: 'More' }).click();
  await panel(cy.page).getByRole('button', { name: 'Redact…' }).click();
  const dialog = cy.page.locator('palabre-redact-dialog');
  await expect(dialog).toContainText('Unspeakable words');
  await dialog.getByRole('button', { name: 'Redact for good' }).click();
  const salt = await dialog.getByRole('textbox', { name: 'Salt', exact: true }).inputValue();
  await dialog.getByRole('button', { name: 'Close', exact: true }).last().click();

  for (const { page } of [ada, cy]) {
    await expect(panel(page)).toContainText('Redacted by Cy on');
    await expect(panel(page)).not.toContainText('Unspeakable');
  }
  const hash = createHash('sha256').update(`${salt}|Unspeakable words`).digest('hex');
  for (const path of ['/export.json', '/history']) {
    const text = JSON.stringify(await readOf(made, path));
    expect(text).not.toContain('Unspeakable');
    expect(text).toContain(hash);
  }
  await ada.page.keyboard.press('Control+k');
  await ada.page.getByRole('combobox').fill('unspeakable');
  await expect(ada.page.locator('palabre-command-palette').getByRole('option')).toHaveCount(0);

  const late = await house.room.enter();
  await late.page.goto(linkOf(made, 'watcher'));
  await cellOf(late.page, 'Elm', 'Shade').click();
  await expect(panel(late.page)).toContainText('Redacted by Cy on');
  expect(JSON.stringify(await late.tap.received())).not.toContain('Unspeakable');
});
