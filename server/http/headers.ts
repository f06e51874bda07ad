// The headers that every answer carries, errors and the realtime handshake included.
import type { ServerResponse } from 'node:http';

/** Answers that are data, not pages: nothing in them may load or run anything. */
const DATA_POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Only what the page itself brings along; `frameOrigins` may show it in a frame. */
export const pagePolicy = (frameOrigins: readonly string[]): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self' data: blob:",
    "connect-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${frameOrigins.length === 0 ? "'none'" : frameOrigins.join(' ')}`,
  ].join('; ');

export const commonHeaders = (): Readonly<Record<string, string>> => ({
  'Content-Security-Policy': DATA_POLICY,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
});

/** Set before anything else is done with an answer; a page replaces the policy with its own. */
export function setCommonHeaders(response: ServerResponse): void {
  for (const [name, value] of Object.entries(commonHeaders())) response.setHeader(name, value);
}

/** What is about a board is for whoever asked, now: no cache may keep it. */
export const PRIVATE = 'private, no-store';
