// Says what a cell of the matrix holds, as its accessible name.
import { msg, str } from '@lit/localize';
import { plural } from '../../i18n/plural.ts';
import type { CellModel } from './cell-model.ts';
import { distributionOf } from './distribution.ts';
import { distributionWords, meanText, ownWords } from './distribution-words.ts';

export function noteCountWords(n: number): string {
  return plural(n, {
    one: () => msg(str`${n} note`, { id: 'matrix.note-one' }),
    other: () => msg(str`${n} notes`, { id: 'matrix.note-other' }),
  });
}

export const toScore = (): string => msg('to score', { id: 'matrix.to-score' });
export const dontKnow = (): string => msg('don’t know', { id: 'matrix.dont-know' });
export const splitWord = (): string => msg('split', { id: 'matrix.split' });
export const maskedWord = (): string => msg('scored', { id: 'matrix.masked' });
export const notAsked = (): string => msg('not asked', { id: 'matrix.not-asked' });
export const notScored = (): string => msg('not scored', { id: 'matrix.not-scored' });

export const fromRound = (number: number): string => msg(str`round ${number}`, { id: 'matrix.from-round' });

function givenWords({ mine, masked, stage }: CellModel): string {
  if (mine === undefined) return stage === 'open' ? toScore() : notScored();
  return masked ? maskedWord() : ownWords(mine);
}

function tallyWords(counts: readonly number[]): readonly string[] {
  const { mean, split } = distributionOf(counts);
  return [
    ...(mean === null ? [] : [msg(str`mean ${meanText(mean)}`, { id: 'matrix.mean' })]),
    ...(split ? [splitWord()] : []),
    distributionWords(counts),
  ];
}

function stateWords(cell: CellModel): readonly string[] {
  if (cell.stage === 'none') return [];
  if (cell.stage === 'outside') {
    return cell.earlier === undefined
      ? [notAsked()]
      : [notAsked(), fromRound(cell.earlierRound ?? 0), ...tallyWords(cell.earlier)];
  }
  const tally = cell.counts === undefined ? [] : tallyWords(cell.counts);
  if (cell.stage === 'revealed') return [...tally, ...(cell.mine === undefined ? [] : [givenWords(cell)])];
  return [givenWords(cell), ...tally];
}

/** `Pyramid, Ecosystem: to score, 4 notes`. */
export function cellWords(cell: CellModel): string {
  const said = [
    ...stateWords(cell),
    ...(cell.waiting ? [msg('waiting to be saved', { id: 'matrix.waiting' })] : []),
    ...(cell.notes > 0 ? [noteCountWords(cell.notes)] : []),
  ].join(', ');
  const name = `${cell.optionName}, ${cell.criterionName}`;
  return said === '' ? name : msg(str`${name}: ${said}`, { id: 'matrix.cell-name' });
}
