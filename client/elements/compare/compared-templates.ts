// Draws one cell, one fact and one argument of a comparison.
import { msg, str } from '@lit/localize';
import { type TemplateResult, html, nothing } from 'lit';
import { type Board, type Criterion, type Fact, type Option, criterionOf } from '../../../shared/board/board.ts';
import type { MyBallot } from '../../board-view.ts';
import { redactedWords } from '../notes/redacted-template.ts';
import { formatNumber } from '../../i18n/format.ts';
import { emit } from '../board-events.ts';
import { ageTemplate, stageOf } from '../editing/fact-age-words.ts';
import { factDate, hostOf } from '../editing/fact-words.ts';
import { distributionWords, meanText, ownWords } from '../matrix/distribution-words.ts';
import { HISTOGRAM_BOX, histogramBars } from '../matrix/histogram.ts';
import { ownScore } from '../matrix/own-progress.ts';
import '../notes/markdown.ts';
import type { Thread } from '../notes/note-threads.ts';
import type { ComparedCell } from './comparison.ts';

/** `host` is where the selection of the cell is sent from. */
export function cellTemplate(
  host: EventTarget,
  option: Option,
  criterion: Criterion,
  { asked, counts, mean, best }: ComparedCell,
  mine: MyBallot | undefined,
): TemplateResult {
  if (counts === undefined) {
    const words = asked
      ? msg('nobody scored', { id: 'compare.nobody' })
      : msg('not asked', { id: 'compare.not-asked' });
    return html`<td role="cell" class="quiet">${words}</td>`;
  }
  const own = ownScore(mine, option.id, criterion.id);
  const said = [
    mean === null ? '' : meanText(mean),
    best ? msg('highest here', { id: 'compare.highest' }) : '',
    distributionWords(counts),
    ownWords(own),
  ].filter((text) => text !== '');
  const open = (): void =>
    emit(host, 'target-selected', { target: { kind: 'cell', option: option.id, criterion: criterion.id }, open: true });
  return html`<td role="cell">
    <button
      class=${best ? 'cell best' : 'cell'}
      type="button"
      aria-label=${`${option.name}, ${criterion.name}: ${said.join(', ')}`}
      @click=${open}
    >
      <span class="mean">${mean === null ? '–' : meanText(mean)}</span>
      <svg aria-hidden="true" viewBox=${HISTOGRAM_BOX}>${histogramBars(counts, own)}</svg>
    </button>
  </td>`;
}

export function factTemplate(fact: Fact | undefined, today: string): TemplateResult {
  if (fact === undefined) return html`<span class="quiet">–</span>`;
  const { value, source, asOf } = fact;
  const dated = asOf === undefined ? '' : msg(str`as of ${factDate(asOf)}`, { id: 'compare.as-of' });
  return html`<span class="value ${stageOf(asOf, today)}">${value}</span>${
      source === undefined && dated === ''
        ? nothing
        : html`<span class="from"
            >${
              source === undefined
                ? nothing
                : html`<a href=${source} target="_blank" rel="noopener noreferrer">${hostOf(source)}</a>`
            }
            ${dated} ${ageTemplate(asOf, today)}</span
          >`
    }`;
}

/** Its text, with the criterion it is about and how many support it. */
export function argumentTemplate(board: Board, { note }: Thread): TemplateResult {
  const { target, support } = note;
  const about = 'criterion' in target ? (criterionOf(board, target.criterion)?.name ?? '') : '';
  const count = formatNumber(support.length);
  return html`<li>
    ${
      note.redacted === undefined
        ? html`<palabre-markdown .text=${note.text} .members=${board.members}></palabre-markdown>`
        : html`<em>${redactedWords(note.redacted, board.members.get(note.redacted.by ?? '')?.name ?? '')}</em>`
    }
    <div class="about">
      ${about === '' ? nothing : html`<span>${about}</span>`}
      ${
        support.length === 0
          ? nothing
          : html`<span role="img" aria-label=${msg(str`Support: ${count}`, { id: 'notes.support-count' })}
              >▲ ${count}</span
            >`
      }
    </div>
  </li>`;
}
