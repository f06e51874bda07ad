// The watched door from both sides: who asks, what becomes of them, and what they see meanwhile.
import { html, render } from 'lit';
import { beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../../client/elements/door/arrival-card.ts';
import type { PalabreArrivalCard } from '../../../client/elements/door/arrival-card.ts';
import '../../../client/elements/door/door.ts';
import type { PalabreWaitingNotice } from '../../../client/elements/door/waiting-notice.ts';
import type { Member } from '../../../shared/board/board.ts';
import { sampleBoard, sampleRound } from '../ballot/sample-board.ts';
import { THEMES, deepText, faults, focused, heard, settled, show, theme } from '../stage.ts';

const asks = (id: string, name: string): Member => ({ id, name, role: 'voter', waiting: true });
const BO = asks('bo', 'Bo');
const CY = asks('cy', 'Cy');
const notice = (waiting: readonly Member[], doorOpen = false) =>
  html`<palabre-waiting-notice .waiting=${waiting} .doorOpen=${doorOpen}></palabre-waiting-notice>`;
const again = async (element: HTMLElement, waiting: readonly Member[]): Promise<void> => {
  render(notice(waiting), element.parentElement as HTMLElement);
  await settled(element);
};

beforeEach(async () => {
  await page.viewport(1280, 720);
  await theme('light');
});

describe('the facilitator', () => {
  test('hears who asks, and lets in one, another, or everyone', async () => {
    const element = await show<PalabreWaitingNotice>(notice([]));
    // It stands above its own place, as it does above the foot of a page.
    element.style.marginTop = '400px';
    const [admitted, away] = [heard(element, 'member-admitted'), heard(element, 'member-removed')];
    await again(element, [BO, CY]);
    expect(deepText(element)).toContain('Cy asks to come in.');
    await page.getByRole('button', { name: 'Let Bo in' }).click();
    expect(admitted).toEqual([{ member: 'bo' }]);
    await page.getByRole('button', { name: 'Let everyone in' }).click();
    expect(admitted.slice(1)).toEqual([{ member: 'bo' }, { member: 'cy' }]);
    expect(away).toEqual([]);
  });

  test('turns somebody away only when asked twice, by keyboard', async () => {
    const element = await show<PalabreWaitingNotice>(notice([BO]));
    const away = heard(element, 'member-removed');
    (page.getByRole('button', { name: 'Turn Bo away…' }).element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    expect(focused()?.textContent.trim()).toBe('Keep waiting');
    expect(away).toEqual([]);
    await userEvent.keyboard('{Shift>}{Tab}{/Shift}{Enter}');
    expect(away).toEqual([{ member: 'bo' }]);
  });

  test('goes on with the keyboard to whoever asks next', async () => {
    const element = await show<PalabreWaitingNotice>(notice([BO, CY]));
    (page.getByRole('button', { name: 'Let Bo in' }).element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await again(element, [CY]);
    await expect.poll(() => focused()?.getAttribute('aria-label')).toBe('Let Cy in');
  });

  test('is told that the door is open by now, and can still let in those who asked before', async () => {
    await show(notice([BO, CY], true));
    await expect.element(page.getByText('New people come straight in by now.', { exact: false })).toBeVisible();
    await expect.element(page.getByRole('button', { name: 'Let everyone in' })).toBeVisible();
  });
});

describe('who waits', () => {
  const card = (facilitators: readonly string[]) =>
    show(
      html`<palabre-waiting-card
        .name=${'Bo'}
        .heading=${'The next mascot'}
        .facilitators=${facilitators}
      ></palabre-waiting-card>`,
    );

  test('reads who will let them in, and may watch meanwhile', async () => {
    await card(['Ada', 'Inès']);
    await expect.element(page.getByRole('heading', { name: 'Ada or Inès will let you in' })).toBeVisible();
    await page.getByRole('button', { name: 'Watch meanwhile' }).click();
    await expect.element(page.getByRole('heading')).not.toBeInTheDocument();
    await page.getByRole('button', { name: 'Ada or Inès will let you in' }).click();
    await expect.element(page.getByRole('button', { name: 'Watch meanwhile' })).toBeVisible();
  });

  test('is not promised somebody who is not there', async () => {
    await card([]);
    await expect.element(page.getByRole('heading', { name: 'The facilitator will let you in' })).toBeVisible();
  });
});

describe('who comes late', () => {
  const draw = (state: 'open' | 'revealed', more: Partial<PalabreArrivalCard> = {}) => {
    const board = sampleBoard(sampleRound({ state }));
    return show<PalabreArrivalCard>(
      html`<palabre-arrival-card
        .board=${board}
        .kind=${more.kind ?? 'late'}
        .since=${more.since}
        .now=${Date.parse('2026-11-24T09:00:00Z')}
        .progress=${{ cast: 2, done: 1, eligible: 5 }}
        .voted=${more.voted ?? false}
      ></palabre-arrival-card>`,
    );
  };

  test('is asked for their vote while a round is open', async () => {
    const element = await draw('open');
    const answers = heard(element, 'arrival-answered');
    await expect.element(page.getByText('1 of 5 done', { exact: false })).toBeVisible();
    await page.getByRole('button', { name: 'Vote now' }).click();
    expect(answers).toEqual([{ step: 'vote' }]);
  });

  test('is led to the results when there is nothing to vote on', async () => {
    const element = await draw('revealed');
    const answers = heard(element, 'arrival-answered');
    await page.getByRole('button', { name: 'Look at the results' }).click();
    await page.getByRole('button', { name: 'Close' }).click();
    expect(answers).toEqual([{ step: 'results' }, { step: undefined }]);
  });

  test('is told since when, coming back the next day', async () => {
    await draw('open', { kind: 'back', since: Date.parse('2026-11-23T09:00:00Z') });
    await expect.element(page.getByRole('heading', { name: 'Since your last visit, yesterday' })).toBeVisible();
  });
});

describe.each(THEMES)('axe, %s', (name) => {
  test.each([
    ['the notice', notice([BO, CY])],
    [
      'the card',
      html`<palabre-waiting-card name="Bo" heading="Mascots" .facilitators=${['Ada']}></palabre-waiting-card>`,
    ],
    ['the late card', html`<palabre-arrival-card .board=${sampleBoard(sampleRound())}></palabre-arrival-card>`],
  ])('finds nothing in %s', async (_what, template) => {
    await theme(name);
    await show(template);
    expect(await faults()).toEqual([]);
  });
});
