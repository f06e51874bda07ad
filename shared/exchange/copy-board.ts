// What a new board takes over from another one: its structure, its notes if wanted, and its past where the question is
// asked again. Nobody who was on it, no open votes, and no decision of its own.
import type { Note, Previous, Round, Target } from '../board/board.ts';
import type { BoardCreated } from '../board/events.ts';
import { withMentions } from '../board/mentions.ts';
import type { Snapshot } from '../board/snapshot.ts';

export interface CopyWish {
  readonly notes: boolean;
  /** The new board also carries the old results, to stand against what it will come to. */
  readonly redecide?: boolean;
}

export type CopiedBoard = Omit<BoardCreated, 'type' | 'id' | 'code'>;

/** What an old round came to. Its ballots stay where they were cast, and so do its voters' names. */
function pastRound({ progress, ...round }: Round): Round {
  const { voted: _, ...counts } = progress ?? { cast: 0, done: 0, eligible: 0 };
  return { ...round, ...(progress !== undefined && { progress: counts }), imported: true };
}

const pastRounds = ({ rounds }: Snapshot): readonly Round[] =>
  rounds.filter(({ state, result }) => state === 'revealed' && result !== undefined).map(pastRound);

interface Kept {
  readonly options: ReadonlySet<string>;
  readonly criteria: ReadonlySet<string>;
}

const isKept = (target: Target, { options, criteria }: Kept): boolean =>
  (!('option' in target) || options.has(target.option)) && (!('criterion' in target) || criteria.has(target.criterion));

/** A note as if it had come with the board: without its writer, and names in the place of mentions. */
function keptNotes({ notes, members }: Snapshot, kept: Kept): readonly Note[] {
  const names = new Map(members.map(({ id, name }) => [id, name]));
  const written = new Set<string>();
  return notes.flatMap((note): Note[] => {
    const { by: _, removed, redacted, ...rest } = note;
    const { target, parent } = note;
    if (removed === true || (parent !== undefined && !written.has(parent))) return [];
    if (!isKept(target, kept)) return [];
    written.add(note.id);
    return [
      {
        ...rest,
        text: withMentions(note.text, (member) => names.get(member)),
        support: [],
        ...(redacted !== undefined && { redacted: { hash: redacted.hash, at: redacted.at } }),
      },
    ];
  });
}

function previousOf({ id, title, decision }: Snapshot, at: string): Previous {
  if (decision === undefined) return { board: id, title, at };
  const { by: _by, deciders: _deciders, supersededBy: _supersededBy, ...decided } = decision;
  return { board: id, title, decision: decided, at };
}

/** As it was planned, not how it went. */
function agendaOf({ agenda = [] }: Snapshot, kept: Kept) {
  return agenda.flatMap((item) => {
    const { startedAt: _, ...planned } = item;
    return item.target === undefined || isKept(item.target, kept) ? [planned] : [];
  });
}

/** `at`: when the source was read. */
export function copiedBoard(source: Snapshot, { notes, redecide = false }: CopyWish, at: string): CopiedBoard {
  const rounds = redecide ? pastRounds(source) : [];
  // What was taken away since stays known where old results name it.
  const asked = new Set(rounds.flatMap(({ options }) => options));
  const weighed = new Set(rounds.flatMap(({ criteria }) => criteria.map(({ id }) => id)));
  const decided = new Set(redecide ? source.decision?.options : []);
  const options = source.options.filter(({ id, removed }) => !removed || asked.has(id) || decided.has(id));
  const criteria = source.criteria.filter(({ id, removed }) => !removed || weighed.has(id));
  const ids = (things: readonly { readonly id: string }[]) => new Set(things.map(({ id }) => id));
  const kept = { options: ids(options), criteria: ids(criteria) };
  const agenda = agendaOf(source, kept);
  return {
    title: source.title,
    question: source.question,
    language: source.language,
    entry: source.entry,
    phase: redecide ? 'discuss' : 'frame',
    options,
    criteria,
    notes: notes ? keptNotes(source, kept) : [],
    ...(agenda.length > 0 && { agenda }),
    ...(rounds.length > 0 && { rounds }),
    ...(redecide && { previous: previousOf(source, at) }),
  };
}
