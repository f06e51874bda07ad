import { expect, test } from 'vitest';
import { jsonOf, updateJson } from '../../../server/realtime/known-json.ts';
import type { BoardUpdate } from '../../../shared/protocol.ts';

const voted = ['ada', 'bo "the" second', 'é'];
const progress = { cast: 4, done: 3, eligible: 9, voted };
const rounds = {
  'r"1': { since: 2, version: 5, progress, tally: { dots: { a: 1 } } },
  r2: { since: 0, version: 1, progress },
};

test('a message whose large fields come from memory reads like one that is written whole', () => {
  for (const message of [
    {},
    { ok: true },
    { ok: true, revision: 3, rounds, snapshot: { id: 'b', title: 'é' }, missing: undefined },
    { rounds },
  ]) {
    expect(JSON.parse(jsonOf(message))).toEqual(JSON.parse(JSON.stringify(message)));
    expect(JSON.parse(jsonOf(message))).toEqual(JSON.parse(JSON.stringify(message)));
  }
});

test('an update says who is done in every round, the second time as well', () => {
  const update: BoardUpdate = { board: 'b', from: 3, events: [], rounds };
  for (let times = 0; times < 2; times += 1) expect(JSON.parse(updateJson(update))).toEqual(update);
  const { rounds: _, ...events } = update;
  expect(JSON.parse(updateJson(events))).toEqual(events);
});

test('a shared field is written once, however many it is told to', () => {
  let written = 0;
  const snapshot = { toJSON: () => ({ times: (written += 1) }) };
  expect([jsonOf({ a: 1, snapshot }), jsonOf({ a: 2, snapshot })]).toEqual([
    '{"a":1,"snapshot":{"times":1}}',
    '{"a":2,"snapshot":{"times":1}}',
  ]);
});
