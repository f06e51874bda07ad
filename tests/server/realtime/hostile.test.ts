import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { REJECTIONS } from '../../../shared/rejections.ts';
import { createRateLimits, defaultRates } from '../../../server/limits.ts';
import { type Client, type OpenDoor, claim, openDoor } from './open-door.ts';

let door: OpenDoor;
let client: Client;
beforeEach(async () => {
  door = await openDoor();
  client = door.client();
});
afterEach(() => door.close());

const EVENTS =
  'board:join board:sync board:leave board:do presence:set board:foo record:open record:update record:caret record:close'.split(
    ' ',
  );
const deep = (depth: number): unknown => (depth === 0 ? 1 : { a: deep(depth - 1) });
const PAYLOADS: readonly unknown[] = [
  null,
  0,
  '',
  'text',
  true,
  [],
  [[]],
  {},
  { board: 7 },
  { board: {}, key: [] },
  { id: 'c1' },
  { id: 'c1', type: '__proto__' },
  { id: 'c1', type: 'constructor' },
  { id: '__proto__', type: 'board.edit' },
  JSON.parse('{"__proto__": {"board": "x"}, "board": "x"}'),
  { since: -1 },
  { since: 1.5 },
  { id: 'c1', type: 'ballot.cast', round: 'r', ballot: { cells: { a: { b: 9 } } } },
  { id: 'c1', type: 'option.add', option: 'x', name: 'a\u0000b' },
  { id: 'c1', type: 'option.add', option: 'x', name: 'x'.repeat(50_000) },
  deep(500),
  Buffer.from('binary'),
  { id: 'c1', type: 'option.add', option: Buffer.from('x'), name: 'x' },
];

const isAnswer = (answer: unknown) => {
  const { ok, error } = answer as { ok: boolean; error?: { code: string; message: string } };
  return ok || (error !== undefined && error.code in REJECTIONS && error.code !== 'internal' && error.message !== '');
};

describe('whatever a client sends', () => {
  test.each(EVENTS)('%s is answered with a value or a code, before and after a join', async (event) => {
    const { id, keys } = await door.newBoard();
    for (const join of [false, true]) {
      if (join) await client.join({ board: id, key: keys.facilitator, member: claim('ada') });
      for (const payload of PAYLOADS) {
        expect(isAnswer(await client.ask(event, payload)), `${event} ${JSON.stringify(payload).slice(0, 80)}`).toBe(
          true,
        );
      }
      expect(isAnswer(await client.ask(event))).toBe(true);
      expect(await client.ask(event, {}, {})).toMatchObject({ ok: false, error: { code: 'invalid' } });
    }
    expect(client.socket.connected).toBe(true);
  });

  test('without a function to answer to, nothing breaks and the next one is served', async () => {
    const { id, keys } = await door.newBoard();
    client.socket.emit('board:do');
    client.socket.emit('board:join', { board: id, key: keys.facilitator, member: claim('ada') });
    client.socket.emit('board:do', { id: 'c1', type: 'option.add', option: 'x', name: 'X' });
    client.socket.emit('board:join', null, 'two', 'three');
    expect(await client.ask('board:do', { id: 'c2', type: 'option.remove', option: 'x' })).toEqual({
      ok: true,
      revision: 4,
    });
  });

  test('doing and syncing before a join are not allowed, leaving is', async () => {
    expect(await client.ask('board:do', { id: 'c1', type: 'board.edit' })).toMatchObject({
      error: { code: 'not-allowed' },
    });
    expect(await client.ask('board:sync', {})).toMatchObject({ error: { code: 'not-allowed' } });
    expect(await client.ask('board:leave', {})).toEqual({ ok: true });
  });

  test('an unknown field is refused by its name', async () => {
    const { id, keys } = await door.newBoard();
    await client.join({ board: id, key: keys.facilitator, member: claim('ada') });
    const command = { id: 'c1', type: 'option.add', option: 'x', name: 'X', colour: 'red' };
    expect(await client.ask('board:do', command)).toMatchObject({
      ok: false,
      error: { code: 'invalid', field: 'colour' },
    });
  });

  test('a message over 64 KiB is cut off, and the client may come back', async () => {
    await client.connected();
    client.socket.emit('board:do', { text: 'x'.repeat(70_000) });
    await client.untilHeard('disconnect');
    client.socket.connect();
    await client.connected();
    expect(await client.ask('board:leave', {})).toEqual({ ok: true });
  });

  test('the member comes from the session, never from the payload', async () => {
    const { id, keys } = await door.newBoard();
    await client.join({ board: id, key: keys.voter, member: claim('bo') });
    const command = { id: 'c1', type: 'member.rename', name: 'Ada', member: 'ada' };
    expect(await client.ask('board:do', command)).toMatchObject({ error: { code: 'invalid', field: 'member' } });
  });
});

describe('a flood', () => {
  const flooded = async (rates: Partial<ReturnType<typeof defaultRates>>) => {
    const all = defaultRates();
    const flood = await openDoor({ limits: createRateLimits({ ...all, ...rates }, () => Date.now()) });
    await door.close();
    door = flood;
    return flood.newBoard();
  };

  test('commands of one member that come too fast are refused, others go on', async () => {
    const { id, keys } = await flooded({ command: { count: 5, seconds: 60 } });
    const [ada, bo] = [door.client(), door.client()];
    await ada.join({ board: id, key: keys.facilitator, member: claim('ada') });
    await bo.join({ board: id, key: keys.voter, member: claim('bo') });
    const answers = [];
    for (let n = 0; n < 6; n += 1)
      answers.push(await ada.ask('board:do', { id: `c${n}`, type: 'board.edit', title: `${n}` }));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(5);
    expect(answers[5]).toMatchObject({ error: { code: 'too-fast', retryAfter: expect.any(Number) } });
    expect((await bo.ask('board:do', { id: 'c1', type: 'member.rename', name: 'Bo' })).ok).toBe(true);
  });

  test('redactions, which cost everybody, have a pace of their own, and other commands do not wait for it', async () => {
    const { id, keys } = await flooded({ redaction: { count: 2, seconds: 60 } });
    const ada = door.client();
    await ada.join({ board: id, key: keys.facilitator, member: claim('ada') });
    const redact = (n: number) => ada.ask('board:do', { id: `r${n}`, type: 'note.redact', note: 'nowhere' });
    expect([await redact(1), await redact(2)]).toMatchObject([{ error: { code: 'not-found' } }, { ok: false }]);
    expect(await redact(3)).toMatchObject({ error: { code: 'too-fast', retryAfter: expect.any(Number) } });
    expect(await ada.ask('board:do', { id: 'e', type: 'board.edit', title: 'On' })).toMatchObject({ ok: true });
  });

  test('a member is one person on all their devices', async () => {
    const { id, keys } = await flooded({ command: { count: 4, seconds: 60 } });
    const devices = [door.client(), door.client()];
    for (const device of devices) await device.join({ board: id, key: keys.facilitator, member: claim('ada') });
    const answers = [];
    for (let n = 0; n < 6; n += 1) {
      answers.push(await devices[n % 2]?.ask('board:do', { id: `c${n}`, type: 'board.edit', title: `${n}` }));
    }
    expect(answers.filter((answer) => answer?.ok === true)).toHaveLength(4);
  });

  test('everything from one address together has a limit too', async () => {
    const { id, keys } = await flooded({ 'address-command': { count: 4, seconds: 60 } });
    const clients = [door.client(), door.client(), door.client()];
    const answers = [];
    for (const [index, one] of clients.entries()) {
      answers.push(await one.join({ board: id, key: keys.voter, member: claim(`m${index}`) }));
      answers.push(await one.ask('board:sync', {}));
    }
    expect(answers.map(({ ok }) => ok)).toEqual([true, true, true, true, false, false]);
  });

  test('past the limit of unknown codes joins by code are too fast, joins by key or token go on', async () => {
    const { id, code, keys } = await flooded({ 'join-code': { count: 3, seconds: 60 } });
    const bo = door.client();
    await bo.join({ board: code, member: claim('bo') });
    for (let n = 0; n < 3; n += 1) {
      expect(await guest().join({ board: `0000000${n}` })).toMatchObject({ error: { code: 'not-found' } });
    }
    const tooFast = { ok: false, error: { code: 'too-fast', retryAfter: expect.any(Number) } };
    expect(await guest().join({ board: '00000009' })).toMatchObject(tooFast);
    expect(await guest().join({ board: code, member: claim('dee') })).toMatchObject(tooFast);
    expect(await guest().join({ board: code })).toMatchObject(tooFast);
    expect(await guest().join({ board: code, key: 'guessed' })).toMatchObject(tooFast);
    expect(await guest().join({ board: code, key: keys.voter, member: claim('dee') })).toMatchObject({ ok: true });
    expect(await guest().join({ board: code, member: claim('bo') })).toMatchObject({ ok: true });
    expect(await guest().join({ board: id, member: claim('bo') })).toMatchObject({ ok: true });
    expect(await guest().join({ board: 'no-such-board' })).toMatchObject({ error: { code: 'not-found' } });
  });

  const guest = () => door.client();
});
