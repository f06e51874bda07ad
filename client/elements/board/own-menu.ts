// One's own corner of a board: who I am here, my name, my other device, my receipts, my language, the keys.
import { localized, msg, str } from '@lit/localize';
import { LitElement, type TemplateResult, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { BOUNDS } from '../../../shared/bounds.ts';
import type { You } from '../../../shared/protocol.ts';
import type { Language } from '../../../shared/rejections.ts';
import { controls } from '../../styles/controls.ts';
import { laterTexts } from '../../i18n/locale.ts';
import { emit } from '../board-events.ts';
import { submittedForm, textOf } from '../editing/form-fields.ts';
import { avatarStyles, avatarTemplate } from '../notes/avatar.ts';
import { ownMenuStyles } from './own-menu-styles.ts';
import type { OwnReceipt, ReceiptCheck } from './own-receipts.ts';
import { placeBelow } from './place-below.ts';

const WIDTH = 320;

type Asked =
  | 'share-requested'
  | 'settings-requested'
  | 'about-requested'
  | 'palette-requested'
  | 'keys-requested'
  | 'copy-requested'
  | 'joining-requested';

/** Without a line they come another time. */
async function fetchParts(): Promise<void> {
  try {
    await laterTexts();
    await import('./own-menu-parts.ts');
  } catch {
    return;
  }
}

/** Fires `member-renamed`, and what its entries ask for. */
@customElement('palabre-own-menu')
@localized()
export class PalabreOwnMenu extends LitElement {
  static override styles = [...controls, avatarStyles, ownMenuStyles];

  @property({ attribute: false }) you: You = { role: 'watcher' };
  @property() language: Language = 'en';
  /** A name would make this visitor a voter. */
  @property({ type: Boolean }) mayJoin = false;
  @property({ type: Boolean }) handRaised = false;
  @property({ attribute: false }) receipts: readonly OwnReceipt[] = [];
  @property({ attribute: false }) checks: ReadonlyMap<string, ReceiptCheck> = new Map();
  /** Others see this screen: one's own ballot is hidden on it. */
  @property({ type: Boolean }) presenting = false;
  @state() private renaming = false;

  @query('.toggle') private readonly toggleButton!: HTMLButtonElement;
  @query('.menu') private readonly menu!: HTMLElement;
  @query('#name') private readonly nameField!: HTMLInputElement | null;
  @query('.rename') private readonly renameButton!: HTMLButtonElement | null;

  private readonly opening = (): void => {
    void fetchParts();
    placeBelow(this.toggleButton, this.menu, WIDTH);
    this.renaming = false;
  };

  private ask(name: Asked): void {
    this.menu.hidePopover();
    if (name === 'share-requested') this.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true }));
    else emit(this, name, {});
  }

  private async rename(on: boolean): Promise<void> {
    this.renaming = on;
    await this.updateComplete;
    if (on) this.nameField?.select();
    else this.renameButton?.focus();
  }

  private readonly renamed = (event: Event): void => {
    const form = submittedForm(event);
    const name = form === undefined ? '' : textOf(form, 'name');
    if (name === '') return;
    if (name !== this.you.name) emit(this, 'member-renamed', { name });
    void this.rename(false);
  };

  private roleWords(): string {
    if (this.you.waiting === true) return msg('You are waiting to be let in.', { id: 'board.you-wait' });
    if (this.you.role === 'facilitator') return msg('You facilitate and may vote.', { id: 'board.you-facilitate' });
    return this.you.role === 'voter'
      ? msg('You vote.', { id: 'board.you-vote' })
      : msg('You are watching: nobody sees a name.', { id: 'board.you-watch' });
  }

  private nameForm(name: string): TemplateResult {
    return html`<form @submit=${this.renamed}>
      <div class="field">
        <label for="name">${msg('Your name on this board', { id: 'board.own-name' })}</label>
        <input
          class="field"
          id="name"
          name="name"
          required
          pattern=".*\\S.*"
          autocomplete="name"
          maxlength=${BOUNDS.memberName}
          .value=${name}
        />
      </div>
      <div class="buttons">
        <button class="button primary small" type="submit">${msg('Save', { id: 'board.save' })}</button>
        <button class="button quiet small" type="button" @click=${() => void this.rename(false)}>
          ${msg('Cancel', { id: 'board.cancel' })}
        </button>
      </div>
    </form>`;
  }

  private who(): TemplateResult {
    const { name } = this.you;
    if (name === undefined) {
      return html`<p class="role">${this.roleWords()}</p>
        ${
          this.mayJoin
            ? html`<button class="button primary" type="button" @click=${() => this.ask('joining-requested')}>
                ${msg('Join with a name', { id: 'board.join-with-name' })}
              </button>`
            : nothing
        }`;
    }
    if (this.renaming) return this.nameForm(name);
    return html`<div class="who">
      ${avatarTemplate(name, this.you.id)}
      <p class="name">${name}</p>
      <button class="button small rename" type="button" @click=${() => void this.rename(true)}>
        ${msg('Rename', { id: 'board.rename' })}
      </button>
      <p class="role">${this.roleWords()}</p>
    </div>`;
  }

  private entry(label: string, name: Asked, hint = ''): TemplateResult {
    return html`<li>
      <button class="entry" type="button" @click=${() => this.ask(name)}>
        ${label}${hint === '' ? nothing : html` <kbd>${hint}</kbd>`}
      </button>
    </li>`;
  }

  private handEntry(): TemplateResult {
    const hand = !this.handRaised;
    return html`<li>
      <button
        class="entry"
        type="button"
        @click=${() => {
          this.menu.hidePopover();
          emit(this, 'signal-given', { hand });
        }}
      >
        ${hand ? msg('Raise my hand', { id: 'room.raise' }) : msg('Lower my hand', { id: 'room.lower-hand' })}
      </button>
    </li>`;
  }

  private present(): TemplateResult {
    const { presenting } = this;
    const turn = (): void => {
      this.menu.hidePopover();
      emit(this, 'own-scores-masked', { on: !presenting });
    };
    return html`<li>
      <button class="entry" type="button" @click=${turn}>
        ${
          presenting
            ? msg('Stop presenting', { id: 'board.stop-presenting' })
            : msg('Present: hide my ballot', { id: 'board.present' })
        }
      </button>
    </li>`;
  }

  private entries(): TemplateResult {
    const phone = this.you.id !== undefined;
    return html`<ul>
      ${phone && this.you.waiting !== true ? this.handEntry() : nothing}
      ${phone ? this.entry(msg('Continue on my phone', { id: 'board.my-phone' }), 'share-requested') : nothing}
      ${this.entry(msg('Share this board', { id: 'board.share-this' }), 'share-requested')}
      ${this.entry(msg('The question and the rules', { id: 'board.about' }), 'about-requested')}
      ${
        this.you.role === 'facilitator'
          ? this.entry(msg('Settings of the board', { id: 'board.settings-of' }), 'settings-requested')
          : nothing
      }
      ${this.you.id === undefined || this.you.waiting === true ? nothing : this.present()}
      ${this.entry(msg('Duplicate this board…', { id: 'past.copy' }), 'copy-requested')}
      ${this.entry(msg('Find or do…', { id: 'board.find' }), 'palette-requested', 'Ctrl K')}
      ${this.entry(msg('Keyboard', { id: 'board.keys' }), 'keys-requested', '?')}
    </ul>`;
  }

  override render() {
    const { you } = this;
    const label =
      you.name === undefined
        ? msg('You are watching', { id: 'board.you-watching' })
        : msg(str`You: ${you.name}`, { id: 'board.you' });
    return html`<button class="toggle" type="button" popovertarget="menu" title=${label}>
        <span class="visually-hidden">${label}</span>
        ${
          you.name === undefined
            ? html`<svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
                <path d="M2 10c4-7 12-7 16 0-4 7-12 7-16 0z" />
                <circle cx="10" cy="10" r="2.4" />
              </svg>`
            : avatarTemplate(you.name, you.id)
        }
      </button>
      <div class="menu" id="menu" popover aria-label=${label} role="dialog" @beforetoggle=${this.opening}>
        ${this.who()} ${this.entries()}
        <div class="language">
          <span>${msg('Language', { id: 'app.language' })}</span>
          <palabre-language-switch .language=${this.language}></palabre-language-switch>
        </div>
        ${
          this.receipts.length === 0
            ? nothing
            : html`<palabre-own-receipts .receipts=${this.receipts} .checks=${this.checks}></palabre-own-receipts>`
        }
      </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'palabre-own-menu': PalabreOwnMenu;
  }
}
