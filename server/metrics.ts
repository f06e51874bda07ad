// What the server counts about itself, written as Prometheus reads it. No ids, names or addresses, and nothing by which
// a ballot of a hidden round could be timed: what commands move is told once a minute, and never how often.
import { monitorEventLoopDelay } from 'node:perf_hooks';

export type Work = 'commit' | 'update';

export interface Metrics {
  /** Counts one command by its type and by `accepted` or the code of its refusal. */
  command(type: string, outcome: string): void;
  /** Counts one answer of the HTTP door by its status. */
  answer(status: number): void;
  /** How long one piece of work took, in seconds. */
  took(work: Work, seconds: number): void;
  /** Reads a number at the moment it is asked for, such as how many sockets are connected. */
  gauge(name: string, help: string, read: () => number): void;
  render(): string;
  close(): void;
}

/** What commands move stands still for so long. The room itself is told of an anonymous round every five seconds. */
const STILL_MS = 60_000;
/** Durations that quantiles are taken of. */
const DURATIONS = 1024;
const QUANTILES = [0.5, 0.9, 0.99, 1];
const WORKS: Readonly<Record<Work, string>> = {
  commit: 'Time until a commit was on disk, of the last thousand.',
  update: 'Time to begin sending an update to a room, of the last thousand.',
};

const count = (counts: Map<string, number>, key: string): void => {
  counts.set(key, (counts.get(key) ?? 0) + 1);
};

const block = (name: string, kind: 'counter' | 'gauge', help: string, lines: readonly string[]): string =>
  [`# HELP ${name} ${help}`, `# TYPE ${name} ${kind}`, ...lines].join('\n');

const rendered = (counts: ReadonlyMap<string, number>, name: string, label: string): string[] =>
  Array.from(counts, ([value, number]) => `${name}{${label}="${value}"} ${number}`);

const renderedCommands = (counts: ReadonlyMap<string, ReadonlyMap<string, number>>, name: string): string[] =>
  [...counts].flatMap(([type, outcomes]) =>
    Array.from(outcomes, ([outcome, number]) => `${name}{type="${type}",outcome="${outcome}"} ${number}`),
  );

/** Quantiles of the last durations, and not how many there were. */
class Durations {
  readonly #seconds: number[] = [];
  #next = 0;

  add(seconds: number): void {
    this.#seconds[this.#next] = seconds;
    this.#next = (this.#next + 1) % DURATIONS;
  }

  lines(name: string): string[] {
    const sorted = this.#seconds.toSorted((a, b) => a - b);
    if (sorted.length === 0) return [];
    const at = (quantile: number): number =>
      sorted[Math.min(sorted.length - 1, Math.floor(quantile * sorted.length))] ?? 0;
    return QUANTILES.map((quantile) => `${name}{quantile="${quantile}"} ${at(quantile).toFixed(6)}`);
  }
}

/** What can be told at any moment, because no command shows in it. */
const processBlocks = (delaySeconds: number): string[] => [
  block('process_resident_memory_bytes', 'gauge', 'Memory in use.', [
    `process_resident_memory_bytes ${process.memoryUsage.rss()}`,
  ]),
  block('process_uptime_seconds', 'gauge', 'Time since the start.', [`process_uptime_seconds ${process.uptime()}`]),
  block('palabre_event_loop_delay_seconds', 'gauge', 'How late timers were, 99 of 100.', [
    `palabre_event_loop_delay_seconds ${delaySeconds}`,
  ]),
];

/** @param now the clock, in milliseconds */
export function createMetrics(now: () => number): Metrics {
  const commands = new Map<string, Map<string, number>>();
  const answers = new Map<string, number>();
  const works: Readonly<Record<Work, Durations>> = { commit: new Durations(), update: new Durations() };
  const gauges: { readonly name: string; readonly help: string; readonly read: () => number }[] = [];
  const delay = monitorEventLoopDelay({ resolution: 20 });
  delay.enable();
  let still: { readonly at: number; readonly text: string } | undefined;

  const moved = (): string => {
    const { user, system } = process.cpuUsage();
    const durations = Object.entries(WORKS).map(([work, help]) => {
      const name = `palabre_${work}_seconds`;
      return block(name, 'gauge', help, works[work as Work].lines(name));
    });
    return [
      block('process_cpu_seconds_total', 'counter', 'CPU time used.', [
        `process_cpu_seconds_total ${(user + system) / 1e6}`,
      ]),
      ...durations,
      block('palabre_commands_total', 'counter', 'Commands.', renderedCommands(commands, 'palabre_commands_total')),
      block(
        'palabre_http_answers_total',
        'counter',
        'Answers.',
        rendered(answers, 'palabre_http_answers_total', 'status'),
      ),
    ].join('\n');
  };

  return {
    command: (type, outcome) => {
      const outcomes = commands.get(type) ?? new Map<string, number>();
      commands.set(type, outcomes);
      count(outcomes, outcome);
    },
    answer: (status) => count(answers, `${status}`),
    took: (work, seconds) => works[work].add(seconds),
    gauge: (name, help, read) => void gauges.push({ name, help, read }),
    render: () => {
      const at = now();
      if (still === undefined || Math.abs(at - still.at) >= STILL_MS) still = { at, text: moved() };
      return [
        ...processBlocks(delay.percentile(99) / 1e9),
        ...gauges.map(({ name, help, read }) => block(name, 'gauge', help, [`${name} ${read()}`])),
        still.text,
        '',
      ].join('\n');
    },
    close: () => delay.disable(),
  };
}
