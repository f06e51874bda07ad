// `palabre recount`: counts an exported board again and says exactly what differs.
import type { Difference } from '../../shared/exchange/differences.ts';
import { fingerprintMatches, readFingerprint } from '../../shared/exchange/fingerprint.ts';
import { type RecountedRound, recount as recountFile } from '../../shared/exchange/recount.ts';
import { WrongUsage, readArguments } from '../arguments.ts';
import { type Output, Stopped } from './output.ts';
import { readJson } from './read-file.ts';

export const RECOUNT_USAGE = 'palabre recount EXPORT.json [--fingerprint X]';

const MOST_SHOWN = 50;
const LONGEST = 200;

function shown(value: unknown): string {
  const text = value === undefined ? 'nothing' : JSON.stringify(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

const line = ({ path, inFile, counted }: Difference): string =>
  `  ${path}: the file says ${shown(inFile)}, counting gives ${shown(counted)}`;

function verdict({ id, basis, ballots, differences }: RecountedRound): string {
  const right = differences.length === 0;
  if (basis === 'imported') return `Round ${id}: brought along from another board; its ballots are not in this file.`;
  if (basis === 'nothing')
    return `Round ${id}: its rule needs whole ballots, which were not published; not counted again.`;
  const from = basis === 'ballots' ? `${ballots} published ballots` : `its published tally of ${ballots} ballots`;
  return `Round ${id}: counted again from ${from}: ${right ? 'the same result' : 'DIFFERENT'}.`;
}

/** Says what in the file has the noted fingerprint; true when nothing has. */
function missing(file: unknown, noted: string, output: Output): boolean {
  const digits = readFingerprint(noted);
  if (digits === undefined) throw new WrongUsage(`--fingerprint takes 8 to 64 of the digits 0-9 and a-f.`);
  const matches = fingerprintMatches(file, digits);
  for (const match of matches) {
    const what = match.of === 'log' ? `the log up to event ${match.revision}` : `the ballots of round ${match.round}`;
    output.out(`Matches fingerprint ${noted}: ${what}.\n`);
  }
  if (matches.length === 0) output.out(`NOTHING in the file has the fingerprint ${noted}.\n`);
  return matches.length === 0;
}

/** @returns the exit code: 1 when anything differs, or nothing has the fingerprint that was noted */
export function recount(args: readonly string[], output: Output): number {
  const { positionals, values } = readArguments(args, { fingerprint: { type: 'string' } });
  const [path, ...rest] = positionals;
  if (path === undefined || rest.length > 0) throw new WrongUsage(`One file is counted again: ${RECOUNT_USAGE}.`);
  const file = readJson(path);
  const counted = recountFile(file);
  if (!counted.ok) throw new Stopped(`${path} is no export of a board: ${counted.error.field ?? counted.error.code}.`);
  const { rounds, log } = counted.value;
  const found = [...rounds.flatMap(({ differences }) => differences), ...log];
  for (const round of rounds) output.out(`${verdict(round)}\n`);
  if (rounds.length === 0) output.out('No round has been revealed.\n');
  output.out(
    log.length === 0 ? 'The log, its chain and the board agree.\n' : 'The log, its chain and the board DISAGREE.\n',
  );
  for (const difference of found.slice(0, MOST_SHOWN)) output.out(`${line(difference)}\n`);
  if (found.length > MOST_SHOWN) output.out(`  … and ${found.length - MOST_SHOWN} more\n`);
  if (found.length === 0) output.out('The file is consistent with itself.\n');
  const { fingerprint } = values;
  const absent = fingerprint !== undefined && missing(file, fingerprint, output);
  return found.length === 0 && !absent ? 0 : 1;
}
