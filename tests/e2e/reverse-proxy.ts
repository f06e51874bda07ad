// A small real reverse proxy: passes requests and websockets on from under a path, with or without taking it away, as
// the proxies that people run do.
import { type IncomingMessage, type RequestOptions, createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';

export interface ReverseProxy {
  /** Where people come in, with the path and without a slash at its end. */
  readonly address: string;
  /** Names the server behind, which may be started after it. */
  passTo(server: string): void;
  close(): Promise<void>;
}

export async function startProxy(path: string, strips: boolean): Promise<ReverseProxy> {
  let behind = '';
  const wires = new Set<Duplex>();
  const passed = ({ method, url = '/', headers, socket }: IncomingMessage): RequestOptions | undefined => {
    if (!url.startsWith(path)) return undefined;
    const { hostname, port } = new URL(behind);
    const forwarded = { 'x-forwarded-for': socket.remoteAddress ?? '', 'x-forwarded-proto': 'http' };
    const inside = strips ? url.slice(path.length) || '/' : url;
    return { hostname, port, method, path: inside, headers: { ...headers, ...forwarded } };
  };
  const server = createServer((incoming, outgoing) => {
    // A proxy that takes the path away sees to its slash.
    if (strips && incoming.url === path) return void outgoing.writeHead(301, { location: `${path}/` }).end();
    const options = passed(incoming);
    if (options === undefined) return void outgoing.writeHead(404).end('somebody else’s\n');
    const onward = request(options, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    onward.on('error', () => outgoing.headersSent || outgoing.writeHead(502).end());
    outgoing.on('close', () => onward.destroy());
    incoming.pipe(onward);
  });
  server.on('upgrade', (incoming, wire, head) => {
    wires.add(wire);
    wire.on('close', () => wires.delete(wire));
    wire.on('error', () => wire.destroy());
    const options = passed(incoming);
    if (options === undefined) return void wire.destroy();
    const onward = request(options);
    onward.on('error', () => wire.destroy());
    onward.on('upgrade', (answer, inner, innerHead) => {
      const lines = Object.entries(answer.headers).map(([name, value]) => `${name}: ${String(value)}\r\n`);
      wire.write(`HTTP/1.1 101 Switching Protocols\r\n${lines.join('')}\r\n`);
      wire.write(innerHead);
      inner.write(head);
      inner.on('error', () => wire.destroy());
      inner.pipe(wire).pipe(inner);
    });
    onward.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}${path}`,
    passTo: (there) => {
      behind = there;
    },
    close: async () => {
      for (const wire of wires) wire.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
