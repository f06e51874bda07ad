// Reads PrefLib's ranking files (.soc, .soi, .toc, .toi), in today's form and the one before 2022, as an election.
import { ok, reject, type Result } from '../result.ts';
import { type Election, UNCOUNTABLE } from '../voting/election.ts';

type Ballot = Extract<Election['ballots'][number], { ranking: unknown }>;

/** `1,{2,3},4` as groups of candidate numbers; undefined when it is no ranking. */
function groupsIn(text: string): number[][] | undefined {
  const groups: number[][] = [];
  const whole = /^\s*(?:(?:\{[\d\s,]*\}|\d+)\s*(?:,\s*(?=[{\d])|$))*$/;
  if (!whole.test(text)) return undefined;
  for (const [part] of text.matchAll(/\{[^}]*\}|\d+/g)) {
    const numbers = Array.from(part.matchAll(/\d+/g), ([digits]) => Number(digits));
    if (numbers.length > 0) groups.push(numbers);
  }
  return groups;
}

/** PrefLib lets names repeat; an election does not. */
function distinctNames(names: ReadonlyMap<number, string>): Map<number, string> {
  const seen = new Set<string>();
  return new Map(
    Array.from(names, ([number, name]) => {
      const distinct = name === '' || seen.has(name) ? `${name} (${number})`.trim() : name;
      seen.add(distinct);
      return [number, distinct];
    }),
  );
}

function ballotIn(line: string, separator: RegExp, names: ReadonlyMap<number, string>): Ballot | undefined {
  const [, count, rest] = separator.exec(line) ?? [];
  const groups = rest === undefined ? undefined : groupsIn(rest);
  if (groups === undefined || groups.flat().some((number) => !names.has(number))) return undefined;
  return { count: Number(count), ranking: groups.map((group) => group.map((number) => names.get(number) ?? '')) };
}

interface Body {
  readonly names: ReadonlyMap<number, string>;
  /** A line that names a candidate: the number, the name. */
  readonly naming: RegExp;
  readonly lines: readonly (readonly [number: number, text: string])[];
  readonly separator: RegExp;
}

function namesIn(lines: Body['lines'], naming: RegExp): Map<number, string> {
  const names = new Map<number, string>();
  for (const [, text] of lines) {
    const [, number, name = ''] = naming.exec(text) ?? [];
    if (number !== undefined) names.set(Number(number), name.trim());
  }
  return names;
}

function modernBody(lines: Body['lines']): Body | undefined {
  const naming = /^#\s*ALTERNATIVE NAME\s+(\d+)\s*:(.*)$/i;
  const names = namesIn(lines, naming);
  const data = lines.filter(([, text]) => !text.startsWith('#'));
  return names.size === 0 ? undefined : { names, naming, lines: data, separator: /^(\d+)\s*:(.*)$/ };
}

/** How many candidates, a line for each, a line of totals, then the ballots. */
function olderBody(lines: Body['lines']): Body | undefined {
  const size = Number(lines[0]?.[1]);
  if (!Number.isInteger(size) || size < 1) return undefined;
  const entry = /^(\d+)\s*,(.*)$/;
  const names = namesIn(lines.slice(1, size + 1), entry);
  return names.size === size ? { names, naming: entry, lines: lines.slice(size + 2), separator: entry } : undefined;
}

/**
 * An election of rankings. Refusals are `invalid` with the line (`line 12`; `line 3, __proto__` for a candidate who cannot
 * be counted under that name), or `file` when it is of another kind.
 */
export function readPreflib(text: string): Result<Election> {
  const lines = text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .map((line, index) => [index + 1, line.trim()] as const)
    .filter(([, line]) => line !== '');
  const body = lines.some(([, line]) => line.startsWith('#')) ? modernBody(lines) : olderBody(lines);
  if (body === undefined) return reject('invalid', 'file');
  const lost = lines.find(([, line]) => body.naming.exec(line)?.[2]?.trim() === UNCOUNTABLE);
  if (lost !== undefined) return reject('invalid', `line ${lost[0]}, ${UNCOUNTABLE}`);
  const names = distinctNames(body.names);
  const ballots: Ballot[] = [];
  for (const [number, line] of body.lines) {
    const ballot = ballotIn(line, body.separator, names);
    if (ballot === undefined) return reject('invalid', `line ${number}`);
    ballots.push(ballot);
  }
  return ok({ candidates: [...names.values()], ballots });
}
