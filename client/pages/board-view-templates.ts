// Draws the view of a board that is shown, and the panel beside it.
import { msg } from '@lit/localize';
import { type TemplateResult, html, nothing } from 'lit';
import type { Target } from '../../shared/board/board.ts';
import type { BoardView } from '../board-view.ts';
import '../elements/board/decision-card.ts';
import type { BoardViewName } from '../elements/board/view-tabs.ts';
import '../elements/matrix/matrix-heading.ts';
import '../elements/matrix/matrix.ts';
import { lastRound, previousRevealed } from './board-views.ts';
import { LATER } from './later.ts';

/** What a view is drawn from: the board, and what the page keeps for itself. */
export interface Shown {
  readonly view: BoardView;
  /** The server's time, in ms. */
  readonly now: number;
  readonly target: Target | undefined;
  readonly maskOwn: boolean;
  /** Whether digits, letters and signs alone do something. */
  readonly characters: boolean;
  /** The last round has been revealed just now. */
  readonly fresh: boolean;
}

type Draw = (shown: Shown) => TemplateResult;

const about = ({ view }: Shown) => {
  const round = lastRound(view.board);
  const known = round === undefined ? undefined : view.rounds.get(round.id);
  const mine = round === undefined ? undefined : view.mine.get(round.id);
  return { round, mine, tally: known?.tally, progress: known?.progress };
};

const mayEdit = ({ you, board }: BoardView): boolean => you.role === 'facilitator' && !board.locked;

const decision = ({ board, you }: BoardView, whole: boolean): TemplateResult | typeof nothing =>
  board.decision === undefined
    ? nothing
    : html`<palabre-decision-card
        .board=${board}
        .editable=${you.role === 'facilitator'}
        .whole=${whole}
      ></palabre-decision-card>`;

const matrix: Draw = (shown) => {
  const { view, maskOwn } = shown;
  const { round, mine, tally, progress } = about(shown);
  return html`
    ${decision(view, false)}
    <palabre-matrix-heading
      .round=${round}
      .progress=${progress}
      .you=${view.you}
      .maskOwn=${maskOwn}
    ></palabre-matrix-heading>
    <palabre-matrix
      .board=${view.board}
      .round=${round}
      .tally=${tally}
      .result=${round?.result}
      .mine=${mine}
      .you=${view.you}
      .selected=${shown.target}
      .editable=${mayEdit(view)}
      .maskOwn=${maskOwn}
      .plainKeys=${!shown.characters}
    ></palabre-matrix>
  `;
};

const ballot: Draw = (shown) => {
  void LATER.ballot();
  const { board, you } = shown.view;
  const { round, mine } = about(shown);
  return html`<palabre-round-ballot .board=${board} .round=${round} .mine=${mine} .you=${you}></palabre-round-ballot>`;
};

const results: Draw = (shown) => {
  void LATER.results();
  const { board, you } = shown.view;
  const { round, mine, tally, progress } = about(shown);
  return html`
    ${decision(shown.view, true)}
    <palabre-results-view
      .board=${board}
      .round=${round}
      .tally=${tally}
      .result=${round?.result}
      .progress=${progress}
      .mine=${mine}
      .you=${you}
      .previous=${previousRevealed(board, round)}
      .fresh=${shown.fresh}
    ></palabre-results-view>
  `;
};

const notes: Draw = ({ view, now }) => {
  void LATER.notes();
  return html`<palabre-notes-view
    .board=${view.board}
    .you=${view.you}
    .waitingNotes=${view.waitingNotes}
    .now=${now}
  ></palabre-notes-view>`;
};

const VIEWS: Readonly<Record<BoardViewName, Draw>> = { matrix, ballot, results, notes };

export const viewTemplate = (name: BoardViewName, shown: Shown): TemplateResult => VIEWS[name](shown);

/** What is known of the selected cell, option or criterion, beside the view. */
export function panelTemplate(shown: Shown, target: Target): TemplateResult {
  const { view } = shown;
  const { round, mine, tally } = about(shown);
  return html`<aside class="panel" aria-label=${msg('Details and notes', { id: 'board.panel' })}>
    <palabre-cell-panel
      .board=${view.board}
      .target=${target}
      .round=${round}
      .tally=${tally}
      .mine=${mine}
      .you=${view.you}
      .waitingNotes=${view.waitingNotes}
      .now=${shown.now}
      .editable=${mayEdit(view)}
    ></palabre-cell-panel>
  </aside>`;
}

export function footTemplate(shown: Shown): TemplateResult {
  const { view } = shown;
  const { round, mine, progress } = about(shown);
  return html`<palabre-foot-bar
    .board=${view.board}
    .round=${round}
    .progress=${progress}
    .mine=${mine}
    .you=${view.you}
    .now=${shown.now}
    .offline=${view.connection.phase !== 'live'}
  ></palabre-foot-bar>`;
}
