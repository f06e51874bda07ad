// The lists of notes that are looked for most: open questions, open risks, mentions, what is new since the last visit.
import { msg } from '@lit/localize';
import { type TemplateResult, html, nothing } from 'lit';
import { formatNumber } from '../../i18n/format.ts';
import { NOTE_LISTS, type NoteList } from '../../note-filter.ts';

const WORDS: Readonly<Record<NoteList, () => string>> = {
  questions: () => msg('Open questions', { id: 'notes.open-questions' }),
  risks: () => msg('Open risks', { id: 'notes.open-risks' }),
  mentions: () => msg('Mention you', { id: 'notes.mention-you' }),
  changes: () => msg('New since your last visit', { id: 'notes.since-visit' }),
};

/** `all`: lists that hold a note at all; others are not offered. `counts`: what each would leave of what is shown. */
export function listsTemplate(
  counts: ReadonlyMap<NoteList, number>,
  all: ReadonlySet<NoteList>,
  shown: NoteList | undefined,
  choose: (list: NoteList | undefined) => void,
): TemplateResult | typeof nothing {
  const lists = NOTE_LISTS.filter((list) => all.has(list) || list === shown);
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
          ${WORDS[list]()} <span class="count">${formatNumber(counts.get(list) ?? 0)}</span>
        </button>`,
    )}
  </div>`;
}
