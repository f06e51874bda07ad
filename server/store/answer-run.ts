// Answers to commands that were accepted long ago, packed into bytes and sorted by hash: 24 bytes each.
import type { CommandAnswer } from './store.ts';

/** As it goes to the database and comes back; the hash has 32 hex digits. */
export type AnswerEntry = readonly [hash: string, revision: number, version: number | null];

const HASH_BYTES = 16;
const REVISION = HASH_BYTES;
const VERSION = REVISION + 4;
export const ENTRY_BYTES = VERSION + 4;

/** The first bytes of a hash as a number. */
const HEAD_BITS = 32;
const headOf = (hash: string): number => Number.parseInt(hash.slice(0, HEAD_BITS / 4), 16);

export function packAnswers(entries: readonly AnswerEntry[]): Buffer {
  const run = Buffer.alloc(entries.length * ENTRY_BYTES);
  const sorted = entries.toSorted(([a], [b]) => (a < b ? -1 : 1));
  for (const [index, [hash, revision, version]] of sorted.entries()) {
    const at = index * ENTRY_BYTES;
    run.write(hash, at, 'hex');
    run.writeUInt32BE(revision, at + REVISION);
    // 0: the answer has none.
    run.writeUInt32BE(version === null ? 0 : version + 1, at + VERSION);
  }
  return run;
}

function entryAt(run: Buffer, at: number): AnswerEntry {
  const version = run.readUInt32BE(at + VERSION);
  return [
    run.toString('hex', at, at + HASH_BYTES),
    run.readUInt32BE(at + REVISION),
    version === 0 ? null : version - 1,
  ];
}

export function unpackAnswers(run: Buffer): AnswerEntry[] {
  return Array.from({ length: run.length / ENTRY_BYTES }, (_, index) => entryAt(run, index * ENTRY_BYTES));
}

export const answerIn = ([, revision, version]: AnswerEntry): CommandAnswer => ({
  revision,
  ...(version !== null && { version }),
});

/** The answer to a command; undefined when the run does not have it. Halves the run as often as it takes. */
export function findAnswer(run: Buffer, hash: string): CommandAnswer | undefined {
  const head = headOf(hash);
  let low = 0;
  let high = run.length / ENTRY_BYTES;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (run.readUInt32BE(middle * ENTRY_BYTES) < head) low = middle + 1;
    else high = middle;
  }
  for (let at = low * ENTRY_BYTES; at < run.length && run.readUInt32BE(at) === head; at += ENTRY_BYTES) {
    const entry = entryAt(run, at);
    if (entry[0] === hash) return answerIn(entry);
  }
  return undefined;
}

/** Bits of a sketch for each answer at least: of those that no run has, one in so many is looked for in all runs. */
const BITS_EACH = 16;

/** Tells of most hashes that no run has them, by one look at a map of what their first bits are. */
export class Sketch {
  readonly #bits: Uint8Array;
  readonly #shift: number;
  #room: number;

  /** Room for twice what the runs have. */
  constructor(runs: readonly Buffer[]) {
    const entries = runs.reduce((sum, { length }) => sum + length, 0) / ENTRY_BYTES;
    const width = Math.max(3, Math.ceil(Math.log2(2 * BITS_EACH * Math.max(1, entries))));
    this.#shift = HEAD_BITS - width;
    this.#bits = new Uint8Array(2 ** (width - 3));
    this.#room = 2 ** width / BITS_EACH;
    for (const run of runs) this.add(run);
  }

  /** False, and nothing added, when there is no room for another run. */
  add(run: Buffer): boolean {
    const entries = run.length / ENTRY_BYTES;
    if (entries > this.#room) return false;
    this.#room -= entries;
    for (let at = 0; at < run.length; at += ENTRY_BYTES) {
      const place = run.readUInt32BE(at) >>> this.#shift;
      this.#bits[place >>> 3] = (this.#bits[place >>> 3] ?? 0) | (1 << (place & 7));
    }
    return true;
  }

  mayHave(hash: string): boolean {
    const place = headOf(hash) >>> this.#shift;
    return ((this.#bits[place >>> 3] ?? 0) & (1 << (place & 7))) !== 0;
  }
}
