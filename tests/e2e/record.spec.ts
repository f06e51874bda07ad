// The record in real browsers over a real server: two people write at once, one of them without a line for a while, and
// the server is killed; both texts are there, once, on both screens, on disk and in the file.
import { type Page, expect, test } from '@playwright/test';
import { type MadeBoard, linkOf, makeBoard } from './boards.ts';
import { openHouse } from './house.ts';
import { joinByLink } from './person.ts';
import { openRecord, recordArticle, recordEditor, recordSays, recordText, writeRecord } from './record-page.ts';

const house = openHouse();

async function fileOf({ base, id, keys }: MadeBoard): Promise<string> {
  const response = await fetch(`${base}/api/boards/${id}/record.md`, {
    headers: { Authorization: `Bearer ${keys.watcher}` },
  });
  return response.text();
}

const times = (text: string, words: string): number => text.split(words).length - 1;

test('two people write at once, one without a line for a while, the server dies: both texts stay, once', async () => {
  const board = await makeBoard(house.server.base, 'Crossing', ['Bus', 'Tram'], [{ name: 'Fare', weight: 1 }]);
  const [ada, bo] = [await house.room.enter(), await house.room.enter()];
  await joinByLink(ada, board, 'facilitator', 'Ada');
  await joinByLink(bo, board, 'voter', 'Bo');
  for (const person of [ada, bo]) await openRecord(person);

  // At the same time, in the same text.
  await writeRecord(ada, 'Begun by Ada. ');
  await expect(recordArticle(bo.page)).toContainText('Begun by Ada.');
  await Promise.all([writeRecord(ada, 'The bus is full. '), writeRecord(bo, 'The tram is slow. ')]);
  for (const { page } of [ada, bo]) {
    await recordSays(page, 'Saved.');
    await expect(recordEditor(page)).toContainText('The bus is full.');
    await expect(recordEditor(page)).toContainText('The tram is slow.');
  }

  // Bo loses the line and goes on writing, as Ada does.
  await bo.context.setOffline(true);
  await recordSays(bo.page, /^\s*Offline\./);
  await writeRecord(bo, 'Kept by Bo. ');
  await writeRecord(ada, 'Meanwhile by Ada. ');
  await expect(recordEditor(bo.page)).not.toContainText('Meanwhile');
  await expect.poll(() => fileOf(board)).toContain('Meanwhile by Ada.');
  expect(await fileOf(board)).not.toContain('Kept by Bo.');

  await house.server.kill();
  await bo.context.setOffline(false);
  await writeRecord(ada, 'Without a server. ');
  await house.server.restart();
  const all = [
    'Begun by Ada.',
    'The bus is full.',
    'The tram is slow.',
    'Kept by Bo.',
    'Meanwhile by Ada.',
    'Without a server.',
  ];
  for (const { page } of [ada, bo]) {
    for (const words of all) await expect(recordEditor(page)).toContainText(words);
    await recordSays(page, 'Saved.');
  }
  const [hers, his] = await Promise.all([ada, bo].map(({ page }) => recordText(page)));
  expect(hers).toBe(his);

  await house.server.kill();
  await house.server.restart();
  const file = await fileOf(board);
  for (const words of all) {
    expect(times(hers ?? '', words)).toBe(1);
    expect(times(file, words)).toBe(1);
  }
});

test('what was written without a line outlives a reload', async () => {
  const board = await makeBoard(house.server.base, 'Crossing', ['Bus', 'Tram'], [{ name: 'Fare', weight: 1 }]);
  const bo = await house.room.enter();
  await joinByLink(bo, board, 'voter', 'Bo');
  await openRecord(bo);
  await writeRecord(bo, 'Before. ');
  await recordSays(bo.page, 'Saved.');
  await house.server.kill();
  await recordSays(bo.page, /^\s*Offline\./);
  await writeRecord(bo, 'Kept on this page. ');
  // What is not saved is put aside within a moment.
  await expect
    .poll(() =>
      bo.page.evaluate(async () => {
        const names = await indexedDB.databases();
        if (!names.some(({ name }) => name === 'palabre-records')) return 0;
        return new Promise<number>((resolve) => {
          const open = indexedDB.open('palabre-records');
          open.onsuccess = () => {
            const count = open.result.transaction('updates').objectStore('updates').count();
            count.onsuccess = () => {
              open.result.close();
              resolve(count.result);
            };
          };
        });
      }),
    )
    .toBe(1);
  await bo.page.goto('about:blank');
  await house.server.restart();
  // Elsewhere than in the record: it is sent all the same.
  await bo.page.goto(`${board.base}/b/${board.id}?view=notes`);
  await expect.poll(() => fileOf(board)).toMatch(/Before\. Kept on this page\./);
});

test('each sees by name where the others write, until they stop; a watcher reads it, and dissent stays without names', async () => {
  const board = await makeBoard(house.server.base, 'Crossing', ['Bus', 'Tram'], [{ name: 'Fare', weight: 1 }]);
  const [ada, bo, wall] = [await house.room.enter(), await house.room.enter(), await house.room.enter()];
  await joinByLink(ada, board, 'facilitator', 'Ada');
  await joinByLink(bo, board, 'voter', 'Bo');
  await wall.page.goto(linkOf(board, 'watcher'));
  for (const person of [ada, bo, wall]) await openRecord(person);
  await writeRecord(ada, 'The bus is full.');
  for (const { page } of [bo, wall]) await expect(page.getByText('Ada is writing here')).toBeVisible();
  await writeRecord(bo, ' The tram is slow.');
  await expect(wall.page.getByText('Ada and Bo are writing here')).toBeVisible();
  const caret = (page: Page) => recordEditor(page).locator('.other-caret');
  await expect(caret(ada.page)).toHaveAttribute('data-name', 'Bo');
  await expect(caret(bo.page)).toHaveAttribute('data-name', 'Ada');

  // Where she writes now, before what he has written.
  await ada.page.keyboard.press('Control+Home');
  const before = () =>
    // Found anew each time: a caret that has moved is another element.
    recordEditor(bo.page).evaluate((content) => {
      const found = content.querySelector('.other-caret');
      if (found === null) return undefined;
      const range = new Range();
      range.setStart(content, 0);
      range.setEndBefore(found);
      return range.toString();
    });
  await expect.poll(before).toBe('');
  await ada.page.keyboard.type('Now: ');
  await expect.poll(before).toBe('Now: ');

  await ada.page.keyboard.press('Escape');
  await expect(caret(bo.page)).toHaveCount(0);
  await writeRecord(ada, 'I would walk.', 'Dissent');
  await expect(recordArticle(wall.page)).toContainText('I would walk.');
  await expect(wall.page.getByText('Bo is writing here')).toBeVisible();
  await expect(wall.page.getByText(/Ada/).filter({ hasText: 'writing' })).toHaveCount(0);
  await bo.page.goto('about:blank');
  await expect(wall.page.getByText('writing here')).toHaveCount(0);
});
