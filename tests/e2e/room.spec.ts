// Three people in a meeting that is run: the facilitator leads, times and hands on; a voter on a phone in French follows,
// asks and writes without being interrupted; a watcher sees the same.
import { expect, test } from '@playwright/test';
import { type MadeBoard, linkOf, makeStarterBoard } from './boards.ts';
import { openHouse } from './house.ts';
import { PHONE, joinByLink } from './person.ts';
import { footBar } from './scoring.ts';
import { SimulatedVoter } from './simulated-voter.ts';

const house = openHouse();

async function meeting(): Promise<MadeBoard> {
  return makeStarterBoard(house.server.base, 'en');
}

test('a meeting is run from the agenda to the next step, and everybody sees where it is', async () => {
  const board = await meeting();
  const [ada, bo, wall] = [await house.room.enter(), await house.room.enter(PHONE), await house.room.enter()];
  await joinByLink(ada, board, 'facilitator', 'Ada');
  await joinByLink(bo, board, 'voter', 'Bo', 'fr');
  await wall.page.goto(linkOf(board, 'watcher'));

  await test.step('the agenda by keyboard alone, from the palette', async () => {
    await ada.page.keyboard.press('Control+k');
    await expect(ada.page.getByRole('combobox')).toBeFocused();
    await ada.page.keyboard.type('Agenda');
    await ada.page.keyboard.press('Enter');
    await expect(ada.page.getByRole('textbox', { name: /^A line for each item/ })).toBeFocused();
    await ada.page.keyboard.type('The question 5\nLicences 10');
    await ada.page.keyboard.press('Control+Enter');
    await expect(bo.page.getByRole('button', { name: /^Ordre du jour/ })).toBeVisible();
  });

  await test.step('the clock runs on every screen, and a wish for time is a number', async () => {
    await ada.page.getByRole('button', { name: 'Next: The question' }).click();
    for (const { page } of [ada, bo, wall]) await expect(page.getByRole('timer')).toHaveText(/^0[45]:\d\d$/);
    await bo.page.getByRole('button', { name: 'Plus de temps' }).tap();
    await expect(ada.page.getByText('1 would like more time')).toBeVisible();
    await ada.page.getByRole('button', { name: '+1 min' }).click();
    await expect(ada.page.getByText('1 would like more time')).toBeHidden();
    await expect(bo.page.getByRole('button', { name: 'Plus de temps' })).toHaveAttribute('aria-pressed', 'false');
  });

  await test.step('a hand is seen and who is ready is counted', async () => {
    await footBar(ada.page).getByRole('button', { name: 'Open the discussion' }).click();
    await expect(footBar(ada.page).getByRole('button', { name: 'Open a round…' })).toBeVisible();
    await footBar(bo.page).getByRole('button', { name: 'Lever la main' }).tap();
    await footBar(bo.page).getByRole('button', { name: 'C’est bon pour moi' }).tap();
    await ada.page.getByRole('button', { name: '1 hand raised' }).click();
    await expect(ada.page.getByRole('dialog').getByRole('listitem')).toHaveText(['Bo']);
    await ada.page.keyboard.press('Escape');
    await expect(footBar(ada.page)).toContainText('1 of 1 ready');
  });
});

test('everybody is brought along, except who is writing, and who leaves comes back in one step', async () => {
  const board = await meeting();
  const [ada, bo, wall] = [await house.room.enter(), await house.room.enter(PHONE), await house.room.enter()];
  await joinByLink(ada, board, 'facilitator', 'Ada');
  await joinByLink(bo, board, 'voter', 'Bo', 'fr');
  await wall.page.goto(linkOf(board, 'watcher'));
  const bring = async (): Promise<void> => {
    await ada.page.getByRole('button', { name: /^Run the meeting/ }).click();
    await ada.page.getByRole('button', { name: 'Bring everyone here' }).click();
  };

  await ada.page.getByRole('link', { name: /^Compare/ }).click();
  await bring();
  for (const { page } of [bo, wall]) await expect(page).toHaveURL(/view=compare/);
  await expect(bo.page.getByText('Ada mène : Comparer')).toBeVisible();
  await expect(ada.page.getByText('You lead: Compare')).toBeVisible();

  // Going elsewhere is leaving; one press leads back.
  await bo.page.getByRole('link', { name: /^Remarques/ }).tap();
  await bo.page.getByRole('button', { name: 'Suivre à nouveau Ada' }).tap();
  await expect(bo.page).toHaveURL(/view=compare/);

  // A late joiner lands there too.
  const cy = await house.room.enter();
  await joinByLink(cy, board, 'voter', 'Cy');
  await expect(cy.page).toHaveURL(/view=compare/);

  // Who has begun a note is asked, and keeps what is written.
  await cy.page.getByRole('link', { name: /^Matrix/ }).click();
  await cy.page.getByRole('button', { name: 'Follow Ada again' }).click();
  await ada.page.getByRole('button', { name: 'Let go' }).click();
  await cy.page.goto(`${house.server.base}/b/${board.id}?view=matrix&cell=flask.upkeep`);
  const note = cy.page.getByRole('textbox', { name: /signed Cy/ });
  await note.fill('Not finished yet');
  await ada.page.getByRole('link', { name: /^Notes/ }).click();
  await bring();
  await expect(wall.page).toHaveURL(/view=notes/);
  await expect(cy.page.getByText('Ada calls everyone to: Notes')).toBeVisible();
  await expect(note).toHaveValue('Not finished yet');

  await ada.page.getByRole('button', { name: 'Let go' }).click();
  await expect(cy.page.getByText(/calls everyone/)).toBeHidden();
});

test('everybody is brought to one note, and after that a round that opens has a phone’s voter at the ballot', async () => {
  const board = await meeting();
  const [ada, bo] = [await house.room.enter(), await house.room.enter(PHONE)];
  await joinByLink(ada, board, 'facilitator', 'Ada');
  await joinByLink(bo, board, 'voter', 'Bo', 'fr');

  await ada.page.getByRole('link', { name: /^Notes/ }).click();
  const led = ada.page.locator('palabre-note').nth(3);
  await led.getByRole('button', { name: 'More' }).click();
  await led.getByRole('button', { name: 'Bring everyone here' }).click();
  await expect(ada.page).toHaveURL(/note=/);
  const { searchParams } = new URL(ada.page.url());
  await expect(bo.page).toHaveURL(new RegExp(`note=${searchParams.get('note')}$`));
  await expect(bo.page.locator('palabre-note[sought]')).toBeInViewport();
  await expect(ada.page.getByText(/^You lead: Notes/)).toBeVisible();

  await ada.page.getByRole('button', { name: 'Let go' }).click();
  await expect(bo.page.getByText(/^Ada mène/)).toBeHidden();
  await expect(bo.page).toHaveURL(/note=/);
  const ben = await SimulatedVoter.join(board, 'Ben', 'facilitator');
  await ben.do({ type: 'round.open', round: 'r1', method: 'score', secrecy: 'named', seconds: 600 });
  await expect(bo.page.getByRole('heading', { name: 'Flask', exact: true })).toBeVisible();
  await expect(bo.page.getByRole('timer')).toHaveText(/^\d\d:\d\d$/);
  await expect(footBar(bo.page)).toContainText('0 sur 3 ont terminé');

  // Who has chosen a place of their own is asked, wherever that is.
  await ben.do({ type: 'round.close', round: 'r1' });
  await bo.page.getByRole('link', { name: 'Matrice' }).tap();
  await ben.do({ type: 'round.open', round: 'r2', method: 'score', secrecy: 'named' });
  await bo.page.locator('palabre-round-notice').getByRole('button').first().tap();
  await expect(bo.page.getByRole('heading', { name: 'Flask', exact: true })).toBeVisible();
  ben.leave();
});

test('when the facilitator is gone, whoever holds their link takes over, and the room is told', async () => {
  const board = await meeting();
  const [ada, bo] = [await house.room.enter(), await house.room.enter(PHONE)];
  await joinByLink(ada, board, 'facilitator', 'Ada');
  await joinByLink(bo, board, 'voter', 'Bo', 'fr');
  await ada.page.goto('about:blank');
  const ben = await SimulatedVoter.join(board, 'Ben', 'facilitator');
  await expect(bo.page.getByText('Ben anime désormais aussi')).toBeVisible();
  await ben.do({ type: 'board.edit', locked: true });
  await expect(bo.page.getByRole('img', { name: 'Options et critères verrouillés' })).toBeVisible();
  ben.leave();
});
