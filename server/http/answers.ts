// How refusals leave over HTTP: the status of their code, and a sentence in the language that was asked for.
import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express';
import { LANGUAGES, type Language, REJECTIONS, type Rejection, toWireError } from '../../shared/rejections.ts';
import { type Rejected, type Result, reject } from '../../shared/result.ts';
import type { Logger } from '../log.ts';
import { PRIVATE } from './headers.ts';

export function languageOf(request: Request): Language {
  const asked = request.acceptsLanguages(...LANGUAGES);
  return LANGUAGES.find((language) => language === asked) ?? 'en';
}

export function refuse(request: Request, response: Response, rejection: Rejection, language?: Language): void {
  const { code, retryAfter } = rejection;
  if (retryAfter !== undefined) response.set('Retry-After', String(Math.max(1, Math.ceil(retryAfter / 1000))));
  if (code === 'bad-key') response.set('WWW-Authenticate', 'Bearer realm="palabre"');
  response
    .status(REJECTIONS[code].status)
    .set('Cache-Control', PRIVATE)
    .vary('Accept-Language')
    .json({ ok: false, error: toWireError(rejection, language ?? languageOf(request)) });
}

/** Compared weakly. Express's own check gives up where a client adds `Cache-Control: no-cache`, as `fetch` does. */
export const isKnown = (header: string | undefined, tag: string): boolean =>
  (header ?? '').split(',').some((known) => known.trim() === '*' || known.trim().replace(/^W\//, '') === tag.slice(2));

/** A route that answers with a value or a refusal. Anything thrown is a bug and reaches the error handler. */
export const route =
  (handle: (request: Request, response: Response) => Promise<Result<unknown>> | Result<unknown>): RequestHandler =>
  async (request, response) => {
    const result = await handle(request, response);
    if (!result.ok) refuse(request, response, result.error);
    else if (!response.headersSent) response.json(result.value);
  };

export const notFound: RequestHandler = (request, response) => {
  refuse(request, response, { code: 'not-found', field: 'path' });
};

/** Errors of the body parser name their kind; everything else is a bug. */
function rejectionOf(error: unknown): Rejected {
  const type = typeof error === 'object' && error !== null && 'type' in error ? String(error.type) : '';
  if (type === 'entity.too.large') return reject('too-large');
  if (type === 'entity.parse.failed' || type === 'request.size.invalid') return reject('invalid', 'body');
  if (type.endsWith('.unsupported')) return reject('invalid', 'content-type');
  // An address with a broken escape: the router could not read it.
  if (error instanceof URIError) return reject('not-found', 'path');
  if (type === 'request.aborted') return reject('invalid', 'body');
  const status = typeof error === 'object' && error !== null && 'status' in error ? error.status : undefined;
  return typeof status === 'number' && status >= 400 && status < 500
    ? reject('invalid', 'request')
    : reject('internal');
}

/** The last handler. A bug is logged once, by its name and place, never with what was sent. */
export const errorHandler =
  (log: Logger): ErrorRequestHandler =>
  // Express knows an error handler by its four parameters.
  (error: unknown, request, response, next) => {
    const { error: rejection } = rejectionOf(error);
    if (rejection.code === 'internal') {
      const stack = error instanceof Error ? error.stack : undefined;
      log.error({ method: request.method, route: request.route?.path ?? 'none', stack }, 'a request broke');
    }
    if (response.headersSent) next(error);
    else refuse(request, response, rejection);
  };
