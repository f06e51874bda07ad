// One's own next step as one sign, where the bar has no room for words: to the ballot, then that it is done.
import { msg } from '@lit/localize';
import { type TemplateResult, html, svg } from 'lit';
import type { Round } from '../../../shared/board/board.ts';
import type { MyBallot } from '../../board-view.ts';
import { emit } from '../board-events.ts';
import { ownProgress } from './own-progress.ts';

const BALLOT = svg`<path d="M4 3.5h12v13H4z" /><path d="M7 8.2l1.3 1.3L10.6 7M12.6 8.4h1M7 12.8l1.3 1.3 2.3-2.5M12.6 13h1" />`;
const DONE = svg`<path d="M4.5 10.6l3.8 3.8 7.4-8.6" />`;

const drawing = (of: TemplateResult<2>): TemplateResult =>
  html`<svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">${of}</svg>`;

const isComplete = (round: Round, mine: MyBallot | undefined): boolean => {
  if (round.method !== 'score') return mine?.ballot !== undefined;
  const { asked, given } = ownProgress(round, mine);
  return given >= asked;
};

/** Fires `view-chosen` or `done-changed` from `host`. */
export function ownSign(host: HTMLElement, round: Round, mine: MyBallot | undefined): TemplateResult {
  const done = mine?.done ?? false;
  if (!done && !isComplete(round, mine)) {
    const label = msg('My ballot', { id: 'board.view-ballot' });
    const go = (): unknown =>
      host.dispatchEvent(new CustomEvent('view-chosen', { detail: { view: 'ballot' }, bubbles: true, composed: true }));
    return html`<button class="button on-bar sign" type="button" aria-label=${label} title=${label} @click=${go}>
      ${drawing(BALLOT)}
    </button>`;
  }
  const label = msg('I’m done', { id: 'matrix.done' });
  return html`<button
    class="button on-bar sign"
    type="button"
    aria-label=${label}
    aria-pressed=${done ? 'true' : 'false'}
    title=${label}
    @click=${() => emit(host, 'done-changed', { done: !done })}
  >
    ${drawing(DONE)}
  </button>`;
}
