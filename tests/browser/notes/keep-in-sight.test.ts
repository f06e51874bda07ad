// What one is brought to stays in sight while what stands above it is still drawn, until its reader moves or it is settled.
import { html } from 'lit';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import '../../../client/elements/notes/note.ts';
import { keepInSight } from '../../../client/elements/notes/keep-in-sight.ts';
import type { PalabreNote } from '../../../client/elements/notes/note.ts';
import { cell, note } from '../matrix/sample.ts';
import { settled, show } from '../stage.ts';

const SCREEN = { width: 390, height: 844 };
const MORE = 2000;

/** Resolves when the browser has said of the next frame what is on the screen, and whoever asked before has answered. */
function looked(element: Element): Promise<boolean> {
  return new Promise((resolve) => {
    const observer = new IntersectionObserver(([entry]) => {
      observer.disconnect();
      resolve(entry?.isIntersecting === true);
    });
    observer.observe(element);
  });
}

/** Whether it is on the screen once those who wanted it there have done what they do. */
async function isInSight(element: Element): Promise<boolean> {
  await looked(element);
  await looked(element);
  return looked(element);
}

let sought: HTMLElement;
let endKeeping: (() => void) | undefined;

beforeEach(async () => {
  await page.viewport(SCREEN.width, SCREEN.height);
  // Chromium follows what it has on the screen by itself; not every browser does, and none does in every case.
  document.documentElement.style.overflowAnchor = 'none';
  const stage = await show(html`
    <div>
      <div id="above"></div>
      <p id="sought" tabindex="-1">What was sought</p>
      <div style=${`height: ${10 * MORE}px`}></div>
    </div>
  `);
  const found = stage.querySelector<HTMLElement>('#sought');
  if (found === null) throw new Error('nothing to look for');
  sought = found;
});

afterEach(() => {
  endKeeping?.();
  endKeeping = undefined;
  vi.useRealTimers();
  window.scrollTo(0, 0);
  document.documentElement.style.overflowAnchor = '';
});

/** Something above is drawn late and pushes everything down, off the screen. */
function drawAbove(): void {
  const above = document.querySelector<HTMLElement>('#above');
  if (above === null) throw new Error('nothing above');
  above.style.height = `${above.offsetHeight + MORE}px`;
}

test('is brought back every time it is pushed off the screen', async () => {
  endKeeping = keepInSight(sought);
  for (let times = 0; times < 3; times += 1) {
    drawAbove();
    expect(await isInSight(sought)).toBe(true);
  }
});

test('is left where it is as long as it is on the screen', async () => {
  endKeeping = keepInSight(sought);
  expect(await isInSight(sought)).toBe(true);
  expect(window.scrollY).toBe(0);
});

describe('is let go', () => {
  test.each(['wheel', 'touchstart', 'pointerdown', 'keydown'])('at the first %s of its reader', async (move) => {
    endKeeping = keepInSight(sought);
    drawAbove();
    expect(await isInSight(sought)).toBe(true);
    // Even where something on the page keeps the event to itself.
    sought.addEventListener(move, (event) => event.stopPropagation());
    sought.dispatchEvent(new Event(move, { bubbles: true, composed: true }));
    drawAbove();
    expect(await isInSight(sought)).toBe(false);
  });

  test('after two seconds, when everything is drawn', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    endKeeping = keepInSight(sought);
    vi.advanceTimersByTime(1999);
    drawAbove();
    expect(await isInSight(sought)).toBe(true);
    vi.advanceTimersByTime(1);
    drawAbove();
    expect(await isInSight(sought)).toBe(false);
  });

  test('by whoever asked for it', async () => {
    keepInSight(sought)();
    drawAbove();
    expect(await isInSight(sought)).toBe(false);
  });
});

describe('a note', () => {
  async function draw(): Promise<PalabreNote> {
    const element = document.createElement('palabre-note');
    element.note = note('n', cell('flask', 'async'), 'con', 'Slow.', { at: '2026-11-20T10:13:00.000Z' });
    element.sought = true;
    sought.replaceWith(element);
    await settled(element);
    return element;
  }

  test('that a link leads to is kept in sight, until the link leads elsewhere', async () => {
    const element = await draw();
    drawAbove();
    expect(await isInSight(element)).toBe(true);
    element.sought = false;
    await settled(element);
    drawAbove();
    expect(await isInSight(element)).toBe(false);
  });

  test('that is taken off the page scrolls it no more', async () => {
    const element = await draw();
    expect(await isInSight(element)).toBe(true);
    const scrolled = vi.spyOn(Element.prototype, 'scrollIntoView');
    element.remove();
    drawAbove();
    expect(await isInSight(document.body)).toBe(true);
    expect(scrolled).not.toHaveBeenCalled();
    scrolled.mockRestore();
  });
});
