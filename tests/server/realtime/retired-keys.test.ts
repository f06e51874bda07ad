// Lines that are open when a link is replaced.
import { afterEach, expect, test } from 'vitest';
import { type Client, claim, openDoor } from './open-door.ts';

let close: (() => Promise<void>) | undefined;
afterEach(() => close?.());

const cut = (client: Client): boolean => client.heard.some(([name]) => name === 'disconnect');

test('who came by the old link and is no member is cut and refused; members and those who came by code stay', async () => {
  const door = await openDoor();
  close = () => door.close();
  const { id, code, keys } = await door.newBoard();
  const enter = async (request: object): Promise<Client> => {
    const client = door.client();
    expect(await client.join({ board: id, ...request })).toMatchObject({ ok: true });
    return client;
  };
  const [ada, bo, nameless, wall, guest] = await Promise.all([
    enter({ key: keys.facilitator, member: claim('ada') }),
    enter({ key: keys.voter, member: claim('bo') }),
    enter({ key: keys.voter }),
    enter({ key: keys.watcher }),
    enter({ board: code }),
  ]);
  expect(await door.boards.rotate(id, keys.facilitator, { role: 'voter' })).toMatchObject({ ok: true });
  await Promise.all([nameless.untilHeard('disconnect'), wall.untilHeard('disconnect')]);
  // The transport alone was cut: a client that may come back does so by itself.
  expect(wall.heard.find(([name]) => name === 'disconnect')?.[1]).toBe('transport close');
  await Promise.all([ada, bo, guest].map((client) => client.untilHeard('board:update')));
  expect([ada, bo, guest].map(cut)).toEqual([false, false, false]);
  const back = door.client();
  expect(await back.join({ board: id, key: keys.watcher })).toMatchObject({ ok: false, error: { code: 'bad-key' } });
  expect(
    await bo.ask('board:do', {
      id: 'n',
      type: 'note.add',
      note: 'n',
      target: { kind: 'board' },
      kind: 'pro',
      text: 'x',
    }),
  ).toMatchObject({ ok: true });
});
