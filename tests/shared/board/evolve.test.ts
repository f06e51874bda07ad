// What each event makes of a board, where the commands do not already show it.
import { describe, expect, test } from 'vitest';
import { evolve, fold } from '../../../shared/board/evolve.ts';
import { type EventBody, placeEvents } from '../../../shared/board/events.ts';
import { isoTime } from '../../../shared/time.ts';
import { OPENING, START, boardUnderTest } from '../../support/boards.ts';
import { deepFrozen } from '../../support/deep-frozen.ts';
import { roundOpened } from '../../support/sync.ts';

const option = (board: ReturnType<typeof boardUnderTest>, id: string) => board.options.find((o) => o.id === id);

describe('the log', () => {
  test('begins with the board’s creation', () => {
    const [first] = placeEvents([{ type: 'board.edited', title: 'Early' }], 0, isoTime(START));
    expect(() => evolve(undefined, first as never)).toThrow('begins with board.created');
    expect(() => fold([])).toThrow('no board');
  });

  test('gives the board its revision', () => {
    expect(boardUnderTest().revision).toBe(OPENING.length);
    expect(boardUnderTest({ type: 'board.edited', title: 'x' }).revision).toBe(OPENING.length + 1);
  });

  test('a board made from another one begins with its members, rounds and decision', () => {
    const source = boardUnderTest(roundOpened('live'));
    const decision = { options: ['flask'], status: 'accepted', summary: 'Yes', at: isoTime(START) } as const;
    const created: EventBody = {
      ...(OPENING[0] as Extract<EventBody, { type: 'board.created' }>),
      members: [...source.members.values()],
      rounds: source.rounds.map((round) => ({ ...round, state: 'revealed', imported: true })),
      decision,
    };
    const board = fold(placeEvents([created], 0, isoTime(START)));
    expect([...board.members.keys()]).toEqual(['ada', 'bo', 'cy']);
    expect(board.rounds).toMatchObject([{ id: 'r1', state: 'revealed', imported: true }]);
    expect(board.decision).toEqual(decision);
    expect(board.createdAt).toBe(isoTime(START));
    expect(board).not.toHaveProperty('type');
  });

  test('folding changes nothing that was there before', () => {
    const board = deepFrozen(boardUnderTest(roundOpened('live')));
    const events: EventBody[] = [
      { type: 'board.edited', title: 'x' },
      { type: 'option.moved', option: 'bottle', after: null },
      { type: 'option.removed', option: 'flask' },
      { type: 'fact.set', option: 'flask', label: 'a', value: 'b' },
      { type: 'criterion.edited', criterion: 'speed', weight: 9 },
      { type: 'note.added', note: 'n', target: { kind: 'board' }, kind: 'pro', text: 't' },
      { type: 'note.supported', note: 'n', on: true },
      { type: 'member.renamed', member: 'bo', name: 'B' },
    ];
    expect(() => fold(placeEvents(events, board.revision, isoTime(START), 'ada'), board)).not.toThrow();
  });

  test('events about what is not there fold to the board as it was', () => {
    const board = boardUnderTest();
    const strangers: EventBody[] = [
      { type: 'option.edited', option: 'x', name: 'X' },
      { type: 'option.moved', option: 'x', after: 'flask' },
      { type: 'option.removed', option: 'x' },
      { type: 'fact.cleared', option: 'flask', label: 'x' },
      { type: 'note.edited', note: 'x', text: 'X' },
      { type: 'note.resolved', note: 'x', on: true },
      { type: 'member.removed', member: 'x' },
      { type: 'round.extended', round: 'x', seconds: 1, closesAt: isoTime(START) },
    ];
    for (const body of strangers)
      expect({ ...boardUnderTest(body), revision: board.revision }, body.type).toEqual(board);
  });
});

describe('edits', () => {
  test('leave out what they do not name, and an empty text takes a field away', () => {
    const before = { type: 'option.edited', option: 'flask', summary: 'Small', url: 'https://x.org' } as const;
    const board = boardUnderTest(before, { type: 'option.edited', option: 'flask', summary: '' });
    expect(option(board, 'flask')).toEqual({ id: 'flask', name: 'Flask', url: 'https://x.org', facts: [] });
  });

  test('a must-have of null is none', () => {
    const board = boardUnderTest(
      { type: 'criterion.edited', criterion: 'speed', mustHave: 0 },
      { type: 'criterion.edited', criterion: 'docs', mustHave: 2 },
      { type: 'criterion.edited', criterion: 'docs', mustHave: null },
    );
    expect(board.criteria).toMatchObject([{ mustHave: 0 }, {}]);
    expect(board.criteria[1]).not.toHaveProperty('mustHave');
  });

  test('a board’s question may be emptied', () => {
    const board = boardUnderTest({ type: 'board.edited', question: 'Why?' }, { type: 'board.edited', question: '' });
    expect(board.question).toBe('');
  });
});

describe('order', () => {
  const order = (...events: EventBody[]) => boardUnderTest(...events).options.map(({ id }) => id);

  test('a thing moves behind another, or to the front', () => {
    expect(order({ type: 'option.moved', option: 'bottle', after: null })).toEqual(['bottle', 'flask', 'django']);
    expect(order({ type: 'option.moved', option: 'flask', after: 'bottle' })).toEqual(['django', 'bottle', 'flask']);
    expect(order({ type: 'option.moved', option: 'flask', after: 'django' })).toEqual(['django', 'flask', 'bottle']);
  });

  test('a removed thing keeps its place for its return', () => {
    const events: EventBody[] = [{ type: 'option.removed', option: 'django' }];
    expect(order(...events)).toEqual(['flask', 'django', 'bottle']);
    expect(option(boardUnderTest(...events), 'django')?.removed).toBe(true);
    expect(option(boardUnderTest(...events, { type: 'option.restored', option: 'django' }), 'django')).toEqual({
      id: 'django',
      name: 'Django',
      facts: [],
    });
  });
});

describe('rounds', () => {
  const withdrawn = (...events: EventBody[]) => boardUnderTest(roundOpened('live'), ...events).rounds[0]?.withdrawn;
  const progress = { cast: 0, done: 0, eligible: 3 };
  const closed: EventBody = { type: 'round.closed', round: 'r1', tieSeed: 's', version: 0, progress };
  const out: EventBody = { type: 'option.removed', option: 'flask' };
  const back: EventBody = { type: 'option.restored', option: 'flask' };

  test('an option removed while a round is open is withdrawn from it, and restoring undoes that', () => {
    expect(withdrawn(out)).toEqual(['flask']);
    expect(withdrawn(out, out)).toEqual(['flask']);
    expect(withdrawn(out, back)).toBeUndefined();
    expect(withdrawn(out, { type: 'option.removed', option: 'django' }, back)).toEqual(['django']);
  });

  test('the close makes it final', () => {
    expect(withdrawn(out, closed, back)).toEqual(['flask']);
    expect(withdrawn(closed, out)).toBeUndefined();
  });

  test('what is opened later finds the board as it was then', () => {
    const board = boardUnderTest(roundOpened('live'), {
      type: 'criterion.edited',
      criterion: 'speed',
      weight: 99,
    });
    expect(board.rounds[0]?.criteria[0]?.weight).toBe(2);
  });
});

describe('people', () => {
  test('support counts a member once, in the order of coming', () => {
    const note: EventBody = { type: 'note.added', note: 'n', target: { kind: 'board' }, kind: 'pro', text: 't' };
    const events = [
      note,
      ...[true, true, false, true].map((on): EventBody => ({ type: 'note.supported', note: 'n', on })),
    ];
    expect(boardUnderTest(...events).notes.get('n')?.support).toEqual(['ada']);
  });

  test('a removed member is kept, for what they said', () => {
    const board = boardUnderTest({ type: 'member.removed', member: 'bo' });
    expect(board.members.get('bo')).toEqual({ id: 'bo', name: 'Bo', role: 'voter', removed: true });
  });

  test('a later decision takes the place of the one before, whole', () => {
    const board = boardUnderTest(
      { type: 'decision.set', options: ['flask'], status: 'proposed', summary: 'a', reviewOn: '2027' },
      { type: 'decision.set', options: [], status: 'rejected', summary: 'b' },
    );
    expect(board.decision).toEqual({ options: [], status: 'rejected', summary: 'b', at: isoTime(START), by: 'ada' });
  });
});
