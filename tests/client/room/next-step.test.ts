// The one thing that brings a meeting on.
import { expect, test } from 'vitest';
import { isEverybodyDone, nextStep } from '../../../client/elements/room/next-step.ts';
import type { Decision, Phase } from '../../../shared/board/board.ts';
import { sampleRound } from '../../browser/ballot/sample-board.ts';

const decision: Decision = { options: ['flask'], status: 'accepted', summary: 'Yes', at: '2026-11-23T09:00:00.000Z' };
const board = (phase: Phase, decided = false) => ({ phase, ...(decided && { decision }) });
const progress = (done: number, eligible: number, cast = done) => ({ cast, done, eligible });

test('from the question to the record there is one step at a time', () => {
  const [open, closed, revealed] = (['open', 'closed', 'revealed'] as const).map((state) =>
    sampleRound({ state, secrecy: 'named' }),
  );
  expect(nextStep(board('frame'), undefined, undefined)).toBe('discuss');
  expect(nextStep(board('discuss'), undefined, undefined)).toBe('open');
  expect(nextStep(board('vote'), open, progress(2, 3))).toBe('wait');
  expect(nextStep(board('vote'), open, progress(3, 3))).toBe('close');
  expect(nextStep(board('reveal'), closed, progress(3, 3))).toBe('reveal');
  expect(nextStep(board('reveal'), revealed, progress(3, 3))).toBe('decide');
  expect(nextStep(board('decide'), revealed, progress(3, 3))).toBe('decide');
  expect(nextStep(board('decide', true), revealed, progress(3, 3))).toBe('download');
});

test('a room that goes back to the discussion opens another round', () => {
  const revealed = sampleRound({ state: 'revealed', secrecy: 'named' });
  expect(nextStep(board('discuss'), revealed, progress(3, 3))).toBe('open');
});

test('what cannot be revealed is asked again', () => {
  const few = sampleRound({ state: 'closed', secrecy: 'anonymous' });
  expect(nextStep(board('reveal'), few, progress(2, 3))).toBe('open');
  expect(nextStep(board('reveal'), few, progress(3, 3))).toBe('reveal');
  expect(nextStep(board('reveal'), sampleRound({ state: 'closed', imported: true }), progress(3, 3))).toBe('open');
});

test('nobody is everybody', () => {
  expect(isEverybodyDone(undefined)).toBe(false);
  expect(isEverybodyDone(progress(0, 0))).toBe(false);
});
