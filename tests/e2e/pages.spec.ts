// Every state of the pages, in both languages and both themes: accessible, narrow enough, at home with its own server.
import { type Locator, type Page, expect, test } from '@playwright/test';
import { type MadeBoard, contentOf, lastRoundOf, linkOf, makeStarterBoard } from './boards.ts';
import { openHouse } from './house.ts';
import { Inspection } from './inspection.ts';
import { DESKTOP, PHONE, type Person } from './person.ts';
import { SimulatedVoter } from './simulated-voter.ts';
import { type Language, Words } from './words.ts';

const LOCALES = { en: 'en-GB', fr: 'fr-FR' } as const;

const house = openHouse();
let words: Words;
test.beforeAll(async () => {
  words = await Words.read();
});

const desktop = (language: Language): Promise<Person> => house.room.enter({ ...DESKTOP, locale: LOCALES[language] });
const phone = (language: Language): Promise<Person> =>
  house.room.enter({ ...PHONE, viewport: { width: 360, height: 740 }, locale: LOCALES[language] });

async function join(page: Page, link: string, name: string, language: Language): Promise<void> {
  await page.goto(link);
  await page.getByLabel(words.of('board.your-name', language)).fill(name);
  const button = page.getByRole('button', { name: words.of('board.enter', language) });
  await button.click();
  await button.waitFor({ state: 'hidden' });
}

/** A meeting led and attended from outside, so that the pages only have to be looked at. */
async function attended(board: MadeBoard, names: readonly string[]) {
  const chair = await SimulatedVoter.join(board, 'Ada', 'facilitator');
  const voters = await Promise.all(names.map((name) => SimulatedVoter.join(board, name)));
  return { chair, voters, end: () => [chair, ...voters].forEach((one) => one.leave()) };
}

/** Opens a dialog by a button, looks at it, does `more` in it and closes it. */
async function openAndLook(
  page: Page,
  look: Inspection,
  language: Language,
  button: string,
  name: string,
  element: string,
  more?: (dialog: Locator) => Promise<void>,
): Promise<void> {
  await page.getByRole('button', { name: words.of(button, language) }).click();
  const dialog = page.locator(element);
  await expect(dialog.getByRole('dialog')).toBeVisible();
  await look.of(page, name);
  await more?.(dialog);
  await page.keyboard.press('Escape');
  await expect(dialog.getByRole('dialog')).toBeHidden();
}

/** Half of the room each way, so that results have something to say; all of them done. */
async function castScores(voters: readonly SimulatedVoter[], board: MadeBoard, round: string): Promise<void> {
  const { options, criteria } = await contentOf(board);
  for (const [at, voter] of voters.entries()) {
    const cells = options.map(({ id }, row) => [
      id,
      Object.fromEntries(criteria.map((criterion, column) => [criterion.id, (at * 5 + row + column * at) % 6])),
    ]);
    await voter.do({ type: 'ballot.cast', round, ballot: { cells: Object.fromEntries(cells) }, done: true });
  }
}

for (const language of ['en', 'fr'] as const) {
  const named = (id: string): RegExp => words.of(id, language);

  test(`the home page and what leads to it hold up, in ${language}`, async () => {
    const look = new Inspection(words, language);
    const { page } = await desktop(language);
    await page.goto(house.server.base);
    await expect(page.getByRole('heading', { name: named('home.headline') })).toBeVisible();
    await look.of(page, 'home');
    await page.getByText(named('home.start-table')).click();
    const table = page.getByRole('textbox', { name: named('home.table') });
    await table.fill('Option;Coût (poids 3)\nThé;4\nCafé;2\nEau');
    await look.of(page, 'a table with an error');
    await table.fill('Option;Coût (poids 3)\nThé;4\nCafé;2');
    await expect(page.locator('palabre-table-preview')).toBeVisible();
    await look.of(page, 'a table');
    await page.getByRole('button', { name: named('home.create') }).click();
    await expect(page.getByText(named('home.untitled'))).toBeVisible();
    await look.of(page, 'a board without a title');
    await page.goto(`${house.server.base}/join/no-code-at-all`);
    await expect(page.getByText(named('home.join-wrong'))).toBeVisible();
    await look.of(page, 'a wrong code');
    await page.goto(`${house.server.base}/recount`);
    await look.of(page, 'recount');
  });

  test(`states without a board hold up, in ${language}`, async () => {
    const look = new Inspection(words, language);
    const board = await makeStarterBoard(house.server.base, language);
    const { chair, voters, end } = await attended(board, ['Zoé']);
    const bo = await desktop(language);
    await bo.page.goto(linkOf(board, 'voter'));
    await expect(bo.page.getByLabel(named('board.your-name'))).toBeVisible();
    await look.of(bo.page, 'the question for a name');
    await bo.page.getByRole('button', { name: named('board.enter') }).click();
    await look.of(bo.page, 'a missing name');
    await bo.page.getByLabel(named('board.your-name')).fill('Bo');
    await bo.page.getByRole('button', { name: named('board.enter') }).click();
    await expect(bo.page.getByRole('button', { name: named('board.enter') })).toBeHidden();
    await bo.context.setOffline(true);
    await expect(bo.page.getByText(named('people.offline'))).toBeVisible();
    await look.of(bo.page, 'offline');
    await bo.context.setOffline(false);
    await expect(bo.page.getByText(named('people.live'))).toBeVisible();

    const { page } = await desktop(language);
    await page.goto(`${house.server.base}/b/no-such-board#0123456789abcdef`);
    await expect(page.getByRole('heading', { name: /./ })).toBeVisible();
    await look.of(page, 'a board that is not there');
    await page.goto(`${house.server.base}/b/${board.id}`);
    await expect(page.getByRole('heading', { name: named('board.closed') })).toBeVisible();
    await look.of(page, 'an address without a key');
    await page.goto(`${house.server.base}/b/${board.id}#this-key-is-wrong`);
    await expect(page.getByRole('heading', { name: named('board.closed') })).toBeVisible();
    await look.of(page, 'a wrong key');
    await page.goto(`${house.server.base}/nothing/here`);
    await expect(page.getByRole('heading', { name: named('app.not-found') })).toBeVisible();
    await look.of(page, 'an address that leads nowhere');

    const { members } = await contentOf(board);
    const member = members.find(({ name }) => name === 'Bo')?.id;
    await chair.do({ type: 'member.remove', member });
    await expect(bo.page.getByRole('heading', { name: named('board.removed') })).toBeVisible();
    await look.of(bo.page, 'removed');
    const watcher = await desktop(language);
    await watcher.page.goto(linkOf(board, 'watcher'));
    await expect(watcher.page.getByRole('grid')).toBeVisible();
    await fetch(`${house.server.base}/api/boards/${board.id}`, {
      method: 'DELETE',
      headers: { Authorization: `Bearer ${board.keys.facilitator}` },
    });
    await expect(watcher.page.getByRole('heading', { name: named('board.erased') })).toBeVisible();
    await look.of(watcher.page, 'erased');
    expect(voters).toHaveLength(1);
    end();
  });

  test(`a line that never comes up says so, in ${language}`, async () => {
    const board = await makeStarterBoard(house.server.base, language);
    const { page } = await desktop(language);
    const look = new Inspection(words, language);
    // Taken and never answered, as by a network that swallows everything.
    await page.routeWebSocket(/\/socket\.io\//, () => undefined);
    await page.clock.install();
    await page.goto(linkOf(board, 'voter'));
    await expect(page.getByText(named('board.opening'))).toBeVisible();
    await look.of(page, 'opening');
    await page.clock.fastForward('01:00');
    await expect(page.getByText(named('board.offline'))).toBeVisible();
    await look.of(page, 'no line');
  });

  test(`a board holds up from preparing to deciding, in ${language}`, async () => {
    const look = new Inspection(words, language);
    const board = await makeStarterBoard(house.server.base, language);
    const { chair, voters, end } = await attended(board, [
      'Zoé',
      'Ångström',
      'Bartholomäus-Maximilian von und zu Ende',
    ]);
    const { page } = await desktop(language);
    const screen = await desktop(language);
    await join(page, linkOf(board, 'facilitator'), 'Ada', language);
    await screen.page.goto(linkOf(board, 'watcher').replace('#', '/screen#'));
    await expect(page.getByRole('grid')).toBeVisible();
    await look.of(page, 'the matrix before a round');
    await expect(screen.page.getByText(/^\s*[0-9A-Z]{4}-[0-9A-Z]{4}\s*$/)).toBeVisible();
    await look.of(screen.page, 'the big screen before a round');

    await openAndLook(page, look, language, 'board.share', 'share', 'palabre-share-dialog', async (dialog) => {
      await dialog.getByRole('button', { name: named('share.phone-show') }).click();
      await dialog
        .getByRole('button', { name: named('share.replace') })
        .first()
        .click();
      await look.of(page, 'the personal code, and a link about to be replaced');
    });
    await chair.do({ type: 'member.add', member: 'paul', name: 'Paul-Ferdinand von und zu Ende' });
    await chair.do({ type: 'board.edit', approval: true });
    const late = await SimulatedVoter.join(board, 'Maximiliane-Charlotte von und zu Anfang');
    await expect(page.getByText(named('door.count-one'))).toBeVisible();
    await page.getByRole('button', { name: named('people.here-more') }).click();
    const people = page.locator('palabre-people');
    await people
      .getByRole('button', { name: named('people.manage') })
      .last()
      .click();
    await people.getByRole('button', { name: named('people.add-guest') }).click();
    await look.of(page, 'the people, a guest among them and somebody at the door');
    await page.keyboard.press('Escape');
    await chair.do({ type: 'member.admit', member: late.member });
    await chair.do({ type: 'board.edit', approval: false });
    await openAndLook(page, look, language, 'board.settings-of', 'settings', 'palabre-settings-dialog');
    await openAndLook(page, look, language, 'editing.add-option', 'a new option', 'palabre-option-editor');
    await openAndLook(page, look, language, 'editing.add-criterion', 'a new criterion', 'palabre-criterion-editor');
    await page.getByRole('button', { name: named('board.you') }).click();
    await look.of(page, 'one’s own menu');
    await openAndLook(page, look, language, 'past.copy', 'a copy of the board', 'palabre-copy-dialog');
    await page.locator('palabre-run-menu').getByRole('button').first().click();
    await look.of(page, 'the menu that runs the meeting');
    await openAndLook(
      page,
      look,
      language,
      'room.agenda-open',
      'the agenda',
      'palabre-agenda-dialog',
      async (dialog) => {
        await dialog.getByRole('textbox').fill('Zoé 5\nÅngström 10');
        await look.of(page, 'an agenda that is written');
      },
    );

    await page.getByRole('button', { name: named('matrix.open-round') }).click();
    const opening = page.locator('palabre-open-round-dialog');
    await expect(opening.getByRole('dialog')).toBeVisible();
    await look.of(page, 'opening a round');
    await opening.getByRole('button', { name: named('rounds.open') }).click();
    await expect(page.getByRole('button', { name: named('matrix.close-in') })).toBeVisible();
    await page.getByRole('gridcell').first().click();
    await expect(page.getByRole('group', { name: named('matrix.pad') })).toBeVisible();
    await look.of(page, 'the matrix while a round is open, with the pad');
    await page.keyboard.press('3');
    await castScores(voters, board, await lastRoundOf(board));
    await expect(page.getByText(named('matrix.done-of'))).toBeVisible();
    await look.of(page, 'the matrix while a round is open');
    await look.of(screen.page, 'the big screen while a round is open');

    await page.getByRole('button', { name: named('matrix.close-in') }).click();
    await look.of(page, 'a round that is about to close');
    await page.getByRole('button', { name: named('matrix.close-now') }).click();
    await expect(page.getByRole('button', { name: named('matrix.reveal') })).toBeVisible();
    await look.of(page, 'a closed round');
    await page.getByRole('link', { name: named('board.view-results') }).click();
    await look.of(page, 'results before the reveal');
    await page.getByRole('button', { name: named('matrix.reveal') }).click();
    await expect(page.locator('palabre-result-lead')).toBeVisible();
    await look.of(page, 'results');
    await look.of(screen.page, 'the big screen after the reveal');
    await page.getByRole('link', { name: named('board.view-matrix') }).click();
    await expect(page.getByRole('grid')).toBeVisible();
    await look.of(page, 'the matrix after the reveal');
    await page.getByRole('button', { name: named('matrix.export') }).click();
    await look.of(page, 'the export menu');
    await openAndLook(page, look, language, 'pictures.menu', 'pictures', 'palabre-picture-dialog');
    await openAndLook(page, look, language, 'matrix.decide', 'the decision', 'palabre-decision-dialog', (dialog) =>
      dialog.getByRole('button', { name: named('board.decision-record') }).click(),
    );
    for (const tab of await page.locator('palabre-view-tabs').getByRole('link').all()) {
      const address = await tab.getAttribute('href');
      await tab.click();
      await expect(tab).toHaveAttribute('aria-current', 'page');
      await expect(page.getByRole('main').getByRole('heading').first()).toBeVisible();
      await look.of(page, `the view ${address ?? ''} in the end`);
    }
    await page.getByRole('link', { name: named('board.view-record') }).click();
    await page
      .getByRole('button', { name: named('record.write-part') })
      .first()
      .click();
    await expect(page.getByRole('textbox')).toBeFocused();
    await look.of(page, 'the record of a decision, being written');
    late.leave();
    end();
  });

  test(`ballots and results of every method hold up on a phone, in ${language}`, async () => {
    const look = new Inspection(words, language);
    const board = await makeStarterBoard(house.server.base, language);
    const { chair, voters, end } = await attended(board, ['Zoé', 'Ångström', 'Cy']);
    const { page } = await phone(language);
    await join(page, linkOf(board, 'voter'), 'Bo', language);
    const { options, criteria } = await contentOf(board);
    const ballots: Readonly<Record<string, (at: number) => object>> = {
      score: () => ({ cells: { flask: { [criteria[0]?.id ?? '']: 4 } } }),
      weights: () => ({ points: Object.fromEntries(criteria.map(({ id }, at) => [id, at === 0 ? 100 : 0])) }),
      dots: (at) => ({ dots: { [options[at]?.id ?? '']: 3, [options[8 - at]?.id ?? '']: 1 } }),
      approval: (at) => ({ approved: options.slice(0, at + 1).map(({ id }) => id) }),
      ranking: (at) => ({ ranking: [[options[at]?.id ?? ''], [options[4]?.id ?? '', options[5]?.id ?? '']] }),
      consent: (at) => ({ fingers: at + 1, ...(at < 2 && { reason: 'Parce que.' }) }),
    };
    for (const [method, ballotOf] of Object.entries(ballots)) {
      const round = `r-${method}`;
      const more = {
        ...(method === 'consent' && { proposal: 'Flask.' }),
        ...(method === 'dots' && { stacking: true }),
      };
      await chair.do({ type: 'round.open', round, method, secrecy: 'anonymous', ...more });
      const frame = page.locator('palabre-ballot-frame');
      await expect(frame).toBeVisible();
      await look.of(page, `a ballot of ${method}`);
      if (method === 'score') {
        await page.getByRole('button', { name: named('ballot.review') }).tap();
        await expect(page.getByRole('heading', { name: named('ballot.review-title') })).toBeVisible();
        await look.of(page, 'the review of a ballot');
      }
      await page.getByRole('button', { name: named('ballot.mean') }).tap();
      await look.of(page, `what the secrecy of ${method} means`);
      for (const [at, voter] of voters.entries()) {
        await voter.do({ type: 'ballot.cast', round, ballot: ballotOf(at), done: true });
      }
      await chair.do({ type: 'round.close', round });
      await expect(frame).toBeHidden();
      await chair.do({ type: 'round.reveal', round });
      await page.getByRole('link', { name: named('board.view-results') }).tap();
      await expect(page.locator('palabre-result-lead, palabre-consent-result')).toBeVisible();
      await look.of(page, `a result of ${method}`);
      await page.goto(`${house.server.base}/b/${board.id}`);
    }
    await page.goto(`${house.server.base}/b/${board.id}?view=matrix`);
    await look.of(page, 'the matrix on a phone');
    await page.goto(`${house.server.base}/b/${board.id}?view=notes`);
    await expect(page.locator('palabre-notes-view palabre-note').first()).toBeVisible();
    await look.of(page, 'notes on a phone');
    end();
  });
}
