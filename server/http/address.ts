// Who is calling: the address that rate limits count by.
import type { IncomingMessage } from 'node:http';

/** A home or an office has a whole IPv6 /64 to itself, so that is what one address means there. */
function group(address: string): string {
  const plain = address.startsWith('::ffff:') && address.includes('.') ? address.slice(7) : address;
  if (!plain.includes(':')) return plain;
  const [head = '', tail] = plain.toLowerCase().split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? 0 : 8 - before.length - after.length;
  const parts = [...before, ...Array.from({ length: Math.max(0, zeros) }, () => '0'), ...after];
  return `${parts.slice(0, 4).join(':')}::/64`;
}

/** The range that an address is in, as providers hand them out: an IPv4 /24, an IPv6 /48. Takes what `clientAddress` answers. */
export function rangeOf(address: string): string {
  if (address.includes(':')) return `${address.split(':').slice(0, 3).join(':')}::/48`;
  return `${address.split('.').slice(0, 3).join('.')}.0/24`;
}

/**
 * The client's address. `trustProxy` is how many proxies stand in front: so many entries from the right of
 * X-Forwarded-For were written by them and can be believed, everything further left is the client's own word.
 */
export function clientAddress(request: IncomingMessage, trustProxy: number): string {
  const direct = request.socket.remoteAddress ?? '';
  if (trustProxy === 0) return group(direct);
  const header = request.headers['x-forwarded-for'];
  const text = Array.isArray(header) ? header.join(',') : (header ?? '');
  const hops = text
    .split(',')
    .map((hop) => hop.trim())
    .filter((hop) => hop !== '');
  return group(hops.at(-trustProxy) ?? hops[0] ?? direct);
}

const HOST = /^([A-Za-z0-9._-]+|\[[0-9A-Fa-f:.]+\])(:\d{1,5})?$/;

/** Where the client reached us, for links while no PUBLIC_URL is set: `http://192.168.1.5:3000`. */
export function askedAddress(request: IncomingMessage, trustProxy: number): string | undefined {
  const { host } = request.headers;
  if (host === undefined || !HOST.test(host)) return undefined;
  const said =
    trustProxy > 0
      ? String(request.headers['x-forwarded-proto'] ?? '')
          .split(',')
          .at(-1)
          ?.trim()
      : '';
  return `${said === 'https' ? 'https' : 'http'}://${host}`;
}
