import { html } from 'lit';
import { beforeEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import '../../../client/elements/panel/cell-panel.ts';
import type { PalabreCellPanel } from '../../../client/elements/panel/cell-panel.ts';
import type { Target } from '../../../shared/board/board.ts';
import type { Score } from '../../../shared/voting/ballots.ts';
import { THEMES, deepText, faults, heard, settled, show, theme } from '../stage.ts';
import { cell, sampleBoard, sampleMine, sampleRound, sampleTally } from '../matrix/sample.ts';

const INES = { id: 'm0', role: 'facilitator', name: 'Inès' } as const;
const NOW = Date.parse('2026-11-20T10:15:00.000Z');
const open = sampleRound();
const revealed = sampleRound({ state: 'revealed' });
const REVEALED = { round: revealed, tally: sampleTally(), mine: sampleMine(54) };
const PYRAMID = cell('pyramid', 'learning');

async function panel(target: Target | undefined, changes: Partial<PalabreCellPanel> = {}): Promise<PalabreCellPanel> {
  const board = sampleBoard([open], {
    options: sampleBoard([]).options.map((option) =>
      option.id === 'flask'
        ? {
            ...option,
            url: 'https://flask.example.org/docs',
            facts: [{ label: 'Licence', value: 'BSD', source: 'https://www.example.org/licence', asOf: '2026-11' }],
          }
        : option,
    ),
  });
  const element = await show<PalabreCellPanel>(
    html`<palabre-cell-panel
      .board=${board}
      .target=${target}
      .round=${open}
      .you=${INES}
      .now=${NOW}
    ></palabre-cell-panel>`,
  );
  Object.assign(element, changes);
  await settled(element);
  return element;
}

beforeEach(async () => {
  await page.viewport(420, 900);
  await theme('light');
});

test('on a phone an option is edited from its panel; a cell has nothing to edit, nor has who may not', async () => {
  const edit = page.getByRole('button', { name: /^Edit (Flask|Pyramid)/ });
  const option = { kind: 'option', option: 'flask' } as const;
  const element = await panel(option, { editable: true });
  const asked = heard(element, 'editing-requested');
  await edit.click();
  expect(asked).toEqual([{ target: option }]);
  await panel(PYRAMID, { editable: true });
  expect(edit.elements()).toHaveLength(0);
  await panel(option);
  expect(edit.elements()).toHaveLength(0);
});

describe('the panel of a cell', () => {
  test('says what 0 and 5 mean before the reveal, and nothing of what others gave', async () => {
    await panel(cell('pyramid', 'ecosystem'), { mine: sampleMine(54) });
    await expect.element(page.getByRole('heading', { level: 2 })).toHaveTextContent('Pyramid × Ecosystem');
    await expect.element(page.getByText('0 = thin · 5 = vast · 3 notes')).toBeVisible();
    expect(page.getByRole('img').elements()).toHaveLength(0);
  });

  test('says the distribution in words after the reveal, with the own score', async () => {
    await panel(PYRAMID, REVEALED);
    const words = 'Two camps: 8 gave 0–1, 7 gave 4–5 · you gave 4';
    await expect.element(page.getByText(words)).toBeVisible();
    await expect.element(page.getByRole('img', { name: `Pyramid × Learning curve · ${words}` })).toBeVisible();
  });

  test('says beside a note what its author gave, where a named round was revealed', async () => {
    const given = new Map<string, Score>([
      ['m1', 5],
      ['m2', 'unknown'],
    ]);
    await panel(cell('pyramid', 'ecosystem'), { ...REVEALED, given });
    await expect.element(page.getByText('gave 5')).toBeVisible();
    await expect.element(page.getByText('does not know')).toBeVisible();
  });

  test('lets the facilitator ask again on a revealed cell, and nobody else', async () => {
    const again = page.getByRole('button', { name: 'Ask again on this cell' });
    const element = await panel(PYRAMID, REVEALED);
    const asked = heard(element, 'cell-asked-again');
    await again.click();
    expect(asked).toEqual([{ option: 'pyramid', criterion: 'learning' }]);
    await panel(PYRAMID, { ...REVEALED, you: { id: 'm1', role: 'voter', name: 'Awa D.' } });
    expect(again.elements()).toHaveLength(0);
  });

  test('closes', async () => {
    const element = await panel(PYRAMID);
    const selected = heard(element, 'target-selected');
    await page.getByRole('button', { name: 'Close the panel' }).click();
    expect(selected).toEqual([{ target: undefined }]);
  });

  test('a watcher reads and is given nothing to write with', async () => {
    await panel(PYRAMID, { you: { role: 'watcher' } });
    expect(page.getByRole('textbox').elements()).toHaveLength(0);
  });
});

describe('the panel of an option', () => {
  const FLASK: Target = { kind: 'option', option: 'flask' };

  test('shows summary, link and facts with their source and date', async () => {
    await panel(FLASK, { you: { role: 'watcher' } });
    await expect.element(page.getByText('small core, many extensions')).toBeVisible();
    await expect
      .element(page.getByRole('link', { name: 'flask.example.org' }))
      .toHaveAttribute('rel', 'noopener noreferrer');
    await expect.element(page.getByText('Licence')).toBeVisible();
    await expect.element(page.getByRole('link', { name: 'example.org', exact: true })).toBeVisible();
    await expect.element(page.getByText('as of Nov 2026')).toBeVisible();
    expect(page.getByRole('button', { name: /fact/ }).elements()).toHaveLength(0);
  });

  test('says how old a fact is from its first year on, and looks older from its second', async () => {
    const facts = [
      { label: 'Licence', value: 'BSD', asOf: '2026-01' },
      { label: 'Stars', value: '60,000', asOf: '2025-06-01' },
      { label: 'Release', value: '1.0', asOf: '2022' },
    ];
    const options = sampleBoard([]).options.map((option) => (option.id === 'flask' ? { ...option, facts } : option));
    const element = await panel(FLASK, { board: sampleBoard([], { options }), you: { role: 'watcher' } });
    const text = deepText(element);
    expect(text).toContain('as of Jun 1, 2025 1 year old');
    expect(text).toContain('as of 2022 3 years old');
    expect(text.match(/years? old/g)).toHaveLength(2);
    await expect.element(page.getByText('3 years old')).toHaveClass('age', 'old');
    await expect.element(page.getByText('1 year old')).toHaveClass('age', 'aging');
    expect(await faults()).toEqual([]);
  });

  test('one press says that a fact is true as of today', async () => {
    const element = await panel(FLASK);
    const set = heard(element, 'fact-set');
    await page.getByRole('button', { name: 'Edit Licence' }).click();
    await page.getByRole('button', { name: 'True as of today' }).click();
    await page.getByRole('button', { name: 'Save' }).click();
    expect(set).toEqual([expect.objectContaining({ label: 'Licence', asOf: '2026-11-20' })]);
  });

  test('lets voters add a fact', async () => {
    const element = await panel(FLASK);
    const set = heard(element, 'fact-set');
    await page.getByRole('button', { name: 'Add a fact' }).click();
    await page.getByRole('textbox', { name: 'What' }).fill('First release');
    await page.getByRole('textbox', { name: 'Value' }).fill('2010');
    await page.getByRole('textbox', { name: 'As of' }).fill('2026');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    expect(set).toEqual([{ option: 'flask', label: 'First release', value: '2010', asOf: '2026' }]);
  });

  test('renaming a fact leaves no old one behind', async () => {
    const element = await panel(FLASK);
    const set = heard(element, 'fact-set');
    const cleared = heard(element, 'fact-cleared');
    await page.getByRole('button', { name: 'Edit Licence' }).click();
    await page.getByRole('textbox', { name: 'What' }).fill('License');
    await page.getByRole('button', { name: 'Save' }).click();
    expect(cleared).toEqual([{ option: 'flask', label: 'Licence' }]);
    expect(set).toEqual([
      { option: 'flask', label: 'License', value: 'BSD', source: 'https://www.example.org/licence', asOf: '2026-11' },
    ]);
  });

  test('a locked board keeps its facts as they are', async () => {
    await panel(FLASK, { board: sampleBoard([], { locked: true }) });
    expect(page.getByRole('button', { name: 'Add a fact' }).elements()).toHaveLength(0);
  });
});

describe('the panel of a criterion', () => {
  test('lets the facilitator set the weight in place', async () => {
    const element = await panel({ kind: 'criterion', criterion: 'async' }, { editable: true });
    const edited = heard(element, 'criterion-edited');
    await page.getByRole('button', { name: 'More weight: Async & sockets' }).click();
    expect(edited).toEqual([{ criterion: 'async', weight: 4 }]);
  });
});

describe('axe finds nothing', () => {
  const STATES: Readonly<Record<string, readonly [Target | undefined, Partial<PalabreCellPanel>]>> = {
    'a cell to score': [cell('pyramid', 'ecosystem'), {}],
    'a revealed cell': [PYRAMID, REVEALED],
    'an option': [{ kind: 'option', option: 'flask' }, {}],
    'a criterion': [{ kind: 'criterion', criterion: 'async' }, { editable: true }],
    'the board': [undefined, {}],
  };
  for (const [name, [target, changes]] of Object.entries(STATES)) {
    for (const colours of THEMES) {
      test(`in the panel of ${name}, ${colours}`, async () => {
        await theme(colours);
        await panel(target, changes);
        expect(await faults()).toEqual([]);
      });
    }
  }
});
