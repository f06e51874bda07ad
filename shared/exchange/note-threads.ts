// Notes as people read them: what was said first, and under it everything that answers it, however deep.
import type { Note } from '../board/board.ts';
import type { ExportNames } from './export-names.ts';
import type { ExportWords } from './export-words.ts';
import { markdownLines, markdownText } from './markdown-text.ts';

export interface Thread {
  readonly first: Note;
  /** In order of writing. Flat, so that a long exchange costs no more than its notes. */
  readonly answers: readonly Note[];
}

/** The threads of notes in order of writing. An answer to a note that is not among them begins a thread of its own. */
export function threadsOf(notes: readonly Note[]): readonly Thread[] {
  const answersOf = new Map<string, Note[]>();
  const firstOf = new Map<string, Note>();
  for (const note of notes) {
    const first = note.parent === undefined ? undefined : firstOf.get(note.parent);
    firstOf.set(note.id, first ?? note);
    if (first === undefined) answersOf.set(note.id, []);
    else answersOf.get(first.id)?.push(note);
  }
  return notes.flatMap((first) => {
    const answers = answersOf.get(first.id);
    return answers === undefined ? [] : [{ first, answers }];
  });
}

/** The text of a note, or what stands in its place since it was redacted. */
export function saidIn({ text, redacted }: Note, words: ExportWords, names: ExportNames): string {
  if (redacted === undefined) return names.mentioned(text);
  return `[${words.redacted} ${redacted.at.slice(0, 10)}, SHA-256 ${redacted.hash}]`;
}

function item(note: Note, words: ExportWords, names: ExportNames, indent: string): string {
  const by = note.by === undefined ? '' : ` (${markdownText(names.member(note.by))})`;
  const marks = [
    ...(note.support.length > 0 ? [`+${note.support.length}`] : []),
    ...(note.resolved === true ? [words.resolved] : []),
  ];
  const text = markdownLines(saidIn(note, words, names), `${indent}  `);
  const marked = marks.length > 0 ? ` \\[${marks.join(', ')}\\]` : '';
  return `${indent}- **${words.notes[note.kind]}**${words.colon}${text}${by}${marked}`;
}

/** A thread as a list item, with its answers as a list below it. */
export const threadMarkdown = ({ first, answers }: Thread, words: ExportWords, names: ExportNames): string =>
  [item(first, words, names, ''), ...answers.map((answer) => item(answer, words, names, '  '))].join('\n');
