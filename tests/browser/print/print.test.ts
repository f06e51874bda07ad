// On paper: everything stands open, and there is nothing to press.
import { html } from 'lit';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { cdp, page } from 'vitest/browser';
import '../../../client/elements/matrix/matrix.ts';
import '../../../client/elements/notes/notes-view.ts';
import '../../../client/elements/results/results-view.ts';
import { resultOfTally } from '../../../shared/voting/result.ts';
import { cell, note, sampleBoard, sampleRound, sampleTally } from '../matrix/sample.ts';
import { deepText, settled, show, theme } from '../stage.ts';

interface Devtools {
  send(method: string, params: object): Promise<unknown>;
}

async function paper(on: boolean): Promise<void> {
  await (cdp() as unknown as Devtools).send('Emulation.setEmulatedMedia', { media: on ? 'print' : '' });
  window.dispatchEvent(new Event(on ? 'beforeprint' : 'afterprint'));
}

/** What could be pressed or typed into, through shadow roots, where it is seen. */
function controls(root: Element | ShadowRoot): string[] {
  return [...root.querySelectorAll('*')].flatMap((one) => {
    const own =
      one.matches('.button, .icon-button, select, input, textarea, .act:not(.support)') && one.checkVisibility();
    return [...(own ? [one.outerHTML.slice(0, 80)] : []), ...(one.shadowRoot === null ? [] : controls(one.shadowRoot))];
  });
}

const tally = sampleTally();
const open = sampleRound({ state: 'revealed', tally });
const round = { ...open, result: resultOfTally(open, tally, 15) };
const NOTES = [
  note('q1', cell('flask', 'async'), 'question', 'Who runs it?', { support: ['m1'] }),
  note('a1', cell('flask', 'async'), 'note', 'An answer.', { parent: 'q1' }),
];
const board = sampleBoard([round], { notes: new Map(NOTES.map((one) => [one.id, one])) });
const you = { id: 'm0', role: 'facilitator', name: 'Inès' } as const;

beforeEach(async () => {
  await page.viewport(800, 1000);
  await theme('light');
});
afterEach(() => paper(false));

test('notes are printed with their answers and their support, without anything to press', async () => {
  const element = await show<HTMLElement>(html`<palabre-notes-view .board=${board} .you=${you}></palabre-notes-view>`);
  expect(deepText(element)).not.toContain('An answer.');
  await paper(true);
  await settled(element);
  expect(deepText(element)).toContain('An answer.');
  expect(deepText(element)).toContain('▲ 1');
  expect(controls(element)).toEqual([]);
  await paper(false);
  await settled(element);
  expect(deepText(element)).not.toContain('An answer.');
});

test('results are printed in one column with every divided cell, without anything to press', async () => {
  const element = await show<HTMLElement>(
    html`<palabre-results-view .board=${board} .round=${round} .tally=${tally} .you=${you}></palabre-results-view>`,
  );
  await paper(true);
  await settled(element);
  expect(controls(element).filter((one) => !one.includes('type="range"'))).toEqual([]);
  expect(getComputedStyle(element.shadowRoot?.querySelector('.columns') ?? element).display).toBe('block');
});

test('the whole matrix is printed, not the part that a window shows', async () => {
  const element = await show<HTMLElement>(
    html`<palabre-matrix
      .board=${board}
      .round=${round}
      .tally=${tally}
      .result=${round.result}
      .you=${you}
      editable
    ></palabre-matrix>`,
  );
  await paper(true);
  await settled(element);
  const scroller = element.shadowRoot?.querySelector('.scroller');
  expect(scroller && getComputedStyle(scroller).overflow).toBe('visible');
  expect(controls(element)).toEqual([]);
});
