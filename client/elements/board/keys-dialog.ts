// The keys of a board, and the switch that turns those off that are characters.
import { localized, msg } from '@lit/localize';
import { LitElement, type TemplateResult, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { controls } from '../../styles/controls.ts';
import { emit } from '../board-events.ts';
import '../dialog/palabre-dialog.ts';

interface KeyWords {
  readonly keys: readonly string[];
  readonly does: string;
  /** A digit, a letter or a sign alone: it may be switched off. */
  readonly character?: true;
}

const moving = (): readonly KeyWords[] => [
  { keys: ['←', '↑', '↓', '→'], does: msg('move; moving never votes', { id: 'board.key-arrows' }) },
  {
    keys: [msg('Home', { id: 'board.key-home' }), msg('End', { id: 'board.key-end' })],
    does: msg('to the name of the row, to its last cell; with Ctrl to the first and last cell of all', {
      id: 'board.key-ends',
    }),
  },
  {
    keys: [msg('Page up', { id: 'board.key-page-up' }), msg('Page down', { id: 'board.key-page-down' })],
    does: msg('five rows up or down', { id: 'board.key-pages' }),
  },
  { keys: ['N'], does: msg('to the next cell without a score', { id: 'board.key-next' }), character: true },
  editing(),
];

const editing = (): KeyWords => ({
  keys: ['Alt', '←', '↑', '↓', '→'],
  does: msg('move an option or a criterion, with the focus on its name', { id: 'board.key-shift' }),
});

const writing = (): readonly KeyWords[] => [
  {
    keys: ['/'],
    does: msg('search in the notes, where they are all shown', { id: 'board.key-search' }),
    character: true,
  },
  { keys: ['@'], does: msg('mention somebody, in a note', { id: 'board.key-mention' }) },
  {
    keys: [msg('Enter', { id: 'board.key-enter' })],
    does: msg('add the note; with Shift a new line', { id: 'board.key-send' }),
  },
];

const screen = (): readonly KeyWords[] => [
  {
    keys: ['1', '–', '4'],
    does: msg('results, progress, most divided, notes', { id: 'board.key-modes' }),
    character: true,
  },
  { keys: ['0'], does: msg('what the moment asks for', { id: 'board.key-mode-auto' }), character: true },
  {
    keys: ['←', '→', msg('Space', { id: 'board.key-space' })],
    does: msg('turn the pages; hold them', { id: 'board.key-turn' }),
  },
  { keys: ['F'], does: msg('fill the screen', { id: 'board.key-fill' }), character: true },
];

const scoring = (): readonly KeyWords[] => [
  {
    keys: ['0', '–', '5'],
    does: msg('score the cell, or the line of a ballot', { id: 'board.key-digits' }),
    character: true,
  },
  { keys: ['D', 'U'], does: msg('don’t know', { id: 'board.key-unknown' }), character: true },
  {
    keys: [msg('Delete', { id: 'board.key-delete' })],
    does: msg('take the score back', { id: 'board.key-take-back' }),
  },
  {
    keys: [msg('Enter', { id: 'board.key-enter' }), msg('Space', { id: 'board.key-space' })],
    does: msg('open the pad with the scores, or the details', { id: 'board.key-open' }),
  },
];

const anywhere = (): readonly KeyWords[] => [
  { keys: ['C'], does: msg('the notes of the cell', { id: 'board.key-notes' }), character: true },
  {
    keys: [msg('Esc', { id: 'board.key-escape' })],
    does: msg('close the pad, the panel or a dialog; leave an editor', { id: 'board.key-close' }),
  },
  {
    keys: ['Ctrl / ⌘', msg('Enter', { id: 'board.key-enter' })],
    does: msg('save the agenda that is written', { id: 'board.key-save' }),
  },
  { keys: ['Ctrl / ⌘', 'K'], does: msg('find or do something', { id: 'board.key-palette' }) },
  { keys: ['?'], does: msg('this list', { id: 'board.key-help' }), character: true },
];

/** Fires `character-keys-chosen` and `dialog-closed`. */
@customElement('palabre-keys-dialog')
@localized()
export class PalabreKeysDialog extends LitElement {
  static override styles = [
    ...controls,
    css`
      h3 {
        margin: var(--space-4) 0 var(--space-1);
        font: 700 var(--text-l) / 1.3 var(--font-heading);
      }
      h3:first-of-type {
        margin-top: 0;
      }
      dl {
        display: grid;
        grid-template-columns: 160px minmax(0, 1fr);
        gap: 6px var(--space-4);
        margin: 0;
      }
      dt {
        align-self: start;
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px;
      }
      dd {
        margin: 0;
        padding-top: 3px;
        color: var(--ink-2);
      }
      kbd {
        display: inline-grid;
        place-items: center;
        min-width: 26px;
        min-height: 26px;
        padding: 1px 7px;
        border: 1px solid var(--control);
        border-radius: 6px;
        background: var(--surface);
        font: 600 var(--text-s) / 1.3 var(--font-text);
      }
      .off kbd {
        border-style: dashed;
        color: var(--ink-3);
        text-decoration: line-through;
      }
      .switch {
        display: flex;
        align-items: flex-start;
        gap: var(--space-3);
        margin-top: var(--space-5);
        padding-top: var(--space-4);
        border-top: 1px solid var(--hairline);
        font-weight: 600;
        cursor: pointer;
      }
      .switch input {
        margin-top: 2px;
      }
      .switch .hint {
        display: block;
        margin-top: 2px;
        font-weight: 400;
      }
      @media (max-width: 520px) {
        dl {
          grid-template-columns: 124px minmax(0, 1fr);
        }
      }
      @media (pointer: coarse) {
        .switch {
          min-height: var(--touch);
        }
      }
    `,
  ];

  @property({ type: Boolean }) open = false;
  /** Whether digits, letters and signs alone do something. */
  @property({ type: Boolean }) characters = true;

  private list(heading: string, keys: readonly KeyWords[]): TemplateResult {
    return html`<h3>${heading}</h3>
      <dl>
        ${keys.map(
          ({ keys: names, does, character }) =>
            html`<dt class=${character && !this.characters ? 'off' : ''}>
                ${names.map((name) => (name === '–' ? html`–` : html`<kbd>${name}</kbd>`))}
              </dt>
              <dd>${does}</dd>`,
        )}
      </dl>`;
  }

  private toggle(): TemplateResult {
    return html`<label class="switch">
      <input
        type="checkbox"
        role="switch"
        aria-describedby="characters-hint"
        .checked=${this.characters}
        @change=${(event: Event) =>
          event.target instanceof HTMLInputElement && emit(this, 'character-keys-chosen', { on: event.target.checked })}
      />
      <span>
        ${msg('Digits, letters and ? work alone', { id: 'board.keys-characters' })}
        <span class="hint" id="characters-hint">
          ${msg('Off, they do nothing by mistake, for instance while you dictate. This browser remembers it.', {
            id: 'board.keys-characters-hint',
          })}
        </span>
      </span>
    </label>`;
  }

  override render() {
    return html`<palabre-dialog .open=${this.open} .heading=${msg('Keyboard', { id: 'board.keys' })}>
      ${
        this.open
          ? html`${this.list(msg('Moving in the matrix', { id: 'board.keys-moving' }), moving())}
            ${this.list(msg('Scoring', { id: 'board.keys-scoring' }), scoring())}
            ${this.list(msg('Notes', { id: 'board.view-notes' }), writing())}
            ${this.list(msg('On the big screen', { id: 'board.keys-screen' }), screen())}
            ${this.list(msg('And', { id: 'board.keys-and' }), anywhere())} ${this.toggle()}`
          : nothing
      }
    </palabre-dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'palabre-keys-dialog': PalabreKeysDialog;
  }
}
