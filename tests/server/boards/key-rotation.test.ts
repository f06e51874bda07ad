// Replacing keys: the old ones open nothing from the commit on, members stay, and a lost answer loses no key.
import { beforeEach, expect, test } from 'vitest';
import { Stage, claim, value } from './stage.ts';
import { WatchedStore } from './watched-store.ts';

const NEW = 'a-key-that-a-browser-made-for-itself';
let stage: Stage;
beforeEach(async () => {
  stage = await Stage.set();
});

const rotate = (role: 'voter' | 'watcher', proof = stage.board.keys.facilitator, on = stage) =>
  on.boards.rotate(stage.board.id, proof, { role });
const rotateHighest = (key = NEW, proof = stage.board.keys.facilitator) =>
  stage.boards.rotate(stage.board.id, proof, { role: 'facilitator', key });
const opens = async (key: string, on = stage) => {
  const answer = await on.boards.authorize(stage.board.id, { kind: 'key', key });
  return answer.ok ? answer.value.role : answer.error.code;
};
const turns = async () =>
  value(await stage.boards.events(stage.board.id)).flatMap((event) => (event.type === 'key.rotated' ? [event] : []));

test('a new link for voters makes a new one for watchers, and the old ones open nothing', async () => {
  const { keys: old } = stage.board;
  const { keys } = value(await rotate('voter'));
  expect(keys.facilitator).toBe(old.facilitator);
  expect(await Promise.all([old.facilitator, old.voter, old.watcher].map((key) => opens(key)))).toEqual([
    'facilitator',
    'bad-key',
    'bad-key',
  ]);
  expect(await Promise.all([keys.voter, keys.watcher].map((key) => opens(key)))).toEqual(['voter', 'watcher']);
  expect(await stage.join(undefined, 'watcher')).toMatchObject({ ok: false, error: { code: 'bad-key' } });
  expect(await stage.join('dan', 'voter')).toMatchObject({ ok: false, error: { code: 'bad-key' } });
  expect(value(await stage.join('dan', 'voter', { key: keys.voter })).keys).toEqual({ watcher: keys.watcher });
});

test('a new link for watchers leaves the one for voters', async () => {
  const { keys: old } = stage.board;
  const { keys } = value(await rotate('watcher'));
  expect(keys.voter).toBe(old.voter);
  expect([await opens(old.voter), await opens(old.watcher), await opens(keys.watcher)]).toEqual([
    'voter',
    'bad-key',
    'watcher',
  ]);
  const { keys: told } = value(await stage.join('ada', 'facilitator'));
  expect(told).toEqual({ voter: keys.voter, watcher: keys.watcher });
});

test('a new link for facilitators is the one they brought, makes all others new, and may be sent twice', async () => {
  const { keys: old } = stage.board;
  const first = value(await rotateHighest());
  expect(first.keys.facilitator).toBe(NEW);
  expect(await Promise.all(Object.values(old).map((key) => opens(key)))).toEqual(['bad-key', 'bad-key', 'bad-key']);
  expect(value(await rotateHighest())).toEqual(first);
  expect(value(await rotateHighest(NEW, NEW))).toEqual(first);
  expect(await turns()).toHaveLength(1);
});

test('members stay who they are by their token', async () => {
  value(await rotateHighest());
  for (const [member, role] of [
    ['ada', 'facilitator'],
    ['bo', 'voter'],
  ] as const) {
    const joined = value(await stage.boards.join({ board: stage.board.id, member: claim(member) }, () => undefined));
    expect(joined.you).toMatchObject({ id: member, role });
    expect(joined).not.toHaveProperty('keys');
  }
  value(await stage.do('ada', 'option.add', { option: 'pyramid', name: 'Pyramid' }));
});

test('everybody is told that it happened, never what the keys are', async () => {
  const { keys } = value(await rotate('voter'));
  await stage.tick();
  const told = stage.announced.updates.flatMap(({ events }) => events).filter(({ type }) => type === 'key.rotated');
  expect(told).toEqual([{ type: 'key.rotated', role: 'voter', revision: expect.any(Number), at: expect.any(String) }]);
  const { board } = value(await stage.boards.read(stage.board.id));
  const said = JSON.stringify([told, board, await turns()]);
  for (const key of [...Object.values(keys), ...Object.values(stage.board.keys)]) expect(said).not.toContain(key);
});

test('those who came by a key that is no more are cut off, after the answers', async () => {
  value(await rotate('watcher'));
  value(await rotate('voter'));
  value(await rotateHighest());
  await stage.tick();
  expect(stage.announced.retirements.map(({ roles }) => roles)).toEqual([
    ['watcher'],
    ['voter', 'watcher'],
    ['facilitator', 'voter', 'watcher'],
  ]);
});

test('a session says which key it came by only where there is no member', async () => {
  const sessions: unknown[] = [];
  const { id, code, keys } = stage.board;
  const enter = (session: unknown) => void sessions.push(session);
  value(await stage.boards.join({ board: id, key: keys.voter }, enter));
  value(await stage.boards.join({ board: id, key: keys.voter, member: claim('bo') }, enter));
  value(await stage.boards.join({ board: code }, enter));
  expect(sessions).toEqual([
    { board: id, role: 'watcher', byKeyOf: 'voter' },
    { board: id, role: 'voter', member: 'bo' },
    { board: id, role: 'watcher' },
  ]);
});

test('only the key of the facilitator replaces keys, and a refusal changes nothing', async () => {
  const { keys } = stage.board;
  const before = value(await stage.boards.read(stage.board.id)).board.revision;
  const refusals = [
    await rotate('watcher', keys.voter),
    await rotate('watcher', keys.watcher),
    await rotate('watcher', 'no-key-of-this-board-at-all'),
    await rotateHighest(NEW, keys.voter),
    // A key that others have already would make them facilitators.
    await rotateHighest(keys.voter),
    await stage.boards.rotate('nowhere', keys.facilitator, { role: 'voter' }),
  ].map((answer) => (answer.ok ? 'ok' : answer.error.code));
  expect(refusals).toEqual(['not-allowed', 'not-allowed', 'bad-key', 'not-allowed', 'invalid', 'not-found']);
  expect(value(await stage.boards.read(stage.board.id)).board.revision).toBe(before);
  expect(await opens(keys.watcher)).toBe('watcher');
});

test('of two who replace the highest key at once one is too late', async () => {
  const answers = await Promise.all([
    rotateHighest('one-key-of-at-least-128-bits'),
    rotateHighest('another-key-of-128-bits-too'),
  ]);
  expect(answers.map((answer) => (answer.ok ? 'ok' : answer.error.code))).toEqual(['ok', 'bad-key']);
  expect(await turns()).toHaveLength(1);
});

test('somebody who enters by the old key at the same moment is let in before it or not at all', async () => {
  const [entered, , late] = await Promise.all([
    stage.join('early', 'voter'),
    rotate('voter'),
    stage.join('late', 'voter'),
  ]);
  expect(entered).toMatchObject({ ok: true });
  expect(late).toMatchObject({ ok: false, error: { code: 'bad-key' } });
});

test('a commit that fails leaves the old keys, and the new ones survive a restart', async () => {
  const store = new WatchedStore();
  stage = await Stage.set({ store });
  const { keys: old } = stage.board;
  store.refuse = () => ({ kind: 'failed', why: 'full' });
  expect(await rotate('voter')).toMatchObject({ ok: false, error: { code: 'try-again' } });
  store.refuse = () => undefined;
  await stage.tick();
  expect(await opens(old.voter)).toBe('voter');
  const { keys } = value(await rotate('voter'));
  const again = stage.again();
  expect([await opens(old.voter, again), await opens(keys.voter, again)]).toEqual(['bad-key', 'voter']);
  // The generation is kept too: the next key is another.
  expect(value(await rotate('voter', undefined, again)).keys.voter).not.toBe(keys.voter);
});
