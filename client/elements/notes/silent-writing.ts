// Owns what a note's composer needs to know of silent writing: the round that holds notes back, and how it is said.
import { msg } from '@lit/localize';
import { type TemplateResult, css, html } from 'lit';
import type { SilentNotes } from '../../../shared/board/board.ts';
import { type Board, openRound } from '../../../shared/board/board.ts';

export interface Silence {
  readonly round: string;
  readonly notes: SilentNotes;
}

/** The open round, where it holds notes back. */
export function silenceOf(board: Board): Silence | undefined {
  const round = openRound(board);
  return round?.silentNotes === undefined ? undefined : { round: round.id, notes: round.silentNotes };
}

export const silentStyles = css`
  .silently {
    display: flex;
    align-items: start;
    gap: 8px;
    min-height: 24px;
    color: var(--ink-2);
    font-size: var(--text-s);
    cursor: pointer;
  }
  .silently input {
    flex: none;
    width: 16px;
    height: 16px;
    margin: 2px 0 0;
    accent-color: var(--accent);
  }
  @media (pointer: coarse) {
    .silently {
      align-items: center;
      min-height: var(--touch);
    }
    .silently input {
      width: 22px;
      height: 22px;
      margin: 0;
    }
  }
`;

/** Whether the next note is held back, which is where it begins; the plain way is one tap away. */
export function silentSwitch({ notes }: Silence, on: boolean, choose: (on: boolean) => void): TemplateResult {
  const changed = ({ target }: Event): void => choose(target instanceof HTMLInputElement && target.checked);
  return html`<label class="silently">
    <input type="checkbox" .checked=${on} @change=${changed} />
    <span>
      ${
        notes === 'signed'
          ? msg('Write silently: seen by nobody until the reveal, then with your name', { id: 'silent.write-signed' })
          : msg('Write silently: seen by nobody until the reveal, then without a name', { id: 'silent.write-unsigned' })
      }
    </span>
  </label>`;
}
