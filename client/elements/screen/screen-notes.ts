// The stream of notes on the big screen: the newest first, a few at a time, large.
import { msg } from '@lit/localize';
import { type TemplateResult, css, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Board, Note } from '../../../shared/board/board.ts';
import { withMentions } from '../../../shared/board/mentions.ts';
import { kindChip } from '../notes/note-kinds.ts';
import '../notes/markdown.ts';
import { targetName } from '../targets.ts';
import { showsNames } from './screen-modes.ts';

export const NOTES_A_PAGE = 3;
/** Older ones are not news any more. */
const MOST_PAGES = 4;

/** The newest first. */
export function screenNotes(board: Board): readonly Note[] {
  const standing = [...board.notes.values()].filter(({ removed, text }) => removed !== true && text !== '');
  return standing.toReversed().slice(0, NOTES_A_PAGE * MOST_PAGES);
}

function noteTemplate(board: Board, note: Note, names: boolean): TemplateResult {
  const author = names ? (board.members.get(note.by ?? '')?.name ?? '') : '';
  const about = note.target.kind === 'board' ? '' : targetName(board, note.target);
  const text = names ? note.text : withMentions(note.text, () => '…');
  return html`<li class="note">
    <p class="of">
      ${kindChip(note.kind)} ${about === '' ? nothing : html`<span class="about">${about}</span>`}
      ${author === '' ? nothing : html`<span class="author">${author}</span>`}
    </p>
    <div class="text"><palabre-markdown .text=${text} .members=${board.members}></palabre-markdown></div>
  </li>`;
}

export function notesTemplate(board: Board, notes: readonly Note[]): TemplateResult {
  if (notes.length === 0) {
    return html`<p class="big question">${msg('What is written stands here.', { id: 'screen.notes-none' })}</p>`;
  }
  const names = showsNames(board);
  return html`<ol class="stream">
    ${repeat(
      notes,
      ({ id }) => id,
      (note) => noteTemplate(board, note, names),
    )}
  </ol>`;
}

export const screenNotesStyles = css`
  .stream {
    display: flex;
    flex: 1;
    flex-direction: column;
    gap: 2.4cqh;
    min-height: 0;
    margin: 0;
    padding: 0;
    overflow: hidden;
    list-style: none;
  }
  .note {
    padding-top: 1.8cqh;
    border-top: 1px solid var(--hairline);
    animation: arrive var(--calm) ease-out;
  }
  @keyframes arrive {
    from {
      opacity: 0;
    }
  }
  .of {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 1.6cqw;
    font: 600 min(4.4cqh, 5cqw) / 1.2 var(--font-heading);
  }
  .of .chip {
    padding: 0.2em 0.7em;
    font-size: min(3cqh, 4cqw);
  }
  .author {
    margin-inline-start: auto;
    color: var(--ink-2);
    font-size: min(3.4cqh, 4cqw);
    font-weight: 500;
  }
  .text {
    display: -webkit-box;
    overflow: hidden;
    margin-top: 0.8cqh;
    font-size: min(6cqh, 6cqw);
    line-height: 1.22;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
  }
  .text palabre-markdown {
    display: contents;
  }
  @media (prefers-reduced-motion: reduce) {
    .note {
      animation: none;
    }
  }
`;
