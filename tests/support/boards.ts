// Boards, contexts and ids for tests of the rules.
import { type Board, eligibleCount } from '../../shared/board/board.ts';
import { DEFAULT_BOARD_LIMITS } from '../../shared/bounds.ts';
import type { Command, CommandOf, CommandType } from '../../shared/board/commands.ts';
import { decide } from '../../shared/board/decide.ts';
import type { BoxView, Context, Outcome } from '../../shared/board/decider.ts';
import { fold } from '../../shared/board/evolve.ts';
import { type Event, type EventBody, placeEvents } from '../../shared/board/events.ts';
import type { HeldChange, HeldNote, WrittenNote } from '../../shared/board/held-notes.ts';
import { redactionHash } from '../../shared/board/redaction-hash.ts';
import type { Result } from '../../shared/result.ts';
import { isoTime } from '../../shared/time.ts';
import type { StoredBallot } from '../../shared/voting/ballots.ts';
import { type PublishedBallot, countRound } from '../../shared/voting/round-count.ts';

/** A Monday morning. Every test starts here, and time moves only where a test moves it. */
export const START = Date.UTC(2026, 10, 23, 9, 0, 0);

/** A board with options flask, django, bottle; criteria speed (weight 2), docs (weight 1); Ada facilitates, Bo and Cy vote. */
export const OPENING: readonly EventBody[] = [
  {
    type: 'board.created',
    id: 'board-under-test',
    code: '7KQ2MX4P',
    title: 'Which framework?',
    question: '',
    language: 'en',
    entry: 'voter',
    phase: 'frame',
    options: [
      { id: 'flask', name: 'Flask', facts: [] },
      { id: 'django', name: 'Django', facts: [] },
      { id: 'bottle', name: 'Bottle', facts: [] },
    ],
    criteria: [
      { id: 'speed', name: 'Speed', weight: 2 },
      { id: 'docs', name: 'Documentation', weight: 1 },
    ],
    notes: [],
  },
  { type: 'member.joined', member: 'ada', name: 'Ada', role: 'facilitator' },
  { type: 'member.joined', member: 'bo', name: 'Bo', role: 'voter' },
  { type: 'member.joined', member: 'cy', name: 'Cy', role: 'voter' },
];

export const openingEvents = (): Event[] => placeEvents(OPENING, 0, isoTime(START));
export const boardUnderTest = (...more: EventBody[]): Board =>
  fold([...openingEvents(), ...placeEvents(more, OPENING.length, isoTime(START), 'ada')]);

const withoutPlace = ({ note, target, kind, text }: HeldNote): HeldNote => ({ note, target, kind, text });

/** A ballot box in memory, as simple as can be, and the note box beside it. */
export class Boxes implements BoxView {
  readonly ballots = new Map<string, Map<string, StoredBallot>>();
  /** Notes that rounds hold back, with their authors also where the server would have forgotten them. */
  notes: readonly (WrittenNote & { readonly round: string; readonly member: string })[] = [];
  private readonly board: () => Board;
  private readonly by: () => string | undefined;

  constructor(board: () => Board, by: () => string | undefined) {
    this.board = board;
    this.by = by;
  }

  mine(round: string): StoredBallot | undefined {
    return this.ballots.get(round)?.get(this.by() ?? '');
  }

  recorded(round: string, guest: string): StoredBallot | undefined {
    return this.ballots.get(round)?.get(guest);
  }

  tieHash(round: string): string {
    return `hash of the seed of ${round}`;
  }

  closing(round: string): ReturnType<BoxView['closing']> {
    const ballots = [...(this.ballots.get(round)?.values() ?? [])];
    const done = ballots.filter((ballot) => ballot.done).length;
    const guests = [...(this.ballots.get(round)?.keys() ?? [])].filter((id) => this.board().members.get(id)?.guest);
    const progress = {
      cast: ballots.length,
      done,
      eligible: eligibleCount(this.board()),
      ...(guests.length > 0 && { recorded: guests.length }),
    };
    return { tieSeed: `seed of ${round}`, version: ballots.length, progress };
  }

  heldMine(id: string): readonly HeldNote[] {
    return this.notes.filter(({ round, member }) => round === id && member === this.by()).map(withoutPlace);
  }

  heldCount(id: string): number {
    return this.notes.filter(({ round }) => round === id).length;
  }

  held(id: string): readonly WrittenNote[] {
    const signed = this.board().rounds.find((round) => round.id === id)?.silentNotes === 'signed';
    return this.notes
      .filter(({ round }) => round === id)
      .map((note) => ({ ...withoutPlace(note), ...(signed && { member: note.member }) }));
  }

  seal(text: string): string {
    return redactionHash('salt', text);
  }

  change(change: HeldChange): void {
    const { member } = change;
    if (change.kind === 'leave') {
      this.notes = this.notes.filter((note) => note.member !== member);
      return;
    }
    const id = change.kind === 'put' ? change.held.note : change.note;
    this.notes = this.notes.filter((note) => note.note !== id || note.member !== member);
    if (change.kind === 'put') this.notes = [...this.notes, { ...change.held, round: change.round, member }];
  }

  counted(id: string): ReturnType<BoxView['counted']> {
    const round = this.board().rounds.find((candidate) => candidate.id === id);
    if (round === undefined) throw new Error(`no round ${id}`);
    const ballots = [...(this.ballots.get(id) ?? [])].map(([member, { ballot }]): PublishedBallot => ({
      member,
      ballot,
    }));
    return countRound(round, ballots);
  }
}

/** One board that commands are done to, one after another. */
export class Table {
  readonly events: Event[];
  board: Board;
  now = START;
  private by: string | undefined;
  readonly boxes = new Boxes(
    () => this.board,
    () => this.by,
  );

  constructor(...more: EventBody[]) {
    this.events = [...openingEvents(), ...placeEvents(more, OPENING.length, isoTime(START), 'ada')];
    this.board = fold(this.events);
  }

  context(by: string | undefined, limits = DEFAULT_BOARD_LIMITS): Context {
    this.by = by;
    return { now: this.now, limits, box: this.boxes, ...(by !== undefined && { by }) };
  }

  /** Decides, and carries out what was accepted. */
  do(by: string | undefined, command: Command, limits = DEFAULT_BOARD_LIMITS): Result<Outcome> {
    const outcome = decide(this.board, command, this.context(by, limits));
    if (!outcome.ok) return outcome;
    const placed = placeEvents(outcome.value.events, this.board.revision, isoTime(this.now), by);
    this.events.push(...placed);
    this.board = placed.length > 0 ? fold(placed, this.board) : this.board;
    if (outcome.value.held !== undefined) this.boxes.change(outcome.value.held);
    const change = outcome.value.ballot;
    if (change !== undefined) {
      const box = this.boxes.ballots.get(change.round) ?? new Map<string, StoredBallot>();
      if (change.next === undefined) box.delete(change.member);
      else box.set(change.member, change.next);
      this.boxes.ballots.set(change.round, box);
    }
    return outcome;
  }
}

let commands = 0;
/** A command with an id of its own. */
export const command = <T extends CommandType>(type: T, fields: Omit<CommandOf<T>, 'id' | 'type'>): Command =>
  ({ id: `command-${(commands += 1)}`, type, ...fields }) as unknown as Command;
