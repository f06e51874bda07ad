// What is measured: each scenario with its crowd, its servers and the figures that are shown.
import type { Spec } from './scenarios.ts';
import type { TargetName } from './target.ts';

export interface Measure {
  readonly id: string;
  readonly title: string;
  readonly spec: Omit<Spec, 'target'>;
  readonly targets: readonly TargetName[];
  /** Figure → heading. */
  readonly shown: Readonly<Record<string, string>>;
  /** How often in the full form; once in the quick one, where it is in that at all. */
  readonly rounds: number;
  /** Servers that are measured once all the same: they are so far away that a median says no more. */
  readonly once?: readonly TargetName[];
  readonly isQuick: boolean;
  /** In a network of its own whose send buffers are small, where the system allows it. */
  readonly smallBuffers?: boolean;
}

const board = { options: 9, criteria: 8 };
const LATENCIES = {
  ackP50: 'ack p50, ms',
  ackP99: 'ack p99, ms',
  seenP50: 'all-seen p50, ms',
  seenP99: 'all-seen p99, ms',
};
const COSTS = {
  cores: 'server, cores',
  cpuPerThousandVotes: 'CPU s / 1,000 votes',
  framesPerSecond: 'updates / s',
  bytesPerSecond: 'bytes / s and client',
  lost: 'not acknowledged or not seen',
};

const steady = (watchers: number, voters: number, rate: number, seconds: number, size = board) => ({
  scenario: 'steady' as const,
  watchers,
  voters,
  rate,
  seconds,
  ...size,
});

const growth = (id: string, title: string, watchers: number, size = board): Measure => ({
  id,
  title,
  spec: steady(watchers, 20, 200, 4, size),
  targets: ['palabre'],
  shown: { ...LATENCIES, cores: COSTS.cores, bytesPerSecond: COSTS.bytesPerSecond },
  rounds: 1,
  isQuick: false,
});

export const MEASURES: readonly Measure[] = [
  {
    id: 'S1',
    title: 'S1: 40 watchers and 10 voters, 50 votes a second',
    spec: steady(40, 10, 50, 5),
    targets: ['palabre', 'naive-durable', 'naive', 'raw-ws', 'flask'],
    shown: { ...LATENCIES, ...COSTS },
    rounds: 3,
    isQuick: true,
  },
  {
    id: 'S2',
    title: 'S2: 1,000 watchers and 20 voters, 200 votes a second',
    spec: steady(1000, 20, 200, 5),
    targets: ['palabre', 'raw-ws', 'naive', 'flask'],
    shown: { ...LATENCIES, ...COSTS },
    rounds: 3,
    once: ['naive', 'flask'],
    isQuick: true,
  },
  {
    id: 'S3',
    title: 'S3: 5,000 watchers and 50 voters, 1,000 votes a second',
    spec: steady(5000, 50, 1000, 5),
    targets: ['palabre', 'raw-ws'],
    shown: { ...LATENCIES, ...COSTS, cpuPerFrame: 'CPU µs / frame, votes included', loadCores: 'load, cores' },
    rounds: 3,
    isQuick: true,
  },
  {
    id: 'S4',
    title: 'S4: 10,000 idle connections',
    spec: { ...steady(10_000, 0, 0, 0), scenario: 'idle' },
    targets: ['palabre', 'raw-ws', 'naive'],
    shown: { kilobytesPerConnection: 'kB resident / connection', opening: 'all let in after, ms' },
    rounds: 1,
    isQuick: false,
  },
  {
    id: 'S5',
    title: 'S5: 2,000 watchers return at once, 100 votes a second meanwhile',
    spec: { ...steady(2000, 20, 100, 4), scenario: 'storm' },
    targets: ['palabre', 'raw-ws', 'naive', 'flask'],
    shown: { allCurrent: 'all current after, ms', ackP99: 'ack p99, ms', cpuPerReturn: 'CPU ms / return' },
    rounds: 3,
    once: ['naive', 'flask'],
    isQuick: true,
  },
  {
    id: 'S6',
    title: 'S6: 50 of 200 watchers read nothing for 10 s, 200 votes a second',
    spec: { ...steady(200, 20, 200, 10), scenario: 'stalled' },
    targets: ['palabre', 'naive', 'raw-ws'],
    shown: {
      kilobytesPerStalled: 'kB grown / stalled reader',
      allCurrent: 'all current after, ms',
      unseen: 'votes not seen 10 s later',
    },
    rounds: 2,
    isQuick: false,
    smallBuffers: true,
  },
  {
    id: 'page',
    title: 'The page: a browser that watches 1,000 votes a second for two minutes, and then nothing',
    spec: { ...steady(1, 50, 1000, 120), scenario: 'page' },
    targets: ['palabre'],
    shown: {
      restylingsPerFrame: 'restylings / frame',
      layoutsPerFrame: 'layouts / frame',
      busyShare: 'main thread busy, share',
      idleRestylings: 'restylings in 5 s at rest',
      idleBusyShare: 'main thread busy at rest, share',
      heapMegabytes: 'heap after 1 min, MB',
      heapGrowthKilobytes: 'heap growth in the 2nd min, kB',
    },
    rounds: 1,
    isQuick: false,
  },
  {
    id: 'views',
    title:
      'The page: a board of 60 × 15 with 400 notes and 300 members opens, ms from the navigation until it is painted',
    spec: { ...steady(0, 0, 0, 0), scenario: 'views' },
    targets: ['palabre'],
    shown: {
      matrix: 'matrix',
      results: 'results',
      notes: 'notes',
      compare: 'compare',
      ballot: 'ballot on a phone',
      allRows: 'all rows of the matrix',
      allNotes: 'all notes',
      longestTask: 'longest task of any',
    },
    rounds: 1,
    isQuick: true,
  },
  growth('watchers 100', 'Growth: 100 watchers', 100),
  growth('watchers 300', 'Growth: 300 watchers', 300),
  growth('watchers 3000', 'Growth: 3,000 watchers', 3000),
  growth('cells 300', 'Growth: a board of 20 × 15 cells, 1,000 watchers', 1000, { options: 20, criteria: 15 }),
  growth('cells 1000', 'Growth: a board of 40 × 25 cells, 1,000 watchers', 1000, { options: 40, criteria: 25 }),
];

/** Rates that are tried one after the other until one is not sustained. */
export const LADDERS: Readonly<Partial<Record<TargetName, readonly number[]>>> = {
  palabre: [12_000, 16_000, 20_000, 25_000, 30_000, 36_000],
  naive: [40, 60, 80, 120],
  flask: [5, 10, 15, 20],
};
export const LADDER_SPEC = steady(1000, 50, 0, 4);
