// What a new round is counted with: resolved and frozen, or refused with the field.
import { type Result, ok, reject } from '../result.ts';
import { isoTime } from '../time.ts';
import type { MethodName } from '../voting/ballots.ts';
import type { CountedCriterion } from '../voting/method.ts';
import { methodOf } from '../voting/methods.ts';
import { type Board, present } from './board.ts';
import type { CommandOf } from './commands.ts';
import type { RoundOpened } from './events.ts';

type Opening = CommandOf<'round.open'>;

const JUDGES_OPTIONS: ReadonlySet<MethodName> = new Set(['score', 'dots', 'approval', 'ranking']);
const JUDGES_CRITERIA: ReadonlySet<MethodName> = new Set(['score', 'weights']);
/** With only some cells a ballot says nothing about the others, so rules that need whole ballots are out. */
const RULES_FOR_SOME_CELLS: ReadonlySet<string> = new Set(['mean', 'median']);

/** The ids asked for, in the board's order, or all that are there. */
function chosen(
  things: readonly { readonly id: string; readonly removed?: true }[],
  asked: readonly string[] | undefined,
  field: string,
): Result<readonly string[]> {
  const ids = present(things).map(({ id }) => id);
  if (asked === undefined) return ids.length === 0 ? reject('invalid', field) : ok(ids);
  if (new Set(asked).size !== asked.length) return reject('invalid', field);
  const missing = asked.find((id) => !ids.includes(id));
  if (missing !== undefined) return reject('not-found', field);
  return ok(ids.filter((id) => asked.includes(id)));
}

function frozenCriteria(board: Board, ids: readonly string[]): readonly CountedCriterion[] {
  return board.criteria
    .filter(({ id }) => ids.includes(id))
    .map(({ id, weight, mustHave }) => ({ id, weight, ...(mustHave !== undefined && { mustHave }) }));
}

/** Some cells only: the options and criteria are then those that the cells name. */
function narrowed(opening: Opening): Opening {
  if (opening.cells === undefined || opening.method !== 'score') return opening;
  const options = opening.options ?? [...new Set(opening.cells.map(([option]) => option))];
  const criteria = opening.criteria ?? [...new Set(opening.cells.map(([, criterion]) => criterion))];
  return { ...opening, options, criteria };
}

function settingsOf(opening: Opening) {
  const { method, threshold, dots, stacking, proposal, cells } = opening;
  return {
    ...(threshold !== undefined && (method === 'score' || method === 'consent') && { threshold }),
    ...(method === 'dots' && { dots: dots ?? 5, stacking: stacking ?? false }),
    ...(method === 'consent' && proposal !== undefined && { proposal }),
    ...(method === 'score' && cells !== undefined && { cells }),
  };
}

/** Refuses rules of other methods, cells outside the round and weights that sum to nothing. */
function wrongField(
  opening: Opening,
  options: readonly string[],
  criteria: readonly CountedCriterion[],
): string | undefined {
  const { rules, defaultRule } = methodOf(opening.method);
  const rule = opening.rule ?? defaultRule;
  if (!rules.includes(rule)) return 'rule';
  if (opening.method === 'score') {
    if (criteria.every(({ weight }) => weight === 0)) return 'criteria';
    if (opening.cells !== undefined && !RULES_FOR_SOME_CELLS.has(rule)) return 'rule';
    const outside = opening.cells?.findIndex(
      ([option, criterion]) => !options.includes(option) || !criteria.some(({ id }) => id === criterion),
    );
    if (outside !== undefined && outside >= 0) return `cells.${outside}`;
  }
  return undefined;
}

/** The event that opens a round. Names of options and criteria that are not there are `not-found`. */
export function openingOf(board: Board, command: Opening, now: number, tieHash: string): Result<RoundOpened> {
  const opening = narrowed(command);
  const { round, method, secrecy, prompt, seconds, quorum, closeWhenAll, shuffle, silentNotes } = opening;
  const options = JUDGES_OPTIONS.has(method) ? chosen(board.options, opening.options, 'options') : ok([]);
  if (!options.ok) return options;
  const ids = JUDGES_CRITERIA.has(method) ? chosen(board.criteria, opening.criteria, 'criteria') : ok([]);
  if (!ids.ok) return ids;
  const criteria = frozenCriteria(board, ids.value);
  const wrong = wrongField(opening, options.value, criteria);
  if (wrong !== undefined) return reject('invalid', wrong);
  // Where nobody is named, no name stands under a note either.
  if (secrecy === 'anonymous' && silentNotes === 'signed') return reject('invalid', 'silentNotes');
  return ok({
    type: 'round.opened',
    round,
    method,
    rule: opening.rule ?? methodOf(method).defaultRule,
    secrecy,
    options: options.value,
    criteria,
    // A named round shows each ballot with its name at the reveal; the others only where they said so.
    publish: secrecy === 'named' ? 'ballots' : (opening.publish ?? 'tally'),
    ...settingsOf(opening),
    ...(prompt !== undefined && prompt !== '' && { prompt }),
    ...(seconds !== undefined && { closesAt: isoTime(now + seconds * 1000) }),
    ...(quorum !== undefined && { quorum }),
    ...(closeWhenAll === true && { closeWhenAll }),
    ...(shuffle === true && { shuffle }),
    ...(silentNotes !== undefined && { silentNotes }),
    tieHash,
  });
}
