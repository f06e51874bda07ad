// A board as large as a company makes them opens whole, on a desktop and on a phone, and nothing in it jumps about.
import { expect, test } from '@playwright/test';
import { linkOf, makeExported } from './boards.ts';
import { LARGE, largeExport } from './large-board.ts';
import { Room } from './room.ts';
import { ServerProcess } from './server-process.ts';

let server: ServerProcess;
test.beforeAll(async () => {
  server = await ServerProcess.start();
});
test.afterAll(() => server.stop());

for (const [name, viewport] of [
  ['a desktop', { width: 1440, height: 900 }],
  ['a phone', { width: 390, height: 844 }],
] as const) {
  test(`a board of 60 × 15 with 400 notes and 300 members is drawn whole on ${name}`, async ({ browser }) => {
    const board = await makeExported(server.base, largeExport());
    const room = new Room(browser);
    const { page } = await room.enter();
    await page.setViewportSize(viewport);
    await page.goto(linkOf(board, 'watcher').replace('#', '?view=matrix#'));
    await expect(page.getByRole('rowheader')).toHaveCount(LARGE.options);
    // Each row also has what the option came to.
    await expect(page.getByRole('gridcell')).toHaveCount(LARGE.options * (LARGE.criteria + 1));
    await room.leaveWithoutComplaint();
  });
}
