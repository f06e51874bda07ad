// Makes ids that people can read out of names.
import { isId } from '../ids.ts';

/** Letters that do not come apart into a plain letter and an accent. */
const WHOLE_LETTERS: Readonly<Record<string, string>> = { œ: 'oe', æ: 'ae', ß: 'ss', ø: 'o', ł: 'l', đ: 'd', ı: 'i' };

/** Room for a number behind it within the 64 characters of an id. */
const LONGEST_SLUG = 48;

/** `Café crème` → `cafe-creme`; empty for a name without a Latin letter or a digit. */
export const slug = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[œæßøłđı]/g, (letter) => WHOLE_LETTERS[letter] ?? '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-/, '')
    .slice(0, LONGEST_SLUG)
    .replace(/-$/, '');

/**
 * One id a name, valid and used once: the slug, or `option-3` where there is none; a taken one gets a number behind it.
 * The same names in the same order give the same ids.
 */
export function idsFor(names: readonly string[], fallback: string): string[] {
  const taken = new Set<string>();
  return names.map((name, at) => {
    const wanted = slug(name);
    const base = isId(wanted) ? wanted : `${fallback}-${at + 1}`;
    let id = base;
    for (let number = 2; taken.has(id); number += 1) id = `${base}-${number}`;
    taken.add(id);
    return id;
  });
}
