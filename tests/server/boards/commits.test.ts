import { beforeEach, describe, expect, test } from 'vitest';
import { Stage, newCommand, quiet, value } from './stage.ts';
import { WatchedStore } from './watched-store.ts';

const FAILED = { kind: 'failed', why: 'disk full' } as const;

let store: WatchedStore;
let stage: Stage;
beforeEach(async () => {
  store = new WatchedStore();
  stage = await Stage.set({ store });
  store.commits.length = 0;
  store.batches.length = 0;
  store.loads = 0;
});

const addOption = (option: string, id?: string) => newCommand('option.add', { option, name: option }, id);
const revision = async () => value(await stage.boards.read(stage.board.id)).board.revision;

/** Commits wait until the answer is called. */
function closedGate(): () => void {
  let open = (): void => undefined;
  store.gate = new Promise((resolve) => {
    open = resolve;
  });
  return () => {
    store.gate = undefined;
    open();
  };
}

describe('repeats', () => {
  test('are not looked for before a command that can be accepted: the store finds them where it commits', async () => {
    value(await stage.send('ada', newCommand('board.edit', { title: 'A' }, 'c1')));
    value(await stage.send('ada', newCommand('board.edit', { title: 'B' }, 'c2')));
    expect(store.lookUps).toBe(0);
    const again = await stage.send('ada', newCommand('board.edit', { title: 'A' }, 'c1'));
    expect(value(again).revision).toBe(5);
    expect(await revision()).toBe(6);
  });

  test('are looked for behind a command that would be refused, which gets its first answer', async () => {
    value(await stage.send('ada', addOption('pyramid', 'c1')));
    expect(value(await stage.send('ada', addOption('pyramid', 'c1'))).revision).toBe(5);
    expect(await stage.send('ada', addOption('pyramid', 'c2'))).toMatchObject({ error: { code: 'exists' } });
    expect({ lookUps: store.lookUps, loads: store.loads }).toEqual({ lookUps: 2, loads: 0 });
  });

  test('cost one reading of the board and no more, however many somebody sends', async () => {
    const edit = newCommand('board.edit', { title: 'A' }, 'c1');
    for (let times = 0; times < 20; times += 1) expect(value(await stage.send('ada', edit)).revision).toBe(5);
    expect(store.loads).toBe(1);
    expect(await revision()).toBe(5);
  });

  test('that would be refused are asked to come again when the store does not say', async () => {
    value(await stage.send('ada', addOption('pyramid', 'c1')));
    store.unreadable = true;
    expect(await stage.send('ada', addOption('pyramid', 'c1'))).toMatchObject({ error: { code: 'try-again' } });
  });
});

describe('committing', () => {
  test('nothing is answered, shown or announced before it is on disk', async () => {
    const open = closedGate();
    stage.announced.updates.length = 0;
    let answered = false;
    const sent = stage.send('ada', addOption('pyramid')).then((answer) => {
      answered = true;
      return answer;
    });
    await stage.tick();
    expect(answered).toBe(false);
    expect(await revision()).toBe(4);
    expect(value(await stage.boards.sync(stage.session('bo'), {})).revision).toBe(4);
    expect(value(await stage.join('bo', 'voter')).revision).toBe(4);
    expect(stage.announced.updates).toEqual([]);
    open();
    expect(await sent).toEqual({ ok: true, value: { revision: 5 } });
    await stage.tick();
    expect(stage.announced.updates).toMatchObject([{ from: 4, events: [{ revision: 5 }] }]);
  });

  test('commands that arrive together share a transaction', async () => {
    await Promise.all(['a', 'b', 'c'].map((option) => stage.send('ada', addOption(option))));
    expect(store.batches).toEqual([3]);
  });

  test('the next batch is decided and sent while the one before it is on its way to disk', async () => {
    const open = closedGate();
    const first = stage.send('ada', addOption('a'));
    await quiet();
    const second = stage.send('ada', addOption('b'));
    await quiet();
    expect(store.commits.map(({ expected }) => expected)).toEqual([4, 5]);
    open();
    expect([value(await first).revision, value(await second).revision]).toEqual([5, 6]);
  });

  test('acknowledgements go out before the update', async () => {
    const order: string[] = [];
    const { update } = stage.announced;
    stage.announced.update = (given) => {
      order.push('update');
      update(given);
    };
    const sent = stage.send('ada', addOption('pyramid')).then(() => order.push('answer'));
    await sent;
    await stage.tick();
    expect(order).toEqual(['answer', 'update']);
  });

  test('an announcement that breaks harms no board', async () => {
    stage.announced.update = () => {
      throw new Error('a fault in the door');
    };
    await stage.send('ada', addOption('a'));
    await stage.tick();
    expect(value(await stage.send('ada', addOption('b'))).revision).toBe(6);
  });
});

describe('a commit that does not succeed', () => {
  test('a commit that failed once is decided again on what is on disk', async () => {
    let failures = 1;
    store.refuse = () => ((failures -= 1) >= 0 ? FAILED : undefined);
    expect(await stage.send('ada', addOption('a'))).toEqual({ ok: true, value: { revision: 5 } });
    expect(store.loads).toBe(1);
  });

  test('after three tries the answer is try-again, and nothing has changed', async () => {
    store.refuse = () => FAILED;
    expect(await stage.send('ada', addOption('a', 'c1'))).toEqual({ ok: false, error: { code: 'try-again' } });
    expect(store.commits).toHaveLength(3);
    expect(await revision()).toBe(4);
    store.refuse = () => undefined;
    expect(await stage.send('ada', addOption('a', 'c1'))).toEqual({ ok: true, value: { revision: 5 } });
  });

  test('a store that throws is a store that failed', async () => {
    store.refuse = () => 'throws';
    expect(await stage.send('ada', addOption('a'))).toEqual({ ok: false, error: { code: 'try-again' } });
    store.refuse = () => undefined;
    expect(value(await stage.send('ada', addOption('a'))).revision).toBe(5);
  });

  test('what was decided on a failed commit is decided again without it', async () => {
    store.refuse = (commit) => (commit.events.some((event) => event.type === 'option.added') ? FAILED : undefined);
    const [added, edited, renamed] = await Promise.all([
      stage.send('ada', addOption('a')),
      stage.do('ada', 'option.edit', { option: 'a', name: 'A' }),
      stage.do('bo', 'member.rename', { name: 'Bo' }),
    ]);
    expect(added).toEqual({ ok: false, error: { code: 'try-again' } });
    expect(edited).toEqual({ ok: false, error: { code: 'not-found', field: 'option' } });
    expect(renamed).toEqual({ ok: true, value: { revision: 5 } });
  });

  test('a refusal that leaned on a commit which failed is taken back', async () => {
    let failures = 3;
    store.refuse = (commit) =>
      commit.events.some((event) => event.type === 'option.added' && event.by === 'ada') && (failures -= 1) >= 0
        ? FAILED
        : undefined;
    value(await stage.do('ada', 'member.role', { member: 'bo', role: 'facilitator' }));
    const [first, second] = await Promise.all([
      stage.send('ada', addOption('a', 'c1')),
      stage.send('bo', addOption('a', 'c2')),
    ]);
    expect(first).toEqual({ ok: false, error: { code: 'try-again' } });
    expect(second.ok).toBe(true);
  });

  test('a log that has moved on is read again, and what is new in it is published', async () => {
    const expected = 4;
    const at = new Date(stage.surroundings.now()).toISOString();
    const foreign = { type: 'board.edited' as const, title: 'Changed elsewhere', revision: 5, at };
    expect(await store.inner.commit([{ board: stage.board.id, expected, events: [foreign] }])).toEqual([
      { kind: 'committed' },
    ]);
    stage.announced.updates.length = 0;
    expect(await stage.send('ada', addOption('a'))).toEqual({ ok: true, value: { revision: 6 } });
    await stage.tick();
    const events = stage.announced.updates.flatMap((update) => update.events);
    expect(events).toMatchObject([{ revision: 5, title: 'Changed elsewhere' }, { revision: 6 }]);
  });

  test('a commit that is on disk although the store called it failed is answered as what it is', async () => {
    let first = true;
    const { commit } = store;
    store.commit = async (commits) => {
      const outcomes = await commit(commits);
      if (!first) return outcomes;
      first = false;
      return outcomes.map(() => FAILED);
    };
    expect(await stage.send('ada', addOption('a'))).toEqual({ ok: true, value: { revision: 5 } });
    await stage.tick();
    expect(value(await stage.boards.events(stage.board.id))).toHaveLength(5);
    expect(stage.announced.updates.at(-1)).toMatchObject({ from: 4, events: [{ revision: 5 }] });
  });

  test('what is on disk beside a failed commit is answered with what is on disk', async () => {
    await stage.open('live');
    store.refuse = (commit) => (commit.ballot?.member === 'bo' ? FAILED : undefined);
    const [bo, cy] = await Promise.all([stage.score('bo', 1), stage.score('cy', 5)]);
    expect(bo).toEqual({ ok: false, error: { code: 'try-again' } });
    expect(cy.ok).toBe(true);
    await stage.tick();
    const { rounds } = value(await stage.boards.read(stage.board.id));
    expect(rounds['r1']).toMatchObject({
      progress: { cast: 1 },
      tally: { cells: { flask: { speed: [0, 0, 0, 0, 0, 1, 0] } } },
    });
  });

  test.each(['in the same batch', 'in the next batch'])(
    'a ballot that was merged into one which failed is decided again without it: %s',
    async (when) => {
      await stage.open('named');
      const cast = (option: string) =>
        stage.do('bo', 'ballot.cast', { round: 'r1', ballot: { cells: { [option]: { speed: 1 } } } });
      const isFirst = (cells: object) => 'flask' in cells && !('django' in cells);
      store.refuse = ({ ballot }) =>
        ballot?.next !== undefined && 'cells' in ballot.next.ballot && isFirst(ballot.next.ballot.cells)
          ? FAILED
          : undefined;
      const open = closedGate();
      const first = cast('flask');
      if (when === 'in the next batch') await quiet();
      const second = cast('django');
      await quiet();
      open();
      expect(await first).toEqual({ ok: false, error: { code: 'try-again' } });
      expect(await second).toMatchObject({ ok: true, value: { version: 1 } });
      expect(value(await stage.join('bo', 'voter')).ballots).toEqual({ r1: { cells: { django: { speed: 1 } } } });
    },
  );

  test('who joins behind a commit that seemed to fail is told what is on disk', async () => {
    store.lie = (commit) => commit.events.some((event) => event.type === 'option.added');
    const [added, joined] = await Promise.all([stage.send('ada', addOption('a')), stage.join('dee', 'voter')]);
    expect(added).toEqual({ ok: true, value: { revision: 5 } });
    const { revision, snapshot } = value(joined);
    expect(revision).toBe(6);
    expect(snapshot?.options.map(({ id }) => id)).toContain('a');
    expect(snapshot?.members.map(({ id }) => id)).toContain('dee');
  });

  test('a board that cannot be read again refuses, and recovers when it can', async () => {
    store.refuse = () => FAILED;
    store.unreadable = true;
    expect(await stage.send('ada', addOption('a'))).toMatchObject({ error: { code: 'try-again' } });
    expect(await stage.send('ada', addOption('a'))).toMatchObject({ error: { code: 'try-again' } });
    store.unreadable = false;
    store.refuse = () => undefined;
    expect(value(await stage.send('ada', addOption('a'))).revision).toBe(5);
  });

  test('a round is closed over the ballots that are on disk, not over those on their way', async () => {
    await stage.open('named');
    value(await stage.score('cy', 3));
    store.refuse = (commit) => (commit.ballot?.member === 'bo' ? FAILED : undefined);
    const open = closedGate();
    const both = Promise.all([stage.score('bo', 1), stage.do('ada', 'round.close', { round: 'r1' })]);
    await quiet();
    open();
    const [bo, closed] = await both;
    expect(bo.ok).toBe(false);
    expect(closed.ok).toBe(true);
    const { board } = value(await stage.boards.read(stage.board.id));
    expect(board.rounds[0]).toMatchObject({ state: 'closed', progress: { cast: 1 } });
  });
});
