// The lists of notes that are looked for most: open questions, open risks, and what is new since the last visit.
import { msg } from '@lit/localize';
import { type TemplateResult, html, nothing } from 'lit';
import { formatNumber } from '../../i18n/format.ts';

export type NoteList = 'questions' | 'risks' | 'changes';

const WORDS: Readonly<Record<NoteList, () => string>> = {
  questions: () => msg('Open questions', { id: 'notes.open-questions' }),
  risks: () => msg('Open risks', { id: 'notes.open-risks' }),
  changes: () => msg('New since your last visit', { id: 'notes.since-visit' }),
};

/** `counts` has an entry for each list that is offered; a list without notes is not. */
export function listsTemplate(
  counts: Readonly<Partial<Record<NoteList, number>>>,
  shown: NoteList | undefined,
  choose: (list: NoteList | undefined) => void,
): TemplateResult | typeof nothing {
  const lists = (['questions', 'risks', 'changes'] as const).filter(
    (list) => (counts[list] ?? 0) > 0 || list === shown,
  );
  if (lists.length === 0) return nothing;
  return html`<div class="lists" role="group" aria-label=${msg('Lists', { id: 'notes.lists' })}>
    ${lists.map(
      (list) =>
        html`<button
          class="button small"
          type="button"
          aria-pressed=${list === shown}
          @click=${() => choose(list === shown ? undefined : list)}
        >
          ${WORDS[list]()} <span class="count">${formatNumber(counts[list] ?? 0)}</span>
        </button>`,
    )}
  </div>`;
}
