// The page's document. It names its files from where it stands, so that it works under whatever path it is reached by:
// built for the root, it is sent with a way up for each level below.
import { hash as digest } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface SentDocument {
  readonly text: string;
  /** Of its content, for `ETag`. */
  readonly tag: string;
}

/** Deeper addresses than ours have are made anew each time. */
const DEEPEST_KEPT = 8;

export class PageDocument {
  readonly #text: string;
  readonly #made = new Map<number, SentDocument>();

  constructor(directory: string) {
    this.#text = readFileSync(join(directory, 'index.html'), 'utf8');
  }

  /** For a path that begins with a slash: `/b/ID` stands one level down. */
  for(path: string): SentDocument {
    const depth = path.split('/').length - 2;
    const made = this.#made.get(depth) ?? this.#make(depth);
    if (depth <= DEEPEST_KEPT) this.#made.set(depth, made);
    return made;
  }

  #make(depth: number): SentDocument {
    const up = depth === 0 ? './' : '../'.repeat(depth);
    const text = this.#text.replaceAll(/\b(href|src)="\.\//g, `$1="${up}`);
    return { text, tag: `W/"${digest('sha256', text, 'base64url').slice(0, 22)}"` };
  }
}
