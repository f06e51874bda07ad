// The words for what became of a decision.
import { msg } from '@lit/localize';
import type { DecisionStatus } from '../../../shared/board/board.ts';

export const STATUSES: readonly DecisionStatus[] = ['proposed', 'accepted', 'rejected', 'superseded'];

const NAMES: Readonly<Record<DecisionStatus, () => string>> = {
  proposed: () => msg('Proposed', { id: 'board.status-proposed' }),
  accepted: () => msg('Accepted', { id: 'board.status-accepted' }),
  rejected: () => msg('Rejected', { id: 'board.status-rejected' }),
  superseded: () => msg('Superseded', { id: 'board.status-superseded' }),
};
export const statusName = (status: DecisionStatus): string => NAMES[status]();
