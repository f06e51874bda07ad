// Who is on a board right now and what they look at. Never stored, and gone with the process.
import type { Role } from '../shared/board/board.ts';
import type { Here, Presence, PresenceUpdate, SeenPresence } from '../shared/protocol.ts';
import { RoomSignals } from './room-signals.ts';

/** Beyond this many people only counts are told. */
const SMALL_ROOM = 50;

interface Person {
  role: Role;
  /** Open lines of this member. */
  lines: number;
  presence: SeenPresence;
}

/** The presence of one board. Lines are counted by whoever calls `enter` and `leave` in pairs. */
export class BoardPresence {
  readonly #board: string;
  readonly #people = new Map<string, Person>();
  readonly #signals = new RoomSignals();
  #watchers = 0;
  #veiled: boolean;
  #changed = new Set<string>();
  #hereChanged = false;
  /** Whether the members were told of at the last update. */
  #wasSmall = true;

  constructor(board: string, veiled: boolean) {
    this.#board = board;
    this.#veiled = veiled;
  }

  get isEmpty(): boolean {
    return this.#people.size === 0 && this.#watchers === 0;
  }

  get veiled(): boolean {
    return this.#veiled;
  }

  get people(): number {
    return this.#people.size + this.#watchers;
  }

  enter(role: Role, member: string | undefined): void {
    this.#hereChanged = true;
    if (member === undefined) {
      this.#watchers += 1;
      return;
    }
    const person = this.#people.get(member);
    if (person === undefined) this.#people.set(member, { role, lines: 1, presence: {} });
    else {
      person.lines += 1;
      person.role = role;
    }
    this.#changed.add(member);
  }

  leave(member: string | undefined): void {
    this.#hereChanged = true;
    if (member === undefined) {
      this.#watchers -= 1;
      return;
    }
    const person = this.#people.get(member);
    if (person === undefined) return;
    person.lines -= 1;
    if (person.lines > 0) return;
    this.#people.delete(member);
    this.#signals.leave(member);
    this.#changed.add(member);
  }

  /** Fields that are not given stay as they are. */
  set(member: string, presence: Presence): void {
    const person = this.#people.get(member);
    if (person === undefined) return;
    this.#signals.set(member, presence);
    const { more: _, ...seen } = presence;
    // A member told of together with a number that moved would be known to have moved it.
    if (Object.keys(seen).length === 0) return;
    person.presence = { ...person.presence, ...seen };
    this.#changed.add(member);
  }

  /** Another part of the meeting begins: nobody is ready for it yet. */
  startOver(): void {
    for (const member of this.#signals.startOver()) {
      const person = this.#people.get(member);
      if (person === undefined) continue;
      person.presence = { ...person.presence, ready: false };
      this.#changed.add(member);
    }
  }

  /** More time was given, or it is over. */
  settleTime(): void {
    this.#signals.settleTime();
  }

  setRole(member: string, role: Role): void {
    const person = this.#people.get(member);
    if (person === undefined || person.role === role) return;
    person.role = role;
    this.#hereChanged = true;
  }

  /** While a named or anonymous round is open nobody sees what others look at. */
  veil(veiled: boolean): void {
    if (this.#veiled === veiled) return;
    this.#veiled = veiled;
    for (const [member, { presence }] of this.#people) {
      if (presence.focus != null || presence.writing != null) this.#changed.add(member);
    }
  }

  /** Everything, for somebody who has just come. */
  full(): PresenceUpdate {
    const small = this.#isSmall() && { members: this.#members(), hands: this.#signals.raised };
    return { board: this.#board, here: this.#here(), counts: this.#signals.counts, ...small };
  }

  /** What changed since the last time; undefined when nothing did. */
  changes(): PresenceUpdate | undefined {
    const changed = this.#changed;
    const signals = this.#signals.take();
    if (changed.size === 0 && !this.#hereChanged && !signals.counts) return undefined;
    const [wasSmall, isSmall] = [this.#wasSmall, this.#isSmall()];
    this.#changed = new Set();
    this.#hereChanged = false;
    this.#wasSmall = isSmall;
    const numbers = { board: this.#board, here: this.#here(), counts: this.#signals.counts };
    if (isSmall) {
      const members = this.#members(wasSmall ? changed : undefined);
      return { ...numbers, members, ...((signals.hands || !wasSmall) && { hands: this.#signals.raised }) };
    }
    if (!wasSmall) return numbers;
    // The room has just grown too large: what was known of its members is taken back.
    const known = new Set([...this.#people.keys(), ...changed]);
    return { ...numbers, members: Object.fromEntries(Array.from(known, (member) => [member, null])), hands: [] };
  }

  #isSmall(): boolean {
    return this.people <= SMALL_ROOM;
  }

  #here(): Here {
    let facilitators = 0;
    for (const { role } of this.#people.values()) if (role === 'facilitator') facilitators += 1;
    return { facilitators, voters: this.#people.size - facilitators, watchers: this.#watchers };
  }

  #members(only: ReadonlySet<string> = new Set(this.#people.keys())): Record<string, SeenPresence | null> {
    return Object.fromEntries(Array.from(only, (member) => [member, this.#shown(this.#people.get(member))]));
  }

  #shown(person: Person | undefined): SeenPresence | null {
    if (person === undefined) return null;
    const { focus, writing, ...rest } = person.presence;
    if (this.#veiled) return rest;
    return { ...rest, ...(focus != null && { focus }), ...(writing != null && { writing }) };
  }
}
