// What a board's page can show at the moment, and what it sends for "done".
import { describe, expect, test } from 'vitest';
import type { BoardView } from '../../../client/board-view.ts';
import { availableViews, doneBallot, ownReceipts, viewForNow } from '../../../client/pages/board-views.ts';
import type { Board, Role, Round } from '../../../shared/board/board.ts';
import { METHODS, type Ballot } from '../../../shared/voting/ballots.ts';
import { methodOf } from '../../../shared/voting/methods.ts';
import { sampleBoard, sampleRound } from '../../browser/ballot/sample-board.ts';

const viewOf = (board: Board, role: Role = 'voter', mine: BoardView['mine'] = new Map()): BoardView => ({
  board,
  you: role === 'watcher' ? { role } : { role, id: 'm1', name: 'Awa' },
  rounds: new Map(),
  recorded: new Map(),
  mine,
  held: [],
  salts: new Map(),
  waiting: 0,
  waitingNotes: new Set(),
  refusals: [],
  here: { facilitators: 0, voters: 0, watchers: 0 },
  presence: new Map(),
  signals: { ready: 0, hands: 0, more: 0 },
  hands: [],
  connection: { phase: 'live' },
  keys: {},
  links: {},
  clockOffset: 0,
});
const withRound = (changes: Partial<Round>, role: Role = 'voter'): BoardView =>
  viewOf(sampleBoard(sampleRound(changes)), role);
const without = viewOf({ ...sampleBoard(), rounds: [] });

describe('the views there are', () => {
  test('the ballot is there for voters while a round is open', () => {
    expect(availableViews(withRound({ state: 'open' }))).toContain('ballot');
    expect(availableViews(withRound({ state: 'open' }, 'watcher'))).not.toContain('ballot');
    expect(availableViews(withRound({ state: 'closed' }))).not.toContain('ballot');
  });

  test('results are there once there has been a round', () => {
    expect(availableViews(without)).not.toContain('results');
    expect(availableViews(withRound({ state: 'open' }))).toContain('results');
  });
});

describe('the view for the moment', () => {
  test('is the matrix for scores where there is room for it, and before there is a round', () => {
    expect(viewForNow(without, true)).toBe('matrix');
    expect(viewForNow(withRound({ state: 'open' }), false)).toBe('matrix');
    expect(viewForNow(withRound({ state: 'revealed' }), false)).toBe('matrix');
  });

  test('is on a phone the ballot, and then what becomes of it', () => {
    expect(viewForNow(withRound({ state: 'open' }), true)).toBe('ballot');
    expect(viewForNow(withRound({ state: 'closed' }), true)).toBe('results');
    expect(viewForNow(withRound({ state: 'revealed' }), true)).toBe('results');
    expect(viewForNow(withRound({ state: 'open' }, 'watcher'), true)).toBe('results');
  });

  test('is the same on every screen where nothing is scored', () => {
    expect(viewForNow(withRound({ method: 'dots', state: 'open' }), false)).toBe('ballot');
    expect(viewForNow(withRound({ method: 'dots', state: 'closed' }), false)).toBe('results');
  });
});

test('receipts come with their rounds, the latest first', () => {
  const waiting: ReadonlySet<string> = new Set();
  const mine = new Map([
    ['round1', { ballot: undefined, done: true, waiting, receipt: 'AAAA' }],
    ['round2', { ballot: undefined, done: false, waiting, receipt: 'BBBB' }],
  ]);
  expect(ownReceipts(viewOf(sampleBoard(), 'voter', mine))).toEqual([
    { round: 'round2', number: 2, secrecy: 'anonymous', state: 'open', receipt: 'BBBB' },
    { round: 'round1', number: 1, secrecy: 'anonymous', state: 'revealed', receipt: 'AAAA' },
  ]);
  expect(ownReceipts(viewOf(sampleBoard()))).toEqual([]);
});

describe('"done"', () => {
  const BALLOTS: Readonly<Record<(typeof METHODS)[number], Ballot>> = {
    score: { cells: { flask: { learning: 4 } } },
    dots: { dots: { flask: 1, django: 1 } },
    approval: { approved: ['flask', 'django'] },
    ranking: { ranking: [['flask'], ['django', 'bottle']] },
    weights: {
      points: { learning: 50, ecosystem: 50, flexibility: 0, batteries: 0, async: 0, maintenance: 0 },
    },
    consent: { fingers: 4 },
  };

  test.each(METHODS)('leaves a ballot of %s as it is', (method) => {
    const round = sampleRound({ method });
    const given = doneBallot(round, BALLOTS[method]);
    expect(given && methodOf(method).cast(round, BALLOTS[method], given)).toEqual({ ok: true, value: BALLOTS[method] });
  });

  test.each(METHODS)('is accepted for %s also when an option was taken out meanwhile', (method) => {
    const round = sampleRound({ method, withdrawn: ['flask'] });
    const given = doneBallot(round, BALLOTS[method]);
    expect(given && methodOf(method).cast(round, BALLOTS[method], given)).toMatchObject({ ok: true });
  });

  test.each(METHODS)('abstains from %s with an empty ballot, where there is one', (method) => {
    const round = sampleRound({ method });
    const given = doneBallot(round, undefined);
    if (given === undefined) expect(['weights', 'consent']).toContain(method);
    else {
      const cast = methodOf(method).cast(round, undefined, given);
      expect(cast.ok && methodOf(method).isEmpty(cast.value)).toBe(true);
    }
  });
});
