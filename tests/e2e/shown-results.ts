// Reads the numbers that a page shows as a result, to be compared with the server's.
import type { Page } from '@playwright/test';
import type { RoundResult } from './boards.ts';

export interface ShownRow {
  /** The option's id in the results, its name on the big screen. */
  readonly option: string;
  readonly rank: string;
  /** As it is written, with a point for decimals. */
  readonly text: string;
}

const plain = (text: string): string => text.trim().replace(',', '.');

/** The rows of the first ranking in the results, whatever the language. */
export async function rowsOfResults(page: Page): Promise<readonly ShownRow[]> {
  const rows = await page.locator('palabre-result-lead palabre-ranked-bars tr[data-id]').evaluateAll((found) =>
    found.map((row) => ({
      option: row.getAttribute('data-id') ?? '',
      rank: row.querySelector('.rank')?.textContent ?? '',
      text: row.querySelector('.value')?.textContent ?? '',
    })),
  );
  return rows.map((row) => ({ ...row, rank: plain(row.rank), text: plain(row.text) }));
}

/** The rows that the big screen shows at the moment. */
export async function rowsOfScreen(page: Page): Promise<readonly ShownRow[]> {
  const rows = await page.locator('palabre-screen-bars li').evaluateAll((found) =>
    found.map((row) => ({
      option: row.querySelector('.name')?.textContent ?? '',
      rank: row.querySelector('.rank')?.textContent ?? '',
      text: row.querySelector('.value')?.textContent ?? '',
    })),
  );
  return rows.map(({ option, rank, text }) => ({ option: option.trim(), rank: plain(rank), text: plain(text) }));
}

/** What is shown otherwise than the server says it; each value at the number of decimals it is shown with. */
export function valuesAgree(rows: readonly ShownRow[], ranking: RoundResult['ranking']): readonly object[] {
  return rows.flatMap((row) => {
    const ranked = ranking.find(({ option }) => option === row.option);
    const decimals = row.text.split('.')[1]?.length ?? 0;
    const expected = ranked?.value?.toFixed(decimals) ?? '–';
    const same = ranked !== undefined && expected === row.text && ['–', '', String(ranked.rank)].includes(row.rank);
    return same ? [] : [{ shown: row, expected: ranked }];
  });
}
