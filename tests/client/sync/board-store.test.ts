// What a page knows of a board: confirmed state and pending commands refolded, updates in and out of order.
import { describe, expect, test } from 'vitest';
import type { RoundState, RoundStates } from '../../../shared/protocol.ts';
import { toWireError } from '../../../shared/rejections.ts';
import { boardUnderTest } from '../../support/boards.ts';
import { MemoryOutbox, ServerSide, fields, joinedPage, newPage, roundOpened } from '../../support/sync.ts';

const note = (id: string, text = 'Small and clear') =>
  fields('note.add', { note: id, target: { kind: 'option', option: 'flask' }, kind: 'pro', text });
const notFound = toWireError({ code: 'not-found', field: 'target.option' }, 'en');
const asFacilitator = { you: { id: 'ada', role: 'facilitator', name: 'Ada' } } as const;

describe('the picture', () => {
  test('there is nothing to see before the first join', () => {
    const { store } = newPage();
    expect(store.view).toBeUndefined();
    expect(store.position).toBeUndefined();
    expect(store.state).toEqual({ phase: 'connecting' });
  });

  test('a command is drawn at once, over the confirmed board', async () => {
    const { store, view } = await joinedPage(new ServerSide());
    store.do(note('n1'));
    expect(view().board.notes.get('n1')).toMatchObject({ text: 'Small and clear', by: 'bo' });
    expect(view().waiting).toBe(1);
    expect([...view().waitingNotes]).toEqual(['n1']);
    expect(store.position).toMatchObject({ since: 4 });
  });

  test('what others did meanwhile goes beneath the pending commands', async () => {
    const server = new ServerSide();
    const { store, view } = await joinedPage(server, asFacilitator);
    store.do(fields('option.move', { option: 'bottle', after: null }));
    store.updated(server.update(server.happens('cy', { type: 'option.added', option: 'tornado', name: 'Tornado' })));
    expect(view().board.options.map(({ id }) => id)).toEqual(['bottle', 'flask', 'django', 'tornado']);
  });

  test('a pending command that no longer decides leaves the picture and waits for the server to say so', async () => {
    const server = new ServerSide();
    const { store, view } = await joinedPage(server);
    store.do(note('n1'));
    store.updated(server.update(server.happens('ada', { type: 'option.removed', option: 'flask' })));
    expect(view().board.notes.has('n1')).toBe(false);
    expect(view().waiting).toBe(1);
    expect(view().refusals).toEqual([]);
  });

  test('what the rules refuse is refused at once and not sent', async () => {
    const { store, view } = await joinedPage(new ServerSide());
    const refused = store.do(fields('option.remove', { option: 'flask' }));
    expect(refused).toEqual({ ok: false, error: { code: 'not-allowed' } });
    expect(store.next()).toBeUndefined();
    expect(view().refusals).toMatchObject([{ type: 'option.remove', error: { code: 'not-allowed' } }]);
    expect(view().refusals[0]).not.toHaveProperty('message');
  });

  test('a voter is refused at once what only a facilitator may do to a round', async () => {
    const { store } = await joinedPage(new ServerSide(roundOpened()));
    expect(store.do(fields('round.close', { round: 'r1' }))).toMatchObject({ error: { code: 'not-allowed' } });
  });

  test('what the server alone decides is sent and drawn when it has happened', async () => {
    const server = new ServerSide(roundOpened());
    const { store, view } = await joinedPage(server, asFacilitator);
    store.do(fields('round.close', { round: 'r1' }));
    expect(view().board.rounds[0]?.state).toBe('open');
    expect(store.next()).toMatchObject({ type: 'round.close' });
  });

  test('a command too heavy for the transport is refused here, where it can be said', async () => {
    const server = new ServerSide();
    const { store } = await joinedPage(server, asFacilitator);
    const deciders = Array.from({ length: 5000 }, (_, n) => `member-number-${n}`);
    const refused = store.do(fields('decision.set', { options: [], status: 'proposed', summary: 'x', deciders }));
    expect(refused).toMatchObject({ ok: false, error: { code: 'too-large' } });
    expect(store.next()).toBeUndefined();
  });

  test('a command refused by the server leaves the picture with its reason', async () => {
    const { store, view } = await joinedPage(new ServerSide());
    store.do(note('n1'));
    const { id = '' } = store.next() ?? {};
    store.refused(id, notFound);
    expect(view().board.notes.size).toBe(0);
    expect(view().waiting).toBe(0);
    expect(view().refusals).toEqual([
      {
        command: id,
        type: 'note.add',
        error: { code: 'not-found', field: 'target.option' },
        message: 'This is not on the board: target.option.',
      },
    ]);
    store.dismissRefusals();
    expect(view().refusals).toEqual([]);
  });

  test('only the latest refusals are kept', async () => {
    const { store, view } = await joinedPage(new ServerSide());
    for (let n = 0; n < 9; n += 1) store.do(fields('option.remove', { option: `o${n}` }));
    expect(view().refusals).toHaveLength(5);
  });

  test('the same picture is given as long as nothing changed, and listeners are told once a turn', async () => {
    const { store, view } = await joinedPage(new ServerSide());
    await Promise.resolve();
    let told = 0;
    const leave = store.subscribe(() => (told += 1));
    const before = view();
    expect(view()).toBe(before);
    store.do(note('n1'));
    store.do(note('n2'));
    await Promise.resolve();
    expect(told).toBe(1);
    expect(view()).not.toBe(before);
    leave();
    store.do(note('n3'));
    await Promise.resolve();
    expect(told).toBe(1);
  });
});

describe('acknowledgements', () => {
  test('an acknowledged command stays in the picture until its revision has arrived', async () => {
    const server = new ServerSide();
    const { store, view } = await joinedPage(server);
    store.do(note('n1'));
    store.acknowledged(store.next()?.id ?? '', { revision: 6 });
    expect(view().board.notes.has('n1')).toBe(true);
    expect(view().waiting).toBe(0);
    expect([...view().waitingNotes]).toEqual([]);
    const others = server.happens('ada', { type: 'board.edited', title: 'Which one?' });
    store.updated(server.update(others));
    expect(view().board.notes.has('n1')).toBe(true);
    const { type: _, ...fieldsOfNote } = note('n1') as { type: string; note: string };
    const own = server.happens('bo', { type: 'note.added', ...fieldsOfNote } as never);
    store.updated(server.update(own));
    expect(view().board).toEqual(server.board);
  });

  test('an update may bring a command before its acknowledgement does', async () => {
    const server = new ServerSide();
    const { store, view } = await joinedPage(server);
    store.do(note('n1'));
    const { id = '' } = store.next() ?? {};
    const target = { kind: 'option', option: 'flask' } as const;
    const text = 'Small and clear';
    store.updated(server.update(server.happens('bo', { type: 'note.added', note: 'n1', target, kind: 'pro', text })));
    expect(view().board.notes.size).toBe(1);
    store.acknowledged(id, { revision: 5 });
    expect(view().board).toEqual(server.board);
    expect(view().waiting).toBe(0);
  });

  test('a second acknowledgement or a refusal after the first changes nothing', async () => {
    const { store, view } = await joinedPage(new ServerSide());
    store.do(note('n1'));
    const { id = '' } = store.next() ?? {};
    store.acknowledged(id, { revision: 5 });
    store.acknowledged(id, { revision: 3 });
    store.refused(id, notFound);
    expect(view().board.notes.has('n1')).toBe(true);
    expect(view().refusals).toEqual([]);
  });

  test('commands leave one at a time and in their order', async () => {
    const { store } = await joinedPage(new ServerSide());
    store.do(note('n1'));
    store.do(note('n2'));
    const first = store.next();
    expect(store.next()).toBe(first);
    store.acknowledged(first?.id ?? '', { revision: 5 });
    expect(store.next()).toMatchObject({ note: 'n2' });
  });
});

describe('updates', () => {
  test('an update that starts beyond what is known is a gap and changes nothing', async () => {
    const server = new ServerSide();
    const { store, view } = await joinedPage(server);
    const before = view().board;
    server.happens('ada', { type: 'board.edited', title: 'Missed' });
    const later = server.happens('ada', { type: 'board.edited', title: 'Seen' });
    expect(store.updated(server.update(later))).toBe(false);
    expect(view().board).toBe(before);
  });

  test('an update without events that stands beyond what is known is a gap too', async () => {
    const server = new ServerSide();
    const { store } = await joinedPage(server);
    server.happens('ada', { type: 'board.edited', title: 'Missed' });
    expect(store.updated(server.update([]))).toBe(false);
  });

  test('an update that came before is ignored, and of one that overlaps only the new part counts', async () => {
    const server = new ServerSide();
    const { store, view } = await joinedPage(server);
    const first = server.happens('cy', { type: 'option.added', option: 'tornado', name: 'Tornado' });
    const second = server.happens('cy', { type: 'option.added', option: 'pyramid', name: 'Pyramid' });
    expect(store.updated(server.update(first))).toBe(true);
    expect(store.updated(server.update(first))).toBe(true);
    expect(store.updated(server.update([...first, ...second]))).toBe(true);
    expect(view().board).toEqual(server.board);
  });

  test('an update of another board is none of ours', async () => {
    const server = new ServerSide();
    const { store, view } = await joinedPage(server);
    const foreign = server.happens('ada', { type: 'board.edited', title: 'Elsewhere' });
    expect(store.updated({ ...server.update(foreign), board: 'another-board' })).toBe(true);
    store.replaced(server.state({ board: 'another-board' }));
    expect(view().board.title).toBe('Which framework?');
  });

  test('before the first join an update is a gap', () => {
    const server = new ServerSide();
    expect(newPage().store.updated(server.update([]))).toBe(false);
  });

  test('missed events and a whole board bring the same picture', async () => {
    const server = new ServerSide();
    const [one, other] = [await joinedPage(server), await joinedPage(server)];
    const missed = server.happens('ada', { type: 'board.edited', title: 'Missed' });
    const { snapshot: _, ...whole } = server.answer();
    one.store.synced({ ...whole, events: missed });
    other.store.replaced(server.state());
    expect(one.view().board).toEqual(server.board);
    expect(other.view().board).toEqual(server.board);
  });

  test('an answer that was made before an update, and arrives after it, takes nothing back', async () => {
    const server = new ServerSide();
    const { store, view } = await joinedPage(server);
    const early = server.answer();
    store.updated(server.update(server.happens('ada', { type: 'board.edited', title: 'Later' })));
    store.synced(early);
    expect(view().board).toEqual(server.board);
  });

  test('a whole board in place of ours keeps what is pending', async () => {
    const server = new ServerSide();
    const { store, view } = await joinedPage(server);
    store.do(note('n1'));
    store.do(note('n2'));
    store.acknowledged(store.next()?.id ?? '', { revision: 5 });
    const target = { kind: 'option', option: 'flask' } as const;
    server.happens('bo', { type: 'note.added', note: 'n1', target, kind: 'pro', text: 'Small and clear' });
    server.happens('ada', { type: 'board.edited', title: 'Another' });
    store.replaced(server.state());
    expect(view().board.title).toBe('Another');
    expect([...view().board.notes.keys()]).toEqual(['n1', 'n2']);
    expect(store.next()).toMatchObject({ note: 'n2' });
  });

  test('another epoch starts over: what was acknowledged before is forgotten, what was not is sent', async () => {
    const server = new ServerSide();
    const { store, view } = await joinedPage(server);
    store.do(note('lost'));
    store.do(note('kept'));
    store.acknowledged(store.next()?.id ?? '', { revision: 90 });
    const restored = new ServerSide({ type: 'board.edited', title: 'As it was on Sunday' });
    store.joined(restored.answer({ epoch: 'second' }), 0);
    expect(view().board.title).toBe('As it was on Sunday');
    expect([...view().board.notes.keys()]).toEqual(['kept']);
    expect(store.position).toEqual({ since: restored.board.revision, epoch: 'second' });
  });

  test('another epoch may stand at a lower revision and lower versions', async () => {
    const server = new ServerSide(roundOpened('live'));
    server.happens('ada', { type: 'board.edited', title: 'Gone' });
    const state: RoundState = { since: 0, version: 9, progress: { cast: 9, done: 9, eligible: 3 } };
    const { store, view } = await joinedPage(server, { rounds: { r1: state } });
    const restored = new ServerSide(roundOpened('live'));
    store.replaced(restored.state({ epoch: 'second', rounds: { r1: { ...state, version: 2 } } }));
    expect(view().board).toEqual(restored.board);
    expect(view().rounds.get('r1')?.version).toBe(2);
    expect(store.unsure).toBe(true);
  });

  test('a server that knows less than it told us once is believed again from the start', async () => {
    const server = new ServerSide();
    const { store, view } = await joinedPage(server);
    store.updated(server.update(server.happens('ada', { type: 'board.edited', title: 'Never on disk' })));
    const behind = new ServerSide();
    store.distrust();
    store.joined(behind.answer(), 0);
    expect(view().board).toEqual(boardUnderTest());
  });
});

describe('numbers of a round', () => {
  const cells = (...counts: number[]) => ({ cells: { flask: { speed: counts } } });
  const state = (since: number, version: number, tally?: object): RoundStates => ({
    r1: { since, version, progress: { cast: version, done: 0, eligible: 3 }, ...(tally !== undefined && { tally }) },
  });
  const live = async () => {
    const server = new ServerSide(roundOpened('live'));
    const tally = { cells: { flask: { speed: [0, 0, 0, 1, 0, 0, 0], docs: [0, 0, 0, 0, 0, 0, 0] } } };
    return { server, ...(await joinedPage(server, { rounds: state(0, 1, tally) })) };
  };

  test('changed entries go into what is known', async () => {
    const { server, store, view } = await live();
    expect(store.updated(server.update([], state(1, 2, cells(0, 0, 0, 1, 1, 0, 0))))).toBe(true);
    expect(view().rounds.get('r1')).toEqual({
      version: 2,
      progress: { cast: 2, done: 0, eligible: 3 },
      tally: { cells: { flask: { speed: [0, 0, 0, 1, 1, 0, 0], docs: [0, 0, 0, 0, 0, 0, 0] } } },
    });
  });

  test('a state that begins beyond what is known is a gap', async () => {
    const { server, store, view } = await live();
    expect(store.updated(server.update([], state(3, 4, cells(0, 0, 0, 0, 0, 4, 0))))).toBe(false);
    expect(view().rounds.get('r1')?.version).toBe(1);
  });

  test('an older state is ignored', async () => {
    const { server, store, view } = await live();
    store.updated(server.update([], state(1, 3, cells(0, 0, 0, 1, 2, 0, 0))));
    expect(store.updated(server.update([], state(1, 2, cells(0, 0, 0, 1, 1, 0, 0))))).toBe(true);
    expect(view().rounds.get('r1')?.version).toBe(3);
    expect(view().rounds.get('r1')?.tally).toMatchObject(cells(0, 0, 0, 1, 2, 0, 0));
  });

  test('an overlapping state applies, for its entries are absolute', async () => {
    const { server, store, view } = await live();
    store.updated(server.update([], state(1, 2, cells(0, 0, 0, 1, 1, 0, 0))));
    expect(store.updated(server.update([], state(1, 3, cells(0, 0, 0, 1, 2, 0, 0))))).toBe(true);
    expect(view().rounds.get('r1')?.tally).toMatchObject(cells(0, 0, 0, 1, 2, 0, 0));
  });

  test('a state with the known version may still bring other progress', async () => {
    const { server, store, view } = await live();
    const progress = { cast: 1, done: 1, eligible: 3 };
    expect(store.updated(server.update([], { r1: { since: 1, version: 1, progress, tally: {} } }))).toBe(true);
    expect(view().rounds.get('r1')?.progress.done).toBe(1);
    expect(view().rounds.get('r1')?.tally).toMatchObject(cells(0, 0, 0, 1, 0, 0, 0));
  });

  test('a whole state replaces what was known, a sync with an older one does not', async () => {
    const { server, store, view } = await live();
    store.updated(server.update([], state(0, 5, cells(5, 0, 0, 0, 0, 0, 0))));
    expect(view().rounds.get('r1')?.tally).toEqual(cells(5, 0, 0, 0, 0, 0, 0));
    store.synced(server.answer({ rounds: state(0, 4, cells(4, 0, 0, 0, 0, 0, 0)) }));
    expect(view().rounds.get('r1')?.version).toBe(5);
  });

  test('who may vote follows the board while a round is open, and is final after it', async () => {
    const { server, store, view } = await live();
    const joined = server.happens(undefined, { type: 'member.joined', member: 'dee', name: 'Dee', role: 'voter' });
    store.updated(server.update(joined));
    expect(view().rounds.get('r1')?.progress.eligible).toBe(4);
    const progress = { cast: 2, done: 2, eligible: 4 };
    const closed = server.happens('ada', { type: 'round.closed', round: 'r1', tieSeed: 's', version: 2, progress });
    store.updated(server.update(closed));
    store.updated(
      server.update(server.happens(undefined, { type: 'member.joined', member: 'eve', name: 'Eve', role: 'voter' })),
    );
    expect(view().rounds.get('r1')?.progress).toEqual(progress);
  });
});

describe('who one is', () => {
  test('the offset to the server’s clock counts from the middle of asking and hearing', async () => {
    const server = new ServerSide();
    const { store, clock, view } = newPage();
    const askedAt = clock.now;
    clock.now += 400;
    server.now = askedAt + 10_200;
    store.joined(server.answer(), askedAt);
    expect(view().clockOffset).toBe(10_000);
  });

  test('deadlines are kept by the server’s clock', async () => {
    const server = new ServerSide(
      roundOpened('live', { closesAt: new Date(Date.UTC(2026, 10, 23, 9, 1)).toISOString() }),
    );
    const { store, clock } = newPage();
    clock.now += 3_600_000;
    store.joined(server.answer(), clock.now);
    const cast = fields('ballot.cast', { round: 'r1', ballot: { cells: { flask: { speed: 3 } } } });
    expect(store.do(cast)).toMatchObject({ ok: true });
    clock.now += 60_000;
    expect(store.do(cast)).toMatchObject({ ok: false, error: { code: 'round-not-open' } });
  });

  test('another member may have changed one’s role meanwhile', async () => {
    const server = new ServerSide();
    const { store, view } = await joinedPage(server);
    store.updated(server.update(server.happens('ada', { type: 'member.assigned', member: 'bo', role: 'facilitator' })));
    expect(view().you).toEqual({ id: 'bo', role: 'facilitator', name: 'Bo' });
  });

  test('a watcher has nothing to send; as a member the same visitor does', async () => {
    const server = new ServerSide();
    const { store, view } = await joinedPage(server, { you: { role: 'watcher' } });
    expect(store.do(note('n1'))).toMatchObject({ error: { code: 'not-allowed' } });
    expect(store.next()).toBeUndefined();
    store.joined(server.answer(), 0);
    await store.restore(server.board.id);
    expect(store.do(note('n1'))).toMatchObject({ ok: true });
    expect(store.next()).toMatchObject({ note: 'n1' });
    expect(view().board.notes.has('n1')).toBe(true);
  });

  test('presence is counted, told member by member, and forgotten when the line breaks', async () => {
    const { store, view } = await joinedPage(new ServerSide());
    const here = { facilitators: 1, voters: 2, watchers: 0 };
    const counts = { ready: 0, hands: 1, more: 2 };
    const said = { board: 'board-under-test', here, counts };
    store.present({ ...said, members: { ada: { view: 'matrix' }, cy: { hand: true } }, hands: ['cy'] });
    store.present({ ...said, members: { cy: null } });
    expect(view().here).toEqual(here);
    expect([view().signals, view().hands]).toEqual([counts, ['cy']]);
    expect([...view().presence]).toEqual([['ada', { view: 'matrix' }]]);
    store.connected({ phase: 'offline' });
    expect(view().here).toEqual({ facilitators: 0, voters: 0, watchers: 0 });
    expect(view().signals).toEqual({ ready: 0, hands: 0, more: 0 });
    expect(view().connection).toEqual({ phase: 'offline' });
  });
});

describe('what an earlier page left behind', () => {
  test('goes again under the same id, before what this page adds', async () => {
    const server = new ServerSide();
    const before = await joinedPage(server);
    before.store.do(note('n1'));
    const sent = before.store.next();
    before.store.do(note('n2'));
    const after = newPage(before.outbox.handOver());
    after.store.joined(server.answer(), 0);
    after.store.do(note('n3'));
    expect(after.store.next()).toBeUndefined();
    await after.store.restore(server.board.id);
    expect([...after.view().board.notes.keys()]).toEqual(['n1', 'n2', 'n3']);
    expect(after.store.next()).toEqual(sent);
  });

  test('what was acknowledged or refused is not left behind', async () => {
    const server = new ServerSide();
    const before = await joinedPage(server);
    before.store.do(note('n1'));
    before.store.do(note('n2'));
    before.store.acknowledged(before.store.next()?.id ?? '', { revision: 5 });
    before.store.refused(before.store.next()?.id ?? '', notFound);
    const after = await joinedPage(server, {}, before.outbox.handOver());
    expect(after.store.next()).toBeUndefined();
  });

  test('another member of the same browser finds a shelf of their own', async () => {
    const server = new ServerSide();
    const before = await joinedPage(server);
    before.store.do(note('n1'));
    const outbox = before.outbox.handOver();
    const other = await joinedPage(server, { you: { id: 'cy', role: 'voter', name: 'Cy' } }, outbox);
    expect(other.store.next()).toBeUndefined();
    expect(other.view().waiting).toBe(0);
  });

  test('who joins as somebody else on the same page leaves their commands to the one before', async () => {
    const server = new ServerSide();
    const page = await joinedPage(server, {}, new MemoryOutbox());
    page.store.do(note('n1'));
    page.store.joined(server.answer({ you: { id: 'cy', role: 'voter', name: 'Cy' } }), 0);
    await page.store.restore(server.board.id);
    expect(page.store.next()).toBeUndefined();
    page.store.joined(server.answer(), 0);
    await page.store.restore(server.board.id);
    expect(page.store.next()).toMatchObject({ note: 'n1' });
  });
});
