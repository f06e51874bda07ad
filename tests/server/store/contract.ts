// What every store must do: one suite, run against each of them.
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Commit, CommitOutcome, Store, StoredBox } from '../../../server/store/store.ts';
import { notesContract } from './notes-contract.ts';
import { cast, commitTo, hashOf, newBoard, point, titles } from './store-samples.ts';

export interface StoreSubject {
  open(): Promise<Store>;
  /** Closes the store and opens it again on what it kept; absent where nothing is kept. */
  reopen?(store: Store): Promise<Store>;
  /** Removes what the store kept. */
  end(store: Store): Promise<void>;
}

const COMMITTED = { kind: 'committed' };
const CONFLICT = { kind: 'conflict' };

/** The only boards that the suite makes. */
export const CONTRACT_BOARDS = ['a', 'b', 'c'];

/** Called inside a `describe` that names the store. */
export function storeContract(subject: StoreSubject): void {
  let store: Store;

  beforeEach(async () => {
    store = await subject.open();
    await store.create(newBoard('a'));
  });

  afterEach(() => subject.end(store));

  const one = async (commit: Commit): Promise<CommitOutcome | undefined> => (await store.commit([commit]))[0];
  const titlesOf = async (board: string): Promise<unknown[]> =>
    (await store.eventsAfter(board, 1)).map((event) => 'title' in event && event.title);
  const boxOf = async (round: string): Promise<StoredBox | undefined> =>
    (await store.load('a'))?.boxes.find((box) => box.round === round);
  const openBox = (round = 'r') => one(commitTo('a', 1, { opens: { round, tieSeed: 'seed' } }));

  const castThree = async () => {
    await openBox();
    const receipts = { m: 'q3', n: 'q1', o: 'q2' };
    for (const [index, [member, receipt]] of Object.entries(receipts).entries()) {
      await one(commitTo('a', 1, { ballot: cast('r', member, index + 1, { receipt }) }));
    }
  };

  boards();
  logs();
  repeats();
  ballots();
  closing();
  batches();
  points();
  notesContract(() => store);
  if (subject.reopen !== undefined) reopening(subject.reopen);

  function boards(): void {
    test('a board is found by id and by code as it was created', async () => {
      const { events, ...rest } = newBoard('a');
      expect(await store.load('a')).toEqual({ ...rest, events, tokens: new Map(), boxes: [], noteBoxes: [] });
      expect(await store.boardOfCode('CODE-a')).toBe('a');
      expect(await store.load('b')).toBeUndefined();
      expect(await store.boardOfCode('CODE-b')).toBeUndefined();
    });

    test('an id or a code is given once, and a refused board leaves nothing', async () => {
      expect(await store.create(newBoard('a', 'OTHER'))).toBe('exists');
      expect(await store.create(newBoard('b', 'CODE-a'))).toBe('code-taken');
      expect(await store.load('b')).toBeUndefined();
      expect(await store.boardOfCode('OTHER')).toBeUndefined();
      expect(await store.create(newBoard('b'))).toBe('created');
    });

    test('an erased board is gone, its neighbours are not, and its id and code are free', async () => {
      await store.create(newBoard('b'));
      await openBox();
      await one(commitTo('a', 1, { ballot: cast('r', 'm', 1), admits: { member: 'm', tokenHash: 't' } }));
      await one(commitTo('a', 1, { command: { hash: hashOf('h'), answer: { revision: 1 } } }));
      await store.keepSnapshot('a', 1, '{}');
      expect(await store.erase('a')).toBe(true);
      expect(await store.erase('a')).toBe(false);
      expect(await store.load('a')).toBeUndefined();
      expect(await store.boardOfCode('CODE-a')).toBeUndefined();
      expect(await store.eventsAfter('a', 0)).toEqual([]);
      expect(await store.answers('a', [hashOf('h')])).toEqual(new Map());
      expect(await store.load('b')).toMatchObject({ code: 'CODE-b' });
      expect(await one(commitTo('a', 1))).toEqual(CONFLICT);
      expect(await store.create(newBoard('a'))).toBe('created');
      expect(await store.load('a')).toMatchObject({ boxes: [], tokens: new Map() });
    });

    test('what opens a board is replaced together with the event that says so, or not at all', async () => {
      await store.create(newBoard('b'));
      const access = { ...newBoard('a').access, voterKeyHash: 'v2', watcherKeyHash: 'w2', voterGeneration: 1 };
      expect(await one(commitTo('a', 0, { events: titles(0, 'late'), access }))).toEqual(CONFLICT);
      expect((await store.load('a'))?.access).toEqual(newBoard('a').access);
      expect(await one(commitTo('a', 1, { events: titles(1, 'turned'), access }))).toEqual(COMMITTED);
      expect((await store.load('a'))?.access).toEqual(access);
      expect((await store.load('b'))?.access).toEqual(newBoard('b').access);
      expect(await one(commitTo('a', 2, { events: titles(2, 'later') }))).toEqual(COMMITTED);
      expect((await store.load('a'))?.access).toEqual(access);
    });

    test('boards are unused when their last event is older and no round is open', async () => {
      await store.create(newBoard('b'));
      await store.create(newBoard('c'));
      const [late] = titles(1, 'late').map((event) => ({ ...event, at: '2026-11-02T10:00:00.000Z' }));
      if (late === undefined) throw new Error('no event');
      expect(await one(commitTo('b', 1, { events: [late] }))).toEqual(COMMITTED);
      expect(await one(commitTo('c', 1, { opens: { round: 'r', tieSeed: 'seed' } }))).toEqual(COMMITTED);
      expect(await store.unusedSince('2026-11-01T10:00:00.000Z')).toEqual([]);
      expect(await store.unusedSince('2026-11-01T10:00:00.001Z')).toEqual(['a']);
      expect(await one(commitTo('c', 1, { closes: { round: 'r', unlink: true } }))).toEqual(COMMITTED);
      expect(new Set(await store.unusedSince('2026-11-03T10:00:00.000Z'))).toEqual(new Set(['a', 'b', 'c']));
    });

    test('the newest snapshot is kept, and loading gives the events after it', async () => {
      await one(commitTo('a', 1, { events: titles(1, 'two', 'three') }));
      await store.keepSnapshot('a', 2, '{"title":"two"}');
      await store.keepSnapshot('a', 1, '{"title":"one"}');
      await store.keepSnapshot('nowhere', 2, '{}');
      const loaded = await store.load('a');
      expect(loaded?.snapshot).toEqual({ revision: 2, body: '{"title":"two"}' });
      expect(loaded?.events).toEqual(titles(2, 'three'));
      expect(await store.eventsAfter('a', 0)).toHaveLength(3);
      expect(await store.load('nowhere')).toBeUndefined();
    });

    test('a member is admitted once, with the first token', async () => {
      expect(await one(commitTo('a', 1, { admits: { member: 'm', tokenHash: 't1' } }))).toEqual(COMMITTED);
      expect(await one(commitTo('a', 1, { admits: { member: 'm', tokenHash: 't2' } }))).toEqual(CONFLICT);
      expect((await store.load('a'))?.tokens).toEqual(new Map([['m', 't1']]));
    });
  }

  function logs(): void {
    test('events are read back in order and as they were given', async () => {
      const events = titles(1, 'é\u{1F333}"\\', '', 'x'.repeat(20_000));
      expect(await one(commitTo('a', 1, { events }))).toEqual(COMMITTED);
      expect(await store.eventsAfter('a', 1)).toEqual(events);
      expect(await store.eventsAfter('a', 3)).toEqual(events.slice(2));
      expect(await store.eventsAfter('a', 4)).toEqual([]);
      expect(await store.eventsAfter('nowhere', 0)).toEqual([]);
    });

    test('a commit that expects another end of the log is a conflict and changes nothing', async () => {
      await one(commitTo('a', 1, { events: titles(1, 'two') }));
      expect(await one(commitTo('a', 1, { events: titles(1, 'late') }))).toEqual(CONFLICT);
      expect(await one(commitTo('a', 3, { events: titles(3, 'early') }))).toEqual(CONFLICT);
      expect(await one(commitTo('nowhere', 0, { events: titles(0, 'lost') }))).toEqual(CONFLICT);
      expect(await titlesOf('a')).toEqual(['two']);
    });

    test('events that leave a gap fail and change nothing', async () => {
      expect(await one(commitTo('a', 1, { events: titles(2, 'gap') }))).toMatchObject({ kind: 'failed' });
      expect(await titlesOf('a')).toEqual([]);
    });

    test('of twenty commits to the same revision at the same time exactly one wins', async () => {
      for (let revision = 1; revision <= 3; revision += 1) {
        const racers = Array.from({ length: 20 }, (_, index) =>
          one(commitTo('a', revision, { events: titles(revision, `racer ${index}`) })),
        );
        const won = (await Promise.all(racers)).map((outcome) => outcome?.kind === 'committed');
        expect(won.filter(Boolean)).toHaveLength(1);
        expect((await titlesOf('a'))[revision - 1]).toBe(`racer ${won.indexOf(true)}`);
      }
      expect(await titlesOf('a')).toHaveLength(3);
    });
  }

  function repeats(): void {
    const command = { hash: hashOf('h1'), answer: { revision: 2, version: 7 } };

    test('a repeated command gets its first answer again and does nothing', async () => {
      expect(await one(commitTo('a', 1, { events: titles(1, 'two'), command }))).toEqual(COMMITTED);
      const again = { events: titles(2, 'again'), command: { hash: hashOf('h1'), answer: { revision: 3 } } };
      expect(await one(commitTo('a', 2, again))).toEqual({ kind: 'duplicate', answer: command.answer });
      expect(await one(commitTo('a', 1, again))).toEqual({ kind: 'duplicate', answer: command.answer });
      expect(await titlesOf('a')).toEqual(['two']);
    });

    test('a repeat in the same transaction counts once', async () => {
      const twice = [
        commitTo('a', 1, { events: titles(1, 'two'), command }),
        commitTo('a', 2, { events: titles(2, 'three'), command }),
      ];
      expect(await store.commit(twice)).toEqual([COMMITTED, { kind: 'duplicate', answer: command.answer }]);
    });

    test('a command that was in conflict is not remembered', async () => {
      expect(await one(commitTo('a', 9, { command }))).toEqual(CONFLICT);
      expect(await store.answers('a', [hashOf('h1')])).toEqual(new Map());
      expect(await one(commitTo('a', 1, { events: titles(1, 'two'), command }))).toEqual(COMMITTED);
    });

    test('answers are told by hash and board, without a version where there was none', async () => {
      await one(commitTo('a', 1, { command }));
      await one(commitTo('a', 1, { command: { hash: hashOf('h2'), answer: { revision: 1 } } }));
      expect(await store.answers('a', [hashOf('h2'), hashOf('h1'), hashOf('h3')])).toEqual(
        new Map([
          [hashOf('h1'), { revision: 2, version: 7 }],
          [hashOf('h2'), { revision: 1 }],
        ]),
      );
      expect(await store.answers('b', [hashOf('h1')])).toEqual(new Map());
      expect(await store.answers('a', [])).toEqual(new Map());
    });
  }

  function ballots(): void {
    test('a ballot that does not follow the version of its box is a conflict, and so is one that leans on it', async () => {
      await openBox();
      const outcomes = await store.commit([
        commitTo('a', 1, { ballot: cast('r', 'm', 1) }),
        commitTo('a', 1, { ballot: cast('r', 'n', 3) }),
        commitTo('a', 1, { ballot: cast('r', 'o', 4) }),
        commitTo('a', 1, { ballot: cast('r', 'p', 1) }),
        commitTo('a', 1, { ballot: cast('r', 'q', 2) }),
      ]);
      expect(outcomes.map(({ kind }) => kind)).toEqual(['committed', 'conflict', 'conflict', 'conflict', 'committed']);
      expect((await boxOf('r'))?.linked.map(({ member }) => member)).toEqual(['m', 'q']);
    });

    test('a ballot is cast, changed and taken back, and the box counts its version', async () => {
      await openBox();
      expect(await boxOf('r')).toEqual({
        round: 'r',
        open: true,
        version: 0,
        tieSeed: 'seed',
        linked: [],
        loose: [],
      });
      await one(commitTo('a', 1, { ballot: cast('r', 'm', 1) }));
      await one(commitTo('a', 1, { ballot: cast('r', 'n', 2) }));
      const changed = { next: { ballot: { approved: ['x'] }, done: true } };
      await one(commitTo('a', 1, { ballot: cast('r', 'm', 3, changed) }));
      const box = await boxOf('r');
      expect(box?.version).toBe(3);
      expect(box?.linked).toEqual([
        { member: 'm', receipt: 'receipt-m', ballot: { approved: ['x'] }, done: true },
        { member: 'n', receipt: 'receipt-n', ballot: { approved: ['option-of-n'] }, done: false },
      ]);
      await one(commitTo('a', 1, { ballot: { round: 'r', member: 'm', version: 4 } }));
      expect((await boxOf('r'))?.linked.map((ballot) => ballot.member)).toEqual(['n']);
      expect((await boxOf('r'))?.version).toBe(4);
    });

    test('a change that brings no receipt leaves the receipt as it was', async () => {
      await openBox();
      await one(commitTo('a', 1, { ballot: cast('r', 'm', 1) }));
      const changed = { round: 'r', member: 'm', version: 2, next: { ballot: { fingers: 4 }, done: true } };
      await one(commitTo('a', 1, { ballot: changed }));
      await one(commitTo('a', 1, { ballot: { ...changed, member: 'n', version: 3 } }));
      expect((await boxOf('r'))?.linked).toEqual([
        { member: 'm', receipt: 'receipt-m', ballot: { fingers: 4 }, done: true },
        { member: 'n', ballot: { fingers: 4 }, done: true },
      ]);
    });

    test('a ballot for a box that is closed, or was never opened, undoes its whole commit', async () => {
      await openBox();
      await one(commitTo('a', 1, { closes: { round: 'r', unlink: false } }));
      for (const round of ['r', 'nowhere']) {
        const command = { hash: hashOf(`h-${round}`), answer: { revision: 2 } };
        const late = { events: titles(1, 'two'), command, ballot: cast(round, 'm', 1) };
        const opens = { round: `new-${round}`, tieSeed: 's' };
        expect(await one(commitTo('a', 1, { ...late, opens }))).toEqual(CONFLICT);
      }
      expect(await titlesOf('a')).toEqual([]);
      expect(await store.answers('a', [hashOf('h-r'), hashOf('h-nowhere')])).toEqual(new Map());
      expect((await store.load('a'))?.boxes.map((box) => box.round)).toEqual(['r']);
      expect((await boxOf('r'))?.version).toBe(0);
    });

    test('a round has one box, and boxes stand in the order of opening', async () => {
      for (const round of ['z', 'y', 'x']) await openBox(round);
      expect(await openBox('y')).toEqual(CONFLICT);
      expect((await store.load('a'))?.boxes.map((box) => box.round)).toEqual(['z', 'y', 'x']);
    });

    test('boxes of different boards and rounds never mix', async () => {
      await store.create(newBoard('b'));
      await openBox('r');
      await openBox('s');
      await one(commitTo('b', 1, { opens: { round: 'r', tieSeed: 'other' } }));
      await one(commitTo('a', 1, { ballot: cast('s', 'm', 1) }));
      await one(commitTo('b', 1, { ballot: cast('r', 'n', 1) }));
      const members = async (board: string) =>
        (await store.load(board))?.boxes.map((box) => box.linked.map((ballot) => ballot.member));
      expect(await members('a')).toEqual([[], ['m']]);
      expect(await members('b')).toEqual([['n']]);
    });
  }

  function closing(): void {
    test('closing with unlink keeps receipts and ballots in receipt order and forgets the voters', async () => {
      await castThree();
      expect(await one(commitTo('a', 1, { closes: { round: 'r', unlink: true } }))).toEqual(COMMITTED);
      expect(await boxOf('r')).toEqual({
        round: 'r',
        open: false,
        version: 3,
        tieSeed: 'seed',
        linked: [],
        loose: [
          { receipt: 'q1', ballot: { approved: ['option-of-n'] } },
          { receipt: 'q2', ballot: { approved: ['option-of-o'] } },
          { receipt: 'q3', ballot: { approved: ['option-of-m'] } },
        ],
      });
    });

    test('closing a named box keeps each ballot with its voter', async () => {
      await castThree();
      const before = await boxOf('r');
      expect(await one(commitTo('a', 1, { closes: { round: 'r', unlink: false } }))).toEqual(COMMITTED);
      expect(await boxOf('r')).toEqual({ ...before, open: false });
    });

    test('a box closes once', async () => {
      await castThree();
      const closes = { round: 'r', unlink: true };
      await one(commitTo('a', 1, { closes }));
      expect(await one(commitTo('a', 1, { closes, events: titles(1, 'two') }))).toEqual(CONFLICT);
      expect(await titlesOf('a')).toEqual([]);
    });

    test('a ballot without a receipt cannot lose its voter, and the box stays open as it was', async () => {
      await castThree();
      const ballot = { round: 'r', member: 'p', version: 4, next: { ballot: { fingers: 1 }, done: true } };
      await one(commitTo('a', 1, { ballot }));
      const before = await boxOf('r');
      const commit = commitTo('a', 1, { events: titles(1, 'two'), closes: { round: 'r', unlink: true } });
      expect(await one(commit)).toMatchObject({ kind: 'failed' });
      expect(await boxOf('r')).toEqual(before);
      expect(await titlesOf('a')).toEqual([]);
    });
  }

  function batches(): void {
    test('of several boards in one transaction one failure leaves the others committed', async () => {
      await store.create(newBoard('b'));
      await store.create(newBoard('c'));
      const outcomes = await store.commit([
        commitTo('a', 1, { events: titles(1, 'A2') }),
        commitTo('b', 5, { events: titles(5, 'B6') }),
        commitTo('c', 1, { events: titles(1, 'C2', 'C3') }),
        commitTo('b', 1, { events: titles(7, 'gap') }),
        commitTo('a', 2, { events: titles(2, 'A3') }),
      ]);
      expect(outcomes.map((outcome) => outcome.kind)).toEqual([
        'committed',
        'conflict',
        'committed',
        'failed',
        'committed',
      ]);
      expect(await Promise.all(['a', 'b', 'c'].map(titlesOf))).toEqual([['A2', 'A3'], [], ['C2', 'C3']]);
    });

    test('commits sent without waiting are answered in order and all of them count', async () => {
      await openBox();
      const sent = Array.from({ length: 200 }, (_, index) =>
        one(commitTo('a', 1, { ballot: cast('r', `m${index % 50}`, index + 1) })),
      );
      const loaded = store.load('a');
      expect((await Promise.all(sent)).every((outcome) => outcome?.kind === 'committed')).toBe(true);
      expect((await loaded)?.boxes[0]).toMatchObject({ version: 200 });
      expect((await loaded)?.boxes[0]?.linked).toHaveLength(50);
    });

    test('no commits give no outcomes', async () => {
      expect(await store.commit([])).toEqual([]);
    });
  }

  function points(): void {
    test('history points are told by round, in the order of their versions, and the first of a version stays', async () => {
      await store.keepPoint('a', 'r', point(1));
      await store.keepPoint('a', 'r', point(10));
      await store.keepPoint('a', 'r', point(2));
      await store.keepPoint('a', 'r', { ...point(2), tally: {} });
      await store.keepPoint('a', 'q', point(3));
      expect(await store.points('a')).toEqual({ q: [point(3)], r: [point(1), point(2), point(10)] });
      expect(await store.points('b')).toEqual({});
    });

    test('history points go with their board, and a board that is not there has none', async () => {
      await store.keepPoint('b', 'r', point(1));
      await store.create(newBoard('b'));
      expect(await store.points('b')).toEqual({});
      await store.keepPoint('a', 'r', point(1));
      await store.erase('a');
      await store.create(newBoard('a'));
      expect(await store.points('a')).toEqual({});
    });
  }

  function reopening(reopen: (store: Store) => Promise<Store>): void {
    test('all of it is there after closing and opening again, with the same epoch', async () => {
      await openBox('live');
      await one(commitTo('a', 1, { ballot: cast('live', 'm', 1) }));
      await one(commitTo('a', 1, { closes: { round: 'live', unlink: true } }));
      await openBox('named');
      const command = { hash: hashOf('h'), answer: { revision: 2, version: 1 } };
      const rest = { command, ballot: cast('named', 'm', 1), admits: { member: 'm', tokenHash: 't' } };
      await one(commitTo('a', 1, { events: titles(1, 'two'), ...rest }));
      await store.keepSnapshot('a', 1, '{}');
      await store.keepPoint('a', 'live', point(1));
      const before = {
        epoch: store.epoch,
        board: await store.load('a'),
        answers: await store.answers('a', [hashOf('h')]),
      };
      store = await reopen(store);
      const after = {
        epoch: store.epoch,
        board: await store.load('a'),
        answers: await store.answers('a', [hashOf('h')]),
      };
      expect(after).toEqual(before);
      expect(await store.points('a')).toEqual({ live: [point(1)] });
      expect(after.answers.get(hashOf('h'))).toEqual({ revision: 2, version: 1 });
      expect(await one(commitTo('a', 2, { ballot: cast('named', 'n', 2) }))).toEqual(COMMITTED);
    });
  }
}
