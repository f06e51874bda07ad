import { html } from 'lit';
import { beforeEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type { PalabreRoomSignals } from '../../../client/elements/room/room-signals.ts';
import '../../../client/elements/room/room-signals.ts';
import { THEMES, faults, heard, settled, show, theme } from '../stage.ts';
import { sampleBoard } from '../matrix/sample.ts';

const here = { facilitators: 1, voters: 5, watchers: 0 };

async function signals(changes: Partial<PalabreRoomSignals> = {}): Promise<PalabreRoomSignals> {
  const element = await show<PalabreRoomSignals>(
    html`<palabre-room-signals .members=${sampleBoard([]).members} .here=${here} asksReady></palabre-room-signals>`,
  );
  element.style.cssText = 'display: flex; margin-top: 300px; padding: 8px; background: var(--bar)';
  Object.assign(element, { asksReady: true, ...changes });
  await settled(element);
  return element;
}

const button = (name: string) => page.getByRole('button', { name, exact: true });

beforeEach(async () => {
  await page.viewport(800, 500);
  await theme('light');
});

test('a voter raises a hand and lowers it, is ready and is not', async () => {
  const element = await signals({ own: { hand: false, ready: true } });
  const given = heard(element, 'signal-given');
  await expect.element(button('Raise my hand')).toHaveAttribute('aria-pressed', 'false');
  await button('Raise my hand').click();
  await expect.element(button('I’m ready')).toHaveAttribute('aria-pressed', 'true');
  await button('I’m ready').click();
  element.own = { hand: true, ready: false };
  await settled(element);
  await expect.element(button('Raise my hand')).toHaveAttribute('aria-pressed', 'true');
  await button('Raise my hand').click();
  expect(given).toEqual([{ hand: true }, { ready: false }, { hand: false }]);
});

test('how many are ready is told to everybody, where there is no ballot to be done with', async () => {
  const element = await signals({ signals: { ready: 3, hands: 0, more: 0 } });
  await expect.element(page.getByText('3 of 5 ready')).toBeVisible();
  element.asksReady = false;
  await settled(element);
  expect(page.getByText(/ready/).elements()).toHaveLength(0);
});

test('the facilitator sees hands in the order of raising', async () => {
  const members = sampleBoard([]).members;
  const raised = [...members.keys()].slice(0, 3).toReversed();
  await signals({ facilitating: true, signals: { ready: 0, hands: 3, more: 0 }, raised });
  await expect.element(page.getByRole('status')).toHaveTextContent('3 hands raised');
  await button('3 hands raised').click();
  const names = page.getByRole('dialog').getByRole('listitem').elements();
  expect(names.map((item) => item.textContent)).toEqual(raised.map((id) => members.get(id)?.name));
});

test('in a large room their number is what there is', async () => {
  await signals({ facilitating: true, signals: { ready: 0, hands: 212, more: 0 } });
  await button('212 hands raised').click();
  await expect.element(page.getByText('In a room of this size only their number is known.')).toBeVisible();
});

test('others are not told whose hands are up', async () => {
  await signals({ own: { hand: false, ready: false }, signals: { ready: 0, hands: 2, more: 0 }, raised: ['m1'] });
  expect(button('2 hands raised').elements()).toHaveLength(0);
});

describe('axe finds nothing', () => {
  for (const colours of THEMES) {
    test(`in the signals, ${colours}`, async () => {
      await theme(colours);
      const element = await signals({ own: { hand: true, ready: true }, signals: { ready: 3, hands: 2, more: 0 } });
      expect(await faults()).toEqual([]);
      Object.assign(element, { own: undefined, facilitating: true, raised: ['m1', 'm2'] });
      await settled(element);
      await button('2 hands raised').click();
      expect(await faults()).toEqual([]);
    });
  }
});
