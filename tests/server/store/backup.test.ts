// Backups and restoring: consistent beside a busy server, without ballots of secret open rounds, whole or not at all.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeBackup } from '../../../server/store/backup.ts';
import { MIGRATIONS, migrate } from '../../../server/store/migrations.ts';
import { restoreBackup } from '../../../server/store/restore.ts';
import { Connection } from '../../../server/store/sqlite-connection.ts';
import { openSqliteStore } from '../../../server/store/sqlite.ts';
import { StoreRefused } from '../../../server/store/store-refused.ts';
import type { Store } from '../../../server/store/store.ts';
import { newDirectory, removeDirectory } from './store-directory.ts';
import { put } from './notes-contract.ts';
import { cast, commitTo, hashOf, newBoard, point, roundOpened, titles } from './store-samples.ts';

let root: string;
let directory: string;
let other: string;
let file: string;
const stores: Store[] = [];

beforeEach(() => {
  root = newDirectory();
  directory = join(root, 'here');
  other = join(root, 'there');
  file = join(root, 'saved.db');
});

afterEach(async () => {
  await Promise.all(stores.splice(0).map((store) => store.close()));
  removeDirectory(root);
});

async function open(where: string): Promise<Store> {
  const store = await openSqliteStore({ directory: where });
  stores.push(store);
  return store;
}

/** The sentence of a refusal; any other error is thrown on. */
function refusal(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof StoreRefused) return error.message;
    throw error;
  }
  return 'not refused';
}

const backUp = () => writeBackup({ directory, file });
const restore = (replace = false) => restoreBackup({ directory: other, file, replace });

/** A board with a title of its own, in a directory of its own that is closed again. */
async function makeBoard(where: string, board: string): Promise<void> {
  const store = await open(where);
  await store.create(newBoard(board));
  await store.commit([commitTo(board, 1, { events: titles(1, `title of ${board}`) })]);
  await store.close();
}

/** The commands that a board knows as accepted. */
async function known(store: Store, board: string): Promise<string[]> {
  const answers = await store.answers(board, ['before', 'cast', 'hold', 'since'].map(hashOf));
  return ['before', 'cast', 'hold', 'since'].filter((name) => answers.has(hashOf(name)));
}

/** A board in whose round `r` two voters have cast a ballot each, and a command was accepted since it opened. */
async function voting(store: Store, board: string, secrecy: 'live' | 'named' | 'anonymous'): Promise<void> {
  const more = { next: { ballot: { fingers: 1, reason: `reason-in-${board}` }, done: true } } as const;
  const receipt = (member: string) => (secrecy === 'named' ? undefined : `receipt-${member}`);
  const ballot = (member: string, version: number) => {
    const { receipt: _, ...plain } = cast('r', `${member}-${board}`, version, more);
    const code = receipt(`${member}-${board}`);
    return code === undefined ? plain : { ...plain, receipt: code };
  };
  const told = secrecy === 'anonymous' ? {} : { version: 1 };
  await store.create(newBoard(board));
  await store.commit([
    commitTo(board, 1, { events: titles(1, 'before'), command: { hash: hashOf('before'), answer: { revision: 2 } } }),
    commitTo(board, 2, { events: roundOpened('r', secrecy, 2), opens: { round: 'r', tieSeed: `seed-${board}` } }),
    commitTo(board, 3, {
      ballot: ballot('ann', 1),
      command: { hash: hashOf('cast'), answer: { revision: 3, ...told } },
    }),
    commitTo(board, 3, { ballot: ballot('bob', 2) }),
    commitTo(board, 3, { events: titles(3, 'since'), command: { hash: hashOf('since'), answer: { revision: 4 } } }),
  ]);
}

const CHILD = fileURLToPath(new URL('committing-child.ts', import.meta.url));

test('a backup beside a process that commits without end is one consistent moment, with all acknowledged before', async () => {
  const child = spawn(process.execPath, ['--import', 'tsx', CHILD, directory], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  let printed = '';
  let before: string | undefined;
  let report: unknown;
  for await (const chunk of child.stdout) {
    printed += String(chunk);
    if (printed.length < 2000) continue;
    if (before === undefined) {
      before = printed;
      report = backUp();
    } else if (printed.length > before.length + 500) child.kill('SIGKILL');
  }
  await exited;
  expect(report).toEqual({ boards: 3, emptied: 3 });
  restore();
  const store = await open(other);
  for (const board of ['a', 'b', 'c']) {
    const acknowledged = [...(before ?? '').matchAll(new RegExp(`^${board} (\\d+)$`, 'gm'))].length;
    const kept = await store.load(board);
    const length = kept?.events.length ?? 0;
    expect(length).toBeGreaterThan(acknowledged);
    expect(kept?.events.map(({ revision }) => revision)).toEqual(Array.from({ length }, (_, index) => index + 1));
    // Each commit had an event and a ballot: the box counted one less than the log, and one more for being emptied.
    expect(kept?.boxes).toMatchObject([{ open: true, version: length, linked: [] }]);
  }
});

test('a restored board equals the one that was saved, and its store has another epoch', async () => {
  const store = await open(directory);
  await voting(store, 'named', 'named');
  await voting(store, 'closed', 'anonymous');
  await store.commit([
    commitTo('named', 4, { admits: { member: 'ann', tokenHash: 'token' } }),
    commitTo('closed', 4, { closes: { round: 'r', unlink: true } }),
  ]);
  await store.keepSnapshot('closed', 2, 'a snapshot');
  for (const version of [1, 2]) await store.keepPoint('closed', 'r', point(version));
  expect(backUp()).toEqual({ boards: 2, emptied: 0 });
  expect(restore()).toEqual({ boards: 2 });
  const restored = await open(other);
  for (const board of ['named', 'closed']) expect(await restored.load(board)).toEqual(await store.load(board));
  expect(await restored.points('closed')).toEqual({ r: [point(1), point(2)] });
  const hashes = ['cast', 'since'].map(hashOf);
  expect(await restored.answers('named', hashes)).toEqual(await store.answers('named', hashes));
  expect((await restored.load('named'))?.boxes[0]?.linked).toHaveLength(2);
  const epochs = [store.epoch, restored.epoch];
  await restored.close();
  restore(true);
  epochs.push((await open(other)).epoch);
  expect(new Set(epochs).size).toBe(3);
});

test('no byte of a ballot of an open live or anonymous round is in a backup, and its box is restored open and empty', async () => {
  const store = await open(directory);
  for (const secrecy of ['live', 'anonymous', 'named'] as const) await voting(store, secrecy, secrecy);
  expect(backUp()).toEqual({ boards: 3, emptied: 2 });
  const bytes = readFileSync(file, 'latin1');
  expect(bytes).toContain('reason-in-named');
  expect(bytes).toContain('ann-named');
  for (const board of ['live', 'anonymous']) {
    for (const trace of [`reason-in-${board}`, `ann-${board}`]) {
      expect(bytes).not.toContain(trace);
      expect(readFileSync(join(directory, 'palabre.db-wal'), 'latin1')).toContain(trace);
    }
  }
  restore();
  const restored = await open(other);
  for (const board of ['live', 'anonymous']) {
    expect((await restored.load(board))?.boxes).toEqual([
      { round: 'r', open: true, version: 3, tieSeed: `seed-${board}`, linked: [], loose: [] },
    ]);
    expect(await restored.commit([commitTo(board, 4, { ballot: cast('r', 'ann', 4) })])).toEqual([
      { kind: 'committed' },
    ]);
  }
});

test('a backup leaves out notes that an open round will publish unsigned, and what was answered to them', async () => {
  const store = await open(directory);
  const rounds = { unsigned: 'named', signed: 'live' } as const;
  for (const [silentNotes, secrecy] of Object.entries(rounds)) {
    const board = silentNotes;
    await store.create(newBoard(board));
    const [opened] = roundOpened('r', secrecy, 1);
    if (opened?.type !== 'round.opened') throw new Error('no round');
    const events = [{ ...opened, silentNotes: silentNotes === 'signed' ? ('signed' as const) : ('unsigned' as const) }];
    await store.commit([
      commitTo(board, 1, { events, opens: { round: 'r', tieSeed: 's', holdsNotes: true } }),
      commitTo(board, 2, {
        held: put(`ann-${board}`, 'h1', `silent-in-${board}`),
        command: { hash: hashOf('hold'), answer: { revision: 2 } },
      }),
      commitTo(board, 2, {
        ballot: cast('r', `bob-${board}`, 1),
        command: { hash: hashOf('cast'), answer: { revision: 2, version: 1 } },
      }),
    ]);
  }
  expect(backUp()).toEqual({ boards: 2, emptied: 2 });
  const bytes = readFileSync(file, 'latin1');
  for (const trace of ['silent-in-unsigned', 'ann-unsigned', 'bob-signed']) expect(bytes).not.toContain(trace);
  for (const trace of ['silent-in-signed', 'ann-signed', 'bob-unsigned']) expect(bytes).toContain(trace);
  restore();
  const restored = await open(other);
  const notes = async (board: string) => (await restored.load(board))?.noteBoxes.map((box) => box.notes.length);
  expect([await notes('unsigned'), await notes('signed')]).toEqual([[0], [1]]);
  expect([await known(restored, 'unsigned'), await known(restored, 'signed')]).toEqual([['cast'], ['hold']]);
  const again = commitTo('unsigned', 2, { held: put('ann-unsigned', 'h1') });
  expect(await restored.commit([again])).toEqual([{ kind: 'committed' }]);
});

test('a ballot that was left out counts when it is sent once more; other commands are still recognised', async () => {
  const store = await open(directory);
  for (const secrecy of ['live', 'anonymous', 'named'] as const) await voting(store, secrecy, secrecy);
  backUp();
  restore();
  const restored = await open(other);
  expect(await known(restored, 'named')).toEqual(['before', 'cast', 'since']);
  expect(await known(restored, 'live')).toEqual(['before', 'since']);
  expect(await known(restored, 'anonymous')).toEqual(['before']);
});

test('a file of the layout before the log of answers is saved as it is, and its commands are known once restored', async () => {
  mkdirSync(directory);
  const path = join(directory, 'palabre.db');
  const old = new Connection(path);
  migrate(old, path, MIGRATIONS.slice(0, 5));
  for (const name of ['before', 'cast']) {
    const longer = `${hashOf(name)}${hashOf('what was kept of it then')}`;
    old.prepare('INSERT INTO command (board, hash, revision) VALUES (?, ?, 1)').run('a', longer);
  }
  old.close();
  expect(backUp()).toEqual({ boards: 0, emptied: 0 });
  restore();
  expect(await known(await open(other), 'a')).toEqual(['before', 'cast']);
});

test('a backup is one file that only its owner may read', async () => {
  await makeBoard(directory, 'a');
  backUp();
  expect(readdirSync(root).sort()).toEqual(['here', 'saved.db']);
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

test('a backup overwrites nothing, and is refused where there is nothing to save or nowhere to write', async () => {
  expect(refusal(backUp)).toBe(`There is no database at ${join(directory, 'palabre.db')}.`);
  expect(existsSync(directory)).toBe(false);
  await makeBoard(directory, 'a');
  writeFileSync(file, 'dear diary');
  expect(refusal(backUp)).toBe(`${file} is there already, and a backup overwrites nothing.`);
  expect(readFileSync(file, 'utf8')).toBe('dear diary');
  const nowhere = join(root, 'nowhere', 'saved.db');
  expect(refusal(() => writeBackup({ directory, file: nowhere }))).toMatch(/could not be written: ENOENT/);
});

/** The refusal of a restore, which must have left nothing behind. */
function refusedRestore(): string {
  const sentence = refusal(() => restore());
  expect(existsSync(other) ? readdirSync(other).filter((name) => name !== 'lock.db') : []).toEqual([]);
  return sentence;
}

test('only a sound database that this version can read is restored', async () => {
  expect(refusedRestore()).toBe(`There is no database at ${file}.`);
  writeFileSync(file, '');
  expect(refusedRestore()).toBe(`${file} holds no boards of Palabre.`);
  writeFileSync(file, 'a shopping list, much longer than a database header '.repeat(100));
  expect(refusedRestore()).toMatch(/cannot be read as a database: .*not a database/);

  const store = await open(directory);
  await store.create(newBoard('a'));
  await store.commit([commitTo('a', 1, { events: titles(1, ...Array.from({ length: 500 }, () => 'a title')) })]);
  const good = join(root, 'good.db');
  writeBackup({ directory, file: good });
  copyFileSync(good, file);
  truncateSync(file, Math.floor(statSync(good).size / 8192) * 4096);
  expect(refusedRestore()).toMatch(/is damaged|malformed/);
  copyFileSync(good, file);
  const connection = new Connection(file);
  connection.exec(`PRAGMA user_version = ${MIGRATIONS.length + 1}`);
  connection.close();
  expect(refusedRestore()).toBe(`${file} was written by a newer Palabre: use that version.`);
});

test('a directory that a server holds is not restored to', async () => {
  await makeBoard(directory, 'a');
  backUp();
  const serving = await open(other);
  expect(refusal(() => restore(true))).toMatch('Another Palabre is running with the data directory');
  expect(await serving.create(newBoard('b'))).toBe('created');
  await serving.close();
  expect(refusal(() => restore())).toMatch('has boards already: use --replace');
});

test('with replace the former boards are put aside, whole, and can be served again', async () => {
  await makeBoard(directory, 'a');
  backUp();
  await makeBoard(other, 'b');
  const first = restore(true).aside ?? '';
  expect(basename(first)).toBe('palabre.db.before-restore');
  expect(basename(restore(true).aside ?? '')).toBe('palabre.db.before-restore-2');
  const store = await open(other);
  expect([await store.boardOfCode('CODE-a'), await store.boardOfCode('CODE-b')]).toEqual(['a', undefined]);
  await store.close();
  expect(restoreBackup({ directory: join(root, 'third'), file: first })).toEqual({ boards: 1 });
  const third = await open(join(root, 'third'));
  expect(await third.boardOfCode('CODE-b')).toBe('b');
  const former = new Connection(first);
  expect(former.prepare("SELECT value FROM meta WHERE key = 'epoch'").all()).not.toEqual([{ value: third.epoch }]);
  former.close();
});

test('what a crash left in the journal goes aside with its database and does not meet the new one', async () => {
  await makeBoard(directory, 'a');
  backUp();
  // A killed server leaves its journal: copied while it is open.
  const running = join(root, 'running');
  const store = await open(running);
  await store.create(newBoard('b'));
  await makeBoard(other, 'c');
  for (const name of ['palabre.db', 'palabre.db-wal']) {
    writeFileSync(join(root, name), readFileSync(join(running, name)));
    copyFileSync(join(root, name), join(other, name));
  }
  const { aside = '' } = restore(true);
  const restored = await open(other);
  expect([await restored.boardOfCode('CODE-a'), await restored.boardOfCode('CODE-b')]).toEqual(['a', undefined]);
  const former = new Connection(aside);
  expect(former.prepare('SELECT id FROM board').all()).toEqual([{ id: 'b' }]);
  former.close();
});

test('a broken database is put aside as it is', async () => {
  await makeBoard(directory, 'a');
  backUp();
  await makeBoard(other, 'b');
  writeFileSync(join(other, 'palabre.db'), 'a shopping list, much longer than a database header '.repeat(100));
  writeFileSync(join(other, 'palabre.db-wal'), 'a stray journal');
  const { aside = '' } = restore(true);
  expect(readFileSync(aside, 'utf8')).toMatch(/^a shopping list/);
  expect(readFileSync(`${aside}-wal`, 'utf8')).toBe('a stray journal');
  expect(existsSync(join(other, 'palabre.db-wal'))).toBe(false);
  expect(await (await open(other)).boardOfCode('CODE-a')).toBe('a');
});

test('what was written in a record comes back with its board', async () => {
  const store = await open(directory);
  await store.create({ ...newBoard('a'), record: 'first' });
  await store.addToRecord([{ board: 'a', update: 'second', at: '2026-11-01T10:00:00.000Z' }]);
  await store.close();
  backUp();
  restore();
  const restored = await open(other);
  expect(await restored.record('a')).toEqual(['first', 'second']);
});
