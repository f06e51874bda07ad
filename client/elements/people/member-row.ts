// One person in the list of people; the facilitator may give them another role or take them off the board.
import { localized, msg, str } from '@lit/localize';
import { LitElement, type TemplateResult, css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Member } from '../../../shared/board/board.ts';
import { controls } from '../../styles/controls.ts';
import { emit } from '../board-events.ts';
import { avatarStyles, avatarTemplate } from '../notes/avatar.ts';

/** Fires `member-role-chosen`, `member-removed` and, of a guest, `recording-requested`. */
@customElement('palabre-member-row')
@localized()
export class PalabreMemberRow extends LitElement {
  static override styles = [
    ...controls,
    avatarStyles,
    css`
      :host {
        display: block;
        min-width: 0;
      }
      .row {
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
      .away .name,
      .words {
        color: var(--ink-3);
      }
      .words {
        margin: 0 0 0 auto;
        font-size: var(--text-s);
        white-space: nowrap;
      }
      .icon-button,
      .row.managing:not(:has(.icon-button))::after {
        width: 30px;
        min-height: 30px;
      }
      /* As wide and high as the button that the others have. */
      .row.managing:not(:has(.icon-button))::after {
        content: '';
        flex: none;
      }
      svg {
        fill: currentcolor;
      }
      .more {
        display: grid;
        gap: var(--space-2);
        margin: var(--space-1) 0 var(--space-2) 35px;
      }
      .more p {
        margin: 0;
        font-size: var(--text-s);
      }
      .buttons {
        display: flex;
        flex-wrap: wrap;
        gap: 6px;
      }
      .record {
        margin: var(--space-1) 0 0 35px;
      }
      @media (pointer: coarse) {
        .record {
          min-height: var(--touch);
        }
        .icon-button,
        .row.managing:not(:has(.icon-button))::after {
          width: var(--touch);
          min-height: var(--touch);
        }
      }
    `,
  ];

  @property({ attribute: false }) member: Member | undefined;
  /** What is said of them beside the name: their role, that they are away, that they raise a hand. */
  @property() words = '';
  @property({ type: Boolean }) away = false;
  /** Offers what a facilitator may do. */
  @property({ type: Boolean }) managed = false;
  /** One of a list in which others are managed. */
  @property({ type: Boolean }) aligned = false;
  /** A guest whose ballot may be recorded now. */
  @property({ type: Boolean }) recordable = false;
  @state() private step: 'closed' | 'choosing' | 'removing' = 'closed';
  @query('.keep') private readonly keepButton!: HTMLButtonElement | null;
  @query('.icon-button') private readonly moreButton!: HTMLButtonElement | null;

  private async turnTo(step: 'closed' | 'choosing' | 'removing'): Promise<void> {
    this.step = step;
    await this.updateComplete;
    (step === 'removing' ? this.keepButton : this.moreButton)?.focus();
  }

  private choosing({ id, role, guest }: Member): TemplateResult {
    const other = role === 'facilitator' ? 'voter' : 'facilitator';
    const give = (): void => {
      emit(this, 'member-role-chosen', { member: id, role: other });
      void this.turnTo('closed');
    };
    const may =
      other === 'facilitator'
        ? msg('Facilitators open, close and reveal rounds, lead the meeting and manage people.', {
            id: 'people.facilitator-may',
          })
        : msg('Voters vote and write notes; they lead the meeting no longer.', { id: 'people.voter-may' });
    return html`${guest === true ? nothing : html`<p class="hint">${may}</p>`}
      <div class="buttons">
        ${
          guest === true
            ? nothing
            : html`<button class="button small" type="button" @click=${give}>
                ${
                  other === 'facilitator'
                    ? msg('Make facilitator', { id: 'people.make-facilitator' })
                    : msg('Make voter', { id: 'people.make-voter' })
                }
              </button>`
        }
        <button class="button danger small" type="button" @click=${() => void this.turnTo('removing')}>
          ${msg('Remove…', { id: 'people.remove' })}
        </button>
      </div>`;
  }

  private removing({ id, name }: Member): TemplateResult {
    return html`<p>
        ${msg(str`Remove ${name}? Their ballot leaves the open round; their notes stay.`, {
          id: 'people.remove-about',
        })}
      </p>
      <div class="buttons">
        <button class="button danger small" type="button" @click=${() => emit(this, 'member-removed', { member: id })}>
          ${msg('Remove', { id: 'people.remove-now' })}
        </button>
        <button class="button quiet small keep" type="button" @click=${() => void this.turnTo('choosing')}>
          ${msg('Keep', { id: 'people.keep' })}
        </button>
      </div>`;
  }

  private recordButton({ id, name }: Member): TemplateResult {
    return html`<button
      class="button small record"
      type="button"
      aria-label=${msg(str`Record the ballot of ${name}…`, { id: 'people.record-of' })}
      @click=${() => emit(this, 'recording-requested', { member: id })}
    >
      ${msg('Record their ballot…', { id: 'people.record' })}
    </button>`;
  }

  private moreToggle({ name }: Member): TemplateResult {
    const open = this.step !== 'closed';
    return html`<button
      class="icon-button quiet"
      type="button"
      aria-label=${msg(str`What ${name} may do`, { id: 'people.manage' })}
      aria-expanded=${open ? 'true' : 'false'}
      @click=${() => void this.turnTo(open ? 'closed' : 'choosing')}
    >
      <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
        <circle cx="3" cy="8" r="1.5" />
        <circle cx="8" cy="8" r="1.5" />
        <circle cx="13" cy="8" r="1.5" />
      </svg>
    </button>`;
  }

  override render() {
    const { member, step, managed } = this;
    if (member === undefined) return nothing;
    return html`<div class=${`row${this.away ? ' away' : ''}${this.aligned ? ' managing' : ''}`}>
        ${avatarTemplate(member.name, member.id)}<span class="name" title=${member.name}>${member.name}</span>
        <span class="words">${this.words}</span>
        ${managed ? this.moreToggle(member) : nothing}
      </div>
      ${managed && this.recordable ? this.recordButton(member) : nothing}
      ${
        managed && step !== 'closed'
          ? html`<div class="more">${step === 'choosing' ? this.choosing(member) : this.removing(member)}</div>`
          : nothing
      }`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'palabre-member-row': PalabreMemberRow;
  }
}
