// What the server counts about itself, written as Prometheus reads it. No ids, names or addresses.
import { monitorEventLoopDelay } from 'node:perf_hooks';

export interface Metrics {
  /** Counts one command by its type and by `accepted` or the code of its refusal. */
  command(type: string, outcome: string): void;
  /** Counts one answer of the HTTP door by its status. */
  answer(status: number): void;
  /** Reads a number at the moment it is asked for, such as how many sockets are connected. */
  gauge(name: string, help: string, read: () => number): void;
  render(): string;
  close(): void;
}

const count = (counts: Map<string, number>, key: string): void => {
  counts.set(key, (counts.get(key) ?? 0) + 1);
};

const block = (name: string, kind: 'counter' | 'gauge', help: string, lines: readonly string[]): string =>
  [`# HELP ${name} ${help}`, `# TYPE ${name} ${kind}`, ...lines].join('\n');

const rendered = (counts: ReadonlyMap<string, number>, name: string): string[] =>
  [...counts].map(([labels, value]) => `${name}{${labels}} ${value}`);

export function createMetrics(): Metrics {
  const commands = new Map<string, number>();
  const answers = new Map<string, number>();
  const gauges: { readonly name: string; readonly help: string; readonly read: () => number }[] = [];
  const delay = monitorEventLoopDelay({ resolution: 20 });
  delay.enable();

  const processGauges = (): string[] => {
    const cpu = process.cpuUsage();
    const seconds = (cpu.user + cpu.system) / 1e6;
    return [
      block('process_cpu_seconds_total', 'counter', 'CPU time used.', [`process_cpu_seconds_total ${seconds}`]),
      block('process_resident_memory_bytes', 'gauge', 'Memory in use.', [
        `process_resident_memory_bytes ${process.memoryUsage.rss()}`,
      ]),
      block('process_uptime_seconds', 'gauge', 'Time since the start.', [`process_uptime_seconds ${process.uptime()}`]),
      block('palabre_event_loop_delay_seconds', 'gauge', 'How late timers were, 99 of 100.', [
        `palabre_event_loop_delay_seconds ${delay.percentile(99) / 1e9}`,
      ]),
    ];
  };

  return {
    command: (type, outcome) => count(commands, `type="${type}",outcome="${outcome}"`),
    answer: (status) => count(answers, `status="${status}"`),
    gauge: (name, help, read) => void gauges.push({ name, help, read }),
    render: () =>
      [
        ...processGauges(),
        ...gauges.map(({ name, help, read }) => block(name, 'gauge', help, [`${name} ${read()}`])),
        block('palabre_commands_total', 'counter', 'Commands.', rendered(commands, 'palabre_commands_total')),
        block('palabre_http_answers_total', 'counter', 'Answers.', rendered(answers, 'palabre_http_answers_total')),
        '',
      ].join('\n'),
    close: () => delay.disable(),
  };
}
