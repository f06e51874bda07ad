// Somebody in the room without a device: added to the people, and their ballot recorded for them by keyboard.
import { expect } from '@playwright/test';
import type { Person } from './person.ts';

export async function addGuest({ page }: Person, name: string): Promise<void> {
  await page.getByRole('button', { name: /(person|people) here$/ }).click();
  await page.getByRole('button', { name: 'Add someone without a device' }).click();
  await page.getByLabel('Name of who has no device').fill(name);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('listitem').filter({ hasText: name })).toContainText('without a device');
  await page.keyboard.press('Escape');
}

const nobodyLooks = (): Promise<void> => Promise.resolve();

/**
 * Records a row of scores for each option, in the order of the criteria, and declares the ballot done. `look` is told
 * what is to be seen at the moment.
 */
export async function recordFor(
  { page }: Person,
  name: string,
  rows: readonly (readonly number[])[],
  look: (seen: string) => Promise<void> = nobodyLooks,
): Promise<void> {
  await page.getByRole('button', { name: /(person|people) here$/ }).click();
  await page.getByRole('button', { name: `Record the ballot of ${name}…` }).press('Enter');
  await expect(page.getByRole('dialog', { name: `Ballot of ${name}` })).toBeVisible();
  const dialog = page.locator('palabre-record-dialog');
  await expect(dialog).toContainText(`You are recording for ${name}.`);
  for (const row of rows) {
    for (const [at, score] of row.entries()) {
      const scale = dialog.locator('palabre-score-scale').nth(at);
      await scale.getByRole('radio', { name: new RegExp(`^${score}`) }).press('Space');
    }
    await look(`recording-${row.join('-')}`);
    await dialog.getByRole('button', { name: /^(Next|Check)$/ }).press('Enter');
  }
  await dialog.getByRole('button', { name: 'I’m done' }).press('Enter');
  await expect(dialog).toContainText('You are done.');
  await look('recorded');
  await dialog.getByRole('button', { name: 'Close' }).last().press('Enter');
  await expect(page.getByRole('dialog')).toBeHidden();
}
