import { describe, expect, test } from 'vitest';
import { added, moved, removed, tied } from '../../../client/elements/ballot/ranking-moves.ts';

describe('a ranking', () => {
  test('an option alone changes places with the group beside it', () => {
    expect(moved([['a'], ['b', 'c'], ['d']], 'd', -1)).toEqual([['a'], ['d'], ['b', 'c']]);
    expect(moved([['a'], ['b', 'c']], 'a', 1)).toEqual([['b', 'c'], ['a']]);
  });

  test('an option in a tie steps out just above or below it', () => {
    expect(moved([['a', 'b'], ['c']], 'b', -1)).toEqual([['b'], ['a'], ['c']]);
    expect(moved([['a', 'b'], ['c']], 'a', 1)).toEqual([['b'], ['a'], ['c']]);
  });

  test('at the ends nothing moves', () => {
    expect(moved([['a'], ['b']], 'a', -1)).toEqual([['a'], ['b']]);
    expect(moved([['a'], ['b']], 'b', 1)).toEqual([['a'], ['b']]);
  });

  test('a tie takes the whole group above with it', () => {
    expect(tied([['a'], ['b', 'c']], 'b')).toEqual([['a', 'b', 'c']]);
    expect(tied([['a']], 'a')).toEqual([['a']]);
  });

  test('adding ranks last, once, and removing leaves no empty group', () => {
    expect(added([['a'], ['b']], 'a')).toEqual([['b'], ['a']]);
    expect(removed([['a'], ['b']], 'a')).toEqual([['b']]);
  });
});
