// The salt of one redaction: drawn once, however often the command is decided, told to who sent it, and kept nowhere.
import type { Note } from '../../shared/board/board.ts';
import { redactionHash } from '../../shared/board/redaction-hash.ts';
import type { Surroundings } from './boards.ts';

const SALT_BYTES = 16;

export class Seal {
  readonly #surroundings: Pick<Surroundings, 'randomBytes'>;
  #salt: string | undefined;
  #hash: string | undefined;

  constructor(surroundings: Pick<Surroundings, 'randomBytes'>) {
    this.#surroundings = surroundings;
  }

  of(text: string): string {
    this.#salt ??= Buffer.from(this.#surroundings.randomBytes(SALT_BYTES)).toString('hex');
    this.#hash = redactionHash(this.#salt, text);
    return this.#hash;
  }

  /** The salt, in hex, of the hash that stands in the note; undefined when another command put it there. */
  saltOf(note: Note | undefined): string | undefined {
    return this.#hash !== undefined && note?.redacted?.hash === this.#hash ? this.#salt : undefined;
  }
}
