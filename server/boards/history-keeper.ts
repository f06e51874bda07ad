// Which moments of a live round's totals are kept for its history, and how they are told to the store.
import type { Round } from '../../shared/board/board.ts';
import type { HistoryPoint } from '../../shared/history-points.ts';
import type { RoundState } from '../../shared/protocol.ts';
import { isoTime } from '../../shared/time.ts';
import { type Tally, type TallyChanges, mergeTally, tallyChanges } from '../../shared/voting/tally.ts';
import type { Logger } from '../log.ts';
import type { Store } from '../store/store.ts';

const APART_MS = 1000;
/** Points are at least this part of the round's age apart, which bounds them: some 2,500 in a round of a week. */
const OF_AGE = 1 / 300;
/** A point with more changed entries than this makes the next one wait longer in proportion. */
const LIGHT = 100;

interface Kept {
  readonly round: string;
  readonly version: number;
  /** Undefined: the next point tells all of it. */
  readonly tally: Tally | undefined;
  /** When the next one may be taken, in ms. */
  readonly next: number;
}

interface Parts {
  readonly board: string;
  readonly store: Pick<Store, 'keepPoint'>;
  readonly log: Pick<Logger, 'warn'>;
}

/** A published round and its published state, whole. */
export interface Published {
  readonly round: Round;
  readonly state: RoundState;
}

const entriesIn = (node: unknown): number =>
  typeof node === 'object' && node !== null && !Array.isArray(node)
    ? Object.values(node).reduce<number>((sum, below) => sum + entriesIn(below), 0)
    : 1;

function restAfter({ since, tally }: Pick<HistoryPoint, 'since' | 'tally'>, age: number): number {
  // The first point has every entry, which says nothing of how busy the round is.
  const weight = since === 0 ? 1 : Math.max(1, entriesIn(tally) / LIGHT);
  return Math.max(APART_MS, age * OF_AGE) * weight;
}

export class HistoryKeeper {
  readonly #parts: Parts;
  #kept: Kept | undefined;
  #isFailing = false;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /**
   * Keeps what was published of a live round where enough time has passed since the point before, and at its end.
   * Answers when to look again for what is held back.
   */
  look({ round, state }: Published, now: number): number | undefined {
    const kept = this.#kept?.round === round.id ? this.#kept : undefined;
    const { tally } = state;
    if (tally === undefined || state.version === 0 || kept?.version === state.version) return undefined;
    if (round.state === 'open' && kept !== undefined && now < kept.next) return kept.next;
    const totals = mergeTally(undefined, tally);
    this.#keep(round.id, this.#point(round, state, kept, totals, now), totals, Date.parse(round.openedAt), now);
    return undefined;
  }

  #point(round: Round, state: RoundState, kept: Kept | undefined, totals: Tally, now: number): HistoryPoint {
    const { voted: _, ...progress } = state.progress;
    const changes: TallyChanges = tallyChanges(kept?.tally, totals);
    const at = round.state === 'open' ? isoTime(now) : (round.closedAt ?? isoTime(now));
    return {
      at,
      since: kept?.tally === undefined ? 0 : kept.version,
      version: state.version,
      progress,
      tally: changes,
    };
  }

  #keep(round: string, point: HistoryPoint, tally: Tally, openedAt: number, now: number): void {
    this.#kept = { round, version: point.version, tally, next: now + restAfter(point, now - openedAt) };
    // Nobody waits for it: what is not kept is missing from the replay and from nothing else.
    this.#parts.store.keepPoint(this.#parts.board, round, point).then(
      () => (this.#isFailing = false),
      (error: unknown) => this.#failed(error),
    );
  }

  #failed(error: unknown): void {
    // What changed since then is told whole by the next point.
    this.#kept = this.#kept && { ...this.#kept, tally: undefined };
    if (!this.#isFailing)
      this.#parts.log.warn({ board: this.#parts.board, error: String(error) }, 'a history point was not kept');
    this.#isFailing = true;
  }
}
