// Puts the server together from parts that are passed in: boards behind two doors on one listening port.
import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { networkInterfaces } from 'node:os';
import { createBoards } from './boards/create-boards.ts';
import type { Boards, Surroundings } from './boards/boards.ts';
import type { Config } from './config.ts';
import { countingBoards } from './counting-boards.ts';
import { guardFrontDoor } from './front-door.ts';
import { createHttp } from './http/http.ts';
import type { ServerState } from './http/parts.ts';
import { boardLimits, createRateLimits } from './limits.ts';
import type { Logger } from './log.ts';
import { createMetrics } from './metrics.ts';
import { createRealtime } from './realtime/realtime.ts';
import { Records } from './record/records.ts';
import { startRetention } from './retention.ts';
import type { Store } from './store/store.ts';
import { timedAnnouncer } from './timed-announcer.ts';
import { watchedStore } from './watched-store.ts';

export interface AppParts {
  /** Whoever opened it closes it, after the app. */
  readonly store: Store;
  readonly config: Config;
  readonly surroundings: Surroundings;
  readonly log: Logger;
  readonly clientDirectory?: string;
  readonly patience?: Readonly<Record<keyof typeof PATIENCE, number>>;
}

export interface App {
  /** Listens, and answers where: `http://127.0.0.1:3000`. Rejects with the system's error. */
  listen(): Promise<string>;
  /** Finishes and acknowledges what is under way, closes every connection, and resolves when nothing is open. */
  close(): Promise<void>;
}

/** Connections that the system keeps for us while we are busy; others would try again a second later. */
const MOST_AT_THE_DOOR = 4096;

/** Who sends a request drop by drop is not waited for. */
export const PATIENCE = { headersTimeout: 20_000, requestTimeout: 120_000, connectionsCheckingInterval: 5000 } as const;

/** How long answers that are under way may take once the server is closing. */
const LAST_ANSWERS_MS = 5000;

const isAnywhere = (host: string): boolean => host === '0.0.0.0' || host === '::';

function addressOf(server: Server, host: string): string {
  const { port } = server.address() as AddressInfo;
  const name = isAnywhere(host) ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${port}`;
}

/** The address by which a phone in the room reaches a server that listens everywhere. */
function addressInTheRoom(address: string, host: string): string {
  const all = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []);
  const outer = isAnywhere(host) ? all.find(({ family, internal }) => family === 'IPv4' && !internal) : undefined;
  return outer === undefined ? address : address.replace('localhost', outer.address);
}

const listening = (server: Server, port: number, host: string): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, MOST_AT_THE_DOOR, () => {
      server.off('error', reject);
      resolve();
    });
  });

async function closed(server: Server): Promise<void> {
  // Where it has stopped already it says so with an error, which is what was wanted.
  const done = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const timer = setTimeout(() => server.closeAllConnections(), LAST_ANSWERS_MS);
  await done;
  clearTimeout(timer);
}

/** A turn of the event loop, in which acknowledgements that were given leave for their sockets. */
const oneTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

export function createApp({
  store: bare,
  config,
  surroundings,
  log,
  clientDirectory,
  patience = PATIENCE,
}: AppParts): App {
  const metrics = createMetrics(surroundings.now);
  const store = watchedStore(bare, { metrics, surroundings, log });
  const rates = createRateLimits(config.limits.rates, surroundings.now);
  let state: ServerState = 'starting';
  let linkBase = '';
  const publicUrl = (): string => config.publicUrl ?? linkBase;
  let http: ReturnType<typeof createHttp> | undefined;
  const server = createServer(patience, (request, response) => http?.(request, response));
  let boards: Boards | undefined;
  const theBoards = (): Boards => {
    if (boards === undefined) throw new Error('the boards are not made yet');
    return boards;
  };
  const records = new Records({ store, surroundings, log });
  const realtime = createRealtime({
    httpServer: server,
    boards: theBoards,
    records,
    limits: rates,
    config,
    surroundings,
    log,
  });
  const limits = boardLimits(config.limits);
  boards = countingBoards(
    createBoards({
      store,
      announcer: timedAnnouncer(realtime.announcer, metrics),
      interval: realtime.interval,
      mostAwake: config.limits.sizes.awake,
      surroundings,
      limits,
      publicUrl,
      log,
    }),
    metrics,
  );
  http = createHttp({
    boards,
    records,
    config,
    boardLimits: limits,
    rates,
    log,
    metrics,
    now: surroundings.now,
    publicUrl,
    state: () => state,
    clientDirectory,
  });
  const stopRetention = startRetention({
    days: config.retentionDays,
    store,
    boards,
    surroundings,
    log,
    isOccupied: (board) => realtime.announcer.isOccupied(board),
  });
  guardFrontDoor(server, config);
  metrics.gauge('palabre_connections', 'Open realtime lines.', () => realtime.stats().connections);
  metrics.gauge('palabre_joined', 'Open realtime lines that are on a board.', () => realtime.stats().joined);
  metrics.gauge('palabre_lagging', 'Lines that have not taken what was sent.', () => realtime.stats().lagging);
  metrics.gauge('palabre_boards_awake', 'Boards in memory.', () => theBoards().awake);
  let closing: Promise<void> | undefined;

  const close = async (): Promise<void> => {
    state = 'draining';
    stopRetention();
    server.closeIdleConnections();
    const stopped = closed(server);
    await Promise.all([theBoards().close(), records.close()]);
    await oneTurn();
    realtime.drain();
    await realtime.close();
    await stopped;
    metrics.close();
  };
  return {
    async listen() {
      await listening(server, config.port, config.host);
      const address = addressOf(server, config.host);
      linkBase = addressInTheRoom(address, config.host);
      state = 'ready';
      return address;
    },
    close: () => (closing ??= close()),
  };
}
