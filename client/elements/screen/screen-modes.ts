// What the big screen can show, how an address and a key ask for it, and what it shows by itself. Pure.
import type { Board } from '../../../shared/board/board.ts';

export const SCREEN_MODES = ['results', 'progress', 'divided', 'notes'] as const;
export type ScreenMode = (typeof SCREEN_MODES)[number];

/** `?mode=divided`; anything else leaves it to the board. */
export const readMode = (search: string): ScreenMode | undefined => {
  const asked = new URLSearchParams(search).get('mode');
  return SCREEN_MODES.find((mode) => mode === asked);
};

/** `0` leaves it to the board; undefined for a key that is none of these. */
export function modeOfKey(key: string): ScreenMode | 'auto' | undefined {
  if (key === '0') return 'auto';
  return /^[1-4]$/.test(key) ? SCREEN_MODES[Number(key) - 1] : undefined;
}

/**
 * What the moment asks for: while a hidden round is open, who is done; totals that are public; and when the board goes
 * back to discussing, what divides the team, or what is being written.
 */
export function modeForNow({ rounds, notes, phase }: Board): ScreenMode {
  const round = rounds.at(-1);
  if (round === undefined) return phase === 'discuss' && notes.size > 0 ? 'notes' : 'progress';
  const told = round.state === 'revealed' || (round.state === 'open' && round.secrecy === 'live');
  if (!told) return 'progress';
  if (phase !== 'discuss' || round.state !== 'revealed') return 'results';
  return (round.result?.divided ?? []).length > 0 ? 'divided' : 'notes';
}

/** No name stands on the screen from the opening of an anonymous round until another round is opened. */
export const showsNames = ({ rounds }: Board): boolean => rounds.at(-1)?.secrecy !== 'anonymous';
