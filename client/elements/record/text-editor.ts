// One text of the record being written, by several people at once: a Markdown editor over a shared text. Loaded when
// somebody begins to write.
import { standardKeymap } from '@codemirror/commands';
import { EditorState } from '@codemirror/state';
import { EditorView, keymap, placeholder } from '@codemirror/view';
import { LitElement, type PropertyValues, css, html } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { yCollab, yUndoManagerKeymap } from 'y-codemirror.next';
import { type Text, UndoManager } from 'yjs';
import { markdownWriting } from './markdown-language.ts';
import { markdownMarks } from './markdown-marks.ts';
import { type OtherCaret, otherCarets, othersStyles, showOthers } from './other-carets.ts';

/** Characters that may come in at once: one update has to hold them. */
const MOST_AT_ONCE = 8000;

/** Colours are the tokens', so that both themes hold. */
const theme = EditorView.theme({
  '&': { color: 'var(--ink)', fontSize: 'inherit' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--font-text)', lineHeight: '1.55', overflow: 'visible' },
  '.cm-content': { padding: '10px 0', caretColor: 'var(--ink)', minHeight: '96px' },
  '.cm-line': { padding: '0 12px' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)' },
  '.cm-placeholder': { color: 'var(--ink-3)', whiteSpace: 'pre-wrap' },
});

/** Indices in the text; `anchor` is `head` where nothing is selected. */
export interface OwnPlace {
  readonly anchor: number;
  readonly head: number;
}

/**
 * Fires `writing-done` on Escape, `place-changed` where one writes or no longer does (null), and `too-much-pasted` when more
 * came in at once than can be sent.
 */
@customElement('palabre-text-editor')
export class PalabreTextEditor extends LitElement {
  static override styles = [
    othersStyles,
    css`
      :host {
        display: block;
        min-width: 0;
      }
      .frame {
        border: 1px solid var(--control);
        border-radius: var(--radius-m);
        background: var(--surface);
        /* A name above a caret of the first line reaches out of it. */
        overflow-x: clip;
      }
      .frame:focus-within {
        border-color: var(--accent);
        outline: 2px solid var(--accent);
        outline-offset: 0;
      }
    `,
  ];

  @property({ attribute: false }) text: Text | undefined;
  @property() label = '';
  /** What stands there as long as nothing is written. */
  @property() hint = '';
  /** Where the others write in this text. */
  @property({ attribute: false }) others: readonly OtherCaret[] = [];
  @query('.frame') private readonly frame!: HTMLElement;
  private view: EditorView | undefined;

  override focus(): void {
    this.view?.focus();
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('text') || this.view === undefined) {
      this.view?.destroy();
      this.view = this.text === undefined ? undefined : this.editor(this.text);
      // Whoever asked to write wants to.
      this.view?.focus();
    }
    if (this.view !== undefined && changed.has('others')) showOthers(this.view, this.others);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.requestUpdate('text');
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.view?.destroy();
    this.view = undefined;
    this.tellPlace(null);
  }

  private tellPlace(place: OwnPlace | null): void {
    this.dispatchEvent(new CustomEvent('place-changed', { detail: place }));
  }

  private editor(text: Text): EditorView {
    const tell = (name: string): void => void this.dispatchEvent(new CustomEvent(name));
    const state = EditorState.create({
      doc: text.toJSON(),
      extensions: [
        markdownWriting,
        keymap.of([
          {
            key: 'Escape',
            run: () => {
              tell('writing-done');
              return true;
            },
          },
          ...yUndoManagerKeymap,
          ...standardKeymap,
        ]),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ 'aria-label': this.label, spellcheck: 'true' }),
        EditorState.changeFilter.of((transaction) => {
          let most = 0;
          if (transaction.isUserEvent('input')) {
            transaction.changes.iterChanges((_fromA, _toA, _fromB, _toB, inserted) => (most += inserted.length));
          }
          if (most > MOST_AT_ONCE) tell('too-much-pasted');
          return most <= MOST_AT_ONCE;
        }),
        markdownMarks,
        otherCarets,
        EditorView.updateListener.of(({ view, docChanged, selectionSet, focusChanged }) => {
          if (!docChanged && !selectionSet && !focusChanged) return;
          const { anchor, head } = view.state.selection.main;
          this.tellPlace(view.hasFocus ? { anchor, head } : null);
        }),
        theme,
        ...(this.hint === '' ? [] : [placeholder(this.hint)]),
        yCollab(text, null, { undoManager: new UndoManager(text) }),
      ],
    });
    return new EditorView({
      state,
      parent: this.frame,
      ...(this.renderRoot instanceof ShadowRoot && { root: this.renderRoot }),
    });
  }

  override render() {
    return html`<div class="frame"></div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'palabre-text-editor': PalabreTextEditor;
  }
  interface HTMLElementEventMap {
    'place-changed': CustomEvent<OwnPlace | null>;
  }
}
