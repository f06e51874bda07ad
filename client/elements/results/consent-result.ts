// The result of a consent round: whether the proposal stands, the fingers shown, and the concerns in words.
import { localized, msg } from '@lit/localize';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Round } from '../../../shared/board/board.ts';
import type { Result } from '../../../shared/voting/method.ts';
import type { Tally } from '../../../shared/voting/tally.ts';
import { controls } from '../../styles/controls.ts';
import { cardStyles } from './card-styles.ts';
import './ranked-bars.ts';
import { consentWords, fingerBars } from './consent-words.ts';

@customElement('palabre-consent-result')
@localized()
export class PalabreConsentResult extends LitElement {
  static override styles = [
    ...controls,
    cardStyles,
    css`
      h2 {
        margin: 0;
        font: 700 var(--text-xl) / 1.3 var(--font-heading);
      }
      blockquote {
        margin: var(--space-2) 0 var(--space-4);
        padding-inline-start: var(--space-3);
        border-inline-start: 3px solid var(--hairline);
        overflow-wrap: anywhere;
      }
      h3 {
        margin-top: var(--space-4);
      }
      ul {
        margin: var(--space-2) 0 0;
        padding-inline-start: 18px;
        overflow-wrap: anywhere;
      }
    `,
  ];

  @property({ attribute: false }) round: Round | undefined;
  @property({ attribute: false }) result: Result | undefined;
  @property({ attribute: false }) tally: Tally | undefined;

  override render() {
    const { round, result, tally } = this;
    if (!round || !result || !tally || !('fingers' in tally)) return nothing;
    const concerns = result.concerns ?? [];
    return html`
      <section aria-labelledby="verdict">
        <h2 id="verdict">${consentWords(result, tally.fingers, round.threshold ?? 1)}</h2>
        ${round.proposal === undefined ? nothing : html`<blockquote>${round.proposal}</blockquote>`}
        <palabre-ranked-bars
          unranked
          .bars=${fingerBars(tally.fingers)}
          .caption=${msg('Voters by fingers shown', { id: 'results.by-fingers' })}
        ></palabre-ranked-bars>
        ${
          concerns.length === 0
            ? nothing
            : html`<h3>${msg('Concerns', { id: 'results.concerns' })}</h3>
                <ul>
                  ${concerns.map((concern) => html`<li>${concern}</li>`)}
                </ul>`
        }
      </section>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'palabre-consent-result': PalabreConsentResult;
  }
}
