// The built server as a process that tests kill, stop and start again on the same port and data.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** `FAULT_SERVER` names another build than the one in dist, which is made where it is missing. */
function builtServer(): string {
  const file = process.env['FAULT_SERVER'] ?? join(root, 'dist', 'server', 'main.js');
  if (!existsSync(file)) spawnSync(process.execPath, [join(root, 'scripts', 'ensure-built.mjs')], { stdio: 'inherit' });
  return file;
}

export interface Start {
  readonly data: string;
  readonly port?: number;
  readonly environment?: Readonly<Record<string, string>>;
  /** A program that the server is started through, such as one that sets a limit. */
  readonly through?: readonly string[];
}

export class ServerProcess {
  readonly child: ChildProcess;
  /** The exit code, or null after a signal. */
  readonly ended: Promise<number | null>;
  readonly #said: string[] = [];
  readonly #wanted = new Set<() => void>();

  constructor({ data, port = 0, environment = {}, through = [] }: Start) {
    const { PATH, HOME, TMPDIR } = process.env;
    const settings = { DATA_DIR: data, PORT: String(port), LIMITS: 'off', LIMIT_NOTES: '100000', ...environment };
    const env = { PATH, HOME, ...(TMPDIR !== undefined && { TMPDIR }), ...settings };
    const [program, ...args] = [...through, process.execPath, builtServer()];
    this.child = spawn(program ?? process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [this.child.stdout, this.child.stderr]) {
      stream?.on('data', (text: Buffer) => {
        this.#said.push(text.toString());
        for (const look of this.#wanted) look();
      });
    }
    this.ended = new Promise((resolve) => this.child.once('close', resolve));
  }

  /** Standard output and error so far. */
  get said(): string {
    return this.#said.join('');
  }

  /** Resolves with the first match in what was said; rejects when the process ends before. */
  untilSaid(pattern: RegExp): Promise<RegExpExecArray> {
    return new Promise((resolve, reject) => {
      const look = (): void => {
        const found = pattern.exec(this.said);
        if (found === null) return;
        this.#wanted.delete(look);
        resolve(found);
      };
      this.#wanted.add(look);
      look();
      void this.ended.then((code) => reject(new Error(`the server ended with ${code}: ${this.said.slice(-2000)}`)));
    });
  }

  /** Where it listens, once it does. */
  async ready(): Promise<string> {
    const [, url = ''] = await this.untilSaid(/^Palabre is ready on (http:\/\/\S+)/m);
    return url;
  }

  /** As a power cut would. */
  async kill(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.ended;
  }

  async stop(): Promise<number | null> {
    this.child.kill('SIGTERM');
    return this.ended;
  }
}

export const portOf = (url: string): number => Number(new URL(url).port);
