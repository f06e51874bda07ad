// Every refusal that the rules can give is given here at least once, and changes nothing.
import { describe, expect, test } from 'vitest';
import { DEFAULT_BOARD_LIMITS } from '../../../shared/bounds.ts';
import { admit } from '../../../shared/board/admission.ts';
import { eligibleCount } from '../../../shared/board/board.ts';
import type { Command } from '../../../shared/board/commands.ts';
import { Table, boardUnderTest, command } from '../../support/boards.ts';

const open = (fields: object = {}) =>
  command('round.open', { round: 'r1', method: 'score', secrecy: 'named', ...fields });
const cast = (by: string): [string, Command] => [
  by,
  command('ballot.cast', { round: 'r1', ballot: { cells: { flask: { speed: 3 } } } }),
];
const opened: [string, Command] = ['ada', open()];
const closed: [string, Command] = ['ada', command('round.close', { round: 'r1' })];
const anonymous: [string, Command] = ['ada', open({ secrecy: 'anonymous' })];
const noteOfBo: [string, Command] = [
  'bo',
  command('note.add', { note: 'n1', target: { kind: 'board' }, kind: 'pro', text: 'Yes' }),
];

const paulAs = (member: string) => command('member.add', { member, name: 'Paul' });
const paul: [string, Command] = ['ada', paulAs('paul')];
const role = (member: string) => command('member.role', { member, role: 'facilitator' });
const admitted = (member: string) => command('member.admit', { member });
const record = (member: string) =>
  command('ballot.record', { round: 'r1', member, ballot: { cells: { flask: { speed: 3 } } } });

type Row = [rule: string, before: [string, Command][], by: string, command: Command, error: object];

const ROWS: Row[] = [
  [
    'a voter may not add an option',
    [],
    'bo',
    command('option.add', { option: 'x', name: 'X' }),
    { code: 'not-allowed' },
  ],
  ['a stranger may do nothing', [], 'zoe', command('note.support', { note: 'n1', on: true }), { code: 'not-allowed' }],
  [
    'a removed member may do nothing',
    [['ada', command('member.remove', { member: 'bo' })]],
    'bo',
    command('member.rename', { name: 'B' }),
    { code: 'not-allowed' },
  ],
  [
    'a locked board keeps its options',
    [['ada', command('board.edit', { locked: true })]],
    'ada',
    command('option.remove', { option: 'flask' }),
    { code: 'locked' },
  ],
  [
    'the lock is looked at before existence',
    [['ada', command('board.edit', { locked: true })]],
    'ada',
    command('option.remove', { option: 'nowhere' }),
    { code: 'locked' },
  ],
  [
    'the role is looked at before the lock',
    [['ada', command('board.edit', { locked: true })]],
    'bo',
    command('option.remove', { option: 'flask' }),
    { code: 'not-allowed' },
  ],
  [
    'an option id is used once',
    [],
    'ada',
    command('option.add', { option: 'flask', name: 'F' }),
    { code: 'exists', field: 'option' },
  ],
  [
    'an unknown option cannot be edited',
    [],
    'ada',
    command('option.edit', { option: 'x' }),
    { code: 'not-found', field: 'option' },
  ],
  [
    'an option cannot follow itself',
    [],
    'ada',
    command('option.move', { option: 'flask', after: 'flask' }),
    { code: 'invalid', field: 'after' },
  ],
  [
    'an option cannot follow an unknown one',
    [],
    'ada',
    command('option.move', { option: 'flask', after: 'x' }),
    { code: 'not-found', field: 'after' },
  ],
  [
    'a fact that is not there cannot be cleared',
    [],
    'bo',
    command('fact.clear', { option: 'flask', label: 'L' }),
    { code: 'not-found', field: 'label' },
  ],
  ['a round id is used once', [opened, closed], 'ada', open(), { code: 'exists', field: 'round' }],
  ['one round is open at a time', [opened], 'ada', open({ round: 'r2' }), { code: 'round-open' }],
  [
    'a round names options that are there',
    [],
    'ada',
    open({ options: ['x'] }),
    { code: 'not-found', field: 'options' },
  ],
  [
    'a round names no option twice',
    [],
    'ada',
    open({ options: ['flask', 'flask'] }),
    { code: 'invalid', field: 'options' },
  ],
  ['a rule belongs to its method', [], 'ada', open({ rule: 'sum' }), { code: 'invalid', field: 'rule' }],
  [
    'a round of some cells is not counted by rules that need whole ballots',
    [],
    'ada',
    open({ cells: [['flask', 'speed']], rule: 'schulze' }),
    { code: 'invalid', field: 'rule' },
  ],
  [
    'cells lie among the options and criteria named',
    [],
    'ada',
    open({ options: ['flask'], cells: [['django', 'speed']] }),
    { code: 'invalid', field: 'cells.0' },
  ],
  ['an open round is not revealed', [opened], 'ada', command('round.reveal', { round: 'r1' }), { code: 'round-open' }],
  ['a closed round is not closed again', [opened, closed], 'ada', closed[1], { code: 'round-not-open' }],
  [
    'a closed round is not extended',
    [opened, closed],
    'ada',
    command('round.extend', { round: 'r1', seconds: 9 }),
    { code: 'round-not-open' },
  ],
  ['a closed round takes no ballot', [opened, closed], ...cast('bo'), { code: 'round-not-open' }],
  ['a ballot needs a round', [], ...cast('bo'), { code: 'not-found', field: 'round' }],
  [
    'a ballot names options of its round',
    [opened],
    'bo',
    command('ballot.cast', { round: 'r1', ballot: { cells: { tornado: { speed: 3 } } } }),
    { code: 'invalid', field: 'ballot.cells.tornado' },
  ],
  [
    'a ballot is of the round’s method',
    [opened],
    'bo',
    command('ballot.cast', { round: 'r1', ballot: { approved: ['flask'] } }),
    { code: 'invalid' },
  ],
  [
    'an anonymous round of two ballots is not revealed',
    [anonymous, cast('bo'), cast('cy'), closed],
    'ada',
    command('round.reveal', { round: 'r1' }),
    { code: 'too-few', field: 'ballots' },
  ],
  [
    'a note is edited by its author alone',
    [noteOfBo],
    'ada',
    command('note.edit', { note: 'n1', text: 'No' }),
    { code: 'not-allowed' },
  ],
  [
    'a note is removed by its author or a facilitator',
    [noteOfBo],
    'cy',
    command('note.remove', { note: 'n1' }),
    { code: 'not-allowed' },
  ],
  [
    'a reply is about what its parent is about',
    [noteOfBo],
    'cy',
    command('note.add', {
      note: 'n2',
      parent: 'n1',
      target: { kind: 'option', option: 'flask' },
      kind: 'note',
      text: 'Re',
    }),
    { code: 'invalid', field: 'target' },
  ],
  [
    'a note is about something on the board',
    [],
    'cy',
    command('note.add', { note: 'n2', target: { kind: 'criterion', criterion: 'x' }, kind: 'note', text: 'Re' }),
    { code: 'not-found', field: 'target.criterion' },
  ],
  [
    'a decision names options that are there',
    [],
    'ada',
    command('decision.set', { options: ['x'], status: 'proposed', summary: '' }),
    { code: 'not-found', field: 'options.0' },
  ],
  [
    'only a decision that is superseded names what superseded it',
    [],
    'ada',
    command('decision.set', {
      options: ['flask'],
      status: 'accepted',
      summary: '',
      supersededBy: { board: 'b2', title: 'Again' },
    }),
    { code: 'invalid', field: 'supersededBy' },
  ],
  ['a guest is added once', [paul], 'ada', paul[1], { code: 'exists', field: 'member' }],
  ['nobody takes the id of a member for a guest', [], 'ada', paulAs('bo'), { code: 'exists', field: 'member' }],
  ['a voter adds no guest', [], 'bo', paul[1], { code: 'not-allowed' }],
  ['a guest is given no other role', [paul], 'ada', role('paul'), { code: 'invalid', field: 'member' }],
  ['only who is there is let in', [], 'ada', admitted('x'), { code: 'not-found', field: 'member' }],
  ['a voter lets nobody in', [], 'bo', admitted('cy'), { code: 'not-allowed' }],
  ['a voter records for nobody', [paul, opened], 'bo', record('paul'), { code: 'not-allowed' }],
  [
    'nobody records for somebody who has a device',
    [opened],
    'ada',
    record('bo'),
    { code: 'not-allowed', field: 'member' },
  ],
  ['nobody records for oneself', [opened], 'ada', record('ada'), { code: 'not-allowed', field: 'member' }],
  ['a ballot is recorded for who is there', [opened], 'ada', record('x'), { code: 'not-found', field: 'member' }],
  [
    'nothing is recorded for a guest who was removed',
    [paul, opened, ['ada', command('member.remove', { member: 'paul' })]],
    'ada',
    record('paul'),
    { code: 'not-found', field: 'member' },
  ],
  [
    'nothing is recorded after the close',
    [paul, opened, closed],
    'ada',
    record('paul'),
    { code: 'round-not-open', field: 'round' },
  ],
  [
    'a voter takes nobody’s recorded ballot back',
    [paul, opened, ['ada', record('paul')]],
    'bo',
    command('ballot.withdraw', { round: 'r1', member: 'paul' }),
    { code: 'not-allowed' },
  ],
  [
    'the ballot of who has a device is theirs alone to take back',
    [opened, cast('bo')],
    'ada',
    command('ballot.withdraw', { round: 'r1', member: 'bo' }),
    { code: 'not-allowed', field: 'member' },
  ],
  [
    'nobody’s recorded ballot is taken back after the close',
    [paul, opened, ['ada', record('paul')], closed],
    'ada',
    command('ballot.withdraw', { round: 'r1', member: 'paul' }),
    { code: 'round-not-open', field: 'round' },
  ],
  [
    'a recorded ballot is of the round’s method',
    [paul, opened],
    'ada',
    command('ballot.record', { round: 'r1', member: 'paul', ballot: { approved: ['flask'] } }),
    { code: 'invalid' },
  ],
  [
    'ballots that the facilitation recorded hide nobody in an anonymous round',
    [paul, anonymous, cast('bo'), cast('cy'), ['ada', record('paul')], closed],
    'ada',
    command('round.reveal', { round: 'r1' }),
    { code: 'too-few', field: 'ballots' },
  ],
];

test.each(ROWS)('%s', (_rule, before, by, last, error) => {
  const table = new Table();
  for (const [who, earlier] of before) expect(table.do(who, earlier)).toMatchObject({ ok: true });
  const { board, events } = table;
  const known = [...events];
  expect(table.do(by, last)).toMatchObject({ ok: false, error });
  expect(table.board).toBe(board);
  expect(table.events).toEqual(known);
});

test('a ballot after the time limit is refused although nobody has closed the round yet', () => {
  const table = new Table();
  table.do('ada', open({ seconds: 60 }));
  table.now += 59_999;
  expect(table.do(...cast('bo'))).toMatchObject({ ok: true });
  table.now += 1;
  expect(table.do(...cast('bo'))).toMatchObject({ ok: false, error: { code: 'round-not-open', field: 'round' } });
});

test('closing with notice moves the end, and extending takes the wrong click back', () => {
  const table = new Table();
  table.do('ada', open());
  table.do('ada', command('round.close', { round: 'r1', after: 10 }));
  expect(table.board.rounds[0]).toMatchObject({ state: 'open', closesAt: '2026-11-23T09:00:10.000Z' });
  table.do('ada', command('round.extend', { round: 'r1', seconds: 60 }));
  expect(table.board.rounds[0]).toMatchObject({ state: 'open', closesAt: '2026-11-23T09:01:10.000Z' });
});

test('an option removed while its round is open is withdrawn, restoring undoes that, and the close is final', () => {
  const table = new Table();
  table.do('ada', open());
  table.do('ada', command('option.remove', { option: 'flask' }));
  expect(table.board.rounds[0]?.withdrawn).toEqual(['flask']);
  expect(table.do(...cast('bo'))).toMatchObject({ ok: false, error: { code: 'invalid' } });
  table.do('ada', command('option.restore', { option: 'flask' }));
  expect(table.board.rounds[0]?.withdrawn).toBeUndefined();
  table.do('ada', command('option.remove', { option: 'flask' }));
  table.do(...closed);
  table.do('ada', command('option.restore', { option: 'flask' }));
  expect(table.board.rounds[0]?.withdrawn).toEqual(['flask']);
});

test('revealed blind weights become the criteria’s weights', () => {
  const table = new Table();
  table.do('ada', command('round.open', { round: 'r1', method: 'weights', secrecy: 'named' }));
  table.do('bo', command('ballot.cast', { round: 'r1', ballot: { points: { speed: 70, docs: 30 } } }));
  table.do('cy', command('ballot.cast', { round: 'r1', ballot: { points: { speed: 50, docs: 50 } } }));
  table.do(...closed);
  table.do('ada', command('round.reveal', { round: 'r1' }));
  expect(table.board.criteria.map(({ weight }) => weight)).toEqual([60, 40]);
});

test('who waits may change their name and nothing else', () => {
  const table = new Table({ type: 'member.joined', member: 'dee', name: 'Dee', role: 'voter', waiting: true });
  table.do('ada', open());
  const note = command('note.add', { note: 'n1', target: { kind: 'board' }, kind: 'pro', text: 'Yes' });
  for (const refused of [cast('dee')[1], note, admitted('dee')]) {
    expect(table.do('dee', refused)).toMatchObject({ ok: false, error: { code: 'not-allowed' } });
  }
  expect(table.do('ada', role('dee'))).toMatchObject({ ok: false, error: { code: 'invalid', field: 'member' } });
  expect(table.do('dee', command('member.rename', { name: 'Deirdre' }))).toMatchObject({ ok: true });
  expect(eligibleCount(table.board)).toBe(3);
  table.do('ada', admitted('dee'));
  expect(table.do(...cast('dee'))).toMatchObject({ ok: true });
  expect(eligibleCount(table.board)).toBe(4);
});

describe('room on a board is bounded', () => {
  const tight = { ...DEFAULT_BOARD_LIMITS, options: 3, criteria: 2, notes: 1, rounds: 1, members: 3 };
  const rows: [string, Command, string][] = [
    ['options', command('option.add', { option: 'x', name: 'X' }), 'options'],
    ['criteria', command('criterion.add', { criterion: 'x', name: 'X', weight: 1 }), 'criteria'],
    ['notes', command('note.add', { note: 'n2', target: { kind: 'board' }, kind: 'pro', text: 'Y' }), 'notes'],
    ['rounds', open({ round: 'r2' }), 'rounds'],
    ['guests', paulAs('x'), 'members'],
  ];
  test.each(rows)('for %s', (_what, last, field) => {
    const table = new Table();
    for (const [by, earlier] of [noteOfBo, opened, closed]) table.do(by, earlier);
    expect(table.do('ada', last, tight)).toMatchObject({ ok: false, error: { code: 'too-many', field } });
  });
  test('for members', () => {
    const arrival = { by: { kind: 'code' }, member: { id: 'dee', name: 'Dee', proof: 'new' }, memberLimit: 3 } as const;
    expect(admit(boardUnderTest(), arrival)).toMatchObject({
      ok: false,
      error: { code: 'too-many', field: 'members' },
    });
  });
});
