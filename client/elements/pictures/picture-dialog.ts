// The dialog that shows a picture of a round before it is saved or copied: which one, of which round, light or dark.
import { localized, msg } from '@lit/localize';
import { LitElement, type PropertyValues, type TemplateResult, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { showCode } from '../../../shared/ids.ts';
import type { BoardView } from '../../board-view.ts';
import { currentLanguage } from '../../i18n/locale.ts';
import { controls } from '../../styles/controls.ts';
import '../dialog/palabre-dialog.ts';
import { roundTitle } from '../rounds/secrecy-words.ts';
import { type PictureKind, type Pictured, availablePictures, pictureOf, pictureTitle } from './board-pictures.ts';
import type { Picture } from './frame.ts';
import { Pen, estimated } from './pen.ts';
import { canvasMeasure, copyPng, pngBlob, saveBlob, svgBlob } from './picture-file.ts';
import type { PictureTheme } from './picture-theme.ts';
import { picturedOf, toldRounds } from './told-rounds.ts';

/** Fires `dialog-closed`. */
@customElement('palabre-picture-dialog')
@localized()
export class PalabrePictureDialog extends LitElement {
  static override styles = [
    ...controls,
    css`
      .choices {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-3);
        margin-bottom: var(--space-4);
      }
      select.field {
        width: auto;
        max-width: 100%;
      }
      .preview {
        max-height: 52dvh;
        overflow: auto;
        border: 1px solid var(--hairline);
        border-radius: var(--radius-m);
        background: var(--sunk);
      }
      img {
        display: block;
        width: 100%;
        height: auto;
      }
      .told {
        min-height: 1.4em;
        margin: var(--space-2) 0 0;
        color: var(--ink-2);
        font-size: var(--text-s);
      }
    `,
  ];

  @property({ type: Boolean }) open = false;
  @property({ attribute: false }) view: BoardView | undefined;

  @state() private kind: PictureKind = 'summary';
  @state() private theme: PictureTheme = 'light';
  @state() private round: string | undefined;
  @state() private outcome: 'copied' | 'failed' | undefined;

  private readonly measure = canvasMeasure(estimated);
  private picture: Picture | undefined;
  private kinds: readonly PictureKind[] = [];
  private address: string | undefined;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('open') && this.open) {
      this.outcome = undefined;
      this.round = undefined;
      this.theme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
    }
    const before = this.picture?.svg;
    this.picture = this.open ? this.draw() : undefined;
    if (this.picture?.svg === before) return;
    if (this.address !== undefined) URL.revokeObjectURL(this.address);
    this.address = this.picture === undefined ? undefined : URL.createObjectURL(svgBlob(this.picture));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    if (this.address !== undefined) URL.revokeObjectURL(this.address);
    this.address = undefined;
    this.picture = undefined;
  }

  private get pictured(): Pictured | undefined {
    if (this.view === undefined) return undefined;
    const rounds = toldRounds(this.view.board);
    const round = rounds.find(({ id }) => id === this.round) ?? rounds[0];
    return round && picturedOf(this.view, round);
  }

  private draw(): Picture | undefined {
    const { pictured } = this;
    if (pictured === undefined) return undefined;
    this.kinds = availablePictures(pictured);
    const kind = this.kinds.includes(this.kind) ? this.kind : 'summary';
    return pictureOf(kind, new Pen(this.theme, this.measure), pictured);
  }

  private get fileName(): string {
    return `palabre-${showCode(this.view?.board.code ?? '')}-${this.kind}`;
  }

  /** A picture for a chat has the size that chats ask for; charts are twice as sharp. */
  private png(picture: Picture): Promise<Blob> {
    return pngBlob(picture, this.kind === 'summary' ? 1 : 2);
  }

  private async save(form: 'svg' | 'png'): Promise<void> {
    const { picture } = this;
    if (picture === undefined) return;
    try {
      saveBlob(form === 'svg' ? svgBlob(picture) : await this.png(picture), `${this.fileName}.${form}`);
      this.outcome = undefined;
    } catch {
      this.outcome = 'failed';
    }
  }

  private async copy(): Promise<void> {
    const { picture } = this;
    if (picture === undefined) return;
    try {
      await copyPng(this.png(picture));
      this.outcome = 'copied';
    } catch {
      // On plain http, and where the person said no, there is no clipboard.
      this.outcome = 'failed';
    }
  }

  private choice(
    label: string,
    values: readonly (readonly [string, string])[],
    chosen: string,
    choose: (value: string) => void,
  ): TemplateResult {
    const changed = (event: Event): void => {
      if (event.target instanceof HTMLSelectElement) choose(event.target.value);
      this.outcome = undefined;
    };
    return html`<select class="field" aria-label=${label} @change=${changed}>
      ${values.map(([value, name]) => html`<option value=${value} ?selected=${value === chosen}>${name}</option>`)}
    </select>`;
  }

  private choices(view: BoardView, pictured: Pictured): TemplateResult {
    const rounds = toldRounds(view.board).map(({ id }): [string, string] => [
      id,
      roundTitle(view.board.rounds.findIndex((round) => round.id === id) + 1),
    ]);
    return html`<div class="choices">
      ${this.choice(
        msg('Picture', { id: 'pictures.which' }),
        this.kinds.map((kind) => [kind, pictureTitle(kind)]),
        this.kind,
        (value) => (this.kind = this.kinds.find((kind) => kind === value) ?? 'summary'),
      )}
      ${
        rounds.length < 2
          ? nothing
          : this.choice(
              msg('Round', { id: 'matrix.round' }),
              rounds,
              pictured.round.id,
              (value) => (this.round = value),
            )
      }
      ${this.choice(
        msg('Colours', { id: 'pictures.colours' }),
        [
          ['light', msg('light', { id: 'pictures.light' })],
          ['dark', msg('dark', { id: 'pictures.dark' })],
        ],
        this.theme,
        (value) => (this.theme = value === 'dark' ? 'dark' : 'light'),
      )}
    </div>`;
  }

  private outcomeWords(): string {
    if (this.outcome === 'copied') return msg('Picture copied. Paste it into the chat.', { id: 'pictures.copied' });
    return this.outcome === 'failed'
      ? msg('This browser would not hand it over. Save it as a file instead.', { id: 'pictures.failed' })
      : '';
  }

  private content(view: BoardView): TemplateResult {
    const { pictured, picture } = this;
    if (pictured === undefined || picture === undefined || this.address === undefined) {
      return html`<p>${msg('There is a picture once a result is out.', { id: 'pictures.none' })}</p>`;
    }
    return html`${this.choices(view, pictured)}
      <div class="preview" tabindex="0" role="group" aria-label=${msg('Preview', { id: 'pictures.preview' })}>
        <img src=${this.address} width=${picture.width} height=${picture.height} alt=${pictureTitle(this.kind)} />
      </div>
      <p class="told" role="status">${this.outcomeWords()}</p>`;
  }

  private actions(): TemplateResult | typeof nothing {
    if (this.picture === undefined) return nothing;
    return html`<button slot="actions" class="button" type="button" @click=${() => void this.save('svg')}>
        ${msg('Save as SVG', { id: 'pictures.svg' })}
      </button>
      <button slot="actions" class="button" type="button" @click=${() => void this.save('png')}>
        ${msg('Save as PNG', { id: 'pictures.png' })}
      </button>
      <button slot="actions" class="button primary" type="button" autofocus @click=${() => void this.copy()}>
        ${msg('Copy the picture', { id: 'pictures.copy' })}
      </button>`;
  }

  override render() {
    const { view, open } = this;
    return html`<palabre-dialog
      wide
      .open=${open}
      .heading=${msg('Pictures', { id: 'pictures.heading' })}
      lang=${currentLanguage()}
    >
      ${open && view !== undefined ? this.content(view) : nothing} ${this.actions()}
    </palabre-dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'palabre-picture-dialog': PalabrePictureDialog;
  }
}
