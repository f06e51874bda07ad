import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Board, Round } from '../../../shared/board/board.ts';
import { roundOf } from '../../../shared/board/board.ts';
import type { EventOf } from '../../../shared/board/evolver.ts';
import { ballotsHash } from '../../../shared/voting/round-count.ts';
import { CONTENT, Stage, claim, newCommand, value } from './stage.ts';
import { WatchedStore } from './watched-store.ts';

let store: WatchedStore;
let stage: Stage;
beforeEach(async () => {
  store = new WatchedStore();
  stage = await Stage.set({ store });
});

const board = async (of = stage): Promise<Board> => value(await of.boards.read(stage.board.id)).board;
const round = async (of = stage): Promise<Round> => {
  const found = roundOf(await board(of), 'r1');
  if (found === undefined) throw new Error('no round r1');
  return found;
};
const event = async <T extends 'round.opened' | 'round.closed' | 'round.revealed'>(type: T) =>
  value(await stage.boards.events(stage.board.id)).find((one) => one.type === type) as EventOf<T>;
const close = () => stage.do('ada', 'round.close', { round: 'r1' });
const reveal = () => stage.do('ada', 'round.reveal', { round: 'r1' });
const box = async () => (await store.inner.load(stage.board.id))?.boxes[0];

describe('ballots', () => {
  test('each accepted change raises the version by one, and its answer carries the version that includes it', async () => {
    const { revision } = await stage.open('live');
    expect(value(await stage.score('bo', 3))).toMatchObject({ revision, version: 1 });
    expect(value(await stage.score('cy', 3))).toMatchObject({ revision, version: 2 });
    expect(value(await stage.do('bo', 'ballot.withdraw', { round: 'r1' }))).toEqual({ revision, version: 3 });
    expect(value(await stage.do('bo', 'ballot.withdraw', { round: 'r1' }))).toEqual({ revision, version: 3 });
  });

  test('the version survives a restart', async () => {
    await stage.open('live');
    await stage.score('bo', 3);
    expect(value(await stage.again().score('cy', 3))).toMatchObject({ version: 2 });
  });

  test('a ballot makes no event', async () => {
    const { revision } = await stage.open('live');
    await stage.score('bo', 3);
    expect(value(await stage.boards.events(stage.board.id))).toHaveLength(revision);
  });

  test.each(['live', 'anonymous'] as const)(
    'a ballot of a %s round gives a receipt, the same when it changes',
    async (secrecy) => {
      await stage.open(secrecy);
      const { receipt } = value(await stage.score('bo', 3));
      expect(receipt).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/);
      expect(value(await stage.score('bo', 4)).receipt).toBe(receipt);
      expect(value(await stage.score('cy', 4)).receipt).not.toBe(receipt);
      expect(value(await stage.again().score('bo', 4)).receipt).toBe(receipt);
    },
  );

  test('a ballot of a named round gives no receipt', async () => {
    await stage.open('named');
    expect(value(await stage.score('bo', 3))).toEqual({ revision: 6, version: 1 });
  });

  test('answers in an anonymous round carry no version, and none is kept', async () => {
    await stage.open('anonymous');
    expect(value(await stage.score('bo', 3))).not.toHaveProperty('version');
    expect(store.commits.at(-1)?.command?.answer).toEqual({ revision: 6 });
  });

  test('a repeated ballot gets its version and, while the ballot is tied to its voter, its receipt', async () => {
    await stage.open('live');
    const first = await stage.score('bo', 3, false, 'c1');
    await stage.score('cy', 3);
    expect(await stage.score('bo', 3, false, 'c1')).toEqual(first);
    expect(await stage.again().score('bo', 3, false, 'c1')).toEqual(first);
    await close();
    const { receipt: _, ...rest } = value(first);
    expect(await stage.score('bo', 3, false, 'c1')).toEqual({ ok: true, value: rest });
  });

  test('other devices of the voter are told of the ballot, by whose command it was', async () => {
    await stage.open('anonymous');
    const session = stage.session('bo');
    const cast = newCommand('ballot.cast', { round: 'r1', ballot: { cells: { flask: { speed: 2 } } }, done: true });
    await stage.boards.do(session, cast);
    await stage.boards.do(session, newCommand('ballot.withdraw', { round: 'r1' }));
    await stage.tick();
    expect(stage.announced.mines).toEqual([
      { session, round: 'r1', ballot: { cells: { flask: { speed: 2 } } }, done: true },
      { session, round: 'r1', ballot: null, done: false },
    ]);
    expect(stage.announced.mines[0]?.session).toBe(session);
  });

  test('who is removed takes their ballot with them, and their lines end', async () => {
    await stage.open('live');
    await stage.score('bo', 3);
    await stage.do('ada', 'member.remove', { member: 'bo' });
    await stage.tick();
    expect((await box())?.linked).toEqual([]);
    expect(value(await stage.boards.read(stage.board.id)).rounds['r1']).toMatchObject({
      progress: { cast: 0, eligible: 2 },
    });
    expect(stage.announced.ends).toEqual([{ board: stage.board.id, reason: 'removed', member: 'bo' }]);
    expect(await stage.score('bo', 3)).toMatchObject({ error: { code: 'not-allowed' } });
  });

  test('who is removed without having voted leaves the box alone', async () => {
    await stage.open('live');
    await stage.score('cy', 3);
    await stage.do('ada', 'member.remove', { member: 'bo' });
    expect(await box()).toMatchObject({ version: 1 });
  });
});

describe('opening', () => {
  test('the seed of the tie rule is drawn at opening, its hash published then and itself at close', async () => {
    await stage.open('live');
    const { tieHash } = await event('round.opened');
    expect((await box())?.tieSeed).toMatch(/^[0-9a-f]{32,}$/);
    expect(JSON.stringify(await board())).not.toContain((await box())?.tieSeed);
    await close();
    const { tieSeed } = await event('round.closed');
    expect(tieSeed).toBe((await box())?.tieSeed);
    expect(createHash('sha256').update(tieSeed).digest('hex')).toBe(tieHash);
  });

  test('every round has a seed of its own', async () => {
    await stage.open('live');
    await close();
    await stage.do('ada', 'round.open', { round: 'r2', method: 'approval', secrecy: 'live' });
    const hashes = (await board()).rounds.map(({ tieHash }) => tieHash);
    expect(new Set(hashes).size).toBe(2);
  });
});

describe('time', () => {
  test('the server closes a round by itself when its time is up', async () => {
    await stage.open('live', { seconds: 60 });
    await stage.surroundings.pass(59_900);
    expect((await round()).state).toBe('open');
    await stage.surroundings.pass(200);
    expect((await round()).state).toBe('closed');
    expect(await event('round.closed')).not.toHaveProperty('by');
  });

  test('ballots after the time are refused even before the server has got round to closing', async () => {
    await stage.open('live', { seconds: 60 });
    let failing = true;
    store.refuse = (commit) => (commit.closes !== undefined && failing ? { kind: 'failed', why: 'busy' } : undefined);
    await stage.surroundings.pass(60_000);
    expect((await round()).state).toBe('open');
    expect(await stage.score('bo', 3)).toMatchObject({ error: { code: 'round-not-open' } });
    failing = false;
    await stage.surroundings.pass(2000);
    expect((await round()).state).toBe('closed');
  });

  test('a round whose time passed while the server was down is closed when its board is read', async () => {
    await stage.open('live', { seconds: 60 });
    await stage.boards.close();
    await stage.surroundings.pass(3_600_000);
    const later = stage.again();
    await later.boards.read(stage.board.id);
    await later.tick();
    expect((await round(later)).state).toBe('closed');
  });

  test('a round that was read in time closes in time', async () => {
    await stage.open('live', { seconds: 60 });
    await stage.boards.close();
    const later = stage.again();
    expect((await round(later)).state).toBe('open');
    await stage.surroundings.pass(60_000);
    expect((await round(later)).state).toBe('closed');
  });

  test('extending moves the end', async () => {
    await stage.open('live', { seconds: 60 });
    await stage.do('ada', 'round.extend', { round: 'r1', seconds: 60 });
    await stage.surroundings.pass(100_000);
    expect((await round()).state).toBe('open');
    await stage.surroundings.pass(20_000);
    expect((await round()).state).toBe('closed');
  });

  test('a close with notice cuts nobody off and can be taken back', async () => {
    await stage.open('live');
    await stage.do('ada', 'round.close', { round: 'r1', after: 10 });
    await stage.surroundings.pass(5000);
    expect((await stage.score('bo', 3)).ok).toBe(true);
    await stage.do('ada', 'round.extend', { round: 'r1', seconds: 60 });
    await stage.surroundings.pass(10_000);
    expect((await round()).state).toBe('open');
    await stage.do('ada', 'round.close', { round: 'r1', after: 10 });
    await stage.surroundings.pass(10_000);
    expect((await round()).state).toBe('closed');
  });

  test('no alarm of a round is set for longer than a minute, so that a clock that is set forward is noticed', async () => {
    const { after } = stage.surroundings;
    const waits: number[] = [];
    stage.surroundings.after = (ms, ring) => {
      waits.push(ms);
      return after(ms, ring);
    };
    await stage.open('live', { seconds: 2 * 24 * 3600 });
    await stage.surroundings.pass(2 * 24 * 3600 * 1000 - 1);
    expect(Math.max(...waits)).toBe(60_000);
    expect((await round()).state).toBe('open');
    await stage.surroundings.pass(1);
    expect((await round()).state).toBe('closed');
  });

  test('a round that closes when all are done closes by itself', async () => {
    await stage.open('named', { closeWhenAll: true });
    await stage.score('bo', 3, true);
    await stage.score('cy', 3, false);
    await stage.score('ada', 3, true);
    expect((await round()).state).toBe('open');
    await stage.score('cy', 4, true);
    await stage.tick();
    expect(await round()).toMatchObject({ state: 'closed', progress: { cast: 3, done: 3, eligible: 3 } });
    expect(await event('round.closed')).not.toHaveProperty('by');
  });

  test('it does so too when the last one who was not done is removed', async () => {
    await stage.open('anonymous', { closeWhenAll: true });
    await stage.score('bo', 3, true);
    await stage.score('ada', 3, true);
    await stage.do('ada', 'member.remove', { member: 'cy' });
    await stage.tick();
    expect((await round()).state).toBe('closed');
  });

  test('other rounds stay open when all are done', async () => {
    await stage.open('named');
    for (const member of ['ada', 'bo', 'cy']) await stage.score(member, 3, true);
    await stage.tick();
    expect((await round()).state).toBe('open');
  });
});

describe('closing', () => {
  test.each(['live', 'anonymous'] as const)(
    'closing a %s round destroys the link from voter to ballot',
    async (secrecy) => {
      await stage.open(secrecy);
      for (const member of ['ada', 'bo', 'cy']) await stage.score(member, 3);
      const before = value(await stage.join('bo', 'voter'));
      expect(before.ballots).toEqual({ r1: { cells: { flask: { speed: 3 } } } });
      expect(before.receipts['r1']).toBeDefined();
      await close();
      expect(store.commits.at(-1)?.closes).toEqual({ round: 'r1', unlink: true });
      for (const later of [stage, stage.again()]) {
        const joined = value(await later.join('bo', 'voter'));
        expect(joined.ballots).toEqual({});
        expect(joined.receipts).toEqual({});
        expect(joined.done).toEqual({});
      }
      expect(await box()).toMatchObject({ linked: [], loose: [{}, {}, {}] });
    },
  );

  test('a named round keeps its ballots with their voters, and gives them at a later join', async () => {
    await stage.open('named');
    await stage.score('bo', 3, true);
    await close();
    for (const later of [stage, stage.again()]) {
      const joined = value(await later.join('bo', 'voter'));
      expect(joined.ballots).toEqual({ r1: { cells: { flask: { speed: 3 } } } });
      expect(joined.done).toEqual({ r1: true });
      expect(value(await later.join('cy', 'voter')).ballots).toEqual({});
    }
  });

  test('the last numbers stand in the event: who is done only where names may show', async () => {
    await stage.open('named');
    await stage.score('bo', 3, true);
    await stage.score('cy', 3);
    await close();
    expect(await event('round.closed')).toMatchObject({
      version: 2,
      progress: { cast: 2, done: 1, eligible: 3, voted: ['bo'] },
      by: 'ada',
    });
  });

  test('an anonymous round names nobody', async () => {
    await stage.open('anonymous');
    await stage.score('bo', 3, true);
    await close();
    expect((await event('round.closed')).progress).toEqual({ cast: 1, done: 1, eligible: 3 });
  });
});

describe('revealing', () => {
  const count = { secrecy: 'live', members: ['ada', 'bo', 'cy'] } as const;

  test('results come from the ballots, also after a restart between close and reveal', async () => {
    await stage.open(count.secrecy);
    for (const member of count.members) await stage.score(member, 4);
    await close();
    const later = stage.again();
    expect((await later.do('ada', 'round.reveal', { round: 'r1' })).ok).toBe(true);
    expect(await round(later)).toMatchObject({
      state: 'revealed',
      result: { ballots: 3, winners: ['flask'] },
      tally: { cells: { flask: { speed: [0, 0, 0, 0, 3, 0, 0] } } },
    });
  });

  test('an anonymous round with fewer than three ballots is not revealed', async () => {
    await stage.open('anonymous');
    await stage.score('bo', 3);
    await stage.score('cy', 3);
    await close();
    expect(await reveal()).toMatchObject({ error: { code: 'too-few' } });
  });

  test('an option removed while the round is open is left out of the count and final at close', async () => {
    await stage.open('live');
    for (const member of count.members) await stage.score(member, 5);
    await stage.do('ada', 'option.remove', { option: 'flask' });
    expect(await stage.score('bo', 1)).toMatchObject({ error: { code: 'invalid' } });
    await close();
    await stage.do('ada', 'option.restore', { option: 'flask' });
    await reveal();
    expect((await round()).result?.ranking.map(({ option }) => option)).not.toContain('flask');
  });

  test('before the reveal neither ballots nor receipts nor a hidden result can be read', async () => {
    await stage.open('named');
    await stage.score('bo', 3);
    const refused = { ok: false, error: { code: 'not-revealed', field: 'round' } };
    expect(await stage.boards.ballots(stage.board.id, 'r1')).toEqual(refused);
    expect(await stage.boards.result(stage.board.id, 'r1')).toEqual(refused);
    await close();
    expect(await stage.boards.ballots(stage.board.id, 'r1')).toEqual(refused);
    expect(await stage.boards.result(stage.board.id, 'r1')).toEqual(refused);
    expect(await stage.boards.result(stage.board.id, 'r2')).toMatchObject({ error: { code: 'not-found' } });
  });

  test('a named round publishes each ballot with its voter', async () => {
    await stage.open('named');
    await stage.score('cy', 5);
    await stage.score('bo', 3);
    await close();
    await reveal();
    const published = value(await stage.boards.ballots(stage.board.id, 'r1'));
    expect(published).toEqual({
      ballots: [
        { member: 'bo', ballot: { cells: { flask: { speed: 3 } } } },
        { member: 'cy', ballot: { cells: { flask: { speed: 5 } } } },
      ],
    });
    expect((await round()).ballotsHash).toBe(ballotsHash(published.ballots ?? []));
  });

  test('live and anonymous rounds publish the sorted receipts, and ballots without names only where they said so', async () => {
    await stage.open('anonymous');
    const receipts = [];
    for (const member of count.members) receipts.push(value(await stage.score(member, 4)).receipt);
    await close();
    await reveal();
    expect(value(await stage.boards.ballots(stage.board.id, 'r1'))).toEqual({
      receipts: receipts.sort((a = '', b = '') => (a < b ? -1 : 1)),
    });
    await stage.do('ada', 'round.open', { round: 'r2', method: 'approval', secrecy: 'live', publish: 'ballots' });
    await stage.do('bo', 'ballot.cast', { round: 'r2', ballot: { approved: ['flask'] } });
    await stage.do('cy', 'ballot.cast', { round: 'r2', ballot: { approved: ['django'] } });
    await stage.do('ada', 'round.close', { round: 'r2' });
    await stage.do('ada', 'round.reveal', { round: 'r2' });
    const published = value(await stage.boards.ballots(stage.board.id, 'r2'));
    expect(published.ballots?.map(({ receipt }) => receipt)).toEqual(published.receipts);
    expect(JSON.stringify(published)).not.toMatch(/bo|cy/);
  });

  test('an imported round that was not revealed cannot be revealed here, where its ballots are not', async () => {
    await stage.open('live');
    await close();
    const rounds = (await board()).rounds.map((old) => ({ ...old, imported: true as const }));
    const made = value(await stage.boards.create('imported-board', { ...CONTENT, rounds }));
    const request = { board: made.id, key: made.keys.facilitator, member: claim('ada') };
    value(await stage.boards.join(request, () => undefined));
    const session = { board: made.id, role: 'facilitator' as const, member: 'ada' };
    const revealed = await stage.boards.do(session, newCommand('round.reveal', { round: 'r1' }));
    expect(revealed).toMatchObject({ error: { code: 'round-not-open' } });
    expect(await stage.boards.ballots(made.id, 'r1')).toMatchObject({ error: { code: 'not-revealed' } });
    expect(await stage.boards.result(made.id, 'r1')).toMatchObject({ error: { code: 'not-revealed' } });
  });

  test('the result of a live round can be read while it is open', async () => {
    await stage.open('live');
    await stage.score('bo', 5);
    const reading = stage.boards.result(stage.board.id, 'r1');
    await stage.tick();
    expect(value(await reading)).toMatchObject({ ballots: 1, winners: ['flask'] });
  });
});
