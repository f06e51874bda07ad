// Places in a text of the record as they travel: tied to the characters around them, so that they hold while others write.
import * as Y from 'yjs';
import { fromBase64, toBase64 } from './base64.ts';

/** Of an index in a text. */
export const placeAt = (text: Y.Text, index: number): string =>
  toBase64(Y.encodeRelativePosition(Y.createRelativePositionFromTypeIndex(text, Math.min(index, text.length))));

/** Where a place is by now; undefined where it is none, or none of this text, or of what has not come yet. */
export function indexOf(text: Y.Text, part: string, place: string): number | undefined {
  const { doc } = text;
  if (doc === null) return undefined;
  try {
    const relative = Y.decodeRelativePosition(fromBase64(place));
    // A name that is none of ours would become a text of the document.
    if (relative.type !== null || (relative.tname !== null && relative.tname !== part)) return undefined;
    const absolute = Y.createAbsolutePositionFromRelativePosition(relative, doc);
    if (absolute === null || absolute.type !== text) return undefined;
    return Math.min(absolute.index, text.length);
  } catch {
    return undefined;
  }
}
