// Who is writing where, in words.
import { msg, str } from '@lit/localize';
import type { Member, Target } from '../../../shared/board/board.ts';
import type { Presence } from '../../../shared/protocol.ts';
import { formatNumber } from '../../i18n/format.ts';
import { sameTarget } from '../targets.ts';

/** Those who are writing about a target; oneself is left out. */
export function writingWords(
  members: ReadonlyMap<string, Member>,
  presence: ReadonlyMap<string, Presence>,
  you: string | undefined,
  target: Target,
): string {
  const names: string[] = [];
  for (const [id, { writing }] of presence) {
    const name = members.get(id)?.name;
    if (id !== you && name !== undefined && writing != null && sameTarget(writing, target)) names.push(name);
  }
  const [first, second] = names;
  if (first === undefined) return '';
  if (second === undefined) return msg(str`${first} is writing…`, { id: 'people.one-writes' });
  return names.length === 2
    ? msg(str`${first} and ${second} are writing…`, { id: 'people.two-write' })
    : msg(str`${formatNumber(names.length)} people are writing…`, { id: 'people.many-write' });
}
