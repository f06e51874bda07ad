// The addresses by which a board is shared. Pure: origin, keys and payload come from the page.
import type { Role } from '../../../shared/board/board.ts';
import { readCode, showCode } from '../../../shared/ids.ts';

export type RoleLinks = { readonly [R in Role]?: string | undefined };

/** A role's address, as `https://host/b/ID#KEY`. What the server told (it knows its public address) comes first. */
export function shareLinks(origin: string, board: string, keys: RoleLinks, told: RoleLinks = {}): RoleLinks {
  const base = publicOrigin(origin, told);
  const link = (role: Role): string | undefined => {
    const key = keys[role];
    return told[role] ?? (key === undefined ? undefined : `${base}/b/${board}#${key}`);
  };
  return { facilitator: link('facilitator'), voter: link('voter'), watcher: link('watcher') };
}

/** The address that makes another device the same member; `payload` is what `writeMe` made. */
export const personalLink = (origin: string, board: string, payload: string, told: RoleLinks = {}): string =>
  `${publicOrigin(origin, told)}/b/${board}#${payload}`;

/** The address that joins by the board's code. */
export const codeLink = (origin: string, code: string, told: RoleLinks = {}): string =>
  `${publicOrigin(origin, told)}/join/${showCode(readCode(code) ?? code)}`;

/** Where people outside reach this server: what its own links say, else where the page came from. */
export function publicOrigin(origin: string, told: RoleLinks): string {
  const link = told.voter ?? told.watcher ?? told.facilitator;
  const end = link?.lastIndexOf('/b/') ?? -1;
  return link === undefined || end === -1 ? origin : link.slice(0, end);
}
