// The links and the code of a board, read where a person reads them.
import type { Page } from '@playwright/test';
import type { MadeBoard } from './boards.ts';

/** What the share dialog offers, read as a person reads it. */
export async function readShares(page: Page): Promise<MadeBoard> {
  await page.getByRole('button', { name: 'Share' }).click();
  const dialog = page.locator('palabre-share-dialog');
  const code = await dialog.locator('.code').innerText();
  const [facilitator, voter, watcher] = await Promise.all(
    ['Facilitator', 'Voter', 'Watcher'].map(async (role) => {
      const link = await dialog.getByRole('textbox', { name: `the link for the role ${role}` }).inputValue();
      return new URL(link).hash.slice(1);
    }),
  );
  await dialog.getByRole('button', { name: 'Close' }).click();
  const { origin, pathname } = new URL(page.url());
  return {
    base: origin,
    id: pathname.split('/').at(-1) ?? '',
    code,
    keys: { facilitator: facilitator ?? '', voter: voter ?? '', watcher: watcher ?? '' },
  };
}
