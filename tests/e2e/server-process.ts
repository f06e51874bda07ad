// Owns a built Palabre in a process of its own: its data outlive a kill, and it comes back on the same port.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** `PALABRE_DIST` tests a build that lies elsewhere. */
const built = join(root, process.env['PALABRE_DIST'] ?? 'dist', 'server');
const program = join(built, 'main.js');
/** The built command line, as a script to run. */
export const commandLine = join(built, 'palabre.js');

interface Running {
  readonly child: ChildProcess;
  readonly base: string;
}

/** Resolves once the server says where it is; rejects with what it wrote when it stops before. */
async function run(dataDir: string, port: string, settings: Readonly<Record<string, string>>): Promise<Running> {
  const env = { ...process.env, HOST: '127.0.0.1', LOG_LEVEL: 'warn', ...settings, DATA_DIR: dataDir, PORT: port };
  const child = spawn(process.execPath, [program], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const said: string[] = [];
  child.stderr.on('data', (piece: Buffer) => said.push(piece.toString()));
  for await (const line of createInterface(child.stdout)) {
    const base = /^Palabre is ready on (\S+)/.exec(line)?.[1];
    if (base !== undefined) {
      // A pipe that nobody reads would in the end hold the server up.
      child.stdout.resume();
      return { child, base };
    }
    said.push(line);
  }
  throw new Error(`The server did not start: ${said.join('\n')}`);
}

export class ServerProcess {
  private readonly dataDir: string;
  private readonly settings: Readonly<Record<string, string>>;
  private running: Running;

  private constructor(dataDir: string, running: Running, settings: Readonly<Record<string, string>>) {
    this.dataDir = dataDir;
    this.running = running;
    this.settings = settings;
  }

  static async start(settings: Readonly<Record<string, string>> = {}): Promise<ServerProcess> {
    const dataDir = await mkdtemp(join(tmpdir(), 'palabre-e2e-'));
    return new ServerProcess(dataDir, await run(dataDir, '0', settings), settings);
  }

  get base(): string {
    return this.running.base;
  }

  /** As a power cut does it: no signal handler runs. */
  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  async restart(): Promise<void> {
    this.running = await run(this.dataDir, new URL(this.base).port, this.settings);
  }

  async stop(): Promise<void> {
    await this.end('SIGKILL');
    await rm(this.dataDir, { recursive: true, force: true });
  }

  private async end(signal: 'SIGKILL'): Promise<void> {
    const { child } = this.running;
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill(signal);
    await gone;
  }
}
