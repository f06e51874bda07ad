// Who is here: a few faces, a count, and the list of names behind them.
import { localized, msg, str } from '@lit/localize';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Member } from '../../../shared/board/board.ts';
import type { Here, Presence } from '../../../shared/protocol.ts';
import { formatNumber } from '../../i18n/format.ts';
import { plural } from '../../i18n/plural.ts';
import { controls } from '../../styles/controls.ts';
import { avatarStyles, avatarTemplate } from '../notes/avatar.ts';

const FACES = 4;
/** A longer list is not read by anybody; the count says the rest. */
const MOST_NAMES = 200;

@customElement('palabre-people')
@localized()
export class PalabrePeople extends LitElement {
  static override styles = [
    ...controls,
    avatarStyles,
    css`
      :host {
        position: relative;
        display: inline-block;
      }
      .stack {
        display: inline-flex;
        align-items: center;
        padding: 2px;
        border: 0;
        border-radius: 999px;
        background: transparent;
        cursor: pointer;
      }
      .stack .avatar + .avatar,
      .stack .more {
        margin-left: -7px;
      }
      .stack .avatar,
      .more {
        box-shadow: 0 0 0 2px var(--surface);
      }
      .more {
        display: inline-grid;
        place-items: center;
        min-width: 27px;
        height: 27px;
        padding: 0 6px;
        border-radius: 999px;
        background: #55503f;
        color: #fffefb;
        font: 600 11px / 1 var(--font-text);
      }
      .list {
        inset: auto;
        width: min(300px, 100vw - 24px);
        max-height: min(70dvh, 520px);
        margin: 0;
        padding: var(--space-4);
        border: 1px solid var(--hairline);
        border-radius: var(--radius-l);
        background: var(--raised);
        color: var(--ink);
        box-shadow: var(--shadow);
        overflow: auto;
        font: 400 var(--text-m) / 1.45 var(--font-text);
      }
      h2 {
        margin: 0 0 var(--space-2);
        font: 700 var(--text-l) / 1.3 var(--font-heading);
      }
      ul {
        display: grid;
        gap: var(--space-2);
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li {
        display: flex;
        align-items: center;
        gap: var(--space-2);
        min-width: 0;
      }
      .name {
        min-width: 0;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .away .name {
        color: var(--ink-3);
      }
      .role,
      .rest {
        margin: 0 0 0 auto;
        color: var(--ink-3);
        font-size: var(--text-s);
        white-space: nowrap;
      }
      .rest {
        margin: var(--space-3) 0 0;
      }
      @media (pointer: coarse) {
        .stack {
          min-height: var(--touch);
        }
      }
      @media (max-width: 720px) {
        .stack .avatar {
          display: none;
        }
        .stack .more {
          margin: 0;
        }
      }
    `,
  ];

  @property({ attribute: false }) here: Here = { facilitators: 0, voters: 0, watchers: 0 };
  @property({ attribute: false }) members: ReadonlyMap<string, Member> = new Map();
  /** Who is here now, where the room is small enough for names. */
  @property({ attribute: false }) presence: ReadonlyMap<string, Presence> = new Map();

  /** In a large room only numbers come, no names. */
  private get knowsWho(): boolean {
    return this.presence.size > 0;
  }

  private get count(): number {
    return this.here.facilitators + this.here.voters;
  }

  /** Those who are here first, each group in order of joining. */
  private get listed(): readonly Member[] {
    const known = [...this.members.values()].filter((member) => member.removed === undefined);
    return [...known.filter(({ id }) => this.presence.has(id)), ...known.filter(({ id }) => !this.presence.has(id))];
  }

  private toggle(event: Event): void {
    const button = event.currentTarget;
    const list = this.renderRoot.querySelector<HTMLElement>('.list');
    if (list === null || !(button instanceof HTMLElement)) return;
    const { bottom, right } = button.getBoundingClientRect();
    list.style.top = `${bottom + 8}px`;
    list.style.right = `${Math.max(12, window.innerWidth - right)}px`;
  }

  private watching(): string {
    const { watchers } = this.here;
    return plural(watchers, {
      one: () => msg(str`${formatNumber(watchers)} watching`, { id: 'people.watching-one' }),
      other: () => msg(str`${formatNumber(watchers)} watching`, { id: 'people.watching-more' }),
    });
  }

  private roleWords({ id, role }: Member): string {
    const presence = this.presence.get(id);
    if (presence === undefined && this.knowsWho) return msg('away', { id: 'people.away' });
    if (presence?.hand === true) return msg('hand raised', { id: 'people.hand' });
    return role === 'facilitator'
      ? msg('facilitates', { id: 'people.facilitates' })
      : msg('votes', { id: 'people.votes' });
  }

  private renderMember(member: Member) {
    return html`<li class=${this.knowsWho && !this.presence.has(member.id) ? 'away' : 'here'}>
      ${avatarTemplate(member.name)}<span class="name" title=${member.name}>${member.name}</span>
      <span class="role">${this.roleWords(member)}</span>
    </li>`;
  }

  override render() {
    const { count, listed } = this;
    const faces = listed.filter(({ id }) => this.presence.has(id)).slice(0, FACES);
    const rest = count - faces.length;
    const label = plural(count, {
      one: () => msg(str`${formatNumber(count)} person here`, { id: 'people.here-one' }),
      other: () => msg(str`${formatNumber(count)} people here`, { id: 'people.here-more' }),
    });
    return html`
      <button class="stack" type="button" popovertarget="list" aria-label=${label} title=${label} @click=${this.toggle}>
        ${faces.map(({ name }) => avatarTemplate(name))}
        ${
          rest > 0 || faces.length === 0
            ? html`<span class="more">${faces.length === 0 ? formatNumber(count) : `+${formatNumber(rest)}`}</span>`
            : nothing
        }
      </button>
      <div class="list" id="list" popover>
        <h2>${label}</h2>
        <ul>
          ${listed.slice(0, MOST_NAMES).map((member) => this.renderMember(member))}
        </ul>
        <p class="rest">${this.watching()}</p>
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'palabre-people': PalabrePeople;
  }
}
