// What the view of a record is drawn from, beside the board.
import type { Text } from 'yjs';
import type { CaretPart } from '../../../shared/record/carets.ts';
import type { RecordPart, RecordTexts } from '../../../shared/record/record.ts';
import type { RejectionCode } from '../../../shared/rejections.ts';

/** Where somebody writes: indices in the text of a part, undefined where it has no such place yet. */
export interface ShownCaret {
  readonly member: string;
  readonly part: CaretPart;
  readonly anchor: number | undefined;
  readonly head: number | undefined;
}

/** Where one writes oneself; null: nowhere. */
export type OwnCaret = { readonly part: CaretPart; readonly anchor: number; readonly head: number } | null;

export interface RecordShown {
  /** `loading`: nothing is known yet; `away`: the line is down, or the server has not answered again yet. */
  readonly phase: 'loading' | 'open' | 'away' | 'failed';
  readonly texts: RecordTexts;
  /** The text itself, for an editor; undefined where this visitor only reads. */
  readonly textOf: ((part: RecordPart) => Text) | undefined;
  /** Where the members who have it open write, oneself among them. */
  readonly carets: readonly ShownCaret[];
  /** Tells the others where one writes oneself. */
  readonly place: (caret: OwnCaret) => void;
  /** Written here and not saved on the server yet. */
  readonly waiting: boolean;
  /** Why the server does not take what was written. */
  readonly refused?: RejectionCode;
}

export const NOTHING_YET: RecordShown = {
  phase: 'loading',
  texts: {},
  textOf: undefined,
  carets: [],
  place: () => undefined,
  waiting: false,
};
