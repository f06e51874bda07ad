// Serves the page's files as they were compressed when they were built, so that no visit costs the work again.
import { existsSync, readdirSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { RequestHandler } from 'express';

const ENDING = '.br';
const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

/**
 * Answers for `/assets/NAME` where `NAME.br` lies beside it and the browser takes Brotli; leaves everything else to
 * what comes next. Names are those that were there at the start, so no address leads anywhere else.
 */
export function compressedFiles(directory: string, cacheControl: string): RequestHandler {
  const folder = join(directory, 'assets');
  const names = new Set(existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(ENDING)) : []);
  return (request, response, next) => {
    const name = /^\/assets\/([\w.-]+)$/.exec(request.path)?.[1];
    const type = name === undefined ? undefined : TYPES[extname(name)];
    const asked = request.method === 'GET' || request.method === 'HEAD';
    if (!asked || name === undefined || type === undefined || !names.has(name + ENDING)) return next();
    response.vary('Accept-Encoding');
    if (request.acceptsEncodings('br') !== 'br') return next();
    response.set({ 'Content-Type': type, 'Content-Encoding': 'br', 'Cache-Control': cacheControl });
    response.sendFile(join(folder, name + ENDING), { cacheControl: false, acceptRanges: false });
  };
}
