// The line of one page: joining, coming back, sending one by one, and what is final.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Command } from '../../../shared/board/commands.ts';
import { Connection, type Credentials } from '../../../client/sync/connection.ts';
import { FakeLine } from '../../support/fake-line.ts';
import { EPOCH, type Page, ServerSide, fields, newPage, roundOpened, score } from '../../support/sync.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const CREDENTIALS: Credentials = { board: 'board-under-test', key: 'a-key', language: 'en' };
const note = (id: string) => fields('note.add', { note: id, target: { kind: 'board' }, kind: 'pro', text: 'Yes' });

interface Open extends Page {
  readonly server: ServerSide;
  readonly line: FakeLine;
  readonly connection: Connection;
  readonly arrivals: string[];
}

function opened(server = new ServerSide(), page = newPage()): Open {
  const line = new FakeLine();
  const arrivals: string[] = [];
  const connection = new Connection(page.store, CREDENTIALS, ({ you }) => arrivals.push(you.role), line);
  return { ...page, server, line, connection, arrivals };
}

/** What follows from promises: the outbox opens, listeners are told. */
const turn = () => vi.advanceTimersByTimeAsync(0);
/** Long enough for every wait of one second. */
const aWhile = () => vi.advanceTimersByTimeAsync(1600);

async function joined(server = new ServerSide(), page = newPage()): Promise<Open> {
  const open = opened(server, page);
  open.line.opens();
  open.line.answers('board:join', server.answer());
  await turn();
  return open;
}

const sending = ({ line }: Open): Command => line.asked('board:do');

describe('a key that opens nothing any more', () => {
  test('is left out where there is something else to join with', async () => {
    const page = newPage();
    const line = new FakeLine();
    const server = new ServerSide();
    const { key: _, ...byToken } = CREDENTIALS;
    const left: string[] = [];
    const other = (key: string): Credentials => {
      left.push(key);
      return byToken;
    };
    const connection = new Connection(page.store, CREDENTIALS, () => undefined, line, other);
    line.opens();
    line.refuses('board:join', 'bad-key', undefined, 'key');
    expect(line.asked('board:join')).toEqual(byToken);
    line.answers('board:join', server.answer());
    await turn();
    expect([page.store.state, left]).toEqual([{ phase: 'live' }, ['a-key']]);
    connection.close();
  });

  test('is told where there is nothing else', () => {
    const { line, store, connection } = opened();
    line.opens();
    line.refuses('board:join', 'bad-key', undefined, 'key');
    expect(store.state).toMatchObject({ phase: 'refused', error: { code: 'bad-key' } });
    connection.close();
  });
});

describe('joining', () => {
  test('a line that opens asks to join, and the answer makes it live', async () => {
    const open = opened();
    expect(open.store.state).toEqual({ phase: 'connecting' });
    expect(open.line.attempts).toBe(1);
    open.line.opens();
    expect(open.line.asked('board:join')).toEqual(CREDENTIALS);
    open.line.answers('board:join', open.server.answer());
    expect(open.store.state).toEqual({ phase: 'live' });
    expect(open.arrivals).toEqual(['voter']);
  });

  test('a line that was cut is offline until it has joined from where it stood', async () => {
    const open = await joined();
    open.line.cut();
    expect(open.store.state).toEqual({ phase: 'offline' });
    open.line.opens();
    expect(open.store.state).toEqual({ phase: 'offline' });
    expect(open.line.asked('board:join')).toEqual({ ...CREDENTIALS, since: 4, epoch: EPOCH });
    const { snapshot: _, ...answer } = open.server.answer();
    open.line.answers('board:join', { ...answer, events: [] });
    expect(open.store.state).toEqual({ phase: 'live' });
  });

  test('a server that says farewell is asked again', async () => {
    const open = await joined();
    open.line.cut(true);
    expect(open.line.attempts).toBe(1);
    await aWhile();
    expect(open.line.attempts).toBe(2);
  });

  test('an attempt that fails is offline; one that the server refused is made again', async () => {
    const open = opened();
    open.line.fails();
    expect(open.store.state).toEqual({ phase: 'offline' });
    await aWhile();
    expect(open.line.attempts).toBe(1);
    open.line.fails('too-fast');
    await aWhile();
    expect(open.line.attempts).toBe(2);
  });

  test('another version is final', async () => {
    const open = opened();
    open.line.fails('version');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(open.store.state).toEqual({ phase: 'refused', error: { code: 'version' } });
    expect(open.line.attempts).toBe(1);
  });

  test('a refused join stays refused, also when the line breaks, until somebody else asks', async () => {
    const open = opened();
    open.line.opens();
    open.line.refuses('board:join', 'bad-key');
    await aWhile();
    expect(open.store.state).toMatchObject({ phase: 'refused', error: { code: 'bad-key' } });
    expect(open.line.asking).toEqual([]);
    open.line.cut();
    expect(open.store.state).toMatchObject({ phase: 'refused' });
    open.line.opens();
    open.line.refuses('board:join', 'bad-key');
    open.connection.joinAs({ ...CREDENTIALS, key: 'another' });
    expect(open.line.asked('board:join')).toMatchObject({ key: 'another' });
    open.line.answers('board:join', open.server.answer());
    expect(open.store.state).toEqual({ phase: 'live' });
  });

  test('a refusal that passes is waited for as long as the server says', async () => {
    const open = opened();
    open.line.opens();
    open.line.refuses('board:join', 'too-fast', 4000);
    await vi.advanceTimersByTimeAsync(3999);
    expect(open.line.asking).toEqual([]);
    await vi.advanceTimersByTimeAsync(2002);
    expect(open.line.asking).toEqual(['board:join']);
  });

  test('a join without an answer makes a new line', () => {
    const open = opened();
    open.line.opens();
    open.line.loses('board:join');
    expect(open.line.connected).toBe(false);
    expect(open.line.attempts).toBe(2);
  });

  test('a refused join as somebody else leaves the page where it was', async () => {
    const open = await joined();
    open.connection.joinAs({ ...CREDENTIALS, key: 'wrong' });
    const events = open.server.happens('ada', { type: 'board.edited', title: 'Meanwhile' });
    open.line.says('board:update', open.server.update(events));
    open.line.refuses('board:join', 'bad-key');
    expect(open.store.state).toMatchObject({ phase: 'refused' });
    expect(open.view().board.title).toBe('Meanwhile');
    open.store.do(note('n1'));
    await turn();
    expect(sending(open)).toMatchObject({ note: 'n1' });
  });

  test('a board that has ended is final', async () => {
    const open = await joined();
    open.line.says('board:ended', { board: 'board-under-test', reason: 'removed' });
    expect(open.line.connected).toBe(false);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(open.store.state).toEqual({ phase: 'ended', reason: 'removed' });
    expect(open.line.attempts).toBe(1);
    open.store.do(note('n1'));
    await turn();
    expect(open.line.asking).toEqual([]);
  });

  test('a closed page hears and sends nothing any more', async () => {
    const open = await joined();
    open.connection.close();
    open.store.do(note('n1'));
    open.line.opens();
    await aWhile();
    expect(open.line.asking).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('a server that stands behind what it told once is believed from the start', async () => {
    const open = await joined();
    open.line.says(
      'board:update',
      open.server.update(open.server.happens('ada', { type: 'board.edited', title: 'Lost' })),
    );
    open.line.cut();
    open.line.opens();
    const behind = new ServerSide();
    open.line.answers('board:join', behind.answer());
    expect(open.view().board).toEqual(behind.board);
  });
});

describe('sending', () => {
  test('one command is on its way at a time, in their order', async () => {
    const open = await joined();
    open.store.do(note('n1'));
    open.store.do(note('n2'));
    await turn();
    expect(open.line.asking).toEqual(['board:do']);
    expect(sending(open)).toMatchObject({ note: 'n1' });
    open.line.answers('board:do', { revision: 5 });
    expect(sending(open)).toMatchObject({ note: 'n2' });
    open.line.refuses('board:do', 'not-found');
    expect(open.line.asking).toEqual([]);
    expect(open.view().refusals).toMatchObject([{ error: { code: 'not-found' } }]);
  });

  test('nothing is sent before the join is answered', async () => {
    const open = opened();
    open.store.do(note('n1'));
    open.line.opens();
    await turn();
    expect(open.line.asking).toEqual(['board:join']);
    open.line.answers('board:join', open.server.answer());
    await turn();
    expect(sending(open)).toMatchObject({ note: 'n1' });
  });

  test('a lost acknowledgement makes a new line, and the same command goes again', async () => {
    const open = await joined();
    open.store.do(note('n1'));
    await turn();
    const first = sending(open);
    open.line.loses('board:do');
    expect(open.line.attempts).toBe(2);
    open.line.opens();
    expect(open.line.asking).toEqual(['board:join']);
    open.line.answers('board:join', open.server.answer());
    expect(sending(open)).toEqual(first);
  });

  test('a command on its way when the line was cut goes again', async () => {
    const open = await joined();
    open.store.do(note('n1'));
    await turn();
    const first = sending(open);
    open.line.cut();
    expect(open.line.attempts).toBe(1);
    open.line.opens();
    open.line.answers('board:join', open.server.answer());
    expect(sending(open)).toEqual(first);
  });

  test.each(['too-fast', 'try-again'] as const)(
    'after %s the same command waits, and none overtakes it',
    async (code) => {
      const open = await joined();
      open.store.do(note('n1'));
      open.store.do(note('n2'));
      await turn();
      open.line.refuses('board:do', code, 3000);
      open.store.do(note('n3'));
      await vi.advanceTimersByTimeAsync(2999);
      expect(open.line.asking).toEqual([]);
      await vi.advanceTimersByTimeAsync(1600);
      expect(sending(open)).toMatchObject({ note: 'n1' });
      expect(open.view().refusals).toEqual([]);
    },
  );

  test('waiting for a sync does not put off a command that waits', async () => {
    const open = await joined();
    open.store.do(note('n1'));
    await turn();
    open.line.refuses('board:do', 'try-again');
    open.server.happens('ada', { type: 'board.edited', title: 'Missed' });
    open.line.says('board:update', open.server.update([]));
    open.line.refuses('board:sync', 'too-fast', 30_000);
    await aWhile();
    expect(sending(open)).toMatchObject({ note: 'n1' });
  });

  test('a wait that was begun on a line that is no more does not disturb the next one', async () => {
    const open = await joined();
    open.store.do(note('n1'));
    open.store.do(note('n2'));
    await turn();
    open.line.refuses('board:do', 'try-again');
    open.line.cut();
    open.line.opens();
    open.line.answers('board:join', open.server.answer());
    await aWhile();
    expect(open.line.asking).toEqual(['board:do']);
  });

  test('a page that cannot know its own ballot any more asks by joining, and sends nothing meanwhile', async () => {
    const open = await joined(new ServerSide(roundOpened()));
    open.store.do(score({ flask: { speed: 4 } }));
    await turn();
    open.line.says('ballot:mine', { round: 'r1', ballot: { cells: { flask: { speed: 1 } } }, done: false });
    open.line.answers('board:do', { revision: 5 });
    expect(open.line.asking).toEqual(['board:join']);
    open.store.do(note('n1'));
    await turn();
    expect(open.line.asking).toEqual(['board:join']);
    const ballots = { r1: { cells: { flask: { speed: 1 } } } } as const;
    open.line.answers('board:join', open.server.answer({ ballots }));
    expect(open.view().mine.get('r1')?.ballot).toEqual(ballots.r1);
    expect(sending(open)).toMatchObject({ note: 'n1' });
  });

  test('a page that is refused that answer does not ask without end', async () => {
    const open = await joined(new ServerSide(roundOpened()));
    open.store.do(score({ flask: { speed: 4 } }));
    await turn();
    open.line.says('ballot:mine', { round: 'r1', ballot: { cells: { flask: { speed: 1 } } }, done: false });
    open.line.answers('board:do', { revision: 5 });
    open.line.refuses('board:join', 'too-fast', 2000);
    await turn();
    expect(open.line.asking).toEqual([]);
    await vi.advanceTimersByTimeAsync(3001);
    open.line.refuses('board:join', 'not-allowed');
    await aWhile();
    expect(open.line.asking).toEqual([]);
  });
});

describe('keeping up', () => {
  test('a gap is asked for once', async () => {
    const open = await joined();
    open.server.happens('ada', { type: 'board.edited', title: 'Missed' });
    const later = open.server.happens('ada', { type: 'board.edited', question: 'Why?' });
    open.line.says('board:update', open.server.update(later));
    open.line.says('board:update', open.server.update([]));
    expect(open.line.asking).toEqual(['board:sync']);
    expect(open.line.asked('board:sync')).toEqual({ since: 4, epoch: EPOCH });
    open.line.answers('board:sync', open.server.answer());
    expect(open.view().board).toEqual(open.server.board);
    expect(open.line.asking).toEqual([]);
  });

  test('an update that was sent after the answer to a sync was made, and before that left, is not lost', async () => {
    const open = await joined();
    open.server.happens('ada', { type: 'board.edited', title: 'Missed' });
    open.line.says('board:update', open.server.update([]));
    const answer = open.server.answer();
    const after = open.server.happens('ada', { type: 'board.edited', title: 'After' });
    open.line.says('board:update', open.server.update(after));
    open.line.answers('board:sync', answer);
    expect(open.view().board).toEqual(open.server.board);
    expect(open.line.asking).toEqual([]);
  });

  test('an update that overtakes the answer to a join is not lost', async () => {
    const open = opened();
    open.line.opens();
    const answer = open.server.answer();
    const after = open.server.happens('ada', { type: 'board.edited', title: 'After' });
    open.line.says('board:update', open.server.update(after));
    open.line.answers('board:join', answer);
    expect(open.view().board).toEqual(open.server.board);
  });

  test('a sync that is lost makes a new line', async () => {
    const open = await joined();
    open.server.happens('ada', { type: 'board.edited', title: 'Missed' });
    open.line.says('board:update', open.server.update([]));
    open.line.loses('board:sync');
    expect(open.line.attempts).toBe(2);
  });

  test('a server that no longer knows who asks is joined again', async () => {
    const open = await joined();
    open.server.happens('ada', { type: 'board.edited', title: 'Missed' });
    open.line.says('board:update', open.server.update([]));
    open.line.refuses('board:sync', 'not-allowed');
    expect(open.line.asking).toEqual(['board:join']);
  });

  test('a whole board replaces what is known', async () => {
    const open = await joined();
    open.server.happens('ada', { type: 'board.edited', title: 'Missed' });
    open.line.says('board:state', open.server.state());
    expect(open.view().board).toEqual(open.server.board);
  });
});

describe('presence', () => {
  test('is told when it changes, and whole again after each join', async () => {
    const open = await joined();
    open.connection.tell({ view: 'matrix' });
    open.connection.tell({ hand: true });
    open.connection.tell({ hand: true });
    expect(open.line.told).toEqual([{ view: 'matrix' }, { hand: true }]);
    open.line.cut();
    open.connection.tell({ hand: false });
    expect(open.line.told).toHaveLength(2);
    open.line.opens();
    open.line.answers('board:join', open.server.answer());
    expect(open.line.told.at(-1)).toEqual({ view: 'matrix', hand: false });
  });

  test('a wish for more time is said once, and not again beside one’s name at the next join', async () => {
    const open = await joined();
    open.connection.tell({ hand: true });
    open.connection.tell({ more: true });
    expect(open.line.told).toEqual([{ hand: true }, { more: true }]);
    open.line.cut();
    open.connection.tell({ more: true });
    open.line.opens();
    open.line.answers('board:join', open.server.answer());
    expect(open.line.told.slice(2)).toEqual([{ hand: true }]);
  });

  test('of others is shown', async () => {
    const open = await joined();
    const here = { facilitators: 1, voters: 1, watchers: 0 };
    const counts = { ready: 0, hands: 0, more: 0 };
    open.line.says('presence:update', { board: 'board-under-test', here, counts });
    expect(open.view().here).toEqual(here);
  });
});
