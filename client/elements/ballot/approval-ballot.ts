// The ballot of approvals: yes to any number of options.
import { localized, msg, str } from '@lit/localize';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { MyBallot } from '../../board-view.ts';
import type { Board, Round } from '../../../shared/board/board.ts';
import type { You } from '../../../shared/protocol.ts';
import { formatNumber } from '../../i18n/format.ts';
import { controls } from '../../styles/controls.ts';
import { emit } from '../board-events.ts';
import { optionSwatch } from '../option-colour.ts';
import { shutBecause } from './ballot-words.ts';
import { type Offered, ballotFrame, nameTemplate, offered, swatch } from './general-ballot.ts';
import { generalStyles } from './general-ballot-styles.ts';

@customElement('palabre-approval-ballot')
@localized()
export class PalabreApprovalBallot extends LitElement {
  static override styles = [
    ...controls,
    optionSwatch,
    generalStyles,
    css`
      .row {
        cursor: pointer;
      }
      .row:has(input:checked) {
        background: linear-gradient(90deg, var(--accent-soft), transparent);
      }
      .row input {
        flex: none;
        width: 24px;
        height: 24px;
        margin-inline-end: 4px;
      }
    `,
  ];

  @property({ attribute: false }) board: Board | undefined;
  @property({ attribute: false }) round: Round | undefined;
  @property({ attribute: false }) mine: MyBallot | undefined;
  @property({ attribute: false }) you: You = { role: 'voter' };
  @property({ attribute: false }) shuffleSeed: string | undefined;

  private get approved(): readonly string[] {
    const ballot = this.mine?.ballot;
    return ballot !== undefined && 'approved' in ballot ? ballot.approved : [];
  }

  private choose(option: string, yes: boolean): void {
    const withdrawn = new Set(this.round?.withdrawn);
    const others = this.approved.filter((id) => id !== option && !withdrawn.has(id));
    emit(this, 'ballot-chosen', { ballot: { approved: yes ? [...others, option] : others } });
    this.requestUpdate();
  }

  private row(entry: Offered, shut: boolean) {
    const { id } = entry.option;
    return html`<li>
      <label class="row">
        ${swatch(entry.index)} ${nameTemplate(entry)}
        <input
          type="checkbox"
          .checked=${live(this.approved.includes(id))}
          ?disabled=${shut}
          @change=${(event: Event) => this.choose(id, event.target instanceof HTMLInputElement && event.target.checked)}
        />
      </label>
    </li>`;
  }

  override render() {
    const { board, round, mine, you } = this;
    if (board === undefined || round === undefined) return nothing;
    const options = offered(board, round, this.shuffleSeed);
    const chosen = options.filter(({ option }) => this.approved.includes(option.id)).length;
    const n = formatNumber(chosen);
    return ballotFrame(
      { board, round, mine, you },
      {
        heading: msg('Which would you approve?', { id: 'ballot.approval-title' }),
        lead: msg('Yes to as many as you like.', { id: 'ballot.approval-lead' }),
        status: msg(str`approved: ${n}`, { id: 'ballot.approved' }),
        empty: chosen === 0,
        mayAbstain: true,
      },
      html`<ul class="rows">
        ${options.map((entry) => this.row(entry, shutBecause(round, you) !== undefined))}
      </ul>`,
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'palabre-approval-ballot': PalabreApprovalBallot;
  }
}
