// Draws what stands around the views of a board: its head, its tabs, its notices; and the big screen in place of it all.
import { msg } from '@lit/localize';
import { type TemplateResult, html, nothing } from 'lit';
import { openRound } from '../../shared/board/board.ts';
import type { BoardViewName } from '../board-address.ts';
import { pageAddress } from '../base-path.ts';
import type { BoardView } from '../board-view.ts';
import '../elements/board/board-header.ts';
import '../elements/board/own-menu.ts';
import '../elements/board/refusal-notices.ts';
import '../elements/board/round-notice.ts';
import type { RoundNews } from '../elements/board/round-notice.ts';
import '../elements/board/view-tabs.ts';
import { noteCounts } from '../elements/notes/note-counts.ts';
import { mentionCount } from '../elements/notes/note-threads.ts';
import '../elements/people/connection-state.ts';
import '../elements/people/people.ts';
import { type ScreenMode, readMode } from '../elements/screen/screen-modes.ts';
import { codeLink } from '../elements/share/share-links.ts';
import { showCode } from '../../shared/ids.ts';
import { formatDate } from '../i18n/format.ts';
import { currentLanguage } from '../i18n/locale.ts';
import { characterKeys } from '../preferences.ts';
import { recordKey } from '../sync/pending.ts';
import type { BoardErrands } from './board-errands.ts';
import { availableViews, ownReceipts, showsCode, viewForNow } from './board-views.ts';
import { LATER } from './later.ts';

/** How this visitor could become a voter: not, through the dialog that is up, or by asking for it again. */
export interface Joining {
  readonly mayJoin: boolean;
  readonly watching: boolean;
}

/** Guests whose ballot in the open round is known to be recorded: by this page, or by anybody where that is told. */
function guestsWithBallot({ board, rounds, recorded }: BoardView): ReadonlySet<string> {
  const round = openRound(board);
  if (round === undefined) return new Set();
  const here = [...board.members.keys()].filter((id) => recorded.get(recordKey(round.id, id))?.done === true);
  return new Set([...here, ...(rounds.get(round.id)?.progress.voted ?? [])]);
}

export function headTemplate(
  view: BoardView,
  { mayJoin, watching }: Joining,
  { checks }: BoardErrands,
  handRaised: boolean,
  presenting: boolean,
): TemplateResult {
  const { board, you } = view;
  const facilitating = you.role === 'facilitator';
  return html`<palabre-board-header .board=${board} .facilitating=${facilitating} .mayJoin=${mayJoin && watching}>
    <palabre-connection-state
      slot="line"
      .connection=${view.connection}
      .waiting=${view.waiting}
    ></palabre-connection-state>
    <palabre-people
      slot="people"
      .here=${view.here}
      .members=${board.members}
      .presence=${view.presence}
      .you=${you.id}
      .managing=${facilitating}
      .recordable=${facilitating && openRound(board) !== undefined}
      .voted=${guestsWithBallot(view)}
    ></palabre-people>
    <palabre-own-menu
      .you=${you}
      .language=${currentLanguage()}
      .mayJoin=${mayJoin}
      .handRaised=${handRaised}
      .receipts=${ownReceipts(view)}
      .presenting=${presenting}
      .checks=${checks}
    ></palabre-own-menu>
  </palabre-board-header>`;
}

/** Only on paper: what board this is, and when it was printed. */
export const printedTemplate = ({ board }: BoardView, now: number): TemplateResult =>
  html`<header class="printed">
    <h1>${board.title}</h1>
    ${board.question === '' ? nothing : html`<p>${board.question}</p>`}
    <p>${showCode(board.code)} · ${formatDate(now, true)}</p>
  </header>`;

export const tabsTemplate = (view: BoardView, name: BoardViewName): TemplateResult =>
  html`<palabre-view-tabs
    .views=${availableViews(view)}
    .view=${name}
    .notes=${noteCounts(view.board).all}
    .mentions=${mentionCount(view.board, view.you)}
  ></palabre-view-tabs>`;

/** Whether news of a round is offered to who looks at another view; who looks at the right one sees it happen. */
function isElsewhere(view: BoardView, { kind }: RoundNews, name: BoardViewName): boolean {
  if (kind === 'revealed') return name !== 'results';
  if (kind !== 'opened' || view.you.role === 'watcher') return false;
  return name !== 'ballot' && name !== viewForNow(view, window.innerWidth < 720);
}

/** Stands between the view and the foot. `offered`: it has not been followed or put away. */
export const newsTemplate = (
  view: BoardView,
  name: BoardViewName,
  news: RoundNews | undefined,
  offered: boolean,
): TemplateResult =>
  html`<palabre-round-notice
    .news=${news}
    .shown=${offered && news !== undefined && isElsewhere(view, news, name)}
  ></palabre-round-notice>`;

export function noticesTemplate(view: BoardView, { exportFailed }: BoardErrands): TemplateResult {
  return html`
    <palabre-refusal-notices .refusals=${view.refusals}></palabre-refusal-notices>
    ${
      exportFailed
        ? html`<p class="failed" role="alert">
            ${msg('The file could not be fetched.', { id: 'board.export-failed' })}
          </p>`
        : nothing
    }
  `;
}

/** A screen that is loaded anew shows what it showed. */
function keepMode({ detail: { mode } }: CustomEvent<{ readonly mode: ScreenMode | undefined }>): void {
  history.replaceState(history.state, '', location.pathname + (mode === undefined ? '' : `?mode=${mode}`));
}

/** The watcher's big screen. */
export function screenTemplate(view: BoardView, now: number): TemplateResult {
  void LATER.screen();
  return html`<palabre-big-screen
    .view=${view}
    .now=${now}
    .plainKeys=${!characterKeys()}
    .mode=${readMode(location.search)}
    @screen-mode-chosen=${keepMode}
    .showCode=${showsCode(view)}
    .joinUrl=${codeLink(pageAddress(), view.board.code, view.links)}
  ></palabre-big-screen>`;
}
