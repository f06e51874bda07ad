// What the log says when nothing can be saved: one sentence when it begins and one when it is over, whoever writes.
import { beforeEach, expect, test } from 'vitest';
import { createMemoryStore } from '../../server/store/memory.ts';
import type { Store } from '../../server/store/store.ts';
import { quietLog } from '../../server/log.ts';
import { Records } from '../../server/record/records.ts';
import { realSurroundings } from '../../server/surroundings.ts';
import { watchedStore } from '../../server/watched-store.ts';
import { Writer } from './record/writers.ts';
import { commitTo, newBoard, titles } from './store/store-samples.ts';

let isFull: boolean;
let now: number;
let said: string[];
let failing: () => number;
let store: Store;
let records: Records;

/** A store on a disk that fills up. */
function onDisk(): Store {
  const inner: Store = createMemoryStore();
  const write =
    <A extends unknown[], T>(ask: (...given: A) => Promise<T>) =>
    async (...given: A): Promise<T> => {
      if (isFull) throw new Error('database or disk is full');
      return ask(...given);
    };
  const commit = inner.commit.bind(inner);
  inner.create = write(inner.create.bind(inner));
  inner.addToRecord = write(inner.addToRecord.bind(inner));
  inner.commit = async (commits) =>
    isFull ? commits.map(() => ({ kind: 'failed', why: 'database or disk is full' })) : commit(commits);
  return inner;
}

beforeEach(async () => {
  [isFull, now, said] = [false, 1_000_000, []];
  const tell = (...given: unknown[]): void => void said.push(String(given.at(-1)));
  const log = Object.assign(Object.create(quietLog) as typeof quietLog, { error: tell, warn: tell });
  const surroundings = { ...realSurroundings, now: () => now };
  const gauge = (_name: string, _help: string, read: () => number): void => void (failing = read);
  store = watchedStore(onDisk(), { metrics: { took: () => undefined, gauge }, surroundings, log });
  records = new Records({ store, surroundings, log });
  await store.create(newBoard('a'));
});

let writers = 0;
/** Somebody's first word. */
const write = () => {
  const update = new Writer((writers += 1)).type('context', 'x');
  return records.write({ board: 'a', member: 'ada', update, kept: () => undefined });
};
const WAYS: readonly (readonly [string, () => Promise<unknown>])[] = [
  ['a command', () => store.commit([commitTo('a', 1, { events: titles(1, 'T') })])],
  ['a new board', () => store.create(newBoard('b')).catch(() => undefined)],
  ['a word in a record', write],
];

test.each(WAYS)(
  '%s that finds the disk full says so, and the next one that is kept that it is over',
  async (_, ask) => {
    isFull = true;
    await ask();
    expect(said[0]).toMatch(/^Boards cannot be saved: database or disk is full\. Nothing .* try again\.$/);
    expect(failing()).toBe(1);
    isFull = false;
    await store.create(newBoard('c'));
    expect(said.at(-1)).toBe('Boards are saved again.');
    expect(failing()).toBe(0);
  },
);

test('a record that is written in all the time on a full disk is refused each time, and fills no log', async () => {
  isFull = true;
  for (let time = 0; time < 50; time += 1) {
    expect(await write()).toMatchObject({ ok: false, error: { code: 'try-again' } });
    now += 100;
  }
  expect(said).toHaveLength(2);
  now += 60_000;
  await write();
  expect(said).toHaveLength(4);
});

test('a board that is there already, and a record of none, are no sign that there is room', async () => {
  isFull = true;
  await write();
  isFull = false;
  expect(await store.create(newBoard('a'))).toBe('exists');
  expect(await store.addToRecord([{ board: 'nowhere', update: '', at: '' }])).toEqual([false]);
  expect(failing()).toBe(1);
});
