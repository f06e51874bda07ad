// What the view of a record is drawn from, beside the board.
import type { Text } from 'yjs';
import type { RecordPart, RecordTexts } from '../../../shared/record/record.ts';
import type { RejectionCode } from '../../../shared/rejections.ts';

export interface RecordShown {
  /** `loading`: nothing is known yet; `away`: the line is down, or the server has not answered again yet. */
  readonly phase: 'loading' | 'open' | 'away' | 'failed';
  readonly texts: RecordTexts;
  /** The text itself, for an editor; undefined where this visitor only reads. */
  readonly textOf: ((part: RecordPart) => Text) | undefined;
  /** Written here and not saved on the server yet. */
  readonly waiting: boolean;
  /** Why the server does not take what was written. */
  readonly refused?: RejectionCode;
}

export const NOTHING_YET: RecordShown = { phase: 'loading', texts: {}, textOf: undefined, waiting: false };
