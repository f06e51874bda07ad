// The one thing that brings a meeting on, for its facilitator. Pure.
import type { Board, Progress, Round } from '../../../shared/board/board.ts';

const FEWEST_ANONYMOUS = 3;

export type NextStep = 'discuss' | 'open' | 'close' | 'wait' | 'reveal' | 'decide' | 'download';

/** Whether a closed round can be revealed: an anonymous one from three ballots on, one from another board not. */
export function isRevealable({ secrecy, imported, progress }: Round, cast = progress?.cast ?? 0): boolean {
  return imported === undefined && (secrecy !== 'anonymous' || cast >= FEWEST_ANONYMOUS);
}

/** Everybody who may vote has declared their ballot done. */
export const isEverybodyDone = (progress: Progress | undefined): boolean =>
  progress !== undefined && progress.eligible > 0 && progress.done >= progress.eligible;

/** `wait`: a round is open and not everybody is done. */
export function nextStep(
  { phase, decision }: Pick<Board, 'phase' | 'decision'>,
  round: Round | undefined,
  progress: Progress | undefined,
): NextStep {
  if (round?.state === 'open') return isEverybodyDone(progress) ? 'close' : 'wait';
  if (round?.state === 'closed') return isRevealable(round, progress?.cast) ? 'reveal' : 'open';
  if (phase === 'frame') return 'discuss';
  if (phase === 'decide') return decision === undefined ? 'decide' : 'download';
  if (round !== undefined && phase === 'reveal') return 'decide';
  return 'open';
}
