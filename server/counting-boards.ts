// The boards, with every command counted by its type and outcome, whichever door it came through.
import type { Boards } from './boards/boards.ts';
import type { Metrics } from './metrics.ts';

export function countingBoards(boards: Boards, metrics: Metrics): Boards {
  return {
    get epoch() {
      return boards.epoch;
    },
    create: (id, content) => boards.create(id, content),
    join: (request, enter, options) => boards.join(request, enter, options),
    sync: (session, request, answered) => boards.sync(session, request, answered),
    do: async (session, command) => {
      const done = await boards.do(session, command);
      metrics.command(command.type, done.ok ? 'accepted' : done.error.code);
      return done;
    },
    authorize: (board, credential) => boards.authorize(board, credential),
    read: (board) => boards.read(board),
    events: (board) => boards.events(board),
    result: (board, round) => boards.result(board, round),
    ballots: (board, round) => boards.ballots(board, round),
    erase: (board) => boards.erase(board),
    close: () => boards.close(),
  };
}
