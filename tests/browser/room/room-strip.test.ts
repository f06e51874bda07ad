import { html } from 'lit';
import { beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Leading } from '../../../client/elements/room/led-chip.ts';
import type { PalabreRoomStrip } from '../../../client/elements/room/room-strip.ts';
import '../../../client/elements/room/room-strip.ts';
import type { Board } from '../../../shared/board/board.ts';
import { THEMES, faults, heard, settled, show, theme } from '../stage.ts';
import { sampleBoard } from '../matrix/sample.ts';

const STARTED = '2026-11-20T10:00:00.000Z';
const ENDS = '2026-11-20T10:05:00.000Z';
const end = Date.parse(ENDS);
const agenda: NonNullable<Board['agenda']> = [
  { id: 'i1', title: 'The question', minutes: 5, startedAt: STARTED },
  { id: 'i2', title: 'Licences', minutes: 10, target: { kind: 'option', option: 'flask' } },
  { id: 'i3', title: 'Decide' },
];
const timer: NonNullable<Board['timer']> = { startedAt: STARTED, endsAt: ENDS, item: 'i1' };
const LEADS: Leading = { kind: 'following', name: 'Inès', place: 'Results', here: true };

async function strip(changes: Partial<PalabreRoomStrip> = {}): Promise<PalabreRoomStrip> {
  const board: Board = { ...sampleBoard([]), agenda, timer };
  const element = await show<PalabreRoomStrip>(
    html`<palabre-room-strip .board=${board} .now=${end - 61_000}></palabre-room-strip>`,
  );
  Object.assign(element, changes);
  await settled(element);
  return element;
}

const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });

beforeEach(async () => {
  await page.viewport(1280, 600);
  await theme('light');
});

describe('the clock', () => {
  test('counts by the server’s time, to nought and calmly over', async () => {
    const element = await strip();
    await expect.element(page.getByRole('timer')).toHaveTextContent('01:01');
    element.now = end + 20_000;
    await settled(element);
    await expect.element(page.getByRole('timer')).toHaveTextContent('00:00');
    await expect.element(page.getByText('time is up', { exact: true })).toBeVisible();
    element.now = end + 130_000;
    await settled(element);
    await expect.element(page.getByText('2 min over')).toBeVisible();
  });

  test('is the facilitator’s to extend and to stop, beside how many would like more time', async () => {
    const element = await strip({ facilitating: true, more: 3 });
    const [extended, stopped] = [heard(element, 'timer-extended'), heard(element, 'timer-stopped')];
    await expect.element(page.getByText('3 would like more time')).toBeVisible();
    await button('+1 min').click();
    await button('Stop').click();
    expect(extended).toEqual([{ seconds: 60 }]);
    expect(stopped).toHaveLength(1);
  });

  test('a voter asks for more time, and sees neither the controls nor who asked', async () => {
    const element = await strip({ wish: false, more: 3 });
    const given = heard(element, 'signal-given');
    await button('More time, please').click();
    element.wish = true;
    await settled(element);
    await expect.element(button('More time, please')).toHaveAttribute('aria-pressed', 'true');
    await button('More time, please').click();
    expect(given).toEqual([{ more: true }, { more: false }]);
    expect(button('+1 min').elements()).toHaveLength(0);
    expect(page.getByText(/would like/).elements()).toHaveLength(0);
  });
});

describe('the agenda', () => {
  test('says where we are, and the whole of it opens', async () => {
    await strip();
    await button('Agenda: 1/3 The question').click();
    const list = page.getByRole('dialog', { name: 'Agenda' });
    await expect.element(list).toBeVisible();
    await expect.element(list.getByRole('listitem').first()).toHaveAttribute('aria-current', 'step');
    expect(list.getByRole('button', { name: /^Start/ }).elements()).toHaveLength(0);
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => list.elements()).toHaveLength(0);
  });

  test('the facilitator starts the next item with its minutes, or any other', async () => {
    const element = await strip({ facilitating: true });
    const started = heard(element, 'timer-started');
    await button('Next: Licences').click();
    await button('Agenda: 1/3 The question').click();
    await button('Start: Decide').click();
    expect(started).toEqual([
      { seconds: 600, item: 'i2' },
      { seconds: 300, item: 'i3' },
    ]);
  });

  test('an item leads to what it is about', async () => {
    const element = await strip();
    const selected = heard(element, 'target-selected');
    await button('Agenda: 1/3 The question').click();
    await button('Flask').click();
    expect(selected).toEqual([{ target: { kind: 'option', option: 'flask' }, open: true }]);
  });
});

describe('being led', () => {
  test('who follows may leave', async () => {
    const element = await strip({ leading: LEADS });
    const chosen = heard(element, 'following-chosen');
    await expect.element(page.getByText('Inès leads: Results')).toBeVisible();
    await button('Leave').click();
    expect(chosen).toEqual([{ on: false }]);
  });

  test('who went elsewhere comes back in one step, as does who was called while writing', async () => {
    const element = await strip({ leading: { ...LEADS, kind: 'apart', here: false } });
    const chosen = heard(element, 'following-chosen');
    await button('Follow Inès again').click();
    element.leading = { ...LEADS, kind: 'called', here: false };
    await settled(element);
    await expect.element(page.getByText('Inès calls everyone to: Results')).toBeVisible();
    await button('Go there').click();
    expect(chosen).toEqual([{ on: true }, { on: true }]);
  });

  test('who leads sees it, brings everyone to where they are now, and lets go', async () => {
    const element = await strip({ leading: { ...LEADS, kind: 'leading' } });
    const [brought, released] = [heard(element, 'bringing-requested'), heard(element, 'room-released')];
    await expect.element(page.getByText('You lead: Results')).toBeVisible();
    expect(button('Bring here').elements()).toHaveLength(0);
    element.leading = { ...LEADS, kind: 'leading', here: false };
    await settled(element);
    await button('Bring here').click();
    await button('Let go').click();
    expect([brought, released]).toEqual([[{}], [{}]]);
  });
});

test('that somebody now facilitates too is said, and put away', async () => {
  const element = await strip({ newFacilitator: 'Ben' });
  const read = heard(element, 'role-news-read');
  await expect.element(page.getByText('Ben now facilitates too')).toBeVisible();
  await button('Close').click();
  expect(read).toHaveLength(1);
});

describe('on a phone', () => {
  test.each(['leading', 'following', 'apart', 'called'] as const)(
    'nothing runs out of the screen, %s',
    async (kind) => {
      await page.viewport(390, 600);
      const place = 'Matrix, a framework with a very long name × a criterion that is long as well';
      const element = await strip({
        leading: { ...LEADS, kind, place, name: 'Maximiliane von Hohenlohe-Langenburg' },
        facilitating: kind === 'leading',
        wish: kind === 'leading' ? undefined : true,
        more: 12,
        handRaised: true,
        newFacilitator: 'Bartholomew Featherstonehaugh the Younger',
        now: end + 600_000,
      });
      expect(element.scrollWidth).toBeLessThanOrEqual(390);
      expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
    },
  );
});

describe('axe finds nothing', () => {
  const STATES: Readonly<Record<string, Partial<PalabreRoomStrip>>> = {
    facilitating: { facilitating: true, more: 2, leading: { ...LEADS, kind: 'leading', here: false } },
    following: { wish: true, leading: LEADS },
    apart: { wish: false, leading: { ...LEADS, kind: 'apart' }, now: end + 1 },
    news: { newFacilitator: 'Ben', handRaised: true },
  };
  for (const [name, changes] of Object.entries(STATES)) {
    for (const colours of THEMES) {
      test(`in the strip, ${name}, ${colours}`, async () => {
        await theme(colours);
        await strip(changes);
        expect(await faults()).toEqual([]);
        await button('Agenda: 1/3 The question').click();
        expect(await faults()).toEqual([]);
      });
    }
  }
});
