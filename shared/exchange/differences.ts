// Where two JSON values differ, as paths, so that a person can look it up in the file.

export interface Difference {
  /** `rounds.0.result.winners.1`. */
  readonly path: string;
  /** Undefined: not there. */
  readonly inFile: unknown;
  readonly counted: unknown;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const entriesOf = (value: Readonly<Record<string, unknown>>) =>
  Object.entries(value).filter(([, entry]) => entry !== undefined);

/** All paths at which `inFile` and `counted` differ, in order; the order of keys does not matter, that of lists does. */
export function differences(path: string, inFile: unknown, counted: unknown): Difference[] {
  if (!isObject(inFile) || !isObject(counted) || Array.isArray(inFile) !== Array.isArray(counted)) {
    return Object.is(inFile, counted) ? [] : [{ path, inFile, counted }];
  }
  const keys = new Set([...entriesOf(inFile), ...entriesOf(counted)].map(([key]) => key));
  return [...keys].flatMap((key) => differences(`${path}.${key}`, inFile[key], counted[key]));
}
