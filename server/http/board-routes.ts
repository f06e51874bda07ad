// Calls that make, read, join, change and erase a board.
import { hash as digest } from 'node:crypto';
import { type Request, type RequestHandler, type Response, Router } from 'express';
import { parseCommand, parseWith } from '../../shared/board/parse.ts';
import { type Snapshot, toSnapshot } from '../../shared/board/snapshot.ts';
import { type Result, ok, reject } from '../../shared/result.ts';
import { tableErrorSentence } from '../../shared/exchange/table-errors.ts';
import type { PublishedBoard } from '../boards/boards.ts';
import { paceOf } from '../redaction-pace.ts';
import { addressOf, boardOf, guardCodes, sessionOf, sessionOn } from './access.ts';
import { isKnown, languageOf, refuse, route } from './answers.ts';
import { jsonBody, named } from './body.ts';
import { PRIVATE } from './headers.ts';
import { linksOf } from './links.ts';
import { type NewBoardRefusal, parseNewBoard } from './new-board.ts';
import { prefixOf } from '../path-prefix.ts';
import type { HttpParts } from './parts.ts';
import { newMemberSchema } from './requests.ts';

function refuseTable(request: Request, response: Response, { tableErrors }: NewBoardRefusal): void {
  const language = languageOf(request);
  const sentences = (tableErrors ?? []).map((error) => ({ ...error, message: tableErrorSentence(error, language) }));
  const [first] = sentences;
  const error = { code: 'invalid', field: 'import.text', message: first?.message ?? '', line: first?.line };
  response
    .status(400)
    .set('Cache-Control', PRIVATE)
    .json({ ok: false, error: { ...error, errors: sentences } });
}

/** Whoever may read a board may make another one from it. */
async function sourceOf(request: Request, parts: HttpParts, board: string): Promise<Result<Snapshot>> {
  const session = await sessionOn(request, parts, board);
  if (!session.ok) return session;
  const published = await parts.boards.read(session.value.board);
  return published.ok ? ok(toSnapshot(published.value.board)) : published;
}

async function createBoard(request: Request, response: Response, parts: HttpParts): Promise<void> {
  const allowed = parts.rates.allow('create', addressOf(request, parts));
  if (!allowed.ok) return refuse(request, response, reject('too-fast', undefined, allowed.retryAfter).error);
  const parsed = await parseNewBoard(request.body, {
    limits: parts.boardLimits,
    reader: languageOf(request),
    now: parts.now(),
    sourceOf: (board) => sourceOf(request, parts, board),
  });
  if (!parsed.ok) {
    return parsed.tableErrors === undefined
      ? refuse(request, response, named(parsed).error)
      : refuseTable(request, response, parsed);
  }
  const made = await parts.boards.create(parsed.value.id, parsed.value.content);
  if (!made.ok) return refuse(request, response, made.error);
  const { id, code, keys } = made.value;
  const links = linksOf(request, parts, id, keys);
  response
    .status(201)
    .set('Location', `${prefixOf(parts.config.publicUrl)}/api/boards/${id}`)
    .json({ id, code, keys, links });
}

/** Equal for equal epoch, revision and versions; weak, because compression changes the bytes. */
function tagOf({ epoch, board, rounds }: PublishedBoard): string {
  const versions = Object.entries(rounds).map(([id, { version }]) => `${id}:${version}`);
  const text = [epoch, board.id, board.revision, ...versions.sort()].join(' ');
  return `W/"${digest('sha256', text, 'base64url').slice(0, 22)}"`;
}

async function readBoard(request: Request, response: Response, parts: HttpParts): Promise<Result<unknown>> {
  const session = await sessionOf(request, parts);
  if (!session.ok) return session;
  const published = await parts.boards.read(session.value.board);
  if (!published.ok) return published;
  const { epoch, board, rounds } = published.value;
  const tag = tagOf(published.value);
  response.set('ETag', tag);
  if (isKnown(request.headers['if-none-match'], tag)) {
    response.status(304).end();
    return ok(null);
  }
  return ok({ epoch, revision: board.revision, snapshot: toSnapshot(board), rounds });
}

/** Over HTTP there is no room to enter. */
const enterNothing = (): void => undefined;

async function addMember(request: Request, parts: HttpParts): Promise<Result<unknown>> {
  const allowed = parts.rates.allow('address-command', addressOf(request, parts));
  if (!allowed.ok) return reject('too-fast', undefined, allowed.retryAfter);
  const parsed = parseWith(newMemberSchema, request.body);
  if (!parsed.ok) return named(parsed);
  const board = boardOf(request);
  const mayAdd = (id: string) => parts.rates.allow('new-member', `${id} ${addressOf(request, parts)}`);
  const key = /^Bearer +([\x21-\x7E]{1,128})$/i.exec(request.headers.authorization ?? '')?.[1] ?? parsed.value.key;
  return guardCodes(request, parts, board, async (codeOpensNothing) => {
    const join = { ...parsed.value, board, ...(key !== undefined && { key }) };
    const joined = await parts.boards.join(join, enterNothing, { codeOpensNothing, mayAdd });
    if (!joined.ok) return joined;
    const { keys, board: id } = joined.value;
    return ok({ ok: true, ...joined.value, ...(keys && { links: linksOf(request, parts, id, keys) }) });
  });
}

async function doCommand(request: Request, parts: HttpParts): Promise<Result<unknown>> {
  const address = parts.rates.allow('address-command', addressOf(request, parts));
  if (!address.ok) return reject('too-fast', undefined, address.retryAfter);
  const session = await sessionOf(request, parts);
  if (!session.ok) return session;
  const { board, member } = session.value;
  const allowed = parts.rates.allow('command', `${board} ${member ?? ''}`);
  if (!allowed.ok) return reject('too-fast', undefined, allowed.retryAfter);
  const command = parseCommand(request.body);
  if (!command.ok) return command;
  // A key opens a board but is nobody: only members act.
  if (member === undefined) return reject('not-allowed');
  const paced = paceOf(command.value, addressOf(request, parts), parts.rates);
  if (!paced.ok) return paced;
  const done = await parts.boards.do(session.value, command.value);
  return done.ok ? ok({ ok: true, ...done.value }) : done;
}

/** Only the key of the facilitator erases: a role that was handed on within the board does not. */
async function eraseBoard(request: Request, response: Response, parts: HttpParts): Promise<Result<unknown>> {
  const session = await sessionOf(request, parts);
  if (!session.ok) return session;
  const byKey = session.value.member === undefined;
  if (session.value.role !== 'facilitator' || !byKey) return reject('not-allowed');
  const erased = await parts.boards.erase(session.value.board);
  if (erased.ok) response.status(204).end();
  return erased;
}

export function boardRoutes(parts: HttpParts): Router {
  const { sizes } = parts.config.limits;
  const router = Router();
  const body: RequestHandler[] = jsonBody(sizes.body);
  router.post('/api/boards', ...jsonBody(sizes.import), (request, response) => createBoard(request, response, parts));
  router.get(
    '/api/boards/:board',
    route((request, response) => readBoard(request, response, parts)),
  );
  router.post(
    '/api/boards/:board/members',
    body,
    route((request) => addMember(request, parts)),
  );
  router.post(
    '/api/boards/:board/commands',
    body,
    route((request) => doCommand(request, parts)),
  );
  router.delete(
    '/api/boards/:board',
    route((request, response) => eraseBoard(request, response, parts)),
  );
  return router;
}
