// What a page knows of the notes that it wrote silently: drawn at once, kept over a broken line, forgotten when it is theirs no more.
import { describe, expect, test } from 'vitest';
import type { OwnHeldNote } from '../../../shared/protocol.ts';
import { MemoryOutbox, ServerSide, fields, joinedPage, newPage, roundOpened } from '../../support/sync.ts';

const BOARD = { kind: 'board' } as const;
const held = (note: string, text = 'Quietly'): OwnHeldNote => ({ round: 'r1', note, target: BOARD, kind: 'con', text });
const hold = (note: string, text?: string) => fields('note.hold', held(note, text));
const silent = (notes: 'signed' | 'unsigned' = 'unsigned') => roundOpened('named', { silentNotes: notes });
const closed = {
  type: 'round.closed',
  round: 'r1',
  tieSeed: 'seed',
  version: 0,
  progress: { cast: 0, done: 0, eligible: 3 },
} as const;

test('a held note is drawn at once as one’s own, is no note of the board, and waits until it is acknowledged', async () => {
  const { store, view } = await joinedPage(new ServerSide(silent()));
  store.do(hold('h1'));
  expect(view().held).toEqual([{ ...held('h1'), waiting: true }]);
  expect(view().board.notes.size).toBe(0);
  const sent = store.next();
  store.acknowledged(sent?.id ?? '', { revision: 5 });
  expect(view().held).toEqual([{ ...held('h1'), waiting: false }]);
  expect(view().waiting).toBe(0);
});

test('what is written and changed offline goes out in order from the next page', async () => {
  const server = new ServerSide(silent());
  const outbox = new MemoryOutbox();
  const first = await joinedPage(server, {}, outbox);
  first.store.do(hold('h1', 'first'));
  first.store.do(hold('h1', 'second'));
  first.store.do(hold('h2'));
  first.store.do(fields('note.discard', { note: 'h2' }));
  const second = await joinedPage(server, {}, outbox);
  expect(second.view().held).toEqual([{ ...held('h1', 'second'), waiting: true }]);
  const types: string[] = [];
  for (let next = second.store.next(); next !== undefined; next = second.store.next()) {
    types.push(next.type);
    second.store.acknowledged(next.id, { revision: 5 });
  }
  expect(types).toEqual(['note.hold', 'note.hold', 'note.hold', 'note.discard']);
  expect(second.view().held).toEqual([{ ...held('h1', 'second'), waiting: false }]);
});

test('a round that holds nothing, and one that is over, refuse here already', async () => {
  const plain = await joinedPage(new ServerSide(roundOpened()));
  expect(plain.store.do(hold('h1'))).toMatchObject({ error: { code: 'invalid', field: 'round' } });
  const over = await joinedPage(new ServerSide(silent(), closed));
  expect(over.store.do(hold('h1'))).toMatchObject({ error: { code: 'round-not-open' } });
});

describe('the server’s word', () => {
  test('a join gives back what is held, and takes away what was discarded elsewhere', async () => {
    const server = new ServerSide(silent());
    const { store, view, clock } = await joinedPage(server, { held: [held('h1'), held('h2')] });
    expect(view().held.map(({ note }) => note)).toEqual(['h1', 'h2']);
    store.joined(server.answer({ held: [held('h2', 'better')] }), clock.now);
    expect(view().held).toEqual([{ ...held('h2', 'better'), waiting: false }]);
  });

  test('another device of one’s own writes and discards', async () => {
    const { store, view } = await joinedPage(new ServerSide(silent()));
    const { round: _, ...note } = held('h1');
    store.heldElsewhere('r1', 'h1', note);
    expect(view().held.map(({ text }) => text)).toEqual(['Quietly']);
    store.heldElsewhere('r1', 'h1', null);
    expect(view().held).toEqual([]);
  });

  test('the answer to a change that another device may have overtaken is not believed without a join', async () => {
    const { store } = await joinedPage(new ServerSide(silent()));
    store.do(hold('h1', 'here'));
    const sent = store.next();
    const { round: _, ...note } = held('h1', 'there');
    store.heldElsewhere('r1', 'h1', note);
    store.acknowledged(sent?.id ?? '', { revision: 5 });
    expect(store.unsure).toBe(true);
  });
});

test('after the close of an unsigned round the page remembers what the server has forgotten, until the reveal', async () => {
  const server = new ServerSide(silent());
  const { store, view, clock } = await joinedPage(server, { held: [held('h1')] });
  store.updated(server.update(server.happens(undefined, closed)));
  store.joined(server.answer(), clock.now);
  expect(view().held.map(({ note }) => note)).toEqual(['h1']);
  const { target, kind, text } = held('h1');
  const result = { round: 'r1', ballots: 0 } as never;
  store.updated(
    server.update(
      server.happens(
        undefined,
        { type: 'round.revealed', round: 'r1', tally: { cells: {} }, result, ballotsHash: '' },
        { type: 'note.added', note: 'h1', target, kind, text },
      ),
    ),
  );
  expect(view().held).toEqual([]);
  expect(view().board.notes.get('h1')).toMatchObject({ text: 'Quietly' });
});

test('who comes to this browser after somebody else sees nothing of theirs', async () => {
  const server = new ServerSide(silent());
  const { store, view, clock } = await joinedPage(server, { held: [held('h1')] });
  store.joined(server.answer({ you: { id: 'cy', role: 'voter', name: 'Cy' } }), clock.now);
  expect(view().held).toEqual([]);
});

describe('a redaction', () => {
  const said = {
    type: 'note.added',
    note: 'n1',
    target: BOARD,
    kind: 'pro',
    text: 'unspeakable',
  } as const;

  test('is drawn at once, and its salt is there when the server has told it', async () => {
    const server = new ServerSide();
    server.happens('bo', said);
    const { store, view } = await joinedPage(server);
    store.do(fields('note.redact', { note: 'n1' }));
    expect(view().board.notes.get('n1')).toMatchObject({ text: '', redacted: { hash: '' } });
    expect(view().salts.size).toBe(0);
    store.acknowledged(store.next()?.id ?? '', { revision: 6, receipt: '5a17' });
    expect(view().salts.get('n1')).toBe('5a17');
  });

  test('of somebody else takes the text from this page, and refuses what was about to be changed in it', async () => {
    const server = new ServerSide();
    server.happens('bo', said);
    const page = newPage();
    page.store.joined(server.answer(), page.clock.now);
    await page.store.restore(server.board.id);
    page.store.do(fields('note.edit', { note: 'n1', text: 'still unspeakable' }));
    page.store.updated(server.update(server.happens('ada', { type: 'note.redacted', note: 'n1', hash: 'ab' })));
    expect(JSON.stringify([...page.view().board.notes.values()])).not.toContain('unspeakable');
  });
});
