// Before there is a result to show: hidden until the reveal, closed and waiting, or no round at all.
import { localized, msg, str } from '@lit/localize';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Progress, Round } from '../../../shared/board/board.ts';
import { formatNumber } from '../../i18n/format.ts';
import { controls } from '../../styles/controls.ts';
import '../rounds/round-rules.ts';
import { cardStyles } from './card-styles.ts';
import { styled } from '../../styles/styled.ts';

/** Fewer ballots than this in an anonymous round are not revealed. */
const LEAST_ANONYMOUS = 3;

@customElement('palabre-results-waiting')
@localized()
export class PalabreResultsWaiting extends LitElement {
  static override styles = [
    ...controls,
    cardStyles,
    css`
      section {
        max-width: 640px;
        margin: 0 auto;
        padding: var(--space-8) var(--space-6);
      }
      h2 {
        margin: 0;
        font: 700 var(--text-xl) / 1.3 var(--font-heading);
      }
      .done {
        margin-top: var(--space-4);
        font: 700 var(--text-l) / 1.3 var(--font-heading);
        font-variant-numeric: tabular-nums;
      }
      .meter {
        height: 6px;
        margin-top: var(--space-2);
        overflow: hidden;
        border-radius: 3px;
        background: var(--hairline);
      }
      .meter > div {
        height: 100%;
        border-radius: 3px;
        background: var(--accent);
        transition: transform var(--calm);
      }
      palabre-round-rules {
        margin-top: var(--space-5);
      }
      .few {
        margin-top: var(--space-3);
      }
    `,
  ];

  @property({ attribute: false }) round: Round | undefined;
  @property({ attribute: false }) progress: Progress | undefined;

  private heading(round: Round | undefined): string {
    if (round === undefined) return msg('Nothing to show yet: no round has been opened.', { id: 'results.no-round' });
    return round.state === 'open'
      ? msg('Hidden until the reveal', { id: 'results.hidden' })
      : msg('Closed, and not yet revealed', { id: 'results.not-revealed' });
  }

  private meter({ done, cast, eligible }: Progress, round: Round) {
    const reached = round.state === 'open' ? done : cast;
    const share = eligible > 0 ? Math.min(1, reached / eligible) : 0;
    const [n, all] = [formatNumber(reached), formatNumber(eligible)];
    const words =
      round.state === 'open'
        ? msg(str`${n} of ${all} done`, { id: 'results.done-of' })
        : msg(str`${n} of ${all} ballots`, { id: 'results.ballots-of' });
    return html`<p class="done">${words}</p>
      <div class="meter" aria-hidden="true">
        <div ${styled({ transform: `translateX(${(share - 1) * 100}%)` })}></div>
      </div>`;
  }

  override render() {
    const { round, progress } = this;
    const few =
      round?.secrecy === 'anonymous' &&
      round.state === 'closed' &&
      progress !== undefined &&
      progress.cast < LEAST_ANONYMOUS;
    return html`
      <section aria-labelledby="title">
        <h2 id="title">${this.heading(round)}</h2>
        ${round !== undefined && progress !== undefined ? this.meter(progress, round) : nothing}
        ${
          few
            ? html`<p class="few">
                ${msg('Too few ballots: an anonymous round is revealed from three ballots on.', { id: 'results.few' })}
              </p>`
            : nothing
        }
        ${round === undefined ? nothing : html`<palabre-round-rules .round=${round}></palabre-round-rules>`}
      </section>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'palabre-results-waiting': PalabreResultsWaiting;
  }
}
