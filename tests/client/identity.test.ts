// Who this browser is on each board: what is kept survives, and what somebody else wrote there does no harm.
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Identity, randomId, randomToken, readMe, writeMe, type Visit } from '../../client/identity.ts';
import { isId } from '../../shared/ids.ts';
import { tokenSchema } from '../../shared/protocol.ts';

class MemoryStorage implements Storage {
  readonly kept = new Map<string, string>();
  get length(): number {
    return this.kept.size;
  }
  clear(): void {
    this.kept.clear();
  }
  getItem(name: string): string | null {
    return this.kept.get(name) ?? null;
  }
  key(at: number): string | null {
    return [...this.kept.keys()][at] ?? null;
  }
  removeItem(name: string): void {
    this.kept.delete(name);
  }
  setItem(name: string, value: string): void {
    this.kept.set(name, value);
  }
}

/** A browser that has storage and refuses to use it. */
class RefusingStorage extends MemoryStorage {
  override getItem(): string | null {
    throw new DOMException('no', 'SecurityError');
  }
  override setItem(): void {
    throw new DOMException('full', 'QuotaExceededError');
  }
  override removeItem(): void {
    throw new DOMException('no', 'SecurityError');
  }
}

const visit = (board: string, more: Partial<Visit> = {}): Visit => ({
  board,
  code: '7KQ2MX4P',
  title: 'Which framework?',
  role: 'voter',
  at: '2026-11-23T10:00:00.000Z',
  ...more,
});

test('a token has at least 128 random bits and is one the server takes', () => {
  const tokens = Array.from({ length: 200 }, randomToken);
  expect(new Set(tokens).size).toBe(200);
  expect(tokens.every((token) => token.length * 6 >= 128 && tokenSchema.safeParse(token).success)).toBe(true);
});

test('an id of something new is an id', () => {
  expect(Array.from({ length: 500 }, randomId).every(isId)).toBe(true);
});

describe.each([
  ['kept in storage', () => new MemoryStorage()],
  ['kept in memory where storage refuses', () => new RefusingStorage()],
  ['kept in memory where there is no storage', () => undefined],
])('%s', (_, storage) => {
  test('a member is made once for a board and stays the same under another name', () => {
    const identity = new Identity(storage());
    const first = identity.makeMember('b1', 'Inès');
    expect(identity.member('b1')).toEqual(first);
    expect(identity.makeMember('b1', 'Ines')).toEqual({ ...first, name: 'Ines' });
    expect(identity.member('b2')).toBeUndefined();
  });

  test('boards are listed the latest first, each once', () => {
    const identity = new Identity(storage());
    for (const board of ['b1', 'b2', 'b1']) identity.visited(visit(board));
    expect(identity.visits().map(({ board }) => board)).toEqual(['b1', 'b2']);
  });

  test('a forgotten board takes its member and keys along', () => {
    const identity = new Identity(storage());
    identity.makeMember('b1', 'Inès');
    identity.keepKey('b1', 'key-of-a-voter');
    identity.visited(visit('b1'));
    identity.forget('b1');
    expect([identity.visits(), identity.member('b1'), identity.key('b1')]).toEqual([[], undefined, undefined]);
  });
});

describe('keys', () => {
  test('the key of the last link opens the board, but never in place of the facilitator’s', () => {
    const identity = new Identity(new MemoryStorage());
    identity.keepKey('b1', 'first-link');
    identity.keepKey('b1', 'second-link');
    expect(identity.key('b1')).toBe('second-link');
    identity.keepKeys('b1', { facilitator: 'lead', voter: 'vote', watcher: 'watch' });
    identity.keepKey('b1', 'vote');
    expect(identity.key('b1')).toBe('lead');
  });

  test.each([
    [
      { voter: 'v', watcher: 'w' },
      { facilitator: 'mine', voter: 'v', watcher: 'w' },
    ],
    [{ watcher: 'w' }, { voter: 'mine', watcher: 'w' }],
    [{}, { watcher: 'mine' }],
  ])('the keys told at a join (%j) say what one’s own is', (lower, all) => {
    const identity = new Identity(new MemoryStorage());
    identity.keepKey('b1', 'mine');
    identity.learnKeys('b1', 'mine', lower);
    expect(identity.keys('b1')).toEqual(all);
    expect(identity.key('b1')).toBe('mine');
  });

  test('a refused key is dropped and the member stays', () => {
    const identity = new Identity(new MemoryStorage());
    const member = identity.makeMember('b1', 'Inès');
    identity.keepKey('b1', 'wrong');
    identity.dropKey('b1', 'wrong');
    expect([identity.key('b1'), identity.member('b1')]).toEqual([undefined, member]);
  });
});

describe('a link that was replaced', () => {
  const KEYS = { facilitator: 'f-key', voter: 'v-key', watcher: 'w-key' };

  test('leaves the new keys, and none of the old ones', () => {
    const identity = new Identity(new MemoryStorage());
    identity.keepKeys('b1', KEYS);
    identity.keepNextKey('b1', 'f-next');
    identity.replaceKeys('b1', { facilitator: 'f-next', voter: 'v-next', watcher: 'w-next' });
    expect(identity.keys('b1')).toEqual({ facilitator: 'f-next', voter: 'v-next', watcher: 'w-next' });
    expect(identity.nextKey('b1')).toBeUndefined();
  });

  test('gives way to the key that was sent, where the answer was lost', () => {
    const identity = new Identity(new MemoryStorage());
    identity.keepKeys('b1', KEYS);
    identity.keepNextKey('b1', 'f-next');
    expect(identity.key('b1')).toBe('f-key');
    identity.dropKey('b1', 'f-key');
    expect([identity.key('b1'), identity.nextKey('b1')]).toEqual(['f-next', undefined]);
  });

  test('that opens nothing takes no other key with it', () => {
    const identity = new Identity(new MemoryStorage());
    identity.keepKeys('b1', { voter: 'v-key' });
    identity.keepKey('b1', 'mistyped');
    identity.dropKey('b1', 'mistyped');
    expect(identity.key('b1')).toBe('v-key');
  });
});

describe('a board joined by its code', () => {
  test('hands over what was kept under the code once its id is known', () => {
    const identity = new Identity(new MemoryStorage());
    const member = identity.makeMember('7KQ2MX4P', 'Inès');
    identity.settle('7KQ2MX4P', 'b1');
    expect([identity.member('b1'), identity.member('7KQ2MX4P')]).toEqual([member, undefined]);
  });

  test('never replaces the member this browser already was there', () => {
    const identity = new Identity(new MemoryStorage());
    const known = identity.makeMember('b1', 'Inès');
    identity.makeMember('7KQ2MX4P', 'Somebody');
    identity.settle('7KQ2MX4P', 'b1');
    expect(identity.member('b1')).toEqual(known);
  });

  test('is found again by the code, however it is written', () => {
    const identity = new Identity(new MemoryStorage());
    identity.visited(visit('b1'));
    expect(['7kq2-mx4p', '7KQ2MX4P', 'b1', 'b2'].map((board) => identity.resolve(board))).toEqual([
      'b1',
      'b1',
      'b1',
      'b2',
    ]);
    expect(identity.resolve('AAAA-BBBB')).toBe('AAAABBBB');
  });
});

describe('storage that somebody else wrote', () => {
  test.each([
    ['no JSON', '{"member"'],
    ['a number', '7'],
    ['null', 'null'],
    ['a list', '[1]'],
    ['a member without a token', '{"member":{"id":"m1"}}'],
    ['a member with a weak token', '{"member":{"id":"m1","token":"short"}}'],
    ['a member named after an object’s property', '{"member":{"id":"constructor","token":"aaaaaaaaaaaaaaaaaaaaaaaa"}}'],
    ['a key of the wrong kind', '{"key":{"a":1}}'],
  ])('%s reads as nothing', (_, stored) => {
    const storage = new MemoryStorage();
    storage.setItem('palabre.board.b1', stored);
    const identity = new Identity(storage);
    expect([identity.member('b1'), identity.key('b1'), identity.keys('b1')]).toEqual([undefined, undefined, {}]);
  });

  test('one bad visit does not hide the good ones', () => {
    const storage = new MemoryStorage();
    storage.setItem('palabre.visits', JSON.stringify([{ board: '../x' }, visit('b1'), 3, visit('b2', { title: '' })]));
    expect(new Identity(storage).visits().map(({ board }) => board)).toEqual(['b1', 'b2']);
  });

  test('never makes a read throw', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (stored) => {
        const storage = new MemoryStorage();
        storage.setItem('palabre.visits', stored);
        storage.setItem('palabre.board.b1', stored);
        const identity = new Identity(storage);
        const read = [identity.visits(), identity.member('b1'), identity.key('b1')];
        expect(read).toHaveLength(3);
        expect(identity.resolve('7KQ2MX4P')).toBe('7KQ2MX4P');
      }),
    );
  });
});

describe('the way to another device', () => {
  const word = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9_-]{0,20}$/).filter(isId);
  const token = fc.stringMatching(/^[A-Za-z0-9_-]{22,40}$/);

  test('carries the member and, where there is one, the key', () => {
    fc.assert(
      fc.property(word, token, fc.option(token, { nil: undefined }), (id, secret, key) => {
        const member = { id, token: secret };
        expect(readMe(writeMe(member, key))).toEqual({ member, ...(key !== undefined && { key }) });
      }),
    );
  });

  test('never carries the name', () => {
    const member = { id: 'm1', token: randomToken(), name: 'Inès' };
    expect(writeMe(member)).toBe(`me=m1.${member.token}`);
  });

  test.each([
    '',
    'me=',
    'me=m1',
    'me=m1.short',
    'me=../x.aaaaaaaaaaaaaaaaaaaaaaaa',
    'key',
    'me=m1.aaaaaaaaaaaaaaaaaaaaaaaa.k.x',
  ])('%j carries nobody', (payload) => {
    expect(readMe(payload)).toBeUndefined();
  });
});

test('when a board was last looked at is kept until the board is forgotten', () => {
  const identity = new Identity(new MemoryStorage());
  identity.keepSeen('b1', '2026-11-20T12:00:00.000Z');
  expect(identity.seen('b1')).toBeUndefined();
  identity.keepKey('b1', 'some-key');
  identity.keepSeen('b1', '2026-11-20T12:00:00.000Z');
  expect(identity.seen('b1')).toBe('2026-11-20T12:00:00.000Z');
  identity.forget('b1');
  identity.keepSeen('b1', '2026-11-20T13:00:00.000Z');
  expect(identity.seen('b1')).toBeUndefined();
});
