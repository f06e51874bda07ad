// Options side by side: what stands in their columns, how they are chosen, and that everybody can use it.
import { html } from 'lit';
import { beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../../client/elements/compare/compare-view.ts';
import type { PalabreCompareView } from '../../../client/elements/compare/compare-view.ts';
import {
  argumentsOn,
  comparedOptions,
  criterionRows,
  mostApartFirst,
  publicRound,
} from '../../../client/elements/compare/comparison.ts';
import type { Note } from '../../../shared/board/board.ts';
import { resultOf } from '../../../shared/voting/result.ts';
import { mine, sampleBallots, sampleBoard, sampleRound, sampleTally } from '../ballot/sample-board.ts';
import { THEMES, deepText, faults, focus, focused, heard, settled, show, theme } from '../stage.ts';

const note = (id: string, kind: Note['kind'], text: string, more: Partial<Note> = {}): Note => ({
  id,
  kind,
  text,
  target: { kind: 'option', option: 'flask' },
  at: '2026-11-03T14:00:00.000Z',
  support: [],
  ...more,
});
const NOTES = [
  note('n1', 'pro', 'Small.'),
  note('n2', 'pro', 'Many **extensions**.', {
    support: ['m1', 'm2'],
    target: { kind: 'cell', option: 'flask', criterion: 'ecosystem' },
  }),
  note('n3', 'con', 'Much to choose.'),
  note('n4', 'pro', 'Gone.', { removed: true }),
];
const revealed = sampleRound({ state: 'revealed' });
const result = resultOf(revealed, sampleBallots());

function boardWith(round = revealed) {
  const board = sampleBoard(round, { notes: new Map(NOTES.map((one) => [one.id, one])) });
  const facts = [{ label: 'Licence', value: 'BSD', source: 'https://flask.example/licence', asOf: '2026-11' }];
  return { ...board, options: board.options.map((option) => (option.id === 'flask' ? { ...option, facts } : option)) };
}

const draw = (options: readonly string[], round = revealed): Promise<PalabreCompareView> =>
  show(
    html`<palabre-compare-view
      .board=${boardWith(round)}
      .options=${options}
      .round=${round}
      .number=${2}
      .tally=${sampleTally()}
      .result=${result}
      .mine=${mine({ flask: { learning: 4 } })}
    ></palabre-compare-view>`,
  );

const headers = () => [...page.getByRole('rowheader').elements()].map((one) => one.textContent?.trim() ?? '');

beforeEach(async () => {
  await page.viewport(1440, 900);
  await theme('light');
});

describe('what is compared', () => {
  const board = boardWith();

  test('options asked for keep their order, unknown ones are left out, and two stand in for none', () => {
    const ids = (asked: readonly string[], order?: readonly string[]) =>
      comparedOptions(board, asked, order).map(({ id }) => id);
    expect(ids(['django', 'nowhere', 'flask'])).toEqual(['django', 'flask']);
    expect(ids(['flask', 'django', 'bottle', 'web2py', 'webpy'])).toHaveLength(4);
    expect(ids([], ['pyramid', 'twisted'])).toEqual(['pyramid', 'twisted']);
    expect(ids(['bottle'])).toEqual(['bottle', 'flask']);
  });

  test('what weighs and differs most comes first', () => {
    const options = comparedOptions(board, ['flask', 'django']);
    const rows = mostApartFirst(criterionRows(board, options, revealed, sampleTally()));
    const sizes = rows.map(({ apart, share }) => (apart ?? 0) * share);
    expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
    expect(rows.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1);
  });

  test('a hidden round gives no numbers: the last public one does', () => {
    const hidden = sampleRound({ id: 'round3', secrecy: 'named' });
    expect(publicRound({ ...board, rounds: [revealed, hidden] })).toBe(revealed);
    expect(publicRound({ ...board, rounds: [hidden] })).toBeUndefined();
    const live = sampleRound({ secrecy: 'live' });
    expect(publicRound({ ...board, rounds: [revealed, live] })).toBe(live);
  });

  test('arguments are those of the option and of its cells, the most supported first, without removed ones', () => {
    expect(argumentsOn(board, 'flask', 'pro').map(({ note: { id } }) => id)).toEqual(['n2', 'n1']);
    expect(argumentsOn(board, 'django', 'pro')).toEqual([]);
  });
});

describe('side by side', () => {
  test('result, scores, facts, arguments and duels stand there', async () => {
    const element = await draw(['flask', 'django']);
    await expect.element(page.getByRole('heading', { name: 'Flask or Django?' })).toBeVisible();
    const text = deepText(element);
    for (const words of ['round 2', 'Licence', 'BSD', 'Much to choose.', '10 prefer Django', '7 prefer Flask']) {
      expect(text).toContain(words);
    }
    expect(text).not.toContain('Gone.');
    await expect.element(page.getByRole('button', { name: /^Flask, Learning curve: .*you gave 4/ })).toBeVisible();
  });

  test('a cell opens its panel', async () => {
    const element = await draw(['flask', 'django']);
    const selected = heard(element, 'target-selected');
    await page.getByRole('button', { name: /^Django, Maintenance:/ }).click();
    expect(selected).toEqual([{ target: { kind: 'cell', option: 'django', criterion: 'maintenance' }, open: true }]);
  });

  test('the order of the criteria can be the board’s', async () => {
    await draw(['flask', 'django']);
    const before = headers();
    await page.getByRole('button', { name: 'In the board’s order' }).click();
    const after = headers();
    expect(after).not.toEqual(before);
    const named = after.filter((text) => /Learning|Ecosystem|Flexibility/.test(text));
    expect(named.map((text) => text.slice(0, 5))).toEqual(['Learn', 'Ecosy', 'Flexi']);
  });

  test('without public numbers facts and arguments remain', async () => {
    const element = await draw(['flask', 'django']);
    Object.assign(element, { round: undefined, tally: undefined, result: undefined });
    await settled(element);
    await expect.element(page.getByText('Much to choose.')).toBeVisible();
    expect(deepText(element)).not.toContain('Head to head');
  });
});

describe('choosing', () => {
  test('an option is added, changed and taken out by keyboard alone', async () => {
    const element = await draw(['flask', 'django', 'bottle']);
    const chosen = heard(element, 'compared-options-chosen');
    const adder = page.getByRole('combobox', { name: 'Add an option' });
    focus(adder);
    await userEvent.keyboard('py');
    expect(chosen.at(-1)).toEqual({ options: ['flask', 'django', 'bottle', 'pyramid'] });
    focus(page.getByRole('combobox', { name: 'Option 1: Flask' }));
    await userEvent.keyboard('tw');
    expect(chosen.at(-1)).toEqual({ options: ['twisted', 'django', 'bottle'] });
    focus(page.getByRole('button', { name: 'Take Django out' }));
    await userEvent.keyboard('{Enter}');
    expect(chosen.at(-1)).toEqual({ options: ['flask', 'bottle'] });
  });

  test('of two options none can be taken out, and beside four none added', async () => {
    await draw(['flask', 'django']);
    expect(page.getByRole('button', { name: /^Take/ }).elements()).toHaveLength(0);
    await draw(['flask', 'django', 'bottle', 'webpy']);
    expect(page.getByRole('combobox', { name: 'Add an option' }).elements()).toHaveLength(0);
  });

  test('the link that is asked for names the options', async () => {
    const element = await draw([]);
    const asked = heard(element, 'link-requested');
    await page.getByRole('button', { name: 'Copy the link' }).click();
    expect(asked).toEqual([{ view: 'compare', options: result.order.slice(0, 2) }]);
    await userEvent.keyboard('{Tab}');
    expect(focused()?.textContent?.trim()).toBe('Print');
  });
});

describe('for everybody', () => {
  for (const name of THEMES) {
    test(`axe finds nothing in the ${name} theme, wide and narrow`, async () => {
      await theme(name);
      for (const width of [1440, 360]) {
        await page.viewport(width, 900);
        await draw(['flask', 'django', 'bottle', 'webpy']);
        expect(await faults()).toEqual([]);
        expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
      }
    });
  }
});
