// Decides whether this page goes where the facilitator leads. Pure but for what it remembers of the visit.
import type { Led } from '../../shared/board/board.ts';

/** How somebody stands to being led: with everybody, gone elsewhere for now, or not any more on this visit. */
export type Stance = 'following' | 'wandered' | 'stopped';

export interface Remembered {
  readonly stance: Stance;
  /** The last call that was answered, one way or the other. */
  readonly seen: string | undefined;
}

export interface Whereabouts {
  /** The view that was asked for. */
  readonly view: string | undefined;
  /** The view led to is there for this person. */
  readonly reachable: boolean;
  /** Something is being written or cast that going away would lose. */
  readonly busy: boolean;
}

const keyOf = ({ by = '', at, view }: Led): string => `${at} ${by} ${view}`;

export class Following {
  private stance: Stance;
  private seen: string | undefined;
  private readonly keep: (remembered: Remembered) => void;
  /** Called, and not taken along because something was being written. */
  offered = false;

  /** `remembered` of this visit; undefined at its beginning. */
  constructor(remembered: Remembered | undefined, keep: (remembered: Remembered) => void) {
    this.stance = remembered?.stance ?? 'following';
    this.seen = remembered?.seen;
    this.keep = keep;
  }

  /** With everybody, as far as this page knows. */
  get isThere(): boolean {
    return this.stance === 'following' && !this.offered;
  }

  /** The place to go to now, where there is one. */
  look(led: Led | undefined, where: Whereabouts): Led | undefined {
    if (led === undefined) {
      this.offered = false;
      // Who only looked elsewhere comes along again the next time that somebody leads.
      this.turn(this.stance === 'stopped' ? 'stopped' : 'following', undefined);
      return undefined;
    }
    if (!where.reachable) return undefined;
    const key = keyOf(led);
    if (key === this.seen) {
      if (this.isThere && where.view !== led.view) this.turn('wandered', key);
      return undefined;
    }
    this.turn(this.stance, key);
    this.offered = this.stance === 'following' && where.busy;
    return this.isThere ? led : undefined;
  }

  /** Follows again; the caller goes there. */
  resume(): void {
    this.offered = false;
    this.turn('following', this.seen);
  }

  stop(): void {
    this.offered = false;
    this.turn('stopped', this.seen);
  }

  private turn(stance: Stance, seen: string | undefined): void {
    if (stance === this.stance && seen === this.seen) return;
    this.stance = stance;
    this.seen = seen;
    this.keep({ stance, seen });
  }
}
