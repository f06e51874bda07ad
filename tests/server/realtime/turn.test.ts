import { describe, expect, test } from 'vitest';
import { turnAfter } from '../../../server/realtime/turn.ts';

describe('a turn of a sweep', () => {
  test('lasts 3 ms, so that votes and their answers come in between', () => {
    expect(turnAfter(0)).toBe(3);
    expect(turnAfter(6)).toBe(3);
  });
  test('lasts for half of the time that went to other things, and never longer than 10 ms', () => {
    expect(turnAfter(12)).toBe(6);
    expect(turnAfter(500)).toBe(10);
  });
  test('is no shorter when the clock was set back', () => {
    expect(turnAfter(-60_000)).toBe(3);
  });
});
