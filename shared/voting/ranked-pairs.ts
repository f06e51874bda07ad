// Ranked pairs (Tideman 1987), winning votes: the strongest victories are locked first, unless one would close a cycle.
import { grouped, indices, type Matrix, type PairwiseContest, peeled, type Settled, type Standing } from './contest.ts';
import type { TieStep } from './method.ts';
import { beats, votes } from './pairwise.ts';
import { settle } from './ties.ts';

interface Victory {
  readonly winner: number;
  readonly loser: number;
}

/** Orders among equal victories differ factorially; beyond this many states the equal ones are taken all together. */
const MOST_STATES = 3000;

/** Locked victories, with who reaches whom through them. */
class Graph {
  readonly #n: number;
  readonly #locked: Uint8Array;
  readonly #reach: Uint8Array;

  constructor(n: number, from?: Graph) {
    this.#n = n;
    this.#locked = from === undefined ? new Uint8Array(n * n) : from.#locked.slice();
    this.#reach = from === undefined ? new Uint8Array(n * n) : from.#reach.slice();
  }

  copy(): Graph {
    return new Graph(this.#n, this);
  }

  has(a: number, b: number): boolean {
    return this.#locked[a * this.#n + b] === 1;
  }

  reaches(a: number, b: number): boolean {
    return this.#reach[a * this.#n + b] === 1;
  }

  /** False when the victory would close a cycle. */
  lock({ winner, loser }: Victory): boolean {
    if (this.reaches(loser, winner)) return false;
    this.join(winner, loser);
    return true;
  }

  join(winner: number, loser: number): void {
    const n = this.#n;
    this.#locked[winner * n + loser] = 1;
    if (this.reaches(winner, loser)) return;
    for (let a = 0; a < n; a += 1) {
      if (a !== winner && !this.reaches(a, winner)) continue;
      this.#reach[a * n + loser] = 1;
      for (let b = 0; b < n; b += 1) if (this.reaches(loser, b)) this.#reach[a * n + b] = 1;
    }
  }

  get key(): string {
    return this.#locked.join('');
  }

  sources(): number[] {
    return indices(this.#n).filter((b) => !indices(this.#n).some((a) => this.has(a, b)));
  }
}

/** Victories in groups of equal strength: more winning votes first, then fewer votes against. */
function victoryGroups(pairwise: Matrix): Victory[][] {
  const all = indices(pairwise.length);
  const victories = all.flatMap((winner) =>
    all.filter((loser) => beats(pairwise, winner, loser)).map((loser) => ({ winner, loser })),
  );
  const strength = (place: number): [number, number] => {
    const { winner, loser } = victories[place] ?? { winner: 0, loser: 0 };
    return [votes(pairwise, winner, loser), votes(pairwise, loser, winner)];
  };
  const compare = (x: number, y: number): number => {
    const [[forX, againstX], [forY, againstY]] = [strength(x), strength(y)];
    return forY - forX || againstX - againstY;
  };
  return grouped(indices(victories.length), compare).map((group) => group.flatMap((place) => victories[place] ?? []));
}

/** Equal victories in the order that the tie rule gives to their winners; those of one winner cannot exclude each other. */
function lockInOrder(n: number, groups: readonly (readonly Victory[])[], order: readonly number[]): Graph {
  const graph = new Graph(n);
  const place = new Map(order.map((option, index) => [option, index]));
  const at = (option: number): number => place.get(option) ?? 0;
  for (const group of groups) {
    const sorted = group.toSorted((x, y) => at(x.winner) - at(y.winner));
    for (const victory of sorted) graph.lock(victory);
  }
  return graph;
}

/** Those of equal victories that may or may not be locked, as the order among them goes; the others are locked. */
function lockUndisputed(graph: Graph, group: readonly Victory[], n: number): Victory[] {
  const open = group.filter(({ winner, loser }) => !graph.reaches(loser, winner));
  if (open.length <= 1) {
    for (const victory of open) graph.lock(victory);
    return [];
  }
  const together = new Graph(n, graph);
  for (const { winner, loser } of open) together.join(winner, loser);
  const disputed = open.filter(({ winner, loser }) => together.reaches(loser, winner));
  for (const victory of open) if (!disputed.includes(victory)) graph.lock(victory);
  return disputed;
}

/** Every graph that some order among the disputed victories leads to; undefined when there are too many to look at. */
function everyWay(start: Graph, disputed: readonly Victory[], budget: { left: number }): Graph[] | undefined {
  const seen = new Set<string>();
  const ends: Graph[] = [];
  const open: Graph[] = [start];
  for (let graph = open.pop(); graph !== undefined; graph = open.pop()) {
    if (seen.has(graph.key)) continue;
    seen.add(graph.key);
    if ((budget.left -= 1) < 0) return undefined;
    const before = graph;
    const next = disputed.filter(({ winner, loser }) => !before.has(winner, loser) && !before.reaches(loser, winner));
    if (next.length === 0) ends.push(before);
    for (const victory of next) {
      const copy = before.copy();
      copy.lock(victory);
      open.push(copy);
    }
  }
  return ends;
}

/** Everyone who wins under some order among equal victories; where those are too many, disputed ones are set aside. */
function possibleWinners(n: number, groups: readonly (readonly Victory[])[]): number[] {
  const budget = { left: MOST_STATES };
  let graphs: Graph[] | undefined = [new Graph(n)];
  const simultaneous = new Graph(n);
  for (const group of groups) {
    lockUndisputed(simultaneous, group, n);
    const next = new Map<string, Graph>();
    for (const graph of graphs ?? []) {
      const disputed = lockUndisputed(graph, group, n);
      const ways: Graph[] | undefined = disputed.length === 0 ? [graph] : everyWay(graph, disputed, budget);
      if (ways === undefined) graphs = undefined;
      for (const way of ways ?? []) next.set(way.key, way);
    }
    if (graphs !== undefined) graphs = [...next.values()];
  }
  const winners = new Set((graphs ?? [simultaneous]).flatMap((graph) => graph.sources()));
  return indices(n).filter((option) => winners.has(option));
}

const WITHOUT_HEAD_TO_HEAD: readonly TieStep[] = ['margins', 'firsts', 'draw'];

/** Locked victories decide first; what they leave open goes to the tie rule. */
function settleBy(graph: Graph, contest: PairwiseContest, groups: readonly (readonly number[])[]): Settled {
  const order: number[] = [];
  let tieBroken: TieStep | undefined;
  for (const group of groups) {
    const layers = peeled(group, (a, b) => graph.reaches(a, b));
    const settled = layers.map((layer) => settle(contest, layer));
    order.push(...settled.flatMap((layer) => layer.order));
    if (group.length > 1) {
      tieBroken ??= settled[0]?.tieBroken ?? settle(contest, group, WITHOUT_HEAD_TO_HEAD).tieBroken;
    }
  }
  return { order, ...(tieBroken !== undefined && { tieBroken }) };
}

/** Values are how many options each one stands above through locked victories. */
export function rankedPairs(contest: PairwiseContest): Standing {
  const n = contest.options.length;
  const all = indices(n);
  const victories = victoryGroups(contest.pairwise);
  const preference = settle(contest, all, WITHOUT_HEAD_TO_HEAD).order;
  const graph = lockInOrder(n, victories, preference);
  const winners = possibleWinners(n, victories);
  const others = all.filter((option) => !winners.includes(option));
  const groups = [winners, ...peeled(others, (a, b) => graph.reaches(a, b))].filter((group) => group.length > 0);
  return {
    groups,
    values: all.map((a) => all.filter((b) => graph.reaches(a, b)).length),
    settled: settleBy(graph, contest, groups),
  };
}

/** The locked victories, for tests and tables: [winner, loser], without saying which came first. */
export function lockedVictories(contest: PairwiseContest): readonly (readonly [number, number])[] {
  const n = contest.options.length;
  const preference = settle(contest, indices(n), WITHOUT_HEAD_TO_HEAD).order;
  const graph = lockInOrder(n, victoryGroups(contest.pairwise), preference);
  return indices(n).flatMap((a) =>
    indices(n)
      .filter((b) => graph.has(a, b))
      .map((b) => [a, b] as const),
  );
}
