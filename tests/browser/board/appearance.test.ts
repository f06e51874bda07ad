// What stands around the views of a board, in both languages and themes: without faults that axe can find, and on a
// narrow phone without scrolling sideways.
import { type TemplateResult, html } from 'lit';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import '../../../client/elements/board/about-dialog.ts';
import '../../../client/elements/board/board-header.ts';
import '../../../client/elements/board/decision-card.ts';
import '../../../client/elements/board/decision-dialog.ts';
import '../../../client/elements/board/keys-dialog.ts';
import '../../../client/elements/board/own-menu.ts';
import '../../../client/elements/board/round-notice.ts';
import '../../../client/elements/board/settings-dialog.ts';
import '../../../client/elements/board/welcome-dialog.ts';
import '../../../client/elements/people/people.ts';
import { faults, show, APPEARANCES } from '../home/stage.ts';
import { settled } from '../stage.ts';
import { decided, receipts, revealed } from './sample.ts';

const LONG = 'Which web framework shall we take for all the new services that we start this very long winter?';
const board = { ...revealed(), title: LONG, decision: decided() };
const you = { id: 'm0', role: 'facilitator', name: 'Inès' } as const;
const news = { kind: 'revealed', round: 'round2', secrecy: 'named', number: 2 } as const;
const presence = new Map([...board.members.keys()].map((id) => [id, {}]));
const here = { facilitators: 1, voters: 8, watchers: 2 };

const menu = html`<palabre-own-menu .you=${you} .receipts=${receipts()}></palabre-own-menu>`;
const people = html`<palabre-people
  .here=${here}
  .members=${board.members}
  .presence=${presence}
  .you=${'m0'}
  .managing=${true}
></palabre-people>`;

const PARTS: readonly (readonly [string, TemplateResult])[] = [
  ['the settings', html`<palabre-settings-dialog open .board=${board} .mayErase=${true}></palabre-settings-dialog>`],
  ['the question and the rules', html`<palabre-about-dialog open .board=${board}></palabre-about-dialog>`],
  ['the keys', html`<palabre-keys-dialog open .characters=${false}></palabre-keys-dialog>`],
  [
    'the decision to record',
    html`<palabre-decision-dialog open .board=${board} .you=${you}></palabre-decision-dialog>`,
  ],
  ['the decision', html`<palabre-decision-card .board=${board} editable whole></palabre-decision-card>`],
  ['news of a round', html`<palabre-round-notice .news=${news} shown></palabre-round-notice>`],
  [
    'the first visit',
    html`<palabre-welcome-dialog open heading="A board" .round=${board.rounds.at(-1)}></palabre-welcome-dialog>`,
  ],
  ['the head', html`<palabre-board-header .board=${board} facilitating>${menu}</palabre-board-header>`],
  ['one’s own menu', menu],
  ['the people', people],
];

/** Opens what opens by itself only when it is asked for. */
async function opened(element: HTMLElement): Promise<void> {
  element.shadowRoot?.querySelector<HTMLElement>('[popover]')?.showPopover();
  await settled(element);
  for (const row of element.shadowRoot?.querySelectorAll('palabre-member-row') ?? []) {
    row.shadowRoot?.querySelector<HTMLElement>('.icon-button')?.click();
  }
  element.shadowRoot?.querySelector('palabre-erase-board')?.shadowRoot?.querySelector<HTMLElement>('.ask')?.click();
  await settled(element);
}

beforeEach(() => page.viewport(360, 740));
afterEach(() => {
  document.body.replaceChildren();
  delete document.documentElement.dataset['theme'];
  return page.viewport(414, 896);
});

describe.each(APPEARANCES)('in %s, %s', (language, theme) => {
  test.each(PARTS)('%s', async (_name, part) => {
    const element = await show(part, language, theme);
    await opened(element);
    expect(await faults()).toEqual([]);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(360);
  });
});
