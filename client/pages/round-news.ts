// Notices what becomes of a board's rounds while its page is open. Pure but for what it remembers.
import type { Board, Round } from '../../shared/board/board.ts';
import type { RoundNews } from '../elements/board/round-notice.ts';

type Seen = Pick<Round, 'id' | 'state'>;

const KINDS: Readonly<Record<Round['state'], RoundNews['kind']>> = {
  open: 'opened',
  closed: 'closed',
  revealed: 'revealed',
};

export class RoundWatch {
  /** Undefined before the first look, null when there was no round then. */
  private seen: Seen | null | undefined;

  /** What has become of the last round since the last look; nothing at the first look, however much came before it. */
  look(board: Board): RoundNews | undefined {
    const round = board.rounds.at(-1);
    const before = this.seen;
    this.seen = round === undefined ? null : { id: round.id, state: round.state };
    if (before === undefined || round === undefined) return undefined;
    if (before?.id === round.id && before.state === round.state) return undefined;
    return { kind: KINDS[round.state], round: round.id, secrecy: round.secrecy, number: board.rounds.length };
  }

  /** Another board is looked at from here on. */
  forget(): void {
    this.seen = undefined;
  }
}
