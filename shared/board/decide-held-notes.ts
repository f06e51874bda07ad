// Decides on silent writing: notes that the open round holds back until its reveal.
import { BOUNDS } from '../bounds.ts';
import { ok, reject } from '../result.ts';
import { openRound } from './board.ts';
import { missingPart, sameTarget } from './decide-people.ts';
import { taking } from './decide-rounds.ts';
import type { Deciders } from './decider.ts';

export const heldNoteDeciders = {
  'note.hold': (board, { round: id, note, target, kind, text }, { now, by = '', limits, box }) => {
    const found = taking(board, id, now);
    if (!found.ok) return found;
    if (found.round.silentNotes === undefined) return reject('invalid', 'round');
    if (board.notes.has(note)) return reject('exists', 'note');
    const mine = box.heldMine(id);
    const before = mine.find((held) => held.note === note);
    // What was written about an option that is gone by now may still be put better.
    const missing = before && sameTarget(before.target, target) ? undefined : missingPart(board, target);
    if (missing !== undefined) return reject('not-found', `target.${missing}`);
    const isFull = mine.length >= BOUNDS.heldNotes || board.notes.size + box.heldCount(id) >= limits.notes;
    if (before === undefined && isFull) return reject('too-many', 'notes');
    return ok({ events: [], held: { kind: 'put', round: id, member: by, held: { note, target, kind, text } } });
  },
  'note.discard': (board, { note }, { now, by = '', box }) => {
    const found = taking(board, openRound(board)?.id ?? '', now);
    if (!found.ok) return reject('round-not-open', 'note');
    const { id } = found.round;
    if (!box.heldMine(id).some((held) => held.note === note)) return reject('not-found', 'note');
    return ok({ events: [], held: { kind: 'drop', round: id, member: by, note } });
  },
} satisfies Deciders<'note.hold' | 'note.discard'>;
