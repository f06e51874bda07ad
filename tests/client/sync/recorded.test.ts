// Ballots that a facilitator records for guests: never mixed with one's own, kept until they are sent, gone with the round.
import { describe, expect, test } from 'vitest';
import type { EventBody } from '../../../shared/board/events.ts';
import { ServerSide, fields, joinedPage, newPage, roundOpened } from '../../support/sync.ts';

const PAUL: EventBody = { type: 'member.added', member: 'paul', name: 'Paul' };
const VERA: EventBody = { type: 'member.added', member: 'vera', name: 'Vera' };
const asAda = { you: { id: 'ada', role: 'facilitator', name: 'Ada' } } as const;
const own = (score: 0 | 5) => fields('ballot.cast', { round: 'r1', ballot: { cells: { flask: { speed: score } } } });
const record = (member: string, score: 1 | 2 | 3, done?: boolean) =>
  fields('ballot.record', {
    round: 'r1',
    member,
    ballot: { cells: { flask: { speed: score } } },
    ...(done !== undefined && { done }),
  });
const cells = (score: number) => ({ cells: { flask: { speed: score } } });

const page = () => joinedPage(new ServerSide(PAUL, VERA, roundOpened('anonymous')), asAda);

describe('recording for a guest', () => {
  test('leaves one’s own ballot and that of another guest as they are', async () => {
    const { store, view } = await page();
    store.do(own(5));
    store.do(record('paul', 1));
    store.do(record('vera', 2));
    expect(view().mine.get('r1')?.ballot).toEqual(cells(5));
    expect(view().recorded.get('r1/paul')?.ballot).toEqual(cells(1));
    expect(view().recorded.get('r1/vera')?.ballot).toEqual(cells(2));
    expect([...(view().mine.get('r1')?.waiting ?? [])]).toEqual(['flask/speed']);
  });

  test('joins what waits for one guest, and never with anybody else’s', async () => {
    const { store, view } = await page();
    for (const command of [own(5), record('paul', 1), record('paul', 3, true), record('vera', 2), own(0)]) {
      store.do(command);
    }
    // One's own cell, and a command for each guest.
    expect(view().waiting).toBe(3);
    const sent: unknown[] = [];
    for (let next = store.next(); next !== undefined; next = store.next()) {
      sent.push('member' in next ? [next.member, next.type] : next.type);
      store.acknowledged(next.id, { revision: 0 });
    }
    expect(sent).toEqual(['ballot.cast', ['paul', 'ballot.record'], ['vera', 'ballot.record'], 'ballot.cast']);
    expect(view().recorded.get('r1/paul')).toMatchObject({ ballot: cells(3), done: true });
  });

  test('survives a reload before it was sent, under the same id', async () => {
    const server = new ServerSide(PAUL, roundOpened('live'));
    const first = await joinedPage(server, asAda);
    first.store.do(record('paul', 2));
    const id = first.store.next()?.id;
    const second = newPage(first.outbox.handOver());
    second.store.joined(server.answer(asAda), server.now);
    await second.store.restore(server.board.id);
    expect(second.store.next()).toMatchObject({ id, type: 'ballot.record', member: 'paul' });
  });

  test('leaves nothing on the shelf once it was taken, and nothing in the page once the round is over', async () => {
    const server = new ServerSide(PAUL, roundOpened('anonymous'));
    const { store, view, outbox } = await joinedPage(server, asAda);
    store.do(record('paul', 2, true));
    store.acknowledged(store.next()?.id ?? '', { revision: server.board.revision, receipt: 'ABCD2345' });
    expect(view().recorded.get('r1/paul')).toMatchObject({ receipt: 'ABCD2345', done: true });
    for (const { commands, ballots } of outbox.shelves.values())
      expect([commands.length, ballots.size]).toEqual([0, 0]);
    const progress = { cast: 1, done: 1, eligible: 4, recorded: 1 };
    const closed: EventBody = { type: 'round.closed', round: 'r1', tieSeed: 's', version: 1, progress };
    store.updated(server.update(server.happens('ada', closed)));
    expect(view().recorded.size).toBe(0);
  });

  test('can be taken back, one’s own ballot staying as it is', async () => {
    const { store, view } = await page();
    const sent = () => store.acknowledged(store.next()?.id ?? '', { revision: 0 });
    store.do(own(5));
    sent();
    store.do(record('paul', 2, true));
    sent();
    store.do(fields('ballot.withdraw', { round: 'r1', member: 'paul' }));
    expect(view().recorded.has('r1/paul')).toBe(false);
    sent();
    expect(view().recorded.has('r1/paul')).toBe(false);
    expect(view().mine.get('r1')?.ballot).toEqual(cells(5));
    store.do(record('paul', 1));
    expect(view().recorded.get('r1/paul')).toMatchObject({ ballot: cells(1), done: false });
  });

  test('is refused at once to a voter, and for somebody who has a device', async () => {
    const voter = await joinedPage(new ServerSide(PAUL, roundOpened('live')));
    expect(voter.store.do(record('paul', 1))).toMatchObject({ error: { code: 'not-allowed' } });
    const { store } = await page();
    expect(store.do(record('cy', 1))).toMatchObject({ error: { code: 'not-allowed', field: 'member' } });
  });
});

test('who waits at the door is drawn as one who watches, and as a voter from the update that lets them in', async () => {
  const waits: EventBody = { type: 'member.joined', member: 'dee', name: 'Dee', role: 'voter', waiting: true };
  const server = new ServerSide(waits);
  const you = { id: 'dee', role: 'voter', name: 'Dee', waiting: true } as const;
  const { store, view } = await joinedPage(server, { you });
  expect(view().you).toEqual({ id: 'dee', role: 'watcher', name: 'Dee', waiting: true });
  store.updated(server.update(server.happens('ada', { type: 'member.admitted', member: 'dee' })));
  expect(view().you).toEqual({ id: 'dee', role: 'voter', name: 'Dee' });
});
