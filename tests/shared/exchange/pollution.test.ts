// Files from anybody, with names in them that every object has: nothing that is read changes what all objects inherit,
// and nothing inherited is taken for something that was read.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { exportBoard } from '../../../shared/exchange/export-json.ts';
import { fingerprintMatches } from '../../../shared/exchange/fingerprint.ts';
import { readExport, readExported } from '../../../shared/exchange/import-json.ts';
import { boardFromTable, suggestMapping } from '../../../shared/exchange/mapping.ts';
import { recount } from '../../../shared/exchange/recount.ts';
import { readTable } from '../../../shared/exchange/table.ts';
import { isId } from '../../../shared/ids.ts';
import { ELECTION_RULES, countElection, readElection } from '../../../shared/voting/election.ts';
import { meeting } from './export-sources.ts';

const INHERITED = Object.getOwnPropertyNames(Object.prototype);
const before = INHERITED.map((name) => (Object.prototype as Record<string, unknown>)[name]);

function expectUntouched(): void {
  expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(INHERITED);
  expect(INHERITED.map((name) => (Object.prototype as Record<string, unknown>)[name])).toEqual(before);
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
}

const cells = { cells: { flask: { speed: 5 as const } } };
const file = JSON.stringify(
  exportBoard(meeting({ round: 'r1', method: 'score', secrecy: 'named' }, [cells, cells, cells])),
);
/** Where in the text of the file an object begins. */
const places = [...file.matchAll(/\{(?=")/g)].map(({ index }) => index + 1);
const SMUGGLED = ['"__proto__":{"polluted":1},', '"constructor":{"prototype":{"polluted":1}},', '"toString":1,'];

function readAll(text: string): void {
  const read = readExport(text);
  if (read.ok) expect((read.value as { polluted?: unknown }).polluted).toBeUndefined();
  readExported(text);
  const parsed = JSON.parse(text) as unknown;
  recount(parsed);
  fingerprintMatches(parsed, 'abcdef0123456789');
  const table = readTable(`[${text}]`, 'json');
  if (table.ok && table.kind === 'table') boardFromTable(table.table, suggestMapping(table.table));
  expectUntouched();
}

test('an exported board is read whole or refused, wherever such a name is put into it', () => {
  expect(places.length).toBeGreaterThan(50);
  for (const at of places) for (const more of SMUGGLED) readAll(file.slice(0, at) + more + file.slice(at));
});

test('an exported board in which ids are such names is refused', () => {
  for (const name of INHERITED) {
    expect(readExport(file.replaceAll('"flask"', JSON.stringify(name)))).toMatchObject({ ok: false });
    readAll(file.replaceAll('"flask"', JSON.stringify(name)));
  }
});

test('a table of such names is a board with ids of its own', () => {
  const json = `[${INHERITED.map((name) => `{"name":${JSON.stringify(name)},"__proto__":"x","valueOf":"5"}`).join()}]`;
  const csv = `name,${INHERITED.join()}\n${INHERITED.map((name) => `${name},${INHERITED.join()}`).join('\n')}`;
  for (const [text, format] of [
    [json, 'json'],
    [csv, 'csv'],
  ] as const) {
    const read = readTable(text, format);
    if (!read.ok || read.kind !== 'table') throw new Error('no table');
    const made = boardFromTable(read.table, suggestMapping(read.table));
    if (!made.ok) throw new Error(JSON.stringify(made.errors));
    expect(made.board.options.map(({ name }) => name)).toEqual(INHERITED);
    for (const { id } of [...made.board.options, ...made.board.criteria]) expect(isId(id)).toBe(true);
    expectUntouched();
  }
});

const names = INHERITED.filter((name) => name !== '__proto__');
const scores = Object.fromEntries(names.map((name, at) => [name, at === 1 ? 5 : 0]));
const ranking = [names[1], ...names.filter((_, at) => at !== 1)].map((name) => [name]);

test.each(ELECTION_RULES)('an election among such names is counted by %s like any other', (rule) => {
  const counted = [{ scores }, { ranking }].flatMap((ballot) => {
    const election = readElection({ candidates: names, ballots: [{ count: 3, ...ballot }] });
    if (!election.ok) throw new Error(election.error.field);
    const answer = countElection(election.value, rule);
    return answer.ok ? [answer.value.winners] : [];
  });
  expect(counted.length).toBeGreaterThan(0);
  for (const winners of counted) expect(winners).toEqual([names[1]]);
  expectUntouched();
});

test('a name that no object keeps is refused in an election, and not left out of the count', () => {
  const field = (raw: string) => {
    const read = readElection(JSON.parse(raw));
    return read.ok ? 'read' : read.error.field;
  };
  expect(field('{"candidates":["a","__proto__"],"ballots":[{"ranking":[["a"]]}]}')).toBe('candidates.1');
  const ballots = '[{"ranking":[["a"]]},{"scores":{"a":1,"__proto__":2}}]';
  expect(field(`{"candidates":["a"],"ballots":${ballots}}`)).toBe('ballots.1.scores.__proto__');
});

test('any JSON at all', () => {
  const name = fc.constantFrom('__proto__', 'constructor', 'prototype', 'snapshot', 'rounds', 'format', 'palabre/1');
  const value = fc.letrec((tie) => ({
    any: fc.oneof({ maxDepth: 4 }, name, fc.jsonValue({ maxDepth: 1 }), fc.dictionary(name, tie('any'))),
  })).any;
  fc.assert(
    fc.property(value, (raw) => readAll(JSON.stringify(raw))),
    { numRuns: 500 },
  );
});
