// Making a board from the one that is open, as its menu offers it.
import { expect } from '@playwright/test';
import type { Snapshot } from '../../shared/board/snapshot.ts';
import { type MadeBoard, readOf } from './boards.ts';
import { type Person, giveName } from './person.ts';

export interface CopyWay {
  readonly title: string;
  readonly notes: boolean;
  readonly redecide?: true;
}

/** Makes the new board by the menu of the old one, is taken there and gives a name. */
export async function duplicate(
  person: Person,
  { base }: Pick<MadeBoard, 'base'>,
  { title, notes, redecide }: CopyWay,
  name: string,
): Promise<MadeBoard> {
  const { page } = person;
  await page.locator('palabre-own-menu .toggle').click();
  await page.getByRole('button', { name: 'Duplicate this board…' }).click();
  const dialog = page.locator('palabre-copy-dialog');
  if (redecide === true) await dialog.getByRole('radio', { name: /^Decide again/ }).check();
  await dialog.getByLabel('Title of the new board').fill(title);
  await dialog.getByRole('checkbox', { name: /^With its notes/ }).setChecked(notes);
  const making = page.waitForResponse((response) => response.request().method() === 'POST');
  await dialog.getByRole('button', { name: 'Make the new board' }).click();
  const made = (await (await making).json()) as Omit<MadeBoard, 'base'>;
  await expect(page).toHaveURL(new RegExp(`/b/${made.id}`));
  await giveName(person, name);
  return { base, ...made };
}

export const snapshotOf = async (board: MadeBoard): Promise<Snapshot> =>
  (await readOf<{ readonly snapshot: Snapshot }>(board, '')).snapshot;
