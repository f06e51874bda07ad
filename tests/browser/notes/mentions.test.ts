// Mentions are typed with the keyboard, shown as names, and found again; sources of evidence are named.
import { html } from 'lit';
import { beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../../client/elements/notes/notes-view.ts';
import type { PalabreNotesView } from '../../../client/elements/notes/notes-view.ts';
import type { Note } from '../../../shared/board/board.ts';
import type { You } from '../../../shared/protocol.ts';
import { THEMES, deepText, faults, find, focused, heard, settled, show, theme } from '../stage.ts';
import { cell, note, sampleBoard } from '../matrix/sample.ts';

const HERE = cell('flask', 'async');
const SAM: You = { id: 'm4', role: 'voter', name: 'Sam B.' };
const NOTES = [
  note('n1', HERE, 'question', 'Could @[m4] look at this? And @[ghost]?'),
  note('n2', HERE, 'pro', 'Ask @[m1].'),
  note('n3', HERE, 'evidence', 'https://flask.example.org/en/3.0.x/async-await/'),
  note('n4', HERE, 'evidence', 'Measured: [The survey](https://www.example.org/x) says twice as fast.'),
];

async function draw(notes: readonly Note[] = NOTES, you = SAM): Promise<PalabreNotesView> {
  const element = await show<PalabreNotesView>(
    html`<palabre-notes-view
      .board=${sampleBoard([], { notes: new Map(notes.map((one) => [one.id, one])) })}
      .you=${you}
      .now=${Date.parse('2026-11-20T13:00:00.000Z')}
    ></palabre-notes-view>`,
  );
  await expect.poll(() => deepText(element)).not.toContain('@[m');
  await settled(element);
  return element;
}

const field = () => page.getByRole('textbox', { name: /Add a note/ });

beforeEach(async () => {
  await page.viewport(900, 800);
  await theme('light');
});

describe('a mention', () => {
  test('is typed, chosen with arrows and Enter, and sent as a token that follows a change of name', async () => {
    const element = await draw();
    const added = heard(element, 'note-added');
    await field().click();
    await userEvent.keyboard('Ask @a');
    await expect.element(page.getByRole('option', { name: 'Awa D.' })).toBeVisible();
    await userEvent.keyboard('{ArrowDown}{ArrowUp}{Enter}please{Enter}');
    expect(added).toEqual([{ target: { kind: 'board' }, kind: 'note', text: 'Ask @[m1] please' }]);
  });

  test('is left alone with Escape, which then leaves the text as it is', async () => {
    const element = await draw();
    const added = heard(element, 'note-added');
    await field().click();
    await userEvent.keyboard('@a{Escape}');
    expect(
      page
        .getByRole('option')
        .elements()
        .filter((one) => one.checkVisibility()),
    ).toEqual([]);
    await userEvent.keyboard('{Enter}');
    expect(added).toEqual([{ target: { kind: 'board' }, kind: 'note', text: '@a' }]);
  });

  test('is shown as the name, the reader’s own set apart; one of nobody stays as it is', async () => {
    const element = await draw();
    const text = deepText(element);
    expect(text).toContain('@Sam B. look at this? And @[ghost]?');
    expect(find(element, 'mark')?.textContent).toBe('@Sam B.');
    expect(find(element, 'b')?.textContent).toBe('@Awa D.');
  });

  test('of the reader is a list of its own', async () => {
    const element = await draw();
    const filtered = heard(element, 'notes-filtered');
    await page.getByRole('button', { name: 'Mention you 1' }).click();
    await settled(element);
    expect(deepText(element)).toContain('1 of 4 notes');
    expect(filtered).toEqual([{ filter: expect.objectContaining({ list: 'mentions' }) }]);
  });

  test('is edited as a name and sent as a token again', async () => {
    const element = await draw([note('own', HERE, 'pro', 'Ask @[m1].', { by: 'm4' })]);
    const edited = heard(element, 'note-edited');
    await page.getByRole('button', { name: 'More' }).click();
    await page.getByRole('button', { name: 'Edit', exact: true }).click();
    await expect.element(page.getByRole('textbox', { name: 'Text of the note' })).toHaveValue('Ask @Awa D..');
    await page.getByRole('textbox', { name: 'Text of the note' }).fill('Do ask @Awa D. now');
    await page.getByRole('button', { name: 'Save' }).click();
    expect(edited).toEqual([{ note: 'own', text: 'Do ask @[m1] now' }]);
  });
});

describe('the source of an evidence note', () => {
  test('is named by title and host, and opens without telling where one comes from', async () => {
    await draw();
    const survey = page.getByRole('link', { name: /Source: The survey.*example.org/ });
    await expect.element(survey).toHaveAttribute('href', 'https://www.example.org/x');
    await expect.element(survey).toHaveAttribute('rel', 'noopener noreferrer nofollow');
    await expect.element(page.getByRole('link', { name: /async await.*flask.example.org/ })).toBeVisible();
  });

  test('stands alone where the note says nothing else', async () => {
    const element = await draw();
    expect(deepText(element).match(/async-await/g)).toBeNull();
  });
});

test('choices say how many notes they would leave, together with the others', async () => {
  const element = await draw();
  const choice = page.getByRole('button', { name: /^Evidence \d/ });
  await expect.element(choice).toHaveTextContent('Evidence 2');
  await page.getByRole('searchbox').fill('twice');
  await settled(element);
  await expect.element(choice).toHaveTextContent('Evidence 1');
  await expect.element(page.getByRole('button', { name: /Pro \d/ })).toHaveTextContent('0');
});

test('a slash goes to the search, unless one is typing or has switched such keys off', async () => {
  const element = await draw();
  await userEvent.keyboard('/');
  expect(focused()).toBe(page.getByRole('searchbox').element());
  await userEvent.keyboard('a/b');
  await expect.element(page.getByRole('searchbox')).toHaveValue('a/b');
  (page.getByRole('searchbox').element() as HTMLElement).blur();
  element.plainKeys = true;
  await userEvent.keyboard('/');
  expect(focused()).not.toBe(page.getByRole('searchbox').element());
});

for (const name of THEMES) {
  test(`axe finds nothing in the ${name} theme, with members offered`, async () => {
    await theme(name);
    await draw();
    await field().click();
    await userEvent.keyboard('@');
    await expect.element(page.getByRole('option', { name: 'Awa D.' })).toBeVisible();
    expect(await faults()).toEqual([]);
  });
}
