// The HTTP door: puts the guards and the routes in order. Rules, storage and formats live elsewhere.
import compression from 'compression';
import express, { type Express, type RequestHandler } from 'express';
import { errorHandler, notFound, refuse } from './answers.ts';
import { boardRoutes } from './board-routes.ts';
import { crossOrigin } from './cross-origin.ts';
import { exportRoutes } from './export-routes.ts';
import { PRIVATE, setCommonHeaders } from './headers.ts';
import { keyRoutes } from './key-routes.ts';
import { isAllowedHost } from './origins.ts';
import { pageRoutes } from './pages.ts';
import type { HttpParts } from './parts.ts';
import { roundRoutes } from './round-routes.ts';
import { serviceRoutes } from './service-routes.ts';

/** Addresses that answer with data, under this policy and never with the page. */
const DATA = ['/api', '/openapi.json', '/asyncapi.json', '/healthz', '/readyz', '/metrics', '/socket.io'];

const withHeaders =
  ({ metrics }: Pick<HttpParts, 'metrics'>): RequestHandler =>
  (request, response, next) => {
    setCommonHeaders(response);
    // Commands are counted as such, where ballots of hidden rounds are left out.
    const isCommand = /\/commands\/?$/i.test(request.path);
    response.on('finish', () => !isCommand && metrics.answer(response.statusCode));
    next();
  };

/** Names that the log says were refused: whoever runs this may not know that it is asked for by them. */
const MOST_NAMES_TOLD = 20;

function onlyAllowedHosts({ config, log }: Pick<HttpParts, 'config' | 'log'>): RequestHandler {
  const told = new Set<string>();
  return (request, response, next) => {
    // Health checks ask by address.
    if (isAllowedHost(request, config) || request.path === '/healthz' || request.path === '/readyz') return next();
    const host = (request.headers.host ?? '').slice(0, 100);
    if (!told.has(host) && told.size < MOST_NAMES_TOLD) {
      told.add(host);
      log.warn({ host }, 'refused a name that is not served; PUBLIC_URL or ALLOWED_HOSTS say which ones are');
    }
    refuse(request, response, { code: 'not-allowed', field: 'host' });
  };
}

const privately: RequestHandler = (_request, response, next) => {
  response.set('Cache-Control', PRIVATE);
  next();
};

export function createHttp(parts: HttpParts): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('etag', false);
  app.set('query parser', 'simple');
  app.use(withHeaders(parts), onlyAllowedHosts(parts));
  app.use(DATA, privately, crossOrigin(parts.config));
  app.use(compression());
  app.use(boardRoutes(parts), keyRoutes(parts), roundRoutes(parts), exportRoutes(parts), serviceRoutes(parts));
  app.use(DATA, notFound);
  if (parts.clientDirectory !== undefined) {
    app.use(pageRoutes({ directory: parts.clientDirectory, config: parts.config }));
  }
  app.use(notFound);
  app.use(errorHandler(parts.log));
  return app;
}
