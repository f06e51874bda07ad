// What the panel says of an option or a criterion before its notes.
import { msg, str } from '@lit/localize';
import { type TemplateResult, html, nothing } from 'lit';
import type { Criterion, Option } from '../../../shared/board/board.ts';
import { formatNumber } from '../../i18n/format.ts';
import { emit } from '../board-events.ts';
import '../editing/facts.ts';
import { hostOf } from '../editing/fact-words.ts';
import '../editing/weight-stepper.ts';

/** `0 = thin · 5 = vast`; empty when neither is written down. */
export function scaleWords({ low, high }: Criterion): string {
  const ends = [
    low === undefined || low === '' ? '' : `0 = ${low}`,
    high === undefined || high === '' ? '' : `5 = ${high}`,
  ];
  return ends.filter((text) => text !== '').join(' · ');
}

export function optionTemplate(option: Option, editsFacts: boolean, today: string): TemplateResult | typeof nothing {
  const { summary = '', url = '', facts } = option;
  if (summary === '' && url === '' && facts.length === 0 && !editsFacts) return nothing;
  return html`<section class="about">
    ${summary === '' ? nothing : html`<p>${summary}</p>`}
    ${url === '' ? nothing : html`<a href=${url} target="_blank" rel="noopener noreferrer">${hostOf(url)}</a>`}
    <palabre-facts .option=${option} .editable=${editsFacts} .today=${today}></palabre-facts>
  </section>`;
}

function endsTemplate({ low = '', high = '' }: Criterion): TemplateResult | typeof nothing {
  if (low === '' && high === '') return nothing;
  return html`<dl class="ends">
    ${
      low === ''
        ? nothing
        : html`<dt>0</dt>
            <dd>${low}</dd>`
    }
    ${
      high === ''
        ? nothing
        : html`<dt>5</dt>
            <dd>${high}</dd>`
    }
  </dl>`;
}

/** `host` is where the change of a weight is sent from. */
export function criterionTemplate(host: EventTarget, criterion: Criterion, editable: boolean): TemplateResult {
  const { id, name, description = '', weight, mustHave } = criterion;
  const changed = (event: CustomEvent<number>): void =>
    emit(host, 'criterion-edited', { criterion: id, weight: event.detail });
  return html`<section class="about">
    ${description === '' ? nothing : html`<p>${description}</p>`} ${endsTemplate(criterion)}
    <div class="line">
      ${
        editable
          ? html`<span class="quiet-words">${msg('Weight', { id: 'notes.weight' })}</span>
              <palabre-weight-stepper
                .weight=${weight}
                .name=${name}
                @weight-changed=${changed}
              ></palabre-weight-stepper>`
          : html`<span>${msg(str`weight ${formatNumber(weight)}`, { id: 'notes.weight-is' })}</span>`
      }
      ${
        mustHave === undefined
          ? nothing
          : html`<strong>${msg(str`must have ≥ ${formatNumber(mustHave)}`, { id: 'notes.must-have' })}</strong>`
      }
    </div>
  </section>`;
}
