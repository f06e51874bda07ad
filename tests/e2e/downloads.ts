// Files that a page hands to whoever asks, by the menu on the bar.
import { readFile } from 'node:fs/promises';
import type { Download, Page } from '@playwright/test';
import { footBar } from './scoring.ts';

export interface Downloaded {
  readonly file: Download;
  readonly text: string;
}

export async function download(page: Page, entry: string): Promise<Downloaded> {
  const arriving = page.waitForEvent('download');
  await footBar(page).getByRole('button', { name: 'Export' }).click();
  await footBar(page).getByRole('button', { name: entry }).click();
  const file = await arriving;
  return { file, text: await readFile(await file.path(), 'utf8') };
}
