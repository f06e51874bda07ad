// Who else writes in a part of the record, in words: colours and carets alone tell a reader of the screen nothing.
import { msg, str } from '@lit/localize';
import type { Board } from '../../../shared/board/board.ts';
import { formatNumber } from '../../i18n/format.ts';
import { currentLanguage } from '../../i18n/locale.ts';
import type { OtherCaret } from './other-carets.ts';
import type { ShownCaret } from './record-model.ts';

/** So many are named; of more it is said how many. */
const NAMED = 3;

/** The others who write in a part, by name; who is not on the board any more has none. */
export const othersIn = (
  part: string,
  carets: readonly ShownCaret[],
  { members }: Board,
  you: string | undefined,
): readonly OtherCaret[] =>
  carets.flatMap((caret) => {
    const name = caret.member === you ? undefined : members.get(caret.member)?.name;
    return name === undefined || caret.part !== part ? [] : [{ ...caret, name }];
  });

/** "Ada and Bo are writing here"; empty where nobody does. In the order of names, so that moving changes nothing. */
export function writingHere(others: readonly OtherCaret[]): string {
  const names = others.map(({ name }) => name).sort((a, b) => a.localeCompare(b, currentLanguage()));
  const [first = ''] = names;
  if (names.length === 0) return '';
  if (names.length === 1) return msg(str`${first} is writing here`, { id: 'record.one-writes' });
  const rest = names.length - NAMED;
  const more = rest > 0 ? [msg(str`${formatNumber(rest)} more`, { id: 'record.more-write' })] : [];
  const listed = new Intl.ListFormat(currentLanguage(), { type: 'conjunction' }).format([
    ...names.slice(0, NAMED),
    ...more,
  ]);
  return msg(str`${listed} are writing here`, { id: 'record.many-write' });
}
