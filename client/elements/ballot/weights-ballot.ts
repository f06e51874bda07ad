// The ballot of weights: 100 points shared over the criteria. It is sent when all of them are given away.
import { localized, msg, str } from '@lit/localize';
import { LitElement, css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { MyBallot } from '../../board-view.ts';
import type { Board, Criterion, Round } from '../../../shared/board/board.ts';
import type { You } from '../../../shared/protocol.ts';
import { formatNumber } from '../../i18n/format.ts';
import { plural } from '../../i18n/plural.ts';
import { controls } from '../../styles/controls.ts';
import { emit } from '../board-events.ts';
import { shutBecause } from './ballot-words.ts';
import { ballotFrame, leftWords } from './general-ballot.ts';
import { generalStyles } from './general-ballot-styles.ts';

const POINTS = 100;
const STEP = 5;

type Points = Readonly<Record<string, number>>;

/** Gives the points that are left to all criteria alike, the first ones taking what does not divide. */
export function sharedEvenly(points: Points, criteria: readonly string[], left: number): Points {
  const each = Math.floor(left / criteria.length);
  const over = left - each * criteria.length;
  return Object.fromEntries(criteria.map((id, place) => [id, (points[id] ?? 0) + each + (place < over ? 1 : 0)]));
}

@customElement('palabre-weights-ballot')
@localized()
export class PalabreWeightsBallot extends LitElement {
  static override styles = [
    ...controls,
    generalStyles,
    css`
      .row {
        flex-wrap: wrap;
        gap: 0 var(--space-2);
      }
      input[type='range'] {
        flex: 1 0 100%;
        width: 100%;
        height: var(--touch);
        margin: 0;
        accent-color: var(--accent);
      }
      .left {
        position: sticky;
        top: 0;
        z-index: 1;
        margin: 0;
        padding: var(--space-2) 0;
        background: var(--paper);
        font: 700 var(--text-l) / 1.3 var(--font-heading);
        font-variant-numeric: tabular-nums;
      }
      .even {
        margin-bottom: var(--space-3);
      }
    `,
  ];

  @property({ attribute: false }) board: Board | undefined;
  @property({ attribute: false }) round: Round | undefined;
  @property({ attribute: false }) mine: MyBallot | undefined;
  @property({ attribute: false }) you: You = { role: 'voter' };
  /** What is being shared out; only whole ballots are sent. */
  @state() private points: Points = {};

  protected override willUpdate(changed: PropertyValues<this>): void {
    const ballot = this.mine?.ballot;
    const another = changed.has('round') && changed.get('round')?.id !== this.round?.id;
    if (ballot !== undefined && 'points' in ballot && (another || changed.has('mine'))) this.points = ballot.points;
    else if (another) this.points = {};
  }

  private get criteria(): readonly Criterion[] {
    const asked = new Set(this.round?.criteria.map(({ id }) => id));
    return this.board?.criteria.filter(({ id }) => asked.has(id)) ?? [];
  }

  private get left(): number {
    return POINTS - this.criteria.reduce((sum, { id }) => sum + (this.points[id] ?? 0), 0);
  }

  private set(points: Points): void {
    this.points = points;
    if (this.left === 0) emit(this, 'ballot-chosen', { ballot: { points: { ...points } } });
  }

  /** No more than what is left can be added. */
  private give(criterion: string, wanted: number): void {
    const now = this.points[criterion] ?? 0;
    const given = Math.max(0, Math.min(wanted, now + this.left));
    this.set({ ...this.points, [criterion]: given });
    this.requestUpdate();
  }

  private row({ id, name, description }: Criterion, shut: boolean) {
    const points = this.points[id] ?? 0;
    return html`<li>
      <div class="row" role="group" aria-label=${name}>
        <span class="what"><b>${name}</b>${description ? html`<small>${description}</small>` : nothing}</span>
        <button
          class="icon-button"
          type="button"
          aria-label=${msg(str`Fewer points for ${name}`, { id: 'ballot.points-fewer' })}
          ?disabled=${shut || points === 0}
          @click=${() => this.give(id, points - Math.min(STEP, points))}
        >
          −
        </button>
        <span class="number">${formatNumber(points)}</span>
        <button
          class="icon-button"
          type="button"
          aria-label=${msg(str`More points for ${name}`, { id: 'ballot.points-more' })}
          ?disabled=${shut || this.left === 0}
          @click=${() => this.give(id, points + STEP)}
        >
          +
        </button>
        <input
          type="range"
          min="0"
          max=${POINTS}
          step="1"
          aria-label=${name}
          .value=${live(String(points))}
          ?disabled=${shut}
          @input=${(event: Event) =>
            event.target instanceof HTMLInputElement && this.give(id, event.target.valueAsNumber)}
        />
      </div>
    </li>`;
  }

  private leftLine(left: number): string {
    if (left === 0) return msg('All 100 points are given.', { id: 'ballot.points-all' });
    const n = formatNumber(left);
    return plural(left, {
      one: () => msg(str`${n} point left to give. Nothing is sent before.`, { id: 'ballot.points-left.one' }),
      other: () => msg(str`${n} points left to give. Nothing is sent before.`, { id: 'ballot.points-left' }),
    });
  }

  override render() {
    const { board, round, mine, you, left, criteria } = this;
    if (board === undefined || round === undefined) return nothing;
    const shut = shutBecause(round, you) !== undefined;
    const even = (): void =>
      this.set(
        sharedEvenly(
          this.points,
          criteria.map(({ id }) => id),
          left,
        ),
      );
    return ballotFrame(
      { board, round, mine, you },
      {
        heading: msg('Share 100 points', { id: 'ballot.weights-title' }),
        lead: msg('Give each criterion as many as it matters to you.', { id: 'ballot.weights-lead' }),
        status: leftWords(left, POINTS),
        empty: mine?.ballot === undefined,
      },
      html`
        <p class="left" role="status">${this.leftLine(left)}</p>
        <ul class="rows">
          ${criteria.map((criterion) => this.row(criterion, shut))}
        </ul>
        ${
          left === 0 || shut
            ? nothing
            : html`<button class="button even" type="button" @click=${even}>
                ${msg('Share the rest evenly', { id: 'ballot.points-even' })}
              </button>`
        }
      `,
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'palabre-weights-ballot': PalabreWeightsBallot;
  }
}
