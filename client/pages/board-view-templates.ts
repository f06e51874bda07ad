// Draws the view of a board that is shown, and the panel beside it.
import { msg } from '@lit/localize';
import { type TemplateResult, html, nothing } from 'lit';
import { type Board, type Round, type Target, roundOf } from '../../shared/board/board.ts';
import type { Event } from '../../shared/board/events.ts';
import type { HistoryPoints } from '../../shared/history-points.ts';
import { dayOf } from '../../shared/time.ts';
import type { Tally } from '../../shared/voting/tally.ts';
import type { BoardViewName } from '../board-address.ts';
import type { BoardView } from '../board-view.ts';
import '../elements/board/decision-card.ts';
import { earlierScores } from '../elements/ballot/earlier-scores.ts';
import { earlierOf } from '../elements/matrix/earlier.ts';
import '../elements/matrix/matrix-heading.ts';
import type { NoteFilter } from '../note-filter.ts';
import { lastRound } from './board-views.ts';
import { LATER } from './later.ts';
import type { Signalled } from './own-signals.ts';
import type { Presenting } from './presenting.ts';
import type { BoardRecord } from './board-record.ts';
import type { RoundPapers } from './round-papers.ts';

/** What a view is drawn from: the board, and what the page keeps for itself. */
export interface Shown {
  readonly view: BoardView;
  /** The server's time, in ms. */
  readonly now: number;
  readonly target: Target | undefined;
  /** Whether others see this screen; then `view` has none of one's own ballots. */
  readonly presenting: Presenting;
  /** One's own ballots, whoever sees the screen. */
  readonly ownBallots: BoardView['mine'];
  /** A dialog that fills the screen stands before it, so it need not be drawn yet. */
  readonly hidden: boolean;
  /** Whether digits, letters and signs alone do something. */
  readonly characters: boolean;
  /** The last round has been revealed just now. */
  readonly fresh: boolean;
  /** The round whose results are looked at, where it is not the last one. */
  readonly lookedAt: string | undefined;
  readonly papers: RoundPapers;
  /** Options to stand side by side. */
  readonly options: readonly string[];
  /** The public log, fetched when it is first asked for. */
  readonly events: () => readonly Event[] | 'failed' | undefined;
  /** The totals of live rounds over time, fetched with it. */
  readonly points: () => HistoryPoints;
  /** What was decided when the question was asked before. */
  readonly before: () => TemplateResult | typeof nothing;
  /** The server's time of the last visit, in ms; undefined on a first one. */
  readonly since: number | undefined;
  /** The note that a link led to. */
  readonly note: string | undefined;
  /** Which notes are to be seen. */
  readonly notes: NoteFilter;
  /** What I say to the room without words. */
  readonly own: Signalled;
  /** The way to the board that superseded the decision, where this browser has been there. */
  readonly successor: string | undefined;
  /** What people write in the record. */
  readonly record: BoardRecord;
}

type Draw = (shown: Shown) => TemplateResult;

const about = ({ view }: Shown, round = lastRound(view.board)) => {
  const known = round === undefined ? undefined : view.rounds.get(round.id);
  const mine = round === undefined ? undefined : view.mine.get(round.id);
  return { round, mine, tally: known?.tally, progress: known?.progress };
};

const mayEdit = ({ you, board }: BoardView): boolean => you.role === 'facilitator' && !board.locked;

const decision = ({ view: { board, you }, successor }: Shown, whole: boolean): TemplateResult | typeof nothing =>
  board.decision === undefined
    ? nothing
    : html`<palabre-decision-card
        .board=${board}
        .successor=${successor}
        .editable=${you.role === 'facilitator'}
        .whole=${whole}
      ></palabre-decision-card>`;

const matrix: Draw = (shown) => {
  const { view, ownBallots, presenting } = shown;
  if (!shown.hidden) void LATER.matrix();
  const { round, mine: told, tally, progress } = about(shown);
  // That a cell is scored shows while one presents; the score does not.
  const mine = round === undefined || round.state === 'revealed' ? told : ownBallots.get(round.id);
  const maskOwn = presenting.on;
  return html`
    ${shown.before()} ${decision(shown, false)}
    <palabre-matrix-heading
      .round=${round}
      .progress=${progress}
      .you=${view.you}
      .maskOwn=${maskOwn}
      .earlier=${view.you.role === 'watcher' || maskOwn ? undefined : earlierScores(view.board, round, view.mine)}
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
      .presence=${view.presence}
      .plainKeys=${!shown.characters}
      .today=${dayOf(shown.now)}
    ></palabre-matrix>
  `;
};

const ballot: Draw = (shown) => {
  if (shown.presenting.on) return shown.presenting.inPlaceOfBallot();
  void LATER.ballot();
  const { board, you, mine: ballots } = shown.view;
  const { round, mine } = about(shown);
  return html`<palabre-round-ballot
    .board=${board}
    .round=${round}
    .mine=${mine}
    .you=${you}
    .earlier=${earlierScores(board, round, ballots)}
  ></palabre-round-ballot>`;
};

const lookedAt = ({ view: { board }, lookedAt: id }: Shown): Round | undefined =>
  (id === undefined ? undefined : roundOf(board, id)) ?? lastRound(board);

const results: Draw = (shown) => {
  void LATER.results();
  const { board, you } = shown.view;
  const { round, mine, tally, progress } = about(shown, lookedAt(shown));
  return html`
    ${shown.before()} ${decision(shown, true)}
    <palabre-results-view
      .board=${board}
      .round=${round}
      .tally=${tally}
      .result=${round?.result}
      .progress=${progress}
      .mine=${mine}
      .you=${you}
      .papers=${round && shown.papers.of(round.id)}
      .fresh=${shown.fresh && round === lastRound(board)}
      .presenting=${shown.presenting.on}
    ></palabre-results-view>
  `;
};

const compare: Draw = ({ view, options, now }) => {
  void LATER.compare();
  return html`<palabre-compared-board .view=${view} .options=${options} .today=${dayOf(now)}></palabre-compared-board>`;
};

/** Notes tell their age in minutes; told the time more exactly, hundreds of them would be drawn anew for nothing. */
const wholeMinutes = (now: number): number => now - (now % 60_000);

const notes: Draw = ({ view, now, since, note, notes: filter, characters }) => {
  void LATER.notes();
  return html`<palabre-notes-view
    .board=${view.board}
    .you=${view.you}
    .waitingNotes=${view.waitingNotes}
    .held=${view.held}
    .now=${wholeMinutes(now)}
    .since=${since}
    .sought=${note}
    .filter=${filter}
    .plainKeys=${!characters}
  ></palabre-notes-view>`;
};

const record: Draw = ({ view, record: { shown, copying } }) => {
  void LATER.record();
  const { board, you, presence } = view;
  const others = [...presence].flatMap(([id, { view: at }]) =>
    at === 'record' && id !== you.id ? (board.members.get(id)?.name ?? []) : [],
  );
  return html`<palabre-record-view
    .board=${board}
    .you=${you}
    .record=${shown}
    .others=${others}
    .offline=${view.connection.phase !== 'live'}
    .copying=${copying}
  ></palabre-record-view>`;
};

const history: Draw = ({ view, events, points }) => {
  void LATER.history();
  return html`<palabre-history-view
    .events=${events()}
    .points=${points()}
    .revision=${view.board.revision}
  ></palabre-history-view>`;
};

const VIEWS: Readonly<Record<BoardViewName, Draw>> = { matrix, compare, ballot, results, notes, record, history };

export const viewTemplate = (name: BoardViewName, shown: Shown): TemplateResult => VIEWS[name](shown);

/** In a cell that the round does not ask about, what an earlier round gave. */
function tallyAt(board: Board, round: Round | undefined, target: Target, tally: Tally | undefined): Tally | undefined {
  if (target.kind !== 'cell') return tally;
  const { option, criterion } = target;
  const earlier = earlierOf(board, round).get(option)?.get(criterion);
  return earlier === undefined ? tally : { cells: { [option]: { [criterion]: earlier.counts } } };
}

/** What is known of the selected cell, option or criterion, beside the view. */
export function panelTemplate(shown: Shown, target: Target): TemplateResult {
  const { view } = shown;
  const { round, mine, tally } = about(shown);
  return html`<aside class="panel" aria-label=${msg('Details and notes', { id: 'board.panel' })}>
    <palabre-cell-panel
      .board=${view.board}
      .target=${target}
      .round=${round}
      .tally=${tallyAt(view.board, round, target, tally)}
      .given=${shown.papers.given(round, target)}
      .mine=${mine}
      .you=${view.you}
      .waitingNotes=${view.waitingNotes}
      .held=${view.held}
      .now=${wholeMinutes(shown.now)}
      .since=${shown.since}
      .presence=${view.presence}
      .editable=${mayEdit(view)}
    ></palabre-cell-panel>
  </aside>`;
}

/** A ballot has its own progress and buttons at its foot; the bar below it tells of the room. */
export function footTemplate(shown: Shown, name: BoardViewName): TemplateResult {
  const { view } = shown;
  const { round, mine, progress } = about(shown);
  const { you } = view;
  if (!shown.hidden) void LATER.foot();
  const brief = name === 'ballot';
  if (!shown.hidden && !brief && you.role !== 'watcher') void LATER.signals();
  if (you.role === 'facilitator') void LATER.run();
  return html`<palabre-foot-bar
    ?brief=${brief}
    .board=${view.board}
    .round=${round}
    .progress=${progress}
    .mine=${mine}
    .you=${view.you}
    .now=${shown.now}
    .offline=${view.connection.phase !== 'live'}
    .here=${view.here}
    .signals=${view.signals}
    .raised=${view.hands}
    .own=${shown.own}
    .presenting=${shown.presenting.on}
  ></palabre-foot-bar>`;
}
