// The six kinds of notes: their order, their words, and the sign that goes with the colour.
import { msg } from '@lit/localize';
import { type TemplateResult, html, nothing } from 'lit';
import type { NoteKind } from '../../../shared/board/board.ts';

export const NOTE_KINDS: readonly NoteKind[] = ['pro', 'con', 'question', 'risk', 'evidence', 'note'];

const WORDS: Readonly<Record<NoteKind, () => string>> = {
  pro: () => msg('Pro', { id: 'notes.pro' }),
  con: () => msg('Con', { id: 'notes.con' }),
  question: () => msg('Question', { id: 'notes.question' }),
  risk: () => msg('Risk', { id: 'notes.risk' }),
  evidence: () => msg('Evidence', { id: 'notes.evidence' }),
  note: () => msg('Note', { id: 'notes.note' }),
};
const SIGNS: Readonly<Partial<Record<NoteKind, string>>> = { pro: '+', con: '−', question: '?', risk: '!' };

export const kindWord = (kind: NoteKind): string => WORDS[kind]();

/** The sign and the word, without the chip around them. */
export function kindLabel(kind: NoteKind): TemplateResult {
  const sign = SIGNS[kind];
  return html`${sign === undefined ? nothing : html`<span aria-hidden="true">${sign}</span> `}${kindWord(kind)}`;
}

export const kindChip = (kind: NoteKind): TemplateResult => html`<span class="chip ${kind}">${kindLabel(kind)}</span>`;
