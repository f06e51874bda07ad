// What every store must do with the records of boards: one suite, run against each of them.
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { RecordAddition, Store } from '../../../server/store/store.ts';
import type { StoreSubject } from './contract.ts';
import { newBoard } from './store-samples.ts';

const added = (board: string, update: string, at = '2026-11-01T12:00:00.000Z'): RecordAddition => ({
  board,
  update,
  at,
});

/** Called inside a `describe` that names the store. */
export function recordContract(subject: StoreSubject): void {
  let store: Store;

  beforeEach(async () => {
    store = await subject.open();
    await store.create(newBoard('a'));
    await store.create({ ...newBoard('b'), record: 'begun' });
  });

  afterEach(() => subject.end(store));

  test('a record has what its board began with and what was added since, in order', async () => {
    expect(await store.record('a')).toEqual([]);
    expect(await store.addToRecord([added('a', 'one'), added('b', 'two'), added('a', 'three')])).toEqual([
      true,
      true,
      true,
    ]);
    expect(await store.record('a')).toEqual(['one', 'three']);
    expect(await store.record('b')).toEqual(['begun', 'two']);
    expect(await store.record('nowhere')).toEqual([]);
  });

  test('nothing is added to a board that is not there, and the others are', async () => {
    expect(await store.addToRecord([added('nowhere', 'lost'), added('a', 'kept')])).toEqual([false, true]);
    expect(await store.record('nowhere')).toEqual([]);
    expect(await store.record('a')).toEqual(['kept']);
  });

  test('additions that are asked for at the same time are all kept', async () => {
    const asked = Array.from({ length: 20 }, (_, index) => store.addToRecord([added('a', `n${index}`)]));
    expect((await Promise.all(asked)).flat()).toEqual(asked.map(() => true));
    expect(await store.record('a')).toEqual(asked.map((_, index) => `n${index}`));
  });

  test('the first updates are put together into one, and what was added since stays behind it', async () => {
    await store.addToRecord(['1', '2', '3'].map((update) => added('a', update)));
    await store.mergeRecord('a', 2, '1+2');
    expect(await store.record('a')).toEqual(['1+2', '3']);
    await store.addToRecord([added('a', '4')]);
    expect(await store.record('a')).toEqual(['1+2', '3', '4']);
    await store.mergeRecord('a', 3, 'all');
    await store.mergeRecord('nowhere', 1, 'lost');
    expect(await store.record('a')).toEqual(['all']);
    expect(await store.record('nowhere')).toEqual([]);
    expect(await store.record('b')).toEqual(['begun']);
  });

  test('a board whose record was written in is not unused', async () => {
    await store.addToRecord([
      added('a', 'one', '2026-11-05T00:00:00.000Z'),
      added('a', 'two', '2026-11-06T00:00:00.000Z'),
    ]);
    expect(await store.unusedSince('2026-11-05T12:00:00.000Z')).toEqual(['b']);
    await store.mergeRecord('a', 2, 'both');
    expect(await store.unusedSince('2026-11-06T00:00:00.000Z')).toEqual(['b']);
    expect(new Set(await store.unusedSince('2026-11-06T00:00:00.001Z'))).toEqual(new Set(['a', 'b']));
  });

  test('a record is erased with its board, and another board of that id begins without one', async () => {
    await store.addToRecord([added('a', 'one')]);
    expect(await store.erase('a')).toBe(true);
    expect(await store.record('a')).toEqual([]);
    expect(await store.addToRecord([added('a', 'late')])).toEqual([false]);
    await store.create(newBoard('a'));
    expect(await store.record('a')).toEqual([]);
    expect(await store.record('b')).toEqual(['begun']);
  });

  if (subject.reopen !== undefined) reopening(subject.reopen);

  function reopening(reopen: NonNullable<StoreSubject['reopen']>): void {
    test('a record is there again after closing', async () => {
      await store.addToRecord([added('a', 'one'), added('a', 'two')]);
      await store.mergeRecord('a', 2, 'both');
      store = await reopen(store);
      expect(await store.record('a')).toEqual(['both']);
      expect(await store.record('b')).toEqual(['begun']);
    });
  }
}
