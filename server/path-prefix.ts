// The path under which a proxy puts this server, as PUBLIC_URL says: taken away before anything else looks at a request,
// where the proxy has not done so itself.

/** First parts of our own addresses: under one of them nobody could tell a prefix from what it stands before. */
const OURS: ReadonlySet<string> = new Set(
  'api assets b join recount socket.io favicon.svg healthz readyz metrics openapi.json asyncapi.json'.split(' '),
);

/** `/palabre` of `https://example.org/palabre`; empty for an address without a path. */
export function prefixOf(publicUrl: string | undefined): string {
  return publicUrl === undefined ? '' : new URL(publicUrl).pathname.replace(/\/+$/, '');
}

export const isUsablePrefix = (prefix: string): boolean => !OURS.has(prefix.split('/')[1] ?? '');

/** The target of a request as we know it; undefined for the prefix alone, which lacks its slash. */
export function withoutPrefix(url: string, prefix: string): string | undefined {
  if (prefix === '' || !url.startsWith(prefix)) return url;
  const rest = url.slice(prefix.length);
  if (rest === '' || rest.startsWith('?')) return undefined;
  return rest.startsWith('/') ? rest : url;
}
