// Who comes in and who has no device: a voter on a phone, in French, waits at a watched door and is let in; a guest's
// ballots are recorded by the facilitator in a live and in a named round; somebody is taken off the board.
import { expect, test } from '@playwright/test';
import { type MadeBoard, lastRoundOf, makeBoard, readOf, roundsOf } from './boards.ts';
import { addGuest, recordFor } from './guest.ts';
import { openHouse } from './house.ts';
import { DESKTOP, PHONE, type Person, giveName, joinByLink } from './person.ts';
import { cellOf, closeRound, openRound, revealRound, scoreByKey } from './scoring.ts';

const SCORES = { quokka: { charm: 4 }, numbat: { charm: 1 } };

const house = openHouse();
let board: MadeBoard;
test.beforeEach(async () => {
  board = await makeBoard(house.server.base, 'The next mascot', ['Quokka', 'Numbat'], [{ name: 'Charm', weight: 1 }]);
});

/** `LOOK=DIR` keeps pictures of what the scenario passes through. */
async function look({ page }: Person, name: string): Promise<void> {
  const directory = process.env['LOOK'];
  if (directory !== undefined) await page.screenshot({ path: `${directory}/${name}.png` });
}

async function watchTheDoor({ page }: Person): Promise<void> {
  await page.getByRole('button', { name: 'Settings of the board' }).click();
  await page.getByRole('checkbox', { name: 'New people wait until you let them in' }).check();
  await page.getByRole('button', { name: 'Save' }).click();
}

async function ballotOfGuest(round: string): Promise<unknown> {
  const { ballots = [] } = await readOf<{ ballots?: { member?: string; ballot: unknown }[] }>(
    board,
    `/rounds/${round}/ballots`,
  );
  const { members } = (await readOf<{ snapshot: { members: { id: string; guest?: true }[] } }>(board, '')).snapshot;
  const guest = members.find((member) => member.guest === true);
  return ballots.find(({ member }) => member === guest?.id)?.ballot;
}

test('a voter waits and is let in, a guest’s ballots are recorded, and somebody is taken off the board', async () => {
  const ada = await house.room.enter(DESKTOP);
  await joinByLink(ada, board, 'facilitator', 'Ada');
  await watchTheDoor(ada);

  const lea = await house.room.enter(PHONE);
  await lea.page.goto(`${house.server.base}/b/${board.code}`);
  await giveName(lea, 'Léa', 'fr');
  await expect(lea.page.getByRole('heading', { name: 'Ada va vous faire entrer' })).toBeVisible();
  await look(lea, 'waiting-phone');
  await lea.page.getByRole('button', { name: 'Regarder en attendant' }).tap();
  await look(lea, 'waiting-phone-aside');

  const door = ada.page.getByRole('region', { name: 'At the door' });
  await expect(door).toContainText('1 person asks to come in');
  await look(ada, 'door');
  await door.getByRole('button', { name: 'Let Léa in' }).press('Enter');
  await expect(door).toBeHidden();
  await expect(lea.page.getByRole('button', { name: 'Ada va vous faire entrer' })).toBeHidden();
  await expect(lea.page.getByRole('heading', { name: 'Vous êtes dans la réunion' })).toBeVisible();
  await look(lea, 'let-in-phone');
  await lea.page.getByRole('button', { name: 'Compris' }).tap();

  const max = await house.room.enter();
  await max.page.goto(`${house.server.base}/b/${board.code}`);
  await giveName(max, 'Max');
  await door.getByRole('button', { name: 'Turn Max away…' }).press('Enter');
  await look(ada, 'turning-away');
  await door.getByRole('button', { name: 'Turn away', exact: true }).press('Enter');
  await expect(max.page.getByRole('heading', { name: 'You were not let in' })).toBeVisible();

  await addGuest(ada, 'Paul');
  await openRound(ada.page, 'Live');
  await scoreByKey(ada.page, 'Quokka', 'Charm', 2);
  await recordFor(ada, 'Paul', [[4], [1]], (seen) => look(ada, seen));
  await expect
    .poll(async () => (await roundsOf(board))[await lastRoundOf(board)]?.progress)
    .toMatchObject({ cast: 2, done: 1 });
  await closeRound(ada.page);
  await revealRound(ada.page);

  await openRound(ada.page, 'Named');
  await scoreByKey(ada.page, 'Quokka', 'Charm', 2);
  await recordFor(ada, 'Paul', [[4], [1]], (seen) => look(ada, seen));
  expect(JSON.stringify(await lea.tap.messages())).not.toContain('"quokka":{"charm":4}');
  await closeRound(ada.page);
  await revealRound(ada.page);
  expect(await ballotOfGuest(await lastRoundOf(board))).toEqual({ cells: SCORES });

  await look(lea, 'named-result-phone');
  await ada.page.getByRole('button', { name: /(person|people) here$/ }).click();
  await ada.page.getByRole('button', { name: 'What Léa may do' }).click();
  await ada.page.getByRole('button', { name: 'Remove…' }).click();
  await ada.page.getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(lea.page.getByRole('heading', { name: 'Vous ne faites plus partie de ce tableau' })).toBeVisible();
  await look(lea, 'removed-phone');
});

test('who comes late gets one card, and who presents shows nothing of their own ballot, reload included', async () => {
  const ada = await house.room.enter(DESKTOP);
  await joinByLink(ada, board, 'facilitator', 'Ada');
  await expect(ada.page.getByRole('heading', { name: 'The meeting is under way' })).toBeHidden();
  await openRound(ada.page, 'Live');
  await closeRound(ada.page);
  await revealRound(ada.page);
  await openRound(ada.page, 'Live');
  await scoreByKey(ada.page, 'Quokka', 'Charm', 4);

  const bo = await house.room.enter(DESKTOP);
  await joinByLink(bo, board, 'voter', 'Bo');
  const card = bo.page.locator('palabre-arrival-card');
  await expect(card).toContainText('The meeting is under way');
  await expect(card).toContainText('Round 2, Live');
  await look(bo, 'late');
  await card.getByRole('button', { name: 'Vote now' }).press('Enter');
  await expect(card).toHaveCount(0);
  await bo.page.reload();
  await expect(cellOf(bo.page, 'Quokka', 'Charm')).toBeVisible();
  await expect(card).toHaveCount(0);

  const { page } = ada;
  await page.getByRole('button', { name: 'Present: hide my ballot' }).click();
  const banner = page.getByRole('region', { name: 'Presenting' });
  for (const reloads of [false, true]) {
    if (reloads) await page.reload();
    await expect(banner).toBeVisible();
    await expect(cellOf(page, 'Quokka', 'Charm')).toHaveAccessibleName(/: scored/);
    await expect(cellOf(page, 'Quokka', 'Charm')).not.toHaveAccessibleName(/you gave 4/);
  }
  await look(ada, 'presenting');
  await page.locator('palabre-view-tabs').getByText('My ballot').click();
  await expect(page.getByRole('heading', { name: 'Your ballot is hidden' })).toBeVisible();
  await look(ada, 'presenting-ballot');
  await page.getByRole('button', { name: /^You: Ada/ }).click();
  await expect(page.locator('palabre-own-receipts')).toHaveCount(0);
  await page.getByRole('button', { name: 'Stop presenting' }).last().click();
  await expect(banner).toBeHidden();
  await expect(page.getByRole('heading', { name: 'Quokka' })).toBeVisible();
});
