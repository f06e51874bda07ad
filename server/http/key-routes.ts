// The call that replaces a link: the facilitator's key makes the old keys useless and is told the new ones.
import { type Request, Router } from 'express';
import { parseWith } from '../../shared/board/parse.ts';
import { type Result, ok, reject } from '../../shared/result.ts';
import { addressOf, boardOf, guardCodes } from './access.ts';
import { route } from './answers.ts';
import { jsonBody, named } from './body.ts';
import { readCredential } from './credential.ts';
import { linksOf } from './links.ts';
import type { HttpParts } from './parts.ts';
import { keyChangeSchema } from './requests.ts';

async function replaceKey(request: Request, parts: HttpParts): Promise<Result<unknown>> {
  const allowed = parts.rates.allow('address-command', addressOf(request, parts));
  if (!allowed.ok) return reject('too-fast', undefined, allowed.retryAfter);
  const change = parseWith(keyChangeSchema, request.body);
  if (!change.ok) return named(change);
  const credential = readCredential(request.headers.authorization);
  const board = boardOf(request);
  return guardCodes(request, parts, board, async () => {
    // A role that was handed on within the board replaces no key, as it erases none.
    if (credential?.kind !== 'key') return reject('bad-key', 'key');
    const rotated = await parts.boards.rotate(board, credential.key, change.value);
    if (!rotated.ok) return rotated;
    const { board: id, revision, keys } = rotated.value;
    return ok({ ok: true, revision, keys, links: linksOf(request, parts, id, keys) });
  });
}

export function keyRoutes(parts: HttpParts): Router {
  const router = Router();
  router.post(
    '/api/boards/:board/keys',
    ...jsonBody(parts.config.limits.sizes.body),
    route((request) => replaceKey(request, parts)),
  );
  return router;
}
