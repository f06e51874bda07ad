// The boards, with commands counted by their type and outcome, whichever door they came through. Ballots are counted
// only where the answer says which version of the round includes them: in anonymous rounds it does not. Notes that a
// round holds back are counted nowhere: nobody may learn before the reveal that there are any.
import type { Command } from '../shared/board/commands.ts';
import type { DoAnswer } from '../shared/protocol.ts';
import type { Result } from '../shared/result.ts';
import type { Boards } from './boards/boards.ts';
import type { Metrics } from './metrics.ts';

const HELD: ReadonlySet<string> = new Set<Command['type']>(['note.hold', 'note.discard']);

const isHidden = ({ type }: Command, done: Result<DoAnswer>): boolean =>
  HELD.has(type) || (type.startsWith('ballot.') && !(done.ok && done.value.version !== undefined));

export function countingBoards(boards: Boards, metrics: Metrics): Boards {
  return {
    get epoch() {
      return boards.epoch;
    },
    get awake() {
      return boards.awake;
    },
    create: (id, content) => boards.create(id, content),
    join: (request, enter, options) => boards.join(request, enter, options),
    sync: (session, request, answered) => boards.sync(session, request, answered),
    do: (session, command) =>
      boards.do(session, command).then((done) => {
        if (!isHidden(command, done)) metrics.command(command.type, done.ok ? 'accepted' : done.error.code);
        return done;
      }),
    authorize: (board, credential) => boards.authorize(board, credential),
    read: (board) => boards.read(board),
    events: (board) => boards.events(board),
    points: (board) => boards.points(board),
    result: (board, round) => boards.result(board, round),
    ballots: (board, round) => boards.ballots(board, round),
    rotate: (board, proof, change) => boards.rotate(board, proof, change),
    erase: (board) => boards.erase(board),
    close: () => boards.close(),
  };
}
