// The page for operators names every setting and limit with the default that holds.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { RATES, SIZES } from '../../server/limits.ts';
import { ALL_SETTINGS } from '../../server/settings.ts';

const page = readFileSync(new URL('../../docs/operating.md', import.meta.url), 'utf8');
const rowOf = (name: string): string[] => {
  const row = page.split('\n').find((line) => line.startsWith(`| \`${name}\``)) ?? '';
  return row.split('|').map((cell) => cell.trim());
};

test.each(ALL_SETTINGS.map(({ name, default: value }) => [name, value] as const))('%s stands there', (name, value) => {
  expect(rowOf(name)[2]).toBe(value === '' ? 'empty' : `\`${value}\``);
});

test.each([...Object.values(RATES), ...Object.values(SIZES)].map(({ setting, code }) => [setting, code] as const))(
  'the refusal of %s stands there',
  (setting, code) => {
    expect(rowOf(setting)[3]).toBe(`\`${code}\``);
  },
);
