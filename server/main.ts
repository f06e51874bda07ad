// The composition root: names the concrete parts, listens, and drains when it is told to stop.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type App, createApp } from './app.ts';
import { WrongUsage, readArguments, withFlags } from './arguments.ts';
import { type Config, WrongSetting, readConfig, settingsHelp } from './config.ts';
import { isBuilt } from './http/pages.ts';
import { type Logger, createLog } from './log.ts';
import { openSqliteStore } from './store/sqlite.ts';
import { StoreRefused } from './store/store-refused.ts';
import type { Store } from './store/store.ts';
import { realSurroundings } from './surroundings.ts';

const USAGE = `palabre serve [--port 3000] [--host 127.0.0.1] [--data ./data]

Serves boards over HTTP and Socket.IO until it is told to stop (SIGTERM, Ctrl-C).`;

/** A drain that takes longer than this is given up, so that no supervisor has to kill. */
const DRAIN_MS = 20_000;

/** Beside the bundle once built; in the tree's dist when run from source. */
function clientDirectory(): string | undefined {
  const places = ['../client/', '../dist/client/'].map((place) => fileURLToPath(new URL(place, import.meta.url)));
  return places.filter((place) => existsSync(place)).find(isBuilt);
}

const SYSTEM_REASONS: Readonly<Record<string, string>> = {
  EADDRINUSE: 'another program listens there already; choose another PORT',
  EACCES: 'this user may not listen there; choose a PORT above 1023',
  EADDRNOTAVAIL: 'this machine has no such address; set HOST to one it has',
  ENOTFOUND: 'that name leads to no address; set HOST to an address of this machine',
};

/** One sentence for what the person who starts the server can act on; undefined for bugs. */
function sentenceOf(error: unknown, config: Config | undefined): string | undefined {
  if (error instanceof WrongSetting || error instanceof WrongUsage || error instanceof StoreRefused)
    return error.message;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const reason = SYSTEM_REASONS[code];
  return reason === undefined || config === undefined
    ? undefined
    : `Palabre cannot listen on ${config.host}:${config.port}: ${reason}.`;
}

function stopOnSignals(app: App, store: Store, log: Logger): void {
  let stopping = false;
  const stop = async (signal: string): Promise<void> => {
    if (stopping) process.exit(1);
    stopping = true;
    log.info({ signal }, 'stopping');
    setTimeout(() => process.exit(1), DRAIN_MS).unref();
    try {
      await app.close();
      await store.close();
      log.info('stopped');
      process.exit(0);
    } catch (error) {
      log.error({ stack: error instanceof Error ? error.stack : String(error) }, 'the drain broke');
      process.exit(1);
    }
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop(signal));
}

async function serve(config: Config): Promise<void> {
  const log = createLog(config.logLevel);
  const pages = clientDirectory();
  const store = await openSqliteStore({
    directory: config.dataDir,
    log: (sentence) => log.error(sentence),
    clock: realSurroundings,
  });
  const app = createApp({
    store,
    config,
    surroundings: realSurroundings,
    log,
    ...(pages !== undefined && { clientDirectory: pages }),
  });
  try {
    const address = await app.listen();
    stopOnSignals(app, store, log);
    if (pages === undefined) log.warn('the page is not built: only the calls are served; run npm run build');
    const links = config.publicUrl === undefined ? '' : ` (links begin with ${config.publicUrl})`;
    process.stdout.write(`Palabre is ready on ${address}${links}\n`);
  } catch (error) {
    await app.close();
    await store.close();
    throw error;
  }
}

async function main(args: readonly string[]): Promise<void> {
  let config: Config | undefined;
  try {
    const text = { type: 'string' } as const;
    const { values, positionals } = readArguments(args, {
      port: text,
      host: text,
      data: text,
      help: { type: 'boolean', short: 'h' },
    });
    if (values.help === true) {
      process.stdout.write(`${USAGE}\n\n${settingsHelp()}\n`);
      return;
    }
    const [first, ...rest] = positionals;
    const extra = first === 'serve' ? rest[0] : first;
    if (extra !== undefined) throw new WrongUsage(`"${extra}" is not known. See palabre --help.`);
    config = readConfig(withFlags(process.env, values));
    await serve(config);
  } catch (error) {
    const sentence = sentenceOf(error, config);
    if (sentence === undefined) throw error;
    process.stderr.write(`${sentence}\n`);
    process.exit(error instanceof WrongUsage ? 2 : 1);
  }
}

await main(process.argv.slice(2));
