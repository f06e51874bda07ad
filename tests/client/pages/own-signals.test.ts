// What I say to the room without words, and when it is over.
import { expect, test } from 'vitest';
import { OwnSignals } from '../../../client/pages/own-signals.ts';
import type { Board } from '../../../shared/board/board.ts';
import { sampleBoard, sampleRound } from '../../browser/ballot/sample-board.ts';

const CLOSES = '2026-11-23T09:05:00.000Z';
const board: Board = { ...sampleBoard(sampleRound({ state: 'open', closesAt: CLOSES })), phase: 'vote' };
const closing = (closesAt: string): Board => ({
  ...board,
  rounds: board.rounds.map((round) => (round.state === 'open' ? { ...round, closesAt } : round)),
});
const timer = { startedAt: '2026-11-23T09:00:00.000Z', endsAt: CLOSES };

function signals(start: Board): OwnSignals {
  const own = new OwnSignals();
  own.look(start);
  own.give({ hand: true, ready: true, more: true });
  return own;
}

test('nothing changes while the board stays where it is', () => {
  const own = signals(board);
  expect(own.look({ ...board, title: 'Another title' })).toBeUndefined();
  expect(own.shown).toEqual({ hand: true, ready: true, more: true });
});

test('the wish for time is over when time was given, not when the round is about to close', () => {
  const own = signals(board);
  own.look(closing('2026-11-23T09:01:00.000Z'));
  expect(own.shown.more).toBe(true);
  own.look(closing('2026-11-23T09:06:00.000Z'));
  expect(own.shown.more).toBe(false);
});

test('it is over when the round closes, and when the clock is extended, stopped or started', () => {
  const closed = { ...board, rounds: board.rounds.map((round) => ({ ...round, state: 'closed' as const })) };
  const running = { ...board, timer };
  for (const [before, after] of [
    [board, closed],
    [board, running],
    [running, { ...running, timer: { ...timer, endsAt: '2026-11-23T09:09:00.000Z' } }],
    [running, board],
  ] as const) {
    const own = signals(before);
    own.look(after);
    expect(own.shown).toEqual({ hand: true, ready: true, more: false });
  }
});

test('ready is for one phase, and is taken back with the next; a hand stays up', () => {
  const own = signals(board);
  expect(own.look({ ...board, phase: 'reveal' })).toEqual({ ready: false });
  expect(own.shown).toMatchObject({ hand: true, ready: false });
  expect(own.look({ ...board, phase: 'decide' })).toBeUndefined();
});
