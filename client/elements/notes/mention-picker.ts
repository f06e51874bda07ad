// Offers members while an @ is typed in a field of several lines: arrows move, Enter or Tab takes, Escape puts away.
import { msg, str } from '@lit/localize';
import { type LitElement, type ReactiveController, type TemplateResult, css, html } from 'lit';
import type { Member } from '../../../shared/board/board.ts';
import { plural } from '../../i18n/plural.ts';
import {
  type Members,
  type Picked,
  type Query,
  offeredMembers,
  queryAt,
  sentText,
  typedText,
} from './mention-typing.ts';

export interface MentionSource {
  readonly area: () => HTMLTextAreaElement | null;
  readonly members: () => Members;
  readonly you: () => string | undefined;
}

const HEIGHT = 250;

export class MentionPicker implements ReactiveController {
  private readonly host: LitElement;
  private readonly source: MentionSource;
  private query: Query | undefined;
  private offered: readonly Member[] = [];
  private place = 0;
  private picked: Picked = new Map();
  /** Where the @ stands that was left alone. */
  private refused: number | undefined;

  constructor(host: LitElement, source: MentionSource) {
    this.host = host;
    this.source = source;
    host.addController(this);
  }

  hostUpdated(): void {
    const list = this.host.renderRoot.querySelector<HTMLElement>('#members');
    const area = this.source.area();
    if (list === null || area === null || !list.isConnected) return;
    const shown = list.matches(':popover-open');
    if (!this.isOpen) {
      if (shown) list.hidePopover();
      return;
    }
    const { top, bottom, left, width } = area.getBoundingClientRect();
    const below = window.innerHeight - bottom > HEIGHT || top < HEIGHT;
    list.style.left = `${left}px`;
    list.style.maxWidth = `${Math.max(220, width)}px`;
    list.style.top = below ? `${bottom + 4}px` : 'auto';
    list.style.bottom = below ? 'auto' : `${window.innerHeight - top + 4}px`;
    if (!shown) list.showPopover();
  }

  get isOpen(): boolean {
    return this.offered.length > 0;
  }

  /** For `aria-activedescendant` of the field. */
  get active(): string | undefined {
    return this.isOpen ? `member-${this.place}` : undefined;
  }

  /** Names in place of a note's tokens, to be edited. */
  open(text: string): string {
    const { text: typed, picked } = typedText(text, this.source.members());
    this.picked = picked;
    return typed;
  }

  /** The text to be sent, with tokens in place of names. */
  close(text: string): string {
    const sent = sentText(text, this.source.members(), this.picked);
    this.picked = new Map();
    this.shut();
    return sent;
  }

  readonly typed = (): void => {
    const area = this.source.area();
    this.query = area === null ? undefined : queryAt(area.value, area.selectionStart);
    if (this.query?.start !== this.refused) this.refused = undefined;
    const asks = this.query !== undefined && this.refused === undefined;
    this.offered = asks ? offeredMembers(this.source.members(), this.query?.words ?? '', this.source.you()) : [];
    this.place = 0;
    this.host.requestUpdate();
  };

  readonly shut = (): void => {
    if (!this.isOpen) return;
    this.offered = [];
    this.host.requestUpdate();
  };

  /** Whether the key was for the list. */
  keyed(event: KeyboardEvent): boolean {
    if (!this.isOpen || event.isComposing) return false;
    const many = this.offered.length;
    if (event.key === 'ArrowDown') this.place = (this.place + 1) % many;
    else if (event.key === 'ArrowUp') this.place = (this.place + many - 1) % many;
    else if (event.key === 'Enter' || event.key === 'Tab') this.take(this.offered[this.place]);
    else if (event.key === 'Escape') {
      this.refused = this.query?.start;
      this.shut();
    } else return false;
    event.preventDefault();
    event.stopPropagation();
    this.host.requestUpdate();
    return true;
  }

  private take(member: Member | undefined): void {
    const area = this.source.area();
    if (member === undefined || area === null || this.query === undefined) return;
    area.setRangeText(`@${member.name} `, this.query.start, area.selectionStart, 'end');
    this.picked = new Map(this.picked).set(member.name, member.id);
    this.shut();
    area.dispatchEvent(new InputEvent('input', { bubbles: true }));
    area.focus();
  }

  private words(): string {
    const n = this.offered.length;
    if (n === 0) return '';
    return plural(n, {
      one: () => msg(str`${n} person; Enter mentions`, { id: 'notes.mention-one' }),
      other: () => msg(str`${n} people; arrows choose, Enter mentions`, { id: 'notes.mention-other' }),
    });
  }

  render(): TemplateResult {
    return html`<ul
        id="members"
        class="members"
        role="listbox"
        popover="manual"
        aria-label=${msg('Mention somebody', { id: 'notes.mention' })}
      >
        ${this.offered.map(
          (member, place) =>
            html`<li
              id=${`member-${place}`}
              role="option"
              aria-selected=${place === this.place}
              @mousedown=${(event: Event) => event.preventDefault()}
              @click=${() => this.take(member)}
            >
              ${member.name}
            </li>`,
        )}
      </ul>
      <span class="visually-hidden" role="status">${this.words()}</span>`;
  }
}

export const mentionStyles = css`
  .members {
    position: fixed;
    inset: auto;
    min-width: 200px;
    margin: 0;
    padding: 4px;
    border: 1px solid var(--hairline);
    border-radius: var(--radius-m);
    background: var(--raised);
    color: var(--ink);
    box-shadow: var(--shadow);
    list-style: none;
  }
  .members li {
    overflow: hidden;
    padding: 7px 10px;
    border-radius: var(--radius-s);
    font: 500 var(--text-m) / 1.4 var(--font-text);
    text-overflow: ellipsis;
    white-space: nowrap;
    cursor: pointer;
  }
  .members li:hover {
    background: var(--sunk);
  }
  .members li[aria-selected='true'] {
    background: var(--accent-soft);
    outline: 2px solid var(--accent);
    outline-offset: -2px;
  }
  @media (pointer: coarse) {
    .members li {
      padding-block: 12px;
    }
  }
`;
