// Looks at every frame that leaves for a page: before the reveal of a hidden round none may hold a ballot, receipt or
// tally of it, except what is the reader's own; and none a note that is held back, except to its author.
import { expect } from 'vitest';
import type { Round } from '../../shared/board/board.ts';
import { fold } from '../../shared/board/evolve.ts';
import { canonicalJson } from '../../shared/voting/round-count.ts';
import type { Session } from '../../server/boards/boards.ts';
import type { WatchedStore } from '../server/boards/watched-store.ts';
import type { Frame } from './wire.ts';

interface Seen {
  readonly frame: Frame;
  readonly member: string | undefined;
}

/** What is only for its reader, by the names under which it may come. */
const OWN = ['ballot', 'ballots', 'receipt', 'receipts'];

export class FrameKeeper {
  private readonly store: WatchedStore;
  private readonly board: string;
  private seen: Seen[] = [];
  private lookedAt = 0;
  /** `member round ballot` of every ballot there ever was, and `member receipt`. */
  private readonly cast = new Set<string>();
  private readonly receipts = new Map<string, string>();

  constructor(store: WatchedStore, board: string) {
    this.store = store;
    this.board = board;
  }

  saw(frame: Frame, session: Session | undefined): void {
    this.seen.push({ frame: structuredClone(frame), member: session?.member });
  }

  /** To be called often: what was revealed by now counts as revealed for all frames since the last look. */
  async look(): Promise<void> {
    for (const { ballot } of this.store.commits.slice(this.lookedAt)) {
      if (ballot?.next === undefined) continue;
      this.cast.add(`${ballot.member} ${ballot.round} ${canonicalJson(ballot.next.ballot)}`);
      if (ballot.receipt !== undefined) this.receipts.set(ballot.receipt, ballot.member);
    }
    this.lookedAt = this.store.commits.length;
    const seen = this.seen.splice(0);
    if (seen.length === 0) return;
    const { rounds, notes } = fold(await this.store.inner.eventsAfter(this.board, 0));
    const published = new Set(Array.from(notes.values(), ({ text }) => text));
    for (const { frame, member } of seen) {
      this.checkFrame(frame, member, rounds);
      checkHeld(frame, member, published);
    }
  }

  private checkFrame(frame: Frame, member: string | undefined, rounds: readonly Round[]): void {
    const own = ownParts(frame);
    const ballots = own.ballots.map(([round, ballot]) => `${member} ${round} ${canonicalJson(ballot)}`);
    const owners = own.receipts.map((receipt) => this.receipts.get(receipt));
    checkOwn(ballots, this.cast, owners, member);
    checkPublic(
      own.rest,
      rounds.filter(({ secrecy, state }) => secrecy !== 'live' && state !== 'revealed'),
    );
  }
}

/** The text of a held note names its author: `silent-AUTHOR-NUMBER`. */
function checkHeld(frame: Frame, member: string | undefined, published: ReadonlySet<string>): void {
  for (const [text, author] of JSON.stringify(frame).matchAll(/silent-([a-z]+)-\d+/g)) {
    if (!published.has(text)) expect(author, `${text} before its reveal`).toBe(member);
  }
}

function checkOwn(
  ballots: readonly string[],
  cast: ReadonlySet<string>,
  owners: readonly (string | undefined)[],
  member: string | undefined,
): void {
  for (const ballot of ballots) expect(cast, 'a ballot that is not the reader’s').toContain(ballot);
  for (const owner of owners) expect(owner, 'somebody else’s receipt').toBe(member);
}

function checkPublic(value: unknown, hidden: readonly Round[], path: readonly string[] = []): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, below] of Object.entries(value)) {
    if (hidden.some(({ id }) => id === key)) checkHidden(below, key, hidden);
    // A result says how many ballots there were.
    else if (typeof below !== 'number') expect(OWN, `${path.join('.')}.${key}`).not.toContain(key);
    checkPublic(below, hidden, [...path, key]);
  }
  const { id, tally, result } = value as { id?: unknown; tally?: unknown; result?: unknown };
  if (hidden.some((round) => round.id === id)) expect([tally, result]).toEqual([undefined, undefined]);
}

/** The state of a hidden round, wherever it stands. */
function checkHidden(state: unknown, id: string, hidden: readonly Round[]): void {
  expect(state, `a tally of ${id}`).not.toHaveProperty('tally');
  const anonymous = hidden.some((round) => round.id === id && round.secrecy === 'anonymous');
  if (anonymous) expect(state).not.toHaveProperty('progress.voted');
}

function ownParts(frame: Frame) {
  if ('event' in frame) {
    if (frame.event !== 'ballot:mine') return { ballots: [], receipts: [], rest: frame.payload };
    const { round, ballot } = frame.payload as { round: string; ballot: object | null };
    return { ballots: ballot === null ? [] : [[round, ballot] as const], receipts: [], rest: {} };
  }
  const {
    ballots = {},
    receipts = {},
    receipt,
    ...rest
  } = frame.reply as {
    ballots?: Record<string, object>;
    receipts?: Record<string, string>;
    receipt?: string;
  };
  const told = [...Object.values(receipts), ...(receipt === undefined ? [] : [receipt])];
  return { ballots: Object.entries(ballots), receipts: told, rest };
}
