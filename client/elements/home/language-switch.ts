// Lets the reader choose the language; every choice is written in its own language.
import { localized, msg } from '@lit/localize';
import { LitElement, css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Language } from '../../../shared/rejections.ts';
import { controls } from '../../styles/controls.ts';

const NAMES: readonly (readonly [Language, string, string])[] = [
  ['en', 'EN', 'English'],
  ['fr', 'FR', 'Français'],
];

/** Fires `language-chosen` with the language; the app changes it. */
@customElement('palabre-language-switch')
@localized()
export class LanguageSwitch extends LitElement {
  static override styles = [
    ...controls,
    css`
      :host {
        display: inline-flex;
      }
      div {
        display: inline-flex;
        gap: 2px;
      }
      button {
        min-width: 36px;
        min-height: 32px;
        padding: 4px 8px;
        border: 0;
        border-radius: 999px;
        background: transparent;
        color: var(--ink-2);
        font: 600 var(--text-s) / 1.3 var(--font-text);
        cursor: pointer;
      }
      button:hover {
        color: var(--ink);
      }
      button[aria-pressed='true'] {
        background: var(--accent-soft);
        color: light-dark(#0a4d42, #a9e5d5);
      }
      @media (pointer: coarse) {
        button {
          min-width: var(--touch);
          min-height: var(--touch);
        }
      }
    `,
  ];

  @property() language: Language = 'en';

  private choose(language: Language): void {
    this.dispatchEvent(new CustomEvent('language-chosen', { detail: { language }, bubbles: true, composed: true }));
  }

  override render() {
    return html`
      <div role="group" aria-label=${msg('Language', { id: 'app.language' })}>
        ${NAMES.map(
          ([language, short, name]) => html`
            <button
              type="button"
              lang=${language}
              aria-label="${short}, ${name}"
              aria-pressed=${language === this.language ? 'true' : 'false'}
              @click=${() => this.choose(language)}
            >
              ${short}
            </button>
          `,
        )}
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'palabre-language-switch': LanguageSwitch;
  }
  interface HTMLElementEventMap {
    'language-chosen': CustomEvent<{ readonly language: Language }>;
  }
}
