import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import {
  KEY_BYTES,
  accessOf,
  hashOf,
  keysBelow,
  keysFrom,
  keysUnder,
  nextGeneration,
  roleOfKey,
  sameHash,
} from '../../../server/access/keys.ts';

const keys = keysFrom(randomBytes(KEY_BYTES));

describe('keys', () => {
  test('every key has 128 bits or more and fits into an address', () => {
    for (const key of Object.values(keys)) expect(key).toMatch(/^[A-Za-z0-9_-]{22,}$/);
    expect(KEY_BYTES * 8).toBeGreaterThanOrEqual(128);
  });

  test('three roles have three keys, and other bytes have other keys', () => {
    const others = Object.values(keysFrom(randomBytes(KEY_BYTES)));
    expect(new Set([...Object.values(keys), ...others]).size).toBe(6);
  });

  test('lower keys follow from higher ones', () => {
    expect(keysBelow('facilitator', keys.facilitator, {})).toEqual({ voter: keys.voter, watcher: keys.watcher });
    expect(keysBelow('voter', keys.voter, {})).toEqual({ watcher: keys.watcher });
    expect(keysBelow('watcher', keys.watcher, {})).toEqual({});
  });

  test('each key opens its own role, and nothing else opens any', () => {
    const access = accessOf(keys);
    expect(roleOfKey(access, keys.facilitator)).toBe('facilitator');
    expect(roleOfKey(access, keys.voter)).toBe('voter');
    expect(roleOfKey(access, keys.watcher)).toBe('watcher');
    for (const key of ['', 'x', keys.voter.slice(1), ` ${keys.voter}`, access.voterKeyHash]) {
      expect(roleOfKey(access, key)).toBeUndefined();
    }
  });

  test('the next generation of a key is another, with all below it, and the same whoever derives it', () => {
    const voters = nextGeneration('voter', {});
    const turned = keysUnder(keys.facilitator, voters);
    expect(turned.facilitator).toBe(keys.facilitator);
    expect([turned.voter, turned.watcher]).not.toContain(keys.voter);
    expect(turned.watcher).not.toBe(keys.watcher);
    expect(keysBelow('voter', turned.voter, voters)).toEqual({ watcher: turned.watcher });
    const watchers = nextGeneration('watcher', voters);
    expect(watchers).toEqual({ voterGeneration: 1, watcherGeneration: 1 });
    const again = keysUnder(keys.facilitator, watchers);
    expect(again.voter).toBe(turned.voter);
    expect(again.watcher).not.toBe(turned.watcher);
    expect(roleOfKey(accessOf(again, watchers), keys.voter)).toBeUndefined();
  });

  test('what is kept is a hash', () => {
    const kept = Object.values(accessOf(keys));
    for (const hash of kept) expect(hash).toMatch(/^[0-9a-f]{64}$/);
    for (const key of Object.values(keys)) expect(kept).not.toContain(key);
  });

  test('hashes are compared whole', () => {
    expect(sameHash(hashOf('a'), hashOf('a'))).toBe(true);
    expect(sameHash(hashOf('a'), hashOf('b'))).toBe(false);
    expect(sameHash(hashOf('a'), hashOf('a').slice(0, 63))).toBe(false);
  });
});
