import { html } from 'lit';
import { beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { PalabreAgendaDialog } from '../../../client/elements/room/agenda-dialog.ts';
import '../../../client/elements/room/agenda-dialog.ts';
import type { AgendaItem } from '../../../shared/board/board.ts';
import { THEMES, faults, heard, settled, show, theme } from '../stage.ts';
import { sampleBoard } from '../matrix/sample.ts';

async function dialog(agenda?: readonly AgendaItem[]): Promise<PalabreAgendaDialog> {
  const board = { ...sampleBoard([]), ...(agenda !== undefined && { agenda }) };
  const element = await show<PalabreAgendaDialog>(
    html`<palabre-agenda-dialog .board=${board} open></palabre-agenda-dialog>`,
  );
  await settled(element);
  return element;
}

const lines = () => page.getByRole('textbox', { name: 'A line for each item, its minutes at the end' });
const items = () => page.getByRole('list', { name: 'Agenda' }).getByRole('listitem');

beforeEach(async () => {
  await page.viewport(1000, 700);
  await theme('light');
});

test('by keyboard alone: lines are typed where the focus is, and Ctrl + Enter saves', async () => {
  const element = await dialog();
  const [set, closed] = [heard(element, 'agenda-set'), heard(element, 'dialog-closed')];
  await userEvent.keyboard('The question 5{Enter}Licences (10 min){Enter}Decide');
  expect(items().elements()).toHaveLength(3);
  await expect.element(page.getByText('15 min in all')).toBeVisible();
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  expect(set).toEqual([
    {
      items: [{ title: 'The question', minutes: 5 }, { title: 'Licences', minutes: 10 }, { title: 'Decide' }],
    },
  ]);
  expect(closed).toHaveLength(1);
});

test('what is there is there to be changed, and keeps its id; an item is given its place', async () => {
  const element = await dialog([
    { id: 'i1', title: 'Frame', minutes: 5, startedAt: '2026-11-20T10:00:00.000Z' },
    { id: 'i2', title: 'Talk' },
  ]);
  const set = heard(element, 'agenda-set');
  await expect.element(lines()).toHaveValue('Frame 5\nTalk');
  await page.getByRole('combobox', { name: 'What Talk is about' }).selectOptions('Flask');
  await page.getByRole('button', { name: 'Save' }).click();
  expect(set).toEqual([
    {
      items: [
        { id: 'i1', title: 'Frame', minutes: 5 },
        { id: 'i2', title: 'Talk', target: { kind: 'option', option: 'flask' } },
      ],
    },
  ]);
});

test('the usual course is a start', async () => {
  await dialog();
  await page.getByRole('button', { name: 'Take the usual course' }).click();
  await expect.element(lines()).toHaveValue('Frame 5\nDiscuss 15\nVote 10\nReveal 5\nDecide 10');
});

test('what is being typed is not overwritten by what others change', async () => {
  const element = await dialog();
  await lines().fill('Mine 5');
  element.board = { ...sampleBoard([]), agenda: [{ id: 'x', title: 'Theirs' }] };
  await settled(element);
  await expect.element(lines()).toHaveValue('Mine 5');
});

test('cancelled, nothing is set', async () => {
  const element = await dialog();
  const set = heard(element, 'agenda-set');
  await lines().fill('Mine 5');
  await page.getByRole('button', { name: 'Cancel' }).click();
  expect(set).toEqual([]);
});

describe('axe finds nothing', () => {
  for (const colours of THEMES) {
    for (const width of [1000, 390]) {
      test(`in the dialog, ${colours}, ${width} px`, async () => {
        await page.viewport(width, 700);
        await theme(colours);
        await dialog();
        expect(await faults()).toEqual([]);
        await lines().fill('Frame 5\nAn item with a title that is a good deal longer than what a phone is wide 20');
        expect(await faults()).toEqual([]);
        expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
      });
    }
  }
});
