// The links that carry keys, as they are told to whoever may hand them on.
import type { Request } from 'express';
import type { Role } from '../../shared/board/board.ts';
import { askedAddress } from './address.ts';
import type { HttpParts } from './parts.ts';

type Keys = Readonly<Partial<Record<Role, string>>>;

/** Links that begin with the public address, or with the one that was asked while none is set. */
export function linksOf(request: Request, { config, publicUrl }: HttpParts, board: string, keys: Keys): Keys {
  const base = config.publicUrl ?? askedAddress(request, config.trustProxy) ?? publicUrl();
  return Object.fromEntries(Object.entries(keys).map(([role, key]) => [role, `${base}/b/${board}#${key}`]));
}
