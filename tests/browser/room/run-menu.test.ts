import { html } from 'lit';
import { beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { PalabreRunMenu } from '../../../client/elements/room/run-menu.ts';
import '../../../client/elements/room/run-menu.ts';
import { THEMES, faults, heard, settled, show, theme } from '../stage.ts';
import { sampleBoard } from '../matrix/sample.ts';

async function menu(changes: object = {}): Promise<PalabreRunMenu> {
  const board = { ...sampleBoard([]), phase: 'discuss' as const, ...changes };
  const element = await show<PalabreRunMenu>(html`<palabre-run-menu .board=${board}></palabre-run-menu>`);
  element.style.cssText = 'display: block; margin-top: 480px; background: var(--bar)';
  await settled(element);
  return element;
}

const button = (name: string) => page.getByRole('button', { name, exact: true });
const toggle = () => button('Run the meeting: Discuss');

beforeEach(async () => {
  await page.viewport(1280, 600);
  await theme('light');
});

test('it opens by keyboard alone, and a step of the meeting is one press away', async () => {
  const element = await menu();
  const edited = heard(element, 'board-edited');
  await userEvent.keyboard('{Tab}{Enter}');
  await expect.element(page.getByRole('dialog', { name: 'Run the meeting' })).toBeVisible();
  await expect.element(button('Discuss')).toHaveAttribute('aria-current', 'step');
  await userEvent.keyboard('{Tab}{Tab}{Tab}{Enter}');
  expect(edited).toEqual([{ phase: 'vote' }]);
  await expect.poll(() => page.getByRole('dialog').elements()).toHaveLength(0);
});

test('the phase that it is in already is not set again', async () => {
  const element = await menu();
  const edited = heard(element, 'board-edited');
  await toggle().click();
  await button('Discuss').click();
  expect(edited).toEqual([]);
});

test('the lock is a switch that says what it does', async () => {
  const element = await menu({ locked: true });
  const edited = heard(element, 'board-edited');
  await toggle().click();
  const lock = page.getByRole('switch', { name: 'Options and criteria are locked' });
  await expect.element(lock).toBeChecked();
  await expect.element(lock).toHaveAccessibleDescription(/until you unlock them/);
  await lock.click();
  expect(edited).toEqual([{ locked: false }]);
});

test('it starts a timer, opens the agenda, brings everyone and lets them go', async () => {
  const element = await menu({ led: { view: 'notes', by: 'm0', at: '2026-11-20T10:00:00.000Z' } });
  const names = ['timer-started', 'agenda-requested', 'bringing-requested', 'room-released'] as const;
  const [started, agenda, brought, released] = names.map((name) => heard(element, name));
  for (const name of ['Start a timer: 5 min', 'Agenda…', 'Bring everyone here', 'Let everyone go']) {
    await toggle().click();
    await button(name).click();
  }
  expect([started, agenda, brought, released]).toEqual([[{ seconds: 300 }], [{}], [{}], [{}]]);
});

test('who is not being led cannot be let go', async () => {
  await menu();
  await toggle().click();
  expect(button('Let everyone go').elements()).toHaveLength(0);
});

describe('axe finds nothing', () => {
  for (const colours of THEMES) {
    for (const width of [1280, 390]) {
      test(`in the menu, ${colours}, ${width} px`, async () => {
        await page.viewport(width, 600);
        await theme(colours);
        await menu();
        await toggle().click();
        expect(await faults()).toEqual([]);
        expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
      });
    }
  }
});
