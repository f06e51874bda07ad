// The database thread dies under clients at work: they are answered once it is back, and each command counts once.
import type { Worker } from 'node:worker_threads';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openSqliteStore } from '../../server/store/sqlite.ts';
import { startWorker } from '../../server/store/sqlite-thread.ts';
import { claim, openDoor } from '../server/realtime/open-door.ts';

test('a database thread that dies three times under load loses and doubles nothing', { timeout: 60_000 }, async () => {
  const directory = mkdtempSync(join(tmpdir(), 'palabre-thread-'));
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
  const door = await openDoor({ store });
  const { id, keys } = await door.newBoard();
  const client = door.client();
  expect(await client.join({ board: id, key: keys.facilitator, member: claim('ada') })).toMatchObject({ ok: true });
  const told = new Map<string, number>();
  const add = async (note: string): Promise<void> => {
    const command = { id: note, type: 'note.add', note, target: { kind: 'board' }, kind: 'note', text: note };
    for (let tries = 0; tries < 100; tries += 1) {
      const reply = await client.ask<{ revision: number }>('board:do', command);
      if (reply.ok) return void told.set(note, reply.revision);
      expect(reply.error.code).toBe('try-again');
    }
  };
  for (let life = 0; life < 3; life += 1) {
    const notes = Array.from({ length: 100 }, (_, index) => `n${life}-${index}`);
    const added = notes.map(add);
    // Not a request: a thread that reads it dies of the bug.
    workers.at(-1)?.postMessage(null, []);
    await Promise.all(added);
  }
  const events = await store.eventsAfter(id, 0);
  const kept = events.flatMap((event) => (event.type === 'note.added' ? [[event.note, event.revision] as const] : []));
  expect(kept).toHaveLength(300);
  expect(new Map(kept)).toEqual(told);
  expect(sentences).toHaveLength(3);
  await door.close();
  rmSync(directory, { recursive: true, maxRetries: 5 });
});
