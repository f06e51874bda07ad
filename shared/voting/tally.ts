// What may be public about a round's ballots: nested records whose leaves are numbers or lists of numbers.

export interface ScoreTally {
  /** Per option and criterion: how many gave 0, 1, 2, 3, 4, 5 and "don't know". */
  readonly cells: Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>;
}
export interface WeightsTally {
  readonly points: Readonly<Record<string, number>>;
}
export interface DotsTally {
  readonly dots: Readonly<Record<string, number>>;
}
export interface ApprovalTally {
  readonly approvals: Readonly<Record<string, number>>;
}
export interface RankingTally {
  /** `pairwise[a][b]`: ballots that rank a strictly above b. */
  readonly pairwise: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Ballots that rank the option first (ties at the top count for each of them). */
  readonly firsts: Readonly<Record<string, number>>;
}
export interface ConsentTally {
  readonly fingers: readonly number[];
}
export type Tally = ScoreTally | WeightsTally | DotsTally | ApprovalTally | RankingTally | ConsentTally;

/** The entries of a tally that changed, absolute values; merging one twice is harmless. */
export type TallyChanges = Partial<ScoreTally & WeightsTally & DotsTally & ApprovalTally & RankingTally & ConsentTally>;

type Node = number | readonly number[] | { readonly [key: string]: Node };

const isRecord = (node: Node | undefined): node is { readonly [key: string]: Node } =>
  typeof node === 'object' && !Array.isArray(node);

function changed(before: Node | undefined, after: Node): Node | undefined {
  // Counts are replaced and never written into, so most entries are the very ones that were told.
  if (before === after) return undefined;
  if (isRecord(after)) {
    const entries: [string, Node][] = [];
    for (const [key, value] of Object.entries(after)) {
      const difference = changed(isRecord(before) ? before[key] : undefined, value);
      if (difference !== undefined) entries.push([key, difference]);
    }
    // An entry that is new is told even where nothing can be counted in it.
    return entries.length > 0 || before === undefined ? Object.fromEntries(entries) : undefined;
  }
  if (Array.isArray(after)) {
    const same = Array.isArray(before) && before.length === after.length && after.every((n, i) => n === before[i]);
    return same ? undefined : after;
  }
  return after;
}

function merged(before: Node | undefined, changes: Node): Node {
  if (!isRecord(changes)) return changes;
  const base = isRecord(before) ? before : {};
  const result: Record<string, Node> = { ...base };
  for (const [key, value] of Object.entries(changes)) result[key] = merged(base[key], value);
  return result;
}

/** The entries in which `after` differs from `before`; without `before` all of them. */
export const tallyChanges = (before: Tally | undefined, after: Tally): TallyChanges =>
  (changed(before as Node | undefined, after as unknown as Node) ?? {}) as TallyChanges;

/** `before` with the changed entries put in their places. */
export const mergeTally = (before: Tally | undefined, changes: TallyChanges): Tally =>
  merged(before as Node | undefined, changes as unknown as Node) as unknown as Tally;
