// `npm run bench`: every scenario against every server, interleaved, and the figures as docs/benchmarks.md.
// `--quick` takes two minutes and prints only; `--only S1,S2` takes some of the scenarios.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { opening } from './opening.ts';
import { LADDERS, LADDER_SPEC, MEASURES, type Measure } from './plan.ts';
import { type Runs, NAMES, machine, medianOf, show, tableOf } from './report.ts';
import type { Figures, Spec } from './scenarios.ts';
import { type TargetName, flaskIsMissing } from './target.ts';

const isQuick = process.argv.includes('--quick');
const only = process.argv.includes('--only')
  ? (process.argv[process.argv.indexOf('--only') + 1] ?? '').split(',')
  : undefined;
const isWanted = (id: string): boolean => only === undefined || only.includes(id);
const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const RUN_MS = 180_000;

const SMALL_BUFFERS = 'ip link set lo up && echo "4096 16384 65536" > /proc/sys/net/ipv4/tcp_wmem && exec "$0" "$@"';
const inOwnNetwork = ['unshare', '-n', 'sh', '-c', SMALL_BUFFERS];
const hasOwnNetwork = spawnSync('unshare', [...inOwnNetwork.slice(1), 'true']).status === 0;

function run(spec: Spec, smallBuffers = false): Figures | undefined {
  const load = ['taskset', '-c', '1', process.execPath, '--import', 'tsx', here('run.ts'), JSON.stringify(spec)];
  const [command = '', ...args] = smallBuffers && hasOwnNetwork ? [...inOwnNetwork, ...load] : load;
  const { stdout, stderr, status } = spawnSync(command, args, {
    cwd: here('../..'),
    encoding: 'utf8',
    timeout: RUN_MS,
  });
  if (status !== 0) {
    process.stderr.write(`${spec.target} ${spec.scenario} did not finish: ${stderr.slice(-300)}\n`);
    return undefined;
  }
  return JSON.parse(stdout) as Figures;
}

const missing = flaskIsMissing();
const isThere = (target: TargetName): boolean => target !== 'flask' || missing === undefined;

function measure({ id, spec, targets, rounds, once = [], smallBuffers }: Measure): Runs {
  const runs = new Map<TargetName, Figures[]>(targets.filter(isThere).map((target) => [target, []]));
  for (let round = 0; round < (isQuick ? 1 : rounds); round += 1) {
    for (const [target, figures] of runs) {
      if (round > 0 && once.includes(target)) continue;
      process.stderr.write(`${id} ${target} ${round + 1}\n`);
      const seconds = isQuick ? Math.min(spec.seconds, 3) : spec.seconds;
      const one = run({ ...spec, seconds, target }, smallBuffers);
      if (one !== undefined) figures.push(one);
    }
  }
  return runs;
}

/** Every vote was acknowledged and seen, 99 of 100 within 250 ms. */
function isSustained(target: TargetName, rate: number): boolean {
  process.stderr.write(`maximum ${target} ${rate}\n`);
  const figures = run({ ...LADDER_SPEC, rate, target });
  return figures !== undefined && figures['lost'] === 0 && (figures['seenP99'] ?? Infinity) < 250;
}

/** The highest rate that is sustained in two of three runs, as the median of them would say. */
function highestRate(target: TargetName, rates: readonly number[]): number {
  let best = 0;
  for (const rate of rates) {
    const [first, second] = [isSustained(target, rate), isSustained(target, rate)];
    if (!(first && second) && !((first || second) && isSustained(target, rate))) break;
    best = rate;
  }
  return best;
}

function maxima(): string {
  const rows = Object.entries(LADDERS).flatMap(([name, rates]) => {
    const target = name as TargetName;
    if (!isThere(target)) return [];
    return [`| ${NAMES[target]} | ${show(highestRate(target, rates))} | ${rates.map(show).join(', ')} |`];
  });
  return [
    '### Most votes a second before 1,000 watchers, all acknowledged and seen, 99 of 100 within 250 ms, in two of three runs',
    '',
    '| server | votes / s | rates tried until one was not sustained |',
    '|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}

function ratios(all: ReadonlyMap<string, Runs>): string {
  const of = (id: string, target: TargetName, figure: string) => medianOf(all.get(id)?.get(target), figure);
  const line = (what: string, id: string, figure: string, other: TargetName, goal: string) =>
    `| ${what} | ${show(of(id, 'palabre', figure) / of(id, other, figure))} | ${goal} |`;
  return [
    '### Ratios',
    '',
    '| Palabre to another | ratio | goal |',
    '|---|---|---|',
    line('S1 all-seen p50 to a naive durable board', 'S1', 'seenP50', 'naive-durable', '≤ 1.3'),
    line('S1 ack p50 to Flask-SocketIO', 'S1', 'ackP50', 'flask', '≤ 0.05'),
    line('S2 CPU to bare ws', 'S2', 'cpuPerThousandVotes', 'raw-ws', '≤ 1.3'),
    line('S2 all-seen p99 to bare ws', 'S2', 'seenP99', 'raw-ws', '≤ 1.4'),
    line('S3 ack p99 to bare ws', 'S3', 'ackP99', 'raw-ws', '≤ 0.25'),
    line('S3 CPU a frame to bare ws', 'S3', 'cpuPerFrame', 'raw-ws', '≤ 1.5'),
    line('S4 memory to bare ws', 'S4', 'kilobytesPerConnection', 'raw-ws', '≤ 2.5'),
    line('S5 all current to naive Socket.IO', 'S5', 'allCurrent', 'naive', '–'),
    '',
  ].join('\n');
}

const began = machine();
const all = new Map<string, Runs>();
for (const one of MEASURES) {
  if (isWanted(one.id) && (one.isQuick || !isQuick)) all.set(one.id, measure(one));
}
const tables = MEASURES.flatMap((one) => {
  const runs = all.get(one.id);
  return runs === undefined ? [] : [tableOf(one, runs)];
});
const parts = [
  `Measured ${new Date().toISOString().slice(0, 10)}. ${began}`,
  '',
  ...(missing === undefined ? [] : [`Flask-SocketIO was not measured: ${missing}.`, '']),
  ...(hasOwnNetwork ? [] : ['S6 ran with the send buffers of the system: this user may not make a network.', '']),
  ratios(all),
  ...tables,
  ...(isQuick || !isWanted('maximum') ? [] : [maxima()]),
  ...(isQuick || !isWanted('opening') ? [] : [await opening()]),
];
const page = parts.join('\n');
process.stdout.write(`${page}\n`);
// A part of it is only printed: the page shows one whole run.
if (!isQuick && only === undefined) {
  const file = here('../../docs/benchmarks.md');
  const [before = ''] = readFileSync(file, 'utf8').split('<!-- figures -->');
  writeFileSync(file, `${before}<!-- figures -->\n\n${page.trimEnd()}\n`);
}
process.exit(0);
