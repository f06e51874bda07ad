// The figures as one Markdown page.
import { readFileSync } from 'node:fs';
import { cpus, loadavg, release, totalmem } from 'node:os';
import type { Measure } from './plan.ts';
import type { Figures } from './scenarios.ts';
import type { TargetName } from './target.ts';

/** All runs of one measure, by server. */
export type Runs = ReadonlyMap<TargetName, readonly Figures[]>;

export const NAMES: Readonly<Record<TargetName, string>> = {
  palabre: '**Palabre** (durable)',
  naive: 'Socket.IO, emit on each vote',
  'naive-durable': 'the same, one commit a vote',
  'raw-ws': 'bare `ws`, one prebuilt frame every 50 ms (durable)',
  flask: 'Flask-SocketIO on gevent, emit on each vote',
};

export function median(values: readonly number[]): number {
  const sorted = values.filter((value) => !Number.isNaN(value)).toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low, high] = [sorted[middle - 1] ?? NaN, sorted[middle] ?? NaN];
  return sorted.length % 2 === 1 ? high : (low + high) / 2;
}

export const medianOf = (runs: readonly Figures[] | undefined, figure: string): number =>
  median((runs ?? []).map((run) => run[figure] ?? NaN));

export function show(value: number): string {
  if (Number.isNaN(value)) return '–';
  if (Math.abs(value) >= 1000) return Math.round(value).toLocaleString('en');
  return String(Number(value.toPrecision(3)));
}

export function tableOf({ title, shown }: Measure, runs: Runs): string {
  const figures = Object.keys(shown);
  const rows = [...runs].map(([target, all]) => {
    const values = figures.map((figure) => show(medianOf(all, figure)));
    return `| ${[NAMES[target], String(all.length), ...values].join(' | ')} |`;
  });
  const heads = ['server', 'runs', ...Object.values(shown)];
  return [`### ${title}`, '', `| ${heads.join(' | ')} |`, `|${heads.map(() => '---').join('|')}|`, ...rows, ''].join(
    '\n',
  );
}

const versionOf = (name: string): string => {
  const file = new URL(`../../node_modules/${name}/package.json`, import.meta.url);
  return `${name} ${(JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version}`;
};

export function machine(): string {
  const [processor] = cpus();
  const packages = ['socket.io', 'engine.io', 'ws', 'libsql'].map(versionOf).join(', ');
  const load = loadavg().map((value) => value.toFixed(1));
  return (
    `${processor?.model.trim() ?? 'unknown processor'}, ${cpus().length} processors, ` +
    `${Math.round(totalmem() / 2 ** 30)} GB, Linux ${release()}, Node ${process.versions.node}, ${packages}. ` +
    `Load average when the run began: ${load.join(', ')}` +
    (Number(load[0]) > 0.7 ? ' (other work was going on: read the ratios, not the figures).' : '.')
  );
}
