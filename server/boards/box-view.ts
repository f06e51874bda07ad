// What one decision sees of the ballot boxes, and the tie seed that is drawn when it opens a round.
import { roundOf } from '../../shared/board/board.ts';
import type { BoxView } from '../../shared/board/decider.ts';
import { type RoundCount, countRound } from '../../shared/voting/round-count.ts';
import { hashOf } from '../access/keys.ts';
import type { BoardContents } from './board-contents.ts';
import type { Surroundings } from './boards.ts';
import { Seal } from './seal.ts';

const SEED_BYTES = 32;

export class DecisionBoxes implements BoxView {
  readonly #contents: BoardContents;
  readonly #member: string | undefined;
  readonly #surroundings: Pick<Surroundings, 'randomBytes'>;
  #counts: Map<string, RoundCount> | undefined;
  #seal: Seal | undefined;
  #tieSeed: string | undefined;

  constructor(
    contents: BoardContents,
    member: string | undefined,
    surroundings: Pick<Surroundings, 'randomBytes'>,
    seal: Seal | undefined,
  ) {
    this.#contents = contents;
    this.#member = member;
    this.#surroundings = surroundings;
    this.#seal = seal;
  }

  /** Hex; drawn when it is first asked for. Whoever checks a draw later hashes this text. */
  get tieSeed(): string {
    this.#tieSeed ??= Buffer.from(this.#surroundings.randomBytes(SEED_BYTES)).toString('hex');
    return this.#tieSeed;
  }

  mine(round: string): ReturnType<BoxView['mine']> {
    return this.#member === undefined ? undefined : this.#contents.box(round)?.of(this.#member);
  }

  recorded(round: string, guest: string): ReturnType<BoxView['recorded']> {
    return this.#contents.box(round)?.of(guest);
  }

  tieHash(): string {
    return hashOf(this.tieSeed);
  }

  closing(id: string): ReturnType<BoxView['closing']> {
    const { box, round } = this.#find(id);
    return { tieSeed: box.tieSeed, version: box.version, progress: box.finalProgress(this.#contents.board, round) };
  }

  counted(id: string): RoundCount {
    this.#counts ??= new Map();
    const known = this.#counts.get(id);
    if (known !== undefined) return known;
    const { box, round } = this.#find(id);
    const count = countRound(round, box.published());
    this.#counts.set(id, count);
    return count;
  }

  heldMine(round: string): ReturnType<BoxView['heldMine']> {
    return this.#member === undefined ? [] : (this.#contents.noteBox(round)?.of(this.#member) ?? []);
  }

  heldCount(round: string): number {
    return this.#contents.noteBox(round)?.size ?? 0;
  }

  held(round: string): ReturnType<BoxView['held']> {
    return this.#contents.noteBox(round)?.all() ?? [];
  }

  seal(text: string): string {
    this.#seal ??= new Seal(this.#surroundings);
    return this.#seal.of(text);
  }

  #find(id: string) {
    const round = roundOf(this.#contents.board, id);
    const box = this.#contents.box(id);
    if (round === undefined || box === undefined) throw new Error(`round ${id} has no ballot box here`);
    return { round, box };
  }
}
