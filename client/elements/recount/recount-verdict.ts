// What counting a file again found: whether it agrees with itself, round by round, and exactly what differs.
import { localized, msg, str } from '@lit/localize';
import { LitElement, type TemplateResult, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Difference } from '../../../shared/exchange/differences.ts';
import { formatNumber } from '../../i18n/format.ts';
import { controls } from '../../styles/controls.ts';
import { fingerprint } from '../matrix/foot-bar.ts';
import { verdictWords } from '../results/verdict-words.ts';
import { methodName, ruleName } from '../rounds/counting-words.ts';
import { roundTitle, secrecyName } from '../rounds/secrecy-words.ts';
import { recountStyles } from './recount-styles.ts';
import { basisWords, shownValue } from './recount-words.ts';
import type { CountedAgain, RecountedFile } from './recounted-file.ts';

const MOST_SHOWN = 50;

@customElement('palabre-recount-verdict')
@localized()
export class PalabreRecountVerdict extends LitElement {
  static override styles = [...controls, recountStyles];

  @property({ attribute: false }) counted: RecountedFile | undefined;

  private differencesTable(found: readonly Difference[]): TemplateResult | typeof nothing {
    if (found.length === 0) return nothing;
    const left = found.length - MOST_SHOWN;
    return html`<div
      class="scroll"
      tabindex="0"
      role="region"
      aria-label=${msg('What differs', { id: 'recount.what' })}
    >
      <table>
        <thead>
          <tr>
            <th scope="col">${msg('Where', { id: 'recount.where' })}</th>
            <th scope="col">${msg('The file says', { id: 'recount.in-file' })}</th>
            <th scope="col">${msg('Counting gives', { id: 'recount.counted' })}</th>
          </tr>
        </thead>
        <tbody>
          ${found.slice(0, MOST_SHOWN).map(
            ({ path, inFile, counted }) =>
              html`<tr>
                <td><code>${path}</code></td>
                <td><code>${shownValue(inFile)}</code></td>
                <td><code>${shownValue(counted)}</code></td>
              </tr>`,
          )}
        </tbody>
      </table>
      ${
        left > 0
          ? html`<p class="quiet">${msg(str`… and ${formatNumber(left)} more`, { id: 'recount.more' })}</p>`
          : nothing
      }
    </div>`;
  }

  private roundItem({ board }: RecountedFile, { recounted, round, number }: CountedAgain): TemplateResult {
    if (round === undefined) {
      return html`<li>
        <p class="differs">${msg(str`The log tells of no round “${recounted.id}”.`, { id: 'recount.no-round' })}</p>
      </li>`;
    }
    const same = recounted.differences.length === 0;
    const how = [methodName(round.method), ruleName(round.rule, round.method), secrecyName(round.secrecy)];
    return html`<li>
      <h3>${roundTitle(number)}</h3>
      <p class="quiet">
        ${how.join(' · ')}
        ${
          round.ballotsHash === undefined
            ? nothing
            : html`· ${msg(str`fingerprint ${fingerprint(round.ballotsHash)}`, { id: 'recount.fingerprint-of' })}`
        }
      </p>
      <p class=${same ? '' : 'differs'}>${basisWords(recounted)}</p>
      ${
        same && round.result !== undefined && round.method !== 'consent'
          ? html`<p>${verdictWords(board, round.result)}</p>`
          : nothing
      }
      ${this.differencesTable(recounted.differences)}
    </li>`;
  }

  override render() {
    const { counted } = this;
    if (counted === undefined) return nothing;
    const { board, consistent, rounds, log } = counted;
    return html`<section aria-labelledby="verdict">
      <p class="quiet">${counted.name}</p>
      <h2 id="verdict">${board.title}</h2>
      <p class=${consistent ? 'same' : 'differs'} role="status">
        ${
          consistent
            ? msg('✓ This file is consistent with itself.', { id: 'recount.consistent' })
            : msg('✗ This file contradicts itself.', { id: 'recount.contradicts' })
        }
      </p>
      ${
        rounds.length === 0
          ? html`<p>${msg('No round has been revealed in it.', { id: 'recount.none' })}</p>`
          : html`<ul>
              ${rounds.map((round) => this.roundItem(counted, round))}
            </ul>`
      }
      <ul>
        <li>
          <h3>${msg('The log', { id: 'recount.log' })}</h3>
          <p class=${log.length === 0 ? '' : 'differs'}>
            ${
              log.length === 0
                ? msg(str`Its ${formatNumber(board.revision)} events, their chain and the board agree.`, {
                    id: 'recount.log-agrees',
                  })
                : msg('The events, their chain and the board do not agree.', { id: 'recount.log-differs' })
            }
          </p>
          ${this.differencesTable(log)}
        </li>
      </ul>
      <p class="quiet">
        ${msg(
          'A file that is consistent may still have been made up from beginning to end. A fingerprint noted at the reveal says that it was not.',
          { id: 'recount.limits' },
        )}
      </p>
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'palabre-recount-verdict': PalabreRecountVerdict;
  }
}
