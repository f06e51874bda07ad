// Folds what people do: notes, who is on the board, and what was decided.
import type { Board, Decision, Member, Note } from './board.ts';
import { type EventOf, type Evolvers, pick, removed, restored } from './evolver.ts';

function changeEntry<T>(things: ReadonlyMap<string, T>, id: string, edit: (thing: T) => T): ReadonlyMap<string, T> {
  const thing = things.get(id);
  return thing === undefined ? things : new Map(things).set(id, edit(thing));
}

function newNote(event: EventOf<'note.added'>): Note {
  const { note: id, target, kind, text, at } = event;
  return { id, target, kind, text, at, support: [], ...pick(event, ['by', 'parent']) };
}

/** Where the text still is in older events of a log, it goes from the board here. */
function redacted(note: Note, { hash, at, by }: EventOf<'note.redacted'>): Note {
  return { ...note, text: '', redacted: { hash, at, ...(by !== undefined && { by }) } };
}

function supported(note: Note, by: string, on: boolean): Note {
  const others = note.support.filter((member) => member !== by);
  return { ...note, support: on ? [...others, by] : others };
}

function admitted(member: Member): Member {
  const { waiting: _, ...rest } = member;
  return rest;
}

function resolved(note: Note, on: boolean): Note {
  const { resolved: _, ...rest } = note;
  return on ? { ...rest, resolved: true } : rest;
}

const inNote = (board: Board, id: string, edit: (note: Note) => Note): Board => ({
  ...board,
  notes: changeEntry(board.notes, id, edit),
});
const inMember = (board: Board, id: string, edit: (member: Member) => Member): Board => ({
  ...board,
  members: changeEntry(board.members, id, edit),
});

const DECISION_FIELDS = ['options', 'status', 'summary', 'round', 'deciders', 'reviewOn', 'supersededBy', 'at', 'by'];

export const peopleEvolvers = {
  'note.added': (board, event) => ({ ...board, notes: new Map(board.notes).set(event.note, newNote(event)) }),
  'note.edited': (board, { note: id, text, kind, at }) =>
    inNote(board, id, (note) => ({ ...note, text, kind: kind ?? note.kind, editedAt: at })),
  'note.removed': (board, event) => inNote(board, event.note, removed),
  'note.restored': (board, event) => inNote(board, event.note, restored),
  'note.redacted': (board, event) => inNote(board, event.note, (note) => redacted(note, event)),
  'note.resolved': (board, event) => inNote(board, event.note, (note) => resolved(note, event.on)),
  'note.supported': (board, event) => inNote(board, event.note, (note) => supported(note, event.by ?? '', event.on)),
  'member.joined': (board, { member: id, name, role, waiting }) => ({
    ...board,
    members: new Map(board.members).set(id, { id, name, role, ...(waiting === true && { waiting }) }),
  }),
  'member.admitted': (board, event) => inMember(board, event.member, admitted),
  'member.added': (board, { member: id, name }) => ({
    ...board,
    members: new Map(board.members).set(id, { id, name, role: 'voter', guest: true }),
  }),
  'member.renamed': (board, { member: id, name }) => inMember(board, id, (member) => ({ ...member, name })),
  'member.assigned': (board, { member: id, role }) => inMember(board, id, (member) => ({ ...member, role })),
  'member.removed': (board, event) => inMember(board, event.member, removed),
  // Keys are no part of what everybody sees.
  'key.rotated': (board) => board,
  'decision.set': (board, event) => ({ ...board, decision: pick(event, DECISION_FIELDS) as Decision }),
} satisfies Evolvers<
  | `member.${'joined' | 'admitted' | 'added' | 'renamed' | 'assigned' | 'removed'}`
  | 'key.rotated'
  | `note.${'added' | 'edited' | 'removed' | 'restored' | 'resolved' | 'supported' | 'redacted'}`
  | 'decision.set'
>;
