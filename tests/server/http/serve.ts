// A server for the tests of the HTTP door: boards in memory, a clock that tests move, real requests over loopback.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Announcer, Surroundings } from '../../../server/boards/boards.ts';
import { createBoards } from '../../../server/boards/create-boards.ts';
import { type Environment, readConfig } from '../../../server/config.ts';
import { createHttp } from '../../../server/http/http.ts';
import { boardLimits, createRateLimits } from '../../../server/limits.ts';
import { quietLog } from '../../../server/log.ts';
import { createMetrics } from '../../../server/metrics.ts';
import { createMemoryStore } from '../../../server/store/memory.ts';
import { realSurroundings } from '../../../server/surroundings.ts';

const nobody: Announcer = {
  update: () => {},
  state: () => {},
  mine: () => {},
  ended: () => {},
  isOccupied: () => false,
};

export const NOW = Date.UTC(2026, 10, 23, 9, 0, 0);

export interface Call {
  readonly method?: string;
  /** Sent as JSON; a text as it is. */
  readonly body?: unknown;
  /** `Authorization`. */
  readonly as?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body where it is JSON. */
  readonly json: unknown;
}

export interface TestServer {
  readonly url: string;
  call(path: string, call?: Call): Promise<Answer>;
  /** Moves the clock that everything on the server reads. */
  pass(ms: number): void;
  close(): Promise<void>;
}

async function send(url: string, { method, body, as, headers = {} }: Call): Promise<Answer> {
  const isText = typeof body === 'string';
  const response = await fetch(url, {
    method: method ?? (body === undefined ? 'GET' : 'POST'),
    headers: {
      ...(body !== undefined && { 'Content-Type': 'application/json' }),
      ...(as !== undefined && { Authorization: as }),
      ...headers,
    },
    ...(body !== undefined && { body: isText ? body : JSON.stringify(body) }),
    redirect: 'manual',
  });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.startsWith('application/json') === true;
  return { status: response.status, headers: response.headers, text, json: isJson ? JSON.parse(text) : undefined };
}

export interface Setup {
  readonly environment?: Environment;
  readonly clientDirectory?: string;
  readonly log?: typeof quietLog;
}

export async function startServer({
  environment = {},
  clientDirectory,
  log = quietLog,
}: Setup = {}): Promise<TestServer> {
  let passed = 0;
  const surroundings: Surroundings = { ...realSurroundings, now: () => NOW + passed };
  const config = readConfig(environment);
  let address = '';
  const publicUrl = (): string => config.publicUrl ?? address;
  const limits = boardLimits(config.limits);
  const boards = createBoards({ store: createMemoryStore(), announcer: nobody, surroundings, limits, publicUrl, log });
  const metrics = createMetrics();
  const rates = createRateLimits(config.limits.rates, surroundings.now);
  const { now } = surroundings;
  const state = () => 'ready' as const;
  const http = createHttp({
    boards,
    config,
    boardLimits: limits,
    rates,
    log,
    metrics,
    now,
    publicUrl,
    state,
    clientDirectory,
  });
  const server = createServer(http);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: address,
    call: (path, call = {}) => send(address + path, call),
    pass: (ms) => {
      passed += ms;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
      await boards.close();
      metrics.close();
    },
  };
}

/** A text somewhere in an answer. */
export function textAt(value: unknown, ...path: readonly string[]): string {
  const found = path.reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], value);
  if (typeof found !== 'string') throw new Error(`no text at ${path.join('.')}`);
  return found;
}

/** The code of the refusal in an answer, or undefined. */
export const refusal = (answer: Answer): string | undefined =>
  (answer.json as { error?: { code?: string } } | undefined)?.error?.code;
