// Lines that break while somebody scores: what waits says so, is kept over a reload, and counts once.
import { type Page, type WebSocketRoute, expect, test } from '@playwright/test';
import { type MadeBoard, lastRoundOf, makeBoard, roundsOf } from './boards.ts';
import { openHouse } from './house.ts';
import { DESKTOP, PHONE, type Person, joinByLink } from './person.ts';
import type { Room } from './room.ts';
import { cellOf, footBar, openRound, scoreByKey, tapScore } from './scoring.ts';

const house = openHouse();

const ROUND = { options: ['Bus', 'Tram', 'Boat'], criteria: [{ name: 'Fare', weight: 1 }] };

/** A live round, so that what has been counted shows at once; Ada leads, Cy votes. */
async function liveRound(cyOptions: Parameters<Room['enter']>[0] = DESKTOP, language: 'en' | 'fr' = 'en') {
  const board = await makeBoard(house.server.base, 'Crossing', ROUND.options, ROUND.criteria);
  const ada = await house.room.enter();
  const cy = await house.room.enter(cyOptions);
  await joinByLink(ada, board, 'facilitator', 'Ada');
  await joinByLink(cy, board, 'voter', 'Cy', language);
  await openRound(ada.page, 'Live');
  return { board, ada, cy };
}

/** How many changes to ballots were accepted: sent twice, one counts once. */
const acceptedOf = async (board: MadeBoard): Promise<number> =>
  (await roundsOf(board))[await lastRoundOf(board)]?.version ?? -1;

const waitingMark = (page: Page, option: string) => cellOf(page, option, 'Fare').locator('.waiting-mark');

test('scores given without a line are marked as waiting, and sent once when it is back', async () => {
  const { board, ada, cy } = await liveRound();
  await scoreByKey(cy.page, 'Bus', 'Fare', 5);
  await expect(footBar(cy.page)).toContainText('1 of 3 · 2 left · saved');

  await cy.context.setOffline(true);
  await expect(cy.page.getByText('Offline', { exact: true })).toBeVisible();
  await scoreByKey(cy.page, 'Tram', 'Fare', 2);
  await scoreByKey(cy.page, 'Boat', 'Fare', 3);
  for (const option of ['Tram', 'Boat']) await expect(waitingMark(cy.page, option)).toBeVisible();
  await expect(waitingMark(cy.page, 'Bus')).toBeHidden();
  await expect(footBar(cy.page)).toContainText('kept here until the line is back (2)');
  await expect(cy.page.getByText(/^\s*Offline · 2 kept here/)).toBeVisible();
  // The others go on meanwhile, and see nothing of it.
  await scoreByKey(ada.page, 'Tram', 'Fare', 4);
  await expect(cellOf(ada.page, 'Tram', 'Fare')).toHaveAccessibleName(/mean 4\.0/);

  await cy.context.setOffline(false);
  await expect(footBar(cy.page)).toContainText('3 of 3 · all scored · saved');
  await expect(cy.page.getByText('Live', { exact: true })).toBeVisible();
  for (const { page } of [ada, cy]) {
    await expect(cellOf(page, 'Tram', 'Fare')).toHaveAccessibleName(/mean 3\.0/);
    await expect(cellOf(page, 'Boat', 'Fare')).toHaveAccessibleName(/mean 3\.0/);
  }
  // What was given without a line came as one change.
  expect(await acceptedOf(board)).toBe(3);
});

test('a phone that loses its line keeps the ballot and says so', async () => {
  const { ada, cy } = await liveRound(PHONE, 'fr');
  await expect(cy.page.getByRole('heading', { name: 'Bus' })).toBeVisible();
  await cy.context.setOffline(true);
  await tapScore(cy.page, 'Fare', 1);
  await expect(cy.page.getByText('1 sur 3 · 1 en attente')).toBeVisible();
  await cy.context.setOffline(false);
  await expect(cy.page.getByText('1 sur 3 · enregistré')).toBeVisible();
  await expect(cellOf(ada.page, 'Bus', 'Fare')).toHaveAccessibleName(/mean 1\.0/);
});

/** Lets a line lose what one side says from a moment on, as a dead network does. */
class LossyLine {
  private losing: 'nothing' | 'sent' | 'received' = 'nothing';

  async under({ page }: Person): Promise<void> {
    await page.routeWebSocket(/\/socket\.io\//, (route: WebSocketRoute) => {
      const onward = route.connectToServer();
      route.onMessage((message) => {
        if (this.losing !== 'sent') onward.send(message);
      });
      onward.onMessage((message) => {
        if (this.losing !== 'received') route.send(message);
      });
    });
  }

  lose(what: LossyLine['losing']): void {
    this.losing = what;
  }
}

for (const { lost, before } of [
  { lost: 'sent', before: 0 },
  { lost: 'received', before: 1 },
] as const) {
  test(`a reload while a score waits loses and doubles nothing when what was ${lost} is lost`, async () => {
    const board = await makeBoard(house.server.base, 'Crossing', ROUND.options, ROUND.criteria);
    const [ada, cy] = [await house.room.enter(), await house.room.enter()];
    const line = new LossyLine();
    await line.under(cy);
    await joinByLink(ada, board, 'facilitator', 'Ada');
    await joinByLink(cy, board, 'voter', 'Cy');
    await openRound(ada.page, 'Live');
    await expect(cellOf(cy.page, 'Bus', 'Fare')).toHaveAccessibleName(/to score/);

    line.lose(lost);
    await scoreByKey(cy.page, 'Bus', 'Fare', 4);
    await expect(waitingMark(cy.page, 'Bus')).toBeVisible();
    // Lost on the way back, it has been counted; the page cannot know.
    await expect.poll(() => acceptedOf(board)).toBe(before);
    await cy.page.reload({ waitUntil: 'commit' });
    line.lose('nothing');
    await expect(cellOf(cy.page, 'Bus', 'Fare')).toHaveAccessibleName(/you gave 4, mean 4\.0/);
    await expect(footBar(cy.page)).toContainText('1 of 3 · 2 left · saved');
    await expect(cellOf(ada.page, 'Bus', 'Fare')).toHaveAccessibleName(/mean 4\.0, 1 gave 4/);
    expect(await acceptedOf(board)).toBe(1);
  });
}

test('a server that stops and starts again is found by every browser without a reload', async () => {
  const { board, ada, cy } = await liveRound();
  let loads = 0;
  for (const { page } of [ada, cy]) page.on('load', () => (loads += 1));
  for (const score of [3, 4]) {
    await scoreByKey(cy.page, 'Bus', 'Fare', score);
    await expect(footBar(cy.page)).toContainText('saved');
    await house.server.kill();
    for (const { page } of [ada, cy]) await expect(page.getByText(/^Offline|^Connecting/)).toBeVisible();
    await house.server.restart();
    for (const { page } of [ada, cy]) {
      await expect(page.getByText('Live', { exact: true })).toBeVisible();
      await expect(cellOf(page, 'Bus', 'Fare')).toHaveAccessibleName(new RegExp(`mean ${score}\\.0, 1 gave ${score}`));
    }
  }
  expect(await acceptedOf(board)).toBe(2);
  expect(loads).toBe(0);
});

test('a view that cannot be fetched without a network says so, and comes with it', async () => {
  const { cy } = await liveRound();
  let loads = 0;
  cy.page.on('load', () => (loads += 1));
  await expect(cellOf(cy.page, 'Bus', 'Fare')).toHaveAccessibleName(/to score/);
  await cy.context.setOffline(true);
  await cy.page.getByRole('link', { name: /^History/ }).click();
  await expect(cy.page.getByText('A part of this page could not be fetched.')).toBeVisible();
  await cy.context.setOffline(false);
  await expect(cy.page.getByRole('heading', { name: 'History' })).toBeVisible();
  await expect(cy.page.getByText('A part of this page could not be fetched.')).toBeHidden();
  expect(loads).toBe(0);
});

test('a score that comes after the close is said to be uncounted', async () => {
  const { board, ada, cy } = await liveRound();
  await expect(cellOf(cy.page, 'Bus', 'Fare')).toHaveAccessibleName(/to score/);
  await cy.context.setOffline(true);
  await scoreByKey(cy.page, 'Bus', 'Fare', 4);
  await footBar(ada.page).getByRole('button', { name: 'Close in 10 s' }).click();
  await footBar(ada.page).getByRole('button', { name: 'Close now' }).click();
  await expect(footBar(ada.page)).toContainText('0 ballots');
  await cy.context.setOffline(false);
  await expect(cy.page.getByText('The round had closed: this score is not counted.')).toBeVisible();
  await expect(cellOf(cy.page, 'Bus', 'Fare')).toHaveAccessibleName(/not scored/);
  expect(await acceptedOf(board)).toBe(0);
});
