// The built page and its files. Addresses of the page itself all answer with the same document.
import { existsSync } from 'node:fs';
import { join, sep } from 'node:path';
import { type Request, type RequestHandler, type Response, Router, static as serveStatic } from 'express';
import type { Config } from '../config.ts';
import { compressedFiles } from './compressed-files.ts';
import { isKnown } from './answers.ts';
import { pagePolicy } from './headers.ts';
import { PageDocument } from './page-document.ts';

interface PageParts {
  readonly directory: string;
  readonly config: Pick<Config, 'embedOrigins'>;
}

/** Names of files under it hold a hash of their content. */
const HASHED = `${sep}assets${sep}`;
const FOR_EVER = 'public, max-age=31536000, immutable';

function sendPage(request: Request, response: Response, document: PageDocument, status: number, policy: string): void {
  const { text, tag } = document.for(request.path);
  response.status(status).set({
    ETag: tag,
    'Content-Security-Policy': policy,
    'Cache-Control': 'no-cache',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    // For browsers that do not know frame-ancestors.
    ...(policy.includes("frame-ancestors 'none'") && { 'X-Frame-Options': 'DENY' }),
  });
  if (status === 200 && isKnown(request.headers['if-none-match'], tag)) response.status(304).end();
  else response.type('html').send(text);
}

const wantsPage = (request: Request): boolean =>
  (request.method === 'GET' || request.method === 'HEAD') &&
  request.accepts(['text/plain', 'text/html']) === 'text/html';

export function pageRoutes({ directory, config }: PageParts): Router {
  const router = Router();
  const own = pagePolicy([]);
  const document = new PageDocument(directory);
  const page: RequestHandler = (request, response) => sendPage(request, response, document, 200, own);
  router.get(['/', '/b/:board', '/join/:code', '/recount'], page);
  // The big screen of a board is what other sites may show in a frame.
  router.get('/b/:board/screen', (request, response) => {
    sendPage(request, response, document, 200, pagePolicy(config.embedOrigins));
  });
  router.use(compressedFiles(directory, FOR_EVER));
  router.use(
    serveStatic(directory, {
      index: false,
      redirect: false,
      cacheControl: false,
      setHeaders: (response, path) => {
        response.setHeader('Cache-Control', path.includes(HASHED) ? FOR_EVER : 'no-cache');
      },
    }),
  );
  router.use((request, response) => {
    if (wantsPage(request)) sendPage(request, response, document, 404, own);
    else response.status(404).type('text/plain').send('Not found\n');
  });
  return router;
}

export const isBuilt = (directory: string): boolean => existsSync(join(directory, 'index.html'));
