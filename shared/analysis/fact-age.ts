// Owns how old a fact is on a given day. A year or a month that was given counts from its end: at least so old.

export type FactStage = 'fresh' | 'aging' | 'old';

export interface FactAge {
  /** Whole years; negative for a date that is still to come. */
  readonly years: number;
  readonly stage: FactStage;
}

const AGING_FROM = 1;
const OLD_FROM = 2;

const stageOf = (years: number): FactStage => (years >= OLD_FROM ? 'old' : years >= AGING_FROM ? 'aging' : 'fresh');

/** `asOf`: `2024`, `2024-11` or `2024-11-23`; `today` a day. Dates are text, so the time zone of neither matters. */
export function factAge(asOf: string, today: string): FactAge {
  const [year = 0, month = 12, day = 31] = asOf.split('-').map(Number);
  const [thisYear = 0, thisMonth = 1, thisDay = 1] = today.split('-').map(Number);
  const reached = thisMonth > month || (thisMonth === month && thisDay >= day);
  const years = thisYear - year - (reached ? 0 : 1);
  return { years, stage: stageOf(years) };
}
