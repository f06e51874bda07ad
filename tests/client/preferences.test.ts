// What this browser remembers of how its user likes boards.
import { afterEach, expect, test, vi } from 'vitest';
import { characterKeys, keepCharacterKeys } from '../../client/preferences.ts';

afterEach(() => vi.unstubAllGlobals());

test('keys that are characters work until they are switched off, and again once they are switched on', () => {
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => kept.set(name, value),
  });
  expect(characterKeys()).toBe(true);
  keepCharacterKeys(false);
  expect(characterKeys()).toBe(false);
  keepCharacterKeys(true);
  expect(characterKeys()).toBe(true);
});

test('where storage is refused they work, and nothing breaks', () => {
  vi.stubGlobal('localStorage', {
    getItem: () => {
      throw new Error('refused');
    },
    setItem: () => {
      throw new Error('refused');
    },
  });
  keepCharacterKeys(false);
  expect(characterKeys()).toBe(true);
});
