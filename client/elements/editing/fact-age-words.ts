// A fact's age as it is seen and read: nothing in its first year, then in words and in how it looks.
import { msg, str } from '@lit/localize';
import { type TemplateResult, css, html, nothing } from 'lit';
import { type FactStage, factAge } from '../../../shared/analysis/fact-age.ts';
import { plural } from '../../i18n/plural.ts';

/** `today`: a day, as in `2026-11-23`; empty where it is not known, and then nothing has an age. */
export const stageOf = (asOf: string | undefined, today: string): FactStage =>
  asOf === undefined || today === '' ? 'fresh' : factAge(asOf, today).stage;

export function ageWords(asOf: string | undefined, today: string): string {
  if (asOf === undefined || stageOf(asOf, today) === 'fresh') return '';
  const { years } = factAge(asOf, today);
  return plural(years, {
    one: () => msg(str`${years} year old`, { id: 'editing.age-one' }),
    other: () => msg(str`${years} years old`, { id: 'editing.age-other' }),
  });
}

/** Stands after "as of …". */
export function ageTemplate(asOf: string | undefined, today: string): TemplateResult | typeof nothing {
  const words = ageWords(asOf, today);
  return words === '' ? nothing : html`<span class="age ${stageOf(asOf, today)}">${words}</span>`;
}

/** `value aging` and `value old` are for the fact itself. */
export const factAgeStyles = css`
  .age {
    display: inline-block;
    padding: 0 6px;
    border: 1px dashed var(--control);
    border-radius: var(--radius-s);
    color: var(--ink-2);
    white-space: nowrap;
  }
  .age.old {
    border-style: solid;
    border-color: var(--warning);
    color: var(--warning);
    font-weight: 600;
  }
  .value.aging,
  .value.old {
    color: var(--ink-2);
    text-decoration: underline dotted var(--control);
    text-underline-offset: 3px;
  }
  .value.old {
    font-style: italic;
    text-decoration-color: var(--warning);
  }
`;
