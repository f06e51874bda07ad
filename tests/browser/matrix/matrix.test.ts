import { html } from 'lit';
import { beforeEach, describe, expect, test } from 'vitest';
import { cdp, page, userEvent } from 'vitest/browser';
import '../../../client/elements/matrix/matrix.ts';
import type { PalabreMatrix } from '../../../client/elements/matrix/matrix.ts';
import { resultOfTally } from '../../../shared/voting/result.ts';
import { THEMES, faults, find, focused, heard, settled, show, theme } from '../stage.ts';
import { cell, note, sampleBoard, sampleMine, sampleRound, sampleTally } from './sample.ts';

const INES = { id: 'm0', role: 'facilitator', name: 'Inès' } as const;
const open = sampleRound();
const revealed = sampleRound({ state: 'revealed' });
const result = resultOfTally(revealed, sampleTally(), 17);

const STATES: Readonly<Record<string, Partial<PalabreMatrix>>> = {
  'no round yet': { board: sampleBoard([]) },
  open: { round: open, mine: sampleMine(31, ['flask/learning']), selected: cell('pyramid', 'ecosystem') },
  'open with own scores masked': { round: open, mine: sampleMine(31), maskOwn: true },
  'live and open': { round: sampleRound({ secrecy: 'live' }), mine: sampleMine(31), tally: sampleTally(), result },
  closed: { round: sampleRound({ state: 'closed' }), mine: sampleMine(31) },
  revealed: { round: revealed, mine: sampleMine(54), tally: sampleTally(), result },
  'being edited': { board: sampleBoard([]), editable: true },
  empty: { board: sampleBoard([], { options: [], criteria: [], notes: new Map() }), editable: true },
};

async function draw(changes: Partial<PalabreMatrix> = {}): Promise<PalabreMatrix> {
  const round = 'round' in changes ? changes.round : open;
  const board = sampleBoard(round === undefined ? [] : [round]);
  const matrix = await show<PalabreMatrix>(html`<palabre-matrix .board=${board} .you=${INES}></palabre-matrix>`);
  Object.assign(matrix, { round, ...changes });
  await settled(matrix);
  return matrix;
}

const cellNamed = (name: string | RegExp) => page.getByRole('gridcell', { name });
const names = () =>
  page
    .getByRole('rowheader')
    .elements()
    .map((row) => row.querySelector('button')?.textContent?.trim());

async function on(matrix: PalabreMatrix, option: string, criterion: string): Promise<void> {
  await matrix.focusTarget(cell(option, criterion));
  await settled(matrix);
}
const focusedCell = () => {
  const { option, criterion } = (focused() as HTMLElement).dataset;
  return [option, criterion];
};

beforeEach(async () => {
  await page.viewport(1280, 800);
  await theme('light');
});

describe('what a cell shows', () => {
  test('a cell is to score, scored by me, or "don’t know" while the round is open', async () => {
    await draw({ mine: sampleMine(31) });
    await expect.element(cellNamed(/^Flask, Learning curve: you gave 4/)).toHaveTextContent('4');
    await expect.element(cellNamed(/^web2py, Flexibility: you said/)).toHaveTextContent('don’t know');
    await expect.element(cellNamed(/^web.py, Maintenance: to score$/)).toHaveTextContent('to score');
  });

  test('a masked score says only that there is one', async () => {
    await draw({ mine: sampleMine(31), maskOwn: true });
    await expect.element(cellNamed('Flask, Learning curve: scored')).toHaveTextContent('scored');
    expect(cellNamed(/gave/).elements()).toHaveLength(0);
    expect(cellNamed('Flask, Learning curve: scored').element().textContent).not.toMatch(/\d/);
  });

  test('a revealed cell has the mean, the own bar apart, and says a split in a word', async () => {
    await draw(STATES['revealed']);
    const split = cellNamed(/^Pyramid, Learning curve: mean 2.4, split, Two camps: 8 gave 0–1, 7 gave 4–5/);
    await expect.element(split).toHaveTextContent('2.4');
    await expect.element(split).toHaveTextContent('split');
    const own = split.element().querySelector('path.own');
    expect(own?.getAttribute('d')).not.toBe('');
    await expect.element(cellNamed(/^Flask, Ecosystem: mean 4.2/)).not.toHaveTextContent('split');
  });

  test('nothing of the tally is drawn before it is public', async () => {
    const matrix = await draw({ mine: sampleMine(31) });
    expect(find(matrix, '.histogram')).toBeNull();
    expect(find(matrix, '.mean')).toBeNull();
  });

  test('a score that is not saved yet is marked, in words too', async () => {
    await draw({ mine: sampleMine(31, ['flask/learning']) });
    await expect.element(cellNamed('Flask, Learning curve: you gave 4, waiting to be saved')).toBeVisible();
  });

  test('a cell that a round does not ask for cannot be scored, nor a withdrawn option', async () => {
    const round = sampleRound({
      cells: [
        ['flask', 'learning'],
        ['bottle', 'learning'],
      ],
      withdrawn: ['bottle'],
    });
    const matrix = await draw({ round });
    const chosen = heard(matrix, 'score-chosen');
    for (const [option, criterion] of [
      ['flask', 'async'],
      ['bottle', 'learning'],
    ] as const) {
      await on(matrix, option, criterion);
      await userEvent.keyboard('3');
    }
    expect(chosen).toEqual([]);
    await expect.element(page.getByText('withdrawn from this round')).toBeVisible();
  });

  test('notes are counted on their cell', async () => {
    const board = sampleBoard([open], { notes: new Map([['n', note('n', cell('flask', 'async'), 'pro', 'Fine.')]]) });
    await draw({ board });
    await expect.element(cellNamed('Flask, Async & sockets: to score, 1 note')).toHaveTextContent('1');
  });
});

describe('the order of the rows', () => {
  test('is the board’s while a round is open, even when a live result is there, and shows no rank', async () => {
    const matrix = await draw(STATES['live and open']);
    expect(names().slice(0, 3)).toEqual(['Flask', 'Django', 'Bottle']);
    expect(find(matrix, '.rank')?.textContent).toBe('');
  });

  test('of a run-off is its own result’s, not one together with the options that it left out', async () => {
    const options = ['flask', 'django'];
    const low = (counts: readonly number[]) => Object.fromEntries(open.criteria.map(({ id }) => [id, counts]));
    const tally = { cells: { flask: low([9, 0, 0, 0, 0, 0, 0]), django: low([0, 9, 0, 0, 0, 0, 0]) } };
    const first = sampleRound({ id: 'r1', state: 'revealed', tally: sampleTally(), result });
    const runOff = sampleRound({ id: 'r3', state: 'revealed', options, tally });
    const own = resultOfTally(runOff, tally, 9);
    const matrix = await draw({ board: sampleBoard([first, runOff]), round: runOff, tally, result: own });
    await import('../../../client/elements/matrix/carried.ts');
    await settled(matrix);
    expect(names()[0]).toMatch(/^Django/);
    await expect.element(page.getByRole('button', { name: /^Django, rank 1, / })).toBeVisible();
  });

  test('is the result’s after the reveal, with rank and weighted value', async () => {
    await draw(STATES['revealed']);
    expect(names().slice(0, 4)).toEqual(['Flask', 'Django', 'Tornado', 'Pyramid']);
    await expect.element(page.getByRole('button', { name: /^Django, rank 2, 73 of 100/ })).toBeVisible();
  });

  test('a knocked-out option comes last and keeps its reason in view', async () => {
    const criteria = revealed.criteria.map((one) => (one.id === 'maintenance' ? { ...one, mustHave: 4.3 } : one));
    const round = { ...revealed, criteria };
    await draw({ round, tally: sampleTally(), result: resultOfTally(round, sampleTally(), 17) });
    expect(names()[0]).toBe('Django');
    await expect.element(page.getByText('out: Maintenance 4.2')).toBeVisible();
    await expect.element(page.getByText('must have ≥ 4.3')).toBeVisible();
  });
});

describe('motion', () => {
  const reveal = async (motion: 'reduce' | 'no-preference'): Promise<Animation[]> => {
    const devtools = cdp() as unknown as { send(method: string, params: object): Promise<unknown> };
    const features = [{ name: 'prefers-reduced-motion', value: motion }];
    await devtools.send('Emulation.setEmulatedMedia', { features });
    const matrix = await draw({ mine: sampleMine(54) });
    Object.assign(matrix, STATES['revealed']);
    await settled(matrix);
    return [...matrix.renderRoot.querySelectorAll('[data-row]')].flatMap((row) => row.getAnimations());
  };

  test('rows glide to their new rank at the reveal', async () => {
    expect((await reveal('no-preference')).length).toBeGreaterThan(0);
  });

  test('rows stand where they belong at once for whoever wants less motion', async () => {
    expect(await reveal('reduce')).toEqual([]);
  });
});

describe('the keyboard', () => {
  test('arrows, Home, End and the page keys move and never vote', async () => {
    const matrix = await draw({ mine: sampleMine(31) });
    const chosen = heard(matrix, 'score-chosen');
    await on(matrix, 'django', 'ecosystem');
    await userEvent.keyboard('{ArrowRight}{ArrowDown}');
    expect(focusedCell()).toEqual(['bottle', 'flexibility']);
    await userEvent.keyboard('{End}');
    expect(focusedCell()).toEqual(['bottle', 'maintenance']);
    await userEvent.keyboard('{Home}');
    expect(focusedCell()).toEqual(['bottle', undefined]);
    await userEvent.keyboard('{PageDown}{ArrowRight}{ArrowUp}');
    expect(focusedCell()).toEqual(['twisted', 'learning']);
    await userEvent.keyboard('{Control>}{End}{/Control}');
    expect(focusedCell()).toEqual(['webpy', 'maintenance']);
    await userEvent.keyboard('{ArrowRight}{ArrowDown}');
    expect(focusedCell()).toEqual(['webpy', 'maintenance']);
    expect(chosen).toEqual([]);
  });

  test('exactly one place of the grid takes the Tab key', async () => {
    const matrix = await draw();
    expect(matrix.renderRoot.querySelectorAll('[role=grid] [tabindex="0"]')).toHaveLength(1);
    await on(matrix, 'django', 'async');
    expect(matrix.renderRoot.querySelectorAll('[role=grid] [tabindex="0"]')).toHaveLength(1);
  });

  test('a digit scores the focused cell, d says "don’t know", Delete takes back', async () => {
    const matrix = await draw({ mine: sampleMine(31) });
    const chosen = heard(matrix, 'score-chosen');
    await on(matrix, 'django', 'ecosystem');
    await userEvent.keyboard('0');
    await userEvent.keyboard('d');
    await userEvent.keyboard('{Delete}');
    await userEvent.keyboard('6x');
    const where = { option: 'django', criterion: 'ecosystem' };
    expect(chosen).toEqual([
      { ...where, score: 0 },
      { ...where, score: 'unknown' },
      { ...where, score: null },
    ]);
    expect(focusedCell()).toEqual(['django', 'ecosystem']);
  });

  test('with plain keys only, digits and letters do nothing', async () => {
    const matrix = await draw({ plainKeys: true });
    const chosen = heard(matrix, 'score-chosen');
    await on(matrix, 'django', 'ecosystem');
    await userEvent.keyboard('3d');
    expect(chosen).toEqual([]);
  });

  test('Enter opens the pad, arrows in it move without voting, Enter chooses, and the focus comes back', async () => {
    const matrix = await draw({ mine: sampleMine(31) });
    const chosen = heard(matrix, 'score-chosen');
    await on(matrix, 'webpy', 'ecosystem');
    await userEvent.keyboard('{Enter}');
    await settled(matrix);
    await expect.poll(() => focused()?.getAttribute('aria-label')).toBe('0, thin');
    await userEvent.keyboard('{ArrowRight}{ArrowRight}');
    expect(chosen).toEqual([]);
    await userEvent.keyboard('{Enter}');
    expect(chosen).toEqual([{ option: 'webpy', criterion: 'ecosystem', score: 2 }]);
    await settled(matrix);
    expect(focusedCell()).toEqual(['webpy', 'ecosystem']);
    expect(page.getByRole('group', { name: /^Score/ }).elements()).toHaveLength(0);
  });

  test('Escape closes the pad first and then the panel', async () => {
    const matrix = await draw({ selected: cell('webpy', 'ecosystem') });
    await on(matrix, 'webpy', 'ecosystem');
    await userEvent.keyboard('{Enter}');
    await settled(matrix);
    const selected = heard(matrix, 'target-selected');
    await userEvent.keyboard('{Escape}');
    await settled(matrix);
    expect(selected).toEqual([]);
    expect(focusedCell()).toEqual(['webpy', 'ecosystem']);
    await userEvent.keyboard('{Escape}');
    expect(selected).toEqual([{ target: undefined }]);
  });

  test('n goes to the next cell to score, round the corner', async () => {
    const matrix = await draw({ mine: sampleMine(53) });
    await on(matrix, 'django', 'ecosystem');
    await userEvent.keyboard('n');
    await settled(matrix);
    expect(focusedCell()).toEqual(['webpy', 'maintenance']);
    expect(matrix.focusNextUnscored()).toBe(true);
  });
});

describe('the pointer', () => {
  test('a click on a cell selects it and opens the pad, a click on the pad scores', async () => {
    const matrix = await draw();
    const chosen = heard(matrix, 'score-chosen');
    const selected = heard(matrix, 'target-selected');
    await cellNamed(/^Django, Async/).click();
    await settled(matrix);
    expect(selected).toEqual([{ target: cell('django', 'async'), open: false }]);
    await page.getByRole('button', { name: 'don’t know' }).click();
    expect(chosen).toEqual([{ option: 'django', criterion: 'async', score: 'unknown' }]);
  });

  test('a press elsewhere closes the pad', async () => {
    const matrix = await draw();
    await cellNamed(/^Django, Async/).click();
    await settled(matrix);
    await page.getByRole('button', { name: /^Learning curve/ }).click();
    await settled(matrix);
    expect(page.getByRole('group', { name: /^Score/ }).elements()).toHaveLength(0);
  });

  test('whoever only watches gets no pad and no score', async () => {
    const matrix = await draw({ you: { role: 'watcher' } });
    const chosen = heard(matrix, 'score-chosen');
    const selected = heard(matrix, 'target-selected');
    await cellNamed(/^Django, Async/).click();
    await userEvent.keyboard('4');
    expect(chosen).toEqual([]);
    expect(selected).toEqual([{ target: cell('django', 'async'), open: true }]);
  });

  test('a name opens the panel of its option or criterion', async () => {
    const matrix = await draw();
    const selected = heard(matrix, 'target-selected');
    await page.getByRole('button', { name: /^Bottle/ }).click();
    await page.getByRole('button', { name: /^Flexibility/ }).click();
    expect(selected).toEqual([
      { target: { kind: 'option', option: 'bottle' }, open: true },
      { target: { kind: 'criterion', criterion: 'flexibility' }, open: true },
    ]);
  });
});

describe('axe finds nothing', () => {
  for (const [name, state] of Object.entries(STATES)) {
    for (const colours of THEMES) {
      test(`in a matrix that is ${name}, ${colours}`, async () => {
        await theme(colours);
        await draw(state);
        expect(await faults()).toEqual([]);
      });
    }
  }

  test('in the open pad', async () => {
    const matrix = await draw({ mine: sampleMine(31) });
    await cellNamed(/^Flask, Ecosystem/).click();
    await settled(matrix);
    expect(await faults()).toEqual([]);
  });
});
