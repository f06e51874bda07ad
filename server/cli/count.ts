// `palabre count`: counts an election from a file under one rule.
import { readPreflib } from '../../shared/exchange/preflib.ts';
import {
  ELECTION_RULES,
  type Election,
  type ElectionCount,
  type ElectionRule,
  countElection,
  isElectionRule,
  readElection,
} from '../../shared/voting/election.ts';
import { WrongUsage, readArguments } from '../arguments.ts';
import { type Output, Stopped } from './output.ts';
import { readText } from './read-file.ts';

export const COUNT_USAGE = `palabre count FILE --rule ${ELECTION_RULES.join('|')} [--json] [--at N]`;

function electionIn(path: string): Election {
  const text = readText(path);
  const isJson = /^[\s\uFEFF]*\{/.test(text);
  let value: unknown;
  try {
    value = isJson ? JSON.parse(text.replace(/^\uFEFF/, '')) : undefined;
  } catch (error) {
    throw new Stopped(`${path} is not JSON: ${error instanceof Error ? error.message : ''}.`, 2);
  }
  const election = isJson ? readElection(value) : readPreflib(text);
  if (election.ok) return election.value;
  throw new Stopped(`${path} is no election that can be counted: ${election.error.field ?? election.error.code}.`, 2);
}

function ruleOf(name: string | undefined): ElectionRule {
  if (name !== undefined && isElectionRule(name)) return name;
  const given = name === undefined ? '--rule is missing' : `--rule cannot be "${name}"`;
  throw new WrongUsage(`${given}; it is one of ${ELECTION_RULES.join(', ')}.`);
}

function leastOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const at = Number(text);
  if (text.trim() === '' || !Number.isFinite(at)) throw new WrongUsage(`--at must be a number, not "${text}".`);
  return at;
}

const STEPS = {
  'head-to-head': 'head to head',
  margins: 'by the larger sum of margins',
  firsts: 'by more first places',
  draw: 'by the draw',
  'earlier-round': 'by an earlier round',
} as const;

/** One candidate a line; those who share a rank carry the same number. */
function report({ rule, winners, ranking, rounds, tieBroken, order }: ElectionCount): string {
  let rank = 1;
  const lines = ranking.flatMap((group) => {
    const shown = group.map((name) => `${String(rank).padStart(4)}. ${name}`);
    rank += group.length;
    return shown;
  });
  const eliminations = (rounds ?? []).map(({ tallies, eliminated, exhausted }, at) => {
    const counts = Object.entries(tallies).map(([name, votes]) => `${name} ${votes}`);
    const out = eliminated.length === 0 ? '' : `; out: ${eliminated.join(', ')}`;
    return `  round ${at + 1}: ${counts.join(', ')}${out}; exhausted ${exhausted}`;
  });
  return [
    `${rule}: ${winners.length === 0 ? 'nobody wins' : `${winners.join(', ')} ${winners.length === 1 ? 'wins' : 'tie'}`}`,
    ...lines,
    ...(tieBroken === undefined ? [] : [`If one order is needed: ${order.join(', ')} (${STEPS[tieBroken]}).`]),
    ...eliminations,
    '',
  ].join('\n');
}

/** @returns the exit code */
export function count(args: readonly string[], output: Output): number {
  const text = { type: 'string' } as const;
  const { values, positionals } = readArguments(args, { rule: text, at: text, json: { type: 'boolean' } });
  const [path, ...rest] = positionals;
  if (path === undefined || rest.length > 0) throw new WrongUsage(`One file is counted: ${COUNT_USAGE}.`);
  const rule = ruleOf(values.rule);
  const at = leastOf(values.at);
  const counted = countElection(electionIn(path), rule, at);
  if (!counted.ok) {
    throw new Stopped(`${path} cannot be counted with ${rule}: ${counted.error.field ?? counted.error.code}.`, 2);
  }
  output.out(values.json === true ? `${JSON.stringify(counted.value, null, 2)}\n` : report(counted.value));
  return 0;
}
