// The agenda in a line, where we are on it, and the whole of it behind a button.
import { localized, msg, str } from '@lit/localize';
import { LitElement, type TemplateResult, html, nothing } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { AgendaItem, Board } from '../../../shared/board/board.ts';
import { formatDuration, formatTime } from '../../i18n/format.ts';
import { controls } from '../../styles/controls.ts';
import { emit } from '../board-events.ts';
import { placeBelow } from '../board/place-below.ts';
import { targetName } from '../targets.ts';
import { minutesOf } from './agenda-lines.ts';
import { type AgendaPlace, agendaPlace, secondsFor } from './agenda-place.ts';
import { agendaListStyles } from './agenda-list-styles.ts';
import { stripStyles } from './strip-styles.ts';

const WIDTH = 380;

/** Fires `timer-started`, `agenda-requested` and `target-selected`. */
@customElement('palabre-agenda-list')
@localized()
export class PalabreAgendaList extends LitElement {
  static override styles = [...controls, stripStyles, agendaListStyles];

  @property({ attribute: false }) board: Board | undefined;
  @property({ type: Boolean }) facilitating = false;
  @query('.toggle') private readonly toggle!: HTMLButtonElement;
  @query('.list') private readonly list!: HTMLElement;

  private readonly opening = (): void => placeBelow(this.toggle, this.list, WIDTH);

  private start(item: AgendaItem): void {
    this.list.hidePopover();
    emit(this, 'timer-started', { seconds: secondsFor(item), item: item.id });
  }

  private go({ target }: AgendaItem): void {
    this.list.hidePopover();
    emit(this, 'target-selected', { target, open: true });
  }

  private about(board: Board, item: AgendaItem): TemplateResult {
    const { minutes, startedAt, target } = item;
    const planned = minutes === undefined ? '' : formatDuration(minutes * 60);
    const begun = startedAt === undefined ? '' : msg(str`begun at ${formatTime(startedAt)}`, { id: 'room.begun-at' });
    const words = [planned, begun].filter((one) => one !== '').join(' · ');
    return html`${words === '' ? nothing : html`<span class="about">${words}</span>`}${
      target === undefined || target.kind === 'board'
        ? nothing
        : html`<button class="go" type="button" @click=${() => this.go(item)}>${targetName(board, target)}</button>`
    }`;
  }

  private item(board: Board, item: AgendaItem, place: number, { at }: AgendaPlace): TemplateResult {
    const now = place === at;
    return html`<li class=${now ? 'now' : place < at ? 'past' : ''} aria-current=${now ? 'step' : nothing}>
      <span class="number" aria-hidden="true">${place < at ? '✓' : place + 1}</span>
      <span class="words"><span class="title">${item.title}</span>${this.about(board, item)}</span>
      ${
        this.facilitating
          ? html`<button
              class="button small"
              type="button"
              aria-label=${msg(str`Start: ${item.title}`, { id: 'room.start-item' })}
              @click=${() => this.start(item)}
            >
              ${msg('Start', { id: 'room.start' })}
            </button>`
          : nothing
      }
    </li>`;
  }

  private next(next: AgendaItem | undefined): TemplateResult | typeof nothing {
    if (!this.facilitating || next === undefined) return nothing;
    const label = msg(str`Next: ${next.title}`, { id: 'room.next-item' });
    return html`<button class="button small next" type="button" title=${label} @click=${() => this.start(next)}>
      ${label}
    </button>`;
  }

  override render() {
    const { board } = this;
    if (board?.agenda === undefined) return nothing;
    const place = agendaPlace(board);
    const { items, at, current } = place;
    const heading = msg('Agenda', { id: 'room.agenda' });
    const whole = minutesOf(items);
    return html`<button class="toggle" type="button" popovertarget="list" aria-haspopup="dialog">
        <span class="visually-hidden">${heading}:</span>
        <span class="count">${at < 0 ? items.length : `${at + 1}/${items.length}`}</span>
        <span class="says">${current?.title ?? heading}</span>
        <svg width="10" height="10" viewBox="0 0 10 10" aria-hidden="true"><path d="M1.5 3.5L5 7l3.5-3.5" /></svg>
      </button>
      ${this.next(place.next)}
      <div class="list" id="list" popover role="dialog" aria-label=${heading} @beforetoggle=${this.opening}>
        <h2>${heading}${whole === 0 ? nothing : html` <span class="about">${formatDuration(whole * 60)}</span>`}</h2>
        <ol>
          ${items.map((item, index) => this.item(board, item, index, place))}
        </ol>
        ${
          this.facilitating
            ? html`<button
                class="button small"
                type="button"
                @click=${() => {
                  this.list.hidePopover();
                  emit(this, 'agenda-requested', {});
                }}
              >
                ${msg('Edit the agenda…', { id: 'room.edit-agenda' })}
              </button>`
            : nothing
        }
      </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'palabre-agenda-list': PalabreAgendaList;
  }
}
