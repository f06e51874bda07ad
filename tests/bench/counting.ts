// How long a full result takes: every method, 20 options, 200 to 20,000 ballots. `npx tsx tests/bench/counting.ts`.
import type { Ballot, MethodName, Score } from '../../shared/voting/ballots.ts';
import type { CountedRound, Rule } from '../../shared/voting/method.ts';
import { methodOf } from '../../shared/voting/methods.ts';
import { resultOf } from '../../shared/voting/result.ts';

const OPTIONS = Array.from({ length: 20 }, (_, at) => `option-${String(at).padStart(2, '0')}`);
const CRITERIA = Array.from({ length: 8 }, (_, at) => ({ id: `criterion-${at}`, weight: 1 + (at % 4) }));
const SIZES = [200, 2000, 20_000];
/** Runs of the smallest size; larger ones take fewer. */
const RUNS = 20;

/** The same numbers every time, 0–1 (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const BALLOTS: Readonly<Record<MethodName, (draw: () => number) => Ballot>> = {
  score: (draw) => ({
    cells: Object.fromEntries(
      OPTIONS.map((option) => [
        option,
        Object.fromEntries(
          CRITERIA.map(({ id }) => [id, (draw() < 0.03 ? 'unknown' : Math.floor(draw() * 6)) as Score]),
        ),
      ]),
    ),
  }),
  weights: (draw) => {
    const cuts = [...CRITERIA.slice(1).map(() => Math.floor(draw() * 101)), 100].sort((a, b) => a - b);
    return { points: Object.fromEntries(CRITERIA.map(({ id }, at) => [id, (cuts[at] ?? 0) - (cuts[at - 1] ?? 0)])) };
  },
  dots: (draw) => {
    const dots: Record<string, number> = {};
    for (let dot = 0; dot < 5; dot += 1) {
      const option = OPTIONS[Math.floor(draw() * OPTIONS.length)] ?? '';
      dots[option] = (dots[option] ?? 0) + 1;
    }
    return { dots };
  },
  approval: (draw) => ({ approved: OPTIONS.filter(() => draw() < 0.3) }),
  ranking: (draw) => ({
    ranking: OPTIONS.map((option) => ({ option, at: draw() }))
      .sort((a, b) => a.at - b.at)
      .map(({ option }) => [option]),
  }),
  consent: (draw) => {
    const fingers = Math.floor(draw() * 6);
    return fingers < 3 ? { fingers, reason: `reason ${Math.floor(draw() * 1e6)}` } : { fingers };
  },
};

const roundOf = (method: MethodName, rule: Rule): CountedRound => ({
  id: 'r1',
  method,
  rule,
  options: OPTIONS,
  criteria: CRITERIA,
  dots: 5,
  stacking: true,
  tieSeed: 'seed',
});

/** The cheapest of some runs, in ms of processor time: what the count costs, whatever else the machine does meanwhile. */
function cheapest(work: () => unknown, runs: number): number {
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs; run += 1) {
    const start = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(start);
    best = Math.min(best, (user + system) / 1000);
  }
  return best;
}

const cell = (text: string): string => text.padStart(12);
process.stdout.write(`${'method, rule'.padEnd(24)}${SIZES.map((size) => cell(`${size} ballots`)).join('')}\n`);
for (const method of Object.keys(BALLOTS) as MethodName[]) {
  const draw = numbers(7);
  const all = Array.from({ length: Math.max(...SIZES) }, () => BALLOTS[method](draw));
  for (const rule of methodOf(method).rules) {
    const round = roundOf(method, rule);
    const times = SIZES.map((size) => {
      const some = all.slice(0, size);
      return cheapest(
        () => resultOf(round, some),
        Math.max(3, Math.round((RUNS * 200) / size)) * (size < 20_000 ? 3 : 1),
      );
    });
    process.stdout.write(
      `${`${method}, ${rule}`.padEnd(24)}${times.map((ms) => cell(`${ms.toFixed(1)} ms`)).join('')}\n`,
    );
  }
}
