// Who is here: a few faces, a count, and the list of names behind them.
import { localized, msg, str } from '@lit/localize';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { type Member, isAdmitted } from '../../../shared/board/board.ts';
import type { Here, SeenPresence } from '../../../shared/protocol.ts';
import { formatNumber } from '../../i18n/format.ts';
import { laterTexts } from '../../i18n/locale.ts';
import { plural } from '../../i18n/plural.ts';
import { controls } from '../../styles/controls.ts';
import { placeBelow } from '../board/place-below.ts';
import { avatarStyles, avatarTemplate } from '../notes/avatar.ts';

const FACES = 4;
/** A longer list is not read by anybody; the count says the rest. */
const MOST_NAMES = 200;
/** From here on a name is looked for by typing. */
const MANY = 12;
const WIDTH = 340;

const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

/** Without a line they come another time: the numbers are here anyway. */
async function fetchRows(): Promise<void> {
  try {
    await laterTexts();
    await import('./people-rows.ts');
  } catch {
    return;
  }
}

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
        margin-left: -2px;
      }
      .stack .avatar,
      .more,
      .all {
        box-shadow: 0 0 0 2px var(--surface);
      }
      .all {
        display: none;
      }
      .more,
      .all {
        place-items: center;
        min-width: 27px;
        height: 27px;
        padding: 0 6px;
        border-radius: 999px;
        background: #55503f;
        color: #fffefb;
        font: 600 11px / 1 var(--font-text);
      }
      .more {
        display: inline-grid;
      }
      .list {
        inset: auto;
        width: min(340px, 100vw - 24px);
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
        min-width: 0;
      }
      .rest {
        margin: var(--space-3) 0 0;
        color: var(--ink-3);
        font-size: var(--text-s);
      }
      .search {
        margin-bottom: var(--space-3);
      }
      /* Rows are as high as what one presses in them. */
      @media (pointer: coarse) {
        ul {
          gap: 2px;
        }
      }
      @media (pointer: coarse) {
        .stack {
          justify-content: center;
          min-width: var(--touch);
          min-height: var(--touch);
        }
      }
      @media (max-width: 720px) {
        .stack .avatar,
        .stack .more {
          display: none;
        }
        .all {
          display: inline-grid;
        }
      }
    `,
  ];

  @property({ attribute: false }) here: Here = { facilitators: 0, voters: 0, watchers: 0 };
  @property({ attribute: false }) members: ReadonlyMap<string, Member> = new Map();
  /** Who is here now, where the room is small enough for names. */
  @property({ attribute: false }) presence: ReadonlyMap<string, SeenPresence> = new Map();

  /** Who looks at the list, by member id. */
  @property() you: string | undefined;
  /** Offers what a facilitator may do with the others. */
  @property({ type: Boolean }) managing = false;
  /** A round is open in which a facilitator may record ballots of guests. */
  @property({ type: Boolean }) recordable = false;
  /** Who is known to be done in the open round. */
  @property({ attribute: false }) voted: ReadonlySet<string> = new Set();
  @state() private opened = false;
  @state() private wanted = '';

  /** In a large room only numbers come, no names. */
  private get knowsWho(): boolean {
    return this.presence.size > 0;
  }

  private get count(): number {
    return this.here.facilitators + this.here.voters;
  }

  /** Those who are here first, each group in order of joining. */
  private get listed(): readonly Member[] {
    const known = [...this.members.values()].filter(isAdmitted);
    return [...known.filter(({ id }) => this.presence.has(id)), ...known.filter(({ id }) => !this.presence.has(id))];
  }

  private readonly toggling = (event: ToggleEvent): void => {
    this.opened = event.newState === 'open';
    if (!this.opened) return;
    void fetchRows();
    const button = this.renderRoot.querySelector<HTMLElement>('.stack');
    const list = this.renderRoot.querySelector<HTMLElement>('.list');
    if (button !== null && list !== null) placeBelow(button, list, WIDTH);
    this.wanted = '';
  };

  private watching(): string {
    const { watchers } = this.here;
    return plural(watchers, {
      one: () => msg(str`${formatNumber(watchers)} watching`, { id: 'people.watching-one' }),
      other: () => msg(str`${formatNumber(watchers)} watching`, { id: 'people.watching-more' }),
    });
  }

  private roleWords({ id, role, guest }: Member): string {
    if (guest === true) {
      return this.recordable && this.voted.has(id)
        ? msg('recorded', { id: 'people.guest-recorded' })
        : msg('without a device', { id: 'people.guest' });
    }
    const presence = this.presence.get(id);
    if (presence === undefined && this.knowsWho) return msg('away', { id: 'people.away' });
    if (presence?.writing != null) return msg('is writing…', { id: 'people.writes' });
    if (presence?.hand === true) return msg('hand raised', { id: 'people.hand' });
    return role === 'facilitator'
      ? msg('facilitates', { id: 'people.facilitates' })
      : msg('votes', { id: 'people.votes' });
  }

  private renderMember(member: Member) {
    return html`<li>
      <palabre-member-row
        .member=${member}
        .words=${member.id === this.you ? msg('you', { id: 'people.you' }) : this.roleWords(member)}
        .away=${this.knowsWho && member.guest !== true && !this.presence.has(member.id)}
        .recordable=${this.recordable && member.guest === true}
        .managed=${this.managing && member.id !== this.you}
        .aligned=${this.managing}
      ></palabre-member-row>
    </li>`;
  }

  private renderSearch() {
    const label = msg('Find a name', { id: 'people.find' });
    return html`<input
      class="field search"
      type="search"
      aria-label=${label}
      placeholder=${label}
      .value=${this.wanted}
      @input=${(event: Event) => event.target instanceof HTMLInputElement && (this.wanted = event.target.value)}
    />`;
  }

  private renderList(listed: readonly Member[]) {
    const wanted = plain(this.wanted.trim());
    const found = listed.filter(({ name }) => plain(name).includes(wanted));
    return html`${listed.length > MANY ? this.renderSearch() : nothing}
      <ul>
        ${repeat(
          found.slice(0, MOST_NAMES),
          ({ id }) => id,
          (member) => this.renderMember(member),
        )}
      </ul>`;
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
      <button class="stack" type="button" popovertarget="list" title=${label}>
        <span class="visually-hidden">${label}</span>
        <span class="all" aria-hidden="true">${formatNumber(count)}</span>
        ${faces.map(({ id, name }) => avatarTemplate(name, id))}
        ${
          rest > 0 || faces.length === 0
            ? html`<span class="more" aria-hidden="true"
                >${faces.length === 0 ? formatNumber(count) : `+${formatNumber(rest)}`}</span
              >`
            : nothing
        }
      </button>
      <div class="list" id="list" popover @beforetoggle=${this.toggling}>
        <h2>${label}</h2>
        ${this.opened ? this.renderList(listed) : nothing}
        ${this.managing && this.opened ? html`<palabre-add-guest></palabre-add-guest>` : nothing}
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
