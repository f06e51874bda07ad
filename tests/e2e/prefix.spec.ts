// The whole page under a path behind a reverse proxy, which takes the path away or leaves it.
import { expect, test } from '@playwright/test';
import { makeStarterBoard } from './boards.ts';
import { DESKTOP, giveName } from './person.ts';
import { startProxy } from './reverse-proxy.ts';
import { Room } from './room.ts';
import { ServerProcess } from './server-process.ts';
import { footBar } from './scoring.ts';
import { SimulatedVoter } from './simulated-voter.ts';

const PATH = '/teams/palabre';

for (const strips of [true, false]) {
  test(`under a path that the proxy ${strips ? 'takes away' : 'leaves'}, everything works and asks for nothing outside it`, async ({
    browser,
  }) => {
    const proxy = await startProxy(PATH, strips);
    const server = await ServerProcess.start({ PUBLIC_URL: proxy.address, TRUST_PROXY: '1' });
    proxy.passTo(server.base);
    const room = new Room(browser);
    try {
      const ada = await room.enter({ ...DESKTOP, acceptDownloads: true });
      const { page } = ada;
      const outside: string[] = [];
      page.on('request', (request) => {
        const { pathname, protocol } = new URL(request.url());
        const isOurs = pathname === PATH || pathname.startsWith(`${PATH}/`);
        if (/^(https?|wss?):$/.test(protocol) && !isOurs) outside.push(request.url());
      });
      const lines: string[] = [];
      page.on('websocket', (socket) => lines.push(new URL(socket.url()).pathname));

      // Home, by the path without its slash; a link inside the page; back again.
      await page.goto(proxy.address);
      expect(page.url()).toBe(`${proxy.address}/`);
      await page.getByRole('link', { name: 'Count an exported board again' }).click();
      await expect(page).toHaveURL(`${proxy.address}/recount`);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await page.goBack();
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();

      // A board by its link, and alone again by its address after a reload.
      const board = { ...(await makeStarterBoard(proxy.address)), base: proxy.address };
      await page.goto(`${proxy.address}/b/${board.id}#${board.keys.facilitator}`);
      await giveName(ada, 'Ada');
      await expect(page).toHaveURL(`${proxy.address}/b/${board.id}`);
      await page.reload();
      await expect(page.getByRole('grid')).toBeVisible();
      expect(new Set(lines)).toEqual(new Set([`${PATH}/socket.io/`]));

      // The links that are shared, and the code's.
      await page.getByRole('button', { name: 'Share' }).first().click();
      const shared = page.getByRole('textbox', { name: 'the link for the role Voter' });
      await expect(shared).toHaveValue(`${proxy.address}/b/${board.id}#${board.keys.voter}`);
      await page.keyboard.press('Escape');
      const guest = await room.enter();
      await guest.page.goto(`${proxy.address}/join/${board.code}`);
      await giveName(guest, 'Gus');
      await expect(guest.page.getByRole('grid')).toBeVisible();
      expect(guest.page.url()).toContain(`${proxy.address}/b/`);

      // A file of the board, and the big screen.
      const voter = await SimulatedVoter.join({ ...board, base: server.base }, 'Vi', 'facilitator');
      await voter.do({ type: 'round.open', round: 'r1', method: 'score', secrecy: 'live' });
      await voter.do({ type: 'round.close', round: 'r1' });
      await voter.do({ type: 'round.reveal', round: 'r1' });
      await footBar(page).getByRole('button', { name: 'Export' }).click();
      const arriving = page.waitForEvent('download');
      await footBar(page).getByRole('button', { name: 'JSON' }).click();
      const download = await arriving;
      expect(download.suggestedFilename()).toMatch(/\.json$/);
      const wall = await room.enter();
      await wall.page.goto(`${proxy.address}/b/${board.id}/screen#${board.keys.watcher}`);
      await expect(wall.page.getByText('Flask').first()).toBeVisible();
      await expect(wall.page).toHaveURL(`${proxy.address}/b/${board.id}/screen`);

      // An address that is none says so, with its own styles and a way home.
      await page.goto(`${proxy.address}/no/such/page`);
      await page.getByRole('link', { name: 'To the home page' }).click();
      await expect(page).toHaveURL(`${proxy.address}/`);
      expect(outside).toEqual([]);
    } finally {
      await room.leaveWithoutComplaint();
      await proxy.close();
      await server.stop();
    }
  });
}
