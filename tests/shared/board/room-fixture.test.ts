// A log with every event of running a meeting, as first written: it folds for ever. Never edit the log.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Event } from '../../../shared/board/events.ts';
import { fold } from '../../../shared/board/evolve.ts';
import { roomEvolvers } from '../../../shared/board/evolve-room.ts';
import { type Snapshot, toSnapshot } from '../../../shared/board/snapshot.ts';

const read = (name: string): string => readFileSync(new URL(`../../fixtures/${name}`, import.meta.url), 'utf8');
const events = read('events-room-v1.jsonl')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line) as Event);

test('the first log of running a meeting folds to the board it always folded to', () => {
  expect(toSnapshot(fold(events))).toEqual(JSON.parse(read('events-room-v1.snapshot.json')) as Snapshot);
});

test('every event of running a meeting is in it', () => {
  const types = new Set(events.map(({ type }) => type as string));
  for (const type of Object.keys(roomEvolvers)) expect(types).toContain(type);
});
