// News of a round, the keys and their switch, and what somebody who comes late is told.
import { LitElement, html, render } from 'lit';
import { afterEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../../client/elements/board/about-dialog.ts';
import '../../../client/elements/board/board-header.ts';
import type { PalabreBoardHeader } from '../../../client/elements/board/board-header.ts';
import '../../../client/elements/board/keys-dialog.ts';
import '../../../client/elements/board/round-notice.ts';
import '../../../client/elements/board/view-tabs.ts';
import type { PalabreViewTabs } from '../../../client/elements/board/view-tabs.ts';
import type { RoundNews } from '../../../client/elements/board/round-notice.ts';
import '../../../client/elements/board/welcome-dialog.ts';
import { HelpKey } from '../../../client/pages/help-key.ts';
import { sampleBoard, sampleRound } from '../ballot/sample-board.ts';
import { show } from '../home/stage.ts';
import { focused, heard, settled } from '../stage.ts';

afterEach(() => document.body.replaceChildren());

describe('news of a round', () => {
  const notice = (news: RoundNews | undefined, shown = false) =>
    html`<palabre-round-notice .news=${news} .shown=${shown}></palabre-round-notice>`;
  const news = (kind: RoundNews['kind'], secrecy: RoundNews['secrecy'] = 'named'): RoundNews => ({
    kind,
    secrecy,
    round: 'round2',
    number: 2,
  });

  test.each([
    [news('opened'), 'Round 2 is open.'],
    [news('closed'), 'Round 2 is closed. The result stays hidden until the reveal.'],
    [news('closed', 'live'), 'Round 2 is closed. Its totals move no more.'],
    [news('revealed'), 'The result of round 2 is here.'],
  ])('are said politely when they come: %o', async (said, sentence) => {
    const element = await show(notice(undefined));
    await expect.element(page.getByRole('status')).toHaveTextContent('');
    render(notice(said), element.parentElement!);
    await expect.element(page.getByRole('status')).toHaveTextContent(sentence);
    expect(page.getByRole('button').elements()).toEqual([]);
  });

  test('are followed or put away, and take the focus from nobody', async () => {
    const element = await show(notice(undefined));
    const [followed, dismissed] = [heard(element, 'news-followed'), heard(element, 'news-dismissed')];
    // It stands above its own place, which is at the foot of a page.
    element.parentElement!.style.paddingTop = '300px';
    render(notice(news('revealed'), true), element.parentElement!);
    await settled(element);
    expect(focused()).toBe(document.body);
    await page.getByRole('button', { name: 'See it' }).click();
    await page.getByRole('button', { name: 'Not now' }).click();
    expect([followed.length, dismissed.length]).toEqual([1, 1]);
  });
});

describe('the keys', () => {
  test('that are characters are switched off and on', async () => {
    const element = await show(html`<palabre-keys-dialog open></palabre-keys-dialog>`);
    const chosen = heard(element, 'character-keys-chosen');
    await page.getByRole('switch').click();
    expect(chosen).toEqual([{ on: false }]);
  });

  class Helped extends LitElement {
    asked = 0;
    readonly key = new HelpKey(this, () => (this.asked += 1));
  }
  customElements.define('test-helped', Helped);

  test('? lists them, but not where people type, not in dialogs, and not when it is switched off', async () => {
    const element = await show(html`<test-helped></test-helped>`);
    const helped = element as Helped;
    const field = document.body.appendChild(document.createElement('input'));
    const dialog = document.body.appendChild(document.createElement('dialog'));
    await userEvent.keyboard('?');
    expect(helped.asked).toBe(1);
    field.focus();
    await userEvent.keyboard('?');
    dialog.showModal();
    await userEvent.keyboard('?');
    dialog.close();
    field.blur();
    helped.key.on = false;
    await userEvent.keyboard('?');
    expect(helped.asked).toBe(1);
    helped.remove();
    helped.key.on = true;
    await userEvent.keyboard('?');
    expect(helped.asked).toBe(1);
  });
});

describe('somebody who comes late', () => {
  test('is told the question and the rules of the open round before giving a name', async () => {
    const board = sampleBoard();
    await show(
      html`<palabre-welcome-dialog
        open
        .heading=${board.title}
        .question=${board.question}
        .round=${sampleRound()}
        .number=${2}
      ></palabre-welcome-dialog>`,
    );
    await expect.element(page.getByText(board.question)).toBeVisible();
    await expect.element(page.getByRole('heading', { name: 'Round 2 is open' })).toBeVisible();
    await expect.element(page.getByText('Anonymous round:', { exact: false })).toBeVisible();
  });

  test('finds them again later', async () => {
    const board = sampleBoard(sampleRound({ state: 'closed', prompt: 'Think of the winter.' }));
    await show(html`<palabre-about-dialog open .board=${board}></palabre-about-dialog>`);
    await expect.element(page.getByText('closed, waiting for the reveal', { exact: false })).toBeVisible();
    await expect.element(page.getByText('Think of the winter.')).toBeVisible();
    await expect.element(page.getByText('Facilitated by Inès.')).toBeVisible();
  });
});

describe('the head', () => {
  test('takes the focus at its heading and asks for the question and the rules', async () => {
    await page.viewport(1200, 800);
    const element = await show(html`<palabre-board-header .board=${sampleBoard()}></palabre-board-header>`);
    const asked = heard(element, 'about-requested');
    (element as PalabreBoardHeader).focusHeading();
    expect(focused()?.tagName).toBe('H1');
    await page.getByRole('button', { name: 'Which web framework for the new services?' }).click();
    expect(asked).toHaveLength(1);
  });

  test('offers the settings to the facilitator, and joining to who may join', async () => {
    await page.viewport(1200, 800);
    const head = (facilitating: boolean, mayJoin: boolean) =>
      html`<palabre-board-header
        .board=${sampleBoard()}
        .facilitating=${facilitating}
        .mayJoin=${mayJoin}
      ></palabre-board-header>`;
    const element = await show(head(true, false));
    const [settings, joining] = [heard(element, 'settings-requested'), heard(element, 'joining-requested')];
    await page.getByRole('button', { name: 'Settings of the board' }).click();
    expect(page.getByRole('button', { name: 'Join' }).elements()).toEqual([]);
    render(head(false, true), element.parentElement!);
    await page.getByRole('button', { name: 'Join' }).click();
    expect([settings.length, joining.length]).toEqual([1, 1]);
    expect(page.getByRole('button', { name: 'Settings of the board' }).elements()).toEqual([]);
  });
});

test('the phase stands in the head for everybody but who facilitates, whose bar has it', async () => {
  const head = (facilitating: boolean) =>
    html`<palabre-board-header .board=${sampleBoard()} .facilitating=${facilitating}></palabre-board-header>`;
  const element = (await show(head(false))) as PalabreBoardHeader;
  const phases = () => element.renderRoot.querySelectorAll('.phase').length;
  expect(phases()).toBe(1);
  render(head(true), element.parentElement!);
  await settled(element);
  expect(phases()).toBe(0);
});

test('the tab of the view that is shown is in sight on a phone, and the row fades where there is more', async () => {
  await page.viewport(360, 740);
  const tabs = (view: string) =>
    html`<palabre-view-tabs
      .views=${['matrix', 'compare', 'ballot', 'results', 'notes']}
      .view=${view}
      .notes=${53}
    ></palabre-view-tabs>`;
  const element = (await show(tabs('matrix'))) as PalabreViewTabs;
  const fading = () => element.renderRoot.querySelector('nav')?.className;
  await expect.poll(fading).toBe('after');
  render(tabs('notes'), element.parentElement!);
  await settled(element);
  await expect.poll(fading).toBe('before');
  const { left, right } = page.getByRole('link', { name: 'Notes' }).element().getBoundingClientRect();
  expect([left >= 0, right <= 360]).toEqual([true, true]);
});
