// Messages that no server may take: hostile values, commands with one thing wrong, calls to every route.
import fc from 'fast-check';

const HOSTILE_TEXTS = [
  '',
  '__proto__',
  'constructor',
  'toString',
  '../../etc/passwd',
  '%00',
  '\u0000',
  '\uD800',
  '\u202Eevil',
  'a'.repeat(5000),
  "'; DROP TABLE event; --",
  '<script>alert(1)</script>',
  '{{7*7}}',
  '${7*7}',
  '\r\nSet-Cookie: a=b',
  'NaN',
  '1e309',
];
const nested = (depth: number): unknown => JSON.parse('['.repeat(depth) + ']'.repeat(depth)) as unknown;
const POLLUTED: unknown = JSON.parse('{"__proto__":{"ok":true},"constructor":{"prototype":{"ok":true}},"id":"c"}');

const text = fc.oneof(fc.constantFrom(...HOSTILE_TEXTS), fc.string({ unit: 'binary', maxLength: 200 }));
const number = fc.oneof(fc.integer(), fc.double(), fc.constantFrom(-0, 2 ** 53, -1, 1.5, 1e308));

/** Anything that fits on the wire. */
export const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 3, arbitrary: text },
  { weight: 2, arbitrary: number },
  { weight: 1, arbitrary: fc.constantFrom<unknown>(null, true, false, [], {}, POLLUTED, nested(400)) },
  { weight: 3, arbitrary: fc.jsonValue({ maxDepth: 4 }) },
  { weight: 1, arbitrary: fc.dictionary(text, fc.oneof(text, number), { maxKeys: 30 }) },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 64 }).map((bytes) => Buffer.from(bytes)) },
  { weight: 1, arbitrary: fc.array(number, { maxLength: 500 }) },
);

type Fields = Readonly<Record<string, unknown>>;

/** One command of each type, with every field that it must have. */
const COMMANDS: readonly Fields[] = [
  { type: 'board.edit', title: 'Taken over' },
  { type: 'option.add', option: 'new', name: 'New' },
  { type: 'option.edit', option: 'flask', name: 'Other' },
  { type: 'option.remove', option: 'flask' },
  { type: 'option.restore', option: 'flask' },
  { type: 'option.move', option: 'flask', after: 'django' },
  { type: 'criterion.add', criterion: 'new', name: 'New', weight: 1 },
  { type: 'criterion.edit', criterion: 'size', name: 'Other' },
  { type: 'criterion.remove', criterion: 'size' },
  { type: 'criterion.move', criterion: 'size', after: null },
  { type: 'fact.set', option: 'flask', label: 'Year', value: '2010' },
  { type: 'fact.clear', option: 'flask', label: 'Year' },
  { type: 'round.open', round: 'r2', method: 'approval', secrecy: 'live' },
  { type: 'round.extend', round: 'r1', seconds: 60 },
  { type: 'round.close', round: 'r1' },
  { type: 'round.reveal', round: 'r1' },
  { type: 'ballot.cast', round: 'r1', ballot: { approved: ['django'] } },
  { type: 'ballot.withdraw', round: 'r1' },
  { type: 'note.add', note: 'n9', target: { kind: 'board' }, kind: 'note', text: 'T' },
  { type: 'note.edit', note: 'n1', text: 'Other' },
  { type: 'note.remove', note: 'n1' },
  { type: 'note.resolve', note: 'n1', on: true },
  { type: 'note.support', note: 'n1', on: true },
  { type: 'note.hold', round: 'r1', note: 'h1', target: { kind: 'board' }, kind: 'con', text: 'T' },
  { type: 'note.discard', note: 'h1' },
  { type: 'note.redact', note: 'n1' },
  { type: 'member.rename', name: 'Somebody else' },
  { type: 'member.role', member: 'bo', role: 'facilitator' },
  { type: 'member.remove', member: 'bo' },
  { type: 'decision.set', options: ['flask'], status: 'accepted', summary: 'S' },
  { type: 'agenda.set', items: [{ id: 'i1', title: 'Frame', minutes: 5, target: { kind: 'board' } }] },
  { type: 'timer.start', seconds: 60 },
  { type: 'timer.extend', seconds: 60 },
  { type: 'room.bring', view: 'matrix' },
];

const isNoId = (value: unknown): boolean => typeof value !== 'string' || !/^[A-Za-z0-9][A-Za-z0-9_-]*$/.test(value);

/** A command with exactly one thing wrong, so that it must be refused whoever sends it. */
const spoilt: fc.Arbitrary<unknown> = fc
  .record({
    command: fc.constantFrom(...COMMANDS),
    id: fc.stringMatching(/^[a-z]{8,12}$/),
    how: fc.constantFrom('more', 'id', 'type', 'less', 'wrong', 'list'),
    value: hostileValue,
    name: fc.stringMatching(/^[a-z]{12,16}$/),
    at: fc.nat(),
  })
  .map(({ command, id, how, value, name, at }): unknown => {
    const whole = { id, ...command };
    const fields = Object.keys(command).filter((field) => field !== 'type');
    // Of an edit all may be left out but what it is about.
    const field = fields[how === 'less' ? 0 : at % fields.length] ?? 'id';
    if (how === 'more') return { ...whole, [name]: value };
    if (how === 'id') return { ...whole, id: isNoId(value) ? value : '-' };
    if (how === 'type') return { ...whole, type: typeof value === 'string' ? `${value}!` : value };
    if (how === 'list') return [whole];
    if (how === 'wrong') return { ...whole, [field]: { [name]: value } };
    const { [field]: _left, ...rest } = whole as Record<string, unknown>;
    return command['type'] === 'board.edit' ? { ...rest, [name]: 1 } : rest;
  });

const KNOWN = 'board:join board:sync board:leave board:do presence:set record:open record:update record:close';
const EVENTS = [...KNOWN.split(' '), 'board:foo', '__proto__', ''];

export interface HostileMessage {
  readonly event: string;
  readonly given: readonly unknown[];
}

/** One event with something hostile; `board:do` at least half of the time. */
export const hostileMessage: fc.Arbitrary<HostileMessage> = fc.oneof(
  spoilt.map((command) => ({ event: 'board:do', given: [command] })),
  fc.record({ event: fc.constantFrom(...EVENTS), given: fc.array(hostileValue, { maxLength: 3 }) }),
  fc
    .record({ board: hostileValue, key: hostileValue, member: hostileValue, since: hostileValue })
    .map((join) => ({ event: 'board:join', given: [join] })),
  fc
    .record({
      event: fc.constantFrom('record:open', 'record:update'),
      field: fc.constantFrom('update', 'vector'),
      bytes: fc.uint8Array({ maxLength: 200 }),
    })
    .map(({ event, field, bytes }) => ({ event, given: [{ [field]: Buffer.from(bytes).toString('base64') }] })),
  fc.record({ since: hostileValue, epoch: hostileValue }).map((sync) => ({ event: 'board:sync', given: [sync] })),
  fc
    .record({ view: hostileValue, focus: hostileValue, writing: hostileValue, hand: hostileValue })
    .map((presence) => ({ event: 'presence:set', given: [presence] })),
);

export interface HostileCall {
  readonly method: string;
  readonly path: string;
  readonly type: string;
  readonly as: string;
  readonly body: string;
}

const PATHS = [
  '/api/boards',
  '/api/boards/BOARD',
  '/api/boards/BOARD/members',
  '/api/boards/BOARD/commands',
  '/api/boards/BOARD/rounds/r1/result',
  '/api/boards/BOARD/rounds/VALUE/ballots',
  '/api/boards/BOARD/export.json',
  '/api/boards/BOARD/record.md',
  '/api/boards/BOARD/review.ics',
  '/api/boards/BOARD/history',
  '/api/boards/VALUE',
  '/api/boards/VALUE/commands',
  '/api/VALUE',
  '/api/templates',
  '/api/limits',
  '/openapi.json',
  '/healthz',
  '/b/VALUE',
  '/VALUE',
  '/socket.io/?EIO=4&transport=VALUE',
  '/socket.io/?EIO=VALUE&transport=polling&sid=VALUE',
];
const token = fc.stringMatching(/^[!-~]{0,40}$/);

/** One call of any route, in any method, with any body. */
export const hostileCall: fc.Arbitrary<HostileCall> = fc
  .record({
    method: fc.constantFrom('GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD'),
    path: fc.constantFrom(...PATHS),
    value: fc.oneof(
      text,
      fc.constantFrom('%', '%E0%A4%A', '%2e%2e%2f', '..', '.git/config', 'x?y=z', '#', '0'.repeat(8)),
    ),
    type: fc.constantFrom(
      'application/json',
      'application/json',
      'text/plain',
      'application/x-www-form-urlencoded',
      '*',
    ),
    as: fc.oneof(
      fc.constantFrom('WATCHER', 'MEMBER', ''),
      token.map((key) => `Bearer ${key}`),
      token,
    ),
    body: fc.oneof(
      spoilt.map((command) => JSON.stringify(command) ?? ''),
      hostileValue.map((value) => JSON.stringify(value) ?? ''),
      text,
      fc.constantFrom('{', '[', '"', '{"a":'.repeat(2000), '['.repeat(20_000), '{"id":"a","id":"b"}'),
    ),
  })
  .map(({ path, value, ...rest }) => {
    const escaped = /^[%.?#a-z0-9/=]+$/.test(value) ? value : encodeURIComponent(value.replace(/\p{Surrogate}/gu, ''));
    return { ...rest, path: path.replaceAll('VALUE', escaped) };
  });
