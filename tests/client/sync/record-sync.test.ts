// What several people write over lines that break: everybody ends with the same texts, each word once, and on disk.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { RECORD_BOUNDS, type RecordPart } from '../../../shared/record/record.ts';
import { RecordMeeting, type Seat, textOf } from '../../support/record-meeting.ts';

const NAMES = ['ada', 'bo', 'cy'];
const PARTS: readonly RecordPart[] = ['context', 'outcome', 'dissent'];

const seat = fc.nat(NAMES.length - 1);
const part = fc.constantFrom(...PARTS);
const action = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('type' as const), seat, part, at: fc.nat(40) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('delete' as const), seat, part, at: fc.nat(40) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constantFrom('cut', 'join', 'lose', 'reload'), seat }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('pass', 'pass', 'restart') }) },
);
type Action = typeof action extends fc.Arbitrary<infer A> ? A : never;

/** What was typed, a character of its own each time, and what somebody took out. */
class Ledger {
  readonly typed: string[] = [];
  readonly deleted = new Set<string>();

  next(): string {
    const character = String.fromCodePoint(0x4e00 + this.typed.length);
    this.typed.push(character);
    return character;
  }
}

async function act(meeting: RecordMeeting, ledger: Ledger, one: Action): Promise<void> {
  if (one.do === 'pass') return meeting.pass();
  if (one.do === 'restart') return meeting.restart();
  if (!('seat' in one)) return;
  const who: Seat = meeting.seat(one.seat);
  if (one.do === 'cut') who.cut();
  else if (one.do === 'join') who.join();
  else if (one.do === 'lose') who.losing = true;
  else if (one.do === 'reload') meeting.reload(who);
  else if ('part' in one) {
    const text = who.sync.text(one.part);
    if (one.do === 'type') text.insert(Math.min(one.at, text.length), ledger.next());
    else if (text.length > 0) {
      const at = one.at % text.length;
      ledger.deleted.add(text.toJSON().charAt(at));
      text.delete(at, 1);
    }
  }
}

test('whatever is written and however lines break, all texts are equal in the end, once each, and on disk', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(action, { minLength: 5, maxLength: 60 }), async (actions) => {
      const meeting = await RecordMeeting.begin(NAMES);
      const ledger = new Ledger();
      for (const one of actions) await act(meeting, ledger, one);
      await meeting.rest();
      const disk = await meeting.onDisk();
      for (const name of PARTS) {
        const texts = meeting.seats.map((who) => textOf(who, name));
        expect(new Set(texts).size).toBe(1);
        expect(disk[name] ?? '').toBe(texts[0]);
      }
      const all = PARTS.map((name) => textOf(meeting.seat(0), name)).join('');
      for (const character of ledger.typed) {
        expect(all.split(character).length - 1).toBe(ledger.deleted.has(character) ? 0 : 1);
      }
    }),
    { numRuns: 150 },
  );
});

test('what is written without a line waits, says so, outlives a reload, and joins what others wrote meanwhile', async () => {
  const meeting = await RecordMeeting.begin(NAMES);
  const [ada, bo] = [meeting.seat(0), meeting.seat(1)];
  ada.sync.text('context').insert(0, 'Base. ');
  await meeting.rest();
  bo.cut();
  bo.sync.text('context').insert(6, 'Written by Bo. ');
  ada.sync.text('context').insert(6, 'Written by Ada. ');
  await meeting.pass();
  expect([bo.sync.waiting, ada.sync.waiting]).toEqual([true, false]);
  meeting.reload(bo);
  await meeting.rest();
  expect(bo.sync.waiting).toBe(false);
  expect(bo.shelf.updates).toEqual([]);
  expect(textOf(ada, 'context')).toBe(textOf(bo, 'context'));
  expect(textOf(ada, 'context')).toMatch(
    /^Base\. (Written by Bo\. Written by Ada\.|Written by Ada\. Written by Bo\.) $/,
  );
});

test('more than one message holds is sent in pieces', async () => {
  const meeting = await RecordMeeting.begin(NAMES);
  const ada = meeting.seat(0);
  ada.cut();
  const page = 'word '.repeat(1500);
  for (let pages = 0; pages < 12; pages += 1) ada.sync.text('more').insert(0, page);
  await meeting.rest();
  expect(textOf(meeting.seat(1), 'more')).toHaveLength(12 * page.length);
  expect(12 * page.length).toBeGreaterThan(2 * RECORD_BOUNDS.update);
});

test('a full record says so, keeps what was written here, and goes on when something is taken out', async () => {
  const meeting = await RecordMeeting.begin(NAMES);
  const ada = meeting.seat(0);
  await meeting.rest();
  const text = ada.sync.text('more');
  for (let pages = 0; pages < 40; pages += 1) {
    text.insert(0, 'x'.repeat(7500));
    await meeting.pass();
    await meeting.pass();
  }
  for (let round = 0; round < 30; round += 1) await meeting.pass();
  expect(ada.sync.refused).toBe('too-many');
  expect(ada.shelf.updates.length).toBeGreaterThan(0);
  text.delete(0, 60_000);
  await meeting.rest();
  expect(ada.sync.refused).toBeUndefined();
  expect((await meeting.onDisk()).more).toHaveLength(text.length);
});

test('who looks away closes the record when all is sent, and has everything when they look again', async () => {
  const meeting = await RecordMeeting.begin(NAMES);
  const [ada, bo] = [meeting.seat(0), meeting.seat(1)];
  await meeting.rest();
  bo.sync.watch(false);
  await meeting.pass();
  expect(bo.hears).toBe(false);
  ada.sync.text('context').insert(0, 'Words');
  await meeting.pass();
  await meeting.pass();
  expect(textOf(bo, 'context')).toBe('');
  bo.sync.watch(true);
  await meeting.rest();
  expect(textOf(bo, 'context')).toBe('Words');
});
