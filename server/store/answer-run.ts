// Answers to commands that were accepted long ago, packed into bytes and sorted by hash: 24 bytes each.
import type { CommandAnswer } from './store.ts';

/** As it goes to the database and comes back; the hash has 32 hex digits. */
export type AnswerEntry = readonly [hash: string, revision: number, version: number | null];

const HASH_BYTES = 16;
const REVISION = HASH_BYTES;
const VERSION = REVISION + 4;
export const ENTRY_BYTES = VERSION + 4;

/** Of what the first bytes of a hash say; equal for equal hashes. */
const HEAD_DIGITS = 8;

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
  const head = Number.parseInt(hash.slice(0, HEAD_DIGITS), 16);
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
