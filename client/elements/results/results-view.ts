// What a round came to: who leads and how surely, where we split, what would change it, head to head.
import { localized, msg, str } from '@lit/localize';
import { LitElement, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { MyBallot } from '../../board-view.ts';
import { type Board, type Progress, type Round, openRound } from '../../../shared/board/board.ts';
import type { You } from '../../../shared/protocol.ts';
import type { Result } from '../../../shared/voting/method.ts';
import { resultOfTally } from '../../../shared/voting/result.ts';
import type { Tally } from '../../../shared/voting/tally.ts';
import { controls } from '../../styles/controls.ts';
import './against-room.ts';
import { carriedOf } from '../matrix/carried.ts';
import './carried-result.ts';
import { cardStyles } from './card-styles.ts';
import './consent-result.ts';
import './head-to-head.ts';
import { nameOf } from './named.ts';
import './other-rules.ts';
import type { Papers } from './published-ballots.ts';
import './published-ballots.ts';
import './result-lead.ts';
import { viewStyles } from './results-view-styles.ts';
import './results-waiting.ts';
import './round-picker.ts';
import './runoff-rounds.ts';
import './score-reasons.ts';
import type { Asking } from './split-cells.ts';
import './split-cells.ts';
import { tiedOptions } from '../../../shared/analysis/run-off.ts';
import './tie-choices.ts';
import { decimalsAt, valueText } from './value-words.ts';
import { verdictWords } from './verdict-words.ts';
import './weight-sliders.ts';
import './weighting-shares.ts';
import { scoredRound } from './weights-effect.ts';
import { comparable } from './what-moved.ts';
import { type Shares, equalShares, rankedWith, sharesOf, withShare } from './what-if.ts';

/** The latest revealed round of the same kind before this one, about everything: what bars are compared with. */
export function previousOf(board: Board, round: Round): Round | undefined {
  const place = board.rounds.findIndex(({ id }) => id === round.id);
  return board.rounds
    .slice(0, Math.max(0, place))
    .findLast(
      ({ method, rule, result, cells }) =>
        result !== undefined && cells === undefined && method === round.method && rule === round.rule,
    );
}

@customElement('palabre-results-view')
@localized()
export class PalabreResultsView extends LitElement {
  static override styles = [...controls, cardStyles, viewStyles];

  @property({ attribute: false }) board: Board | undefined;
  @property({ attribute: false }) round: Round | undefined;
  /** What is public of the ballots; without it what the round itself carries. */
  @property({ attribute: false }) tally: Tally | undefined;
  /** Without it what the round carries, or what is counted here from the tally. */
  @property({ attribute: false }) result: Result | undefined;
  @property({ attribute: false }) progress: Progress | undefined;
  @property({ attribute: false }) mine: MyBallot | undefined;
  @property({ attribute: false }) you: You = { role: 'voter' };
  /** The round that bars are compared with; by default the one before of the same kind. */
  @property({ attribute: false }) previous: Round | undefined;
  /** What was fetched of its ballots. */
  @property({ attribute: false }) papers: Papers | undefined;
  /** The reveal has just happened: first where we split, then who leads. */
  @property({ type: Boolean, reflect: true }) fresh = false;

  /** Others see this screen: what only its own person may see is left out. */
  @property({ type: Boolean }) presenting = false;

  @state() private shares: Shares | undefined;
  private counted: Result | undefined;
  private publicTally: Tally | undefined;
  /** The round with the cells it kept, where it asked only about some. */
  private whole: Round | undefined;

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('round');
    if (before !== undefined && before.id !== this.round?.id) {
      this.shares = undefined;
      this.fresh = false;
    }
    const revealed = before?.id === this.round?.id && before?.state !== 'revealed' && this.round?.state === 'revealed';
    if (changed.has('round') && before !== undefined && revealed) this.fresh = true;
    const { round } = this;
    const open = round === undefined || (round.state !== 'revealed' && round.secrecy !== 'live');
    this.publicTally = open ? undefined : (this.tally ?? round.tally);
    this.counted = open ? undefined : (this.result ?? round.result ?? this.countHere(round));
    this.whole = this.wholeOf(round);
  }

  /** After a round on some cells everything is counted together with the cells that were kept. */
  private wholeOf(round: Round | undefined): Round | undefined {
    if (this.board === undefined || round?.cells === undefined) return undefined;
    const carried = carriedOf(this.board, round);
    if (carried === undefined) return undefined;
    this.publicTally = carried.tally;
    this.counted = carried.result;
    return { ...round, ...carried.round };
  }

  private beforeThat(board: Board, round: Round): Round | undefined {
    return this.previous ?? previousOf(board, round);
  }

  private countHere(round: Round): Result | undefined {
    if (this.publicTally === undefined) return undefined;
    return resultOfTally(round, this.publicTally, (this.progress ?? round.progress)?.cast ?? 0);
  }

  private moveShare(round: Round, event: CustomEvent<{ criterion: string; share: number }>): void {
    this.shares = withShare(this.shares ?? sharesOf(round), event.detail.criterion, event.detail.share);
  }

  private tried(round: Round, result: Result) {
    if (this.shares === undefined || this.publicTally === undefined || this.presenting) return undefined;
    const out = result.ranking.flatMap(({ option, knockedOut }): [string, string][] =>
      knockedOut === undefined ? [] : [[option, knockedOut]],
    );
    return rankedWith(round, this.publicTally, this.shares, new Map(out));
  }

  private outcome(board: Board, round: Round, result: Result): string {
    const ranking = this.tried(round, result) ?? [];
    const [first, second] = ranking;
    if (first === undefined || second === undefined) return '';
    const decimals = decimalsAt(ranking, 0);
    const name = nameOf(board, first.option);
    const [value, next] = [valueText(first.value, decimals), valueText(second.value, decimals)];
    const rival = nameOf(board, second.option);
    if (second.rank === first.rank) {
      return msg(str`With these weights ${name} and ${rival} tie at ${value}.`, { id: 'results.if-tie' });
    }
    return msg(str`With these weights: ${name} ${value}, ${rival} ${next}.`, { id: 'results.if' });
  }

  private change(board: Board, round: Round, result: Result) {
    if (result.method !== 'score' || result.rule !== 'mean' || result.winners.length === 0) return nothing;
    if (round.criteria.length < 2 || this.presenting) return nothing;
    return html`<palabre-weight-sliders
      .board=${board}
      .shares=${this.shares ?? sharesOf(round)}
      .tips=${result.fragility ?? []}
      ?moved=${this.shares !== undefined}
      .outcome=${this.outcome(board, round, result)}
      @share-moved=${(event: CustomEvent<{ criterion: string; share: number }>) => this.moveShare(round, event)}
      @shares-equalled=${() => (this.shares = equalShares(round))}
      @shares-reset=${() => (this.shares = undefined)}
    ></palabre-weight-sliders>`;
  }

  /** The facilitator may ask again once everybody has seen the result and nothing else is being asked. */
  private asking(board: Board, round: Round): Asking | undefined {
    if (this.you.role !== 'facilitator' || round.state !== 'revealed' || openRound(board) !== undefined)
      return undefined;
    return { secrecy: round.secrecy, rule: round.rule === 'median' ? 'median' : 'mean' };
  }

  /** What is only to be said of a round that everybody has seen: ties, what moved, what was kept. */
  private afterwards(board: Board, round: Round) {
    if (round.state !== 'revealed') return nothing;
    const before = this.beforeThat(board, round);
    return html`
      ${
        tiedOptions(round).length === 0
          ? nothing
          : html`<palabre-tie-choices
              .board=${board}
              .round=${round}
              ?choosing=${this.you.role === 'facilitator'}
            ></palabre-tie-choices>`
      }
      ${
        carriedOf(board, round) === undefined
          ? nothing
          : html`<palabre-carried-result .board=${board} .round=${round}></palabre-carried-result>`
      }
      ${
        comparable(before, round)
          ? html`<palabre-what-moved .board=${board} .round=${round} .previous=${before}></palabre-what-moved>`
          : nothing
      }
      ${
        round.method === 'weights' && scoredRound(board) !== undefined
          ? html`<palabre-weights-effect .board=${board}></palabre-weights-effect>`
          : nothing
      }
    `;
  }

  private random(board: Board, round: Round, result: Result) {
    if (round.state !== 'revealed' || result.rule !== 'mean' || result.method !== 'score') return nothing;
    if (round.criteria.length < 2 || result.winners.length === 0) return nothing;
    const out = result.ranking.filter(({ knockedOut }) => knockedOut !== undefined);
    return html`<palabre-weighting-shares
      .board=${board}
      .round=${round}
      .tally=${this.publicTally}
      .out=${new Set(out.map(({ option }) => option))}
    ></palabre-weighting-shares>`;
  }

  private ballots(board: Board, round: Round) {
    if (round.state !== 'revealed' || round.imported === true) return nothing;
    return html`<palabre-published-ballots
      .board=${board}
      .round=${round}
      .papers=${this.papers}
      .receipt=${this.mine?.receipt}
    ></palabre-published-ballots>`;
  }

  /** `asked` is the round as it was held, `round` what it is counted with. */
  private main(board: Board, asked: Round, result: Result) {
    const round = this.whole ?? asked;
    if (result.method === 'consent') {
      return html`<palabre-consent-result
          .round=${round}
          .result=${result}
          .tally=${this.publicTally}
        ></palabre-consent-result>
        ${this.ballots(board, round)}`;
    }
    const score = result.method === 'score';
    return html`
      <palabre-result-lead
        class="lead"
        .board=${board}
        .round=${round}
        .result=${result}
        .previous=${asked.cells === undefined || this.whole ? this.beforeThat(board, asked) : undefined}
        .tried=${this.tried(round, result)}
        ?fresh=${this.fresh}
      ></palabre-result-lead>
      ${this.afterwards(board, asked)}
      ${
        score
          ? html`<palabre-split-cells
                class="split"
                .board=${board}
                .divided=${result.divided ?? []}
                .tally=${this.publicTally}
                .asking=${this.asking(board, round)}
              ></palabre-split-cells>
              <palabre-score-reasons
                .board=${board}
                .round=${round}
                .tally=${this.publicTally}
                .order=${result.order}
                ?points=${result.rule === 'mean'}
              ></palabre-score-reasons>`
          : nothing
      }
    `;
  }

  private aside(board: Board, asked: Round, result: Result) {
    const round = this.whole ?? asked;
    return html`
      ${this.change(board, round, result)} ${this.random(board, round, result)}
      ${
        result.pairwise !== undefined && result.order.length > 1
          ? html`<palabre-head-to-head .board=${board} .result=${result}></palabre-head-to-head>`
          : nothing
      }
      ${
        result.rounds === undefined
          ? nothing
          : html`<palabre-runoff-rounds .board=${board} .result=${result}></palabre-runoff-rounds>`
      }
      ${
        result.otherRules.length === 0
          ? nothing
          : html`<palabre-other-rules .board=${board} .result=${result}></palabre-other-rules>`
      }
      ${
        result.method === 'score' && this.mine?.ballot !== undefined
          ? html`<palabre-against-room
              .board=${board}
              .round=${asked}
              .tally=${this.publicTally}
              .ballot=${this.mine.ballot}
            ></palabre-against-room>`
          : nothing
      }
      ${this.ballots(board, asked)}
    `;
  }

  /** Said once at the reveal, in the order in which it is to be talked about. */
  private announcement(board: Board, result: Result): string {
    if (!this.fresh) return '';
    const [first] = result.divided ?? [];
    const verdict = verdictWords(board, result);
    if (first === undefined) return verdict;
    const cell = `${nameOf(board, first.option)} × ${nameOf(board, first.criterion)}`;
    const split = msg(str`We split most on ${cell}.`, { id: 'results.split-most' });
    return `${split} ${verdict}`;
  }

  override render() {
    const { board, round, counted } = this;
    if (board === undefined) return nothing;
    if (round === undefined || counted === undefined) {
      return html`<palabre-round-picker .board=${board} .round=${round}></palabre-round-picker>
        <palabre-results-waiting
          .round=${round}
          .progress=${this.progress ?? round?.progress}
        ></palabre-results-waiting>`;
    }
    return html`
      <palabre-round-picker .board=${board} .round=${round}></palabre-round-picker>
      <p class="visually-hidden" role="status">${this.announcement(board, counted)}</p>
      <div class=${counted.method === 'consent' ? 'columns single' : 'columns'}>
        <div class="main">${this.main(board, round, counted)}</div>
        <div class="aside">${this.aside(board, round, counted)}</div>
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'palabre-results-view': PalabreResultsView;
  }
}
