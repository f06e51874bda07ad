// Who asks to come in, for the facilitator: names, and what becomes of each. It stands over the end of the view, above
// the foot, so that nothing moves when somebody comes.
import { localized, msg, str } from '@lit/localize';
import { LitElement, type PropertyValues, type TemplateResult, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Member } from '../../../shared/board/board.ts';
import { formatNumber } from '../../i18n/format.ts';
import { plural } from '../../i18n/plural.ts';
import { controls } from '../../styles/controls.ts';
import { emit } from '../board-events.ts';
import { avatarStyles, avatarTemplate } from '../notes/avatar.ts';
import { waitingNoticeStyles } from './waiting-notice-styles.ts';

/** The rest is counted; letting all in reaches them too. */
const MOST_NAMES = 50;
const NARROW = 720;

/** Fires `member-admitted` and `member-removed`. Always on a facilitator's page, so that who comes is spoken. */
@customElement('palabre-waiting-notice')
@localized()
export class PalabreWaitingNotice extends LitElement {
  static override styles = [...controls, avatarStyles, waitingNoticeStyles];

  @property({ attribute: false }) waiting: readonly Member[] = [];
  /** New people come straight in by now; those here still wait. */
  @property({ type: Boolean }) doorOpen = false;
  @state() private open = window.innerWidth >= NARROW;
  /** Who is about to be turned away. */
  @state() private turning: string | undefined;
  /** Whoever came last, to be spoken. */
  @state() private latest = '';
  /** Where the focus goes once who had it is gone. */
  private refocuses = false;

  @query('.list .in') private readonly firstIn!: HTMLButtonElement | null;
  @query('.keep') private readonly keepButton!: HTMLButtonElement | null;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('waiting')) return;
    const before = new Set(changed.get('waiting')?.map(({ id }) => id));
    const come = this.waiting.filter(({ id }) => !before.has(id));
    const last = come.at(-1);
    if (last !== undefined) this.latest = last.name;
    if (this.waiting.length === 0) this.latest = '';
    this.refocuses ||= this.waiting.length < before.size && this.renderRoot.querySelector(':focus') !== null;
  }

  protected override updated(): void {
    if (!this.refocuses) return;
    this.refocuses = false;
    if (this.renderRoot.querySelector(':focus') === null) this.firstIn?.focus();
  }

  private letIn(members: readonly Member[]): void {
    for (const { id } of members) emit(this, 'member-admitted', { member: id });
  }

  private async askToTurnAway(id: string | undefined): Promise<void> {
    this.turning = id;
    await this.updateComplete;
    (id === undefined ? this.firstIn : this.keepButton)?.focus();
  }

  private turnAway({ id }: Member): void {
    this.turning = undefined;
    emit(this, 'member-removed', { member: id });
  }

  private count(): string {
    const count = this.waiting.length;
    return plural(count, {
      one: () => msg(str`${formatNumber(count)} person asks to come in`, { id: 'door.count-one' }),
      other: () => msg(str`${formatNumber(count)} people ask to come in`, { id: 'door.count-more' }),
    });
  }

  private sureTemplate(member: Member): TemplateResult {
    return html`<p class="sure">
        ${msg(str`Turn ${member.name} away? They cannot ask again from the same browser.`, { id: 'door.sure' })}
      </p>
      <div class="buttons">
        <button class="button danger small" type="button" @click=${() => this.turnAway(member)}>
          ${msg('Turn away', { id: 'door.turn-away-now' })}
        </button>
        <button class="button quiet small keep" type="button" @click=${() => void this.askToTurnAway(undefined)}>
          ${msg('Keep waiting', { id: 'door.keep' })}
        </button>
      </div>`;
  }

  private row(member: Member): TemplateResult {
    const { id, name } = member;
    return html`<li>
      <div class="who">
        ${avatarTemplate(name, id)}<span class="name" title=${name}>${name}</span>
        <button
          class="button small in"
          type="button"
          aria-label=${msg(str`Let ${name} in`, { id: 'door.let-in-name' })}
          @click=${() => this.letIn([member])}
        >
          ${msg('Let in', { id: 'door.let-in' })}
        </button>
        <button
          class="button quiet small away"
          type="button"
          aria-label=${msg(str`Turn ${name} away…`, { id: 'door.turn-away-name' })}
          aria-expanded=${this.turning === id ? 'true' : 'false'}
          @click=${() => void this.askToTurnAway(id)}
        >
          ${msg('Turn away…', { id: 'door.turn-away' })}
        </button>
      </div>
      ${this.turning === id ? this.sureTemplate(member) : nothing}
    </li>`;
  }

  private list(): TemplateResult {
    const { waiting } = this;
    const rest = waiting.length - MOST_NAMES;
    return html`
      ${
        this.doorOpen
          ? html`<p class="hint">
              ${msg('New people come straight in by now. These asked before.', { id: 'door.open-now' })}
            </p>`
          : nothing
      }
      <ul class="list">
        ${repeat(
          waiting.slice(0, MOST_NAMES),
          ({ id }) => id,
          (member) => this.row(member),
        )}
      </ul>
      ${rest > 0 ? html`<p class="hint">${msg(str`and ${formatNumber(rest)} more`, { id: 'door.rest' })}</p>` : nothing}
      ${
        waiting.length > 1
          ? html`<button class="button primary all" type="button" @click=${() => this.letIn(waiting)}>
              ${msg('Let everyone in', { id: 'door.let-all-in' })}
            </button>`
          : nothing
      }
    `;
  }

  override render() {
    const { waiting, open, latest } = this;
    const said = latest === '' ? '' : msg(str`${latest} asks to come in.`, { id: 'door.asks' });
    return html`<p class="visually-hidden" role="status">${said}</p>
      ${
        waiting.length === 0
          ? nothing
          : html`<section aria-label=${msg('At the door', { id: 'door.title' })} class=${open ? 'open' : ''}>
              <button
                class="toggle"
                type="button"
                aria-expanded=${open ? 'true' : 'false'}
                @click=${() => (this.open = !open)}
              >
                <span class="dot" aria-hidden="true"></span>${this.count()}
                <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true"><path d="M2 8l4-4 4 4" /></svg>
              </button>
              ${open ? this.list() : nothing}
            </section>`
      }`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'palabre-waiting-notice': PalabreWaitingNotice;
  }
}
