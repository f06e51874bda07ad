// The record of the decision as one document: what the board knows, which nobody edits, and what people write together.
import { localized, msg, str } from '@lit/localize';
import { LitElement, type TemplateResult, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Board, Decision, DecisionStatus } from '../../../shared/board/board.ts';
import { wordsOf } from '../../../shared/exchange/export-words.ts';
import { type RecordSection, recordSections } from '../../../shared/exchange/record-sections.ts';
import type { You } from '../../../shared/protocol.ts';
import type { RecordPart } from '../../../shared/record/record.ts';
import { formatDate } from '../../i18n/format.ts';
import { currentLanguage } from '../../i18n/locale.ts';
import { controls } from '../../styles/controls.ts';
import { emit } from '../board-events.ts';
import { STATUSES, statusName } from '../board/decision-words.ts';
import '../notes/markdown.ts';
import { type RecordShown, NOTHING_YET } from './record-model.ts';
import { recordState } from './record-state.ts';
import { recordStyles } from './record-styles.ts';
import type { OtherCaret } from './other-carets.ts';
import type { OwnPlace } from './text-editor.ts';
import { othersIn, writingHere } from './writing-here.ts';

const listed = (names: readonly string[]): string =>
  new Intl.ListFormat(currentLanguage(), { type: 'conjunction' }).format(names);

const dayWords = (date: string): string => (date.length === 10 ? formatDate(`${date}T12:00:00`) : date);

/** Nothing to begin with. */
const isEmpty = (own = ''): boolean => own === '' || own === '–';

@customElement('palabre-record-view')
@localized()
export class PalabreRecordView extends LitElement {
  static override styles = [...controls, recordStyles];

  @property({ attribute: false }) board: Board | undefined;
  @property({ attribute: false }) you: You = { role: 'watcher' };
  @property({ attribute: false }) record: RecordShown = NOTHING_YET;
  /** Names of the others who have the record before them. */
  @property({ attribute: false }) others: readonly string[] = [];
  @property({ type: Boolean }) offline = false;
  @property() copying: 'no' | 'yes' | 'failed' = 'no';
  /** The parts that are being written here. */
  @state() private writing: ReadonlySet<RecordPart> = new Set();
  @state() private pasted = false;
  @state() private editor: 'unasked' | 'loading' | 'here' | 'failed' = 'unasked';

  private get mayWrite(): boolean {
    return this.record.textOf !== undefined;
  }

  private async write(part: RecordPart): Promise<void> {
    this.writing = new Set([...this.writing, part]);
    this.pasted = false;
    if (this.editor === 'here') return;
    this.editor = 'loading';
    try {
      await import('./text-editor.ts');
      this.editor = 'here';
    } catch {
      this.editor = 'failed';
      this.writing = new Set();
    }
  }

  private async done(part: RecordPart): Promise<void> {
    this.writing = new Set([...this.writing].filter((other) => other !== part));
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(`[data-write="${part}"]`)?.focus();
  }

  private insert(part: RecordPart, words: string): void {
    const text = this.record.textOf?.(part);
    if (text === undefined) return;
    const lead = text.length === 0 || text.toJSON().endsWith('\n') ? '' : '\n';
    text.insert(text.length, lead + words);
    this.renderRoot.querySelector<HTMLElement>(`[data-editor="${part}"]`)?.focus();
  }

  private chooseStatus(decision: Decision, event: Event): void {
    const chosen = event.target instanceof HTMLSelectElement ? event.target.value : '';
    const status = STATUSES.find((name) => name === chosen);
    if (status === undefined || status === decision.status) return;
    const { at: _at, by: _by, supersededBy: _supersededBy, options, deciders, ...rest } = decision;
    emit(this, 'decision-set', {
      ...rest,
      options: [...options],
      ...(deciders !== undefined && { deciders: [...deciders] }),
      status,
    });
  }

  private status(decision: Decision | undefined): TemplateResult {
    const decide = html`<button class="button small" type="button" @click=${() => emit(this, 'decision-requested', {})}>
      ${
        decision === undefined
          ? msg('Record the decision', { id: 'board.decide' })
          : msg('Change', { id: 'board.decision-change' })
      }
    </button>`;
    const facilitating = this.you.role === 'facilitator';
    if (decision === undefined) {
      return html`<span class="chip">${msg('Nothing decided yet', { id: 'record.undecided' })}</span>${
          facilitating ? decide : nothing
        }`;
    }
    if (!facilitating) return html`<span class="chip accent">${statusName(decision.status)}</span>`;
    return html`<select
        class="status"
        aria-label=${msg('What became of it', { id: 'board.decision-status' })}
        @change=${(event: Event) => this.chooseStatus(decision, event)}
      >
        ${STATUSES.map(
          (name: DecisionStatus) =>
            html`<option value=${name} .selected=${name === decision.status}>${statusName(name)}</option>`,
        )}</select
      >${decide}`;
  }

  private facts(board: Board): TemplateResult {
    const { decision } = board;
    const names = (decision?.deciders ?? []).flatMap((id) => board.members.get(id)?.name ?? []);
    return html`<dl>
      <dt>${msg('Status', { id: 'record.status' })}</dt>
      <dd>${this.status(decision)}</dd>
      <dt>${msg('Date', { id: 'record.date' })}</dt>
      <dd>${formatDate(decision?.at ?? board.createdAt)}</dd>
      ${
        names.length === 0
          ? nothing
          : html`<dt>${msg('Decided by', { id: 'board.decision-by' })}</dt>
              <dd>${listed(names)}</dd>`
      }
      ${
        decision?.reviewOn === undefined
          ? nothing
          : html`<dt>${msg('Look at it again on', { id: 'board.decision-review' })}</dt>
              <dd>
                ${dayWords(decision.reviewOn)}
                <button
                  class="button small"
                  type="button"
                  @click=${() => emit(this, 'export-requested', { format: 'review' })}
                >
                  ${msg('Add to a calendar', { id: 'record.calendar' })}
                </button>
              </dd>`
      }
    </dl>`;
  }

  private tools(): TemplateResult {
    const { record, others, copying } = this;
    const told = recordState(record, this.offline, this.you.id !== undefined && this.you.role !== 'watcher');
    return html`<div class="tools">
      <p class="state ${told.bad ? 'bad' : ''}" role="status">
        ${told.words} ${others.length === 0 ? nothing : msg(str`Also here: ${listed(others)}`, { id: 'record.others' })}
        ${copying === 'yes' ? msg('Copied.', { id: 'record.copied' }) : nothing}
        ${copying === 'failed' ? msg('It could not be copied.', { id: 'record.not-copied' }) : nothing}
        ${
          this.editor === 'failed'
            ? msg('The editor could not be fetched. Try again when the line is back.', { id: 'record.no-editor' })
            : nothing
        }
        ${
          this.pasted
            ? msg('That was too long to put in at once. Put it in piece by piece.', { id: 'record.too-much' })
            : nothing
        }
      </p>
      <button class="button small" type="button" @click=${() => emit(this, 'record-copy-requested', {})}>
        ${msg('Copy as Markdown', { id: 'record.copy' })}
      </button>
      <button class="button small" type="button" @click=${() => emit(this, 'export-requested', { format: 'record' })}>
        ${msg('Download', { id: 'record.download' })}
      </button>
      <button class="button small" type="button" @click=${() => emit(this, 'print-requested', {})}>
        ${msg('Print', { id: 'record.print' })}
      </button>
    </div>`;
  }

  /** Buttons that put words in, under an editor. */
  private help(part: RecordPart, { own, written }: RecordSection): TemplateResult | typeof nothing {
    const button = (words: string, inserted: string) =>
      html`<button class="button small" type="button" @click=${() => this.insert(part, inserted)}>${words}</button>`;
    const begin =
      written === undefined && !isEmpty(own)
        ? button(msg('Start from the board’s words', { id: 'record.start' }), own ?? '')
        : nothing;
    const { name } = this.you;
    const lines =
      part === 'dissent'
        ? html`${
            name === undefined ? nothing : button(msg(str`Line signed ${name}`, { id: 'record.signed' }), `- ${name}: `)
          }${button(msg('Unsigned line', { id: 'record.unsigned' }), '- ')}`
        : nothing;
    return html`<div class="help">
      ${begin} ${lines}
      <button class="button small primary" type="button" @click=${() => void this.done(part)}>
        ${msg('Done', { id: 'record.done' })}
      </button>
    </div>`;
  }

  /** A line of dissent may be unsigned: nobody is shown writing there. */
  private moved(part: RecordPart, place: OwnPlace | null): void {
    if (part !== 'dissent') this.record.place(place === null ? null : { part, ...place });
  }

  private editing(part: RecordPart, section: RecordSection, others: readonly OtherCaret[]): TemplateResult {
    const { own } = section;
    return html`<div class="writing">
      <palabre-text-editor
        data-editor=${part}
        .text=${this.record.textOf?.(part)}
        .label=${section.title}
        .hint=${isEmpty(own) ? '' : (own ?? '')}
        .others=${others}
        @place-changed=${(event: HTMLElementEventMap['place-changed']) => this.moved(part, event.detail)}
        @writing-done=${() => void this.done(part)}
        @too-much-pasted=${() => (this.pasted = true)}
      ></palabre-text-editor>
      ${this.help(part, section)}
    </div>`;
  }

  private words({ written, own, part }: RecordSection): TemplateResult | typeof nothing {
    if (written !== undefined) return html`<palabre-markdown .text=${written}></palabre-markdown>`;
    if (!isEmpty(own)) return html`<palabre-markdown class="own" .text=${own ?? ''}></palabre-markdown>`;
    if (part === undefined || part === 'outcome') return nothing;
    return html`<p class="nothing">${msg('Nothing written yet.', { id: 'record.nothing' })}</p>`;
  }

  private section(section: RecordSection, board: Board): TemplateResult | typeof nothing {
    const { title, level, facts, part, group, written, own } = section;
    const others = part === undefined ? [] : othersIn(part, this.record.carets, board, this.you.id);
    const says = written !== undefined || !isEmpty(own) || facts !== '' || group === true;
    if (!says && (part === undefined || !this.mayWrite)) return nothing;
    const isWriting = part !== undefined && this.mayWrite && this.editor === 'here' && this.writing.has(part);
    return html`<section class="${level === 3 ? 'three' : ''} ${says ? '' : 'unwritten'}">
      <div class="head">
        ${level === 2 ? html`<h3>${title}</h3>` : html`<h4>${title}</h4>`}
        ${part === undefined ? nothing : html`<p class="here" aria-live="polite">${writingHere(others)}</p>`}
        ${
          part === undefined || !this.mayWrite || isWriting
            ? nothing
            : html`<button
                class="button small quiet"
                type="button"
                data-write=${part}
                aria-label=${msg(str`Write: ${title}`, { id: 'record.write-part' })}
                @click=${() => void this.write(part)}
              >
                ${msg('Write', { id: 'record.write' })}
              </button>`
        }
      </div>
      ${facts === '' ? nothing : html`<palabre-markdown .text=${facts}></palabre-markdown>`}
      ${
        isWriting
          ? html`${this.editing(part, section, others)}
              <div class="on-paper">${this.words(section)}</div>`
          : part === undefined
            ? nothing
            : this.words(section)
      }
    </section>`;
  }

  override render() {
    const { board, record } = this;
    if (board === undefined) return nothing;
    const sections = recordSections({ board, record: record.texts }, wordsOf(currentLanguage()));
    return html`${this.tools()}
      <article aria-label=${msg('The decision record', { id: 'record.name' })}>
        <p class="kicker">${msg('Decision record', { id: 'board.decision-file' })}</p>
        <h2>${board.title}</h2>
        ${this.facts(board)}
        ${repeat(
          sections,
          ({ id }) => id,
          (section) => this.section(section, board),
        )}
      </article>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'palabre-record-view': PalabreRecordView;
  }
}
