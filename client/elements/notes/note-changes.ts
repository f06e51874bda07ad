// Owns which notes are new or changed since somebody's last visit; what one wrote oneself is not.
import type { Note } from '../../../shared/board/board.ts';
import type { You } from '../../../shared/protocol.ts';
import { type Thread, isAuthor } from './note-threads.ts';

export type ChangeMark = 'new' | 'changed';

/** `since`: the server's time of the last visit, in ms; undefined on a first visit, which marks nothing. */
export function changeOf(note: Note, since: number | undefined, you: You | undefined): ChangeMark | undefined {
  if (since === undefined || note.removed === true || isAuthor(note, you)) return undefined;
  if (Date.parse(note.at) > since) return 'new';
  return note.editedAt !== undefined && Date.parse(note.editedAt) > since ? 'changed' : undefined;
}

export const hasChanges = ({ note, replies }: Thread, since: number | undefined, you: You | undefined): boolean =>
  [note, ...replies].some((one) => changeOf(one, since, you) !== undefined);
