// On the bar: my hand and whether I am ready, and for the facilitator whose hands are up and how many are ready.
import { localized, msg, str } from '@lit/localize';
import { LitElement, type TemplateResult, css, html, nothing, svg } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { Member } from '../../../shared/board/board.ts';
import type { Here, Signals } from '../../../shared/protocol.ts';
import { formatNumber } from '../../i18n/format.ts';
import { plural } from '../../i18n/plural.ts';
import { controls } from '../../styles/controls.ts';
import { emit } from '../board-events.ts';
import { placeAbove } from '../board/place-below.ts';

const WIDTH = 280;

const HAND = svg`<path d="M6.2 9.2V4.4a1.2 1.2 0 0 1 2.4 0V8 M8.6 8V3.2a1.2 1.2 0 0 1 2.4 0V8 M11 8V3.9a1.2 1.2 0 0 1 2.4 0v4.9 M13.4 8.8V6.4a1.2 1.2 0 0 1 2.4 0v5.4c0 3.4-2 5.6-5.1 5.6-2.3 0-3.6-.9-4.8-2.8l-2.1-3.5a1.25 1.25 0 0 1 2-1.5l1.6 1.7" />`;

export const handsWords = (count: number): string =>
  plural(count, {
    one: () => msg(str`${formatNumber(count)} hand raised`, { id: 'room.hands-one' }),
    other: () => msg(str`${formatNumber(count)} hands raised`, { id: 'room.hands-other' }),
  });

/** Fires `signal-given`. */
@customElement('palabre-room-signals')
@localized()
export class PalabreRoomSignals extends LitElement {
  static override styles = [
    ...controls,
    css`
      :host {
        display: inline-flex;
        flex: none;
        align-items: center;
        gap: var(--space-2);
        color: var(--bar-ink-2);
        font: 400 var(--text-s) / 1.35 var(--font-text);
      }
      svg {
        fill: none;
        stroke: currentcolor;
        stroke-linecap: round;
        stroke-linejoin: round;
        stroke-width: 1.5;
      }
      .on-bar[aria-pressed='true'] {
        border-color: var(--bar-accent);
        background: var(--bar-raised);
        color: var(--bar-accent);
      }
      .hands {
        gap: 5px;
        padding-inline: 10px;
        font-variant-numeric: tabular-nums;
      }
      .count {
        white-space: nowrap;
        font-variant-numeric: tabular-nums;
      }
      .list {
        inset: auto;
        width: min(280px, 100vw - 24px);
        max-height: min(60dvh, 420px);
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
      ol {
        margin: 0;
        padding-inline-start: 22px;
        overflow-wrap: anywhere;
      }
      .list p {
        margin: 0;
        color: var(--ink-2);
      }
    `,
  ];

  /** What I say myself; undefined for who has no voice here. */
  @property({ attribute: false }) own: { readonly hand: boolean; readonly ready: boolean } | undefined;
  /** Somebody may say that they are ready: there is no ballot to declare done. */
  @property({ type: Boolean }) asksReady = false;
  @property({ type: Boolean }) facilitating = false;
  @property({ attribute: false }) signals: Signals = { ready: 0, hands: 0, more: 0 };
  @property({ attribute: false }) here: Here = { facilitators: 0, voters: 0, watchers: 0 };
  /** Whose hands are raised, in the order of raising, where that is known. */
  @property({ attribute: false }) raised: readonly string[] = [];
  @property({ attribute: false }) members: ReadonlyMap<string, Member> = new Map();
  @query('.hands') private readonly hands!: HTMLButtonElement;
  @query('.list') private readonly list!: HTMLElement;

  private readonly opening = (): void => placeAbove(this.hands, this.list, WIDTH);

  private ownHand(hand: boolean): TemplateResult {
    const label = hand ? msg('Lower my hand', { id: 'room.lower-hand' }) : msg('Raise my hand', { id: 'room.raise' });
    return html`<button
      class="icon-button on-bar"
      type="button"
      aria-label=${msg('Raise my hand', { id: 'room.raise' })}
      aria-pressed=${hand ? 'true' : 'false'}
      title=${label}
      @click=${() => emit(this, 'signal-given', { hand: !hand })}
    >
      <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">${HAND}</svg>
    </button>`;
  }

  private ownReady(ready: boolean): TemplateResult {
    return html`<button
      class="button on-bar"
      type="button"
      aria-pressed=${ready ? 'true' : 'false'}
      @click=${() => emit(this, 'signal-given', { ready: !ready })}
    >
      ${ready ? html`<span aria-hidden="true">✓</span>` : nothing}${msg('I’m ready', { id: 'room.ready' })}
    </button>`;
  }

  private readyCount(): TemplateResult | typeof nothing {
    const { ready } = this.signals;
    if (!this.asksReady || ready === 0) return nothing;
    const all = Math.max(ready, this.here.voters);
    const words = msg(str`${formatNumber(ready)} of ${formatNumber(all)} ready`, { id: 'room.ready-of' });
    return html`<span class="count">${words}</span>`;
  }

  private raisedNames(): TemplateResult {
    if (this.raised.length === 0) {
      return html`<p>${msg('In a room of this size only their number is known.', { id: 'room.hands-counted' })}</p>`;
    }
    return html`<ol>
      ${this.raised.map((id) => html`<li>${this.members.get(id)?.name ?? id}</li>`)}
    </ol>`;
  }

  private handsList(): TemplateResult | typeof nothing {
    const { hands } = this.signals;
    if (!this.facilitating || hands === 0) return nothing;
    const words = handsWords(hands);
    return html`<button
        class="button on-bar hands"
        type="button"
        popovertarget="list"
        aria-haspopup="dialog"
        aria-label=${words}
        title=${words}
      >
        <svg width="18" height="18" viewBox="0 0 20 20" aria-hidden="true">${HAND}</svg>${formatNumber(hands)}
      </button>
      <div class="list" id="list" popover role="dialog" aria-label=${words} @beforetoggle=${this.opening}>
        <h2>${words}</h2>
        ${this.raisedNames()}
      </div>`;
  }

  override render() {
    const { own } = this;
    const spoken = this.facilitating && this.signals.hands > 0 ? handsWords(this.signals.hands) : '';
    return html`<span class="visually-hidden" role="status">${spoken}</span> ${this.handsList()} ${this.readyCount()}
      ${own === undefined ? nothing : html`${this.ownHand(own.hand)}${this.asksReady ? this.ownReady(own.ready) : nothing}`}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'palabre-room-signals': PalabreRoomSignals;
  }
}
