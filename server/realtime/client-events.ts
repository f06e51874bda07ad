// What a client may send: parse, check the session, hand over. The answer is always a value or a code.
import { parseCommand, parseWith } from '../../shared/board/parse.ts';
import { readCode } from '../../shared/ids.ts';
import { type JoinRequest, joinSchema, presenceSchema, syncSchema } from '../../shared/protocol.ts';
import { type Rejected, type Result, ok, reject } from '../../shared/result.ts';
import type { Boards, Enter, MayAdd } from '../boards/boards.ts';
import { codeGuard } from '../code-guard.ts';
import type { RateLimits } from '../limits.ts';
import { paceOf } from '../redaction-pace.ts';
import { type Line, sessionOf } from './line.ts';
import { type RecordParts, closeRecord, openRecord, placeCaret, writeRecord } from './record-events.ts';
import type { Rooms } from './rooms.ts';

export interface DoorParts extends RecordParts {
  readonly boards: () => Boards;
  readonly rooms: Rooms;
  readonly limits: RateLimits;
}

type Handler = (line: Line, payload: unknown, parts: DoorParts) => Promise<Result<object>> | Result<object>;

/** Counted by member where there is one, so that a room behind one address is not one person. */
function tooFast(line: Line, what: string, { limits }: DoorParts): Rejected | undefined {
  const session = sessionOf(line);
  const who = session?.member === undefined ? line.id : `${session.board} ${session.member}`;
  const own = limits.allow('command', `${what}${who}`);
  const allowed = own.ok ? limits.allow('address-command', line.data.address) : own;
  return allowed.ok ? undefined : reject('too-fast', undefined, allowed.retryAfter);
}

/** Refusals that tell which codes there are. */
const TELLING: ReadonlySet<string> = new Set(['not-found', 'bad-key', 'not-allowed']);

/** Who asked for too many unknown codes gets in by key or token only, and is told of no code any more. */
async function joinGuarded(line: Line, request: JoinRequest, { boards, rooms, recordRooms, limits }: DoorParts) {
  const { address } = line.data;
  const isCode = readCode(request.board) !== undefined;
  const guard = codeGuard(limits);
  const peeked = isCode ? guard.look(address) : ({ ok: true } as const);
  const enter: Enter = (session, room) => {
    recordRooms.leave(line);
    rooms.enter(line, session, room);
  };
  const mayAdd: MayAdd = (board) => limits.allow('new-member', `${board} ${address}`);
  const joined = await boards().join(request, enter, { codeOpensNothing: !peeked.ok, mayAdd });
  if (joined.ok || !isCode) return joined;
  if (!peeked.ok && TELLING.has(joined.error.code)) return reject('too-fast', undefined, peeked.retryAfter);
  if (joined.error.code === 'not-found') guard.failed(address);
  return joined;
}

const join: Handler = async (line, payload, parts) => {
  const parsed = parseWith(joinSchema, payload);
  if (!parsed.ok) return parsed;
  const request = parsed.value;
  if (request.language !== undefined) line.data.language = request.language;
  if (line.data.watcherOnly && request.member !== undefined) return reject('not-allowed', 'member');
  const before = line.data.joining;
  const joining = (async () => {
    await before;
    return joinGuarded(line, request, parts);
  })();
  line.data.joining = joining;
  const joined = await joining;
  if (line.data.joining === joining) line.data.joining = undefined;
  return joined;
};

const sync: Handler = async (line, payload, { boards }) => {
  const session = sessionOf(line);
  if (session === undefined) return reject('not-allowed');
  const parsed = parseWith(syncSchema, payload ?? {});
  return parsed.ok ? boards().sync(session, parsed.value) : parsed;
};

const leave: Handler = (line, _payload, { rooms, recordRooms }) => {
  recordRooms.leave(line);
  rooms.leave(line);
  return ok({});
};

const doCommand: Handler = (line, payload, { boards, limits }) => {
  const session = sessionOf(line);
  if (session === undefined) return reject('not-allowed');
  const command = parseCommand(payload);
  if (!command.ok) return command;
  const paced = paceOf(command.value, line.data.address, limits);
  return paced.ok ? boards().do(session, command.value) : paced;
};

const setPresence: Handler = (line, payload, { rooms }) => {
  const session = sessionOf(line);
  if (session === undefined) return reject('not-allowed');
  const parsed = parseWith(presenceSchema, payload);
  if (!parsed.ok) return parsed;
  rooms.present(session, parsed.value);
  return ok({});
};

const HANDLERS: ReadonlyMap<unknown, { readonly handle: Handler; readonly counts: string }> = new Map([
  ['board:join', { handle: join, counts: 'join ' }],
  ['board:sync', { handle: sync, counts: 'sync ' }],
  ['board:leave', { handle: leave, counts: '' }],
  ['board:do', { handle: doCommand, counts: '' }],
  ['presence:set', { handle: setPresence, counts: 'presence ' }],
  ['record:open', { handle: openRecord, counts: 'record ' }],
  ['record:update', { handle: writeRecord, counts: 'record ' }],
  ['record:caret', { handle: placeCaret, counts: 'caret ' }],
  ['record:close', { handle: closeRecord, counts: 'record ' }],
]);

/** Answers any event with any payload; at once where it can, for there are many of them. */
export function answerTo(
  line: Line,
  event: unknown,
  payloads: readonly unknown[],
  parts: DoorParts,
): Promise<Result<object>> | Result<object> {
  const handler = HANDLERS.get(event);
  const fast = tooFast(line, handler?.counts ?? '', parts);
  if (fast !== undefined) return fast;
  if (handler === undefined) return reject('invalid', 'event');
  if (payloads.length > 1) return reject('invalid', 'payload');
  const handle = () => handler.handle(line, payloads[0], parts);
  const { joining } = line.data;
  // A join under way is waited for, so that what is sent right behind it finds the session.
  return event !== 'board:join' && joining !== undefined ? joining.then(handle) : handle();
}
