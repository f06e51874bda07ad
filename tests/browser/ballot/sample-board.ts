// A board with a round and seventeen ballots, for the tests of the elements that draw them.
import type { Board, Member, Round } from '../../../shared/board/board.ts';
import type { Score, ScoreBallot } from '../../../shared/voting/ballots.ts';
import { methodOf } from '../../../shared/voting/methods.ts';
import type { Tally } from '../../../shared/voting/tally.ts';
import type { MyBallot } from '../../../client/board-view.ts';

const OPTIONS: readonly (readonly [string, string, string, readonly number[]])[] = [
  ['flask', 'Flask', 'small core, many extensions', [4, 5, 4, 3, 3, 4]],
  ['django', 'Django', 'full stack, ORM, admin', [4, 4, 2, 5, 3, 5]],
  ['bottle', 'Bottle', 'one file', [4, 3, 4, 1, 2, 2]],
  ['web2py', 'web2py', 'graphical tools', [3, 2, 2, 4, 2, 1]],
  ['cherrypy', 'CherryPy', 'plain WSGI server', [3, 2, 3, 0, 1, 2]],
  ['pyramid', 'Pyramid', 'modular, you decide', [3, 3, 5, 2, 2, 3]],
  ['twisted', 'Twisted', 'every protocol, async', [1, 3, 4, 2, 5, 3]],
  ['tornado', 'Tornado', 'async, WebSocket inside', [3, 3, 4, 2, 5, 3]],
  ['webpy', 'web.py', 'HTTP, thin wrapper', [2, 1, 3, 1, 1, 0]],
];
const CRITERIA: readonly (readonly [string, string, number, string, string])[] = [
  ['learning', 'Learning curve', 3, 'steep', 'gentle'],
  ['ecosystem', 'Ecosystem', 4, 'thin', 'vast'],
  ['flexibility', 'Flexibility', 2, 'its way', 'your way'],
  ['batteries', 'Batteries included', 2, 'none', 'all'],
  ['async', 'Async & sockets', 3, 'absent', 'native'],
  ['maintenance', 'Maintenance', 4, 'dormant', 'active'],
];
export const NAMES = ['Inès', 'Awa D.', 'Léo M.', 'Yuki K.', 'Sam B.', 'Noor', 'Pia', 'Tom', 'Ada'];

export const sampleRound = (changes: Partial<Round> = {}): Round => ({
  id: 'round2',
  method: 'score',
  rule: 'mean',
  options: OPTIONS.map(([id]) => id),
  criteria: CRITERIA.map(([id, , weight]) => ({ id, weight })),
  secrecy: 'anonymous',
  publish: 'tally',
  state: 'open',
  openedAt: '2026-11-03T14:00:00.000Z',
  tieHash: '0'.repeat(64),
  ...changes,
});

const members = (): ReadonlyMap<string, Member> =>
  new Map(
    NAMES.map((name, index) => [
      `m${index}`,
      { id: `m${index}`, name, role: index === 0 ? ('facilitator' as const) : ('voter' as const) },
    ]),
  );

export const sampleBoard = (round: Round = sampleRound(), changes: Partial<Board> = {}): Board => ({
  id: 'sample',
  revision: 40,
  code: '7KQ2MX4P',
  title: 'Which web framework?',
  question: 'Which web framework for the new services?',
  language: 'en',
  phase: 'vote',
  entry: 'voter',
  locked: false,
  createdAt: '2026-11-03T13:00:00.000Z',
  options: OPTIONS.map(([id, name, summary]) => ({ id, name, summary, facts: [] })),
  criteria: CRITERIA.map(([id, name, weight, low, high]) => ({ id, name, weight, low, high })),
  members: members(),
  notes: new Map(),
  rounds: [sampleRound({ id: 'round1', state: 'revealed' }), round],
  ...changes,
});

/** A number from 0 to 1 that depends on nothing but its place. */
const drift = (a: number, b: number, c: number): number => {
  const x = Math.sin(a * 12.9898 + b * 78.233 + c * 37.719) * 43758.5453;
  return x - Math.floor(x);
};

function scoreFrom(mean: number, voter: number, option: number, criterion: number): Score {
  const split = option === 5 && criterion === 0;
  if (split) return voter % 2 === 0 ? 0 : 5;
  if (drift(voter, option, criterion) > 0.97) return 'unknown';
  const score = Math.round(mean + (drift(criterion, voter, option) - 0.5) * 2.6);
  return Math.min(5, Math.max(0, score)) as Score;
}

export const sampleBallots = (voters = 17): readonly ScoreBallot[] =>
  Array.from({ length: voters }, (_, voter) => ({
    cells: Object.fromEntries(
      OPTIONS.map(([id, , , means], option) => [
        id,
        Object.fromEntries(
          CRITERIA.map(([criterion], place) => [criterion, scoreFrom(means[place] ?? 3, voter, option, place)]),
        ),
      ]),
    ),
  }));

export function sampleTally(round: Round = sampleRound(), voters = 17): Tally {
  const method = methodOf(round.method);
  const tally = method.emptyTally(round);
  for (const ballot of sampleBallots(voters)) method.count(tally, round, ballot, 1);
  return tally;
}

export const mine = (cells: ScoreBallot['cells'], changes: Partial<MyBallot> = {}): MyBallot => ({
  ballot: { cells },
  done: false,
  waiting: new Set(),
  ...changes,
});

/** Like the phone in the picture: Tornado begun, two options before it scored. */
export const begun = (changes: Partial<MyBallot> = {}): MyBallot =>
  mine(
    {
      flask: { learning: 4, ecosystem: 5, flexibility: 4, batteries: 3, async: 3, maintenance: 4 },
      django: { learning: 4, ecosystem: 4, flexibility: 2, batteries: 5, async: 3, maintenance: 5 },
      tornado: { learning: 3, ecosystem: 3, batteries: 2, async: 'unknown' },
    },
    changes,
  );
