// What stands before both doors on the one listening server: headers on every answer, and only hosts we answer to.
import { type IncomingMessage, STATUS_CODES, type Server, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Config } from './config.ts';
import { REJECTIONS, toWireError } from '../shared/rejections.ts';
import { crowdAt } from './crowd.ts';
import { commonHeaders, setCommonHeaders } from './http/headers.ts';
import { isAllowedHost } from './http/origins.ts';
import { prefixOf, withoutPrefix } from './path-prefix.ts';
import { paced } from './paced.ts';

type Listener<A extends unknown[]> = (...given: A) => void;

/** An answer on a bare socket, before there is a response to write to. */
function endSocket(socket: Duplex, status: number): void {
  if (!socket.writable) return void socket.destroy();
  const headers = Object.entries({ ...commonHeaders(), Connection: 'close', 'Content-Length': '0' });
  const lines = headers.map(([name, value]) => `${name}: ${value}\r\n`).join('');
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\n${lines}\r\n`);
}

/** The page finds its files from its own address, which needs its slash. */
function sendHome(request: IncomingMessage, response: ServerResponse, prefix: string): void {
  const query = request.url?.slice(prefix.length) ?? '';
  response.writeHead(308, { Location: `${prefix}/${query}`, 'Content-Length': '0' }).end();
}

/** There may be nobody but a browser's tab to read it, so it is said in the first language there is. */
function sendAway(response: ServerResponse): void {
  const { status } = REJECTIONS['too-many'];
  response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8', Connection: 'close' });
  response.end(JSON.stringify({ ok: false, error: toWireError({ code: 'too-many' }, 'en') }));
}

/** What Node says of a connection that it gives up, as a status. */
const STATUSES: Readonly<Record<string, number>> = { HPE_HEADER_OVERFLOW: 431, ERR_HTTP_REQUEST_TIMEOUT: 408 };

type FrontDoorConfig = Pick<Config, 'allowedHosts' | 'publicUrl' | 'trustProxy' | 'limits'>;

/** Connections that one address may have: all of them where they are a proxy's, or where limits are lifted. */
const mostSockets = ({ trustProxy, limits }: FrontDoorConfig): number =>
  trustProxy > 0 || limits.rates === undefined ? Infinity : limits.sizes.sockets;

/** Runs before what listens already; call it when both doors are attached. */
export function guardFrontDoor(server: Server, config: FrontDoorConfig): void {
  const crowd = crowdAt(server, mostSockets(config));
  const requests = server.listeners('request') as Listener<[IncomingMessage, ServerResponse]>[];
  const upgrades = server.listeners('upgrade') as Listener<[IncomingMessage, Duplex, Buffer]>[];
  // When thousands return at once, those who are in already are answered between two of them.
  const letIn = paced();
  // Whoever hangs up while waiting at the door is not let in.
  const ignore = (): void => undefined;
  server.removeAllListeners('request');
  server.removeAllListeners('upgrade');
  const prefix = prefixOf(config.publicUrl);
  server.on('request', (request, response) => {
    setCommonHeaders(response);
    if (crowd.isOneTooMany(request.socket)) return sendAway(response);
    const url = withoutPrefix(request.url ?? '', prefix);
    if (url === undefined) return sendHome(request, response, prefix);
    request.url = url;
    // Express says it in words; Socket.IO answers before Express is asked.
    if (request.url?.startsWith('/socket.io') === true && !isAllowedHost(request, config)) {
      response.writeHead(403, { 'Content-Length': '0' }).end();
      return;
    }
    for (const listener of requests) listener.call(server, request, response);
  });
  server.on('upgrade', (request, socket, head) => {
    if (crowd.isOneTooMany(socket)) return endSocket(socket, REJECTIONS['too-many'].status);
    if (!isAllowedHost(request, config)) return endSocket(socket, 403);
    request.url = withoutPrefix(request.url ?? '', prefix) ?? '/';
    socket.on('error', ignore);
    letIn(() => {
      socket.off('error', ignore);
      if (!socket.destroyed) for (const listener of upgrades) listener.call(server, request, socket, head);
    });
  });
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    endSocket(socket, STATUSES[error.code ?? ''] ?? 400);
  });
}
