import { describe, expect, test } from 'vitest';
import {
  NEW_DRAFT,
  type RoundDraft,
  fieldsOf,
  problemOf,
  rulesFor,
  warningOf,
  withMethod,
} from '../../../client/elements/rounds/round-draft.ts';
import { commandSchemaOf } from '../../../shared/board/commands.ts';
import { openingOf } from '../../../shared/board/round-opening.ts';
import { METHODS } from '../../../shared/voting/ballots.ts';
import { resultOf } from '../../../shared/voting/result.ts';
import { sampleBallots, sampleBoard, sampleRound } from '../ballot/sample-board.ts';

const board = sampleBoard(sampleRound({ state: 'revealed' }));
const draft = (changes: Partial<RoundDraft> = {}): RoundDraft => ({ ...NEW_DRAFT, ...changes });
const all = new Set(board.options.map(({ id }) => id));

describe('a round being prepared', () => {
  test('what can be opened passes the same checks as on the server, whatever the method', () => {
    for (const method of METHODS) {
      const prepared = { ...withMethod(NEW_DRAFT, method), proposal: 'We take Flask.', minutes: 0.5, quorum: 3 };
      expect(problemOf(board, prepared)).toBeUndefined();
      const command = { id: 'c1', type: 'round.open' as const, round: 'r9', ...fieldsOf(board, prepared) };
      expect(commandSchemaOf('round.open').safeParse(command).success).toBe(true);
      expect(openingOf(board, command, 0, 'x').ok).toBe(true);
    }
  });

  test('with everything left as it is, all options and criteria are in, and later ones too', () => {
    expect(fieldsOf(board, NEW_DRAFT)).toEqual({ method: 'score', rule: 'mean', secrecy: 'named' });
  });

  test('options left out are left out by naming the others, in the order of the board', () => {
    const { options } = fieldsOf(board, draft({ withoutOptions: new Set(['flask', 'webpy']) }));
    expect(options).toEqual(['django', 'bottle', 'web2py', 'cherrypy', 'pyramid', 'twisted', 'tornado']);
  });

  test.each([
    ['no-options', draft({ withoutOptions: all })],
    ['one-option', { ...withMethod(NEW_DRAFT, 'ranking'), withoutOptions: new Set([...all].slice(1)) }],
    ['no-criteria', draft({ withoutCriteria: new Set(board.criteria.map(({ id }) => id)) })],
    [
      'one-criterion',
      { ...withMethod(NEW_DRAFT, 'weights'), withoutCriteria: new Set(board.criteria.map(({ id }) => id).slice(1)) },
    ],
    ['no-proposal', { ...withMethod(NEW_DRAFT, 'consent'), proposal: '  ' }],
    ['time', draft({ minutes: 0 })],
    ['time', draft({ minutes: Number.NaN })],
    ['time', draft({ minutes: 7 * 24 * 60 + 1 })],
    ['quorum', draft({ quorum: 0 })],
    ['quorum', draft({ quorum: 2.5 })],
    ['dots', { ...withMethod(NEW_DRAFT, 'dots'), dots: 101 }],
  ] as const)('%s is refused', (problem, prepared) => {
    expect(problemOf(board, prepared)).toBe(problem);
  });

  test('a second round may ask about the divided cells only, by a rule that needs no whole ballots', () => {
    const round = sampleRound({ state: 'revealed' });
    const scored = sampleBoard({ ...round, result: resultOf(round, sampleBallots()) });
    const prepared = draft({ dividedOnly: true, rule: 'schulze', withoutOptions: all });
    expect(problemOf(scored, prepared)).toBeUndefined();
    expect(fieldsOf(scored, prepared)).toEqual({
      method: 'score',
      rule: 'mean',
      secrecy: 'named',
      cells: [['pyramid', 'learning']],
    });
    expect(rulesFor(scored, prepared)).toEqual(['mean', 'median']);
    const command = { id: 'c1', type: 'round.open' as const, round: 'r9', ...fieldsOf(scored, prepared) };
    expect(openingOf(scored, command, 0, 'x').ok).toBe(true);
    // Nothing was divided, or it is no score round: it asks about everything.
    expect(fieldsOf(board, draft({ dividedOnly: true }))).not.toHaveProperty('cells');
    expect(fieldsOf(scored, { ...prepared, ...withMethod(prepared, 'approval'), withoutOptions: new Set() })).toEqual({
      method: 'approval',
      rule: 'count',
      secrecy: 'named',
    });
  });

  test('weights that sum to nothing are refused', () => {
    const weightless = { ...board, criteria: board.criteria.map((criterion) => ({ ...criterion, weight: 0 })) };
    expect(problemOf(weightless, NEW_DRAFT)).toBe('no-weight');
  });

  test('while a round is open another is refused', () => {
    expect(problemOf(sampleBoard(), NEW_DRAFT)).toBe('round-open');
  });

  test('what needs more voters than there are is warned of, not refused', () => {
    const two = { ...board, members: new Map([...board.members].slice(0, 2)) };
    expect(warningOf(two, draft({ secrecy: 'anonymous' }))).toBe('few-voters');
    expect(warningOf(board, draft({ quorum: 10 }))).toBe('high-quorum');
    expect(warningOf(board, draft({ quorum: 9, secrecy: 'anonymous' }))).toBeUndefined();
  });

  test('whole ballots are published only where the round says so, and a named round always says so', () => {
    expect(fieldsOf(board, draft({ publishBallots: true }))).not.toHaveProperty('publish');
    expect(fieldsOf(board, draft({ publishBallots: true, secrecy: 'live' }))).toMatchObject({ publish: 'ballots' });
  });
});
