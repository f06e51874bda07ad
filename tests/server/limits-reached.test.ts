// Every row of the tables of limits in docs/operating.md, lowered where it is a setting, and gone beyond: the refusal
// has the code and the field that stand there, and nothing was changed.
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { io } from 'socket.io-client';
import { afterEach, describe, expect, test } from 'vitest';
import { BOUNDS } from '../../shared/bounds.ts';
import { RECORD_BOUNDS } from '../../shared/record/record.ts';
import { REJECTIONS, type WireError } from '../../shared/rejections.ts';
import { Writer } from './record/writers.ts';
import { type Meeting, startMeeting } from './http/meeting.ts';
import { type Answer, type TestServer, startServer } from './http/serve.ts';

const page = readFileSync(new URL('../../docs/operating.md', import.meta.url), 'utf8');
/** The cells of every row of the table whose heading looks like this. */
function tableUnder(heading: RegExp): string[][] {
  const lines = page.split('\n');
  const at = lines.findIndex((line) => heading.test(line));
  const rows = lines.slice(at + 2);
  return rows
    .slice(
      0,
      rows.findIndex((line) => !line.startsWith('|')),
    )
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim().replaceAll('`', '')),
    );
}

let server!: TestServer;
const opened: { close(): void }[] = [];
afterEach(async () => {
  for (const one of opened.splice(0)) one.close();
  await server?.close();
});

interface Refusal {
  readonly status?: number;
  readonly error?: Partial<WireError>;
}
const refusalOf = ({ status, json }: Answer): Refusal => ({ status, ...(json as { error?: Partial<WireError> }) });

/** The last of so many answers; those before it were no refusals. */
async function last(times: number, ask: (time: number) => Promise<Answer>): Promise<Refusal> {
  for (let time = 1; time < times; time += 1) expect((await ask(time)).status).toBeLessThan(300);
  return refusalOf(await ask(times));
}

/** Everything a board is, as a watcher reads it. */
async function contentOf(meeting: Meeting): Promise<unknown> {
  const { revision, snapshot } = (await meeting.read()).json as { revision: number; snapshot: object };
  return { revision, snapshot };
}

async function facilitated() {
  const meeting = await startMeeting(server);
  return { meeting, ada: await meeting.member('Ada', meeting.keys.facilitator) };
}

/** The last of these commands, which must have changed nothing. */
async function lastCommand(...commands: readonly (readonly [string, object])[]): Promise<Refusal> {
  const { meeting, ada } = await facilitated();
  let before: unknown;
  const refused = await last(commands.length, async (time) => {
    if (time === commands.length) before = await contentOf(meeting);
    const [type, fields] = commands[time - 1] ?? ['', {}];
    return meeting.do(ada, type, fields);
  });
  expect(await contentOf(meeting)).toEqual(before);
  return refused;
}

const note = (id: string) => ['note.add', { note: id, target: { kind: 'board' }, kind: 'pro', text: 'T' }] as const;
const option = (id: string) => ['option.add', { option: id, name: id }] as const;
const criterion = (id: string) => ['criterion.add', { criterion: id, name: id, weight: 1 }] as const;
const round = (id: string, more: object = {}) =>
  ['round.open', { round: id, method: 'consent', secrecy: 'named', proposal: 'P', ...more }] as const;

const unknownCode = () => last(1, () => server.call('/api/boards/7KQ2-MX4P'));
/** Codes that there are not are not found, until there were too many of them. */
async function codesAfter(times: number): Promise<Refusal> {
  for (let time = 0; time < times; time += 1) expect((await unknownCode()).status).toBe(404);
  return unknownCode();
}

function newLine() {
  const socket = io(server.url, { transports: ['websocket'], forceNew: true, reconnection: false });
  opened.push(socket);
  return socket;
}
const connected = () => new Promise<void>((resolve) => newLine().once('connect', resolve));
const refusedLine = async (): Promise<Refusal> => {
  const refused = await new Promise<Error>((resolve) => newLine().once('connect_error', resolve));
  return { error: (refused as Error & { data: Partial<WireError> }).data };
};

const member = (number: number) => ({ id: `m${number}`, name: 'M', token: `${number}`.padStart(30, 't') });

interface Way {
  /** What the setting is lowered to. */
  readonly to: string;
  reach(): Promise<Refusal>;
}

const WAYS: Readonly<Record<string, Way>> = {
  LIMIT_COMMANDS: { to: '2/60', reach: () => lastCommand(option('a'), option('b'), option('c')) },
  LIMIT_COMMANDS_PER_ADDRESS: { to: '3/60', reach: () => lastCommand(option('a'), option('b'), option('c')) },
  LIMIT_UNKNOWN_CODES: { to: '2/60', reach: () => codesAfter(2) },
  LIMIT_UNKNOWN_CODES_PER_RANGE: { to: '2/60', reach: () => codesAfter(2) },
  LIMIT_UNKNOWN_CODES_IN_ALL: { to: '2/60', reach: () => codesAfter(2) },
  LIMIT_NEW_MEMBERS: {
    to: '2/60',
    async reach() {
      const { path, keys } = await startMeeting(server);
      const join = (number: number) =>
        server.call(`${path}/members`, { as: `Bearer ${keys.voter}`, body: { member: member(number) } });
      const refused = await last(3, join);
      // Who is a member already comes back.
      expect((await join(1)).status).toBe(200);
      return refused;
    },
  },
  LIMIT_NEW_BOARDS: { to: '2/60', reach: () => last(3, () => server.call('/api/boards', { body: { title: 'T' } })) },
  LIMIT_EXPORTS: {
    to: '2/60',
    async reach() {
      const meeting = await startMeeting(server);
      return last(3, (time) => meeting.read(time === 1 ? '/history' : '/export.csv'));
    },
  },
  LIMIT_REDACTIONS: {
    to: '1/60',
    reach: () => lastCommand(note('n1'), note('n2'), ['note.redact', { note: 'n1' }], ['note.redact', { note: 'n2' }]),
  },
  LIMIT_CONNECTIONS: {
    to: '2/60',
    async reach() {
      await connected();
      await connected();
      return refusedLine();
    },
  },
  LIMIT_BODY_BYTES: {
    to: '1024',
    async reach() {
      const { meeting, ada } = await facilitated();
      return last(1, () => meeting.do(ada, 'board.edit', { question: 'x'.repeat(1024) }));
    },
  },
  LIMIT_IMPORT_BYTES: {
    to: '1024',
    reach: () => last(1, () => server.call('/api/boards', { body: { title: 'T', question: 'x'.repeat(1024) } })),
  },
  LIMIT_OPEN_CONNECTIONS: {
    to: '1',
    async reach() {
      await connected();
      return refusedLine();
    },
  },
  LIMIT_OPEN_SOCKETS: {
    to: '1',
    async reach() {
      const { hostname, port } = new URL(server.url);
      const socket = connect({ host: hostname, port: Number(port) });
      opened.push({ close: () => socket.destroy() });
      await once(socket, 'connect');
      return last(1, () => server.call('/api/templates'));
    },
  },
  LIMIT_AWAKE_BOARDS: {
    to: '1',
    async reach() {
      const [first, second] = [await startMeeting(server), await startMeeting(server)];
      server.pass(2000);
      const watcher = newLine();
      const joined = await watcher.emitWithAck('board:join', { board: first.id, key: first.keys.watcher });
      expect(joined).toMatchObject({ ok: true });
      server.pass(2000);
      return refusalOf(await second.read());
    },
  },
  LIMIT_MEMBERS: {
    to: '2',
    async reach() {
      const { path, keys } = await startMeeting(server);
      return last(3, (number) =>
        server.call(`${path}/members`, { as: `Bearer ${keys.voter}`, body: { member: member(number) } }),
      );
    },
  },
  LIMIT_OPTIONS: { to: '1', reach: () => lastCommand(option('a'), option('b')) },
  LIMIT_CRITERIA: { to: '1', reach: () => lastCommand(criterion('a'), criterion('b')) },
  LIMIT_NOTES: { to: '1', reach: () => lastCommand(note('n1'), note('n2')) },
  LIMIT_ROUNDS: {
    to: '1',
    reach: () => lastCommand(round('r1'), ['round.close', { round: 'r1' }], round('r2')),
  },
};

function expectRefused({ status, error }: Refusal, code: string, field: string): void {
  expect(error).toMatchObject({ code, message: expect.stringMatching(/\w/) });
  expect(error?.field).toBe(field === '' ? undefined : field);
  if (status !== undefined) expect(status).toBe(REJECTIONS[code as keyof typeof REJECTIONS].status);
  if (code === 'too-fast') expect(error?.retryAfter).toBeGreaterThan(0);
}

describe('a limit that is a setting', () => {
  const rows = tableUnder(/^\| Setting .*\| Refusal /);

  test.each(rows)('%s (%s) is reached as %s', async (setting, _default, code = '', field = '') => {
    const way = WAYS[setting];
    if (way === undefined) throw new Error(`nobody has said how ${setting} is reached`);
    server = await startServer({ environment: { [setting]: way.to } });
    expectRefused(await way.reach(), code, field);
  });

  test('has a row, each of those that are reached here', () => {
    expect(new Set(rows.map(([setting]) => setting))).toEqual(new Set(Object.keys(WAYS)));
  });
});

const long = (bound: number): string => 'x'.repeat(bound + 1);
const many = <T>(count: number, make: (at: number) => T): T[] => Array.from({ length: count + 1 }, (_, at) => make(at));
const fact = (more: object) =>
  lastCommand(option('a'), ['fact.set', { option: 'a', label: 'Year', value: '2010', ...more }]);

/** What is a part of the protocol and no setting: how much of it there may be, and how one more is reached. */
const PARTS: Readonly<Record<string, readonly [most: number, reach: () => Promise<Refusal>]>> = {
  'title of a board': [BOUNDS.title, () => lastCommand(['board.edit', { title: long(BOUNDS.title) }])],
  'question of a board': [BOUNDS.question, () => lastCommand(['board.edit', { question: long(BOUNDS.question) }])],
  'name of an option or a criterion': [
    BOUNDS.name,
    () => lastCommand(['option.add', { option: 'a', name: long(BOUNDS.name) }]),
  ],
  'name of a person': [BOUNDS.memberName, () => lastCommand(['member.rename', { name: long(BOUNDS.memberName) }])],
  'summary of an option': [
    BOUNDS.summary,
    () => lastCommand(['option.add', { option: 'a', name: 'A', summary: long(BOUNDS.summary) }]),
  ],
  'description of a criterion': [
    BOUNDS.description,
    () =>
      lastCommand(['criterion.add', { criterion: 'a', name: 'A', weight: 1, description: long(BOUNDS.description) }]),
  ],
  'what 0 and 5 mean': [
    BOUNDS.scaleEnd,
    () => lastCommand(['criterion.add', { criterion: 'a', name: 'A', weight: 1, low: long(BOUNDS.scaleEnd) }]),
  ],
  'address of an option': [
    BOUNDS.url,
    () => lastCommand(['option.add', { option: 'a', name: 'A', url: `https://${long(BOUNDS.url - 8)}` }]),
  ],
  'label of a fact': [BOUNDS.factLabel, () => fact({ label: long(BOUNDS.factLabel) })],
  'value of a fact': [BOUNDS.factValue, () => fact({ value: long(BOUNDS.factValue) })],
  'source of a fact': [BOUNDS.url, () => fact({ source: `https://${long(BOUNDS.url - 8)}` })],
  'facts of an option': [
    BOUNDS.factsPerOption,
    () =>
      lastCommand(
        option('a'),
        ...many(BOUNDS.factsPerOption, (at) => ['fact.set', { option: 'a', label: `L${at}`, value: 'V' }] as const),
      ),
  ],
  note: [BOUNDS.note, () => lastCommand(['note.add', { ...note('n1')[1], text: long(BOUNDS.note) }])],
  'notes of one member that a round holds back': [
    BOUNDS.heldNotes,
    () =>
      lastCommand(
        round('r1', { silentNotes: 'signed' }),
        ...many(BOUNDS.heldNotes, (at) => ['note.hold', { ...note(`h${at}`)[1], round: 'r1' }] as const),
      ),
  ],
  'prompt of a round': [BOUNDS.prompt, () => lastCommand(round('r1', { prompt: long(BOUNDS.prompt) }))],
  'reason of a ballot': [
    BOUNDS.reason,
    () =>
      lastCommand(round('r1'), ['ballot.cast', { round: 'r1', ballot: { fingers: 1, reason: long(BOUNDS.reason) } }]),
  ],
  'summary of a decision': [
    BOUNDS.decisionSummary,
    () => lastCommand(['decision.set', { options: [], status: 'proposed', summary: long(BOUNDS.decisionSummary) }]),
  ],
  'items of an agenda': [
    BOUNDS.agendaItems,
    () => lastCommand(['agenda.set', { items: many(BOUNDS.agendaItems, (at) => ({ id: `i${at}`, title: 'T' })) }]),
  ],
  'combining marks on one letter': [30, () => lastCommand(['board.edit', { title: `x${'\u0323'.repeat(31)}` }])],
  'bytes of what is written in a record at once': [
    RECORD_BOUNDS.update,
    () => written((writer) => [writer.type('context', long(RECORD_BOUNDS.update))]),
  ],
  'bytes of a record, with what it remembers of deletions': [
    RECORD_BOUNDS.document,
    () => written((writer) => many(RECORD_BOUNDS.document / 30_000, () => writer.type('more', 'x'.repeat(30_000)))),
  ],
};

/** The answer to the last of these updates of a record. */
async function written(updates: (writer: Writer) => readonly string[]): Promise<Refusal> {
  const { id, keys } = await startMeeting(server);
  const socket = newLine();
  await socket.emitWithAck('board:join', { board: id, key: keys.voter, member: member(1) });
  let refused: Refusal = {};
  for (const update of updates(new Writer(7))) {
    expect(refused.error).toBeUndefined();
    refused = (await socket.emitWithAck('record:update', { update })) as Refusal;
  }
  return refused;
}

describe('a limit that is part of the protocol', () => {
  const rows = tableUnder(/^\| Part /);

  test.each(rows)('%s (%s) is reached as %s', async (part, most = '', code = '', field = '') => {
    const [bound, reach] = PARTS[part] ?? [
      0,
      () => Promise.reject(new Error(`nobody has said how ${part} is reached`)),
    ];
    expect(most).toBe(String(bound));
    server = await startServer();
    expectRefused(await reach(), code, field);
  });

  test('has a row, each of those that are reached here', () => {
    expect(new Set(rows.map(([part]) => part))).toEqual(new Set(Object.keys(PARTS)));
  });
});
