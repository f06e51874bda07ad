// How the line to the server stands, as a dot and a word. Spoken only when it changes.
import { localized, msg, str } from '@lit/localize';
import { LitElement, css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { ConnectionState } from '../../board-view.ts';
import { plural } from '../../i18n/plural.ts';
import { controls } from '../../styles/controls.ts';

@customElement('palabre-connection-state')
@localized()
export class PalabreConnectionState extends LitElement {
  static override styles = [
    ...controls,
    css`
      .line {
        display: inline-flex;
        align-items: center;
        gap: var(--space-2);
        color: var(--ink-2);
        font: 500 var(--text-s) / 1.45 var(--font-text);
        white-space: nowrap;
      }
      .dot {
        flex: none;
        width: 8px;
        height: 8px;
        border-radius: 50%;
        background: #2f8a63;
        box-shadow: 0 0 0 3px color-mix(in srgb, #2f8a63 22%, transparent);
      }
      .away {
        color: var(--warning);
        font-weight: 600;
      }
      .away .dot {
        border-radius: 2px;
        background: var(--warning);
        box-shadow: 0 0 0 3px color-mix(in srgb, var(--warning) 22%, transparent);
      }
      @media (max-width: 480px) {
        .live .word {
          position: absolute;
          clip-path: inset(50%);
        }
      }
    `,
  ];

  @property({ attribute: false }) connection: ConnectionState = { phase: 'connecting' };
  /** Commands kept in this browser until the line returns. */
  @property({ type: Number }) waiting = 0;

  private get word(): string {
    const { waiting } = this;
    if (this.connection.phase === 'refused') return msg('Refused', { id: 'people.refused' });
    if (this.connection.phase === 'ended') return msg('Ended', { id: 'people.ended' });
    if (this.connection.phase === 'live') return msg('Live', { id: 'people.live' });
    if (this.connection.phase === 'connecting') return msg('Connecting…', { id: 'people.connecting' });
    if (waiting === 0) return msg('Offline', { id: 'people.offline' });
    return plural(waiting, {
      one: () => msg(str`Offline · ${waiting} kept here`, { id: 'people.offline-one' }),
      other: () => msg(str`Offline · ${waiting} kept here`, { id: 'people.offline-more' }),
    });
  }

  override render() {
    const live = this.connection.phase === 'live';
    return html`<span class="line ${live ? 'live' : 'away'}" role="status">
      <span class="dot"></span><span class="word">${this.word}</span>
    </span>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'palabre-connection-state': PalabreConnectionState;
  }
}
