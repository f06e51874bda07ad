// A log from the first days, with every type of event in it: it folds for ever, to the board that is kept beside it.
// When this fails, stored boards would change too: make the evolver read the old event as it was meant. Never edit the
// log; an event type that is new goes into a log of its own version.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fold } from '../../../shared/board/evolve.ts';
import { peopleEvolvers } from '../../../shared/board/evolve-people.ts';
import { roundEvolvers } from '../../../shared/board/evolve-rounds.ts';
import { structureEvolvers } from '../../../shared/board/evolve-structure.ts';
import type { Event } from '../../../shared/board/events.ts';
import { type Snapshot, fromSnapshot, toSnapshot } from '../../../shared/board/snapshot.ts';

const read = (name: string): string => readFileSync(new URL(`../../fixtures/${name}`, import.meta.url), 'utf8');
const events = read('events-v1.jsonl')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line) as Event);
const kept = JSON.parse(read('events-v1.snapshot.json')) as { revision: number; snapshot: Snapshot };

test('the log of the first version folds to the board it always folded to', () => {
  const board = fold(events);
  expect(board.revision).toBe(kept.revision);
  expect(toSnapshot(board)).toEqual(kept.snapshot);
});

test('a snapshot of the first version is still the board it was', () => {
  expect(fromSnapshot(kept.snapshot, kept.revision)).toEqual(fold(events));
});

test('every type of event is in the log', () => {
  const types = Object.keys({ ...structureEvolvers, ...roundEvolvers, ...peopleEvolvers, 'board.created': true });
  expect([...new Set(events.map(({ type }) => type))].toSorted()).toEqual(types.toSorted());
});

test('revisions count from 1 without gaps, and every event says when', () => {
  expect(events.map(({ revision }) => revision)).toEqual(events.map((_, index) => index + 1));
  for (const { at } of events) expect(new Date(at).toISOString()).toBe(at);
});
