// Owns the replacing of a board's links: makes the new facilitator's key and keeps it before it is sent, so that a lost
// answer never loses it.
import type { ReactiveControllerHost } from 'lit';
import type { Role } from '../../shared/board/board.ts';
import { replaceKey } from '../api.ts';
import type { LinkReplacing } from '../elements/share/replace-link.ts';
import { identity, randomToken } from '../identity.ts';
import type { BoardSession } from './board-session.ts';

export class LinkReplacer {
  private readonly host: ReactiveControllerHost;
  private readonly session: BoardSession;
  /** The link that was replaced last, or is being replaced. */
  role: Role | undefined;
  state: LinkReplacing = 'no';

  constructor(host: ReactiveControllerHost, session: BoardSession) {
    this.host = host;
    this.session = session;
  }

  of(role: Role): LinkReplacing {
    return role === this.role ? this.state : 'no';
  }

  async replace(role: Role): Promise<void> {
    const { id, key } = this.session;
    if (id === undefined || key === undefined || this.state === 'busy') return;
    this.role = role;
    this.tell('busy');
    const next = role === 'facilitator' ? (identity.nextKey(id) ?? randomToken()) : undefined;
    if (next !== undefined) identity.keepNextKey(id, next);
    const answer = await replaceKey(id, { key }, role, next);
    if (answer.ok) {
      identity.replaceKeys(id, answer.value.keys);
      // Joining anew with the new key tells the new links.
      this.session.retry();
    }
    this.tell(answer.ok ? 'done' : 'failed');
  }

  forget(): void {
    if (this.state !== 'busy') this.role = undefined;
  }

  private tell(state: LinkReplacing): void {
    this.state = state;
    this.host.requestUpdate();
  }
}
