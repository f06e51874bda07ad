// Owns how a mention is typed: what stands after an @, who could be meant, and names made tokens and back. Pure.
import type { Member } from '../../../shared/board/board.ts';
import { mentionToken } from '../../../shared/board/mentions.ts';
import { BOUNDS } from '../../../shared/bounds.ts';
import { plainText, plainWords } from '../../plain-text.ts';

export type Members = ReadonlyMap<string, Member>;
/** Whom a name stands for in a text that is being written, by name. */
export type Picked = ReadonlyMap<string, string>;

export const MOST_OFFERED = 6;
const LONGEST_QUERY = 30;
const TOKEN = /@\[([A-Za-z0-9][A-Za-z0-9_-]{0,63})\]/g;

export interface Query {
  /** Where the @ stands. */
  readonly start: number;
  readonly words: string;
}

/** The @ before the caret and what follows it; an @ inside a word, as in an address, asks for nobody. */
export function queryAt(text: string, caret: number): Query | undefined {
  const before = text.slice(0, caret);
  const start = before.lastIndexOf('@');
  if (start < 0 || /[\p{L}\p{N}._-]/u.test(before[start - 1] ?? '')) return undefined;
  const words = before.slice(start + 1);
  return words.length > LONGEST_QUERY || /^\s|[\n[\]]|\s\s/u.test(words) ? undefined : { start, words };
}

/** Members whose name has words that begin as is typed, those whose name begins so first. */
export function offeredMembers(members: Members, words: string, you: string | undefined): readonly Member[] {
  const typed = plainText(words);
  const parts = plainWords(words);
  const first: Member[] = [];
  const more: Member[] = [];
  for (const member of members.values()) {
    if (member.removed === true || member.id === you) continue;
    const name = plainText(member.name);
    // Who has been named and left behind by a space is not asked for any more.
    if (typed === `${name} `) return [];
    const named = name.split(/\s+/u);
    if (name.startsWith(typed)) first.push(member);
    else if (parts.every((part) => named.some((word) => word.startsWith(part)))) more.push(member);
    if (first.length === MOST_OFFERED) break;
  }
  return [...first, ...more].slice(0, MOST_OFFERED);
}

/** A note's text as it is edited: names in place of tokens. Of two who share a name the second keeps its token. */
export function typedText(text: string, members: Members): { readonly text: string; readonly picked: Picked } {
  const picked = new Map<string, string>();
  const typed = text.replaceAll(TOKEN, (token, id: string) => {
    const name = members.get(id)?.name;
    if (name === undefined || (picked.get(name) ?? id) !== id) return token;
    picked.set(name, id);
    return `@${name}`;
  });
  return { text: typed, picked };
}

/** Whom each name means: who was picked, else the only one called so. */
function meanings(members: Members, picked: Picked): ReadonlyMap<string, string> {
  const meant = new Map<string, string | undefined>();
  for (const { id, name, removed } of members.values()) {
    if (removed !== true) meant.set(name, meant.has(name) ? undefined : id);
  }
  for (const [name, id] of picked) meant.set(name, id);
  return new Map([...meant].flatMap(([name, id]): [string, string][] => (id === undefined ? [] : [[name, id]])));
}

/** The text to be sent: tokens in place of names. A text that would grow too long keeps its names. */
export function sentText(text: string, members: Members, picked: Picked): string {
  if (!text.includes('@')) return text;
  const meant = [...meanings(members, picked)].toSorted(([a], [b]) => b.length - a.length);
  let sent = '';
  for (let at = 0; at < text.length; at += 1) {
    const opens = text[at] === '@' && !/[\p{L}\p{N}._-]/u.test(text[at - 1] ?? '');
    const named = opens
      ? meant.find(([name]) => text.startsWith(name, at + 1) && !/[\p{L}\p{N}]/u.test(text[at + 1 + name.length] ?? ''))
      : undefined;
    sent += named === undefined ? (text[at] ?? '') : mentionToken(named[1]);
    at += named === undefined ? 0 : named[0].length;
  }
  return Array.from(sent).length > BOUNDS.note ? text : sent;
}
