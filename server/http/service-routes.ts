// Calls about the server itself: what it offers, how much it takes, how it is.
import { type Request, type RequestHandler, type Response, Router } from 'express';
import { TEMPLATES } from '../../shared/templates/templates.ts';
import { timingSafeEqual } from 'node:crypto';
import { RATES, SIZES } from '../limits.ts';
import { refuse } from './answers.ts';
import { asyncApi } from './asyncapi.ts';
import { openApi } from './openapi.ts';
import { isPlainHost } from './origins.ts';
import type { HttpParts } from './parts.ts';

/** Every limit with its setting and the code of its refusal; `value` null: lifted. */
function limitsTable({ config }: HttpParts): object {
  const { rates, sizes } = config.limits;
  const rateRows = Object.entries(RATES).map(([name, { setting, code, about }]) => {
    const value = rates?.[name as keyof typeof RATES] ?? null;
    return [name, { setting, code, about, value }];
  });
  const sizeRows = Object.entries(SIZES).map(([name, { setting, code, about }]) => [
    name,
    { setting, code, about, value: sizes[name as keyof typeof SIZES] },
  ]);
  return { rates: Object.fromEntries(rateRows), sizes: Object.fromEntries(sizeRows) };
}

/** From this machine and not passed on by a proxy that nobody told us about. */
function isLocal(request: Request): boolean {
  const address = request.socket.remoteAddress ?? '';
  const passedOn = request.headers['x-forwarded-for'] ?? request.headers['forwarded'];
  return (
    passedOn === undefined &&
    isPlainHost(request.headers.host ?? '') &&
    /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/.test(address)
  );
}

function hasToken(request: Request, token: string | undefined): boolean {
  const given = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
  if (token === undefined || given === undefined) return false;
  const [a, b] = [Buffer.from(given), Buffer.from(token)];
  return a.length === b.length && timingSafeEqual(a, b);
}

function sendMetrics(request: Request, response: Response, { config, metrics }: HttpParts): void {
  if (isLocal(request) || hasToken(request, config.metricsToken)) {
    response.type('text/plain; version=0.0.4; charset=utf-8').send(metrics.render());
  } else refuse(request, response, { code: 'not-allowed' });
}

const fixed = (make: () => object): RequestHandler => {
  let made: object | undefined;
  return (_request, response) => void response.json((made ??= make()));
};

export function serviceRoutes(parts: HttpParts): Router {
  const router = Router();
  router.get('/api/templates', (_request, response) => void response.json({ templates: TEMPLATES }));
  router.get(
    '/api/limits',
    fixed(() => limitsTable(parts)),
  );
  router.get('/openapi.json', fixed(openApi));
  router.get('/asyncapi.json', fixed(asyncApi));
  router.get('/healthz', (_request, response) => void response.json({ ok: true }));
  router.get('/readyz', (_request, response) => {
    const ready = parts.state() === 'ready';
    response.status(ready ? 200 : 503).json({ ok: ready });
  });
  router.get('/metrics', (request, response) => sendMetrics(request, response, parts));
  return router;
}
