// Logs with every type of event in them, the first of them from the first days: they fold for ever, to the boards that
// are kept beside them. When this fails, stored boards would change too: make the evolver read the old event as it was
// meant. Never edit a log; an event type or field that is new goes into a log of its own, `events-NAME-v1.jsonl`.
import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { fold } from '../../../shared/board/evolve.ts';
import { peopleEvolvers } from '../../../shared/board/evolve-people.ts';
import { roomEvolvers } from '../../../shared/board/evolve-room.ts';
import { roundEvolvers } from '../../../shared/board/evolve-rounds.ts';
import { structureEvolvers } from '../../../shared/board/evolve-structure.ts';
import type { Event } from '../../../shared/board/events.ts';
import { type Snapshot, fromSnapshot, toSnapshot } from '../../../shared/board/snapshot.ts';

const FIXTURES = new URL('../../fixtures/', import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, FIXTURES), 'utf8');
const eventsOf = (log: string): readonly Event[] =>
  read(`${log}.jsonl`)
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Event);

const LOGS = readdirSync(FIXTURES)
  .filter((name) => /^events-.*\.jsonl$/.test(name))
  .map((name) => name.replace(/\.jsonl$/, ''));

describe.each(LOGS)('the log %s', (log) => {
  const events = eventsOf(log);
  const kept = JSON.parse(read(`${log}.snapshot.json`)) as { revision: number; snapshot: Snapshot };

  test('folds to the board it always folded to', () => {
    const board = fold(events);
    expect(board.revision).toBe(kept.revision);
    expect(toSnapshot(board)).toEqual(kept.snapshot);
  });

  test('is told by a snapshot that is still the board it was', () => {
    expect(fromSnapshot(kept.snapshot, kept.revision)).toEqual(fold(events));
  });

  test('counts its revisions from 1 without gaps, and every event says when', () => {
    expect(events.map(({ revision }) => revision)).toEqual(events.map((_, index) => index + 1));
    for (const { at } of events) expect(new Date(at).toISOString()).toBe(at);
  });
});

test('every type of event is in one of the logs', () => {
  const evolvers = { ...structureEvolvers, ...roundEvolvers, ...peopleEvolvers, ...roomEvolvers };
  const types = ['board.created', ...Object.keys(evolvers)];
  const told = new Set(LOGS.flatMap(eventsOf).map(({ type }) => type));
  expect([...told].toSorted()).toEqual(types.toSorted());
});
