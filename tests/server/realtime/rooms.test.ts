import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Role } from '../../../shared/board/board.ts';
import type { BoardUpdate, PresenceUpdate } from '../../../shared/protocol.ts';
import type { CreatedBoard } from '../../../server/boards/boards.ts';
import { type Client, type OpenDoor, claim, openDoor } from './open-door.ts';

let door: OpenDoor;
let board: CreatedBoard;
beforeEach(async () => {
  door = await openDoor();
  board = await door.newBoard();
});
afterEach(() => door.close());

const joined = (name: string | undefined, role: Role, on = board): Promise<Client> => door.joined(on, name, role);
const addOption = (client: Client, option: string) =>
  client.ask('board:do', { id: `add-${option}`, type: 'option.add', option, name: option });
const open = (client: Client, secrecy: string) =>
  client.ask('board:do', { id: `open-${secrecy}`, type: 'round.open', round: 'r1', method: 'score', secrecy });
const optionsHeard = (client: Client, of = board) =>
  client
    .all<BoardUpdate>('board:update')
    .filter((update) => update.board === of.id)
    .flatMap(({ events }) => events)
    .flatMap((event) => (event.type === 'option.added' ? [event.option] : []));
const heardOption = (client: Client, option: string) => client.until(() => optionsHeard(client).includes(option));

describe('one board a socket', () => {
  test('a new join leaves the old board', async () => {
    const ada = await joined('ada', 'facilitator');
    const wall = await joined(undefined, 'watcher');
    const other = await door.newBoard();
    const eve = await joined('eve', 'facilitator', other);
    await wall.join({ board: other.id, key: other.keys.watcher });
    await addOption(ada, 'a');
    await addOption(eve, 'b');
    await wall.until(() => optionsHeard(wall, other).length > 0);
    await heardOption(ada, 'a');
    expect(optionsHeard(wall)).toEqual([]);
    expect(await wall.ask('board:sync', {})).toMatchObject({ ok: true, snapshot: { id: other.id } });
  });

  test('a refused join leaves the socket where it was', async () => {
    const ada = await joined('ada', 'facilitator');
    const other = await door.newBoard();
    expect(await ada.join({ board: other.id })).toMatchObject({ ok: false });
    expect(await ada.join({ board: 'nowhere' })).toMatchObject({ ok: false });
    expect(await addOption(ada, 'a')).toMatchObject({ ok: true });
    await heardOption(ada, 'a');
  });

  test('who has left hears nothing more and does nothing more', async () => {
    const [ada, bo] = [await joined('ada', 'facilitator'), await joined('bo', 'voter')];
    await bo.ask('board:leave', {});
    await addOption(ada, 'a');
    await heardOption(ada, 'a');
    expect(optionsHeard(bo)).toEqual([]);
    expect(await bo.ask('board:sync', {})).toMatchObject({ error: { code: 'not-allowed' } });
  });

  test('a command sent right behind a join finds its session', async () => {
    const client = door.client();
    const joining = client.join({ board: board.id, key: board.keys.facilitator, member: claim('ada') });
    const done = addOption(client, 'a');
    expect(await joining).toMatchObject({ ok: true });
    expect(await done).toMatchObject({ ok: true });
  });

  test('of several joins at once the last one holds', async () => {
    const other = await door.newBoard();
    const client = door.client();
    await Promise.all([
      client.join({ board: board.id, key: board.keys.voter, member: claim('bo') }),
      client.join({ board: other.id, key: other.keys.watcher }),
    ]);
    expect(await client.ask('board:sync', {})).toMatchObject({ snapshot: { id: other.id } });
    expect(door.realtime.stats()).toMatchObject({ joined: 1 });
  });

  test('an update reaches the one who caused it, after the answer', async () => {
    const ada = await joined('ada', 'facilitator');
    let answered = false;
    const order: boolean[] = [];
    ada.socket.on('board:update', () => order.push(answered));
    await addOption(ada, 'a');
    answered = true;
    await heardOption(ada, 'a');
    expect(order.at(-1)).toBe(true);
  });
});

describe('one’s own ballot', () => {
  test('comes to one’s other devices and to nobody else', async () => {
    const ada = await joined('ada', 'facilitator');
    const [phone, laptop] = [await joined('bo', 'voter'), await joined('bo', 'voter')];
    await open(ada, 'anonymous');
    const ballot = { cells: { flask: { speed: 4 } } };
    await phone.ask('board:do', { id: 'v1', type: 'ballot.cast', round: 'r1', ballot, done: true });
    await laptop.untilHeard('ballot:mine');
    expect(laptop.all('ballot:mine')).toEqual([{ round: 'r1', ballot, done: true }]);
    await phone.ask('board:do', { id: 'v2', type: 'ballot.withdraw', round: 'r1' });
    await laptop.until((heard) => heard.filter(([name]) => name === 'ballot:mine').length === 2);
    expect(laptop.all('ballot:mine').at(-1)).toMatchObject({ round: 'r1', ballot: null });
    expect(phone.all('ballot:mine')).toEqual([]);
    expect(ada.all('ballot:mine')).toEqual([]);
  });
});

describe('endings', () => {
  test('who is removed is told, and disconnected for good on every device; the others go on', async () => {
    const ada = await joined('ada', 'facilitator');
    const devices = [await joined('bo', 'voter'), await joined('bo', 'voter')];
    await ada.ask('board:do', { id: 'c1', type: 'member.remove', member: 'bo' });
    for (const device of devices) {
      await device.untilHeard('disconnect');
      expect(device.all('board:ended')).toEqual([{ board: board.id, reason: 'removed' }]);
      expect(device.all('disconnect')).toEqual(['io server disconnect']);
    }
    expect(await addOption(ada, 'a')).toMatchObject({ ok: true });
    const again = door.client();
    expect(await again.join({ board: board.id, key: board.keys.voter, member: claim('bo') })).toMatchObject({
      error: { code: 'not-allowed' },
    });
  });

  test('everybody is told when the board is erased', async () => {
    const everybody = [await joined('ada', 'facilitator'), await joined(undefined, 'watcher')];
    await door.boards.erase(board.id);
    for (const client of everybody) {
      await client.untilHeard('disconnect');
      expect(client.all('board:ended')).toEqual([{ board: board.id, reason: 'erased' }]);
      expect(client.all('disconnect')).toEqual(['io server disconnect']);
    }
  });

  test('draining only cuts the transport, so that clients return by themselves, and takes nobody new', async () => {
    const ada = await joined('ada', 'facilitator');
    door.realtime.drain();
    await ada.untilHeard('disconnect');
    expect(ada.all('disconnect')).toEqual(['transport close']);
    expect(ada.all('board:ended')).toEqual([]);
    expect((await door.client().refusal()).data).toMatchObject({ code: 'try-again' });
  });

  test('what is acknowledged while the server closes still arrives', async () => {
    const ada = await joined('ada', 'facilitator');
    const done = addOption(ada, 'a');
    await ada.socket.timeout(1000).emitWithAck('board:leave', {});
    await door.boards.close();
    await door.realtime.close();
    expect(await done).toMatchObject({ ok: true });
    expect(ada.all('disconnect')).not.toEqual(['io server disconnect']);
  });
});

describe('presence', () => {
  const latest = (client: Client) => client.all<PresenceUpdate>('presence:update').at(-1);
  const told = (client: Client, member: string) =>
    client
      .all<PresenceUpdate>('presence:update')
      .flatMap(({ members }) => (members?.[member] === undefined ? [] : [members[member]]));

  test('a newcomer is told who is here right after joining', async () => {
    const ada = await joined('ada', 'facilitator');
    ada.socket.emit('presence:set', { ready: true, focus: { kind: 'board' } });
    await ada.until(() => told(ada, 'ada').some((presence) => presence?.ready === true));
    const wall = await joined(undefined, 'watcher');
    await wall.untilHeard('presence:update');
    expect(wall.all('presence:update')[0]).toEqual({
      board: board.id,
      here: { facilitators: 1, voters: 0, watchers: 1 },
      counts: { ready: 1, hands: 0, more: 0 },
      hands: [],
      members: { ada: { ready: true, focus: { kind: 'board' } } },
    });
  });

  test('the room is told who comes, what they look at, and who goes', async () => {
    const ada = await joined('ada', 'facilitator');
    const bo = await joined('bo', 'voter');
    await ada.until(() => latest(ada)?.here.voters === 1);
    bo.socket.emit('presence:set', { focus: { kind: 'option', option: 'flask' } });
    await ada.until(() => told(ada, 'bo').some((presence) => presence?.focus !== undefined));
    bo.close();
    await ada.until(() => latest(ada)?.here.voters === 0);
    expect(told(ada, 'bo').at(-1)).toBeNull();
  });

  test('who would like more time is counted until time is given', async () => {
    const [ada, bo] = [await joined('ada', 'facilitator'), await joined('bo', 'voter')];
    await ada.until(() => latest(ada)?.here.voters === 1);
    bo.socket.emit('presence:set', { more: true });
    await ada.until(() => latest(ada)?.counts.more === 1);
    expect(told(ada, 'bo').every((seen) => JSON.stringify(seen) === '{}')).toBe(true);
    await ada.ask('board:do', { id: 'start', type: 'timer.start', seconds: 60 });
    await ada.until(() => latest(ada)?.counts.more === 0);
  });

  test('nobody is ready any more when the phase changes', async () => {
    const [ada, bo] = [await joined('ada', 'facilitator'), await joined('bo', 'voter')];
    bo.socket.emit('presence:set', { ready: true });
    await ada.until(() => latest(ada)?.counts.ready === 1);
    await ada.ask('board:do', { id: 'phase', type: 'board.edit', phase: 'discuss' });
    await ada.until(() => latest(ada)?.counts.ready === 0);
    expect(told(ada, 'bo').at(-1)).toEqual({ ready: false });
  });

  test('watchers look at nothing that others see', async () => {
    const ada = await joined('ada', 'facilitator');
    const wall = await joined(undefined, 'watcher');
    await ada.until(() => latest(ada)?.here.watchers === 1);
    expect(await wall.ask('presence:set', { ready: true })).toEqual({ ok: true });
    await addOption(ada, 'a');
    await heardOption(ada, 'a');
    const members = ada.all<PresenceUpdate>('presence:update').flatMap((update) => Object.keys(update.members ?? {}));
    expect(new Set(members)).toEqual(new Set(['ada']));
  });

  test.each(['named', 'anonymous'])('while a %s round is open nobody sees what others look at', async (secrecy) => {
    const [ada, bo] = [await joined('ada', 'facilitator'), await joined('bo', 'voter')];
    await open(ada, secrecy);
    await ada.until(() =>
      ada.all<BoardUpdate>('board:update').some(({ events }) => events.some((e) => e.type === 'round.opened')),
    );
    const from = ada.heard.length;
    bo.socket.emit('presence:set', {
      ready: true,
      focus: { kind: 'option', option: 'flask' },
      writing: { kind: 'board' },
    });
    await ada.until(() => told(ada, 'bo').some((presence) => presence?.ready === true));
    expect(JSON.stringify(ada.heard.slice(from))).not.toContain('flask');
    expect(told(ada, 'bo').at(-1)).toEqual({ ready: true });
    const late = await joined(undefined, 'watcher');
    await late.untilHeard('presence:update');
    expect(told(late, 'bo')[0]).toEqual({ ready: true });
  });
});
