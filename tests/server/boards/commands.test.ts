import { beforeEach, describe, expect, test } from 'vitest';
import { WatchedStore } from './watched-store.ts';
import { Stage, newCommand, quiet, value } from './stage.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await Stage.set();
});

const addOption = (id: string, option = 'pyramid') => newCommand('option.add', { option, name: option }, id);

describe('doing', () => {
  test('an accepted command is answered with the revision that it leads to, and its event names its sender', async () => {
    expect(await stage.send('ada', addOption('c1'))).toEqual({ ok: true, value: { revision: 5 } });
    const events = value(await stage.boards.events(stage.board.id));
    expect(events.at(-1)).toMatchObject({ revision: 5, type: 'option.added', by: 'ada', option: 'pyramid' });
  });

  test('a command that changes nothing is accepted at the revision where the board stands', async () => {
    expect(await stage.do('bo', 'member.rename', { name: 'bo' })).toEqual({ ok: true, value: { revision: 4 } });
  });

  test('who only watches does nothing', async () => {
    const watcher = { board: stage.board.id, role: 'facilitator' as const };
    const refused = await stage.boards.do(watcher, addOption('c1'));
    expect(refused).toEqual({ ok: false, error: { code: 'not-allowed' } });
  });

  test('commands sent together are done one after another, in the order in which they were sent', async () => {
    const answers = await Promise.all(
      ['a', 'b', 'c', 'd'].map((option) => stage.send('ada', addOption(option, option))),
    );
    expect(answers.map((answer) => value(answer).revision)).toEqual([5, 6, 7, 8]);
  });

  test('a command decides on what was sent just before it', async () => {
    const [first, second] = await Promise.all([stage.send('ada', addOption('c1')), stage.send('ada', addOption('c2'))]);
    expect(first.ok).toBe(true);
    expect(second).toEqual({ ok: false, error: { code: 'exists', field: 'option' } });
  });
});

describe('sending twice', () => {
  test('an accepted command gives its first answer again and happens once', async () => {
    const first = await stage.send('ada', addOption('c1'));
    await stage.do('ada', 'option.add', { option: 'tornado', name: 'Tornado' });
    expect(await stage.send('ada', addOption('c1'))).toEqual(first);
    expect(value(await stage.boards.read(stage.board.id)).board.revision).toBe(6);
  });

  test('also when it would be refused by now', async () => {
    const first = await stage.send(
      'bo',
      newCommand('fact.set', { option: 'flask', label: 'licence', value: 'BSD' }, 'c1'),
    );
    await stage.do('ada', 'board.edit', { locked: true });
    await stage.do('ada', 'option.remove', { option: 'flask' });
    expect(
      await stage.send('bo', newCommand('fact.set', { option: 'flask', label: 'licence', value: 'BSD' }, 'c1')),
    ).toEqual(first);
  });

  test('also for a member who was removed meanwhile', async () => {
    const rename = newCommand('member.rename', { name: 'Bo the Great' }, 'c1');
    const first = await stage.send('bo', rename);
    await stage.do('ada', 'member.remove', { member: 'bo' });
    expect(await stage.send('bo', rename)).toEqual(first);
    expect(await stage.do('bo', 'member.rename', { name: 'x' })).toMatchObject({ error: { code: 'not-allowed' } });
  });

  test('whatever the payload of the second copy', async () => {
    const first = await stage.send('ada', addOption('c1'));
    expect(await stage.send('ada', newCommand('board.edit', { title: 'Another' }, 'c1'))).toEqual(first);
    expect(value(await stage.boards.read(stage.board.id)).board.title).toBe('Which framework?');
  });

  test('while the first copy is still on its way to disk', async () => {
    const answers = await Promise.all([1, 2, 3].map(() => stage.send('ada', addOption('c1'))));
    expect(answers).toEqual(Array.from({ length: 3 }, () => ({ ok: true, value: { revision: 5 } })));
    expect(value(await stage.boards.events(stage.board.id))).toHaveLength(5);
  });

  test('after a restart', async () => {
    const first = await stage.send('ada', addOption('c1'));
    expect(await stage.again().send('ada', addOption('c1'))).toEqual(first);
  });

  test('ids of different members never meet', async () => {
    await stage.do('bo', 'member.rename', { name: 'Bo' }, 'c1');
    expect(await stage.do('cy', 'member.rename', { name: 'Cy' }, 'c1')).toEqual({ ok: true, value: { revision: 6 } });
  });

  test('a refused id is decided anew', async () => {
    const remove = newCommand('option.remove', { option: 'pyramid' }, 'c1');
    expect(await stage.send('ada', remove)).toMatchObject({ error: { code: 'not-found' } });
    await stage.send('ada', addOption('c2'));
    expect(await stage.send('ada', remove)).toEqual({ ok: true, value: { revision: 6 } });
  });

  test('a copy that waited for a refused one is decided by itself', async () => {
    const [first, second] = await Promise.all([
      stage.send('ada', newCommand('option.remove', { option: 'nothing' }, 'c1')),
      stage.send('ada', addOption('c1')),
    ]);
    expect(first).toMatchObject({ ok: false, error: { code: 'not-found' } });
    expect(second).toEqual({ ok: true, value: { revision: 5 } });
  });

  test('what is kept of a command tells neither member, nor id, nor payload, nor time', async () => {
    const store = new WatchedStore();
    const watched = await Stage.set({ store });
    await watched.send('ada', addOption('my-very-own-id'));
    const kept = store.commits.at(-1)?.command;
    expect(kept).toEqual({ hash: expect.stringMatching(/^[0-9a-f]{32}$/), answer: { revision: 5 } });
  });
});

describe('erasing', () => {
  test('everybody is told, commands are ended, and nothing is left', async () => {
    await stage.send('ada', addOption('c1'));
    expect(await stage.boards.erase(stage.board.id)).toEqual({ ok: true, value: null });
    expect(stage.announced.ends).toEqual([{ board: stage.board.id, reason: 'erased' }]);
    expect(await stage.send('ada', addOption('c2'))).toEqual({ ok: false, error: { code: 'ended' } });
    expect(await stage.boards.read(stage.board.id)).toMatchObject({ error: { code: 'not-found' } });
    expect(await stage.store.load(stage.board.id)).toBeUndefined();
  });

  test('a command that waits when the board is erased is answered', async () => {
    const sent = stage.send('ada', addOption('c1'));
    await Promise.resolve();
    await stage.boards.erase(stage.board.id);
    const answer = await sent;
    expect(answer.ok || answer.error.code).toBeTruthy();
    await quiet();
  });
});
