// What people on a board say without words: ready, a raised hand, more time please. Each is one look-up to change, and
// counted at no cost. Of who would like more time only the number ever leaves here.
import type { Presence, Signals } from '../shared/protocol.ts';

const turn = (set: Set<string>, member: string, on: boolean): boolean => {
  if (set.has(member) === on) return false;
  if (on) set.add(member);
  else set.delete(member);
  return true;
};

export class RoomSignals {
  readonly #ready = new Set<string>();
  /** In the order of raising. */
  readonly #hands = new Set<string>();
  readonly #more = new Set<string>();
  #changed = false;
  #handsMoved = false;

  get counts(): Signals {
    return { ready: this.#ready.size, hands: this.#hands.size, more: this.#more.size };
  }

  get raised(): readonly string[] {
    return [...this.#hands];
  }

  set(member: string, { ready, hand, more }: Presence): void {
    const turned = [
      ready !== undefined && turn(this.#ready, member, ready),
      hand !== undefined && this.#turnHand(member, hand),
      more !== undefined && turn(this.#more, member, more),
    ];
    if (turned.includes(true)) this.#changed = true;
  }

  /** Who has gone still would have liked more time: a number that fell with them would have told who asked. */
  leave(member: string): void {
    this.set(member, { ready: false, hand: false });
  }

  /** More time was given, or it is over. */
  settleTime(): void {
    if (this.#more.size === 0) return;
    this.#more.clear();
    this.#changed = true;
  }

  /** Another part of the meeting begins; returns who had been ready for it. */
  startOver(): readonly string[] {
    const were = [...this.#ready];
    this.#ready.clear();
    this.#changed ||= were.length > 0;
    return were;
  }

  /** What changed since the last time. */
  take(): { readonly counts: boolean; readonly hands: boolean } {
    const taken = { counts: this.#changed, hands: this.#handsMoved };
    this.#changed = false;
    this.#handsMoved = false;
    return taken;
  }

  #turnHand(member: string, on: boolean): boolean {
    const turned = turn(this.#hands, member, on);
    this.#handsMoved ||= turned;
    return turned;
  }
}
