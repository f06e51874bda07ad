// Boards, events and commits for the store's tests: as little in them as the store can tell apart.
import { hash } from 'node:crypto';
import { type Event, type EventBody, placeEvents } from '../../../shared/board/events.ts';
import type { HistoryPoint } from '../../../shared/history-points.ts';
import type { Secrecy } from '../../../shared/voting/method.ts';
import type { BallotChange, Commit, NewBoard } from '../../../server/store/store.ts';

/** A command's hash, by a name for it. */
export const hashOf = (name: string): string => hash('sha256', name).slice(0, 32);

const AT = '2026-11-01T10:00:00.000Z';

const created = (id: string, code: string): EventBody => ({
  type: 'board.created',
  id,
  code,
  title: 'Which framework?',
  question: '',
  language: 'en',
  entry: 'voter',
  phase: 'frame',
  options: [],
  criteria: [],
  notes: [],
});

export const newBoard = (board: string, code = `CODE-${board}`): NewBoard => ({
  board,
  code,
  access: { facilitatorKeyHash: `f-${board}`, voterKeyHash: `v-${board}`, watcherKeyHash: `w-${board}` },
  events: placeEvents([created(board, code)], 0, AT),
});

/** Events that give the board these titles, placed after `revision`. */
export const titles = (revision: number, ...names: readonly string[]): Event[] =>
  placeEvents(
    names.map((title): EventBody => ({ type: 'board.edited', title })),
    revision,
    AT,
  );

/** The event that opens a round, placed after `revision`. */
export const roundOpened = (round: string, secrecy: Secrecy, revision: number): Event[] => {
  const frozen = { method: 'approval', rule: 'count', options: [], criteria: [] } as const;
  return placeEvents(
    [{ type: 'round.opened', round, secrecy, publish: 'tally', tieHash: `hash-of-${round}`, ...frozen }],
    revision,
    AT,
  );
};

export const point = (version: number): HistoryPoint => ({
  at: AT,
  since: version - 1,
  version,
  progress: { cast: version, done: 0, eligible: 9 },
  tally: { approvals: { flask: version } },
});

/** A commit to a board whose log ends at `expected`. */
export const commitTo = (board: string, expected: number, rest: Partial<Commit> = {}): Commit => ({
  board,
  expected,
  events: [],
  ...rest,
});

export const cast = (
  round: string,
  member: string,
  version: number,
  more: Partial<BallotChange> = {},
): BallotChange => ({
  round,
  member,
  version,
  next: { ballot: { approved: [`option-of-${member}`] }, done: false },
  receipt: `receipt-${member}`,
  ...more,
});
