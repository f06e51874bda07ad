// Every command is accepted at least once and does what it says.
import { expect, test } from 'vitest';
import { COMMAND_FIELDS, type Command, type CommandType } from '../../../shared/board/commands.ts';
import { parseCommand } from '../../../shared/board/parse.ts';
import type { EventBody } from '../../../shared/board/events.ts';
import type { Board } from '../../../shared/board/board.ts';
import { redactionHash } from '../../../shared/board/redaction-hash.ts';
import { Table, command } from '../../support/boards.ts';

interface Case {
  readonly log?: readonly EventBody[];
  readonly before?: readonly (readonly [by: string, Command])[];
  readonly by: string;
  readonly command: Command;
  readonly after: (board: Board, table: Table) => unknown;
  readonly expected: unknown;
}

const open = (round = 'r1', secrecy: 'live' | 'named' | 'anonymous' = 'named') =>
  ['ada', command('round.open', { round, method: 'score', secrecy })] as const;
const cast = (by: string, score: 0 | 1 | 2 | 3 | 4 | 5, done = true) =>
  [by, command('ballot.cast', { round: 'r1', ballot: { cells: { flask: { speed: score } } }, done })] as const;
const note = ['bo', command('note.add', { note: 'n1', target: { kind: 'board' }, kind: 'pro', text: 'Yes' })] as const;
const agenda = [
  'ada',
  command('agenda.set', {
    items: [
      { id: 'i1', title: 'Frame', minutes: 5 },
      { id: 'i2', title: 'Vote' },
    ],
  }),
] as const;
const timer = ['ada', command('timer.start', { seconds: 60 })] as const;
const silent = [
  'ada',
  command('round.open', { round: 'r1', method: 'score', secrecy: 'named', silentNotes: 'unsigned' }),
] as const;
const held = { round: 'r1', note: 'h1', target: { kind: 'board' }, kind: 'pro', text: 'Quietly' } as const;
const close = ['ada', command('round.close', { round: 'r1' })] as const;
const names = (board: Board) => board.options.filter((o) => o.removed !== true).map((o) => o.id);

const CASES: { readonly [T in CommandType]: Case } = {
  'board.edit': {
    by: 'ada',
    command: command('board.edit', { title: 'Which one?', entry: 'closed', locked: true, phase: 'discuss' }),
    after: ({ title, entry, locked, phase }) => ({ title, entry, locked, phase }),
    expected: { title: 'Which one?', entry: 'closed', locked: true, phase: 'discuss' },
  },
  'option.add': {
    by: 'ada',
    command: command('option.add', { option: 'tornado', name: 'Tornado', summary: 'async' }),
    after: (board) => board.options.at(-1),
    expected: { id: 'tornado', name: 'Tornado', summary: 'async', facts: [] },
  },
  'option.edit': {
    before: [['ada', command('option.edit', { option: 'flask', summary: 'small' })]],
    by: 'ada',
    command: command('option.edit', { option: 'flask', name: 'Flask 3', summary: '' }),
    after: (board) => board.options[0],
    expected: { id: 'flask', name: 'Flask 3', facts: [] },
  },
  'option.remove': {
    by: 'ada',
    command: command('option.remove', { option: 'django' }),
    after: names,
    expected: ['flask', 'bottle'],
  },
  'option.restore': {
    before: [['ada', command('option.remove', { option: 'django' })]],
    by: 'ada',
    command: command('option.restore', { option: 'django' }),
    after: names,
    expected: ['flask', 'django', 'bottle'],
  },
  'option.move': {
    by: 'ada',
    command: command('option.move', { option: 'bottle', after: null }),
    after: names,
    expected: ['bottle', 'flask', 'django'],
  },
  'criterion.add': {
    by: 'ada',
    command: command('criterion.add', { criterion: 'upkeep', name: 'Upkeep', weight: 3, mustHave: 2, low: 'dead' }),
    after: (board) => board.criteria.at(-1),
    expected: { id: 'upkeep', name: 'Upkeep', weight: 3, mustHave: 2, low: 'dead' },
  },
  'criterion.edit': {
    before: [['ada', command('criterion.edit', { criterion: 'docs', mustHave: 3 })]],
    by: 'ada',
    command: command('criterion.edit', { criterion: 'docs', weight: 5, mustHave: null, high: 'vast' }),
    after: (board) => board.criteria[1],
    expected: { id: 'docs', name: 'Documentation', weight: 5, high: 'vast' },
  },
  'criterion.remove': {
    by: 'ada',
    command: command('criterion.remove', { criterion: 'docs' }),
    after: (board) => board.criteria[1]?.removed,
    expected: true,
  },
  'criterion.restore': {
    before: [['ada', command('criterion.remove', { criterion: 'docs' })]],
    by: 'ada',
    command: command('criterion.restore', { criterion: 'docs' }),
    after: (board) => board.criteria[1]?.removed,
    expected: undefined,
  },
  'criterion.move': {
    by: 'ada',
    command: command('criterion.move', { criterion: 'speed', after: 'docs' }),
    after: (board) => board.criteria.map(({ id }) => id),
    expected: ['docs', 'speed'],
  },
  'fact.set': {
    before: [['ada', command('fact.set', { option: 'flask', label: 'Licence', value: 'MIT' })]],
    by: 'bo',
    command: command('fact.set', { option: 'flask', label: 'Licence', value: 'BSD', asOf: '2026-11' }),
    after: (board) => board.options[0]?.facts,
    expected: [{ label: 'Licence', value: 'BSD', asOf: '2026-11' }],
  },
  'fact.clear': {
    before: [['ada', command('fact.set', { option: 'flask', label: 'Licence', value: 'MIT' })]],
    by: 'bo',
    command: command('fact.clear', { option: 'flask', label: 'Licence' }),
    after: (board) => board.options[0]?.facts,
    expected: [],
  },
  'round.open': {
    by: 'ada',
    command: command('round.open', { round: 'r1', method: 'score', secrecy: 'anonymous', seconds: 60 }),
    after: ({ phase, rounds: [round] }) => ({ phase, ...round }),
    expected: {
      phase: 'vote',
      id: 'r1',
      method: 'score',
      rule: 'mean',
      secrecy: 'anonymous',
      publish: 'tally',
      options: ['flask', 'django', 'bottle'],
      criteria: [
        { id: 'speed', weight: 2 },
        { id: 'docs', weight: 1 },
      ],
      state: 'open',
      openedAt: '2026-11-23T09:00:00.000Z',
      closesAt: '2026-11-23T09:01:00.000Z',
      tieHash: 'hash of the seed of r1',
    },
  },
  'round.extend': {
    before: [['ada', command('round.open', { round: 'r1', method: 'score', secrecy: 'live', seconds: 60 })]],
    by: 'ada',
    command: command('round.extend', { round: 'r1', seconds: 60 }),
    after: (board) => board.rounds[0]?.closesAt,
    expected: '2026-11-23T09:02:00.000Z',
  },
  'round.close': {
    before: [open(), cast('bo', 4)],
    by: 'ada',
    command: close[1],
    after: ({ phase, rounds: [round] }) => [phase, round?.state, round?.progress, round?.version, round?.tieSeed],
    expected: ['reveal', 'closed', { cast: 1, done: 1, eligible: 3 }, 1, 'seed of r1'],
  },
  'round.reveal': {
    before: [open(), cast('bo', 4), cast('cy', 5), close],
    by: 'ada',
    command: command('round.reveal', { round: 'r1' }),
    after: ({ rounds: [round] }) => [
      round?.state,
      round?.result?.ballots,
      round?.result?.winners,
      round?.ballotsHash?.length,
    ],
    expected: ['revealed', 2, ['flask'], 64],
  },
  'ballot.cast': {
    before: [open(), cast('bo', 1, false)],
    by: 'bo',
    command: command('ballot.cast', { round: 'r1', ballot: { cells: { django: { docs: 'unknown' } } }, done: true }),
    after: (_board, { boxes }) => boxes.ballots.get('r1')?.get('bo'),
    expected: { ballot: { cells: { flask: { speed: 1 }, django: { docs: 'unknown' } } }, done: true },
  },
  'ballot.withdraw': {
    before: [open(), cast('bo', 1)],
    by: 'bo',
    command: command('ballot.withdraw', { round: 'r1' }),
    after: (_board, { boxes }) => boxes.ballots.get('r1')?.size,
    expected: 0,
  },
  'ballot.record': {
    before: [['ada', command('member.add', { member: 'paul', name: 'Paul' })], open(), cast('ada', 1)],
    by: 'ada',
    command: command('ballot.record', {
      round: 'r1',
      member: 'paul',
      ballot: { cells: { flask: { speed: 4 } } },
      done: true,
    }),
    after: (_board, { boxes }) => [...(boxes.ballots.get('r1') ?? [])],
    expected: [
      ['ada', { ballot: { cells: { flask: { speed: 1 } } }, done: true }],
      ['paul', { ballot: { cells: { flask: { speed: 4 } } }, done: true }],
    ],
  },
  'note.add': {
    by: 'bo',
    command: command('note.add', {
      note: 'n1',
      target: { kind: 'cell', option: 'flask', criterion: 'docs' },
      kind: 'risk',
      text: 'Thin in places',
    }),
    after: (board) => board.notes.get('n1'),
    expected: {
      id: 'n1',
      target: { kind: 'cell', option: 'flask', criterion: 'docs' },
      kind: 'risk',
      text: 'Thin in places',
      by: 'bo',
      at: '2026-11-23T09:00:00.000Z',
      support: [],
    },
  },
  'note.edit': {
    before: [note],
    by: 'bo',
    command: command('note.edit', { note: 'n1', text: 'No', kind: 'con' }),
    after: (board) => [board.notes.get('n1')?.text, board.notes.get('n1')?.kind, board.notes.get('n1')?.editedAt],
    expected: ['No', 'con', '2026-11-23T09:00:00.000Z'],
  },
  'note.remove': {
    before: [note],
    by: 'ada',
    command: command('note.remove', { note: 'n1' }),
    after: (board) => board.notes.get('n1')?.removed,
    expected: true,
  },
  'note.restore': {
    before: [note, ['bo', command('note.remove', { note: 'n1' })]],
    by: 'bo',
    command: command('note.restore', { note: 'n1' }),
    after: (board) => board.notes.get('n1')?.removed,
    expected: undefined,
  },
  'note.resolve': {
    before: [note],
    by: 'ada',
    command: command('note.resolve', { note: 'n1', on: true }),
    after: (board) => board.notes.get('n1')?.resolved,
    expected: true,
  },
  'note.support': {
    before: [note, ['cy', command('note.support', { note: 'n1', on: true })]],
    by: 'ada',
    command: command('note.support', { note: 'n1', on: true }),
    after: (board) => board.notes.get('n1')?.support,
    expected: ['cy', 'ada'],
  },
  'note.redact': {
    before: [note],
    by: 'bo',
    command: command('note.redact', { note: 'n1' }),
    after: (board) => [board.notes.get('n1')?.text, board.notes.get('n1')?.redacted],
    expected: ['', { hash: redactionHash('salt', 'Yes'), at: '2026-11-23T09:00:00.000Z', by: 'bo' }],
  },
  'note.hold': {
    before: [silent],
    by: 'bo',
    command: command('note.hold', held),
    after: (board, { boxes }) => [board.notes.size, boxes.notes],
    expected: [0, [{ ...held, member: 'bo' }]],
  },
  'note.discard': {
    before: [silent, ['bo', command('note.hold', held)]],
    by: 'bo',
    command: command('note.discard', { note: 'h1' }),
    after: (_board, { boxes }) => boxes.notes,
    expected: [],
  },
  'member.rename': {
    by: 'bo',
    command: command('member.rename', { name: 'Bodil' }),
    after: (board) => board.members.get('bo')?.name,
    expected: 'Bodil',
  },
  'member.role': {
    by: 'ada',
    command: command('member.role', { member: 'bo', role: 'facilitator' }),
    after: (board) => board.members.get('bo')?.role,
    expected: 'facilitator',
  },
  'member.remove': {
    before: [open(), cast('bo', 1)],
    by: 'ada',
    command: command('member.remove', { member: 'bo' }),
    after: (board, { boxes }) => [board.members.get('bo')?.removed, boxes.ballots.get('r1')?.size],
    expected: [true, 0],
  },
  'member.admit': {
    log: [{ type: 'member.joined', member: 'dee', name: 'Dee', role: 'voter', waiting: true }],
    by: 'ada',
    command: command('member.admit', { member: 'dee' }),
    after: (board) => board.members.get('dee'),
    expected: { id: 'dee', name: 'Dee', role: 'voter' },
  },
  'member.add': {
    by: 'ada',
    command: command('member.add', { member: 'paul', name: 'Paul' }),
    after: (board) => board.members.get('paul'),
    expected: { id: 'paul', name: 'Paul', role: 'voter', guest: true },
  },
  'decision.set': {
    by: 'ada',
    command: command('decision.set', { options: ['flask'], status: 'accepted', summary: 'Small', deciders: ['ada'] }),
    after: (board) => board.decision,
    expected: {
      options: ['flask'],
      status: 'accepted',
      summary: 'Small',
      deciders: ['ada'],
      at: '2026-11-23T09:00:00.000Z',
      by: 'ada',
    },
  },
  'agenda.set': {
    before: [agenda, ['ada', command('timer.start', { seconds: 60, item: 'i2' })]],
    by: 'ada',
    command: command('agenda.set', { items: [{ id: 'i2', title: 'Vote, at last' }] }),
    after: (board) => board.agenda,
    expected: [{ id: 'i2', title: 'Vote, at last', startedAt: '2026-11-23T09:00:00.000Z' }],
  },
  'timer.start': {
    before: [agenda],
    by: 'ada',
    command: command('timer.start', { seconds: 300, item: 'i2' }),
    after: ({ timer, agenda: items }) => [timer, items?.map(({ startedAt }) => startedAt)],
    expected: [
      { startedAt: '2026-11-23T09:00:00.000Z', endsAt: '2026-11-23T09:05:00.000Z', item: 'i2' },
      [undefined, '2026-11-23T09:00:00.000Z'],
    ],
  },
  'timer.extend': {
    before: [timer],
    by: 'ada',
    command: command('timer.extend', { seconds: 60 }),
    after: (board) => board.timer?.endsAt,
    expected: '2026-11-23T09:02:00.000Z',
  },
  'timer.stop': {
    before: [timer],
    by: 'ada',
    command: command('timer.stop', {}),
    after: (board) => 'timer' in board,
    expected: false,
  },
  'room.bring': {
    by: 'ada',
    command: command('room.bring', { view: 'matrix', target: { kind: 'option', option: 'flask' } }),
    after: (board) => board.led,
    expected: {
      view: 'matrix',
      target: { kind: 'option', option: 'flask' },
      by: 'ada',
      at: '2026-11-23T09:00:00.000Z',
    },
  },
  'room.release': {
    before: [['ada', command('room.bring', { view: 'results' })]],
    by: 'ada',
    command: command('room.release', {}),
    after: (board) => 'led' in board,
    expected: false,
  },
};

test.each(Object.keys(COMMAND_FIELDS) as CommandType[])('%s is accepted and does what it says', (type) => {
  const { log = [], before = [], by, command: last, after, expected } = CASES[type];
  const table = new Table(...log);
  for (const [who, earlier] of before) expect(table.do(who, earlier)).toMatchObject({ ok: true });
  const parsed = parseCommand(JSON.parse(JSON.stringify(last)));
  expect(parsed).toMatchObject({ ok: true });
  expect(table.do(by, last)).toMatchObject({ ok: true });
  expect(after(table.board, table)).toEqual(expected);
});
