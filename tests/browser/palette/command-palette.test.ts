// The palette: what is found for what is typed, and that it works by keyboard alone.
import { html } from 'lit';
import { beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../../client/elements/palette/command-palette.ts';
import type { PalabreCommandPalette } from '../../../client/elements/palette/command-palette.ts';
import { type PaletteItem, foundItems } from '../../../client/elements/palette/palette-items.ts';
import { THEMES, faults, focused, heard, settled, show, theme } from '../stage.ts';

const ITEMS: readonly PaletteItem[] = [
  { id: 'view results', kind: 'view', name: 'Results' },
  { id: 'action share', kind: 'action', name: 'Share this board' },
  { id: 'option flask', kind: 'option', name: 'Flask', hint: 'small core, many extensions' },
  { id: 'option ecole', kind: 'option', name: 'École' },
  { id: 'criterion upkeep', kind: 'criterion', name: 'Upkeep' },
  { id: 'cell flask upkeep', kind: 'cell', name: 'Flask × Upkeep' },
  ...Array.from({ length: 30 }, (_, n): PaletteItem => ({
    id: `note ${n}`,
    kind: 'note',
    name: `Flask is small, says number ${n}`,
    hint: 'Pro, Flask',
  })),
];
const ids = (text: string) => foundItems(ITEMS, text).map(({ id }) => id);

async function draw(): Promise<PalabreCommandPalette> {
  const element = await show<PalabreCommandPalette>(
    html`<palabre-command-palette open .items=${ITEMS}></palabre-command-palette>`,
  );
  await settled(element);
  return element;
}
const selected = () => page.getByRole('option', { selected: true });

beforeEach(async () => {
  await page.viewport(900, 800);
  await theme('light');
});

describe('what is found', () => {
  test('nothing typed: views and actions', () => {
    expect(ids('')).toEqual(['view results', 'action share']);
  });

  test('what begins with it comes first, and notes are not allowed to crowd the rest out', () => {
    const found = ids('flask');
    expect(found[0]).toBe('option flask');
    expect(found.filter((id) => id.startsWith('note'))).toHaveLength(12);
  });

  test('a cell takes a word of its option and one of its criterion', () => {
    expect(ids('upkeep')).toEqual(['criterion upkeep']);
    expect(ids('upk flask')).toEqual(['cell flask upkeep']);
  });

  test('accents and capitals do not matter, and hints count', () => {
    expect(ids('ECOLE')).toEqual(['option ecole']);
    expect(ids('extensions')).toEqual(['option flask']);
  });
});

describe('the palette', () => {
  test('has the focus in its field, moves by arrows round the list, and Enter chooses', async () => {
    const element = await draw();
    const chosen = heard(element, 'palette-item-chosen');
    const field = page.getByRole('combobox');
    expect(focused()).toBe(field.element());
    await expect.element(selected()).toHaveTextContent('Results');
    await userEvent.keyboard('{ArrowUp}');
    await expect.element(selected()).toHaveTextContent('Share this board');
    expect(field.element().getAttribute('aria-activedescendant')).toBe(selected().element().id);
    await userEvent.keyboard('{ArrowDown}{Enter}');
    expect(chosen).toEqual([{ id: 'view results' }]);
  });

  test('typing narrows it and says how many are left', async () => {
    const element = await draw();
    const chosen = heard(element, 'palette-item-chosen');
    await userEvent.keyboard('upk fla');
    await expect.element(page.getByRole('status')).toHaveTextContent('1 found');
    await userEvent.keyboard('{Enter}');
    expect(chosen).toEqual([{ id: 'cell flask upkeep' }]);
    await userEvent.keyboard('zz');
    await expect.element(page.getByText('Nothing on this board has all of these words.')).toBeVisible();
    await userEvent.keyboard('{Enter}');
    expect(chosen).toHaveLength(1);
  });

  test('Escape asks to close it, and it opens empty again', async () => {
    const element = await draw();
    const closed = heard(element, 'dialog-closed');
    await userEvent.keyboard('flask{Escape}');
    expect(closed).toHaveLength(1);
    element.open = false;
    await settled(element);
    element.open = true;
    await settled(element);
    await expect.element(page.getByRole('combobox')).toHaveValue('');
  });

  for (const name of THEMES) {
    test(`axe finds nothing in the ${name} theme, full and empty, wide and narrow`, async () => {
      await theme(name);
      for (const width of [900, 360]) {
        await page.viewport(width, 800);
        await draw();
        await userEvent.keyboard('flask');
        expect(await faults()).toEqual([]);
        await userEvent.keyboard('zzz');
        expect(await faults()).toEqual([]);
      }
    });
  }
});
