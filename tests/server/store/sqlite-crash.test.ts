// Acknowledged is on disk: the process may be killed, the database thread may die.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openSqliteStore } from '../../../server/store/sqlite.ts';
import { startWorker } from '../../../server/store/sqlite-thread.ts';
import { StoreRefused } from '../../../server/store/store-refused.ts';
import { cast, commitTo, hashOf, newBoard } from './store-samples.ts';
import { newDirectory, removeDirectory } from './store-directory.ts';

let directory: string;

beforeEach(() => {
  directory = newDirectory();
});

afterEach(() => removeDirectory(directory));

const CHILD = fileURLToPath(new URL('committing-child.ts', import.meta.url));

test('kill -9 loses nothing that was acknowledged, and frees the directory that was locked before', async () => {
  const child = spawn(process.execPath, ['--import', 'tsx', CHILD, directory], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  let printed = '';
  let refused: Promise<unknown> | undefined;
  for await (const chunk of child.stdout) {
    printed += String(chunk);
    refused ??= openSqliteStore({ directory }).catch((error: unknown) => error);
    if (printed.length > 3000) child.kill('SIGKILL');
  }
  expect(await exited).toEqual([null, 'SIGKILL']);
  expect(await refused).toBeInstanceOf(StoreRefused);

  const store = await openSqliteStore({ directory });
  for (const board of ['a', 'b', 'c']) {
    const acknowledged = [...printed.matchAll(new RegExp(`^${board} (\\d+)$`, 'gm'))].map((line) => Number(line[1]));
    const last = Math.max(...acknowledged);
    expect(last).toBeGreaterThan(10);
    const kept = await store.load(board);
    expect(kept?.events.slice(0, last).map((event) => event.revision)).toEqual(
      Array.from({ length: last }, (_, index) => index + 1),
    );
    expect(kept?.boxes[0]?.linked.length).toBe((kept?.events.length ?? 0) - 1);
    const hash = hashOf(`h${last - 1}`);
    expect(await store.answers(board, [hash])).toEqual(new Map([[hash, { revision: last }]]));
  }
  await store.close();
});

test('when the database thread dies, open requests fail, the log is told, and the next request goes on', async () => {
  const workers: Worker[] = [];
  const sentences: string[] = [];
  const store = await openSqliteStore({
    directory,
    log: (sentence) => sentences.push(sentence),
    start: (settings) => {
      const worker = startWorker(settings);
      workers.push(worker);
      return worker;
    },
  });
  await store.create(newBoard('a'));
  await store.commit([commitTo('a', 1, { opens: { round: 'r', tieSeed: 'seed' } })]);
  const castMany = (group: string) =>
    Array.from({ length: 800 }, (_, index) =>
      store.commit([commitTo('a', 1, { ballot: cast('r', `${group}-${index}`, index) })]),
    );
  let told = 0;
  for (let life = 0; life < 3; life += 1) {
    const before = castMany(`before-${life}`);
    // Not a request: a thread that reads it dies of the bug. (Ending it by force may end the process with it.)
    workers.at(-1)?.postMessage(null, []);
    const after = castMany(`after-${life}`);
    const reading = store.load('a').catch((error: unknown) => error);
    const kinds = (await Promise.all([...before, ...after])).map(([outcome]) => outcome?.kind);
    expect(new Set(kinds.slice(800))).toEqual(new Set(['failed']));
    expect(await reading).toBeInstanceOf(TypeError);
    told += kinds.filter((kind) => kind === 'committed').length;
    expect((await store.load('a'))?.boxes[0]?.linked).toHaveLength(told);
  }
  expect(told).toBeGreaterThan(0);
  expect(workers).toHaveLength(4);
  expect(sentences).toHaveLength(3);
  expect(sentences[0]).toMatch(/^The database thread ended: .*\. The next request restarts it\.$/);
  await store.close();
  expect(await store.commit([commitTo('a', 1)])).toEqual([{ kind: 'failed', why: 'the store is closed' }]);
});
