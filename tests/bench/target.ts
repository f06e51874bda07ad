// The servers that are compared: how each is started, and how a client behaves there.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Manners } from './crowd.ts';
import { palabreManners } from './palabre-board.ts';

export type TargetName = 'palabre' | 'naive' | 'naive-durable' | 'raw-ws' | 'flask';

/** The cell and score of a vote: every voter walks over the whole matrix, and gives other scores the next time. */
export const cellOf = (place: number, options: number, criteria: number) => ({
  option: place % options,
  criterion: Math.trunc(place / options) % criteria,
  score: (place + Math.trunc(place / (options * criteria))) % 6,
});

const VERSION = Buffer.from('"version":');

/** The number after the first `"version":` in a message; -1 when there is none. */
export function versionIn(bytes: Buffer, from: number, to: number): number {
  let at = bytes.indexOf(VERSION, from);
  if (at === -1 || at >= to) return -1;
  at += VERSION.length;
  let version = 0;
  for (; at < to; at += 1) {
    const digit = bytes[at]! - 48;
    if (digit < 0 || digit > 9) break;
    version = version * 10 + digit;
  }
  return version;
}

export interface BoardSize {
  readonly options: number;
  readonly criteria: number;
}

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const PYTHON = '/usr/bin/python3';

/** Says why Flask-SocketIO cannot be measured here; undefined when it can. */
export function flaskIsMissing(): string | undefined {
  const { status } = spawnSync(PYTHON, ['-c', 'import flask_socketio, gevent, geventwebsocket']);
  return status === 0
    ? undefined
    : "Debian's python3-flask-socketio, python3-gevent and python3-gevent-websocket are not all installed";
}

function commandOf(name: TargetName, extra: readonly string[]): string[] {
  const node = [process.execPath, ...extra];
  switch (name) {
    case 'palabre':
      return [...node, process.env['BENCH_SERVER'] ?? here('../../dist/server/main.js')];
    case 'naive':
    case 'naive-durable':
      return [...node, '--import', 'tsx', here('peers/naive-board.ts')];
    case 'raw-ws':
      return [...node, '--import', 'tsx', here('peers/raw-board.ts')];
    case 'flask':
      return [PYTHON, here('peers/flask_board.py')];
    default:
      throw new Error(`no target ${String(name satisfies never)}`);
  }
}

export interface RunningServer {
  readonly port: number;
  readonly pid: number;
  readonly directory: string;
  manners(size: BoardSize): Promise<Manners>;
  /** Seconds of processor time since the start, all threads. */
  cpu(): number;
  /** Resident bytes. */
  memory(): number;
  stop(): Promise<void>;
}

/** As the scheduler counts it, to the nanosecond: what one run of a few seconds costs is a few hundredths of one. */
function processorSeconds(pid: number): number {
  const threads = `/proc/${pid}/task`;
  const spent = readdirSync(threads).map((thread) => {
    const [nanoseconds = '0'] = readFileSync(`${threads}/${thread}/schedstat`, 'utf8').split(' ');
    return Number(nanoseconds);
  });
  return spent.reduce((sum, each) => sum + each, 0) / 1e9;
}

async function answers(port: number, child: ChildProcess, said: () => string): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    if (child.exitCode !== null) break;
    try {
      await fetch(`http://127.0.0.1:${port}/`);
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  throw new Error(`a server did not start: ${said()}`);
}

const peerManners = (port: number, { options, criteria }: BoardSize): Manners => ({
  port,
  options,
  criteria,
  vote: (voter, _place, { option, criterion, score }) =>
    `["vote",{"voter":"v${voter}","option":"o${option}","criterion":"c${criterion}","score":${score}}]`,
});

/** Starts a server on the first processor. `extra` are flags for Node. */
export async function startServer(name: TargetName, extra: readonly string[] = []): Promise<RunningServer> {
  const directory = mkdtempSync(join(tmpdir(), 'palabre-bench-'));
  const port = 20_000 + Math.trunc(Math.random() * 12_000);
  const child = spawn('taskset', ['-c', '0', ...commandOf(name, extra)], {
    stdio: ['ignore', 'pipe', 'pipe'],
    cwd: here('../..'),
    env: {
      ...process.env,
      PORT: String(port),
      DATA_DIR: directory,
      LIMITS: 'off',
      LOG_LEVEL: 'error',
      LIMIT_MEMBERS: '20000',
      DURABLE: name === 'naive-durable' ? '1' : '',
    },
  });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(-5000)));
  child.stderr.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(-5000)));
  await answers(port, child, () => said);
  const { pid } = child;
  if (pid === undefined) throw new Error('a server has no process');
  return {
    port,
    pid,
    directory,
    manners: (size) => (name === 'palabre' ? palabreManners(port, size) : Promise.resolve(peerManners(port, size))),
    cpu: () => processorSeconds(pid),
    memory: () => Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * 4096,
    async stop() {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      const late = setTimeout(() => child.kill('SIGKILL'), 4000);
      await gone;
      clearTimeout(late);
      rmSync(directory, { recursive: true, force: true });
      if (process.env['BENCH_TALK'] !== undefined) process.stderr.write(said);
    },
  };
}
