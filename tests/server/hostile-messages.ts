// Messages that no server may take: hostile values, commands with one thing wrong, calls to every route. Events and routes
// are those that the published descriptions name, so that a new one is among them.
import fc from 'fast-check';
import { asyncApi } from '../../server/http/asyncapi.ts';
import { openApi } from '../../server/http/openapi.ts';

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
export const COMMANDS: readonly Fields[] = [
  { type: 'board.edit', title: 'Taken over' },
  { type: 'option.add', option: 'new', name: 'New' },
  { type: 'option.edit', option: 'flask', name: 'Other' },
  { type: 'option.remove', option: 'flask' },
  { type: 'option.restore', option: 'flask' },
  { type: 'option.move', option: 'flask', after: 'django' },
  { type: 'criterion.add', criterion: 'new', name: 'New', weight: 1 },
  { type: 'criterion.edit', criterion: 'size', name: 'Other' },
  { type: 'criterion.remove', criterion: 'size' },
  { type: 'criterion.restore', criterion: 'size' },
  { type: 'criterion.move', criterion: 'size', after: null },
  { type: 'fact.set', option: 'flask', label: 'Year', value: '2010' },
  { type: 'fact.clear', option: 'flask', label: 'Year' },
  { type: 'round.open', round: 'r2', method: 'approval', secrecy: 'live' },
  { type: 'round.extend', round: 'r1', seconds: 60 },
  { type: 'round.close', round: 'r1' },
  { type: 'round.reveal', round: 'r1' },
  { type: 'ballot.cast', round: 'r1', ballot: { approved: ['django'] } },
  { type: 'ballot.withdraw', round: 'r1' },
  { type: 'ballot.record', round: 'r1', member: 'guest', ballot: { approved: ['django'] } },
  { type: 'note.add', note: 'n9', target: { kind: 'board' }, kind: 'note', text: 'T' },
  { type: 'note.edit', note: 'n1', text: 'Other' },
  { type: 'note.remove', note: 'n1' },
  { type: 'note.restore', note: 'n1' },
  { type: 'note.resolve', note: 'n1', on: true },
  { type: 'note.support', note: 'n1', on: true },
  { type: 'note.hold', round: 'r1', note: 'h1', target: { kind: 'board' }, kind: 'con', text: 'T' },
  { type: 'note.discard', note: 'h1' },
  { type: 'note.redact', note: 'n1' },
  { type: 'member.rename', name: 'Somebody else' },
  { type: 'member.role', member: 'bo', role: 'facilitator' },
  { type: 'member.remove', member: 'bo' },
  { type: 'member.admit', member: 'waiting' },
  { type: 'member.add', member: 'other', name: 'Somebody' },
  { type: 'decision.set', options: ['flask'], status: 'accepted', summary: 'S' },
  { type: 'agenda.set', items: [{ id: 'i1', title: 'Frame', minutes: 5, target: { kind: 'board' } }] },
  { type: 'timer.start', seconds: 60 },
  { type: 'timer.extend', seconds: 60 },
  { type: 'timer.stop' },
  { type: 'room.bring', view: 'matrix' },
  { type: 'room.release' },
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

interface AsyncApi {
  readonly channels: { readonly board: { readonly messages: Readonly<Record<string, { readonly name: string }>> } };
  readonly operations: Readonly<Record<string, { readonly action: 'send' | 'receive' }>>;
}
const { channels, operations } = asyncApi() as AsyncApi;

/** What clients may emit. */
export const KNOWN_EVENTS: readonly string[] = Object.entries(channels.board.messages).flatMap(([name, message]) =>
  operations[name]?.action === 'receive' ? [message.name] : [],
);
const EVENTS = [...KNOWN_EVENTS, 'board:foo', '__proto__', ''];

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
  fc
    .record({ part: hostileValue, anchor: hostileValue, head: hostileValue })
    .map((caret) => ({ event: 'record:caret', given: [{ caret }] })),
  fc.record({ since: hostileValue, epoch: hostileValue }).map((sync) => ({ event: 'board:sync', given: [sync] })),
  fc
    .record({
      view: hostileValue,
      focus: hostileValue,
      writing: hostileValue,
      ready: hostileValue,
      hand: hostileValue,
      more: hostileValue,
    })
    .map((presence) => ({ event: 'presence:set', given: [presence] })),
);

export interface HostileCall {
  readonly method: string;
  readonly path: string;
  readonly type: string;
  readonly as: string;
  readonly body: string;
}

const { paths } = openApi() as { readonly paths: Readonly<Record<string, object>> };
const asked = (path: string, board: string, round: string): string =>
  path.replace('{board}', board).replace('{round}', round);

export const PATHS: readonly string[] = [
  ...Object.keys(paths).flatMap((path) => [
    ...new Set([asked(path, 'BOARD', 'r1'), asked(path, 'BOARD', 'VALUE'), asked(path, 'VALUE', 'r1')]),
  ]),
  '/api/VALUE',
  '/b/VALUE',
  '/VALUE',
  '/socket.io/?EIO=4&transport=VALUE',
  '/socket.io/?EIO=VALUE&transport=polling&sid=VALUE',
];

const token = fc.stringMatching(/^[!-~]{0,40}$/);

const TABLE = 'name,cost\nflask,low\ndjango,high';
const newMember = { id: 'eve', name: 'Eve', token: 't'.repeat(30) };

/** Calls that would be taken, by those who may make them. */
const BODIES: readonly (Pick<HostileCall, 'path' | 'as'> & { readonly body: Fields })[] = [
  { path: '/api/boards', as: 'WATCHER', body: { title: 'T', copy: { board: 'BOARD', notes: true, redecide: true } } },
  { path: '/api/boards', as: '', body: { title: 'T', import: { format: 'csv', text: TABLE } } },
  { path: '/api/boards', as: '', body: { title: 'T', import: { format: 'json', text: '{"format":"palabre/1"}' } } },
  { path: '/api/boards/BOARD/keys', as: 'FACILITATOR', body: { role: 'voter' } },
  { path: '/api/boards/BOARD/keys', as: 'FACILITATOR', body: { role: 'facilitator', key: 'k'.repeat(32) } },
  { path: '/api/boards/BOARD/members', as: 'FACILITATOR', body: { member: newMember } },
];

/** One of them with exactly one thing wrong, on the outside or one step further in. */
const spoiltCall: fc.Arbitrary<HostileCall> = fc
  .record({
    call: fc.constantFrom(...BODIES),
    how: fc.constantFrom('more', 'wrong'),
    deep: fc.boolean(),
    value: hostileValue,
    name: fc.stringMatching(/^[a-z]{12,16}$/),
    at: fc.nat(),
  })
  .map(({ call, how, deep, value, name, at }) => {
    const { body, ...rest } = call;
    const inner = Object.entries(body).find(([, field]) => typeof field === 'object');
    const spoil = (fields: Fields): Fields => {
      const all = Object.keys(fields);
      return {
        ...fields,
        ...(how === 'more' ? { [name]: value } : { [all[at % all.length] ?? '']: { [name]: value } }),
      };
    };
    const wrong = deep && inner !== undefined ? { ...body, [inner[0]]: spoil(inner[1] as Fields) } : spoil(body);
    return { ...rest, method: 'POST', type: 'application/json', body: JSON.stringify(wrong) };
  });

/** One call of any route, in any method, with any body. */
const anyCall: fc.Arbitrary<HostileCall> = fc
  .record({
    method: fc.constantFrom('GET', 'GET', 'GET', 'POST', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD'),
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

export const hostileCall = fc.oneof({ weight: 3, arbitrary: anyCall }, { weight: 1, arbitrary: spoiltCall });
