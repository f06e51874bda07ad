// A QR code: dark on white in both themes, with the quiet zone that cameras need.
import { LitElement, css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';

/** Modules of white around the code, as ISO/IEC 18004 asks for. */
const QUIET_ZONE = 4;

interface Drawing {
  readonly size: number;
  readonly path: string;
}

async function draw(text: string): Promise<Drawing> {
  const { encode } = await import('uqr');
  const { data, size } = encode(text, { ecc: 'M', border: QUIET_ZONE });
  // One bar for every run of dark modules in a row.
  const bars = data.flatMap((row, y) => {
    const runs: string[] = [];
    for (let x = 0; x < size; x += 1) {
      const start = x;
      while (row[x]) x += 1;
      if (x > start) runs.push(`M${start} ${y}h${x - start}v1h${start - x}z`);
    }
    return runs;
  });
  return { size, path: bars.join('') };
}

/** `label` says what the code leads to; the same must be offered as text beside it. */
@customElement('palabre-qr')
export class PalabreQr extends LitElement {
  static override styles = css`
    :host {
      display: block;
      aspect-ratio: 1;
      overflow: hidden;
      border-radius: var(--radius-m);
      background: #ffffff;
    }
    svg {
      display: block;
      width: 100%;
      height: 100%;
      forced-color-adjust: none;
    }
    path {
      fill: #1d1b16;
    }
    rect {
      fill: #ffffff;
    }
  `;

  @property() text = '';
  @property() label = '';
  @state() private drawing: Drawing | undefined;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('text')) void this.redraw();
  }

  private async redraw(): Promise<void> {
    const { text } = this;
    this.drawing = undefined;
    const drawing = text === '' ? undefined : await draw(text).catch(() => undefined);
    if (this.text === text) this.drawing = drawing;
  }

  override render() {
    if (!this.drawing) return nothing;
    const { size, path } = this.drawing;
    return html`
      <svg viewBox="0 0 ${size} ${size}" role="img" aria-label=${this.label} shape-rendering="crispEdges">
        <rect width=${size} height=${size} />
        <path d=${path} />
      </svg>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'palabre-qr': PalabreQr;
  }
}
