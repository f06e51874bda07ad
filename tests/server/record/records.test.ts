// The records of boards: an update is answered when it is on disk, and what is in memory is never more than that.
import { beforeEach, describe, expect, test } from 'vitest';
import { quietLog } from '../../../server/log.ts';
import { Records } from '../../../server/record/records.ts';
import type { RecordAddition } from '../../../server/store/store.ts';
import { WatchedStore } from '../boards/watched-store.ts';
import { newBoard } from '../store/store-samples.ts';
import { Writer } from './writers.ts';

/** A store whose disk a test holds back or breaks. */
class HeldStore extends WatchedStore {
  held: Promise<void> | undefined;
  broken = false;
  readonly batches_: number[] = [];

  override addToRecord = async (additions: readonly RecordAddition[]): Promise<readonly boolean[]> => {
    this.batches_.push(additions.length);
    await this.held;
    if (this.broken) throw new Error('the disk is full');
    return this.inner.addToRecord(additions);
  };
}

let store: HeldStore;
let records: Records;
let time: number;
let ada: Writer;

beforeEach(async () => {
  store = new HeldStore();
  await store.create(newBoard('a'));
  time = Date.UTC(2026, 10, 1);
  records = new Records({ store, surroundings: { now: () => time }, log: quietLog });
  ada = new Writer(7);
});

const order: string[] = [];
beforeEach(() => void order.splice(0));

const write = (update: string, board = 'a', member = 'ada') =>
  records.write({ board, member, update, kept: () => order.push('kept') });
const textsOf = async (board = 'a') => {
  const texts = await records.texts(board);
  return texts.ok ? texts.value : texts.error;
};
/** Held by the test until the answer is called. */
function hold(): () => void {
  let release = (): void => undefined;
  store.held = new Promise((resolve) => (release = resolve));
  return release;
}

describe('writing', () => {
  test('is answered after it is on disk, and told to the others just before', async () => {
    const release = hold();
    const written = write(ada.type('context', 'Words')).then(() => order.push('answered'));
    await new Promise((resolve) => setImmediate(resolve));
    expect(order).toEqual([]);
    release();
    await written;
    expect(order).toEqual(['kept', 'answered']);
    expect(await store.record('a')).toHaveLength(1);
  });

  test('what comes while the disk is at work goes to it together, in order', async () => {
    const release = hold();
    const written = ['one ', 'two ', 'three ', 'four'].map((word) => write(ada.type('context', word)));
    await new Promise((resolve) => setImmediate(resolve));
    release();
    expect(await Promise.all(written)).toEqual(written.map(() => ({ ok: true, value: {} })));
    expect(store.batches_.reduce((sum, count) => sum + count, 0)).toBe(4);
    expect(store.batches_.length).toBeLessThan(4);
    expect(await textsOf()).toEqual({ context: 'one two three four' });
  });

  test('what could not be kept is not told, not shown, and can be sent again', async () => {
    const hold_ = records.hold('a');
    await write(ada.type('context', 'Before'));
    store.broken = true;
    const lost = ada.type('context', ' and after');
    expect(await write(lost)).toEqual({ ok: false, error: { code: 'try-again' } });
    expect(order).toEqual(['kept']);
    expect(await textsOf()).toEqual({ context: 'Before' });
    store.broken = false;
    expect(await write(lost)).toMatchObject({ ok: true });
    expect(await textsOf()).toEqual({ context: 'Before and after' });
    hold_();
  });

  test('a refused update takes nothing along that came with it', async () => {
    const junk = ada.change((document) => document.getMap('context').set('x', 1));
    const bo = new Writer(8);
    const cy = new Writer(9);
    cy.type('more', 'unseen');
    const answers = await Promise.all([
      write(bo.type('context', 'Good')),
      write(junk),
      write(cy.type('more', ' and alone')),
      write(bo.type('context', ' too')),
    ]);
    expect(answers.map(({ ok }) => ok)).toEqual([true, false, false, true]);
    expect(await textsOf()).toEqual({ context: 'Good too' });
  });

  test('on a board that is gone is refused as ended', async () => {
    await store.erase('a');
    expect(await write(ada.type('context', 'Words'))).toEqual({ ok: false, error: { code: 'ended' } });
    expect(await textsOf()).toEqual({});
  });

  test('whoever made the server compute for long waits, and the others do not', async () => {
    const surroundings = { now: () => (time += 50) };
    records = new Records({ store, surroundings, log: quietLog });
    expect(await write(ada.type('context', 'Words'))).toMatchObject({ ok: true });
    expect(await write(ada.type('context', ' more'))).toMatchObject({ ok: false, error: { code: 'too-fast' } });
    expect(await write(new Writer(8).type('context', 'Others'), 'a', 'bo')).toMatchObject({ ok: true });
    time += 60_000;
    expect(await write(ada.type('more', 'again'))).toMatchObject({ ok: false, error: { code: 'invalid' } });
  });
});

describe('memory and disk', () => {
  test('many updates are put together, and nothing of them is lost', async () => {
    const done = records.hold('a');
    for (let word = 0; word < 250; word += 1) await write(ada.type('context', `${word} `));
    expect((await store.record('a')).length).toBeLessThan(110);
    done();
    expect(records.open).toBe(0);
    expect(await textsOf()).toEqual({ context: ada.textOf('context').trim() });
  });

  test('a record is in memory while somebody holds it, and is read again afterwards', async () => {
    const [one, two] = [records.hold('a'), records.hold('a')];
    await write(ada.type('context', 'Words'));
    one();
    one();
    expect(records.open).toBe(1);
    two();
    expect(records.open).toBe(0);
    expect(await textsOf()).toEqual({ context: 'Words' });
    expect(records.open).toBe(0);
  });

  test('closing finishes what was taken and takes no more', async () => {
    const release = hold();
    const written = write(ada.type('context', 'Words'));
    const closed = records.close();
    release();
    await closed;
    expect(await written).toMatchObject({ ok: true });
    expect(await write(ada.type('context', ' late'))).toEqual({ ok: false, error: { code: 'try-again' } });
  });
});
