// What holds for every meeting, whatever is said in it.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Board, Round } from '../../../shared/board/board.ts';
import { decide } from '../../../shared/board/decide.ts';
import { fold } from '../../../shared/board/evolve.ts';
import { parseCommand } from '../../../shared/board/parse.ts';
import { fromSnapshot, toSnapshot } from '../../../shared/board/snapshot.ts';
import { REJECTIONS } from '../../../shared/rejections.ts';
import type { Ballot } from '../../../shared/voting/ballots.ts';
import { methodOf } from '../../../shared/voting/methods.ts';
import { countRound, tallyOf } from '../../../shared/voting/round-count.ts';
import { mergeTally, tallyChanges } from '../../../shared/voting/tally.ts';
import { type Step, arbitraryMeeting, givenBallot } from '../../support/arbitrary-commands.ts';
import { Table, boardUnderTest } from '../../support/boards.ts';
import { deepFrozen } from '../../support/deep-frozen.ts';
import { roundOpened } from '../../support/sync.ts';

const meeting = arbitraryMeeting();

/** Plays a meeting on a frozen board; `look` sees each step. */
function play(steps: readonly Step[], look?: (table: Table, before: Board, accepted: boolean) => void): Table {
  const table = new Table();
  for (const { by, command, after } of steps) {
    table.now += after;
    table.board = deepFrozen(table.board);
    const before = table.board;
    const outcome = table.do(by, deepFrozen(command));
    look?.(table, before, outcome.ok);
  }
  return table;
}

describe('meetings', () => {
  test('nothing that is said breaks the rules, and a refusal is of the closed list and changes nothing', () => {
    fc.assert(
      fc.property(meeting, (steps) => {
        play(steps, (table, before, accepted) => {
          if (!accepted) expect(table.board).toBe(before);
          expect(table.board.revision).toBe(table.events.length);
        });
      }),
      { numRuns: 300 },
    );
  });

  test('the generator gets deep: rounds are revealed, and most types of command are accepted', () => {
    const seen = new Set<string>();
    let revealed = 0;
    for (const steps of fc.sample(meeting, { numRuns: 200, seed: 7 })) {
      const table = play(steps);
      for (const { type } of table.events) seen.add(type);
      revealed += table.board.rounds.filter(({ state }) => state === 'revealed').length;
    }
    expect(revealed).toBeGreaterThan(20);
    expect(seen.size).toBeGreaterThan(24);
  });

  test('a decision never changes what it is given, and gives the same again', () => {
    fc.assert(
      fc.property(meeting, (steps) => {
        const table = play(steps);
        const board = deepFrozen(table.board);
        for (const { by, command } of steps.slice(-10)) {
          const context = table.context(by);
          expect(decide(board, command, context)).toEqual(decide(board, command, context));
        }
      }),
      { numRuns: 60 },
    );
  });

  test('refusals are codes of the list, with a field where their sentence needs one', () => {
    fc.assert(
      fc.property(meeting, (steps) => {
        const table = new Table();
        for (const { by, command } of steps) {
          const outcome = table.do(by, command);
          if (outcome.ok) continue;
          expect(Object.keys(REJECTIONS)).toContain(outcome.error.code);
          if (REJECTIONS[outcome.error.code].en.includes('{field}')) expect(outcome.error.field).toBeTruthy();
        }
      }),
      { numRuns: 60 },
    );
  });

  test('the commands of a meeting pass the door as they are', () => {
    fc.assert(
      fc.property(meeting, (steps) => {
        for (const { command } of steps) expect(parseCommand(command)).toEqual({ ok: true, value: command });
      }),
      { numRuns: 60 },
    );
  });

  test('folding in pieces is folding at once, and neither changes the log', () => {
    fc.assert(
      fc.property(meeting, fc.nat(), (steps, at) => {
        const { events, board } = play(steps);
        const cut = 1 + (at % events.length);
        const log = deepFrozen(events);
        expect(fold(log.slice(cut), fold(log.slice(0, cut)))).toEqual(board);
        expect(fold(log)).toEqual(board);
      }),
      { numRuns: 60 },
    );
  });

  test('a log that went through JSON folds to the same board', () => {
    fc.assert(
      fc.property(meeting, (steps) => {
        const { events, board } = play(steps);
        expect(fold(JSON.parse(JSON.stringify(events)) as typeof events)).toEqual(board);
      }),
      { numRuns: 60 },
    );
  });

  test('a snapshot there and back, through JSON, is the same board, and folding goes on from it', () => {
    fc.assert(
      fc.property(meeting, fc.nat(), (steps, at) => {
        const { events, board } = play(steps);
        const cut = 1 + (at % events.length);
        const early = fold(events.slice(0, cut));
        const copy = fromSnapshot(
          JSON.parse(JSON.stringify(toSnapshot(early))) as ReturnType<typeof toSnapshot>,
          early.revision,
        );
        expect(copy).toEqual(early);
        expect(fold(events.slice(cut), copy)).toEqual(board);
      }),
      { numRuns: 60 },
    );
  });

  test('no event has a ballot in it before its round is revealed', () => {
    fc.assert(
      fc.property(meeting, (steps) => {
        for (const event of play(steps).events) {
          if (event.type === 'round.revealed') continue;
          expect(event).not.toHaveProperty('ballot');
          expect(event).not.toHaveProperty('ballots');
          expect(event).not.toHaveProperty('tally');
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('counting', () => {
  const rounds = (
    [
      { method: 'score', rule: 'mean' },
      { method: 'score', rule: 'star' },
      {
        method: 'score',
        rule: 'median',
        cells: [
          ['flask', 'speed'],
          ['django', 'docs'],
        ],
      },
      { method: 'score', rule: 'schulze', withdrawn: ['django'] },
      { method: 'weights', rule: 'mean' },
      { method: 'dots', rule: 'sum', stacking: true },
      { method: 'approval', rule: 'count' },
      { method: 'ranking', rule: 'ranked-pairs' },
      { method: 'ranking', rule: 'irv', withdrawn: ['bottle'] },
      { method: 'consent', rule: 'threshold' },
    ] as const
  ).map((fields): Round => {
    const { withdrawn, ...opening } = { withdrawn: undefined, ...fields };
    const [round] = boardUnderTest(roundOpened('named', opening)).rounds;
    if (round === undefined) throw new Error('no round was opened');
    return withdrawn === undefined ? round : { ...round, withdrawn };
  });
  const cast = (round: Round, givens: readonly unknown[]): Ballot[] =>
    givens.flatMap((given) => {
      const result = methodOf(round.method).cast(round, undefined, given as never);
      return result.ok ? [result.value] : [];
    });
  const box = fc.record({ round: fc.constantFrom(...rounds), given: fc.array(givenBallot, { maxLength: 30 }) });

  test('the order of ballots changes neither tally nor result', () => {
    fc.assert(
      fc.property(box, fc.infiniteStream(fc.nat()), ({ round, given }, draws) => {
        const ballots = cast(round, given);
        const places = new Map(ballots.map((ballot) => [ballot, draws.next().value as number]));
        const shuffled = ballots.toSorted((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0));
        const published = (list: readonly Ballot[]) =>
          list.map((ballot) => ({ member: `m${ballots.indexOf(ballot)}`, ballot }));
        expect(countRound(round, published(shuffled))).toEqual(countRound(round, published(ballots)));
      }),
      { numRuns: 300 },
    );
  });

  test('a ballot added and taken back leaves the tally as it was', () => {
    fc.assert(
      fc.property(box, givenBallot, ({ round, given }, more) => {
        const { count } = methodOf(round.method);
        const before = tallyOf(round, cast(round, given));
        const tally = structuredClone(before);
        for (const ballot of cast(round, [more])) {
          count(tally, round, ballot, 1);
          count(tally, round, ballot, -1);
        }
        expect(tally).toEqual(before);
      }),
      { numRuns: 300 },
    );
  });

  test('a changed ballot counts like one that was cast so from the start', () => {
    fc.assert(
      fc.property(box, givenBallot, givenBallot, ({ round, given }, first, second) => {
        const others = cast(round, given);
        const method = methodOf(round.method);
        const [before] = cast(round, [first]);
        const after = method.cast(round, before, second as never);
        if (before === undefined || !after.ok) return;
        const tally = tallyOf(round, [...others, before]);
        method.count(tally, round, before, -1);
        method.count(tally, round, after.value, 1);
        expect(tally).toEqual(tallyOf(round, [...others, after.value]));
      }),
      { numRuns: 300 },
    );
  });

  test('the changed entries of a tally, put into the old one, make the new one, also twice', () => {
    fc.assert(
      fc.property(box, fc.array(givenBallot, { maxLength: 5 }), ({ round, given }, more) => {
        const before = tallyOf(round, cast(round, given));
        const after = tallyOf(round, cast(round, [...given, ...more]));
        const changes = tallyChanges(before, after);
        expect(mergeTally(before, changes)).toEqual(after);
        expect(mergeTally(mergeTally(before, changes), changes)).toEqual(after);
        expect(mergeTally(undefined, tallyChanges(undefined, after))).toEqual(after);
      }),
      { numRuns: 300 },
    );
  });

  test('casting changes neither the round, nor what was cast before, nor what is given', () => {
    fc.assert(
      fc.property(box, givenBallot, ({ round, given }, more) => {
        const frozen = deepFrozen(structuredClone(round));
        for (const before of cast(frozen, given)) {
          methodOf(round.method).cast(frozen, deepFrozen(before), deepFrozen(more) as never);
        }
      }),
    );
  });
});
