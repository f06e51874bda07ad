// The scenarios: what the crowd does, and which figures come of it.
import { Crowd, type Timings } from './crowd.ts';
import { watchPage } from './page.ts';
import type { RunningServer, TargetName } from './target.ts';
import { openViews } from './views.ts';
import { Wire } from './wire.ts';

export interface Spec {
  readonly target: TargetName;
  readonly scenario: keyof typeof SCENARIOS;
  readonly watchers: number;
  readonly voters: number;
  readonly rate: number;
  readonly seconds: number;
  readonly options: number;
  readonly criteria: number;
  readonly nodeFlags?: readonly string[];
}

/** Numbers by name; milliseconds unless the name says otherwise. */
export type Figures = Record<string, number>;

const WARMING_RATE = 1000;

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** The value below which so many of a hundred lie; NaN of nothing. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))] ?? NaN;
}

const latencies = ({ acks, seen, ...counts }: Timings): Figures => ({
  ackP50: percentile(acks, 50),
  ackP99: percentile(acks, 99),
  seenP50: percentile(seen, 50),
  seenP99: percentile(seen, 99),
  lost: counts.unacknowledged + counts.unseen + counts.refused,
  ...counts,
});

/**
 * A server that has been up for a while: its code is compiled before anybody watches. For Python there is nothing to
 * wait for, and so many votes would keep it busy for minutes.
 */
async function warmedUp(crowd: Crowd, { target }: Spec): Promise<void> {
  if (target === 'flask') return;
  await crowd.vote(WARMING_RATE, 3);
  await crowd.settle(1500);
}

async function gathered(server: RunningServer, spec: Spec): Promise<Crowd> {
  const crowd = new Crowd(await server.manners(spec));
  await crowd.admitVoters(spec.voters);
  await warmedUp(crowd, spec);
  await crowd.watch(spec.watchers);
  // Who is here is told at most every two seconds in a large room; that is over before anything is measured.
  await pause(spec.watchers > 500 ? 2500 : 600);
  await crowd.vote(spec.rate, 2);
  await crowd.settle(1500);
  crowd.restart();
  return crowd;
}

async function measured(server: RunningServer, crowd: Crowd, { rate, seconds, watchers }: Spec): Promise<Figures> {
  const before = { cpu: server.cpu(), own: process.cpuUsage(), bytes: Wire.bytes, messages: Wire.messages };
  const start = performance.now();
  await crowd.vote(rate, seconds);
  await crowd.settle(1500);
  const took = (performance.now() - start) / 1000;
  const cpu = server.cpu() - before.cpu;
  const own = process.cpuUsage(before.own);
  const clients = watchers + crowd.voters.length;
  const messages = Wire.messages - before.messages - rate * seconds;
  return {
    ...latencies(crowd.timings()),
    cores: cpu / took,
    cpuPerThousandVotes: (cpu * 1e6) / (rate * seconds) / 1000,
    framesPerSecond: messages / clients / took,
    cpuPerFrame: (cpu * 1e6) / Math.max(1, messages),
    bytesPerSecond: (Wire.bytes - before.bytes) / clients / took,
    loadCores: (own.user + own.system) / 1e6 / took,
  };
}

/** Votes at a steady rate under the eyes of watchers. */
async function steady(server: RunningServer, spec: Spec): Promise<Figures> {
  const crowd = await gathered(server, spec);
  return measured(server, crowd, spec);
}

/** Resident memory that one idle connection adds. */
async function idle(server: RunningServer, spec: Spec): Promise<Figures> {
  const crowd = new Crowd(await server.manners(spec));
  await crowd.watch(200);
  await pause(1500);
  const before = server.memory();
  const start = performance.now();
  await crowd.watch(spec.watchers - 200);
  const took = performance.now() - start;
  await pause(4000);
  return { kilobytesPerConnection: (server.memory() - before) / 1024 / (spec.watchers - 200), opening: took };
}

/** Everybody's line drops and all return at once, while voters go on. */
async function storm(server: RunningServer, spec: Spec): Promise<Figures> {
  const crowd = await gathered(server, spec);
  const cpu = server.cpu();
  const voting = crowd.vote(spec.rate, spec.seconds);
  await pause(200);
  const start = performance.now();
  await crowd.returnAtOnce();
  const allCurrent = performance.now() - start;
  const used = server.cpu() - cpu;
  await voting;
  await crowd.settle(500);
  const { acks } = crowd.timings();
  return { allCurrent, ackP99: percentile(acks, 99), cpuPerReturn: (used * 1000) / spec.watchers };
}

/** Some read nothing for a while. */
async function stalled(server: RunningServer, spec: Spec): Promise<Figures> {
  const crowd = await gathered(server, spec);
  await crowd.vote(spec.rate, 3);
  const before = server.memory();
  const stalling = crowd.watchers.slice(0, 50);
  for (const { socket } of stalling) socket.pause();
  await crowd.vote(spec.rate, spec.seconds);
  const grown = server.memory() - before;
  crowd.restart();
  for (const { socket } of stalling) socket.resume();
  const start = performance.now();
  await crowd.vote(spec.rate, 0.2);
  await crowd.settle(10_000);
  const { unseen } = crowd.timings();
  return {
    megabytesGrown: grown / 2 ** 20,
    kilobytesPerStalled: grown / 1024 / 50,
    allCurrent: performance.now() - start,
    unseen,
  };
}

/** A browser watches; half of the time passes before its memory is taken for the first time. */
async function page(server: RunningServer, spec: Spec): Promise<Figures> {
  const manners = await server.manners(spec);
  const crowd = new Crowd(manners);
  await crowd.admitVoters(spec.voters);
  await crowd.watch(spec.watchers);
  return watchPage(manners.page ?? '', () => crowd.vote(spec.rate, spec.seconds / 2));
}

/** A browser opens a large board, view by view; nobody votes. */
const views = ({ port }: RunningServer): Promise<Figures> => openViews(port);

export const SCENARIOS = { steady, idle, storm, stalled, page, views } as const;
