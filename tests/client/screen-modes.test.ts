// What the big screen shows by itself, and how an address and a key ask for something else.
import { expect, test } from 'vitest';
import { modeForNow, modeOfKey, readMode, showsNames } from '../../client/elements/screen/screen-modes.ts';
import type { Board, Note, Phase, Round } from '../../shared/board/board.ts';

type Some = Partial<Pick<Round, 'state' | 'secrecy' | 'result'>>;
const NOTES = new Map([['n1', {} as Note]]);
const DIVIDED = { divided: [{}] } as unknown as Round['result'] & object;

const boardOf = (phase: Phase, round?: Some, notes: Board['notes'] = NOTES): Board =>
  ({
    phase,
    notes,
    rounds: round === undefined ? [] : [{ state: 'open', secrecy: 'named', ...round }],
  }) as unknown as Board;

test.each([
  [boardOf('frame'), 'progress'],
  [boardOf('discuss'), 'notes'],
  [boardOf('discuss', undefined, new Map()), 'progress'],
  [boardOf('vote', {}), 'progress'],
  [boardOf('vote', { secrecy: 'anonymous' }), 'progress'],
  [boardOf('vote', { secrecy: 'live' }), 'results'],
  [boardOf('reveal', { state: 'closed', secrecy: 'live' }), 'progress'],
  [boardOf('reveal', { state: 'revealed' }), 'results'],
  [boardOf('decide', { state: 'revealed', result: DIVIDED }), 'results'],
  [boardOf('discuss', { state: 'revealed', result: DIVIDED }), 'divided'],
  [boardOf('discuss', { state: 'revealed' }), 'notes'],
])('the screen follows the phase and the round: %#', (board, mode) => {
  expect(modeForNow(board)).toBe(mode);
});

test('an address asks for a mode, and for nothing with anything else', () => {
  expect(readMode('?mode=divided')).toBe('divided');
  for (const search of ['', '?mode=', '?mode=constructor', '?mode=auto']) expect(readMode(search)).toBeUndefined();
});

test('1 to 4 choose a mode, 0 leaves it to the board, other keys are left alone', () => {
  expect(['1', '2', '3', '4', '0', '5', 'r', 'Enter'].map(modeOfKey)).toEqual([
    'results',
    'progress',
    'divided',
    'notes',
    'auto',
    undefined,
    undefined,
    undefined,
  ]);
});

test('no names stand on the screen while the last round is anonymous', () => {
  expect(showsNames(boardOf('vote', { secrecy: 'anonymous' }))).toBe(false);
  expect(showsNames(boardOf('reveal', { secrecy: 'anonymous', state: 'revealed' }))).toBe(false);
  expect(showsNames(boardOf('vote', { secrecy: 'named' }))).toBe(true);
  expect(showsNames(boardOf('discuss'))).toBe(true);
});
