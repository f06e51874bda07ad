// Says in the history which link was replaced.
import { msg } from '@lit/localize';
import type { Role } from '../../../shared/board/board.ts';

export function keyReplacedWords(role: Role): string {
  if (role === 'facilitator') return msg('All links were replaced', { id: 'history.links-replaced' });
  return role === 'voter'
    ? msg('The links for voters and watchers were replaced', { id: 'history.voter-link-replaced' })
    : msg('The link for watchers was replaced', { id: 'history.watcher-link-replaced' });
}
