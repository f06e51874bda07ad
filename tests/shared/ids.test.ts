// Ids and codes: what is one, what is the other, and that nothing is both.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { boardIdSchema, codeFromBytes, idSchema, isId, readCode, showCode } from '../../shared/ids.ts';

const bytes = fc.uint8Array({ minLength: 8, maxLength: 8 });

describe('codes', () => {
  test('are read without regard to case, spaces and dashes', () => {
    for (const text of ['7KQ2-MX4P', '7kq2mx4p', ' 7KQ2 MX4P ', '7-k-q-2-m-x-4-p']) {
      expect(readCode(text)).toBe('7KQ2MX4P');
    }
  });

  test('are read kindly: I and L are 1, O is 0', () => {
    expect(readCode('oil0-OIL9')).toBe('01100119');
  });

  test('have eight symbols without U', () => {
    for (const text of ['', '7KQ2-MX4', '7KQ2-MX4PP', 'UUUU-UUUU', '7KQ2_MX4P', 'x'.repeat(100_000)]) {
      expect(readCode(text)).toBeUndefined();
    }
  });

  test('made from bytes and shown to people are read back', () => {
    fc.assert(
      fc.property(bytes, (random) => {
        const code = codeFromBytes(random);
        expect(readCode(code)).toBe(code);
        expect(readCode(showCode(code))).toBe(code);
        expect(readCode(showCode(code).toLowerCase())).toBe(code);
      }),
    );
  });

  test('are never ids of boards', () => {
    fc.assert(
      fc.property(bytes, (random) => {
        const code = codeFromBytes(random);
        for (const text of [code, showCode(code), code.toLowerCase()]) {
          expect(z.safeParse(boardIdSchema, text).success).toBe(false);
        }
      }),
    );
    expect(z.safeParse(boardIdSchema, 'frameworks').success).toBe(true);
  });

  test('use each symbol as often as any other', () => {
    const counts = new Map<string, number>();
    for (let byte = 0; byte < 256; byte += 1) {
      const symbol = codeFromBytes(new Uint8Array(8).fill(byte)).charAt(0);
      counts.set(symbol, (counts.get(symbol) ?? 0) + 1);
    }
    expect([...counts.values()]).toEqual(Array.from({ length: 32 }, () => 8));
  });
});

describe('ids', () => {
  test('are 1 to 64 letters, digits, dashes and underscores, and begin with a letter or digit', () => {
    for (const id of ['a', '0', 'Z9_-', 'x'.repeat(64)]) expect(isId(id)).toBe(true);
    for (const id of ['', '-', '_a', 'x'.repeat(65), 'é', 'a.b', 'a/b', 'a b', 'a\n']) expect(isId(id)).toBe(false);
  });

  test('are no names that every object has', () => {
    for (const id of Object.getOwnPropertyNames(Object.prototype)) {
      expect(isId(id)).toBe(false);
      expect(z.safeParse(idSchema, id).success).toBe(false);
    }
  });

  test('look up nothing on a plain object', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyzOPSV_-') }), (text) => {
        if (isId(text)) expect(({} as Record<string, unknown>)[text]).toBeUndefined();
      }),
    );
  });
});
