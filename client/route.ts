// Which page an address asks for, and what its fragment carries. Pure: it never touches the address bar.
import { isId, readCode } from '../shared/ids.ts';
import { BASE } from './base-path.ts';
import { readMe, type CarriedMember } from './identity.ts';

export type Route =
  | { readonly page: 'home' }
  /** `/join/…` with something that is no code leaves the person on the home page to look at it again. */
  | { readonly page: 'home'; readonly badCode: string }
  | { readonly page: 'board'; readonly board: string; readonly screen: boolean }
  | { readonly page: 'recount' }
  | { readonly page: 'not-found' };

const segment = (text: string): string | undefined => {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
};

/** A board's id as it is, a code without dashes, undefined for what can be neither. */
export const readBoard = (text: string): string | undefined => readCode(text) ?? (isId(text) ? text : undefined);

/** `base`: where the page is served under. */
export function matchRoute(pathname: string, base = BASE): Route {
  if (!`${pathname}/`.startsWith(base)) return { page: 'not-found' };
  const parts = pathname
    .slice(base.length - 1)
    .split('/')
    .filter((part) => part !== '');
  if (parts.length === 0) return { page: 'home' };
  const [first, second, third] = parts.map(segment);
  if (first === 'recount' && parts.length === 1) return { page: 'recount' };
  if (first === 'join' && second !== undefined && parts.length === 2) {
    const code = readCode(second);
    return code === undefined ? { page: 'home', badCode: second } : { page: 'board', board: code, screen: false };
  }
  const board = second === undefined ? undefined : readBoard(second);
  if (first !== 'b' || board === undefined) return { page: 'not-found' };
  if (parts.length === 2) return { page: 'board', board, screen: false };
  return parts.length === 3 && third === 'screen' ? { page: 'board', board, screen: true } : { page: 'not-found' };
}

export const boardPath = (board: string, screen = false): string => `${BASE}b/${board}${screen ? '/screen' : ''}`;

export interface Fragment {
  readonly key?: string;
  readonly me?: CarriedMember;
}

/** `#KEY` or `#me=MEMBER.TOKEN[.KEY]`. What is neither reads as nothing. */
export function readFragment(hash: string): Fragment {
  const text = segment(hash.replace(/^#/, ''));
  if (text === undefined || text === '') return {};
  if (text.startsWith('me=')) {
    const carried = readMe(text);
    return carried === undefined ? {} : { me: carried.member, ...(carried.key !== undefined && { key: carried.key }) };
  }
  return /^[\w~.+/=-]{8,128}$/.test(text) ? { key: text } : {};
}
