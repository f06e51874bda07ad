// The words for where a board stands on its way to a decision.
import { msg } from '@lit/localize';
import type { Phase } from '../../../shared/board/board.ts';

export const PHASES: readonly Phase[] = ['frame', 'discuss', 'vote', 'reveal', 'decide'];

const NAMES: Readonly<Record<Phase, () => string>> = {
  frame: () => msg('Frame', { id: 'board.phase-frame' }),
  discuss: () => msg('Discuss', { id: 'board.phase-discuss' }),
  vote: () => msg('Vote', { id: 'board.phase-vote' }),
  reveal: () => msg('Reveal', { id: 'board.phase-reveal' }),
  decide: () => msg('Decide', { id: 'board.phase-decide' }),
};
export const phaseName = (phase: Phase): string => NAMES[phase]();
