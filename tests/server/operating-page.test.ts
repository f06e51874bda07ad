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

const LIMITS = [...Object.values(RATES), ...Object.values(SIZES)];
const begun = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

test.each(ALL_SETTINGS.map(({ name, default: value }) => [name, value] as const))('%s stands there', (name, value) => {
  expect(rowOf(name)[2]).toBe(value === '' ? 'empty' : `\`${value}\``);
});

test.each(
  ALL_SETTINGS.filter(({ name }) => LIMITS.every(({ setting }) => setting !== name)).map(
    (row) => [row.name, row] as const,
  ),
)('what %s is, and what it may be, stands there', (name, { about, allowed }) => {
  expect(rowOf(name)[3]?.replaceAll('\\', '')).toBe(`${about}. ${begun(allowed)}`);
});

test.each(LIMITS.map(({ setting, code, about }) => [setting, code, about] as const))(
  'the refusal of %s and what it bounds stand there',
  (setting, code, about) => {
    const [, , , refusal, , what] = rowOf(setting);
    expect([refusal, what]).toEqual([`\`${code}\``, about]);
  },
);
