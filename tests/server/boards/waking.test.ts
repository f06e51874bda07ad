import { describe, expect, test } from 'vitest';
import { fold } from '../../../shared/board/evolve.ts';
import { DEFAULT_BOARD_LIMITS } from '../../../shared/bounds.ts';
import { createBoards } from '../../../server/boards/create-boards.ts';
import { quietLog } from '../../../server/log.ts';
import { CONTENT, HeldSurroundings, Recorder, Stage, quiet, value } from './stage.ts';
import { WatchedStore } from './watched-store.ts';

const MINUTE = 60_000;

async function watchedStage() {
  const store = new WatchedStore();
  const stage = await Stage.set({ store });
  store.loads = 0;
  return { store, stage };
}

describe('boards sleep and wake', () => {
  test('a board that nobody asks for is forgotten after a while, and read again when somebody does', async () => {
    const { store, stage } = await watchedStage();
    await stage.boards.read(stage.board.id);
    expect(store.loads).toBe(0);
    await stage.surroundings.pass(10 * MINUTE);
    expect(value(await stage.boards.read(stage.board.id)).board.revision).toBe(4);
    expect(store.loads).toBe(1);
  });

  test('a board with somebody in its room stays awake', async () => {
    const { store, stage } = await watchedStage();
    stage.announced.occupied.add(stage.board.id);
    await stage.surroundings.pass(60 * MINUTE);
    await stage.boards.read(stage.board.id);
    expect(store.loads).toBe(0);
  });

  test('a board whose round waits for its time stays awake and closes it', async () => {
    const { store, stage } = await watchedStage();
    await stage.open('live', { seconds: 3600 });
    await stage.surroundings.pass(60 * MINUTE);
    const { board } = value(await stage.boards.read(stage.board.id));
    expect(board.rounds[0]).toMatchObject({ state: 'closed', closedAt: board.rounds[0]?.closesAt });
    expect(store.loads).toBe(0);
  });

  test('a board is read once, however many ask for it at the same time', async () => {
    const { store, stage } = await watchedStage();
    const later = stage.again();
    await Promise.all(Array.from({ length: 20 }, () => later.boards.read(stage.board.id)));
    expect(store.loads).toBe(1);
  });

  test('a board that could not be read once is read when it can be', async () => {
    const { store, stage } = await watchedStage();
    const later = stage.again();
    store.unreadable = true;
    expect(await later.boards.read(stage.board.id)).toEqual({ ok: false, error: { code: 'try-again' } });
    store.unreadable = false;
    expect((await later.boards.read(stage.board.id)).ok).toBe(true);
  });

  test('a snapshot is kept every 200 events, and a board is read from it and what came after', async () => {
    const { store, stage } = await watchedStage();
    for (let edit = 0; edit < 210; edit += 1) await stage.do('ada', 'board.edit', { title: `Title ${edit}` });
    await quiet();
    expect(store.snapshots).toEqual([200]);
    expect((await store.inner.load(stage.board.id))?.events).toHaveLength(14);
    const { board } = value(await stage.again().boards.read(stage.board.id));
    expect(board).toEqual(fold(value(await stage.boards.events(stage.board.id))));
  });
});

describe('closing down', () => {
  test('what was sent is finished, answered and published; nothing new is taken', async () => {
    const { stage } = await watchedStage();
    stage.announced.updates.length = 0;
    const sent = ['a', 'b', 'c'].map((option) => stage.do('ada', 'option.add', { option, name: option }));
    await Promise.resolve();
    const closing = stage.boards.close();
    const late = stage.do('ada', 'option.add', { option: 'late', name: 'Late' });
    expect((await Promise.all(sent)).map((answer) => value(answer).revision)).toEqual([5, 6, 7]);
    expect(await late).toEqual({ ok: false, error: { code: 'try-again' } });
    await closing;
    expect(stage.announced.updates.flatMap(({ events }) => events)).toHaveLength(3);
  });
});

test('no more boards are in memory than there may be: unused ones make room, and where none is, others wait', async () => {
  const announcer = new Recorder();
  const surroundings = new HeldSurroundings();
  const boards = createBoards({
    store: new WatchedStore(),
    announcer,
    surroundings,
    limits: DEFAULT_BOARD_LIMITS,
    publicUrl: () => '',
    log: quietLog,
    mostAwake: 2,
  });
  const ids = ['board-number-1', 'board-number-2', 'board-number-3'];
  for (const id of ids) value(await boards.create(id, CONTENT));
  const read = async (id: string | undefined) => {
    const answer = await boards.read(id ?? '');
    return answer.ok ? 'read' : answer.error.code;
  };
  announcer.occupied.add('board-number-1').add('board-number-2');
  expect([await read(ids[0]), await read(ids[1]), await read(ids[2])]).toEqual(['read', 'read', 'try-again']);
  announcer.occupied.delete('board-number-1');
  expect(await read(ids[2])).toBe('try-again');
  await surroundings.pass(2000);
  expect(await read(ids[2])).toBe('read');
  expect(boards.awake).toBe(2);
});
