// One's own ballots: cast offline, on two devices, across a reload, before and after the close.
import { describe, expect, test } from 'vitest';
import type { EventBody } from '../../../shared/board/events.ts';
import type { JoinAnswer } from '../../../shared/protocol.ts';
import { toWireError } from '../../../shared/rejections.ts';
import { type Page, ServerSide, fields, joinedPage, roundOpened, score } from '../../support/sync.ts';

const mine = (page: Page, round = 'r1') => {
  const found = page.view().mine.get(round);
  if (found === undefined) throw new Error(`no round ${round}`);
  return found;
};
const cells = (page: Page) => (mine(page).ballot as { cells: object } | undefined)?.cells;
const sendNext = (page: Page, answer: { revision?: number; receipt?: string; version?: number } = {}): void => {
  const command = page.store.next();
  if (command === undefined) throw new Error('nothing to send');
  page.store.acknowledged(command.id, { revision: 5, ...answer });
};
const progress = { cast: 1, done: 1, eligible: 3 };
const closed: EventBody = { type: 'round.closed', round: 'r1', tieSeed: 'seed', version: 1, progress };
const had = (ballot: JoinAnswer['ballots'][string], done = false) => ({ ballots: { r1: ballot }, done: { r1: done } });
const opened = (secrecy: 'live' | 'named' | 'anonymous' = 'named') => new ServerSide(roundOpened(secrecy));

/** What this page's outbox holds to be sent. */
const keptCommands = (page: Page) => [...page.outbox.shelves.values()].flatMap(({ commands }) => commands);

describe('casting', () => {
  test('a score is drawn as waiting until it is acknowledged', async () => {
    const page = await joinedPage(opened());
    page.store.do(score({ flask: { speed: 4 } }));
    expect(mine(page)).toEqual({
      ballot: { cells: { flask: { speed: 4 } } },
      done: false,
      waiting: new Set(['flask/speed']),
    });
    sendNext(page, { receipt: 'abc' });
    expect(mine(page)).toEqual({
      ballot: { cells: { flask: { speed: 4 } } },
      done: false,
      waiting: new Set(),
      receipt: 'abc',
    });
  });

  test('scores given offline return as one command', async () => {
    const page = await joinedPage(opened());
    page.store.connected({ phase: 'offline' });
    page.store.do(score({ flask: { speed: 4 } }));
    page.store.do(score({ flask: { docs: 2 }, django: { speed: 1 } }, true));
    const last = page.store.do(score({ flask: { speed: null } }));
    const command = page.store.next();
    expect(command).toMatchObject({
      ballot: { cells: { flask: { speed: null, docs: 2 }, django: { speed: 1 } } },
      done: true,
    });
    expect(last).toEqual({ ok: true, value: command });
    expect(keptCommands(page)).toHaveLength(1);
    // People count what they gave: three cells.
    expect(page.view().waiting).toBe(3);
  });

  test('a joined command goes by a new id, for another page may have sent the one before', async () => {
    const page = await joinedPage(opened());
    const first = page.store.do(score({ flask: { speed: 4 } }));
    const second = page.store.do(score({ flask: { speed: 5 } }));
    expect(first.ok && second.ok && first.value.id !== second.value.id).toBe(true);
  });

  test('a score that was sent keeps its payload; the next one follows it', async () => {
    const page = await joinedPage(opened());
    page.store.do(score({ flask: { speed: 4 } }));
    const sent = page.store.next();
    page.store.do(score({ flask: { speed: 5 } }));
    page.store.do(score({ flask: { docs: 1 } }));
    expect(page.store.next()).toBe(sent);
    expect(cells(page)).toEqual({ flask: { speed: 5, docs: 1 } });
    sendNext(page);
    expect(page.store.next()).toMatchObject({ ballot: { cells: { flask: { speed: 5, docs: 1 } } } });
  });

  test('scores are not carried past another command', async () => {
    const page = await joinedPage(opened());
    page.store.do(score({ flask: { speed: 4 } }));
    page.store.do(fields('note.add', { note: 'n1', target: { kind: 'board' }, kind: 'pro', text: 'Yes' }));
    page.store.do(score({ flask: { speed: 5 } }));
    const types = [0, 1, 2].map(() => {
      const { type } = page.store.next() ?? {};
      sendNext(page);
      return type;
    });
    expect(types).toEqual(['ballot.cast', 'note.add', 'ballot.cast']);
  });

  test('of whole ballots waiting in one round the newest counts', async () => {
    const page = await joinedPage(new ServerSide(roundOpened('live', { method: 'approval', rule: 'count' })));
    page.store.do(fields('ballot.cast', { round: 'r1', ballot: { approved: ['flask'] }, done: true }));
    page.store.do(fields('ballot.cast', { round: 'r1', ballot: { approved: ['django'] } }));
    expect(page.store.next()).toMatchObject({ ballot: { approved: ['django'] }, done: true });
    expect(page.view().waiting).toBe(1);
  });

  test('a joined command stays light enough to be sent', async () => {
    const criteria = Array.from({ length: 40 }, (_, n) => ({ id: `c${n}`, weight: 1 }));
    const options = Array.from({ length: 20 }, (_, n) => `o${n}`);
    const page = await joinedPage(new ServerSide(roundOpened('named', { criteria, options })));
    const row = Object.fromEntries(criteria.map(({ id }) => [id, 3 as const]));
    for (const option of options) page.store.do(score({ [option]: row }));
    expect(keptCommands(page)).toHaveLength(2);
  });

  test('being done is drawn while everything is on its way, and may be taken back', async () => {
    const page = await joinedPage(opened());
    page.store.do(score({ flask: { speed: 4 } }));
    page.store.next();
    page.store.do(score({}, true));
    expect(mine(page).done).toBe(true);
    sendNext(page);
    expect(mine(page).done).toBe(true);
    page.store.next();
    page.store.do(score({}, false));
    expect(mine(page).done).toBe(false);
    sendNext(page);
    sendNext(page);
    expect(mine(page)).toMatchObject({ done: false, ballot: { cells: { flask: { speed: 4 } } } });
  });

  test('a withdrawn ballot is gone from the picture and from the device', async () => {
    const page = await joinedPage(opened(), had({ cells: { flask: { speed: 4 } } }));
    page.store.do(fields('ballot.withdraw', { round: 'r1' }));
    expect(mine(page).ballot).toBeUndefined();
    sendNext(page);
    expect(mine(page).ballot).toBeUndefined();
    expect(page.outbox.shelves.get('board-under-test/bo')?.ballots.size).toBe(0);
  });

  test('a ballot that came too late leaves the picture with its reason', async () => {
    const server = opened('live');
    const page = await joinedPage(server, had({ cells: { flask: { speed: 1 } } }));
    page.store.do(score({ flask: { speed: 4 } }));
    const { id = '' } = page.store.next() ?? {};
    page.store.updated(server.update(server.happens('ada', closed)));
    expect(cells(page)).toEqual({ flask: { speed: 1 } });
    page.store.refused(id, toWireError({ code: 'round-not-open', field: 'round' }, 'en'));
    expect(page.view().refusals).toMatchObject([{ type: 'ballot.cast', error: { code: 'round-not-open' } }]);
    expect(cells(page)).toEqual({ flask: { speed: 1 } });
  });

  test('a ballot acknowledged after the round closed is in it', async () => {
    const server = opened('anonymous');
    const page = await joinedPage(server);
    page.store.do(score({ flask: { speed: 4 } }));
    const { id = '' } = page.store.next() ?? {};
    page.store.updated(server.update(server.happens('ada', closed)));
    page.store.acknowledged(id, { revision: 5, receipt: 'abc' });
    expect(mine(page)).toMatchObject({ ballot: { cells: { flask: { speed: 4 } } }, receipt: 'abc' });
  });

  test('a score taken before its option was withdrawn stays in the ballot', async () => {
    const server = opened();
    const page = await joinedPage(server);
    page.store.do(score({ flask: { speed: 4 } }));
    const { id = '' } = page.store.next() ?? {};
    page.store.updated(server.update(server.happens('ada', { type: 'option.removed', option: 'flask' })));
    page.store.acknowledged(id, { revision: 5 });
    expect(cells(page)).toEqual({ flask: { speed: 4 } });
  });
});

describe('two devices', () => {
  test('a ballot cast elsewhere is shown, with what is pending here on top', async () => {
    const page = await joinedPage(opened());
    page.store.do(score({ flask: { speed: 4 } }));
    page.store.castElsewhere('r1', { cells: { flask: { speed: 1 }, django: { docs: 5 } } }, true);
    expect(mine(page)).toMatchObject({ ballot: { cells: { flask: { speed: 4 }, django: { docs: 5 } } }, done: true });
    sendNext(page);
    expect(cells(page)).toEqual({ flask: { speed: 4 }, django: { docs: 5 } });
    expect(page.store.unsure).toBe(false);
  });

  test('a later ballot from elsewhere is not covered by an earlier one of ours', async () => {
    const page = await joinedPage(opened());
    page.store.do(score({ flask: { speed: 4 } }));
    // Acknowledged at a revision that has not arrived here yet.
    sendNext(page, { revision: 9 });
    page.store.castElsewhere('r1', { cells: { flask: { speed: 1 } } }, false);
    expect(cells(page)).toEqual({ flask: { speed: 1 } });
  });

  test('a ballot from elsewhere that crosses one of ours leaves this page unsure until it joins again', async () => {
    const server = opened();
    const page = await joinedPage(server);
    page.store.do(score({ flask: { speed: 4 } }));
    const { id = '' } = page.store.next() ?? {};
    page.store.castElsewhere('r1', { cells: { flask: { speed: 1 } } }, false);
    page.store.acknowledged(id, { revision: 5 });
    expect(page.store.unsure).toBe(true);
    page.store.joined(server.answer(had({ cells: { flask: { speed: 1 } } })), 0);
    expect(page.store.unsure).toBe(false);
    expect(cells(page)).toEqual({ flask: { speed: 1 } });
  });

  test('a page that is unsure of its ballot still catches up with the board', async () => {
    const server = opened();
    const page = await joinedPage(server);
    page.store.do(score({ flask: { speed: 4 } }));
    const { id = '' } = page.store.next() ?? {};
    page.store.castElsewhere('r1', { cells: { flask: { speed: 1 } } }, false);
    page.store.acknowledged(id, { revision: 5 });
    server.happens('ada', { type: 'board.edited', title: 'Meanwhile' });
    page.store.synced(server.answer());
    expect(page.view().board.title).toBe('Meanwhile');
    expect(page.store.unsure).toBe(true);
  });

  test('hearing of one’s own ballot from elsewhere brings no doubt', async () => {
    const page = await joinedPage(opened());
    page.store.do(score({ flask: { speed: 4 } }));
    sendNext(page);
    page.store.do(score({ flask: { docs: 2 } }));
    page.store.next();
    page.store.castElsewhere('r1', { cells: { flask: { speed: 4 } } }, false);
    sendNext(page);
    expect(page.store.unsure).toBe(false);
    expect(cells(page)).toEqual({ flask: { speed: 4, docs: 2 } });
  });

  test('a ballot withdrawn elsewhere is gone here', async () => {
    const page = await joinedPage(opened(), had({ cells: { flask: { speed: 4 } } }, true));
    page.store.castElsewhere('r1', null);
    expect(mine(page)).toMatchObject({ ballot: undefined, done: false });
  });

  test('without a word on being done the ballot keeps what was said before', async () => {
    const page = await joinedPage(opened(), had({ cells: { flask: { speed: 4 } } }, true));
    page.store.castElsewhere('r1', { cells: { flask: { speed: 5 } } });
    expect(mine(page).done).toBe(true);
  });
});

describe('across a reload', () => {
  test('a score in flight goes again under its id, and a later one from elsewhere is found by joining again', async () => {
    const server = opened();
    const before = await joinedPage(server);
    before.store.do(score({ flask: { speed: 4 } }));
    const sent = before.store.next();
    // The first copy was taken; the phone then scored 1.
    const after = await joinedPage(server, had({ cells: { flask: { speed: 1 } } }), before.outbox.handOver());
    expect(after.store.next()).toEqual(sent);
    sendNext(after);
    expect(after.store.unsure).toBe(true);
    after.store.joined(server.answer(had({ cells: { flask: { speed: 1 } } })), 0);
    expect(cells(after)).toEqual({ flask: { speed: 1 } });
  });

  test('a score that the join already tells of leaves no doubt', async () => {
    const server = opened();
    const before = await joinedPage(server);
    before.store.do(score({ flask: { speed: 4 } }));
    before.store.next();
    const after = await joinedPage(server, had({ cells: { flask: { speed: 4 } } }), before.outbox.handOver());
    sendNext(after);
    expect(after.store.unsure).toBe(false);
  });

  test('a line that breaks while a score is on its way casts the same doubt', async () => {
    const server = opened();
    const page = await joinedPage(server);
    page.store.do(score({ flask: { speed: 4 } }));
    page.store.next();
    page.store.joined(server.answer(had({ cells: { flask: { speed: 1 } } })), 0);
    sendNext(page);
    expect(page.store.unsure).toBe(true);
  });

  test('a score that was never sent leaves no doubt', async () => {
    const server = opened();
    const page = await joinedPage(server);
    page.store.connected({ phase: 'offline' });
    page.store.do(score({ flask: { speed: 4 } }));
    page.store.joined(server.answer(), 0);
    sendNext(page);
    expect(page.store.unsure).toBe(false);
    expect(cells(page)).toEqual({ flask: { speed: 4 } });
  });

  test.each(['live', 'anonymous'] as const)(
    'of a closed %s round only this device remembers the ballot',
    async (secrecy) => {
      const server = opened(secrecy);
      const before = await joinedPage(server);
      before.store.do(score({ flask: { speed: 4 } }, true));
      sendNext(before, { receipt: 'abc' });
      before.store.updated(server.update(server.happens('ada', closed)));
      const after = await joinedPage(server, {}, before.outbox.handOver());
      expect(mine(after)).toMatchObject({ ballot: { cells: { flask: { speed: 4 } } }, done: true, receipt: 'abc' });
      after.store.joined(server.answer(), 0);
      expect(cells(after)).toEqual({ flask: { speed: 4 } });
    },
  );

  test('of open and of named rounds the server’s word counts, not what is remembered here', async () => {
    for (const [secrecy, ...ends] of [['live'], ['anonymous'], ['named'], ['named', closed]] as const) {
      const server = opened(secrecy);
      const before = await joinedPage(server);
      before.store.do(score({ flask: { speed: 4 } }));
      sendNext(before);
      server.happens('ada', ...ends);
      const after = await joinedPage(server, {}, before.outbox.handOver());
      expect(mine(after).ballot, `${secrecy} ${ends.length}`).toBeUndefined();
      expect(after.outbox.shelves.get('board-under-test/bo')?.ballots.size).toBe(0);
    }
  });

  test('what the server says of an open round outlives its close', async () => {
    const server = opened('anonymous');
    const page = await joinedPage(server, { ...had({ cells: { flask: { speed: 4 } } }), receipts: { r1: 'abc' } });
    server.happens('ada', closed);
    const after = await joinedPage(server, {}, page.outbox.handOver());
    expect(mine(after)).toMatchObject({ ballot: { cells: { flask: { speed: 4 } } }, receipt: 'abc' });
  });

  test('a round that a restored store does not know takes its ballot along', async () => {
    const server = opened();
    const page = await joinedPage(server, had({ cells: { flask: { speed: 4 } } }));
    page.store.joined(new ServerSide().answer({ epoch: 'second' }), 0);
    expect(page.view().mine.size).toBe(0);
    expect(page.outbox.shelves.get('board-under-test/bo')?.ballots.size).toBe(0);
  });
});
