import { beforeEach, describe, expect, test } from 'vitest';
import { fold } from '../../../shared/board/evolve.ts';
import { fromSnapshot } from '../../../shared/board/snapshot.ts';
import { DEFAULT_BOARD_LIMITS } from '../../../shared/bounds.ts';
import { readCode } from '../../../shared/ids.ts';
import type { JoinRequest } from '../../../shared/protocol.ts';
import { type Session } from '../../../server/boards/boards.ts';
import { keysBelow } from '../../../server/access/keys.ts';
import { createMemoryStore } from '../../../server/store/memory.ts';
import { CONTENT, START, Stage, claim, quiet, value } from './stage.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await Stage.set();
});

const join = (request: Partial<JoinRequest>) =>
  stage.boards.join({ board: stage.board.id, ...request }, () => undefined);
const refused = (code: string, field?: string) => ({
  ok: false,
  error: { code, ...(field !== undefined && { field }) },
});

describe('making a board', () => {
  test('a board begins at revision 1, in its first phase, with its code open to voters', async () => {
    const made = value(await stage.boards.create(undefined, CONTENT));
    const { board } = value(await stage.boards.read(made.id));
    expect(board).toMatchObject({ revision: 1, phase: 'frame', entry: 'voter', code: made.code, title: CONTENT.title });
    expect(board.createdAt).toBe(new Date(START + 1000).toISOString());
    expect(made.code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(readCode(made.id)).toBeUndefined();
  });

  test('an id that is there is refused, and so is one that reads as a code', async () => {
    expect(await stage.boards.create(stage.board.id, CONTENT)).toEqual(refused('exists', 'id'));
    expect(await stage.boards.create('7KQ2MX4P', CONTENT)).toEqual(refused('invalid', 'id'));
  });

  test('a code that is taken is drawn again', async () => {
    const store = createMemoryStore();
    const first = await Stage.set({ store });
    // The same dice fall the same way, so the first code that is drawn is the one that is taken.
    const dice = await Stage.set({ store: createMemoryStore() });
    expect(dice.board.code).toBe(first.board.code);
    const other = first.again(new (dice.surroundings.constructor as typeof import('./stage.ts').HeldSurroundings)());
    const made = value(await other.boards.create('another-board', CONTENT));
    expect(made.code).not.toBe(first.board.code);
  });

  test('only hashes of keys and tokens are kept', async () => {
    const kept = JSON.stringify(await stage.store.load(stage.board.id), (_, part: unknown) =>
      part instanceof Map ? [...part] : part,
    );
    for (const secret of [...Object.values(stage.board.keys), claim('bo').token]) expect(kept).not.toContain(secret);
  });
});

describe('joining', () => {
  test('a new member gets the role of the key and comes in with an event that the answer includes', async () => {
    const joined = value(await join({ key: stage.board.keys.voter, member: claim('dee') }));
    expect(joined).toMatchObject({
      board: stage.board.id,
      revision: 5,
      you: { id: 'dee', name: 'dee', role: 'voter' },
    });
    expect(joined.snapshot?.members.at(-1)).toEqual({ id: 'dee', name: 'dee', role: 'voter' });
    const events = value(await stage.boards.events(stage.board.id));
    expect(events.at(-1)).toMatchObject({
      type: 'member.joined',
      member: 'dee',
      name: 'dee',
      role: 'voter',
      by: 'dee',
    });
  });

  test('an answer carries no token', async () => {
    const joined = value(await join({ key: stage.board.keys.facilitator, member: claim('dee') }));
    expect(JSON.stringify(joined)).not.toContain(claim('dee').token);
  });

  test('two joins of the same new member at once make one member', async () => {
    const both = await Promise.all([1, 2].map(() => join({ key: stage.board.keys.voter, member: claim('dee') })));
    for (const joined of both) expect(value(joined)).toMatchObject({ revision: 5, you: { id: 'dee' } });
    expect(value(await stage.boards.events(stage.board.id))).toHaveLength(5);
  });

  test('of two who claim the same new id at once, one becomes it and the other has a bad key', async () => {
    const other = { ...claim('dee'), token: 'another-token-'.padEnd(40, 'x') };
    const [first, second] = await Promise.all([
      join({ key: stage.board.keys.voter, member: claim('dee') }),
      join({ key: stage.board.keys.voter, member: other }),
    ]);
    expect(first.ok).toBe(true);
    expect(second).toEqual(refused('bad-key', 'member.token'));
  });

  test('the right token resumes a member by a bare id, without a key or a name', async () => {
    const { name: _, ...nameless } = claim('bo');
    expect(value(await join({ member: nameless })).you).toEqual({ id: 'bo', name: 'bo', role: 'voter' });
    expect(
      value(await stage.again().boards.join({ board: stage.board.id, member: nameless }, () => undefined)).ballots,
    ).toEqual({});
  });

  test('a wrong token is a bad key, with any key', async () => {
    const wrong = { ...claim('bo'), token: 'wrong'.padEnd(40, '-') };
    expect(await join({ member: wrong })).toEqual(refused('bad-key', 'member.token'));
    expect(await join({ member: wrong, key: stage.board.keys.facilitator })).toEqual(
      refused('bad-key', 'member.token'),
    );
  });

  test('a wrong key is a bad key, whoever brings it', async () => {
    expect(await join({ key: 'nonsense' })).toEqual(refused('bad-key', 'key'));
    expect(await join({ key: 'nonsense', member: claim('bo') })).toEqual(refused('bad-key', 'key'));
  });

  test('a bare id admits nobody else', async () => {
    expect(await join({})).toEqual(refused('not-allowed'));
    expect(await join({ member: claim('dee') })).toEqual(refused('not-allowed'));
  });

  test('a bare code gives what the board’s entry says', async () => {
    const { code } = stage.board;
    const joinByCode = (member?: string) =>
      join({ board: code.toLowerCase().replace('-', ' '), ...(member !== undefined && { member: claim(member) }) });
    expect(value(await joinByCode('dee')).you.role).toBe('voter');
    expect(value(await joinByCode()).you).toEqual({ role: 'watcher' });
    await stage.do('ada', 'board.edit', { entry: 'watcher' });
    expect(value(await joinByCode('eve')).you).toEqual({ role: 'watcher' });
    await stage.do('ada', 'board.edit', { entry: 'closed' });
    expect(await joinByCode('eve')).toEqual(refused('not-allowed'));
    expect(await joinByCode()).toEqual(refused('not-allowed'));
    expect(value(await joinByCode('dee')).you.role).toBe('voter');
  });

  test('where codes open nothing, a key or a known member’s token still does', async () => {
    const guarded = (request: Partial<JoinRequest>) =>
      stage.boards.join({ board: stage.board.code, ...request }, () => undefined, { codeOpensNothing: true });
    expect(await guarded({})).toEqual(refused('not-allowed'));
    expect(await guarded({ member: claim('dee') })).toEqual(refused('not-allowed'));
    expect((await guarded({ member: claim('bo') })).ok).toBe(true);
    expect((await guarded({ key: stage.board.keys.watcher })).ok).toBe(true);
  });

  test.each(['00000000', 'no-such-board', 'not an id', '__proto__'])(
    'an unknown board is not found: %s',
    async (board) => {
      expect(await join({ board })).toEqual(refused('not-found', 'board'));
    },
  );

  test('without a member one watches, whatever the key; no event is made', async () => {
    for (const role of ['facilitator', 'voter', 'watcher'] as const) {
      expect(value(await stage.join(undefined, role)).you).toEqual({ role: 'watcher' });
    }
    expect(value(await stage.boards.events(stage.board.id))).toHaveLength(4);
  });

  test('a watcher key makes nobody a member, and lowers nobody who is one', async () => {
    expect(value(await stage.join('dee', 'watcher')).you).toEqual({ role: 'watcher' });
    expect(value(await stage.join('bo', 'watcher')).you).toMatchObject({ id: 'bo', role: 'voter' });
  });

  test('a key raises a member’s role, never lowers it', async () => {
    expect(value(await stage.join('bo', 'facilitator')).you.role).toBe('facilitator');
    expect(value(await stage.join('bo', 'voter')).you.role).toBe('facilitator');
    const events = value(await stage.boards.events(stage.board.id));
    expect(events.at(-1)).toMatchObject({ type: 'member.assigned', member: 'bo', role: 'facilitator' });
    expect(events).toHaveLength(5);
  });

  test('a new member needs a name', async () => {
    const { name: _, ...nameless } = claim('dee');
    expect(await join({ key: stage.board.keys.voter, member: nameless })).toEqual(refused('invalid', 'member.name'));
  });

  test('who was removed is not let in again, and their token opens nothing', async () => {
    await stage.do('ada', 'member.remove', { member: 'bo' });
    expect(await stage.join('bo', 'facilitator')).toEqual(refused('not-allowed'));
    const credential = { kind: 'member', member: 'bo', token: claim('bo').token } as const;
    expect(await stage.boards.authorize(stage.board.id, credential)).toEqual(refused('not-allowed'));
  });

  test('a board takes so many members and no more', async () => {
    const small = await Stage.set({ limits: { ...DEFAULT_BOARD_LIMITS, members: 3 } });
    expect(await small.join('dee', 'voter')).toEqual(refused('too-many', 'members'));
    expect((await small.join('bo', 'voter')).ok).toBe(true);
  });

  test('a member who came with an import has no token, so nobody can claim to be them', async () => {
    const members = [{ id: 'old', name: 'Old', role: 'voter' as const }];
    const made = value(await stage.boards.create('imported-board', { ...CONTENT, members }));
    const request = { board: made.id, key: made.keys.facilitator, member: claim('old') };
    expect(await stage.boards.join(request, () => undefined)).toEqual(refused('bad-key', 'member.token'));
  });

  test('entering the room and answering are one step', async () => {
    const entered: Session[] = [];
    const joining = stage.boards.join(
      { board: stage.board.id, key: stage.board.keys.voter, member: claim('dee') },
      (session) => entered.push(session),
    );
    expect(entered).toEqual([]);
    const before = stage.announced.updates.length;
    await joining;
    expect(entered).toEqual([{ board: stage.board.id, role: 'voter', member: 'dee' }]);
    expect(stage.announced.updates).toHaveLength(before);
    await quiet();
  });

  test('a refused join enters nothing', async () => {
    let entered = false;
    await stage.boards.join({ board: stage.board.id }, () => {
      entered = true;
    });
    expect(entered).toBe(false);
  });

  test('a hidden round veils the room, a live one does not', async () => {
    const veiled = async () => {
      let answer: boolean | undefined;
      await stage.boards.join({ board: stage.board.id, key: stage.board.keys.watcher }, (_, room) => {
        answer = room.veiled;
      });
      return answer;
    };
    expect(await veiled()).toBe(false);
    await stage.open('named');
    expect(await veiled()).toBe(true);
    await stage.do('ada', 'round.close', { round: 'r1' });
    expect(await veiled()).toBe(false);
    await stage.do('ada', 'round.open', { round: 'r2', method: 'approval', secrecy: 'live' });
    expect(await veiled()).toBe(false);
  });
});

describe('keys to hand on', () => {
  test('whoever joined with a key is told the lower ones, and their links', async () => {
    const { id, keys } = stage.board;
    const link = (key: string) => `https://palabre.example/b/${id}#${key}`;
    expect(value(await stage.join('ada', 'facilitator'))).toMatchObject({
      keys: { voter: keys.voter, watcher: keys.watcher },
      links: { voter: link(keys.voter), watcher: link(keys.watcher) },
    });
    const voter = value(await stage.join('bo', 'voter'));
    expect(voter.keys).toEqual({ watcher: keys.watcher });
    expect(value(await stage.join(undefined, 'watcher'))).not.toHaveProperty('keys');
  });

  test('who came without a key is told none', async () => {
    const joined = value(await join({ member: claim('ada') }));
    expect(joined).not.toHaveProperty('keys');
    expect(joined).not.toHaveProperty('links');
  });

  test('lower keys say nothing of higher ones', () => {
    const { keys } = stage.board;
    expect(keysBelow('voter', keys.voter, {})).toEqual({ watcher: keys.watcher });
    expect(keysBelow('watcher', keys.watcher, {})).toEqual({});
  });
});

describe('credentials', () => {
  test('a key is a role and nobody, a token is a member', async () => {
    const { id, keys } = stage.board;
    expect(await stage.boards.authorize(id, { kind: 'key', key: keys.voter })).toEqual({
      ok: true,
      value: { board: id, role: 'voter' },
    });
    const member = { kind: 'member', member: 'ada', token: claim('ada').token } as const;
    expect(await stage.boards.authorize(stage.board.code, member)).toEqual({
      ok: true,
      value: { board: id, role: 'facilitator', member: 'ada' },
    });
    expect(await stage.boards.authorize(id, { ...member, token: claim('bo').token })).toEqual(
      refused('bad-key', 'token'),
    );
    expect(await stage.boards.authorize(id, { ...member, member: 'nobody' })).toEqual(refused('bad-key', 'token'));
    expect(await stage.boards.authorize(id, { kind: 'key', key: 'x' })).toEqual(refused('bad-key', 'key'));
    expect(await stage.boards.authorize('nowhere', member)).toEqual(refused('not-found', 'board'));
  });
});

describe('catching up', () => {
  const grow = async (times: number) => {
    for (let time = 0; time < times; time += 1) await stage.do('ada', 'board.edit', { title: `Title ${time}` });
  };

  test('without a position one gets the whole board', async () => {
    const synced = value(await stage.boards.sync(stage.session('bo'), {}));
    expect(synced).toMatchObject({ epoch: stage.boards.epoch, revision: 4, snapshot: { title: CONTENT.title } });
    expect(synced).not.toHaveProperty('events');
  });

  test('from a known position one gets the events after it', async () => {
    await grow(2);
    const { epoch } = stage.boards;
    const synced = value(await stage.boards.sync(stage.session('bo'), { since: 4, epoch }));
    expect(synced).not.toHaveProperty('snapshot');
    expect(synced.events?.map(({ revision }) => revision)).toEqual([5, 6]);
    expect(value(await join({ member: claim('bo'), since: 5, epoch })).events).toHaveLength(1);
    expect(value(await join({ member: claim('bo'), since: 6, epoch })).events).toEqual([]);
  });

  test('another epoch means to start over', async () => {
    expect(value(await stage.boards.sync(stage.session('bo'), { since: 4, epoch: 'another' })).snapshot).toBeDefined();
  });

  test('a position beyond the log means to start over', async () => {
    expect(
      value(await stage.boards.sync(stage.session('bo'), { since: 5, epoch: stage.boards.epoch })).snapshot,
    ).toBeDefined();
  });

  test('a long gap that weighs more than the board is answered with the board', async () => {
    await grow(1500);
    const { epoch } = stage.boards;
    expect(value(await stage.boards.sync(stage.session('bo'), { since: 4, epoch })).snapshot?.title).toBe('Title 1499');
    expect(value(await stage.boards.sync(stage.session('bo'), { since: 1400, epoch })).events).toHaveLength(104);
  });

  test('a join that makes an event answers with it, also to somebody who says where they stand', async () => {
    const joined = value(
      await join({ key: stage.board.keys.voter, member: claim('dee'), since: 4, epoch: stage.boards.epoch }),
    );
    expect(joined.events).toMatchObject([{ revision: 5, type: 'member.joined' }]);
  });

  test('the snapshot and the events tell of the same board', async () => {
    await grow(3);
    const { snapshot, revision } = value(await stage.boards.sync(stage.session('bo'), {}));
    const events = value(await stage.boards.events(stage.board.id));
    expect(snapshot && fromSnapshot(snapshot, revision)).toEqual(fold(events));
  });

  test('the server says what time it is', async () => {
    expect(value(await stage.join('bo', 'voter')).serverTime).toBe(new Date(stage.surroundings.now()).toISOString());
  });
});
