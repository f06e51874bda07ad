// Pages of other origins: who may read, who may write, and what a browser asks ahead (CORS).
import type { Request, RequestHandler, Response } from 'express';
import type { Config } from '../config.ts';
import { refuse } from './answers.ts';
import { isListed, isOwnOrigin } from './origins.ts';

const READS: ReadonlySet<string> = new Set(['GET', 'HEAD']);
const METHODS = 'GET, HEAD, POST, DELETE';
const HEADERS = 'Authorization, Content-Type, Accept-Language, If-None-Match';
const EXPOSED = 'ETag, Retry-After, Content-Disposition';

type Policy = Pick<Config, 'publicUrl' | 'corsOrigins' | 'readOrigins'>;

/** The origin to name in the answer, or undefined when the browser must keep the answer from the page. */
function grant(origin: string, reads: boolean, policy: Policy): { origin: string; credentials: boolean } | undefined {
  if (policy.corsOrigins.includes(origin)) return { origin, credentials: true };
  if (policy.corsOrigins.includes('*')) return { origin: '*', credentials: false };
  if (!reads || !isListed(origin, policy.readOrigins)) return undefined;
  return { origin: policy.readOrigins.includes('*') ? '*' : origin, credentials: false };
}

function allow(response: Response, granted: NonNullable<ReturnType<typeof grant>>): void {
  response.set('Access-Control-Allow-Origin', granted.origin);
  if (granted.credentials) response.set('Access-Control-Allow-Credentials', 'true');
  response.set('Access-Control-Expose-Headers', EXPOSED);
}

function answerPreflight(request: Request, response: Response): void {
  response.vary('Access-Control-Request-Method');
  response.set({
    'Access-Control-Allow-Methods': METHODS,
    'Access-Control-Allow-Headers': HEADERS,
    'Access-Control-Max-Age': '600',
  });
  response.status(204).end();
}

/** Refuses writing by pages of origins that are not listed, and tells browsers what others may read. */
export const crossOrigin =
  (policy: Policy): RequestHandler =>
  (request, response, next) => {
    response.vary('Origin');
    const { origin } = request.headers;
    const wanted = request.headers['access-control-request-method'];
    const isPreflight = request.method === 'OPTIONS' && wanted !== undefined;
    if (origin === undefined || isOwnOrigin(request, policy)) {
      if (request.method === 'OPTIONS') response.set('Allow', `${METHODS}, OPTIONS`).status(204).end();
      else next();
      return;
    }
    const reads = READS.has(isPreflight ? wanted : request.method);
    const granted = grant(origin, reads, policy);
    if (granted !== undefined) allow(response, granted);
    if (granted === undefined && !(reads && !isPreflight)) {
      refuse(request, response, { code: 'not-allowed', field: 'origin' });
    } else if (request.method === 'OPTIONS') answerPreflight(request, response);
    else next();
  };
