// Files of a board: the whole of it as JSON, tables as CSV and Markdown, the decision record, the meeting's log.
import { type Request, type Response, Router } from 'express';
import { reviewCalendar } from '../../shared/exchange/calendar.ts';
import { exportCsv } from '../../shared/exchange/export-csv.ts';
import { exportBoard, type ExportSource } from '../../shared/exchange/export-json.ts';
import { exportMarkdown } from '../../shared/exchange/export-markdown.ts';
import { recordMarkdown } from '../../shared/exchange/record-markdown.ts';
import { type Result, ok, reject } from '../../shared/result.ts';
import { exportSource } from '../board-export.ts';
import type { Session } from '../boards/boards.ts';
import { addressOf, sessionOf } from './access.ts';
import { route } from './answers.ts';
import type { HttpParts } from './parts.ts';

interface FileKind {
  readonly path: string;
  readonly type: string;
  /** The end of the file's name. */
  readonly suffix: string;
  readonly write: (source: ExportSource) => string;
}

const MARKDOWN = 'text/markdown; charset=utf-8';

const FILES: readonly FileKind[] = [
  {
    path: 'export.json',
    type: 'application/json; charset=utf-8',
    suffix: '.json',
    write: (source) => `${JSON.stringify(exportBoard(source), null, 1)}\n`,
  },
  { path: 'export.csv', type: 'text/csv; charset=utf-8', suffix: '.csv', write: exportCsv },
  { path: 'export.md', type: MARKDOWN, suffix: '.md', write: exportMarkdown },
  { path: 'record.md', type: MARKDOWN, suffix: '-record.md', write: recordMarkdown },
];

/** Files are made from the whole log, so they are counted. */
async function readerOf(request: Request, parts: HttpParts): Promise<Result<Session>> {
  const allowed = parts.rates.allow('export', addressOf(request, parts));
  return allowed.ok ? sessionOf(request, parts) : reject('too-fast', undefined, allowed.retryAfter);
}

async function sourceFor(request: Request, parts: HttpParts): Promise<Result<ExportSource>> {
  const session = await readerOf(request, parts);
  if (!session.ok) return session;
  return exportSource(parts, session.value.board, parts.now());
}

async function sendFile(
  request: Request,
  response: Response,
  parts: HttpParts,
  kind: FileKind,
): Promise<Result<unknown>> {
  const source = await sourceFor(request, parts);
  if (!source.ok) return source;
  // Ids are letters, digits, _ and -, so the name needs no escaping.
  const name = `palabre-${source.value.board.id}${kind.suffix}`;
  response.set('Content-Disposition', `attachment; filename="${name}"`).type(kind.type);
  response.send(kind.write(source.value));
  return source;
}

async function sendReview(request: Request, response: Response, parts: HttpParts): Promise<Result<unknown>> {
  const session = await readerOf(request, parts);
  if (!session.ok) return session;
  const published = await parts.boards.read(session.value.board);
  if (!published.ok) return published;
  const { board } = published.value;
  const base = parts.config.publicUrl ?? parts.publicUrl();
  const calendar = reviewCalendar(board, `${base}/b/${board.id}?view=record`);
  if (calendar === undefined) return reject('not-found', 'reviewOn');
  response.set('Content-Disposition', `attachment; filename="palabre-${board.id}-review.ics"`);
  response.type('text/calendar; charset=utf-8').send(calendar);
  return ok(null);
}

async function readHistory(request: Request, parts: HttpParts): Promise<Result<unknown>> {
  const session = await readerOf(request, parts);
  if (!session.ok) return session;
  const { board } = session.value;
  const events = await parts.boards.events(board);
  if (!events.ok) return events;
  const points = await parts.boards.points(board);
  if (!points.ok) return points;
  const revision = events.value.at(-1)?.revision ?? 0;
  return ok({ board, epoch: parts.boards.epoch, revision, events: events.value, points: points.value });
}

export function exportRoutes(parts: HttpParts): Router {
  const router = Router();
  for (const kind of FILES) {
    router.get(
      `/api/boards/:board/${kind.path}`,
      route((request, response) => sendFile(request, response, parts, kind)),
    );
  }
  router.get(
    '/api/boards/:board/review.ics',
    route((request, response) => sendReview(request, response, parts)),
  );
  router.get(
    '/api/boards/:board/history',
    route((request) => readHistory(request, parts)),
  );
  return router;
}
