import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openSqliteStore } from '../../../server/store/sqlite.ts';
import { type Client, type OpenDoor, claim, openDoor } from './open-door.ts';

const VOTERS = ['bo', 'cy', 'dee', 'eve'];
/** A reason that cannot stand in any other text by chance. */
const REASON = 'because-of-the-giraffe';

let directory: string;
let door: OpenDoor;
beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'palabre-hidden-'));
  door = await openDoor({ store: await openSqliteStore({ directory, log: () => undefined }) });
});
afterEach(async () => {
  await door.close();
  rmSync(directory, { recursive: true, force: true });
});

interface Cast {
  readonly ok: boolean;
  readonly receipt?: string;
  readonly version?: number;
}

describe.each(['named', 'anonymous'])('a %s round', (secrecy) => {
  test('before the reveal no ballot, tally or receipt reaches anybody but its voter', async () => {
    const board = await door.newBoard();
    const people = new Map<string, Client>();
    for (const member of ['ada', ...VOTERS]) {
      const client = door.client();
      const key = member === 'ada' ? board.keys.facilitator : board.keys.voter;
      await client.join({ board: board.id, key, member: claim(member) });
      people.set(member, client);
    }
    const ada = people.get('ada');
    const wall = door.client();
    const answers: unknown[] = [await wall.join({ board: board.id, key: board.keys.watcher })];
    const open = { id: 'o', type: 'round.open', round: 'r1', method: 'consent', secrecy, publish: 'ballots' };
    expect(await ada?.ask('board:do', open)).toMatchObject({ ok: true });

    const receipts: string[] = [];
    for (const member of VOTERS) {
      const ballot = { fingers: 1, reason: `${REASON}-${member}` };
      const cast = (await people
        .get(member)
        ?.ask('board:do', { id: 'v', type: 'ballot.cast', round: 'r1', ballot, done: true })) as Cast;
      expect(cast.ok).toBe(true);
      if (cast.receipt !== undefined) receipts.push(cast.receipt);
      expect(cast.version === undefined).toBe(secrecy === 'anonymous');
      answers.push(await wall.ask('board:sync', {}), await ada?.ask('board:sync', { since: 1 }));
      answers.push(await door.boards.read(board.id), await door.boards.result(board.id, 'r1'));
      answers.push(await door.boards.ballots(board.id, 'r1'), await door.boards.events(board.id));
    }
    await ada?.ask('board:do', { id: 'c', type: 'round.close', round: 'r1' });
    await wall.until((heard) => JSON.stringify(heard).includes('round.closed'));
    answers.push(
      await wall.ask('board:sync', {}),
      await door.boards.read(board.id),
      await door.boards.events(board.id),
    );

    const said = JSON.stringify(answers, (_, part: unknown) => (part instanceof Map ? [...part] : part));
    for (const [member, client] of [...people, ['wall', wall] as const]) {
      const frames = JSON.stringify(client.heard);
      for (const text of [frames, member === 'wall' ? said : '']) {
        expect(text, member).not.toContain(REASON);
        expect(text, member).not.toMatch(/"tally"|"fingers"|"result"|"ballotsHash"|"receipts?":"/);
        for (const receipt of receipts) expect(text, member).not.toContain(receipt);
        if (secrecy === 'anonymous') expect(text, member).not.toContain('"voted"');
      }
    }
    expect(receipts).toHaveLength(secrecy === 'anonymous' ? VOTERS.length : 0);

    await ada?.ask('board:do', { id: 'r', type: 'round.reveal', round: 'r1' });
    await wall.until((heard) => JSON.stringify(heard).includes('round.revealed'));
    expect(JSON.stringify(wall.heard)).toContain(REASON);
    expect(JSON.stringify(await door.boards.ballots(board.id, 'r1'))).toContain(REASON);
  });
});

describe('over a file on disk', () => {
  test('a restart loses nothing that was acknowledged and repeats its answers', async () => {
    const board = await door.newBoard();
    const ada = door.client();
    await ada.join({ board: board.id, key: board.keys.facilitator, member: claim('ada') });
    await ada.ask('board:do', { id: 'o', type: 'round.open', round: 'r1', method: 'score', secrecy: 'live' });
    const vote = { id: 'v', type: 'ballot.cast', round: 'r1', ballot: { cells: { flask: { speed: 5 } } } };
    const first = await ada.ask<Cast>('board:do', vote);
    expect(first).toMatchObject({ ok: true, version: 1, receipt: expect.any(String) });
    await door.close();
    door = await openDoor({ store: await openSqliteStore({ directory, log: () => undefined }) });
    const again = door.client();
    const joined = await again.join({ board: board.id, member: claim('ada'), since: 3 });
    expect(joined).toMatchObject({
      ok: true,
      revision: 4,
      ballots: { r1: vote.ballot },
      rounds: { r1: { version: 1 } },
    });
    expect(await again.ask('board:do', vote)).toEqual(first);
  });

  test('after the close of an anonymous round nothing ties a voter to a ballot, on disk neither', async () => {
    const board = await door.newBoard();
    const [ada, bo] = [door.client(), door.client()];
    await ada.join({ board: board.id, key: board.keys.facilitator, member: claim('ada') });
    await bo.join({ board: board.id, key: board.keys.voter, member: claim('bo') });
    await ada.ask('board:do', { id: 'o', type: 'round.open', round: 'r1', method: 'consent', secrecy: 'anonymous' });
    const ballot = { fingers: 0, reason: REASON };
    const cast = await bo.ask<Cast>('board:do', { id: 'v', type: 'ballot.cast', round: 'r1', ballot });
    await ada.ask('board:do', { id: 'c', type: 'round.close', round: 'r1' });
    expect(await bo.join({ board: board.id, member: claim('bo') })).toMatchObject({
      ballots: {},
      receipts: {},
      done: {},
    });
    const repeated = await bo.ask<Cast>('board:do', { id: 'v', type: 'ballot.cast', round: 'r1', ballot });
    expect(repeated).toMatchObject({ ok: true });
    expect(repeated).not.toHaveProperty('receipt');
    expect(cast).toHaveProperty('receipt');
  });
});
