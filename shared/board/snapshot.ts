// A board as it travels and is kept whole: plain JSON. Going there and back is identity.
import type {
  AgendaItem,
  Board,
  Criterion,
  Decision,
  Entry,
  Led,
  Member,
  Note,
  Option,
  Phase,
  Previous,
  Round,
  Timer,
} from './board.ts';
import type { Language } from '../rejections.ts';

export interface Snapshot {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly question: string;
  readonly language: Language;
  readonly phase: Phase;
  readonly entry: Entry;
  readonly locked: boolean;
  readonly approval?: true;
  readonly createdAt: string;
  readonly options: readonly Option[];
  readonly criteria: readonly Criterion[];
  readonly members: readonly Member[];
  readonly notes: readonly Note[];
  readonly rounds: readonly Round[];
  readonly decision?: Decision;
  readonly agenda?: readonly AgendaItem[];
  readonly timer?: Timer;
  readonly led?: Led;
  readonly previous?: Previous;
}

export function toSnapshot(board: Board): Snapshot {
  const { revision: _, members, notes, ...rest } = board;
  return { ...rest, members: [...members.values()], notes: [...notes.values()] };
}

export function fromSnapshot(snapshot: Snapshot, revision: number): Board {
  const { members, notes, ...rest } = snapshot;
  return {
    ...rest,
    revision,
    members: new Map(members.map((member) => [member.id, member])),
    notes: new Map(notes.map((note) => [note.id, note])),
  };
}
