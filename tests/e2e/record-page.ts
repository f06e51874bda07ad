// The view of the record as people use it: opened, written in, saved.
import { type Locator, type Page, expect } from '@playwright/test';
import type { Person } from './person.ts';

export const openRecord = ({ page }: Person): Promise<void> => page.getByRole('link', { name: 'Record' }).click();

export const recordEditor = (page: Page, part = 'Context and question'): Locator =>
  page.getByRole('textbox', { name: part });

/** What stands in the editor, line by line; the carets of others are no part of it. */
export const recordText = async (page: Page): Promise<string> =>
  (await recordEditor(page).locator('.cm-line').allTextContents()).join('\n');

export const recordArticle = (page: Page): Locator => page.getByRole('article', { name: 'The decision record' });

/** Waits until the view says `words` of the record. */
export const recordSays = (page: Page, words: string | RegExp): Promise<void> =>
  expect(page.getByRole('status').filter({ hasText: words })).toBeVisible();

/** Writes at the end of a part, opening its editor where it is not open yet. */
export async function writeRecord({ page }: Person, words: string, part = 'Context and question'): Promise<void> {
  const editor = recordEditor(page, part);
  if (!(await editor.isVisible())) await page.getByRole('button', { name: `Write: ${part}` }).click();
  await editor.click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(words);
}
