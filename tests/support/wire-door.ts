// The server's end of wires in memory: what the realtime door does, without sockets. Hands over to the boards, answers,
// and tells everybody in the room; notes every frame that leaves.
import type { Command } from '../../shared/board/commands.ts';
import { parseCommand, parseWith } from '../../shared/board/parse.ts';
import { type DoAnswer, joinSchema, syncSchema } from '../../shared/protocol.ts';
import { toWireError } from '../../shared/rejections.ts';
import { type Result, reject } from '../../shared/result.ts';
import type { Announcer, Boards, MyBallotChange, Session } from '../../server/boards/boards.ts';
import type { Asked, Door, Frame, Wire } from './wire.ts';

export class WireDoor implements Door, Announcer {
  /** Set once the boards are made, which need the door first. */
  boards!: Boards;
  /** Sees every frame that leaves, with who it is for. */
  onFrame: (frame: Frame, session: Session | undefined) => void = () => undefined;
  /** Sees every command that was answered. */
  onAnswer: (session: Session, command: Command, result: Result<DoAnswer>) => void = () => undefined;
  private readonly wires = new Map<Wire, Session | undefined>();

  entered(wire: Wire): void {
    this.wires.set(wire, undefined);
  }

  left(wire: Wire): void {
    this.wires.delete(wire);
  }

  asked(wire: Wire, { number, question, payload }: Asked): void {
    void (async () => {
      const result = await this.handed(wire, question, payload);
      const reply = result.ok
        ? { ok: true as const, ...result.value }
        : { ok: false as const, error: toWireError(result.error, 'en') };
      this.tell(wire, { number, question, reply });
    })();
  }

  update: Announcer['update'] = (update) => this.tellRoom(update.board, { event: 'board:update', payload: update });

  state: Announcer['state'] = (state) => this.tellRoom(state.board, { event: 'board:state', payload: state });

  mine: Announcer['mine'] = ({ session, round, ballot, done }: MyBallotChange) => {
    for (const [wire, other] of this.wires) {
      if (other === session || other?.board !== session.board || other.member !== session.member) continue;
      this.tell(wire, { event: 'ballot:mine', payload: { round, ballot, done } });
    }
  };

  held: Announcer['held'] = ({ session, round, note, held }) => {
    for (const [wire, other] of this.wires) {
      if (other === session || other?.board !== session.board || other.member !== session.member) continue;
      this.tell(wire, { event: 'note:mine', payload: { round, note, held } });
    }
  };

  ended: Announcer['ended'] = (board, reason, member) => {
    for (const [wire, session] of this.wires) {
      if (session?.board !== board || (member !== undefined && session.member !== member)) continue;
      this.tell(wire, { event: 'board:ended', payload: { board, reason } });
    }
  };

  retired: Announcer['retired'] = (board, roles) => {
    for (const [wire, session] of this.wires) {
      if (session?.board === board && session.byKeyOf !== undefined && roles.has(session.byKeyOf)) this.left(wire);
    }
  };

  isOccupied = (board: string): boolean => [...this.wires.values()].some((session) => session?.board === board);

  private async handed(wire: Wire, question: Asked['question'], payload: unknown): Promise<Result<object>> {
    if (question === 'board:join') {
      const request = parseWith(joinSchema, payload);
      if (!request.ok) return request;
      return this.boards.join(request.value, (session) => {
        if (this.wires.has(wire)) this.wires.set(wire, session);
      });
    }
    const session = this.wires.get(wire);
    if (session === undefined) return reject('not-allowed');
    if (question === 'board:sync') {
      const request = parseWith(syncSchema, payload);
      return request.ok ? this.boards.sync(session, request.value) : request;
    }
    const command = parseCommand(payload);
    if (!command.ok) return command;
    const result = await this.boards.do(session, command.value);
    this.onAnswer(session, command.value, result);
    return result;
  }

  private tellRoom(board: string, frame: Frame): void {
    for (const [wire, session] of this.wires) if (session?.board === board) this.tell(wire, frame);
  }

  private tell(wire: Wire, frame: Frame): void {
    if (!wire.connected) return;
    this.onFrame(frame, this.wires.get(wire));
    wire.send(frame);
  }
}
