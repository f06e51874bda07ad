// The button by which a voter starts from their own earlier scores. Nothing is ever filled in by itself.
import { msg, str } from '@lit/localize';
import { type TemplateResult, html, nothing } from 'lit';
import { formatNumber } from '../../i18n/format.ts';
import { emit } from '../board-events.ts';
import type { EarlierScores } from './earlier-scores.ts';

export function earlierButton(
  element: EventTarget,
  earlier: EarlierScores | undefined,
  look = '',
): TemplateResult | typeof nothing {
  if (earlier === undefined) return nothing;
  const { ballot, count } = earlier;
  return html`<button
    class="button ${look}"
    type="button"
    title=${msg('They were kept on this device, for you alone. You can change each of them.', {
      id: 'outcome.earlier-hint',
    })}
    @click=${() => emit(element, 'ballot-chosen', { ballot: ballot as { cells: typeof ballot.cells } })}
  >
    ${msg(str`Start from my earlier scores (${formatNumber(count)})`, { id: 'outcome.earlier' })}
  </button>`;
}
