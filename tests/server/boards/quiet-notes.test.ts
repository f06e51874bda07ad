// Held notes and redactions as the boards keep and tell them: to whom, when, and what stays in memory.
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { CommandOf } from '../../../shared/board/commands.ts';
import { Stage, newCommand, value } from './stage.ts';
import { WatchedStore } from './watched-store.ts';

const BOARD = { kind: 'board' } as const;
const hold = (note: string, text = `text of ${note}`): Omit<CommandOf<'note.hold'>, 'id' | 'type'> => ({
  round: 'r1',
  note,
  target: BOARD,
  kind: 'con',
  text,
});
const say = (note: string, text: string): Omit<CommandOf<'note.add'>, 'id' | 'type'> => ({
  note,
  target: BOARD,
  kind: 'pro',
  text,
});
const heldBy = async (stage: Stage, member: string) => value(await stage.join(member, 'voter')).held;

test('who joins gets their own held notes back, and nobody else’s', async () => {
  const stage = await Stage.set();
  await stage.open('named', { silentNotes: 'signed' });
  value(await stage.do('bo', 'note.hold', hold('h1')));
  value(await stage.do('cy', 'note.hold', hold('h2')));
  expect(await heldBy(stage, 'bo')).toEqual([hold('h1')]);
  expect(await heldBy(stage, 'cy')).toEqual([hold('h2')]);
  expect(value(await stage.join('ada', 'facilitator')).held).toEqual([]);
  expect(value(await stage.join(undefined, 'watcher')).held).toEqual([]);
});

test('a held note makes no revision and no update, and is told to the other devices of its author', async () => {
  const stage = await Stage.set();
  const { revision } = await stage.open('live', { silentNotes: 'unsigned' });
  await stage.tick();
  const updates = stage.announced.updates.length;
  expect(value(await stage.do('bo', 'note.hold', hold('h1')))).toEqual({ revision });
  expect(value(await stage.do('bo', 'note.discard', { note: 'h1' }))).toEqual({ revision });
  await stage.tick();
  expect(stage.announced.updates).toHaveLength(updates);
  expect(stage.announced.helds.map(({ session, round, note, held }) => [session.member, round, note, held])).toEqual([
    ['bo', 'r1', 'h1', { note: 'h1', target: BOARD, kind: 'con', text: 'text of h1' }],
    ['bo', 'r1', 'h1', null],
  ]);
});

test('two devices that change one note in one batch are both told what it came to', async () => {
  const stage = await Stage.set();
  await stage.open('named', { silentNotes: 'unsigned' });
  await Promise.all([stage.do('bo', 'note.hold', hold('h1')), stage.do('bo', 'note.discard', { note: 'h1' })]);
  await stage.tick();
  expect(stage.announced.helds.map(({ note, held }) => [note, held])).toEqual([
    ['h1', null],
    ['h1', null],
  ]);
});

test('sent twice it is held once, and a late copy of an older version changes nothing', async () => {
  const stage = await Stage.set();
  await stage.open('named', { silentNotes: 'unsigned' });
  const first = newCommand('note.hold', hold('h1', 'first'));
  const answer = value(await stage.send('bo', first));
  value(await stage.do('bo', 'note.hold', hold('h1', 'second')));
  expect(value(await stage.send('bo', first))).toEqual(answer);
  expect((await heldBy(stage, 'bo')).map(({ text }) => text)).toEqual(['second']);
});

test('held notes outlive a restart; at the close the unsigned ones forget their authors', async () => {
  const stage = await Stage.set();
  await stage.open('named', { silentNotes: 'unsigned' });
  value(await stage.do('bo', 'note.hold', hold('h1')));
  const after = stage.again();
  expect(await heldBy(after, 'bo')).toEqual([hold('h1')]);
  value(await after.do('ada', 'round.close', { round: 'r1' }));
  expect(await heldBy(after, 'bo')).toEqual([]);
  expect((await stage.store.load(stage.board.id))?.noteBoxes).toEqual([
    { round: 'r1', open: false, notes: [{ note: 'h1', target: BOARD, kind: 'con', text: 'text of h1' }] },
  ]);
  const last = after.again();
  value(await last.do('ada', 'round.reveal', { round: 'r1' }));
  const events = value(await last.boards.events(stage.board.id));
  const published = events.filter(({ type }) => type === 'note.added');
  expect(published).toMatchObject([{ note: 'h1', text: 'text of h1' }]);
  expect(published[0]).not.toHaveProperty('by');
  expect((await stage.store.load(stage.board.id))?.noteBoxes).toEqual([]);
});

test('signed ones stay their author’s until the reveal, and come out with the name', async () => {
  const stage = await Stage.set();
  await stage.open('live', { silentNotes: 'signed' });
  value(await stage.do('cy', 'note.hold', hold('h1')));
  value(await stage.do('bo', 'note.hold', hold('h2')));
  value(await stage.do('ada', 'round.close', { round: 'r1' }));
  expect(await heldBy(stage, 'cy')).toEqual([hold('h1')]);
  value(await stage.do('ada', 'member.remove', { member: 'bo' }));
  value(await stage.do('ada', 'round.reveal', { round: 'r1' }));
  const { board } = value(await stage.boards.read(stage.board.id));
  expect([...board.notes.values()].map(({ id, by }) => [id, by])).toEqual([['h1', 'cy']]);
});

test('more notes than the memory of events usually holds come out in one update', async () => {
  const stage = await Stage.set();
  await stage.open('named', { silentNotes: 'unsigned' });
  for (const member of ['ada', 'bo', 'cy']) {
    await Promise.all(Array.from({ length: 50 }, (_, n) => stage.do(member, 'note.hold', hold(`${member}-${n}`))));
  }
  value(await stage.do('ada', 'round.close', { round: 'r1' }));
  await stage.tick();
  const { revision } = value(await stage.do('ada', 'round.reveal', { round: 'r1' }));
  await stage.tick();
  const last = stage.announced.updates.at(-1);
  expect(last?.events.filter(({ type }) => type === 'note.added')).toHaveLength(150);
  expect(last?.events.at(-1)?.revision).toBe(revision);
});

/** Everything that the boards say of a board now. */
const saidOf = async (stage: Stage): Promise<string> =>
  JSON.stringify([
    await stage.join('cy', 'voter', { since: 1 }),
    await stage.join('cy', 'voter'),
    await stage.boards.sync(stage.session('cy'), { since: 4 }),
    [...value(await stage.boards.read(stage.board.id)).board.notes.values()],
    await stage.boards.events(stage.board.id),
  ]);

test('a redacted text is in nothing that is asked for afterwards, whatever one had before', async () => {
  const stage = await Stage.set();
  value(await stage.do('bo', 'note.add', say('n1', 'unspeakable')));
  value(await stage.do('bo', 'note.edit', { note: 'n1', text: 'quite unspeakable' }));
  await stage.tick();
  expect(await saidOf(stage)).toContain('unspeakable');
  const answer = value(await stage.do('ada', 'note.redact', { note: 'n1' }));
  expect(await saidOf(stage)).not.toContain('unspeakable');
  await stage.tick();
  expect(JSON.stringify(stage.announced.updates.at(-1))).not.toContain('unspeakable');
  expect(await saidOf(stage.again())).not.toContain('unspeakable');
  const { board } = value(await stage.boards.read(stage.board.id));
  const hash = createHash('sha256').update(`${answer.receipt}|quite unspeakable`).digest('hex');
  expect(board.notes.get('n1')).toMatchObject({ text: '', redacted: { hash, by: 'ada' } });
});

test('what was written and redacted between two updates goes out without its text', async () => {
  const stage = await Stage.set();
  value(await stage.do('bo', 'note.add', say('n0', 'first, so that the next waits for the tick')));
  value(await stage.do('bo', 'note.add', say('n1', 'unspeakable')));
  value(await stage.do('bo', 'note.redact', { note: 'n1' }));
  await stage.tick();
  expect(JSON.stringify(stage.announced.updates)).not.toContain('unspeakable');
});

test('the salt is told once: a repeat gets the same answer without it', async () => {
  const stage = await Stage.set();
  value(await stage.do('bo', 'note.add', say('n1', 'unspeakable')));
  const redact = newCommand('note.redact', { note: 'n1' });
  const { receipt, ...rest } = value(await stage.send('bo', redact));
  expect(receipt).toMatch(/^[0-9a-f]{32}$/);
  expect(value(await stage.send('bo', redact))).toEqual(rest);
  expect(
    JSON.stringify(await stage.store.load(stage.board.id), (_, part: unknown) =>
      part instanceof Map ? [...part] : part,
    ),
  ).not.toContain(receipt);
});

test('a redaction whose commit fails once is done with one salt, and that one is told', async () => {
  const store = new WatchedStore();
  const stage = await Stage.set({ store });
  value(await stage.do('bo', 'note.add', say('n1', 'unspeakable')));
  let failing = 1;
  store.refuse = () => (failing-- > 0 ? { kind: 'failed', why: 'once' } : undefined);
  const { receipt } = value(await stage.do('bo', 'note.redact', { note: 'n1' }));
  const { board } = value(await stage.boards.read(stage.board.id));
  const hash = createHash('sha256').update(`${receipt}|unspeakable`).digest('hex');
  expect(board.notes.get('n1')?.redacted?.hash).toBe(hash);
});

test('the next snapshot is kept after a redaction, without the text', async () => {
  const stage = await Stage.set();
  value(await stage.do('bo', 'note.add', say('n1', 'unspeakable')));
  for (let n = 0; n < 200; n += 1) value(await stage.do('ada', 'board.edit', { title: `Title ${n}` }));
  expect((await stage.store.load(stage.board.id))?.snapshot?.body).toContain('unspeakable');
  value(await stage.do('bo', 'note.redact', { note: 'n1' }));
  await stage.tick();
  const kept = (await stage.store.load(stage.board.id))?.snapshot;
  expect(kept?.body).toContain('redacted');
  expect(kept?.body).not.toContain('unspeakable');
});
