// The line above the matrix: what there is to do now, and who will see it.
import { localized, msg, str } from '@lit/localize';
import { LitElement, type TemplateResult, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Progress, Round } from '../../../shared/board/board.ts';
import type { You } from '../../../shared/protocol.ts';
import { controls } from '../../styles/controls.ts';
import { earlierButton } from '../ballot/earlier-button.ts';
import type { EarlierScores } from '../ballot/earlier-scores.ts';
import { emit } from '../board-events.ts';
import { whoSees } from '../rounds/secrecy-words.ts';

const styles = css`
  :host {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 2px 14px;
    padding-bottom: var(--space-2);
    color: var(--ink);
    font: 400 var(--text-m) / 1.4 var(--font-text);
  }
  h2 {
    margin: 0;
    font: 700 var(--text-xxl) / 1.25 var(--font-heading);
    letter-spacing: -0.01em;
  }
  p {
    flex: 1 1 24ch;
    min-width: 0;
    max-width: 90ch;
    margin: 0;
    color: var(--ink-2);
  }
  @media (max-width: 720px) {
    h2 {
      font-size: var(--text-xl);
    }
    p {
      flex-basis: 100%;
      margin-bottom: var(--space-1);
      font-size: var(--text-s);
    }
  }
`;

/** Rounds that score no cells are voted in the ballot view; the matrix stays what it was. */
function otherRound(round: Round): readonly [string, string] {
  const heading = msg('What we compare', { id: 'matrix.heading-frame' });
  if (round.state === 'open') return [round.prompt ?? heading, whoSees(round)];
  return [
    heading,
    round.state === 'closed'
      ? msg('The round is closed and waits for its reveal.', { id: 'matrix.heading-other-closed' })
      : msg('This round scored no cells: see what came of it in the results.', { id: 'matrix.heading-other-revealed' }),
  ];
}

@customElement('palabre-matrix-heading')
@localized()
export class PalabreMatrixHeading extends LitElement {
  static override styles = [...controls, styles];

  @property({ attribute: false }) round: Round | undefined;
  @property({ attribute: false }) progress: Progress | undefined;
  @property({ attribute: false }) you: You | undefined;
  @property({ type: Boolean }) maskOwn = false;
  /** One's own scores of earlier rounds, to start from. */
  @property({ attribute: false }) earlier: EarlierScores | undefined;

  private words(): readonly [string, string] {
    const { round } = this;
    if (round === undefined) {
      return [
        msg('What we compare', { id: 'matrix.heading-frame' }),
        msg('Options in rows, criteria in columns. Nothing is scored yet.', { id: 'matrix.heading-frame-hint' }),
      ];
    }
    if (round.method !== 'score') return otherRound(round);
    if (round.state === 'open') return [msg('Score each option', { id: 'matrix.heading-open' }), whoSees(round)];
    if (round.state === 'closed') {
      return [
        msg('The round is closed', { id: 'matrix.heading-closed' }),
        round.secrecy === 'live'
          ? msg('Scores can no longer change. The reveal counts them.', { id: 'matrix.heading-closed-live-hint' })
          : msg('Scores can no longer change. They show here at the reveal.', { id: 'matrix.heading-closed-hint' }),
      ];
    }
    const counted = round.result?.ballots ?? 0;
    const eligible = this.progress?.eligible ?? round.progress?.eligible ?? counted;
    return [
      msg('What the team scored', { id: 'matrix.heading-revealed' }),
      msg(str`${counted} of ${eligible} ballots. Grey bars are the team, the green one holds your score.`, {
        id: 'matrix.heading-revealed-hint',
      }),
    ];
  }

  private maskTemplate(): TemplateResult | typeof nothing {
    if (this.you?.role !== 'facilitator' || this.round?.state !== 'open') return nothing;
    return html`<button
      class="button small"
      type="button"
      aria-pressed=${this.maskOwn}
      @click=${() => emit(this, 'own-scores-masked', { on: !this.maskOwn })}
    >
      ${msg('Present: hide my ballot', { id: 'matrix.mask-own' })}
    </button>`;
  }

  override render() {
    const [heading, hint] = this.words();
    return html`<h2>${heading}</h2>
      <p>${hint}</p>
      ${earlierButton(this, this.earlier, 'small')} ${this.maskTemplate()}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'palabre-matrix-heading': PalabreMatrixHeading;
  }
}
