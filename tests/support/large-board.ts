// The text of an exported board as large as a company makes them: 60 options, 15 criteria, 400 notes, 300 members.
import { type EventBody, placeEvents } from '../../shared/board/events.ts';
import { fold } from '../../shared/board/evolve.ts';
import type { NoteKind } from '../../shared/board/board.ts';
import { exportBoard } from '../../shared/exchange/export-json.ts';
import type { GivenBallot } from '../../shared/voting/ballots.ts';
import { countRound } from '../../shared/voting/round-count.ts';

export const LARGE = { options: 60, criteria: 15, notes: 400, members: 300, ballots: 40 } as const;
const AT = '2026-11-23T09:00:00.000Z';
const KINDS: readonly NoteKind[] = ['pro', 'con', 'question', 'risk', 'evidence', 'note'];

const list = <T>(count: number, make: (at: number) => T): T[] => Array.from({ length: count }, (_, at) => make(at));
const option = (at: number): string => `o${at % LARGE.options}`;
const criterion = (at: number): string => `c${at % LARGE.criteria}`;

const ballot = (voter: number): GivenBallot => ({
  cells: Object.fromEntries(
    list(LARGE.options, (row) => [
      option(row),
      Object.fromEntries(list(LARGE.criteria, (column) => [criterion(column), (row * 7 + column * 3 + voter) % 6])),
    ]),
  ) as Extract<GivenBallot, { cells: unknown }>['cells'],
});

function bodies(): EventBody[] {
  const criteria = list(LARGE.criteria, (at) => ({
    id: criterion(at),
    name: `Criterion ${at + 1}`,
    weight: (at % 5) + 1,
  }));
  const frozen = {
    id: 'r1',
    method: 'score',
    rule: 'mean',
    options: list(LARGE.options, option),
    criteria: criteria.map(({ id, weight }) => ({ id, weight })),
  } as const;
  const ballots = list(LARGE.ballots, (voter) => ({ receipt: `receipt-${voter}`, ballot: ballot(voter) as never }));
  const { id: round, ...opened } = frozen;
  return [
    {
      type: 'board.created',
      id: 'large',
      code: '7KQ2MX4P',
      title: 'A large board',
      question: '',
      language: 'en',
      entry: 'voter',
      phase: 'discuss',
      options: list(LARGE.options, (at) => ({ id: option(at), name: `Option ${at + 1}`, facts: [] })),
      criteria,
      notes: [],
      members: list(LARGE.members, (at) => ({ id: `m${at}`, name: `Member ${at + 1}`, role: 'voter' as const })),
    },
    ...list(LARGE.notes, (at): EventBody => ({
      type: 'note.added',
      note: `n${at}`,
      target: { kind: 'cell', option: option(at), criterion: criterion(at) },
      kind: KINDS[at % KINDS.length] ?? 'note',
      text: `Note ${at + 1}: what was said about it in a sentence or two, with **words** that stand out.`,
    })),
    { type: 'round.opened', round, secrecy: 'live', publish: 'tally', tieHash: '0'.repeat(64), ...opened },
    {
      type: 'round.closed',
      round,
      tieSeed: 'seed',
      version: LARGE.ballots,
      progress: { cast: LARGE.ballots, done: LARGE.ballots, eligible: LARGE.members },
    },
    { type: 'round.revealed', round, ...countRound({ ...frozen, tieSeed: 'seed' }, ballots) },
  ];
}

/** What `export.json` of such a board would say. */
export function largeExport(): string {
  const events = placeEvents(bodies(), 0, AT, 'm0');
  return JSON.stringify(
    exportBoard({ board: fold(events), epoch: 'e1', events, rounds: {}, papers: new Map(), exportedAt: AT }),
  );
}
