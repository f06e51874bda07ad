// Moving options in a ranking with ties: groups, best first; what is in no group is not ranked.

export type Ranking = readonly (readonly string[])[];

const kept = (ranking: Ranking): Ranking => ranking.filter((group) => group.length > 0);

export const groupOf = (ranking: Ranking, option: string): number =>
  ranking.findIndex((group) => group.includes(option));

export const removed = (ranking: Ranking, option: string): Ranking =>
  kept(ranking.map((group) => group.filter((other) => other !== option)));

/** Puts an option last of those ranked. */
export const added = (ranking: Ranking, option: string): Ranking => [...removed(ranking, option), [option]];

/** Out of a tie an option goes just above or below it; alone it changes places with its neighbour. */
export function moved(ranking: Ranking, option: string, by: 1 | -1): Ranking {
  const place = groupOf(ranking, option);
  const group = ranking[place];
  if (group === undefined) return ranking;
  const others = group.filter((other) => other !== option);
  if (others.length > 0) {
    const pair = by === -1 ? [[option], others] : [others, [option]];
    return [...ranking.slice(0, place), ...pair, ...ranking.slice(place + 1)];
  }
  const neighbour = ranking[place + by];
  if (neighbour === undefined) return ranking;
  const pair = by === -1 ? [group, neighbour] : [neighbour, group];
  const start = Math.min(place, place + by);
  return [...ranking.slice(0, start), ...pair, ...ranking.slice(start + 2)];
}

/** Ties a group with the one above it, or takes an option out of its tie to stand just below it. */
export function tied(ranking: Ranking, option: string): Ranking {
  const place = groupOf(ranking, option);
  const group = ranking[place];
  if (group === undefined) return ranking;
  if (group.length > 1 && group[0] !== option) return moved(ranking, option, 1);
  const above = ranking[place - 1];
  if (above === undefined) return ranking;
  return [...ranking.slice(0, place - 1), [...above, ...group], ...ranking.slice(place + 1)];
}
