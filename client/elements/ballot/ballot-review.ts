// The last page of a ballot: what is scored, what is left, and declaring it done or not.
import { localized, msg, str } from '@lit/localize';
import { LitElement, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import type { MyBallot } from '../../board-view.ts';
import { formatNumber } from '../../i18n/format.ts';
import { plural } from '../../i18n/plural.ts';
import { controls } from '../../styles/controls.ts';
import { emit } from '../board-events.ts';
import { optionColour, optionStyle, optionSwatch } from '../option-colour.ts';
import { type BallotPage, countOf, unscoredOn } from './ballot-plan.ts';
import { reviewStyles } from './ballot-review-styles.ts';
import { ofWords } from './ballot-words.ts';
import './ballot-done.ts';
import { styled } from '../../styles/styled.ts';

/** Asks for a page with `page-chosen {option}`; done and withdrawal go up as board events. */
@customElement('palabre-ballot-review')
@localized()
export class PalabreBallotReview extends LitElement {
  static override styles = [...controls, optionSwatch, reviewStyles];

  @property({ attribute: false }) pages: readonly BallotPage[] = [];
  @property({ attribute: false }) mine: MyBallot | undefined;
  /** Why the ballot can no longer change. */
  @property({ attribute: false }) shut: string | undefined;
  /** It cannot be taken back. */
  @property({ type: Boolean }) kept = false;
  @state() private withdrawing = false;

  @query('h2') private readonly headline: HTMLHeadingElement | null | undefined;

  override focus(options?: FocusOptions): void {
    this.headline?.focus(options);
  }

  private openPage(option: string): void {
    this.dispatchEvent(new CustomEvent('page-chosen', { detail: { option } }));
  }

  private left(page: BallotPage) {
    const unscored = unscoredOn(page, this.mine?.ballot);
    if (unscored.length === 0) return html`<span class="left">${msg('all scored', { id: 'ballot.all-scored' })}</span>`;
    if (unscored.length === page.criteria.length) {
      return html`<span class="left">${msg('nothing scored', { id: 'ballot.none-scored' })}</span>`;
    }
    const names = unscored.map((criterion) => criterion.name).join(', ');
    return html`<span class="left">${msg(str`left: ${names}`, { id: 'ballot.left' })}</span>`;
  }

  private row(page: BallotPage) {
    const { scored, asked } = countOf([page], this.mine?.ballot);
    return html`<li>
      <button type="button" class="row" @click=${() => this.openPage(page.option.id)}>
        <span
          class=${classMap({ swatch: true, patterned: optionColour(page.index).pattern })}
          ${styled(optionStyle(page.index))}
        ></span>
        <span class="what"><b>${page.option.name}</b>${this.left(page)}</span>
        <span class=${classMap({ count: true, full: scored === asked })}>${ofWords(scored, asked)}</span>
      </button>
    </li>`;
  }

  private summary(): string {
    const { asked, scored } = countOf(this.pages, this.mine?.ballot);
    const left = formatNumber(asked - scored);
    if (scored === asked) return msg('Everything is scored.', { id: 'ballot.complete' });
    if (scored === 0) return msg('You have scored nothing yet.', { id: 'ballot.nothing-yet' });
    return plural(asked - scored, {
      one: () =>
        msg(str`${left} cell is unscored. You may leave it so: it then counts for nothing.`, {
          id: 'ballot.unscored.one',
        }),
      other: () =>
        msg(str`${left} cells are unscored. You may leave them so: they then count for nothing.`, {
          id: 'ballot.unscored',
        }),
    });
  }

  private withdrawal() {
    if (this.mine?.ballot === undefined || this.shut !== undefined || this.kept) return nothing;
    if (!this.withdrawing) {
      return html`<button class="button quiet" type="button" @click=${() => (this.withdrawing = true)}>
        ${msg('Take my ballot back', { id: 'ballot.withdraw' })}
      </button>`;
    }
    const withdraw = (): void => {
      this.withdrawing = false;
      emit(this, 'ballot-withdrawn', {});
      this.focus();
    };
    return html`<div class="sure" role="group" aria-labelledby="sure">
      <p id="sure">${msg('This takes back all your scores of this round.', { id: 'ballot.withdraw-sure' })}</p>
      <button class="button danger" type="button" @click=${withdraw}>
        ${msg('Take it back', { id: 'ballot.withdraw-yes' })}
      </button>
      <button class="button" type="button" @click=${() => (this.withdrawing = false)}>
        ${msg('Keep it', { id: 'ballot.withdraw-no' })}
      </button>
    </div>`;
  }

  override render() {
    const pages = this.pages.filter((page) => !page.withdrawn);
    const { asked, scored } = countOf(pages, this.mine?.ballot);
    return html`
      <h2 tabindex="-1">${msg('Check your ballot', { id: 'ballot.review-title' })}</h2>
      <p class="summary">${this.shut ?? this.summary()}</p>
      <ul>
        ${pages.map((page) => this.row(page))}
      </ul>
      <palabre-ballot-done
        .left=${asked - scored}
        ?empty=${scored === 0}
        ?done=${this.mine?.done ?? false}
        ?shut=${this.shut !== undefined}
        .receipt=${this.mine?.receipt}
      ></palabre-ballot-done>
      ${this.withdrawal()}
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'palabre-ballot-review': PalabreBallotReview;
  }
}
