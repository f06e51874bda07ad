// What a board is about, for whoever comes late: the question, the round and its rules, who facilitates.
import { localized, msg, str } from '@lit/localize';
import { LitElement, type TemplateResult, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Board, Round } from '../../../shared/board/board.ts';
import { currentLanguage } from '../../i18n/locale.ts';
import { controls } from '../../styles/controls.ts';
import '../dialog/palabre-dialog.ts';
import { methodMeaning, methodName } from '../rounds/counting-words.ts';
import '../rounds/round-rules.ts';
import { roundTitle, secrecyName } from '../rounds/secrecy-words.ts';

/** More names than this are not read. */
const MOST_NAMES = 8;

const stageName = ({ state }: Round): string =>
  ({
    open: msg('open', { id: 'board.round-open' }),
    closed: msg('closed, waiting for the reveal', { id: 'board.round-closed' }),
    revealed: msg('revealed', { id: 'board.round-revealed' }),
  })[state];

@customElement('palabre-about-dialog')
@localized()
export class PalabreAboutDialog extends LitElement {
  static override styles = [
    ...controls,
    css`
      p {
        margin: 0;
      }
      .question {
        font-size: var(--text-l);
        overflow-wrap: anywhere;
        white-space: pre-line;
      }
      section {
        margin-top: var(--space-4);
        padding-top: var(--space-4);
        border-top: 1px solid var(--hairline);
      }
      h3 {
        margin: 0 0 var(--space-1);
        font: 700 var(--text-l) / 1.3 var(--font-heading);
      }
      .state,
      .by {
        color: var(--ink-2);
      }
      .prompt {
        margin: var(--space-2) 0;
        padding-inline-start: var(--space-3);
        border-inline-start: 3px solid var(--accent);
        overflow-wrap: anywhere;
      }
      palabre-round-rules {
        margin-top: var(--space-2);
      }
      .by {
        margin-top: var(--space-4);
        overflow-wrap: anywhere;
      }
    `,
  ];

  @property({ type: Boolean }) open = false;
  @property({ attribute: false }) board: Board | undefined;

  private round(board: Board): TemplateResult {
    const round = board.rounds.at(-1);
    if (round === undefined) {
      return html`<section>
        <p class="state">${msg('No round has been opened yet.', { id: 'board.no-round' })}</p>
      </section>`;
    }
    const facts = [methodName(round.method), secrecyName(round.secrecy), stageName(round)];
    const asked = round.proposal ?? round.prompt;
    return html`<section>
      <h3>${roundTitle(board.rounds.length)}</h3>
      <p class="state">${facts.join(' · ')}</p>
      ${asked === undefined ? nothing : html`<p class="prompt">${asked}</p>`}
      <p>${methodMeaning(round.method)}</p>
      <palabre-round-rules whole .round=${round}></palabre-round-rules>
    </section>`;
  }

  private facilitators(board: Board): TemplateResult | typeof nothing {
    const names = [...board.members.values()]
      .filter(({ role, removed }) => role === 'facilitator' && removed === undefined)
      .slice(0, MOST_NAMES)
      .map(({ name }) => name);
    if (names.length === 0) return nothing;
    const listed = new Intl.ListFormat(currentLanguage(), { type: 'conjunction' }).format(names);
    return html`<p class="by">${msg(str`Facilitated by ${listed}.`, { id: 'board.facilitated-by' })}</p>`;
  }

  override render() {
    const board = this.open ? this.board : undefined;
    return html`<palabre-dialog reading .open=${this.open} .heading=${this.board?.title ?? ''}>
      ${
        board === undefined
          ? nothing
          : html`${board.question === '' ? nothing : html`<p class="question">${board.question}</p>`}
            ${this.round(board)} ${this.facilitators(board)}`
      }
    </palabre-dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'palabre-about-dialog': PalabreAboutDialog;
  }
}
