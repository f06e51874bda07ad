import { html } from 'lit';
import { beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { placeInOrder } from '../../../client/elements/editing/place-in-order.ts';
import '../../../client/elements/matrix/matrix.ts';
import type { PalabreMatrix } from '../../../client/elements/matrix/matrix.ts';
import type { Board } from '../../../shared/board/board.ts';
import { THEMES, faults, heard, settled, show, theme } from '../stage.ts';
import { criteria, options, sampleBoard } from './sample.ts';

const INES = { id: 'm0', role: 'facilitator', name: 'Inès' } as const;

const draw = (board: Board = sampleBoard([]), editable = true): Promise<PalabreMatrix> =>
  show<PalabreMatrix>(html`<palabre-matrix .board=${board} .you=${INES} .editable=${editable}></palabre-matrix>`);
const button = (name: string) => page.getByRole('button', { name, exact: true });
const box = (name: string) => page.getByRole('textbox', { name, exact: true });

beforeEach(async () => {
  await page.viewport(1280, 900);
  await theme('light');
});

describe('options', () => {
  test('are added with what was given and nothing else', async () => {
    const element = await draw();
    const added = heard(element, 'option-added');
    await button('Add an option').click();
    await box('Name').fill('  FastAPI ');
    await button('Add').click();
    expect(added).toEqual([{ name: 'FastAPI' }]);
    expect(page.getByRole('dialog').elements()).toHaveLength(0);
  });

  test('are edited: only what changed is sent, an emptied text empty', async () => {
    const element = await draw();
    const edited = heard(element, 'option-edited');
    await button('Edit Flask').click();
    await expect.element(box('Name')).toHaveValue('Flask');
    await box('In a few words').fill('');
    await box('Link').fill('https://flask.example.org');
    await button('Save').click();
    expect(edited).toEqual([{ option: 'flask', summary: '', url: 'https://flask.example.org' }]);
  });

  test('move one place up or down by button', async () => {
    const element = await draw();
    const moved = heard(element, 'option-moved');
    await button('Edit Django').click();
    await button('Move one earlier').click();
    await button('Move one later').click();
    expect(moved).toEqual([
      { option: 'django', after: null },
      { option: 'django', after: 'bottle' },
    ]);
  });

  test('move by keyboard from the grid', async () => {
    const element = await draw();
    const moved = heard(element, 'option-moved');
    await element.focusTarget({ kind: 'option', option: 'bottle' });
    await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}');
    expect(moved).toEqual([{ option: 'bottle', after: 'flask' }]);
  });

  test('are removed, and restored from the list of removed ones', async () => {
    const gone = options().map((option) => (option.id === 'bottle' ? { ...option, removed: true as const } : option));
    const element = await draw(sampleBoard([], { options: gone }));
    const removed = heard(element, 'option-removed');
    const restored = heard(element, 'option-restored');
    await button('Edit Flask').click();
    await button('Remove').click();
    await page.getByText('Removed: 1').click();
    await button('Restore Bottle').click();
    expect(removed).toEqual([{ option: 'flask' }]);
    expect(restored).toEqual([{ option: 'bottle' }]);
  });
});

describe('criteria', () => {
  test('are added with weight, words for 0 and 5, and a must-have', async () => {
    const element = await draw();
    const added = heard(element, 'criterion-added');
    await button('Add a criterion').click();
    await box('Name').fill('Speed');
    await box('0 means').fill('slow');
    await box('5 means').fill('fast');
    await button('More weight: the new criterion').click();
    await page.getByRole('combobox', { name: 'Must have' }).selectOptions('at least 2.5');
    await button('Add').click();
    expect(added).toEqual([{ name: 'Speed', weight: 2, low: 'slow', high: 'fast', mustHave: 2.5 }]);
  });

  test('are edited: weight and must-have in place', async () => {
    const known = criteria().map((one) => (one.id === 'async' ? { ...one, mustHave: 3 } : one));
    const element = await draw(sampleBoard([], { criteria: known }));
    const edited = heard(element, 'criterion-edited');
    await button('Edit Async & sockets').click();
    await page.getByRole('textbox', { name: 'Weight: Async & sockets' }).fill('12');
    await page.getByRole('combobox', { name: 'Must have' }).selectOptions('no');
    await button('Save').click();
    expect(edited).toEqual([{ criterion: 'async', weight: 12, mustHave: null }]);
  });

  test('move by keyboard from the grid', async () => {
    const element = await draw();
    const moved = heard(element, 'criterion-moved');
    await element.focusTarget({ kind: 'criterion', criterion: 'learning' });
    await userEvent.keyboard('{Alt>}{ArrowRight}{/Alt}');
    expect(moved).toEqual([{ criterion: 'learning', after: 'ecosystem' }]);
  });
});

test('a place in the order leaves removed ones out of the count', () => {
  const things = [{ id: 'a' }, { id: 'b', removed: true as const }, { id: 'c' }, { id: 'd' }];
  expect(placeInOrder(things, 'c')).toEqual({ place: 2, of: 3, up: null, down: 'd' });
  expect(placeInOrder(things, 'd')).toEqual({ place: 3, of: 3, up: 'a', down: undefined });
  expect(placeInOrder(things, 'a')).toEqual({ place: 1, of: 3, up: undefined, down: 'c' });
});

test('who may not edit is shown no way to', async () => {
  await draw(sampleBoard([]), false);
  expect(page.getByRole('button', { name: /^(Edit|Add)/ }).elements()).toHaveLength(0);
});

test('an empty board says what comes first', async () => {
  await draw(sampleBoard([], { options: [], criteria: [], notes: new Map() }));
  await expect.element(page.getByText('Nothing to compare yet')).toBeVisible();
  await expect.element(button('Add an option')).toBeVisible();
});

test('Escape leaves the editor without a word', async () => {
  const element = await draw();
  const edited = heard(element, 'option-edited');
  await button('Edit Flask').click();
  await box('Name').fill('Flask 3');
  await userEvent.keyboard('{Escape}');
  await settled(element);
  expect(page.getByRole('dialog').elements()).toHaveLength(0);
  expect(edited).toEqual([]);
});

for (const colours of THEMES) {
  for (const opener of ['Edit Flask', 'Edit Async & sockets', 'Add a criterion']) {
    test(`axe finds nothing in the editor behind "${opener}", ${colours}`, async () => {
      await theme(colours);
      const element = await draw();
      await button(opener).click();
      await settled(element);
      expect(await faults()).toEqual([]);
    });
  }
}
