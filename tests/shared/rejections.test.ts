// The closed list of refusals: every code has its sentences, and a test that gives it.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { LANGUAGES, REJECTIONS, type RejectionCode, toWireError } from '../../shared/rejections.ts';

const CODES = Object.keys(REJECTIONS) as RejectionCode[];
/** PROTOCOL.md, the errors: code and status. */
const CONTRACT =
  'invalid 400 · bad-key 401 · not-allowed 403 · not-revealed 403 · locked 403 · not-found 404 · exists 409 · ' +
  'round-open 409 · round-not-open 409 · ended 410 · too-large 413 · too-many 409 · too-few 409 · too-fast 429 · ' +
  'version 426 · try-again 503 · internal 500';

/** The text of every test but this one. */
function testTexts(): string {
  const root = fileURLToPath(new URL('..', import.meta.url));
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  return files
    .filter((name) => !name.endsWith('rejections.test.ts'))
    .map((name) => readFileSync(join(root, name), 'utf8'))
    .join('\n');
}

test('the codes and their statuses are those of the contract', () => {
  const listed = CODES.map((code) => `${code} ${REJECTIONS[code].status}`);
  expect(listed.toSorted()).toEqual(CONTRACT.split(' · ').toSorted());
});

test('every code has a sentence of its own in each language', () => {
  for (const language of LANGUAGES) {
    const sentences = CODES.map((code): string => REJECTIONS[code][language]);
    for (const sentence of sentences) expect(sentence).toMatch(/^\p{Lu}.{10,}\.$/u);
    expect(new Set(sentences).size).toBe(CODES.length);
  }
  for (const code of CODES) expect(REJECTIONS[code].en).not.toBe(REJECTIONS[code].fr);
});

test('both languages name the field, or neither does', () => {
  for (const code of CODES) {
    const [en, fr] = LANGUAGES.map((language) => REJECTIONS[code][language].includes('{field}'));
    expect(en, code).toBe(fr);
  }
});

test('French keeps its narrow typography', () => {
  for (const code of CODES) {
    expect(REJECTIONS[code].fr, code).not.toMatch(/'/);
    expect(REJECTIONS[code].fr, code).not.toMatch(/\u0020[:;!?]/);
  }
});

describe.each(LANGUAGES)('on the wire in %s', (language) => {
  test.each(CODES)('%s is whole with a field and without one', (code) => {
    const bare = toWireError({ code }, language).message;
    const told = toWireError({ code, field: 'ballot.cells.flask' }, language).message;
    expect(bare).not.toMatch(/\{|\}|:\s*\.|\s\./);
    expect(told).not.toMatch(/\{|\}/);
    expect(told.includes('ballot.cells.flask')).toBe(REJECTIONS[code][language].includes('{field}'));
  });

  test('a field is quoted as it is, dollar signs included', () => {
    const { message } = toWireError({ code: 'invalid', field: '$& $1 {field}' }, language);
    expect(message).toContain('$& $1 {field}');
  });
});

test('what came with a refusal goes along', () => {
  expect(toWireError({ code: 'too-fast', retryAfter: 700 }, 'en')).toMatchObject({ code: 'too-fast', retryAfter: 700 });
});

test('every code is given by some test', () => {
  const texts = testTexts();
  for (const code of CODES) expect(texts.includes(`'${code}'`), code).toBe(true);
});
