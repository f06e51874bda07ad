// A server for the tests of the HTTP door: boards in memory, a clock that tests move, real requests over loopback.
import { type PATIENCE, createApp } from '../../../server/app.ts';
import type { Surroundings } from '../../../server/boards/boards.ts';
import { type Environment, readConfig } from '../../../server/config.ts';
import { quietLog } from '../../../server/log.ts';
import { createMemoryStore } from '../../../server/store/memory.ts';
import type { Store } from '../../../server/store/store.ts';
import { realSurroundings } from '../../../server/surroundings.ts';

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
  /** Closed by whoever opened it. */
  readonly store?: Store;
  readonly environment?: Environment;
  readonly clientDirectory?: string;
  readonly log?: typeof quietLog;
  readonly patience?: Readonly<Record<keyof typeof PATIENCE, number>>;
}

export async function startServer({
  store = createMemoryStore(),
  environment = {},
  clientDirectory,
  log = quietLog,
  patience,
}: Setup = {}): Promise<TestServer> {
  let passed = 0;
  const surroundings: Surroundings = { ...realSurroundings, now: () => NOW + passed };
  const app = createApp({
    store,
    config: readConfig({ PORT: '0', ...environment }),
    surroundings,
    log,
    ...(clientDirectory !== undefined && { clientDirectory }),
    ...(patience !== undefined && { patience }),
  });
  const url = await app.listen();
  return {
    url,
    call: (path, call = {}) => send(url + path, call),
    pass: (ms) => {
      passed += ms;
    },
    close: () => app.close(),
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
