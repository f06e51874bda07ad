// An exported board counted again: the same where nothing was touched, and exactly what differs where something was.
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CHAIN_START, chainHead, chainNext } from '../../../shared/exchange/chain.ts';
import { differences } from '../../../shared/exchange/differences.ts';
import { type BoardExport, exportBoard } from '../../../shared/exchange/export-json.ts';
import { recount } from '../../../shared/exchange/recount.ts';
import { canonicalJson } from '../../../shared/voting/round-count.ts';
import { openingEvents } from '../../support/boards.ts';
import { meeting } from './export-sources.ts';

const score = (flask: 0 | 2 | 5, django: 1 | 3) => ({
  cells: { flask: { speed: flask, docs: 3 as const }, django: { speed: django, docs: 4 as const } },
});
const BALLOTS = [score(5, 1), score(2, 3), score(5, 3)];

type Opening = Parameters<typeof meeting>[0];
/** As it is read from disk. */
const fileOf = (opening: Partial<Opening>, ballots: Parameters<typeof meeting>[1] = BALLOTS): BoardExport =>
  JSON.parse(
    JSON.stringify(exportBoard(meeting({ round: 'r1', method: 'score', secrecy: 'named', ...opening }, ballots))),
  ) as BoardExport;

function counted(file: unknown) {
  const answer = recount(file);
  if (!answer.ok) throw new Error(answer.error.field);
  return answer.value;
}
const paths = (file: unknown): string[] => {
  const { rounds, log } = counted(file);
  return [...rounds.flatMap((round) => round.differences), ...log].map(({ path }) => path);
};

/** A copy with one thing changed. */
function tampered(file: BoardExport, path: readonly (string | number)[], value: unknown): unknown {
  const copy = structuredClone(file) as unknown;
  const last = path.at(-1) ?? '';
  const holder = path.slice(0, -1).reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], copy);
  (holder as Record<string, unknown>)[last] = value;
  return JSON.parse(JSON.stringify(copy)) as unknown;
}

describe('counting again', () => {
  test.each([
    ['named', 'named', {}],
    ['live with ballots', 'live', { publish: 'ballots' }],
    ['anonymous with ballots', 'anonymous', { publish: 'ballots' }],
    ['named under Schulze', 'named', { rule: 'schulze' }],
    ['named under STAR', 'named', { rule: 'star' }],
  ] as const)('a round that was %s gives the same from its ballots', (_, secrecy, more) => {
    const file = fileOf({ secrecy, ...more });
    expect(counted(file)).toEqual({ rounds: [{ id: 'r1', basis: 'ballots', ballots: 3, differences: [] }], log: [] });
  });

  test('a round published as its tally is counted from it where its rule allows', () => {
    expect(counted(fileOf({ secrecy: 'live' })).rounds).toEqual([
      { id: 'r1', basis: 'tally', ballots: 3, differences: [] },
    ]);
  });

  test('a rule that needs whole ballots is said not to be countable from a tally', () => {
    for (const rule of ['star', 'schulze'] as const) {
      expect(counted(fileOf({ secrecy: 'live', rule })).rounds).toMatchObject([{ basis: 'nothing', differences: [] }]);
    }
    const irv = fileOf({ secrecy: 'live', method: 'ranking', rule: 'irv' }, [{ ranking: [['flask'], ['django']] }]);
    expect(counted(irv).rounds).toMatchObject([{ basis: 'nothing', differences: [] }]);
  });

  test('an imported round is said to have its ballots elsewhere', () => {
    const file = fileOf({ secrecy: 'live' });
    const rounds = file.snapshot.rounds.map((round) => ({ ...round, imported: true }));
    const snapshot = { ...file.snapshot, rounds };
    const { id, code, title, question, language, entry, phase, options, criteria, notes, members } = snapshot;
    const created = { id, code, title, question, language, entry, phase, options, criteria, notes, members, rounds };
    const events = [{ type: 'board.created', revision: 1, at: snapshot.createdAt, ...created }];
    const copy = { ...file, revision: 1, snapshot, events, chain: { head: chainHead(events as never) } };
    expect(counted(copy)).toMatchObject({ rounds: [{ basis: 'imported', differences: [] }], log: [] });
  });
});

describe('a changed', () => {
  const file = fileOf({});
  const last = file.events.length - 1;

  test('ballot changes the count and the fingerprint', () => {
    const found = paths(tampered(file, ['rounds', 0, 'ballots', 0, 'ballot', 'cells', 'flask', 'speed'], 0));
    expect(found).toContain('rounds.0.ballotsHash');
    expect(found).toContain('rounds.0.tally.cells.flask.speed.0');
    expect(found.some((path) => path.startsWith('rounds.0.result.ranking'))).toBe(true);
  });

  test('ballot that the round would not have taken is named', () => {
    const [difference] = counted(
      tampered(file, ['rounds', 0, 'ballots', 1, 'ballot'], { cells: { flask: { colour: 5 } } }),
    ).rounds.flatMap((round) => round.differences);
    expect(difference?.path).toBe('rounds.0.ballots.1');
  });

  test('voter of a ballot changes the fingerprint only', () => {
    expect(paths(tampered(file, ['rounds', 0, 'ballots', 0, 'member'], 'zoe'))).toEqual(['rounds.0.ballotsHash']);
  });

  test('result is told apart from what was counted', () => {
    const { rounds } = counted(tampered(file, ['rounds', 0, 'result', 'winners'], ['django']));
    expect(rounds[0]?.differences).toEqual([{ path: 'rounds.0.result.winners.0', inFile: 'django', counted: 'flask' }]);
  });

  test('file without the ballots or receipts that were published is found out', () => {
    expect(paths(tampered(file, ['rounds', 0, 'ballots'], undefined))).toEqual(['rounds.0.ballots']);
    expect(paths(tampered(fileOf({ secrecy: 'live' }), ['rounds', 0, 'receipts'], undefined))).toEqual([
      'rounds.0.receipts',
    ]);
  });

  test('event breaks the chain', () => {
    expect(paths(tampered(file, ['events', 1, 'name'], 'Adam'))).toContain('chain.head');
  });

  test('snapshot no longer follows from the log', () => {
    expect(paths(tampered(file, ['snapshot', 'title'], 'Another'))).toEqual(['snapshot.title']);
  });

  test('draw does not fit its hash', () => {
    const closing = file.events.findIndex(({ type }) => type === 'round.closed');
    expect(paths(tampered(file, ['events', closing, 'tieSeed'], 'chosen'))).toContain('rounds.0.tieHash');
  });

  test('log without its last event is found out', () => {
    expect(paths(tampered(file, ['events'], file.events.slice(0, last)))).toContain('revision');
  });

  test('list of rounds without one is found out', () => {
    expect(paths(tampered(file, ['rounds'], []))).toEqual(['rounds']);
  });

  test('tally of a round without ballots does not give its result', () => {
    const live = fileOf({ secrecy: 'live' });
    const revealed = live.events.findIndex(({ type }) => type === 'round.revealed');
    const path = ['tally', 'cells', 'flask', 'speed', 0];
    const first = tampered(live, ['events', revealed, ...path], 9) as BoardExport;
    const found = paths(tampered(first, ['rounds', 0, ...path], 9));
    expect(found.some((one) => one.startsWith('rounds.0.result.ranks.flask'))).toBe(true);
  });

  test('number anywhere in the counted parts is found', () => {
    const numbers = (value: unknown, at: readonly string[]): (readonly string[])[] =>
      typeof value === 'number'
        ? [at]
        : typeof value === 'object' && value !== null
          ? Object.entries(value).flatMap(([key, entry]) => numbers(entry, [...at, key]))
          : [];
    const places = numbers(file.rounds, ['rounds']);
    fc.assert(
      fc.property(fc.constantFrom(...places), (place) => {
        expect(paths(tampered(file, place, 3.25)).length).toBeGreaterThan(0);
      }),
    );
  });
});

test.each([
  [null, ''],
  [{ format: 'other' }, 'format'],
  [{ ...fileOf({}), events: [] }, 'events'],
  [{ ...fileOf({}), events: [{ revision: 1, at: '', type: 'no.such' }] }, 'events'],
  [{ ...fileOf({}), rounds: [{ id: 1 }] }, 'rounds.0.id'],
])('what is no export is refused with the place (%#)', (value, field) => {
  expect(recount(value)).toEqual({ ok: false, error: { code: 'invalid', field } });
});

describe('the chain', () => {
  test('begins with nothing and takes every event in its order', () => {
    const events = openingEvents();
    expect(chainHead([])).toBe(CHAIN_START);
    expect(chainHead(events)).toMatch(/^[0-9a-f]{64}$/);
    expect(chainHead(events)).toBe(events.reduce(chainNext, CHAIN_START));
    expect(chainHead(events.toReversed())).not.toBe(chainHead(events));
  });

  test('does not depend on the order of keys', () => {
    const events = openingEvents();
    const turned = events.map((event) => Object.fromEntries(Object.entries(event).toReversed()) as typeof event);
    expect(canonicalJson(turned[0])).toBe(canonicalJson(events[0]));
    expect(chainHead(turned)).toBe(chainHead(events));
  });
});

test('two values differ exactly where one was changed', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(differences('v', value, structuredClone(value))).toEqual([]);
    }),
  );
  expect(differences('v', { a: [1, 2], b: null }, { a: [1, 3, 4], b: {} })).toEqual([
    { path: 'v.a.1', inFile: 2, counted: 3 },
    { path: 'v.a.2', inFile: undefined, counted: 4 },
    { path: 'v.b', inFile: null, counted: {} },
  ]);
});
