// Lists of notes, marks since the last visit, and the note that a link led to.
import { html } from 'lit';
import { beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { changeOf } from '../../../client/elements/notes/note-changes.ts';
import '../../../client/elements/notes/notes-view.ts';
import type { PalabreNotesView } from '../../../client/elements/notes/notes-view.ts';
import type { Note } from '../../../shared/board/board.ts';
import type { You } from '../../../shared/protocol.ts';
import { THEMES, deepText, faults, focused, settled, show, theme } from '../stage.ts';
import { cell, note, sampleBoard } from '../matrix/sample.ts';

const HERE = cell('flask', 'async');
const SINCE = Date.parse('2026-11-20T12:00:00.000Z');
const AFTER = '2026-11-20T12:30:00.000Z';
const SAM: You = { id: 'm4', role: 'voter', name: 'Sam B.' };
const NOTES = [
  note('q1', HERE, 'question', 'Who runs it?'),
  note('q2', HERE, 'question', 'Settled long ago?', { resolved: true }),
  note('r1', HERE, 'risk', 'Nobody knows it.', { editedAt: AFTER }),
  note('p1', HERE, 'pro', 'Fresh.', { at: AFTER }),
  note('own', HERE, 'pro', 'My own.', { at: AFTER, by: 'm4' }),
  note('a1', HERE, 'note', 'An answer.', { at: AFTER, parent: 'q1' }),
];

async function draw(since?: number, sought?: string, notes: readonly Note[] = NOTES): Promise<PalabreNotesView> {
  const element = await show<PalabreNotesView>(
    html`<palabre-notes-view
      .board=${sampleBoard([], { notes: new Map(notes.map((one) => [one.id, one])) })}
      .you=${SAM}
      .now=${Date.parse('2026-11-20T13:00:00.000Z')}
      .since=${since}
      .sought=${sought}
    ></palabre-notes-view>`,
  );
  await settled(element);
  return element;
}

beforeEach(async () => {
  await page.viewport(900, 800);
  await theme('light');
});

test('open questions and open risks are lists with their numbers; what is settled is in none', async () => {
  const element = await draw();
  await page.getByRole('button', { name: 'Open questions 1' }).click();
  await settled(element);
  expect(deepText(element)).toContain('Who runs it?');
  expect(deepText(element)).not.toContain('Settled long ago?');
  await page.getByRole('button', { name: 'Open risks 1' }).click();
  await settled(element);
  expect(deepText(element)).toContain('Nobody knows it.');
  expect(deepText(element)).not.toContain('Who runs it?');
});

test('what others wrote or changed since the last visit is marked, one’s own is not', () => {
  const marks = Object.fromEntries(NOTES.map((one) => [one.id, changeOf(one, SINCE, SAM)]));
  expect(marks).toEqual({
    q1: undefined,
    q2: undefined,
    r1: 'changed',
    p1: 'new',
    own: undefined,
    a1: 'new',
  });
});

test('a first visit marks nothing and offers no list of news', async () => {
  const element = await draw();
  expect(deepText(element)).not.toMatch(/\bnew\b|changed|since your last visit/);
});

test('the list of news holds threads with new answers too, and says so where they are folded away', async () => {
  const element = await draw(SINCE);
  await page.getByRole('button', { name: 'New since your last visit 3' }).click();
  await settled(element);
  expect(deepText(element)).toContain('new replies');
  expect(deepText(element)).not.toContain('My own.');
});

test('a linked note takes the focus, and a linked reply opens its thread', async () => {
  await draw(undefined, 'r1');
  expect(focused()?.textContent).toContain('Risk');
  await draw(undefined, 'a1');
  await expect.element(page.getByText('An answer.')).toBeVisible();
  expect(focused()?.localName).toBe('article');
});

test('a link to a note that is gone says so', async () => {
  await draw(undefined, 'nowhere');
  await expect.element(page.getByText('The note that the link leads to is no longer there.')).toBeVisible();
});

for (const name of THEMES) {
  test(`axe finds nothing on marked and linked notes in the ${name} theme`, async () => {
    await theme(name);
    await draw(SINCE, 'a1');
    expect(await faults()).toEqual([]);
  });
}
