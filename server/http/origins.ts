// Which pages of other origins and which host names this server answers to. Used by both doors.
import type { IncomingMessage } from 'node:http';
import type { Config } from '../config.ts';

type OriginConfig = Pick<Config, 'publicUrl' | 'corsOrigins' | 'readOrigins' | 'embedOrigins'>;

const hostOf = (url: string): string | undefined => (URL.canParse(url) ? new URL(url).host : undefined);

/** No Origin (a program, or a page's plain GET), the host that was asked, or the public address. */
export function isOwnOrigin(request: IncomingMessage, { publicUrl }: Pick<Config, 'publicUrl'>): boolean {
  const { origin, host } = request.headers;
  if (origin === undefined) return true;
  const asked = hostOf(origin);
  if (asked === undefined) return false;
  if (publicUrl !== undefined && new URL(publicUrl).origin === origin) return true;
  // The default port is left out of an Origin, and may stand in a Host.
  return asked === host?.toLowerCase() || asked === hostOf(`${new URL(origin).protocol}//${host ?? ''}`);
}

export const isListed = (origin: string, list: readonly string[]): boolean =>
  list.includes('*') || list.includes(origin);

export type OriginRight = 'all' | 'watch' | 'none';

/** What a page of this origin may do: everything, join as a watcher, or nothing that writes. */
export function originRight(request: IncomingMessage, config: OriginConfig): OriginRight {
  const { origin } = request.headers;
  if (origin === undefined || isOwnOrigin(request, config) || isListed(origin, config.corsOrigins)) return 'all';
  return isListed(origin, config.embedOrigins) ? 'watch' : 'none';
}

/**
 * An address, or a name that nobody else can give a page: one that was pointed at this machine is somebody's trick.
 * Browsers look up `localhost` and what is under it nowhere.
 */
export const isPlainHost = (host: string): boolean =>
  /^(([a-z0-9-]{1,63}\.){0,3}localhost|\d{1,3}(\.\d{1,3}){3}|\[[0-9a-f:.]+\])(:\d+)?$/i.test(host);

/** Whether this server answers to the Host of a request, with or without its port; to that of `PUBLIC_URL` always. */
export function isAllowedHost(
  request: IncomingMessage,
  { allowedHosts, publicUrl }: Pick<Config, 'allowedHosts' | 'publicUrl'>,
): boolean {
  if (allowedHosts === 'any') return true;
  const host = request.headers.host?.toLowerCase() ?? '';
  if (publicUrl !== undefined && new URL(publicUrl).host === host) return true;
  if (allowedHosts === 'plain') return isPlainHost(host);
  const name = host.replace(/:\d+$/, '');
  return allowedHosts.some((entry) => [host, name].includes(entry.toLowerCase()));
}
