// Records everything a page receives from the server: WebSocket frames and the bodies of HTTP answers.
import type { Page, Response } from '@playwright/test';

/** What stands behind the packet type and the acknowledgement's number of a Socket.IO frame. */
const PACKET = /^4\d\d*(?<json>[[{].*)$/s;

const isStatic = (response: Response): boolean =>
  ['script', 'stylesheet', 'font', 'image', 'manifest', 'other'].includes(response.request().resourceType());

export class WireTap {
  private readonly texts: string[] = [];
  private bodies: Promise<unknown> = Promise.resolve();

  constructor(page: Page) {
    page.on('websocket', (socket) => {
      socket.on('framereceived', ({ payload }) => this.texts.push(payload.toString()));
    });
    page.on('response', (response) => {
      if (isStatic(response)) return;
      // A navigation or a cut line takes a body away: then nobody has read it either.
      const body = response.text().then(
        (text) => this.texts.push(text),
        () => undefined,
      );
      this.bodies = Promise.all([this.bodies, body]);
    });
  }

  /** Everything received so far, as text. */
  async received(): Promise<readonly string[]> {
    await this.bodies;
    return [...this.texts];
  }

  /** The JSON of everything received so far that is JSON. */
  async messages(): Promise<readonly unknown[]> {
    // Polling packs several packets into one body.
    return (await this.received())
      .flatMap((text) => text.split('\x1e'))
      .flatMap((text) => {
        const json = PACKET.exec(text)?.groups?.['json'] ?? text;
        try {
          return [JSON.parse(json) as unknown];
        } catch {
          return [];
        }
      });
  }
}

export interface Found {
  /** Where it stands, as `1.rounds.r1.tally`. */
  readonly path: string;
  readonly key: string;
  readonly value: unknown;
}

/** Every field of every object within a value. */
export function* fieldsIn(value: unknown, path: string = ''): Generator<Found> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    const at = path === '' ? key : `${path}.${key}`;
    if (!Array.isArray(value)) yield { path: at, key, value: inner };
    yield* fieldsIn(inner, at);
  }
}
