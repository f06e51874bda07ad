// Draws in the editor where the others write: a caret in their colour with their name, and what they have selected.
// Classes only: the CSP allows no inline style.
import { type Range, StateEffect, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, WidgetType } from '@codemirror/view';
import { css } from 'lit';
import { tintOf, tintStyles } from '../people/tints.ts';

/** Indices in the text; undefined where it has no such place yet. */
export interface OtherCaret {
  readonly member: string;
  readonly name: string;
  readonly anchor: number | undefined;
  readonly head: number | undefined;
}

class CaretWidget extends WidgetType {
  readonly caret: OtherCaret;

  constructor(caret: OtherCaret) {
    super();
    this.caret = caret;
  }

  /** One that has moved is drawn anew, and shows its name for a moment. */
  override eq({ caret: { member, name, head } }: CaretWidget): boolean {
    return member === this.caret.member && name === this.caret.name && head === this.caret.head;
  }

  override toDOM(): HTMLElement {
    const caret = document.createElement('span');
    caret.className = `other-caret tint-${tintOf(this.caret.member)}`;
    // Who writes is said in words beside the heading.
    caret.setAttribute('aria-hidden', 'true');
    // As an attribute, so that the text of the editor stays what was written.
    caret.dataset['name'] = this.caret.name;
    return caret;
  }

  override ignoreEvent(): boolean {
    return true;
  }
}

function marksOf(other: OtherCaret, length: number): readonly Range<Decoration>[] {
  const { member, anchor, head } = other;
  if (head === undefined || head > length) return [];
  const caret = Decoration.widget({ widget: new CaretWidget(other), side: 1 }).range(head);
  const [from, to] = [Math.min(anchor ?? head, head), Math.min(Math.max(anchor ?? head, head), length)];
  if (from === to) return [caret];
  return [Decoration.mark({ class: `other-selection tint-${tintOf(member)}` }).range(from, to), caret];
}

const placed = StateEffect.define<readonly OtherCaret[]>();

const field = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, { state, changes, effects }) {
    const others = effects.findLast((effect) => effect.is(placed))?.value as readonly OtherCaret[] | undefined;
    if (others === undefined) return marks.map(changes);
    return Decoration.set(
      others.flatMap((one) => marksOf(one, state.doc.length)),
      true,
    );
  },
  provide: (marks) => EditorView.decorations.from(marks),
});

/** Between two tellings carets move along with the text. */
export const otherCarets = field;

export function showOthers(view: EditorView, others: readonly OtherCaret[]): void {
  const isEmpty = others.length === 0 && view.state.field(field).size === 0;
  if (!isEmpty) view.dispatch({ effects: placed.of(others) });
}

const caretStyles = css`
  .other-caret {
    position: relative;
    display: inline-block;
    width: 2px;
    height: 1.2em;
    margin-inline: -1px;
    outline: 1px solid light-dark(transparent, #fffefb66);
    vertical-align: text-bottom;
  }
  .other-caret::before {
    content: attr(data-name);
    position: absolute;
    inset-block-end: 100%;
    inset-inline-start: 0;
    z-index: 1;
    max-width: 16ch;
    padding: 0 5px;
    border-radius: 4px 4px 4px 0;
    background: inherit;
    overflow: hidden;
    color: #fffefb;
    font: 600 11px / 1.5 var(--font-text);
    text-overflow: ellipsis;
    white-space: nowrap;
    pointer-events: none;
    user-select: none;
    /* The line above is to be read; who it is stays said beside the heading. */
    animation: rested 4s steps(1) forwards;
  }
  .other-caret:hover::before {
    animation: none;
  }
  @keyframes rested {
    to {
      visibility: hidden;
    }
  }
  .other-selection {
    border-radius: 2px;
    color: #fffefb;
  }
  @media (forced-colors: active) {
    .other-caret,
    .other-caret::before {
      forced-color-adjust: none;
    }
  }
`;

export const othersStyles = [tintStyles, caretStyles];
