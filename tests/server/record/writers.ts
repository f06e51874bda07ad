// People who write in a record, and what they would send: real Yjs documents, encoded as on the wire.
import * as Y from 'yjs';
import type { RecordPart } from '../../../shared/record/record.ts';

export const encoded = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
export const decoded = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'base64'));

export class Writer {
  readonly document = new Y.Doc();

  constructor(client: number) {
    this.document.clientID = client;
  }

  textOf(part: RecordPart): string {
    return this.document.getText(part).toJSON();
  }

  /** The update that the change makes. */
  change(work: (document: Y.Doc) => void): string {
    const before = Y.encodeStateVector(this.document);
    const made: Uint8Array[] = [];
    const note = (update: Uint8Array): void => void made.push(update);
    this.document.on('update', note);
    this.document.transact(() => work(this.document));
    this.document.off('update', note);
    return encoded(made[0] ?? Y.encodeStateAsUpdate(this.document, before));
  }

  type(part: RecordPart, text: string, at = this.textOf(part).length): string {
    return this.change((document) => document.getText(part).insert(at, text));
  }

  hear(update: string): void {
    Y.applyUpdate(this.document, decoded(update));
  }
}
