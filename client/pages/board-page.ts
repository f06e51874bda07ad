// The page of a board: the one container that talks to its session. Elements below draw and emit; this turns what
// they emit into commands and decides which view is shown.
import { localized, msg } from '@lit/localize';
import { LitElement, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { type Round, type Target, openRound } from '../../shared/board/board.ts';
import { showCode } from '../../shared/ids.ts';
import { exportBoard } from '../api.ts';
import type { BoardView } from '../board-view.ts';
import type { BoardEventMap, ExportFormat } from '../elements/board-events.ts';
import type { BoardViewName } from '../elements/board/view-tabs.ts';
import type { PalabreMatrix } from '../elements/matrix/matrix.ts';
import { codeLink, personalLink, shareLinks } from '../elements/share/share-links.ts';
import { identity, writeMe } from '../identity.ts';
import { boardPath } from '../route.ts';
import { controls } from '../styles/controls.ts';
import { boardPageStyles } from './board-page-styles.ts';
import { COMMANDING_EVENTS, commandOf } from './board-commands.ts';
import { boardMessage } from './board-message.ts';
import { BoardSession, type CommandFields } from './board-session.ts';
import {
  availableViews,
  doneBallot,
  lastRound,
  previousRevealed,
  readView,
  showsCode,
  targetExists,
} from './board-views.ts';
import { handFile } from './hand-file.ts';
import { SecondsClock } from './seconds-clock.ts';
import '../elements/board/board-header.ts';
import '../elements/board/refusal-notices.ts';
import '../elements/board/view-tabs.ts';
import '../elements/board/welcome-dialog.ts';
import '../elements/matrix/foot-bar.ts';
import '../elements/matrix/matrix-heading.ts';
import '../elements/matrix/matrix.ts';
import '../elements/people/connection-state.ts';
import '../elements/people/people.ts';

/** Views, panels and dialogs that a first look at a board can do without. */
const LATER = {
  ballot: () => import('../elements/ballot/ballot-form.ts'),
  results: () => import('../elements/results/results-view.ts'),
  notes: () => import('../elements/notes/notes-view.ts'),
  panel: () => import('../elements/panel/cell-panel.ts'),
  share: () => import('../elements/share/share-dialog.ts'),
  screen: () => import('../elements/screen/big-screen.ts'),
  opening: () => import('../elements/rounds/open-round-dialog.ts'),
};

@customElement('palabre-board-page')
@localized()
export class PalabreBoardPage extends LitElement {
  static override styles = [...controls, boardPageStyles];

  @property({ attribute: false }) board = '';
  @property({ attribute: false }) key: string | undefined;
  /** Shows the watcher's big screen instead of the working page. */
  @property({ type: Boolean }) screen = false;

  @state() private view: BoardViewName | undefined = readView(location.search);
  @state() private target: Target | undefined;
  @state() private panelOpen = false;
  @state() private dialog: 'share' | 'opening' | undefined;
  @state() private watching = false;
  @state() private entering = false;
  @state() private maskOwn = false;
  @state() private exportFailed = false;
  @query('palabre-matrix') private readonly matrix!: PalabreMatrix | null;

  private readonly session = new BoardSession(this);
  private readonly clock = new SecondsClock(this, () => this.session.serverNow);

  constructor() {
    super();
    for (const name of COMMANDING_EVENTS) {
      this.addEventListener(name, (event) => this.do(commandOf(name, event.detail, this.openRoundId)));
    }
    this.addEventListener('done-changed', (event) => this.changeDone(event.detail.done));
    this.addEventListener('target-selected', (event) => this.select(event.detail));
    this.addEventListener('next-unscored-requested', () => void this.goToNextUnscored());
    this.addEventListener('round-opening-requested', () => this.show('opening'));
    this.addEventListener('share-requested', () => this.show('share'));
    this.addEventListener('view-chosen', (event) => this.chooseView(event.detail.view));
    this.addEventListener('own-scores-masked', (event) => (this.maskOwn = event.detail.on));
    this.addEventListener('writing-changed', (event) => this.session.tell({ writing: event.detail.target }));
    this.addEventListener('cell-asked-again', (event) => this.askAgain(event.detail));
    this.addEventListener('export-requested', (event) => void this.export(event.detail.format));
    this.addEventListener('big-screen-requested', () => window.open(boardPath(this.board, true), '_blank'));
    this.addEventListener('refusals-read', () => this.session.dismissRefusals());
    this.addEventListener('name-given', (event) => this.enter(event.detail.name));
    this.addEventListener('watching-chosen', () => (this.watching = true));
  }

  private get openRoundId(): string {
    const board = this.session.view?.board;
    return (board && openRound(board)?.id) ?? '';
  }

  protected override willUpdate(): void {
    this.session.open(this.board);
    const { view } = this.session;
    if (view === undefined) return;
    this.clock.running = openRound(view.board)?.closesAt !== undefined;
    if (view.you.id !== undefined) this.entering = false;
    if (this.target !== undefined && !targetExists(view.board, this.target)) this.target = undefined;
    document.title = `${view.board.title} – Palabre`;
  }

  private do(fields: CommandFields): void {
    this.session.do(fields);
  }

  private changeDone(done: boolean): void {
    const { view } = this.session;
    const round = view && openRound(view.board);
    if (view === undefined || round === undefined) return;
    this.do({ type: 'ballot.cast', round: round.id, ballot: doneBallot(round, view.mine.get(round.id)?.ballot), done });
  }

  private select({ target, open }: BoardEventMap['target-selected']): void {
    this.target = target;
    this.panelOpen = target !== undefined && (open === true || this.panelOpen);
    if (target !== undefined) void LATER.panel();
    this.session.tell({ focus: target ?? null });
  }

  private async goToNextUnscored(): Promise<void> {
    if (this.shownView !== 'matrix') {
      this.chooseView('matrix');
      await this.updateComplete;
    }
    this.matrix?.focusNextUnscored();
  }

  /** A short round on one cell that the team is divided on, as open or hidden as the round before. */
  private askAgain({ option, criterion }: BoardEventMap['cell-asked-again']): void {
    const board = this.session.view?.board;
    const secrecy = (board && lastRound(board)?.secrecy) ?? 'named';
    const round = this.session.newId();
    this.do({ type: 'round.open', round, method: 'score', secrecy, cells: [[option, criterion]], seconds: 30 });
  }

  private show(dialog: 'share' | 'opening'): void {
    void LATER[dialog]();
    this.dialog = dialog;
    // While the facilitator has the sharing open, the big screen shows the code.
    if (dialog === 'share') this.session.tell({ view: 'share' });
  }

  private chooseView(view: BoardViewName): void {
    this.view = view;
    history.replaceState(null, '', `${location.pathname}?view=${view}`);
    this.session.tell({ view });
  }

  private enter(name: string): void {
    this.entering = true;
    this.session.enter(name);
  }

  private async export(format: ExportFormat): Promise<void> {
    const { id, credentials } = this.session;
    if (id === undefined) return;
    const answer = await exportBoard(id, credentials, format);
    this.exportFailed = !answer.ok;
    if (answer.ok) handFile(answer.value, `palabre-${showCode(this.session.view?.board.code ?? '')}`, format);
  }

  /** The view asked for, where there is one; else the one for the moment and the size of the screen. */
  private get shownView(): BoardViewName {
    const { view } = this.session;
    if (view === undefined) return 'matrix';
    const available = availableViews(view);
    if (this.view !== undefined && available.includes(this.view)) return this.view;
    const round = lastRound(view.board);
    const byHand = available.includes('ballot') && (round?.method !== 'score' || window.innerWidth < 720);
    if (byHand && round?.state === 'open') return 'ballot';
    return 'matrix';
  }

  override render() {
    const { view, state: line } = this.session;
    const message = boardMessage(line, view !== undefined, () => this.session.retry());
    if (message !== undefined) return message;
    if (view === undefined) return nothing;
    return this.screen ? this.renderScreen(view) : this.renderBoard(view);
  }

  private renderScreen(view: BoardView) {
    void LATER.screen();
    return html`<palabre-big-screen
      .view=${view}
      .now=${this.clock.now}
      .showCode=${showsCode(view)}
      .joinUrl=${codeLink(location.origin, view.board.code, view.links)}
    ></palabre-big-screen>`;
  }

  private renderBoard(view: BoardView) {
    const { board } = view;
    const round = lastRound(board);
    const shown = this.shownView;
    const notes = [...board.notes.values()].filter((note) => note.removed === undefined).length;
    return html`
      <palabre-board-header .board=${board}>
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
        ></palabre-people>
        <button class="button" type="button" @click=${() => this.show('share')}>
          ${msg('Share', { id: 'board.share' })}
        </button>
      </palabre-board-header>
      <palabre-view-tabs .views=${availableViews(view)} .view=${shown} .notes=${notes}></palabre-view-tabs>
      <main class=${shown} ?data-panel=${this.panelOpen && this.target !== undefined}>
        <div class="view">${this.renderView(shown, view, round)}</div>
        ${shown === 'matrix' || shown === 'ballot' ? this.renderPanel(view, round) : nothing}
      </main>
      ${shown === 'ballot' && round?.state === 'open' ? nothing : this.renderFoot(view, round)}
      <palabre-refusal-notices .refusals=${view.refusals}></palabre-refusal-notices>
      ${
        this.exportFailed
          ? html`<p class="failed" role="alert">
              ${msg('The file could not be fetched.', { id: 'board.export-failed' })}
            </p>`
          : nothing
      }
      ${this.renderDialogs(view)}
    `;
  }

  private renderView(shown: BoardViewName, view: BoardView, round: Round | undefined) {
    const { board, you } = view;
    const mine = round && view.mine.get(round.id);
    const tally = round && view.rounds.get(round.id)?.tally;
    if (shown === 'ballot') {
      void LATER.ballot();
      return html`<palabre-ballot-form
        .board=${board}
        .round=${round}
        .mine=${mine}
        .you=${you}
        .progress=${round && view.rounds.get(round.id)?.progress}
        .now=${this.clock.now}
      ></palabre-ballot-form>`;
    }
    if (shown === 'results') {
      void LATER.results();
      return html`<palabre-results-view
        .board=${board}
        .round=${round}
        .tally=${tally}
        .result=${round?.result}
        .progress=${round && view.rounds.get(round.id)?.progress}
        .mine=${mine}
        .you=${you}
        .previous=${previousRevealed(board, round)}
      ></palabre-results-view>`;
    }
    if (shown === 'notes') {
      void LATER.notes();
      return html`<palabre-notes-view
        .board=${board}
        .you=${you}
        .waitingNotes=${view.waitingNotes}
        .now=${this.clock.now}
      ></palabre-notes-view>`;
    }
    return this.renderMatrix(view, round, mine, tally);
  }

  private renderMatrix(
    view: BoardView,
    round: Round | undefined,
    mine: ReturnType<BoardView['mine']['get']>,
    tally: NonNullable<ReturnType<BoardView['rounds']['get']>>['tally'],
  ) {
    const { board, you } = view;
    return html`
      <palabre-matrix-heading
        .round=${round}
        .progress=${round && view.rounds.get(round.id)?.progress}
        .you=${you}
        .maskOwn=${this.maskOwn}
      ></palabre-matrix-heading>
      <palabre-matrix
        .board=${board}
        .round=${round}
        .tally=${tally}
        .result=${round?.result}
        .mine=${mine}
        .you=${you}
        .selected=${this.target}
        .editable=${this.editable(view)}
        .maskOwn=${this.maskOwn}
      ></palabre-matrix>
    `;
  }

  private editable({ you, board }: BoardView): boolean {
    return you.role === 'facilitator' && !board.locked;
  }

  private renderPanel(view: BoardView, round: Round | undefined) {
    if (this.target === undefined) return nothing;
    return html`<aside class="panel" aria-label=${msg('Details and notes', { id: 'board.panel' })}>
      <palabre-cell-panel
        .board=${view.board}
        .target=${this.target}
        .round=${round}
        .tally=${round && view.rounds.get(round.id)?.tally}
        .mine=${round && view.mine.get(round.id)}
        .you=${view.you}
        .waitingNotes=${view.waitingNotes}
        .now=${this.clock.now}
        .editable=${this.editable(view)}
      ></palabre-cell-panel>
    </aside>`;
  }

  private renderFoot(view: BoardView, round: Round | undefined) {
    return html`<palabre-foot-bar
      .board=${view.board}
      .round=${round}
      .progress=${round && view.rounds.get(round.id)?.progress}
      .mine=${round && view.mine.get(round.id)}
      .you=${view.you}
      .now=${this.clock.now}
      .offline=${view.connection.phase !== 'live'}
    ></palabre-foot-bar>`;
  }

  private renderDialogs(view: BoardView) {
    const { session } = this;
    const closed = () => {
      this.dialog = undefined;
      session.tell({ view: this.shownView });
    };
    const member = session.id === undefined ? undefined : identity.member(session.id);
    const me =
      member !== undefined && view.you.id !== undefined
        ? personalLink(location.origin, view.board.id, writeMe(member, session.key), view.links)
        : undefined;
    const keys = { ...view.keys, ...(session.keyRole !== undefined && { [session.keyRole]: session.key }) };
    return html`
      <palabre-welcome-dialog
        .open=${session.mayJoin && !this.watching}
        .heading=${view.board.title}
        .question=${view.board.question}
        .facilitating=${session.keyRole === 'facilitator'}
        .busy=${this.entering}
      ></palabre-welcome-dialog>
      <palabre-share-dialog
        .open=${this.dialog === 'share'}
        .code=${showCode(view.board.code)}
        .entry=${view.board.entry}
        .links=${shareLinks(location.origin, view.board.id, keys, view.links)}
        .me=${me}
        @dialog-closed=${closed}
      ></palabre-share-dialog>
      <palabre-open-round-dialog
        .open=${this.dialog === 'opening'}
        .board=${view.board}
        @dialog-closed=${closed}
        @round-opened=${closed}
      ></palabre-open-round-dialog>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'palabre-board-page': PalabreBoardPage;
  }
}
