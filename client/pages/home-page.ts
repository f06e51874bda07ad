// The first page: what Palabre is, a way in by code, the boards of this browser, and the form that makes a new one.
import { localized, msg } from '@lit/localize';
import { LitElement, html } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { createBoard, type NewBoard } from '../api.ts';
import type { BoardRequest, CreateProblem } from '../elements/home/create-form.ts';
import '../elements/home/create-form.ts';
import '../elements/home/join-form.ts';
import '../elements/home/language-switch.ts';
import '../elements/home/palabre-symbol.ts';
import '../elements/home/palabre-tree.ts';
import '../elements/home/visited-boards.ts';
import { BoardCopying } from './board-copying.ts';
import { identity, type Visit } from '../identity.ts';
import type { Language } from '../../shared/rejections.ts';
import { BASE, at } from '../base-path.ts';
import { controls } from '../styles/controls.ts';
import { homeLayout } from '../styles/home-layout.ts';

const asNewBoard = ({ title, question, language, start, table }: BoardRequest): NewBoard => ({
  title,
  language,
  ...(question !== '' && { question }),
  ...(start === 'table' ? table && { import: table } : { template: start }),
});

/** Fires `board-chosen` with the id or code of the board to go to. */
@customElement('palabre-home-page')
@localized()
export class HomePage extends LitElement {
  static override styles = [...controls, homeLayout];

  @property() language: Language = 'en';
  /** What `/join/…` was called with and is no code. */
  @property() badCode = '';
  @state() private visits: readonly Visit[] = [];
  @state() private busy = false;
  @state() private problem: CreateProblem | undefined;
  private readonly copying = new BoardCopying(this);

  constructor() {
    super();
    const read = (): void => {
      this.visits = identity.visits();
    };
    // Another tab of this browser may visit or forget a board meanwhile.
    this.addController({
      hostConnected: () => {
        read();
        window.addEventListener('storage', read);
      },
      hostDisconnected: () => window.removeEventListener('storage', read),
    });
  }

  private copy(board: string): void {
    const visit = this.visits.find((one) => one.board === board);
    if (visit === undefined) return;
    const [key, member] = [identity.key(board), identity.member(board)];
    const credentials = { ...(key !== undefined && { key }), ...(member !== undefined && { member }) };
    this.copying.begin({ board, title: visit.title, credentials });
  }

  private goTo(board: string): void {
    this.dispatchEvent(new CustomEvent('board-chosen', { detail: { board }, bubbles: true, composed: true }));
  }

  private async create(request: BoardRequest): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.problem = undefined;
    const answer = await createBoard(asNewBoard(request));
    this.busy = false;
    if (!answer.ok) {
      this.problem = answer.error ?? 'unreachable';
      return;
    }
    const { id, code, keys } = answer.value;
    identity.keepKeys(id, keys);
    identity.visited({ board: id, code, title: request.title, role: 'facilitator', at: new Date().toISOString() });
    this.goTo(id);
  }

  private forget(board: string): void {
    identity.forget(board);
    this.visits = identity.visits();
  }

  private renderStory() {
    return html`
      <div class="story">
        <h1>${msg('Talk it through, vote, decide.', { id: 'home.headline' })}</h1>
        <p class="lead">
          ${msg(
            'Palabre is a live board on which a team compares options, votes on them, argues in the margin and watches the result move.',
            { id: 'home.lead' },
          )}
        </p>
      </div>
    `;
  }

  private renderVisits() {
    if (this.visits.length === 0) return html`<palabre-tree></palabre-tree>`;
    return html`<palabre-visited-boards
      .boards=${this.visits}
      .now=${Date.now()}
      @visit-copied=${(event: HTMLElementEventMap['visit-copied']) => this.copy(event.detail.board)}
      @visit-removed=${(event: HTMLElementEventMap['visit-removed']) => this.forget(event.detail.board)}
    ></palabre-visited-boards>`;
  }

  override render() {
    return html`
      <header>
        <a class="brand" href=${BASE}><palabre-symbol></palabre-symbol><span>Palabre</span></a>
        <palabre-language-switch .language=${this.language}></palabre-language-switch>
      </header>
      <main class=${this.visits.length === 0 ? 'first-visit' : ''}>
        <div class="side">
          ${this.renderStory()}
          <palabre-join-form
            .badCode=${this.badCode}
            @code-entered=${(event: HTMLElementEventMap['code-entered']) => this.goTo(event.detail.code)}
          ></palabre-join-form>
          ${this.renderVisits()}
        </div>
        <div class="card">
          <palabre-create-form
            .language=${this.language}
            .busy=${this.busy}
            .problem=${this.problem}
            @board-requested=${(event: HTMLElementEventMap['board-requested']) => void this.create(event.detail)}
          ></palabre-create-form>
        </div>
      </main>
      ${this.copying.render()}
      <footer>
        <p>
          ${msg('No account. Everything stays on this server; who you are on a board stays in this browser.', {
            id: 'home.footer',
          })}
          <a href=${at('recount')}>${msg('Count an exported board again', { id: 'home.recount' })}</a>
        </p>
      </footer>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'palabre-home-page': HomePage;
  }
  interface HTMLElementEventMap {
    'board-chosen': CustomEvent<{ readonly board: string }>;
  }
}
