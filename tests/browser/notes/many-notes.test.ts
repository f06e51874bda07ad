// Hundreds of notes: a screenful is drawn at once, the rest in steps, and nobody misses what is not drawn yet.
import { html } from 'lit';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import '../../../client/elements/notes/notes-view.ts';
import type { PalabreNotesView } from '../../../client/elements/notes/notes-view.ts';
import { type Idle, heldIdle } from '../idle.ts';
import { cell, note, sampleBoard } from '../matrix/sample.ts';
import { deepText, focused, settled, show, theme } from '../stage.ts';

const SAM = { id: 'm4', role: 'voter', name: 'Sam B.' } as const;
const NOTES = Array.from({ length: 100 }, (_, at) =>
  note(`n${at}`, cell('flask', 'async'), at % 2 === 0 ? 'pro' : 'con', `Said ${at} times.`),
);
const board = sampleBoard([], {
  notes: new Map(
    [...NOTES, note('late', cell('flask', 'async'), 'note', 'The answer.', { parent: 'n90' })].map((one) => [
      one.id,
      one,
    ]),
  ),
});

let idle: Idle;
beforeEach(async () => {
  await page.viewport(900, 800);
  await theme('light');
  idle = heldIdle();
});
afterEach(() => {
  window.dispatchEvent(new Event('afterprint'));
  vi.unstubAllGlobals();
});

async function draw(sought?: string): Promise<PalabreNotesView> {
  const view = await show<PalabreNotesView>(
    html`<palabre-notes-view .board=${board} .you=${SAM} .sought=${sought}></palabre-notes-view>`,
  );
  await settled(view);
  return view;
}

const threads = (view: PalabreNotesView): readonly Element[] => [
  ...view.renderRoot.querySelectorAll('palabre-note-thread'),
];

async function pass(view: PalabreNotesView): Promise<number> {
  const passed = idle.pass();
  await settled(view);
  return passed;
}

test('the first drawing holds a screenful, each idle moment adds some below, and in the end all are there', async () => {
  const view = await draw();
  expect(deepText(view)).toContain('100 notes');
  const first = threads(view);
  expect(first.length).toBeLessThan(40);
  expect(first[0]?.getBoundingClientRect().top).toBeLessThan(800);
  expect(first.at(-1)?.getBoundingClientRect().top).toBeGreaterThan(800);
  // Another reason to draw is none to draw more.
  view.now = Date.now();
  await settled(view);
  expect(threads(view)).toEqual(first);
  const tops = first.map((one) => one.getBoundingClientRect().top);
  const counts = [first.length];
  while ((await pass(view)) > 0) {
    expect(threads(view).slice(0, first.length)).toEqual(first);
    counts.push(threads(view).length);
  }
  expect(first.map((one) => one.getBoundingClientRect().top)).toEqual(tops);
  expect(counts.at(-1)).toBe(100);
  for (const [step, count] of counts.entries()) expect(count - (counts[step - 1] ?? 0)).toBeLessThanOrEqual(40);
});

test('a link to the last note, or to an answer far below, finds it in the first drawing', async () => {
  for (const [sought, text] of [
    ['n99', 'Said 99 times.'],
    ['late', 'The answer.'],
  ] as const) {
    await draw(sought);
    const root = focused()?.getRootNode();
    expect(root instanceof ShadowRoot ? deepText(root.host) : 'no note').toContain(text);
  }
});

test('on paper every note is there with its answers, also when it is printed at once', async () => {
  const view = await draw();
  window.dispatchEvent(new Event('beforeprint'));
  await settled(view);
  expect(threads(view)).toHaveLength(100);
  expect(deepText(view)).toContain('The answer.');
});

test('a search leaves what it keeps as it was, and taking it back draws the others in steps again', async () => {
  const view = await draw();
  while ((await pass(view)) > 0);
  const kept = threads(view)[9];
  view.filter = { ...view.filter, text: 'Said 9' };
  await settled(view);
  expect(threads(view)).toHaveLength(19);
  expect(threads(view)[0]).toBe(kept);
  view.filter = { ...view.filter, text: '' };
  await settled(view);
  expect(threads(view)).toContain(kept);
  expect(threads(view).length).toBeLessThanOrEqual(19 + 40);
  expect(deepText(view)).toContain('100 notes');
  while ((await pass(view)) > 0);
  expect(threads(view)).toHaveLength(100);
});

test('nothing more is asked of the browser when all is drawn, or nothing is found', async () => {
  const view = await draw();
  view.filter = { ...view.filter, text: 'nobody said this' };
  await settled(view);
  expect(threads(view)).toHaveLength(0);
  await pass(view);
  expect(await pass(view)).toBe(0);
});
