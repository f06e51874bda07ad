// The score ballot as a plain form, one option at a time: for phones, and for every screen that prefers a form.
import { localized, msg } from '@lit/localize';
import { LitElement, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import { keyed } from 'lit/directives/keyed.js';
import { repeat } from 'lit/directives/repeat.js';
import { type MyBallot, cellKey } from '../../board-view.ts';
import type { Board, Round } from '../../../shared/board/board.ts';
import type { You } from '../../../shared/protocol.ts';
import { controls } from '../../styles/controls.ts';
import { emit } from '../board-events.ts';
import { noteCountWords } from '../matrix/cell-words.ts';
import type { NoteCounts } from '../notes/note-counts.ts';
import { optionColour, optionStyle, optionSwatch } from '../option-colour.ts';
import { formStyles } from './ballot-form-styles.ts';
import { type AskedCriterion, type BallotPage, ballotPages, countOf, nextUnscored, scoreOf } from './ballot-plan.ts';
import { dotted, ofWords, savedWords, shutBecause } from './ballot-words.ts';
import './ballot-frame.ts';
import { earlierButton } from './earlier-button.ts';
import type { EarlierScores } from './earlier-scores.ts';
import './ballot-review.ts';
import './score-scale.ts';
import { styled } from '../../styles/styled.ts';

@customElement('palabre-ballot-form')
@localized()
export class PalabreBallotForm extends LitElement {
  static override styles = [...controls, optionSwatch, formStyles];

  @property({ attribute: false }) board: Board | undefined;
  @property({ attribute: false }) round: Round | undefined;
  @property({ attribute: false }) mine: MyBallot | undefined;
  @property({ attribute: false }) you: You = { role: 'voter' };
  @property({ attribute: false }) shuffleSeed: string | undefined;
  @property({ attribute: false }) noteCounts: NoteCounts | undefined;
  /** One's own scores of earlier rounds, to start from. */
  @property({ attribute: false }) earlier: EarlierScores | undefined;

  /** Recorded for somebody else. */
  @property({ type: Boolean }) recording = false;

  /** The option whose page is shown, or the review. An id, so that nothing moves under a finger. */
  @state() private at: string | undefined;
  @state() private reviewing = false;
  private pages: readonly BallotPage[] = [];

  @query('h2') private readonly headline: HTMLHeadingElement | null | undefined;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('round') && changed.get('round')?.id !== this.round?.id) {
      this.at = undefined;
      this.reviewing = false;
    }
    const { board, round } = this;
    const all = board && round ? ballotPages(board, round, this.shuffleSeed) : [];
    // A page that is being looked at stays, even if its option was withdrawn under the voter's eyes.
    this.pages = all.filter((page) => !page.withdrawn || page.option.id === this.at);
    if (!this.pages.some((page) => page.option.id === this.at)) this.at = this.pages[0]?.option.id;
  }

  private get place(): number {
    return this.pages.findIndex((page) => page.option.id === this.at);
  }

  /** Shows an option's page, or the review when `option` is undefined, and puts the focus on its heading. */
  private async turnTo(option: string | undefined): Promise<void> {
    this.reviewing = option === undefined;
    if (option !== undefined) this.at = option;
    await this.updateComplete;
    const heading = this.reviewing ? this.renderRoot.querySelector('palabre-ballot-review') : this.headline;
    heading?.focus({ preventScroll: true });
    this.scrollIntoView({ block: 'start' });
  }

  private async toNextUnscored(): Promise<void> {
    const cell = nextUnscored(this.pages, this.mine?.ballot, this.place);
    if (cell === undefined) {
      await this.turnTo(undefined);
      return;
    }
    this.reviewing = false;
    this.at = cell.option;
    await this.updateComplete;
    const scales = [...this.renderRoot.querySelectorAll('palabre-score-scale')];
    scales.find((scale) => scale.criterion?.id === cell.criterion)?.focus();
  }

  private notes(option: string): number {
    const { noteCounts } = this;
    if (noteCounts === undefined) return 0;
    let count = noteCounts.options.get(option) ?? 0;
    for (const [key, n] of noteCounts.cells) if (key.startsWith(`${option}/`)) count += n;
    return count;
  }

  private about({ option }: BallotPage) {
    const notes = this.notes(option.id);
    if (option.summary === undefined && notes === 0) return nothing;
    return html`<p class="about">
      ${option.summary}${
        notes === 0
          ? nothing
          : html`${option.summary === undefined ? nothing : ' · '}<button
                type="button"
                class="notes"
                @click=${() => emit(this, 'target-selected', { target: { kind: 'option', option: option.id }, open: true })}
              >
                ${noteCountWords(notes)}
              </button>`
      }
    </p>`;
  }

  private scale(page: BallotPage, criterion: AskedCriterion, shut: boolean) {
    const cell = { option: page.option.id, criterion: criterion.id };
    return html`<palabre-score-scale
      .option=${cell.option}
      .criterion=${criterion}
      .value=${scoreOf(this.mine?.ballot, cell)}
      ?disabled=${shut}
      ?waiting=${this.mine?.waiting.has(cellKey(cell.option, cell.criterion)) ?? false}
    ></palabre-score-scale>`;
  }

  private page(page: BallotPage, shut: string | undefined) {
    const swatch = html`<span
      class=${classMap({ swatch: true, patterned: optionColour(page.index).pattern })}
      ${styled(optionStyle(page.index))}
    ></span>`;
    return keyed(
      page.option.id,
      html`
        <h2 tabindex="-1">${swatch}<span>${page.option.name}</span></h2>
        ${this.about(page)} ${shut === undefined ? nothing : html`<p class="shut">${shut}</p>`}
        ${
          page.withdrawn
            ? html`<p class="shut" role="status">
                ${msg(
                  'This option was taken out of the round. Your scores for it are kept, but they are not counted.',
                  {
                    id: 'ballot.withdrawn',
                  },
                )}
              </p>`
            : html`<div class="criteria">
                ${repeat(
                  page.criteria,
                  (criterion) => criterion.id,
                  (criterion) => this.scale(page, criterion, shut !== undefined),
                )}
              </div>`
        }
        ${this.more(shut)}
      `,
    );
  }

  private more(shut: string | undefined) {
    const { asked, scored } = countOf(this.pages, this.mine?.ballot);
    return html`<div class="more">
      ${shut === undefined ? earlierButton(this, this.earlier) : nothing}
      ${
        scored < asked && shut === undefined
          ? html`<button class="button" type="button" @click=${() => void this.toNextUnscored()}>
              ${msg('Next unscored', { id: 'ballot.next-unscored' })}
            </button>`
          : nothing
      }
      <button class="button" type="button" @click=${() => void this.turnTo(undefined)}>
        ${msg('Check and finish', { id: 'ballot.review' })}
      </button>
    </div>`;
  }

  private review(round: Round) {
    const turn = (event: CustomEvent<{ option: string }>): void => void this.turnTo(event.detail.option);
    return html`<palabre-ballot-review
      .pages=${this.pages}
      .mine=${this.mine}
      .shut=${shutBecause(round, this.you)}
      .kept=${this.recording}
      @page-chosen=${turn}
    ></palabre-ballot-review>`;
  }

  private actions() {
    const back = this.reviewing ? this.pages[this.place] : this.pages[this.place - 1];
    const next = this.pages[this.place + 1];
    return html`
      <button
        slot="actions"
        class="button"
        type="button"
        ?disabled=${back === undefined}
        @click=${() => back && void this.turnTo(back.option.id)}
      >
        ${msg('Back', { id: 'ballot.back' })}
      </button>
      ${
        this.reviewing
          ? nothing
          : html`<button
              slot="actions"
              class="button primary"
              type="button"
              @click=${() => void this.turnTo(next?.option.id)}
            >
              ${next === undefined ? msg('Check', { id: 'ballot.check' }) : msg('Next', { id: 'ballot.next' })}
            </button>`
      }
    `;
  }

  override render() {
    const { round } = this;
    const page = this.pages[this.place];
    if (round === undefined || page === undefined) {
      return html`<p class="shut">${msg('This round asks for no scores.', { id: 'ballot.nothing' })}</p>`;
    }
    const { asked, scored } = countOf(this.pages, this.mine?.ballot);
    const done = this.mine?.done === true ? msg('done', { id: 'ballot.done' }) : '';
    return html`<palabre-ballot-frame
      .round=${round}
      .lead=${this.reviewing ? '' : ofWords(this.place + 1, this.pages.length)}
      .status=${dotted(ofWords(scored, asked), savedWords(this.mine), done)}
    >
      ${this.reviewing ? this.review(round) : this.page(page, shutBecause(round, this.you))} ${this.actions()}
    </palabre-ballot-frame>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'palabre-ballot-form': PalabreBallotForm;
  }
}
