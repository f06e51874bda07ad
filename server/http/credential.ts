// The Authorization header: a board's key, or a member and their token.
import { isId } from '../../shared/ids.ts';
import type { Credential } from '../boards/boards.ts';

const KEY = /^Bearer +([\x21-\x7E]{1,128})$/i;
const MEMBER = /^Member +([A-Za-z0-9_-]{1,64}):([\x21-\x7E]{1,200})$/i;

/** Undefined: none, or one that cannot be right. */
export function readCredential(header: string | undefined): Credential | undefined {
  const key = KEY.exec(header ?? '')?.[1];
  if (key !== undefined) return { kind: 'key', key };
  const [, member, token] = MEMBER.exec(header ?? '') ?? [];
  if (member === undefined || token === undefined || !isId(member)) return undefined;
  return { kind: 'member', member, token };
}
