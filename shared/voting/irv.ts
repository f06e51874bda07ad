// Instant-runoff: the option with the fewest ballots goes, until one has more than half of those still counting.
import { grouped, indices, type OrderedContest, type Settled, type Standing } from './contest.ts';
import type { RunoffRound, TieStep } from './method.ts';
import { margins } from './pairwise.ts';
import { rounded } from './rational.ts';
import { settle, settleAll } from './ties.ts';

/** Steps through elimination ties that are followed before only the tie rule's way is. */
const MOST_WORK = 2_000_000;

type Ranks = readonly (readonly number[])[];

interface Count {
  /** In parts of a ballot: `unit` parts are one. */
  readonly tallies: readonly bigint[];
  readonly exhausted: number;
  readonly active: number;
}

interface Runoff {
  readonly contest: OrderedContest;
  /** Smallest whole number that every possible number of sharers divides. */
  readonly unit: bigint;
  readonly rankings: Rankings;
}

/** All rankings one after another, since a count goes over all of them in every round. */
interface Rankings {
  readonly counts: Float64Array;
  /** Where each ranking's groups begin, and where the last one's end. */
  readonly firstGroup: Uint32Array;
  /** Where each group's options begin, and where the last one's end. */
  readonly firstOption: Uint32Array;
  readonly options: Uint16Array;
}

/** Filled one by one: the ready-made ways to make a typed array from a list cost more than the count itself. */
function rankingsOf({ orders }: OrderedContest): Rankings {
  const groups = orders.reduce((sum, order) => sum + order.groups.length, 0);
  const sizes = orders.reduce((sum, order) => order.groups.reduce((all, group) => all + group.length, sum), 0);
  const counts = new Float64Array(orders.length);
  const firstGroup = new Uint32Array(orders.length + 1);
  const firstOption = new Uint32Array(groups + 1);
  const options = new Uint16Array(sizes);
  let [group, place] = [0, 0];
  for (let index = 0; index < orders.length; index += 1) {
    const order = orders[index];
    counts[index] = order?.count ?? 0;
    for (const tied of order?.groups ?? []) {
      for (const option of tied) options[place++] = option;
      firstOption[++group] = place;
    }
    firstGroup[index + 1] = group;
  }
  return { counts, firstGroup, firstOption, options };
}

function leastCommonMultiple(most: number): bigint {
  let multiple = 1n;
  for (let k = 2n; k <= BigInt(most); k += 1n) {
    let [a, b] = [multiple, k];
    while (b !== 0n) [a, b] = [b, a % b];
    multiple *= k / a;
  }
  return multiple;
}

/** How many options of a group are left. */
function leftIn({ firstOption, options }: Rankings, group: number, isLeft: Uint8Array): number {
  let sum = 0;
  const end = firstOption[group + 1] ?? 0;
  for (let place = firstOption[group] ?? 0; place < end; place += 1) sum += isLeft[options[place] ?? 0] ?? 0;
  return sum;
}

/** Ballots by how many options they are shared between, then by option. */
function sharedBallots(rankings: Rankings, isLeft: Uint8Array): Map<number, Float64Array> {
  const { counts, firstGroup, firstOption, options } = rankings;
  const shared = new Map<number, Float64Array>();
  for (let ranking = 0; ranking < counts.length; ranking += 1) {
    const last = firstGroup[ranking + 1] ?? 0;
    let group = firstGroup[ranking] ?? 0;
    while (group < last && leftIn(rankings, group, isLeft) === 0) group += 1;
    if (group === last) continue;
    const sharers = leftIn(rankings, group, isLeft);
    const row = shared.get(sharers) ?? new Float64Array(isLeft.length);
    shared.set(sharers, row);
    const end = firstOption[group + 1] ?? 0;
    for (let place = firstOption[group] ?? 0; place < end; place += 1) {
      const option = options[place] ?? 0;
      row[option] = (row[option] ?? 0) + (isLeft[option] ?? 0) * (counts[ranking] ?? 0);
    }
  }
  return shared;
}

/** Each ballot counts for its highest option left; several on one rank share it equally. */
function countFor({ contest, unit, rankings }: Runoff, left: ReadonlySet<number>): Count {
  const isLeft = Uint8Array.from(contest.options, (_, option) => Number(left.has(option)));
  const shared = Array.from(sharedBallots(rankings, isLeft));
  const tallies = indices(isLeft.length).map((option) =>
    shared.reduce((sum, [sharers, row]) => sum + (BigInt(row[option] ?? 0) * unit) / BigInt(sharers), 0n),
  );
  const active = Number(tallies.reduce((sum, tally) => sum + tally, 0n) / unit);
  return { tallies, active, exhausted: contest.voters - active };
}

const tallyOf = (count: Count, option: number): bigint => count.tallies[option] ?? 0n;

const largerFirst = (count: Count) => (a: number, b: number) => {
  const difference = tallyOf(count, b) - tallyOf(count, a);
  return difference < 0n ? -1 : Number(difference > 0n);
};

const lastOf = (count: Count, left: ReadonlySet<number>): number[] =>
  grouped([...left], largerFirst(count)).at(-1) ?? [];

const majority = ({ unit }: Runoff, count: Count, left: ReadonlySet<number>): number | undefined =>
  [...left].find((option) => tallyOf(count, option) * 2n > BigInt(count.active) * unit);

/** True when nothing is left to tell options apart: one option, or no ballot that counts. */
const isOver = (count: Count, left: ReadonlySet<number>): boolean => left.size <= 1 || count.active === 0;

/** Who goes among those tied last: fewest ballots in the latest earlier round where they differ, then margins, then the draw. */
function loserOf(runoff: Runoff, tied: readonly number[], earlier: readonly Count[]): [number, TieStep | undefined] {
  let group = tied;
  if (group.length === 1) return [group[0] ?? 0, undefined];
  for (const count of earlier.toReversed()) {
    group = grouped(group, largerFirst(count)).at(-1) ?? group;
    if (group.length === 1) return [group[0] ?? 0, 'earlier-round'];
  }
  const least = Math.min(...group.map((option) => margins(runoff.contest.pairwise, option)));
  group = group.filter((option) => margins(runoff.contest.pairwise, option) === least);
  if (group.length === 1) return [group[0] ?? 0, 'margins'];
  return [settle(runoff.contest, group, ['draw']).order.at(-1) ?? 0, 'draw'];
}

interface Path {
  readonly counts: readonly Count[];
  readonly eliminated: readonly number[];
  readonly left: ReadonlySet<number>;
  readonly step: TieStep | undefined;
  /** Who was left when options first tied for leaving. */
  readonly tiedAt: readonly number[] | undefined;
}

function tieRulePath(runoff: Runoff): Path {
  const left = new Set(indices(runoff.contest.options.length));
  const counts: Count[] = [];
  const eliminated: number[] = [];
  let step: TieStep | undefined;
  let tiedAt: number[] | undefined;
  while (left.size > 1) {
    const count = countFor(runoff, left);
    const earlier = [...counts];
    counts.push(count);
    if (isOver(count, left) || majority(runoff, count, left) !== undefined) break;
    const [loser, taken] = loserOf(runoff, lastOf(count, left), earlier);
    if (taken !== undefined) tiedAt ??= [...left];
    step = taken ?? step;
    eliminated.push(loser);
    left.delete(loser);
  }
  return { counts, eliminated, left, step, tiedAt };
}

/** Everyone who wins under some choice among options tied last; undefined when there are too many choices to follow. */
function possibleWinners(runoff: Runoff, from: readonly number[]): Set<number> | undefined {
  const n = runoff.contest.options.length;
  const seen = new Set<string>();
  const winners = new Set<number>();
  let states = Math.max(50, Math.floor(MOST_WORK / (1 + runoff.contest.orders.length * n)));
  const open: (readonly number[])[] = [from];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const key = next.join();
    if (seen.has(key)) continue;
    seen.add(key);
    if ((states -= 1) < 0) return undefined;
    const left = new Set(next);
    const count = countFor(runoff, left);
    const winner = majority(runoff, count, left);
    if (winner !== undefined || isOver(count, left)) {
      for (const option of winner === undefined ? left : [winner]) winners.add(option);
      continue;
    }
    const last = lastOf(count, left);
    // Options without a single ballot can go together: nothing moves when they do.
    if (tallyOf(count, last[0] ?? 0) === 0n) open.push(next.filter((option) => !last.includes(option)));
    else for (const loser of last) open.push(next.filter((option) => option !== loser));
  }
  return winners;
}

function roundsOf(runoff: Runoff, path: Path): RunoffRound[] {
  const { options } = runoff.contest;
  return path.counts.map((count, round) => {
    const gone = new Set(path.eliminated.slice(0, round));
    const inRound = indices(options.length).filter((option) => !gone.has(option));
    const loser = path.eliminated[round];
    return {
      tallies: Object.fromEntries(
        inRound.map((option) => [options[option] ?? '', rounded({ n: tallyOf(count, option), d: runoff.unit })]),
      ),
      eliminated: loser === undefined ? [] : [options[loser] ?? ''],
      exhausted: count.exhausted,
    };
  });
}

/** Ties are in the order in which the tie rule let the options go. */
function settledBy(contest: OrderedContest, path: Path, ranks: Ranks, groups: Ranks): Settled {
  const place = new Map(ranks.flatMap((rank, index) => rank.map((option) => [option, index] as const)));
  const parts = groups.flatMap((group) => grouped(group, (a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0)));
  const { order, tieBroken = path.step } = settleAll(contest, parts);
  return { order, ...(tieBroken !== undefined && { tieBroken }) };
}

/** Values are an option's ballots in the last round that it was in. */
export function irv(contest: OrderedContest): Standing {
  const all = indices(contest.options.length);
  const sharers = contest.orders.reduce(
    (most, { groups }) => groups.reduce((widest, group) => Math.max(widest, group.length), most),
    1,
  );
  const runoff: Runoff = { contest, unit: leastCommonMultiple(sharers), rankings: rankingsOf(contest) };
  const path = tieRulePath(runoff);
  const last = path.counts.at(-1) ?? countFor(runoff, path.left);
  const ranks = [
    ...grouped([...path.left], largerFirst(last)),
    ...path.eliminated.toReversed().map((option) => [option]),
  ];
  const possible = (path.tiedAt && possibleWinners(runoff, path.tiedAt)) ?? new Set(ranks[0]);
  const others = ranks.map((rank) => rank.filter((option) => !possible.has(option)));
  const groups = [all.filter((option) => possible.has(option)), ...others].filter((group) => group.length > 0);
  return {
    groups,
    values: all.map((option) => {
      const round = path.eliminated.indexOf(option);
      return rounded({ n: tallyOf(path.counts[round] ?? last, option), d: runoff.unit });
    }),
    settled: settledBy(contest, path, ranks, groups),
    rounds: roundsOf(runoff, path),
  };
}
