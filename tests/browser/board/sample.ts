// Boards for the tests of what stands around their views: with a revealed round, with a decision, with receipts.
import type { Board, Decision } from '../../../shared/board/board.ts';
import type { Result } from '../../../shared/voting/method.ts';
import type { OwnReceipt } from '../../../client/elements/board/own-receipts.ts';
import { sampleBoard, sampleRound } from '../ballot/sample-board.ts';

const result = (winners: readonly string[]): Result => ({
  round: 'round2',
  method: 'score',
  rule: 'mean',
  ballots: 9,
  ranking: winners.map((option) => ({ rank: 1, option, value: 80 })),
  winners,
  order: winners,
  otherRules: [],
  coverage: { asked: 9, answered: 9, unknown: 0 },
});

/** Two revealed rounds; the second one has these winners. */
export const revealed = (winners: readonly string[] = ['flask'], changes: Partial<Board> = {}): Board =>
  sampleBoard(sampleRound({ state: 'revealed', secrecy: 'named', result: result(winners) }), changes);

export const decided = (changes: Partial<Decision> = {}): Decision => ({
  options: ['flask'],
  status: 'accepted',
  summary: 'It is small enough to learn in a day.\nGiven up: the admin of Django.',
  round: 'round2',
  deciders: ['m0', 'm1'],
  reviewOn: '2027-05-01',
  at: '2026-11-05T10:00:00.000Z',
  by: 'm0',
  ...changes,
});

export const receipts = (): readonly OwnReceipt[] => [
  { round: 'round2', number: 2, secrecy: 'anonymous', state: 'open', receipt: 'K7Q2MX4P' },
  { round: 'round1', number: 1, secrecy: 'live', state: 'revealed', receipt: 'T6RDBP39' },
];
