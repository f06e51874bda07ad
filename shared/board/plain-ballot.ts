// The commonest message of all, a ballot of scores, looked at without a schema: what is taken here is exactly what the
// schema would take and leave as it is. Everything else goes the schema's way, which knows what to say of it.
import { BOUNDS } from '../bounds.ts';
import { isId } from '../ids.ts';
import { isScore } from '../voting/ballots.ts';
import type { CommandOf } from './commands.ts';

const FIELDS: ReadonlySet<string> = new Set(['id', 'type', 'round', 'ballot', 'done']);

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

const isIdText = (value: unknown): boolean => typeof value === 'string' && isId(value);

/** Whether it has so many entries at most, all of them by ids and with values that are taken. */
function isRecordOf(value: unknown, most: number, takes: (entry: unknown) => boolean): boolean {
  if (!isRecord(value)) return false;
  const keys = Object.keys(value);
  return keys.length <= most && keys.every((key) => isId(key) && takes(value[key]));
}

const isScoreOrNone = (value: unknown): boolean => value === null || isScore(value);
const isRow = (value: unknown): boolean => isRecordOf(value, BOUNDS.criteria, isScoreOrNone);

const isScoreBallot = (value: unknown): boolean =>
  isRecord(value) && Object.keys(value).length === 1 && isRecordOf(value['cells'], BOUNDS.options, isRow);

/** Whether a payload is a `ballot.cast` of scores. */
export const isPlainBallot = (raw: object): raw is CommandOf<'ballot.cast'> =>
  isRecord(raw) &&
  raw['type'] === 'ballot.cast' &&
  Object.keys(raw).every((key) => FIELDS.has(key)) &&
  isIdText(raw['id']) &&
  isIdText(raw['round']) &&
  (!('done' in raw) || typeof raw['done'] === 'boolean') &&
  isScoreBallot(raw['ballot']);
