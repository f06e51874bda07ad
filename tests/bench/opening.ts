// How long a board with a long log takes to open: it is read from its snapshot, not folded from the start.
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createBoards } from '../../server/boards/create-boards.ts';
import type { Announcer, Boards, Surroundings } from '../../server/boards/boards.ts';
import { quietLog } from '../../server/log.ts';
import { openSqliteStore } from '../../server/store/sqlite.ts';
import type { Store } from '../../server/store/store.ts';
import { DEFAULT_BOARD_LIMITS } from '../../shared/bounds.ts';
import { makeContent } from './content.ts';
import { show } from './report.ts';

const EVENTS = 100_000;
const AT_ONCE = 500;

const silent: Announcer = {
  update: () => undefined,
  state: () => undefined,
  mine: () => undefined,
  held: () => undefined,
  ended: () => undefined,
  retired: () => undefined,
  isOccupied: () => false,
};
const surroundings: Surroundings = {
  now: () => Date.now(),
  randomBytes: (count) => randomBytes(count),
  after: (ms, callback) => {
    const timer = setTimeout(callback, ms);
    return () => clearTimeout(timer);
  },
};
const boardsOver = (store: Store): Boards =>
  createBoards({
    store,
    announcer: silent,
    surroundings,
    limits: DEFAULT_BOARD_LIMITS,
    publicUrl: () => '',
    log: quietLog,
  });

async function fill(boards: Boards, board: string): Promise<void> {
  const session = { board, role: 'facilitator', member: 'chair' } as const;
  for (let done = 0; done < EVENTS; done += AT_ONCE) {
    const batch = Array.from({ length: AT_ONCE }, (_, place) =>
      boards.do(session, { id: `e${done + place}`, type: 'board.edit', title: `Title ${done + place}` }),
    );
    const answers = await Promise.all(batch);
    if (answers.some(({ ok }) => !ok)) throw new Error(JSON.stringify(answers.find(({ ok }) => !ok)));
  }
}

export async function opening(): Promise<string> {
  process.stderr.write('opening a long log\n');
  const directory = mkdtempSync(join(tmpdir(), 'palabre-bench-'));
  try {
    const store = await openSqliteStore({ directory });
    const boards = boardsOver(store);
    const made = await boards.create('long', makeContent());
    if (!made.ok) throw new Error(made.error.code);
    const { keys } = made.value;
    const member = { id: 'chair', token: 'x'.repeat(43), name: 'Chair' };
    await boards.join({ board: 'long', key: keys.facilitator, member }, () => undefined);
    await fill(boards, 'long');
    await boards.close();
    const times: number[] = [];
    for (let time = 0; time < 5; time += 1) {
      const start = performance.now();
      const joined = await boardsOver(store).join({ board: 'long', key: keys.watcher }, () => undefined);
      times.push(performance.now() - start);
      if (!joined.ok || joined.value.revision < EVENTS) throw new Error('the long board did not open');
    }
    await store.close();
    return [
      '### A log of 100,000 events',
      '',
      `Opened and joined in ${times.map(show).join(', ')} ms (five times, each by boards that had nothing in memory).`,
      '',
    ].join('\n');
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}
