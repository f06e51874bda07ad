// Leading and scoring a round as people do: dialogs, keyboard, the pad, the ballot on a phone.
import { type Locator, type Page, expect } from '@playwright/test';

export type SecrecyWord = 'Live' | 'Named' | 'Anonymous';

export async function openRound(page: Page, secrecy: SecrecyWord, notes?: 'Silent, signed'): Promise<void> {
  await page.getByRole('button', { name: 'Open a round…' }).click();
  // A dialog's content is slotted into it, so it is found by the element that owns both.
  const dialog = page.locator('palabre-open-round-dialog');
  await dialog.getByRole('radio', { name: new RegExp(`^${secrecy}`) }).check();
  if (notes !== undefined) await dialog.getByRole('radio', { name: notes }).check();
  await dialog.getByRole('button', { name: 'Open the round' }).click();
  await expect(dialog.getByRole('dialog')).toBeHidden();
}

/** The cell of an option and a criterion by their names; the rest of what it says follows. */
export const cellOf = (page: Page, option: string, criterion: string): Locator =>
  page.getByRole('gridcell', { name: `${option}, ${criterion}` });

/** Focuses a cell and types a digit, as the keyboard does it. */
export async function scoreByKey(page: Page, option: string, criterion: string, score: number): Promise<void> {
  const cell = cellOf(page, option, criterion);
  await expect(cell).toHaveAccessibleName(/to score|you gave/);
  await cell.focus();
  await page.keyboard.press(String(score));
  await expect(cell).toHaveAccessibleName(new RegExp(`you gave ${score}`));
}

/** Presses the cell, then a button of the pad. */
export async function scoreOnPad(page: Page, option: string, criterion: string, score: number): Promise<void> {
  const cell = cellOf(page, option, criterion);
  await expect(cell).toHaveAccessibleName(/to score|you gave/);
  await cell.click();
  const pad = page.getByRole('group', { name: new RegExp(`^Score: ${option}`) });
  await pad.getByRole('button', { name: String(score) }).click();
  await expect(pad).toBeHidden();
}

/** Taps a score of the option's page that is shown on the phone. */
export async function tapScore(page: Page, criterion: string, score: number): Promise<void> {
  const scale = page.getByRole('group', { name: new RegExp(`^${criterion}`) });
  await scale.locator('label', { hasText: new RegExp(`^\\s*${score}\\s*$`) }).tap();
  await expect(scale.getByRole('radio', { name: new RegExp(`^${score}`) })).toBeChecked();
}

/** Scores what a phone in French shows, a row of scores for each option, up to the review, and says "done". */
export async function fillPhoneBallot(
  page: Page,
  criteria: readonly string[],
  rows: readonly (readonly number[])[],
): Promise<void> {
  for (const row of rows) {
    for (const [at, criterion] of criteria.entries()) await tapScore(page, criterion, row[at] ?? 0);
    await page.getByRole('button', { name: /^(Suivant|Vérifier)$/ }).tap();
  }
  await expect(page.getByText('Tout est noté.')).toBeVisible();
  await page.getByRole('button', { name: 'J’ai terminé' }).tap();
  await expect(page.getByText('Vous avez terminé.')).toBeVisible();
}

/** Every cell of a matrix by keyboard alone: a digit, an arrow; `scoreAt` says which. */
export async function scoreAllByKeys(
  page: Page,
  size: { readonly options: number; readonly criteria: number },
  scoreAt: (row: number, column: number) => number,
): Promise<void> {
  const first = page.getByRole('gridcell').first();
  await expect(first).toHaveAccessibleName(/to score|you gave/);
  await first.focus();
  for (let row = 0; row < size.options; row += 1) {
    for (let column = 0; column < size.criteria; column += 1) {
      await page.keyboard.press(String(scoreAt(row, column)));
      if (column < size.criteria - 1) await page.keyboard.press('ArrowRight');
    }
    if (row === size.options - 1) return;
    // Home leads to the option's name, a step before the first cell.
    for (const key of ['Home', 'ArrowDown', 'ArrowRight']) await page.keyboard.press(key);
  }
}

export const footBar = (page: Page): Locator => page.getByRole('region', { name: /^(Round|Tour)$/ });

const nobodyLooks = (): Promise<void> => Promise.resolve();

/** Closes the round with notice, does not wait for the notice to end, and sees it closed. `noticed` may look meanwhile. */
export async function closeRound(page: Page, noticed: () => Promise<void> = nobodyLooks): Promise<void> {
  await footBar(page).getByRole('button', { name: 'Close in 10 s' }).click();
  await noticed();
  await footBar(page).getByRole('button', { name: 'Close now' }).click();
  await expect(footBar(page)).toContainText('closed');
}

export async function revealRound(page: Page): Promise<void> {
  await footBar(page).getByRole('button', { name: 'Reveal', exact: true }).click();
  await expect(footBar(page)).toContainText('revealed');
}
