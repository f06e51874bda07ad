// Calls that read what a round came to.
import { Router } from 'express';
import { route } from './answers.ts';
import { sessionOf } from './access.ts';
import type { HttpParts } from './parts.ts';

export function roundRoutes(parts: HttpParts): Router {
  const router = Router();
  router.get(
    '/api/boards/:board/rounds/:round/result',
    route(async (request) => {
      const session = await sessionOf(request, parts);
      if (!session.ok) return session;
      return parts.boards.result(session.value.board, String(request.params['round']));
    }),
  );
  router.get(
    '/api/boards/:board/rounds/:round/ballots',
    route(async (request) => {
      const session = await sessionOf(request, parts);
      if (!session.ok) return session;
      return parts.boards.ballots(session.value.board, String(request.params['round']));
    }),
  );
  return router;
}
