// What people write and change between rounds: notes of every kind, hostile ones too, and options that go and come back.
import { type Page, expect, test } from '@playwright/test';
import { contentOf, linkOf, makeBoard, readOf } from './boards.ts';
import { openHouse } from './house.ts';
import { DESKTOP, type Person, joinByLink } from './person.ts';
import { cellOf, closeRound, footBar, openRound, revealRound, scoreByKey } from './scoring.ts';

const house = openHouse();

const board = () =>
  makeBoard(
    house.server.base,
    'Trees',
    ['Oak', 'Elm', 'Yew'],
    [
      { name: 'Shade', weight: 2 },
      { name: 'Age', weight: 1 },
    ],
  );

/** By the chip that chooses the kind; a plain note has none. */
const KINDS = [
  ['Pro', 'It grows **fast** and `straight`.'],
  ['Con', 'It drops leaves on ~~cars~~ everything.'],
  ['Question', 'How old does it get?'],
  ['Risk', 'A beetle, see <https://example.org/beetle>.'],
  ['Evidence', '| tree | age |\n| --- | --- |\n| oak | 400 |'],
  ['Note', 'Just so it is said.'],
] as const;

/** Texts that would run, fetch or mislead where they were taken as HTML. */
const HOSTILE = [
  `<img src=x onerror="window.hacked = 'img'">`,
  `<script>window.hacked = 'script'</script>`,
  `[a link](javascript:window.hacked='link')`,
  `![a picture](https://evil.example/pixel.png)`,
  `<a href="data:text/html,<script>window.hacked='data'</script>">here</a>`,
  `<svg onload="window.hacked='svg'"></svg><iframe src="https://evil.example"></iframe>`,
  `<form action="https://evil.example"><input name=token></form>`,
  `<style>* { display: none }</style><palabre-app></palabre-app>`,
];

async function write(page: Page, kind: string, text: string): Promise<void> {
  const panel = page.locator('palabre-cell-panel');
  if (kind !== 'Note') await panel.getByRole('button', { name: kind, exact: true }).click();
  await panel.getByRole('textbox', { name: /^Add a note/ }).fill(text);
  await panel.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(panel.getByRole('textbox', { name: /^Add a note/ })).toHaveValue('');
}

async function openPanel({ page }: Person, option: string, criterion: string): Promise<void> {
  await cellOf(page, option, criterion).click();
  await expect(page.getByRole('heading', { name: `${option} × ${criterion}` })).toBeVisible();
}

test('notes of every kind reach the others, drawn as they were meant', async () => {
  const made = await board();
  const [ada, cy] = [await house.room.enter(), await house.room.enter({ ...DESKTOP, colorScheme: 'dark' })];
  await joinByLink(ada, made, 'facilitator', 'Ada');
  await joinByLink(cy, made, 'voter', 'Cy');
  await openPanel(cy, 'Oak', 'Age');
  await openPanel(ada, 'Oak', 'Age');
  for (const [kind, text] of KINDS) await write(ada.page, kind, text);
  await expect(cellOf(cy.page, 'Oak', 'Age')).toHaveAccessibleName(/6 notes/);

  const notes = cy.page.locator('palabre-cell-panel palabre-note');
  await expect(notes).toHaveCount(KINDS.length);
  for (const [kind] of KINDS) await expect(notes.locator('.chip', { hasText: kind })).toHaveCount(1);
  await expect(notes.locator('strong', { hasText: 'fast' })).toBeVisible();
  await expect(notes.locator('code', { hasText: 'straight' })).toBeVisible();
  await expect(notes.getByRole('cell', { name: '400' })).toBeVisible();
  const link = notes.getByRole('link', { name: 'example.org/beetle', exact: true });
  await expect(link).toHaveAttribute('href', 'https://example.org/beetle');
  await expect(link).toHaveAttribute('rel', /noopener/);
  await notes.first().getByRole('button', { name: 'Support: 0' }).click();
  await expect(ada.page.getByRole('button', { name: 'Support: 1' })).toBeVisible();
});

test('a hostile note runs nothing, fetches nothing and is shown as the text it is', async () => {
  const made = await board();
  const [ada, cy] = [await house.room.enter(), await house.room.enter()];
  const elsewhere: string[] = [];
  for (const { page } of [ada, cy]) {
    page.on('request', (request) => {
      if (!request.url().startsWith(house.server.base) && /^(https?|wss?):/.test(request.url()))
        elsewhere.push(request.url());
    });
  }
  await joinByLink(ada, made, 'facilitator', 'Ada');
  await joinByLink(cy, made, 'voter', '<b onmouseover="hacked=1">Cy</b>');
  await openPanel(ada, 'Elm', 'Shade');
  for (const text of HOSTILE) await write(ada.page, 'Risk', text);
  await cy.page.getByRole('link', { name: /^Notes/ }).click();
  const drawn = cy.page.locator('palabre-markdown');
  await expect(drawn).toHaveCount(HOSTILE.length);
  await expect(drawn.filter({ hasText: '<img src=x onerror=' })).toBeVisible();
  await expect(drawn.filter({ hasText: '<script>' }).first()).toBeVisible();
  // Playwright's locators look into shadow roots, so these see whatever became an element.
  await expect(drawn.locator('img, script, svg, iframe, form, input, style, palabre-app')).toHaveCount(0);
  const hrefs = await drawn.locator('a').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  expect(hrefs.filter((href) => href !== null && !/^https?:/.test(href))).toEqual([]);
  await expect(drawn.getByRole('link', { name: 'a picture' })).toHaveAttribute(
    'href',
    'https://evil.example/pixel.png',
  );
  for (const { page } of [ada, cy]) expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
  expect(elsewhere).toEqual([]);
});

async function remove(page: Page, option: string): Promise<void> {
  await page.getByRole('button', { name: `Edit ${option}` }).click();
  const editor = page.locator('palabre-option-editor');
  await editor.getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(editor.getByRole('dialog')).toBeHidden();
}

async function restore(page: Page, option: string): Promise<void> {
  await page.getByText('Removed: 1').click();
  await page.getByRole('button', { name: `Restore ${option}` }).click();
}

test('an option that is removed goes from every screen, and comes back with what was written on it', async () => {
  const made = await board();
  const [ada, cy] = [await house.room.enter(), await house.room.enter()];
  await joinByLink(ada, made, 'facilitator', 'Ada');
  await joinByLink(cy, made, 'voter', 'Cy');
  await openPanel(ada, 'Elm', 'Age');
  await write(ada.page, 'Con', 'Dutch elm disease.');
  await expect(cellOf(cy.page, 'Elm', 'Age')).toHaveAccessibleName(/1 note/);
  await remove(ada.page, 'Elm');
  for (const { page } of [ada, cy]) await expect(cellOf(page, 'Elm', 'Age')).toBeHidden();
  await expect(cellOf(cy.page, 'Oak', 'Age')).toBeVisible();
  await restore(ada.page, 'Elm');
  for (const { page } of [ada, cy]) await expect(cellOf(page, 'Elm', 'Age')).toHaveAccessibleName(/1 note/);
  expect((await contentOf(made)).options.map(({ name }) => name)).toEqual(['Oak', 'Elm', 'Yew']);
});

test('an option withdrawn while a round is open is not counted; restored, its ballots count again', async () => {
  const made = await board();
  const [ada, cy] = [await house.room.enter(), await house.room.enter()];
  await joinByLink(ada, made, 'facilitator', 'Ada');
  await joinByLink(cy, made, 'voter', 'Cy');
  await openRound(ada.page, 'Live');
  await scoreByKey(cy.page, 'Elm', 'Shade', 5);
  await scoreByKey(cy.page, 'Oak', 'Shade', 2);
  await expect(footBar(cy.page)).toContainText('2 of 6');
  await remove(ada.page, 'Elm');
  await expect(footBar(cy.page)).toContainText('1 of 4');
  await expect(cy.page.getByText('withdrawn from this round')).toBeVisible();
  await restore(ada.page, 'Elm');
  await expect(cellOf(cy.page, 'Elm', 'Shade')).toHaveAccessibleName(/you gave 5, mean 5\.0/);
  await closeRound(ada.page);
  await revealRound(ada.page);
  interface Exported {
    readonly rounds: readonly { readonly result: { readonly winners: readonly string[] } }[];
  }
  expect((await readOf<Exported>(made, '/export.json')).rounds[0]?.result.winners).toEqual(['elm']);
});

test('a personal link makes another device the same member, with the same ballot', async () => {
  const made = await board();
  const [ada, cy] = [await house.room.enter(), await house.room.enter()];
  await joinByLink(ada, made, 'facilitator', 'Ada');
  await joinByLink(cy, made, 'voter', 'Cy');
  await openRound(ada.page, 'Named');
  await scoreByKey(cy.page, 'Oak', 'Shade', 4);
  await cy.page.getByRole('button', { name: 'Share' }).click();
  const dialog = cy.page.locator('palabre-share-dialog');
  await dialog.getByRole('button', { name: 'Show my personal code' }).click();
  const link = await dialog.getByRole('textbox', { name: 'your personal link' }).inputValue();
  await dialog.getByRole('button', { name: 'Close' }).click();

  const phone = await house.room.enter({
    viewport: { width: 390, height: 844 },
    locale: 'en-GB',
    hasTouch: true,
    isMobile: true,
  });
  await phone.page.goto(link);
  const scale = phone.page.getByRole('group', { name: /^Shade/ });
  await expect(scale.getByRole('radio', { name: /^4/ })).toBeChecked();
  await scale.locator('label', { hasText: /^\s*1\s*$/ }).tap();
  // What one device gives, the other shows.
  await expect(cellOf(cy.page, 'Oak', 'Shade')).toHaveAccessibleName(/you gave 1/);
  await expect(ada.page.getByRole('button', { name: '2 people here' })).toBeVisible();
  expect((await contentOf(made)).members.map(({ name }) => name)).toEqual(['Ada', 'Cy']);
  expect(new URL(phone.page.url()).hash).toBe('');
});

test('keys leave the address bar and the page goes on without them', async () => {
  const made = await board();
  const ada = await house.room.enter();
  for (const role of ['watcher', 'voter', 'facilitator'] as const) {
    await ada.page.goto(linkOf(made, role));
    await expect(ada.page).toHaveURL(`${house.server.base}/b/${made.id}`);
  }
  await joinByLink(ada, made, 'facilitator', 'Ada');
  await ada.page.reload();
  await expect(ada.page.getByRole('button', { name: 'Open a round…' })).toBeVisible();
  await expect(ada.page.getByRole('button', { name: 'Join the board' })).toBeHidden();
  await ada.page.goto(house.server.base);
  await ada.page.getByRole('link', { name: /^Trees/ }).click();
  await expect(ada.page.getByRole('button', { name: 'Open a round…' })).toBeVisible();
  await expect(ada.page).toHaveURL(`${house.server.base}/b/${made.id}`);
});
