// The page of a board: the one container that talks to its session. Elements below draw and emit; this turns what
// they emit into commands and decides which view is shown.
import { localized } from '@lit/localize';
import { LitElement, type PropertyValues, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { type Target, openRound } from '../../shared/board/board.ts';
import { type BoardViewName, boardLink } from '../board-address.ts';
import type { BoardView } from '../board-view.ts';
import type { BoardEventMap } from '../elements/board-events.ts';
import type { PalabreBoardHeader } from '../elements/board/board-header.ts';
import type { RoundNews } from '../elements/board/round-notice.ts';
import type { PalabreMatrix } from '../elements/matrix/matrix.ts';
import { identity } from '../identity.ts';
import { characterKeys, keepCharacterKeys } from '../preferences.ts';
import { boardPath } from '../route.ts';
import { controls } from '../styles/controls.ts';
import { COMMANDING_EVENTS, commandOf } from './board-commands.ts';
import { BoardArrival } from './board-arrival.ts';
import { BoardCopying } from './board-copying.ts';
import { BoardDialogs } from './board-dialogs.ts';
import { BoardErrands } from './board-errands.ts';
import {
  headTemplate,
  newsTemplate,
  noticesTemplate,
  printedTemplate,
  screenTemplate,
  tabsTemplate,
} from './board-frame.ts';
import { boardMessage } from './board-message.ts';
import { BoardHistory } from './board-history.ts';
import { BoardPalette } from './board-palette.ts';
import { BoardPeople } from './board-people.ts';
import { BoardPlace } from './board-place.ts';
import { BoardRoom } from './board-room.ts';
import { BoardRedaction } from './board-redaction.ts';
import { BoardRecord } from './board-record.ts';
import { boardPageStyles } from './board-page-styles.ts';
import { BoardSession, type CommandFields } from './board-session.ts';
import { OldDecision, successorPath } from './old-decision.ts';
import { type Shown, footTemplate, panelTemplate, viewTemplate } from './board-view-templates.ts';
import { availableViews, doneBallot, lastRound, targetExists, viewForNow } from './board-views.ts';
import { HelpKey } from './help-key.ts';
import { LastVisit } from './last-visit.ts';
import { LATER, fetchAhead } from './later.ts';
import { LinkCopier } from './link-copier.ts';
import { MissingParts } from './missing-parts.ts';
import { Presenting, presented } from './presenting.ts';
import { RoundWatch } from './round-news.ts';
import { RoundPapers } from './round-papers.ts';
import { SecondsClock } from './seconds-clock.ts';
import '../elements/share/link-notice.ts';

@customElement('palabre-board-page')
@localized()
export class PalabreBoardPage extends LitElement {
  static override styles = [...controls, boardPageStyles];

  @property({ attribute: false }) board = '';
  @property({ attribute: false }) key: string | undefined;
  /** Shows the watcher's big screen instead of the working page. */
  @property({ type: Boolean }) screen = false;
  /** Somebody came here from another page: the focus goes to the heading once there is one. */
  @property({ type: Boolean }) arriving = false;

  @state() private characters = characterKeys();
  /** What has just become of a round, until it is followed or put away. */
  @state() private news: RoundNews | undefined;
  @state() private offered = false;
  /** The round whose reveal is still to be shown as one. */
  @state() private fresh: string | undefined;
  /** The round whose results are looked at, until another one is revealed. */
  @state() private lookedAt: string | undefined;
  @query('palabre-matrix') private readonly matrix!: PalabreMatrix | null;
  @query('palabre-board-header') private readonly header!: PalabreBoardHeader | null;

  private readonly session = new BoardSession(this);
  private readonly place = new BoardPlace(this, () => this.session.tell({ view: this.shownView }));
  private readonly clock = new SecondsClock(this, () => this.session.serverNow);
  private readonly dialogs = new BoardDialogs(this, this.session, () => this.shownView);
  private readonly errands = new BoardErrands(this, this.session);
  private readonly helpKey = new HelpKey(this, () => this.session.view && this.dialogs.show('keys'));
  private readonly papers = new RoundPapers(this, this.session);
  private readonly redaction = new BoardRedaction(this, () => this.session.view);
  private readonly palette = new BoardPalette(
    this,
    () => this.session.view,
    () => this.presenting.on,
  );
  private readonly history = new BoardHistory(this, this.session);
  private readonly record = new BoardRecord(this, this.session);
  private readonly copying = new BoardCopying(this);
  private readonly oldDecision = new OldDecision(this);
  private readonly lastVisit = new LastVisit(this, this.session);
  private readonly presenting = new Presenting(this);
  private readonly people = new BoardPeople(this, this.session);
  private readonly arrival = new BoardArrival(
    this,
    this.session,
    () => this.lastVisit.since,
    (step) => this.chooseView(step === 'results' ? 'results' : undefined),
  );
  private readonly links = new LinkCopier(this);
  private readonly missing = new MissingParts(this);
  private readonly watch = new RoundWatch();
  private readonly room = new BoardRoom(this, {
    session: this.session,
    place: this.place,
    shownView: () => this.shownView,
    outside: () => this.screen || this.dialogs.welcoming,
  });

  constructor() {
    super();
    for (const name of COMMANDING_EVENTS) {
      this.addEventListener(name, (event) => this.do(commandOf(name, event.detail, this.openRoundId)));
    }
    this.listenToVoting();
    this.listenToDialogs();
    this.listenToPlaces();
    this.addEventListener('news-followed', () => this.followNews());
    this.addEventListener('news-dismissed', () => (this.offered = false));
    this.addEventListener('writing-changed', (event) => this.session.tell({ writing: event.detail.target }));
    this.addEventListener('round-looked-at', (event) => (this.lookedAt = event.detail.round));
    this.addEventListener('papers-requested', (event) => void this.papers.fetch(event.detail.round));
    this.addEventListener('export-requested', (event) => void this.errands.export(event.detail.format));
    this.addEventListener('receipt-check-requested', (event) => void this.errands.check(event.detail.round));
    this.addEventListener('big-screen-requested', ({ detail: { mode } }) => {
      window.open(boardPath(this.board, true) + (mode === undefined ? '' : `?mode=${mode}`), '_blank');
    });
    this.addEventListener('refusals-read', () => this.session.dismissRefusals());
  }

  private listenToVoting(): void {
    this.addEventListener('done-changed', (event) => this.changeDone(event.detail.done));
    this.addEventListener('next-unscored-requested', () => void this.goToNextUnscored());
    this.addEventListener('cell-asked-again', (event) => this.askAgain(event.detail));
    this.addEventListener('decision-set', () => {
      this.offered = false;
      if (this.session.view?.board.phase !== 'decide') this.do({ type: 'board.edit', phase: 'decide' });
    });
  }

  private listenToDialogs(): void {
    const { dialogs } = this;
    this.addEventListener('round-opening-requested', () => dialogs.show('opening'));
    this.addEventListener('share-requested', () => dialogs.show('share'));
    this.addEventListener('settings-requested', () => dialogs.show('settings'));
    this.addEventListener('pictures-requested', () => dialogs.show('pictures'));
    this.addEventListener('about-requested', () => dialogs.show('about'));
    this.addEventListener('keys-requested', () => dialogs.show('keys'));
    this.addEventListener('decision-requested', () => dialogs.show('decision'));
    this.addEventListener('agenda-requested', () => dialogs.show('agenda'));
    this.addEventListener('copy-requested', () => this.copying.beginHere(this.session));
    this.addEventListener('previous-superseded', () => void this.oldDecision.supersede(this.session.view));
    this.addEventListener('joining-requested', () => this.watchOnly(false));
    this.addEventListener('watching-chosen', () => this.watchOnly(true));
    this.addEventListener('name-given', (event) => this.enter(event.detail.name));
    this.addEventListener('board-erased', () => void this.errands.erase());
    this.addEventListener('character-keys-chosen', ({ detail: { on } }) => {
      this.characters = on;
      keepCharacterKeys(on);
    });
  }

  private listenToPlaces(): void {
    const { place, links } = this;
    this.addEventListener('target-selected', (event) => this.select(event.detail));
    this.addEventListener('editing-requested', (event) => void this.edit(event.detail.target));
    this.addEventListener('view-chosen', (event) => this.chooseView(event.detail.view));
    this.addEventListener('compared-options-chosen', (event) => place.compare(event.detail.options));
    this.addEventListener('link-requested', ({ detail }) => {
      void links.copy(boardLink(location.origin, this.session.id ?? this.board, detail));
    });
    this.addEventListener('link-read', () => links.tell(undefined));
    this.addEventListener('note-followed', ({ detail: { note } }) => place.show('notes', { note }));
    this.addEventListener('notes-filtered', ({ detail: { filter } }) => place.filter(filter));
    this.addEventListener('history-requested', () => void this.history.fetch());
    this.addEventListener('print-requested', () => window.print());
  }

  private get openRoundId(): string {
    const board = this.session.view?.board;
    return (board && openRound(board)?.id) ?? '';
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('board')) {
      this.watch.forget();
      if (!this.screen) fetchAhead(this.place.view, window.innerWidth < 720);
    }
    this.session.open(this.board);
    this.helpKey.on = this.characters;
    const { view, state: line, id } = this.session;
    if (line.phase === 'ended' && line.reason === 'erased' && id !== undefined) identity.forget(id);
    if (view === undefined) return;
    this.clock.running = openRound(view.board)?.closesAt !== undefined || view.board.timer !== undefined;
    if (view.you.id !== undefined) this.dialogs.entering = false;
    const { target } = this.place;
    if (target !== undefined && !targetExists(view.board, target)) this.place.target = undefined;
    if (this.place.panelOpen) void LATER.panel();
    this.hear(this.watch.look(view.board));
    document.title = `${view.board.title} – Palabre`;
  }

  protected override updated(): void {
    this.record.look(this.shownView === 'record' && !this.screen);
    if (!this.arriving || this.header === null) return;
    this.arriving = false;
    if (!this.dialogs.welcoming) void this.header.updateComplete.then(() => this.header?.focusHeading());
  }

  private hear(news: RoundNews | undefined): void {
    if (news === undefined) return;
    this.lookedAt = undefined;
    this.news = news;
    // Who has the results before them sees it happen.
    this.offered = news.kind !== 'revealed' || this.shownView !== 'results';
    this.fresh = news.kind === 'revealed' ? news.round : undefined;
    if (news.kind === 'opened' && this.room.isLeftBehind) this.chooseView(undefined);
  }

  private do(fields: CommandFields): void {
    this.session.do(fields);
  }

  private changeDone(done: boolean): void {
    const { view } = this.session;
    const round = view && openRound(view.board);
    if (view === undefined || round === undefined) return;
    const ballot = doneBallot(round, view.mine.get(round.id)?.ballot);
    if (ballot === undefined) this.chooseView('ballot');
    else this.do({ type: 'ballot.cast', round: round.id, ballot, done });
  }

  private select({ target, open }: BoardEventMap['target-selected']): void {
    this.place.select(target, open === true);
    if (target !== undefined) void LATER.panel();
    this.session.tell({ focus: target ?? null });
  }

  private async shownMatrix(): Promise<PalabreMatrix | null> {
    if (this.shownView !== 'matrix') {
      this.chooseView('matrix');
      await this.updateComplete;
    }
    return this.matrix;
  }

  private async goToNextUnscored(): Promise<void> {
    (await this.shownMatrix())?.focusNextUnscored();
  }

  private async edit(target: Target): Promise<void> {
    (await this.shownMatrix())?.edit(target);
  }

  /** A short round on one cell that the team is divided on, as open or hidden as the round before. */
  private askAgain({ option, criterion }: BoardEventMap['cell-asked-again']): void {
    const board = this.session.view?.board;
    const secrecy = (board && lastRound(board)?.secrecy) ?? 'named';
    const round = this.session.newId();
    this.do({ type: 'round.open', round, method: 'score', secrecy, cells: [[option, criterion]], seconds: 30 });
  }

  /** Without a view, the one for the moment. */
  private chooseView(view: BoardViewName | undefined): void {
    // A reveal is shown as one once; who comes back to it finds it standing.
    if (this.shownView === 'results' && view !== 'results') this.fresh = undefined;
    if (view === 'results' || this.news?.kind === 'opened') this.offered = false;
    this.place.show(view);
    this.session.tell({ view: view ?? this.shownView });
  }

  private followNews(): void {
    this.offered = false;
    this.chooseView(this.news?.kind === 'revealed' ? 'results' : undefined);
    this.header?.focusHeading();
  }

  private watchOnly(on: boolean): void {
    this.dialogs.watching = on;
    this.requestUpdate();
  }

  private enter(name: string): void {
    this.dialogs.entering = true;
    this.session.enter(name);
    this.requestUpdate();
  }

  /** The view asked for, where there is one; else the one for the moment and the size of the screen. */
  private get shownView(): BoardViewName {
    const { view } = this.session;
    if (view === undefined) return 'matrix';
    const asked = this.place.view;
    if (asked !== undefined && availableViews(view).includes(asked)) return asked;
    // Behind the question for a name stands what is loaded anyway: a voter on a phone comes for the ballot.
    if (this.dialogs.welcoming) return 'matrix';
    return viewForNow(view, window.innerWidth < 720);
  }

  override render() {
    const { view, state: line } = this.session;
    const message = boardMessage(line, view?.you, () => this.session.retry());
    if (message !== undefined) return message;
    if (view === undefined) return nothing;
    return this.screen ? screenTemplate(view, this.clock.now) : this.renderBoard(view);
  }

  private renderBoard(own: BoardView) {
    const { presenting } = this;
    const view = presenting.on ? presented(own) : own;
    const round = lastRound(view.board);
    const name = this.shownView;
    const { target, panelOpen, options, note, notes } = this.place;
    const { since } = this.lastVisit;
    const { characters, lookedAt, papers, dialogs, errands } = this;
    const fresh = round !== undefined && this.fresh === round.id;
    const shown: Shown = {
      view,
      now: this.clock.now,
      target,
      presenting,
      ownBallots: own.mine,
      hidden: dialogs.welcoming && window.innerWidth < 720,
      characters,
      fresh,
      lookedAt,
      papers,
      options,
      since,
      note,
      notes,
      record: this.record,
      events: () => this.history.shown,
      points: () => this.history.points,
      own: this.room.own,
      before: () => this.oldDecision.template(view.board),
      successor: successorPath(view.board),
    };
    // In the matrix the panel follows the focus; elsewhere it is there for who asked for it.
    const beside = target !== undefined && (name === 'matrix' || name === 'ballot' || panelOpen);
    const joining = { mayJoin: this.session.mayJoin, watching: dialogs.watching };
    return html`
      ${presenting.banner(view)} ${headTemplate(view, joining, errands, this.room.own.hand, presenting.on)}
      <div class="places">${tabsTemplate(view, name)} ${this.room.render(view, this.clock.now)}</div>
      ${this.arrival.render(own, this.clock.now)}
      <main class=${name} ?data-panel=${panelOpen && beside}>
        ${printedTemplate(view, this.clock.now)}
        <div class="view">${viewTemplate(name, shown)}</div>
        ${beside ? panelTemplate(shown, target) : nothing}
      </main>
      ${newsTemplate(view, name, this.news, this.offered)} ${this.people.render(own)} ${footTemplate(shown, name)}
      ${this.palette.render()} ${this.redaction.render(view)}
      <palabre-link-notice .outcome=${this.links.outcome}></palabre-link-notice>
      ${noticesTemplate(view, errands)} ${this.missing.render()} ${dialogs.render(view, errands, characters)}
      ${this.copying.render()}
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'palabre-board-page': PalabreBoardPage;
  }
}
