// Where a facilitator has asked everybody to look: for who leads, who follows, and who has gone elsewhere.
import { localized, msg, str } from '@lit/localize';
import { LitElement, type TemplateResult, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { controls } from '../../styles/controls.ts';
import { emit } from '../board-events.ts';
import { stripStyles } from './strip-styles.ts';

export interface Leading {
  /** I lead; I follow; I look elsewhere; I was called while I was writing. */
  readonly kind: 'leading' | 'following' | 'apart' | 'called';
  /** Who leads, where that is not me. */
  readonly name: string;
  /** `Matrix, Flask × Speed`. */
  readonly place: string;
  /** I look where everybody was asked to. */
  readonly here: boolean;
}

/** Fires `following-chosen`, `bringing-requested` and `room-released`. */
@customElement('palabre-led-chip')
@localized()
export class PalabreLedChip extends LitElement {
  static override styles = [
    ...controls,
    stripStyles,
    css`
      .mark {
        flex: none;
        width: 8px;
        height: 8px;
        border-radius: 50%;
        background: var(--accent);
      }
      .apart .mark {
        background: none;
        box-shadow: inset 0 0 0 2px var(--control);
      }
      .line {
        display: inline-flex;
        align-items: center;
        gap: var(--space-2);
        min-width: 0;
      }
    `,
  ];

  @property({ attribute: false }) leading: Leading | undefined;

  private button(label: string, act: () => void, look = ''): TemplateResult {
    return html`<button class="button small ${look}" type="button" @click=${act}>${label}</button>`;
  }

  private follow(on: boolean): void {
    emit(this, 'following-chosen', { on });
  }

  private says({ kind, name, place }: Leading): string {
    if (kind === 'leading') return msg(str`You lead: ${place}`, { id: 'room.you-lead' });
    if (kind === 'called') return msg(str`${name} calls everyone to: ${place}`, { id: 'room.calls' });
    return msg(str`${name} leads: ${place}`, { id: 'room.leads' });
  }

  private buttons({ kind, name, here }: Leading): TemplateResult | typeof nothing {
    if (kind === 'leading') {
      return html`${
        here
          ? nothing
          : this.button(msg('Bring here', { id: 'room.bring-here' }), () => emit(this, 'bringing-requested', {}))
      }
      ${this.button(msg('Let go', { id: 'room.let-go' }), () => emit(this, 'room-released', {}))}`;
    }
    if (kind === 'following') {
      return this.button(msg('Leave', { id: 'room.leave' }), () => this.follow(false), 'quiet');
    }
    const label =
      kind === 'called'
        ? msg('Go there', { id: 'room.go-there' })
        : msg(str`Follow ${name} again`, { id: 'room.follow-again' });
    return this.button(label, () => this.follow(true), 'primary');
  }

  override render() {
    const { leading } = this;
    if (leading === undefined) return nothing;
    const says = this.says(leading);
    return html`<span class=${leading.kind === 'apart' ? 'line apart' : 'line'}
      ><span class="mark" aria-hidden="true"></span><span class="says" title=${says}>${says}</span>${this.buttons(
        leading,
      )}</span
    >`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'palabre-led-chip': PalabreLedChip;
  }
}
