// Ballots that a facilitator records for somebody without a device are as secret, and count as once, as any other.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { DoAnswer, Reply } from '../../../shared/protocol.ts';
import { openSqliteStore } from '../../../server/store/sqlite.ts';
import { type Client, type OpenDoor, claim, openDoor } from './open-door.ts';

/** A reason that cannot stand in any other text by chance. */
const REASON = 'because-of-the-giraffe';
const ballot = { fingers: 1, reason: REASON };

let directory: string;
let door: OpenDoor;
beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'palabre-guests-'));
  door = await openDoor({ store: await openSqliteStore({ directory, log: () => undefined }) });
});
afterEach(async () => {
  await door.close();
  rmSync(directory, { recursive: true, force: true });
});

let commands = 0;
const done = (client: Client, type: string, fields: object): Promise<Reply<DoAnswer>> =>
  client.ask<DoAnswer>('board:do', { id: `g-${(commands += 1)}`, type, ...fields });

async function meeting(secrecy: string) {
  const board = await door.newBoard();
  const people = new Map<string, Client>();
  for (const member of ['ada', 'bo', 'cy', 'dee']) {
    const client = door.client();
    const key = member === 'ada' ? board.keys.facilitator : board.keys.voter;
    await client.join({ board: board.id, key, member: claim(member) });
    people.set(member, client);
  }
  const who = (member: string): Client => people.get(member) as Client;
  await done(who('ada'), 'member.add', { member: 'paul', name: 'Paul' });
  await done(who('ada'), 'round.open', { round: 'r1', method: 'consent', secrecy, publish: 'ballots' });
  const record = (fields: object = {}) =>
    done(who('ada'), 'ballot.record', { round: 'r1', member: 'paul', ballot, done: true, ...fields });
  return { board, people, who, record };
}

describe.each(['live', 'named', 'anonymous'])('in a %s round', (secrecy) => {
  test('a recorded ballot is answered like a cast one, and reaches nobody before the reveal', async () => {
    const { board, people, who, record } = await meeting(secrecy);
    const answer = await record();
    expect(answer).toMatchObject({ ok: true });
    expect('version' in answer).toBe(secrecy !== 'anonymous');
    expect('receipt' in answer).toBe(secrecy !== 'named');
    const seen: unknown[] = [await who('bo').ask('board:sync', {}), await who('ada').ask('board:sync', { since: 1 })];
    for (const member of ['ada', 'bo']) seen.push(await who(member).join({ board: board.id, member: claim(member) }));
    seen.push(await door.boards.read(board.id), await door.boards.events(board.id));
    seen.push(await door.boards.ballots(board.id, 'r1'), await door.boards.result(board.id, 'r1'));
    const said = JSON.stringify(seen, (_, part: unknown) => (part instanceof Map ? [...part] : part));
    if (secrecy !== 'live') expect(said).not.toContain(REASON);
    for (const client of people.values()) expect(JSON.stringify(client.heard)).not.toContain(REASON);
    expect(JSON.stringify(await door.boards.events(board.id))).not.toContain('recorded');
  });

  test('after the reveal it stands with the others, with its name only where names are told', async () => {
    const { board, who, record } = await meeting(secrecy);
    await record();
    for (const member of ['bo', 'cy', 'dee']) {
      await done(who(member), 'ballot.cast', { round: 'r1', ballot: { fingers: 5 }, done: true });
    }
    await done(who('ada'), 'round.close', { round: 'r1' });
    expect(await done(who('ada'), 'round.reveal', { round: 'r1' })).toMatchObject({ ok: true });
    const published = await door.boards.ballots(board.id, 'r1');
    const ballots = (published.ok && published.value.ballots) || [];
    expect(ballots).toHaveLength(4);
    const paul = ballots.find((one) => JSON.stringify(one).includes(REASON));
    expect(paul?.member).toBe(secrecy === 'named' ? 'paul' : undefined);
    const read = await door.boards.read(board.id);
    const round = read.ok ? read.value.board.rounds[0] : undefined;
    expect(round?.progress).toMatchObject({ cast: 4, done: 4, eligible: 5, recorded: 1 });
    expect(round?.progress?.voted).toEqual(secrecy === 'anonymous' ? undefined : ['bo', 'cy', 'dee', 'paul']);
  });
});

test('nobody joins as a guest, whatever token they make up', async () => {
  const { board } = await meeting('named');
  const stranger = door.client();
  const bad = { ok: false, error: { code: 'bad-key' } };
  expect(await stranger.join({ board: board.id, key: board.keys.voter, member: claim('paul') })).toMatchObject(bad);
  expect(await stranger.join({ board: board.id, member: claim('paul') })).toMatchObject(bad);
});

test('recording the same command again counts once and gives the same receipt', async () => {
  const { board, who } = await meeting('live');
  const command = { id: 'twice', type: 'ballot.record', round: 'r1', member: 'paul', ballot, done: true };
  const first = await who('ada').ask('board:do', command);
  expect(await who('ada').ask('board:do', command)).toEqual(first);
  const read = await door.boards.read(board.id);
  expect(read.ok && read.value.rounds['r1']?.version).toBe(1);
});

test('a recorded ballot that was taken back is in no box, and its voter counts as not having voted', async () => {
  const { board, who, record } = await meeting('named');
  await record();
  await done(who('bo'), 'ballot.cast', { round: 'r1', ballot: { fingers: 5 }, done: true });
  const command = { id: 'back', type: 'ballot.withdraw', round: 'r1', member: 'paul' };
  const first = await who('ada').ask('board:do', command);
  expect(first).toMatchObject({ ok: true, version: 3 });
  expect(await who('ada').ask('board:do', command)).toEqual(first);
  await done(who('ada'), 'round.close', { round: 'r1' });
  await done(who('ada'), 'round.reveal', { round: 'r1' });
  const read = await door.boards.read(board.id);
  expect(read.ok && read.value.board.rounds[0]?.progress).toMatchObject({ cast: 1, done: 1, voted: ['bo'] });
  expect(JSON.stringify(await door.boards.ballots(board.id, 'r1'))).not.toContain(REASON);
});

test('a repeat that names somebody with a device in the guest’s place tells no receipt of theirs', async () => {
  const { who } = await meeting('anonymous');
  await done(who('bo'), 'ballot.cast', { round: 'r1', ballot: { fingers: 5 } });
  const command = { id: 'sly', type: 'ballot.record', round: 'r1', ballot, done: true };
  expect(await who('ada').ask('board:do', { ...command, member: 'paul' })).toHaveProperty('receipt');
  const again = await who('ada').ask('board:do', { ...command, member: 'bo' });
  expect(again).toMatchObject({ ok: true });
  expect(again).not.toHaveProperty('receipt');
});
