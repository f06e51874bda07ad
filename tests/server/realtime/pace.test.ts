import { describe, expect, test } from 'vitest';
import { paceOf } from '../../../server/realtime/pace.ts';

describe('the pace of updates', () => {
  test('a small room hears of a vote at most 10 ms after the update before', () => {
    expect(paceOf(0, 300)).toBe(10);
    expect(paceOf(2, 300)).toBe(10);
  });
  test('sweeps take a fifth of the time, until updates are 100 ms apart', () => {
    expect(paceOf(6, 300)).toBe(30);
    expect(paceOf(20, 300)).toBe(100);
    expect(paceOf(60, 300)).toBe(100);
  });
  test('a sweep that is longer still takes at most eight tenths of the time', () => {
    expect(paceOf(160, 300)).toBe(200);
  });
  test('nobody is sent more than 64 kB a second, and everybody hears something every second', () => {
    expect(paceOf(0, 6400)).toBe(100);
    expect(paceOf(0, 10_000_000)).toBe(1000);
    expect(paceOf(10_000, 0)).toBe(1000);
  });
});
