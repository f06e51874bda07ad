// The screen at the front of the room, and of thousands of watchers: large, calm, dark, never in the way.
import { localized, msg, str } from '@lit/localize';
import { LitElement, type TemplateResult, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { BoardView } from '../../board-view.ts';
import type { Progress, Round } from '../../../shared/board/board.ts';
import { showCode } from '../../../shared/ids.ts';
import { formatClock, formatNumber } from '../../i18n/format.ts';
import { boardPath } from '../../route.ts';
import { controls } from '../../styles/controls.ts';
import { consentWords } from '../results/consent-words.ts';
import { secrecyInShort } from '../rounds/secrecy-words.ts';
import '../share/palabre-qr.ts';
import { screenStyles } from './big-screen-styles.ts';
import { PageTurner } from './page-turner.ts';
import './screen-bars.ts';
import { type Shown, hasLongNames, pagesOf, progressOf, shownOf, sublineOf } from './screen-rows.ts';

@customElement('palabre-big-screen')
@localized()
export class PalabreBigScreen extends LitElement {
  static override styles = [...controls, screenStyles];

  @property({ attribute: false }) view: BoardView | undefined;
  /** The server's time, ms. */
  @property({ type: Number }) now = 0;
  @property({ type: Boolean }) showCode = false;
  /** Where the code and the QR code lead. */
  @property() joinUrl = '';

  private readonly turner = new PageTurner(this);
  private async toggleFullscreen(): Promise<void> {
    if (document.fullscreenElement) await document.exitFullscreen();
    else await document.documentElement.requestFullscreen();
  }

  private clock(round: Round): TemplateResult | typeof nothing {
    if (round.state !== 'open' || round.closesAt === undefined) return nothing;
    const left = formatClock((Date.parse(round.closesAt) - this.now) / 1000);
    return html`<p class="clock" role="timer" aria-label=${msg('Time left', { id: 'screen.time-left' })}>${left}</p>`;
  }

  private join(view: BoardView, large: boolean): TemplateResult | typeof nothing {
    if (!this.showCode || view.board.entry === 'closed') return nothing;
    const code = showCode(view.board.code);
    const label = msg(str`QR code to join with ${code}`, { id: 'screen.qr' });
    return html`<div class=${large ? 'join large' : 'join'}>
      ${this.joinUrl === '' ? nothing : html`<palabre-qr .text=${this.joinUrl} .label=${label}></palabre-qr>`}
      <div>
        <p class="code">${code}</p>
        ${large ? html`<p class="url">${this.joinUrl.replace(/^https?:\/\//, '')}</p>` : nothing}
      </div>
    </div>`;
  }

  private beforeReveal(round: Round, progress: Progress | undefined): TemplateResult {
    if (round.state === 'closed') {
      return html`<p class="big">${msg('Closed. The reveal is next.', { id: 'screen.closed' })}</p>`;
    }
    if (progress === undefined) return html`<p class="big">${msg('Voting is open', { id: 'screen.voting' })}</p>`;
    const [done, all] = [formatNumber(progress.done), formatNumber(progress.eligible)];
    return html`
      <p class="big"><b>${done}</b> ${msg(str`of ${all} done`, { id: 'screen.done' })}</p>
      <p class="quiet">${secrecyInShort(round.secrecy)}</p>
    `;
  }

  private bars({ rows, result, tally }: Shown, round: Round): TemplateResult {
    const pages = pagesOf(rows);
    this.turner.count(pages.length);
    const number = this.turner.page + 1;
    return html`
      ${
        'fingers' in tally
          ? html`<p class="verdict">${consentWords(result, tally.fingers, round.threshold)}</p>`
          : nothing
      }
      ${
        result.valid === false
          ? html`<p class="verdict">${msg('Below the quorum: not valid', { id: 'screen.invalid' })}</p>`
          : nothing
      }
      <palabre-screen-bars
        .rows=${pages[this.turner.page] ?? []}
        ?ranked=${!('fingers' in tally)}
        ?wordy=${hasLongNames(rows)}
      ></palabre-screen-bars>
      ${
        pages.length > 1
          ? html`<p class="page">${msg(str`${number} / ${pages.length}`, { id: 'screen.page' })}</p>`
          : nothing
      }
    `;
  }

  private controls(paged: boolean, leave: string): TemplateResult {
    const { paused } = this.turner;
    return html`<nav class="controls" aria-label=${msg('Screen', { id: 'screen.controls' })}>
      ${
        paged
          ? html`<button class="button" type="button" @click=${() => this.turner.pause(!paused)}>
              ${paused ? msg('Turn pages', { id: 'screen.resume' }) : msg('Pause pages', { id: 'screen.pause' })}
            </button>`
          : nothing
      }
      <button class="button" type="button" @click=${() => void this.toggleFullscreen()}>
        ${msg('Full screen', { id: 'screen.fullscreen' })}
      </button>
      <a class="button" href=${leave}>${msg('Leave', { id: 'screen.leave' })}</a>
    </nav>`;
  }

  override render() {
    const { view } = this;
    if (view === undefined) return nothing;
    const { board, rounds } = view;
    const round = board.rounds.at(-1);
    const state = round && rounds.get(round.id);
    const shown = round && shownOf(board, round, state);
    const large = shown === undefined;
    return html`
      <main class=${large ? 'waiting' : 'results'}>
        <header>
          <div class="heading">
            <h1>${board.title}</h1>
            <p class="subline">${sublineOf(view, round)}</p>
          </div>
          ${round === undefined ? nothing : this.clock(round)} ${large ? nothing : this.join(view, false)}
        </header>
        ${
          shown !== undefined && round !== undefined
            ? this.bars(shown, round)
            : html`<div class="middle">
                <div class="state">
                  ${
                    round === undefined
                      ? html`<p class="big question">${board.question}</p>`
                      : this.beforeReveal(round, round && progressOf(round, state))
                  }
                </div>
                ${this.join(view, true)}
              </div>`
        }
        ${
          view.connection.phase === 'live'
            ? nothing
            : html`<p class="away">${msg('Reconnecting…', { id: 'screen.away' })}</p>`
        }
      </main>
      ${this.controls(shown !== undefined && pagesOf(shown.rows).length > 1, boardPath(board.id))}
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'palabre-big-screen': PalabreBigScreen;
  }
}
