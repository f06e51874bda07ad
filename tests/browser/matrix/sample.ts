// A board like the one in the design's pictures, with scores that come out as there: for tests of the matrix.
import type { Board, Criterion, Member, Note, NoteKind, Option, Round, Target } from '../../../shared/board/board.ts';
import type { Score } from '../../../shared/voting/ballots.ts';
import type { Ranked, Result } from '../../../shared/voting/method.ts';
import type { ScoreTally } from '../../../shared/voting/tally.ts';
import { type MyBallot, cellKey } from '../../../client/board-view.ts';

const OPTIONS: readonly (readonly [string, string, string])[] = [
  ['flask', 'Flask', 'small core, many extensions'],
  ['django', 'Django', 'full stack, ORM, admin'],
  ['bottle', 'Bottle', 'one file'],
  ['web2py', 'web2py', 'graphical tools'],
  ['cherrypy', 'CherryPy', 'plain WSGI server'],
  ['pyramid', 'Pyramid', 'modular, you decide'],
  ['twisted', 'Twisted', 'every protocol, async'],
  ['tornado', 'Tornado', 'async, WebSocket inside'],
  ['webpy', 'web.py', 'HTTP, thin wrapper'],
];
const CRITERIA: readonly (readonly [string, string, number, string, string])[] = [
  ['learning', 'Learning curve', 3, 'steep', 'gentle'],
  ['ecosystem', 'Ecosystem', 4, 'thin', 'vast'],
  ['flexibility', 'Flexibility', 2, 'rigid', 'free'],
  ['batteries', 'Batteries included', 2, 'none', 'all'],
  ['async', 'Async & sockets', 3, 'foreign', 'native'],
  ['maintenance', 'Maintenance', 4, 'asleep', 'lively'],
];
const CENTRES: Readonly<Record<string, readonly number[]>> = {
  flask: [4.3, 4.4, 4.7, 3, 3.2, 4.4],
  django: [3.4, 4.6, 2.5, 4.6, 2.3, 4.6],
  bottle: [4.7, 2.4, 3.8, 1.2, 1.6, 2.4],
  web2py: [3.1, 2.1, 2.1, 3.9, 1.4, 1.6],
  cherrypy: [3.2, 1.8, 3.3, 1.4, 1.7, 2.1],
  pyramid: [-1, 3.2, 4.6, 2.4, 2.7, 3.1],
  twisted: [-1, 2.7, 4.1, 1.3, 4.7, 2.5],
  tornado: [2.8, 3, 3.2, 1.5, 4.9, -1],
  webpy: [4, 0.6, 2.6, 0.9, 0.9, 0.9],
};
const SPLIT = [6, 2, 1, 1, 2, 5, 0];

/** Seventeen scores around a centre; a negative centre stands for two camps. */
function countsAround(centre: number): readonly number[] {
  if (centre < 0) return SPLIT;
  const counts = [0, 0, 0, 0, 0, 0, 0];
  for (let voter = 0; voter < 17; voter += 1) {
    const score = Math.max(0, Math.min(5, Math.round(centre + ((voter % 7) - 3) * 0.36)));
    counts[score] = (counts[score] ?? 0) + 1;
  }
  return counts;
}

export const options = (): readonly Option[] =>
  OPTIONS.map(([id, name, summary]) => ({ id, name, summary, facts: [] }));
export const criteria = (): readonly Criterion[] =>
  CRITERIA.map(([id, name, weight, low, high]) => ({ id, name, weight, low, high }));

const NAMES = ['Inès', 'Awa D.', 'Léo M.', 'Yuki K.', 'Sam B.'];
export const members = (): ReadonlyMap<string, Member> =>
  new Map(
    NAMES.map((name, index) => [
      `m${index}`,
      { id: `m${index}`, name, role: index === 0 ? ('facilitator' as const) : ('voter' as const) },
    ]),
  );

export const cell = (option: string, criterion: string): Target => ({ kind: 'cell', option, criterion });

export function note(id: string, target: Target, kind: NoteKind, text: string, extra: Partial<Note> = {}): Note {
  return { id, target, kind, text, by: 'm1', at: '2026-11-20T10:00:00.000Z', support: [], ...extra };
}

const SAMPLE_NOTES: readonly Note[] = [
  note('n1', cell('pyramid', 'ecosystem'), 'pro', 'You stay in control: routing and storage are all yours to pick.', {
    support: ['m0', 'm2', 'm3'],
    at: '2026-11-20T10:13:00.000Z',
  }),
  note(
    'n2',
    cell('pyramid', 'ecosystem'),
    'con',
    "Django's documentation and the number of ready parts are far ahead.",
    {
      by: 'm2',
      support: ['m1'],
      at: '2026-11-20T10:14:00.000Z',
    },
  ),
  note('n3', cell('pyramid', 'ecosystem'), 'note', 'But we would use **few** of them.', { by: 'm3', parent: 'n2' }),
  note('n4', cell('pyramid', 'ecosystem'), 'question', 'Do we count onboarding time?', { by: 'm3' }),
  note('n5', cell('flask', 'flexibility'), 'evidence', 'Release dates of the last three years.', { by: 'm4' }),
  note('n6', { kind: 'option', option: 'tornado' }, 'risk', 'Few people know it.'),
  note('n7', { kind: 'criterion', criterion: 'async' }, 'question', 'Do we need sockets at all?', { resolved: true }),
  note('n8', { kind: 'board' }, 'note', 'We decide on Friday.', { by: 'm0' }),
];

export function sampleRound(changes: Partial<Round> = {}): Round {
  return {
    id: 'r2',
    method: 'score',
    rule: 'mean',
    options: OPTIONS.map(([id]) => id),
    criteria: CRITERIA.map(([id, , weight]) => ({ id, weight })),
    secrecy: 'named',
    publish: 'tally',
    state: 'open',
    openedAt: '2026-11-20T10:00:00.000Z',
    tieHash: '00',
    ...changes,
  };
}

export function sampleBoard(rounds: readonly Round[], changes: Partial<Board> = {}): Board {
  return {
    id: 'b1',
    revision: 1,
    code: '7KQ2MX4P',
    title: 'Which web framework for the new services?',
    question: '',
    language: 'en',
    phase: 'vote',
    entry: 'voter',
    locked: false,
    createdAt: '2026-11-20T09:00:00.000Z',
    options: options(),
    criteria: criteria(),
    members: members(),
    notes: new Map(SAMPLE_NOTES.map((one) => [one.id, one])),
    rounds,
    ...changes,
  };
}

export function sampleTally(): ScoreTally {
  return {
    cells: Object.fromEntries(
      OPTIONS.map(([id]) => [
        id,
        Object.fromEntries(CRITERIA.map(([criterion], k) => [criterion, countsAround(CENTRES[id]?.[k] ?? 2)])),
      ]),
    ),
  };
}

const VALUES: readonly (readonly [string, number])[] = [
  ['flask', 80.1],
  ['django', 76.8],
  ['tornado', 64.2],
  ['pyramid', 60.1],
  ['twisted', 58.3],
  ['bottle', 51.2],
  ['web2py', 44.4],
  ['cherrypy', 43.1],
  ['webpy', 32.2],
];

export function sampleResult(changes: Partial<Result> = {}): Result {
  return {
    round: 'r2',
    method: 'score',
    rule: 'mean',
    ballots: 17,
    ranking: VALUES.map(([option, value], index): Ranked => ({ rank: index + 1, option, value })),
    winners: ['flask'],
    order: VALUES.map(([option]) => option),
    otherRules: [],
    coverage: { asked: 918, answered: 900, unknown: 3 },
    ...changes,
  };
}

/** One's own scores for the first `given` cells, row by row; the nineteenth is "don't know". */
export function sampleMine(given: number, waiting: readonly string[] = []): MyBallot {
  const cells: Record<string, Record<string, Score>> = {};
  const scores: readonly Score[] = [4, 5, 4, 3, 3, 4, 4, 4, 2, 5, 3, 5, 4, 3, 4, 1, 2, 2, 3, 2, 'unknown', 4, 2, 1];
  let place = 0;
  for (const [option] of OPTIONS) {
    for (const [criterion] of CRITERIA) {
      if (place < given) (cells[option] ??= {})[criterion] = scores[place % scores.length] ?? 3;
      place += 1;
    }
  }
  return { ballot: { cells }, done: false, waiting: new Set(waiting) };
}

export const keyOf = cellKey;
