// The dialog that brings people onto a board: code, QR, a link for each role, and one's own other device.
import { localized, msg, str } from '@lit/localize';
import { LitElement, css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Entry, Role } from '../../../shared/board/board.ts';
import { readCode, showCode } from '../../../shared/ids.ts';
import { pageAddress } from '../../base-path.ts';
import { controls } from '../../styles/controls.ts';
import '../dialog/palabre-dialog.ts';
import './copy-field.ts';
import './palabre-qr.ts';
import './replace-link.ts';
import type { LinkReplacing } from './replace-link.ts';
import { codeLink, publicOrigin, type RoleLinks } from './share-links.ts';

const ORDER: readonly Role[] = ['voter', 'watcher', 'facilitator'];

const roleWords = (role: Role): { readonly name: string; readonly allows: string } => {
  if (role === 'facilitator') {
    return {
      name: msg('Facilitator', { id: 'share.facilitator' }),
      allows: msg('Leads: changes the board, opens, closes and reveals rounds. Only for those who run the meeting.', {
        id: 'share.facilitator-allows',
      }),
    };
  }
  return role === 'voter'
    ? {
        name: msg('Voter', { id: 'share.voter' }),
        allows: msg('Votes and writes notes, after giving a name.', { id: 'share.voter-allows' }),
      }
    : {
        name: msg('Watcher', { id: 'share.watcher' }),
        allows: msg('Sees what everyone sees and changes nothing. Asks for no name.', { id: 'share.watcher-allows' }),
      };
};

/** Fires `dialog-closed`. `links` and `me` are whole addresses, as `share-links.ts` makes them. */
@customElement('palabre-share-dialog')
@localized()
export class ShareDialog extends LitElement {
  static override styles = [
    ...controls,
    css`
      .in {
        display: grid;
        grid-template-columns: 216px minmax(0, 1fr);
        align-items: center;
        gap: var(--space-6);
        padding-bottom: var(--space-6);
      }
      .in palabre-qr {
        border: 1px solid var(--hairline);
      }
      .in p {
        margin: 0;
        color: var(--ink-2);
      }
      .host {
        color: var(--ink);
        font-weight: 600;
        overflow-wrap: anywhere;
      }
      .in .code {
        margin: var(--space-1) 0 var(--space-2);
        color: var(--ink);
        font: 700 clamp(30px, 9vw, 46px) / 1.1 var(--font-heading);
        font-variant-numeric: tabular-nums;
        letter-spacing: 0.02em;
        white-space: nowrap;
      }
      section {
        display: grid;
        gap: var(--space-2);
        padding-block: var(--space-4);
        border-top: 1px solid var(--hairline);
      }
      h3 {
        margin: 0;
        font: 700 var(--text-l) / 1.3 var(--font-heading);
      }
      section p {
        margin: 0;
        color: var(--ink-2);
      }
      .phone {
        padding-bottom: 0;
      }
      .phone .personal {
        display: grid;
        grid-template-columns: 168px minmax(0, 1fr);
        align-items: center;
        gap: var(--space-5);
      }
      .warning {
        padding: var(--space-3) var(--space-4);
        border-radius: var(--radius-m);
        background: var(--risk-paper);
      }
      section .warning {
        color: var(--risk-ink);
      }
      .button {
        justify-self: start;
      }
      @media (max-width: 560px) {
        .in,
        .phone .personal {
          grid-template-columns: minmax(0, 1fr);
          justify-items: center;
          text-align: center;
        }
        .in palabre-qr,
        .personal palabre-qr {
          width: min(216px, 64vw);
        }
      }
    `,
  ];

  @property({ type: Boolean }) open = false;
  @property() code = '';
  /** What the code admits as. */
  @property() entry: Entry = 'voter';
  @property({ attribute: false }) links: RoleLinks = {};
  /** The address that makes another device the same member; undefined for watchers. */
  @property() me: string | undefined;
  /** Whoever holds the facilitator's key may replace the links; how the last replacing stands, by role. */
  @property({ attribute: false }) replacing: ((role: Role) => LinkReplacing) | undefined;
  /** Where this page came from; for the server's public address `links` wins. */
  @property() origin: string = pageAddress();
  @state() private personal = false;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('open')) this.personal = false;
  }

  /** However it is given, the code is shown as people read it. */
  private get shownCode(): string {
    return showCode(readCode(this.code) ?? this.code);
  }

  private codeAdmits(): string {
    if (this.entry === 'closed') {
      return msg('The code is closed: only the links below open this board.', { id: 'share.code-closed' });
    }
    return this.entry === 'watcher'
      ? msg('Whoever has the code may watch.', { id: 'share.code-watcher' })
      : msg('Whoever has the code joins as a voter.', { id: 'share.code-voter' });
  }

  private renderWayIn() {
    const host = publicOrigin(this.origin, this.links).replace(/^https?:\/\//, '');
    const byCode = this.entry === 'closed' ? undefined : codeLink(this.origin, this.shownCode, this.links);
    const scanned = this.links.voter ?? byCode ?? this.links.watcher;
    return html`
      <div class="in">
        ${
          scanned === undefined
            ? nothing
            : html`<palabre-qr
                .text=${scanned}
                .label=${msg(str`QR code that opens this board, ${this.shownCode}`, { id: 'share.qr' })}
              ></palabre-qr>`
        }
        <div>
          <p>
            ${
              scanned === undefined
                ? msg('The code of this board', { id: 'share.code' })
                : html`${msg('Scan, or open', { id: 'share.scan' })}
                    <span class="host">${host}</span> ${msg('and enter', { id: 'share.enter' })}`
            }
          </p>
          <p class="code">${this.shownCode}</p>
          <p>${this.codeAdmits()}</p>
        </div>
      </div>
    `;
  }

  private renderLink(role: Role, link: string) {
    const { name, allows } = roleWords(role);
    return html`
      <section aria-labelledby="role-${role}">
        <h3 id="role-${role}">${name}</h3>
        <p>${allows}</p>
        <palabre-copy-field
          .text=${link}
          .label=${msg(str`the link for the role ${name}`, { id: 'share.link-of' })}
        ></palabre-copy-field>
        ${
          this.replacing === undefined
            ? nothing
            : html`<palabre-replace-link .of=${role} .state=${this.replacing(role)}></palabre-replace-link>`
        }
      </section>
    `;
  }

  private renderPersonal(me: string) {
    return html`
      <div class="personal">
        <palabre-qr .text=${me} .label=${msg('Your personal QR code', { id: 'share.personal-qr' })}></palabre-qr>
        <p class="warning">
          ${msg('This code is you: whoever scans it votes and writes in your name. Keep it off a shared screen.', {
            id: 'share.personal-warning',
          })}
        </p>
      </div>
      <palabre-copy-field
        .text=${me}
        .label=${msg('your personal link', { id: 'share.personal-link' })}
      ></palabre-copy-field>
    `;
  }

  private renderPhone(me: string) {
    return html`
      <section class="phone" aria-labelledby="phone">
        <h3 id="phone">${msg('Continue on your phone', { id: 'share.phone' })}</h3>
        <p>
          ${msg('Your phone becomes the same person as this browser, with the same ballot.', { id: 'share.phone-about' })}
        </p>
        ${this.personal ? this.renderPersonal(me) : nothing}
        <button
          class="button"
          type="button"
          aria-expanded=${this.personal ? 'true' : 'false'}
          @click=${() => (this.personal = !this.personal)}
        >
          ${
            this.personal
              ? msg('Hide it', { id: 'share.phone-hide' })
              : msg('Show my personal code', { id: 'share.phone-show' })
          }
        </button>
      </section>
    `;
  }

  override render() {
    return html`
      <palabre-dialog wide .open=${this.open} .heading=${msg('Share this board', { id: 'share.heading' })}>
        ${
          this.open
            ? html`
                ${this.renderWayIn()}
                ${ORDER.map((role) => {
                  const link = this.links[role];
                  return link === undefined ? nothing : this.renderLink(role, link);
                })}
                ${this.me === undefined ? nothing : this.renderPhone(this.me)}
              `
            : nothing
        }
      </palabre-dialog>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'palabre-share-dialog': ShareDialog;
  }
}
