// The app: reads the address, keeps what its fragment carries, and shows the page that was asked for.
import { localized, msg, str } from '@lit/localize';
import { LitElement, css, html } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { BASE } from './base-path.ts';
import { identity, type CarriedMember } from './identity.ts';
import { chooseLanguage, currentLanguage } from './i18n/locale.ts';
import { loadPage, type Page } from './pages/load-page.ts';
import { boardPath, matchRoute, readFragment, type Route } from './route.ts';
import { controls } from './styles/controls.ts';
import './elements/home/palabre-symbol.ts';

/** A link would make this browser somebody else on a board where it already is someone: the person decides. */
interface Doubt {
  readonly board: string;
  readonly me: CarriedMember;
  readonly key: string | undefined;
  readonly name: string;
}

@customElement('palabre-app')
@localized()
export class PalabreApp extends LitElement {
  static override styles = [
    ...controls,
    css`
      :host {
        display: block;
        min-height: 100dvh;
        background: var(--paper);
        color: var(--ink);
      }
      .message {
        display: grid;
        align-content: center;
        justify-items: center;
        gap: var(--space-3);
        min-height: 90dvh;
        padding: var(--space-6);
        text-align: center;
      }
      .message palabre-symbol {
        --symbol: 56px;
      }
      .message h1 {
        margin: var(--space-2) 0 0;
        font: 700 var(--text-xxl) / 1.2 var(--font-heading);
      }
      .message p {
        max-width: 46ch;
        margin: 0 0 var(--space-2);
        color: var(--ink-2);
        overflow-wrap: anywhere;
      }
      .buttons {
        display: flex;
        flex-wrap: wrap;
        justify-content: center;
        gap: var(--space-2);
      }
      .waiting {
        opacity: 0;
        animation: appear 200ms 500ms forwards;
      }
      @keyframes appear {
        to {
          opacity: 1;
        }
      }
    `,
  ];

  @state() private route: Route = { page: 'home' };
  @state() private doubt: Doubt | undefined;
  @state() private loaded: ReadonlySet<Page> = new Set();
  @state() private broken = false;
  /** How often a link has brought a key or a member: each time the board is entered anew, with what it brought. */
  private entrances = 0;
  /** A link inside Palabre was followed: on the new page the focus begins at its heading. */
  private followedLink = false;

  constructor() {
    super();
    const read = (): void => this.readAddress();
    const clicked = (event: MouseEvent): void => this.followed(event);
    this.addController({
      hostConnected: () => {
        window.addEventListener('popstate', read);
        window.addEventListener('hashchange', read);
        this.addEventListener('click', clicked);
        this.readAddress();
      },
      hostDisconnected: () => {
        window.removeEventListener('popstate', read);
        window.removeEventListener('hashchange', read);
        this.removeEventListener('click', clicked);
      },
    });
    this.addEventListener('language-chosen', (event) => void chooseLanguage(event.detail.language));
  }

  private readAddress(): void {
    const route = matchRoute(location.pathname);
    const { key, me } = readFragment(location.hash);
    if (route.page === 'board') {
      const board = identity.resolve(route.board);
      // The key leaves the address bar, where shoulders, histories and screenshots would find it.
      const path = boardPath(board, route.screen);
      if (location.pathname + location.hash !== path) history.replaceState(history.state, '', path + location.search);
      // One new fragment is told twice (popstate, hashchange), the second time without the fragment.
      if (this.doubt?.board !== board) this.doubt = undefined;
      if (me !== undefined || key !== undefined) this.entrances += 1;
      if (me !== undefined) this.meet(board, me, key);
      else if (key !== undefined) identity.keepKey(board, key);
      this.route = { ...route, board };
    } else {
      this.doubt = undefined;
      this.route = route;
    }
    if (route.page !== 'not-found') void this.load(route.page);
    if (route.page !== 'board') document.title = 'Palabre';
  }

  private meet(board: string, me: CarriedMember, key: string | undefined): void {
    const known = identity.member(board);
    if (known === undefined || known.id === me.id) this.become({ board, me, key, name: '' });
    else this.doubt = { board, me, key, name: known.name ?? '' };
  }

  private become({ board, me, key }: Doubt): void {
    const known = identity.member(board);
    identity.keepMember(board, known?.id === me.id ? { ...known, ...me } : me);
    if (key !== undefined) identity.keepKey(board, key);
  }

  private settle(become: boolean): void {
    if (become && this.doubt) this.become(this.doubt);
    this.doubt = undefined;
  }

  private async load(page: Page): Promise<void> {
    try {
      await loadPage[page]();
      this.loaded = new Set([...this.loaded, page]);
      this.broken = false;
    } catch {
      this.broken = true;
    }
  }

  /** Links inside Palabre change the page without loading it anew. */
  private followed(event: MouseEvent): void {
    if (
      event.defaultPrevented ||
      event.button !== 0 ||
      event.metaKey ||
      event.ctrlKey ||
      event.shiftKey ||
      event.altKey
    ) {
      return;
    }
    const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
    if (!(link instanceof HTMLAnchorElement) || link.target !== '' || link.hasAttribute('download')) return;
    if (link.origin !== location.origin || matchRoute(link.pathname).page === 'not-found') return;
    event.preventDefault();
    this.goTo(link.pathname + link.search + link.hash);
  }

  private goTo(path: string): void {
    this.followedLink = true;
    history.pushState(null, '', path);
    this.readAddress();
    window.scrollTo(0, 0);
  }

  private message(heading: string, text: string, buttons: unknown) {
    return html`
      <main class="message">
        <palabre-symbol></palabre-symbol>
        <h1>${heading}</h1>
        <p>${text}</p>
        <div class="buttons">${buttons}</div>
      </main>
    `;
  }

  private readonly home = () =>
    html`<a class="button" href=${BASE}>${msg('To the home page', { id: 'app.to-home' })}</a>`;

  private renderDoubt({ name }: Doubt) {
    const known = name === '' ? msg('yourself', { id: 'app.doubt-nameless' }) : name;
    return this.message(
      msg('Who are you on this board?', { id: 'app.doubt' }),
      msg(str`In this browser you are already ${known} here. The link you opened belongs to another person.`, {
        id: 'app.doubt-text',
      }),
      html`
        <button class="button primary" type="button" @click=${() => this.settle(false)}>
          ${msg(str`Stay ${known}`, { id: 'app.doubt-stay' })}
        </button>
        <button class="button" type="button" @click=${() => this.settle(true)}>
          ${msg('Become the person of the link', { id: 'app.doubt-become' })}
        </button>
      `,
    );
  }

  private renderBroken() {
    return this.message(
      msg('This page did not load', { id: 'app.broken' }),
      msg('Check your connection. What you had done is kept in this browser.', { id: 'app.broken-text' }),
      html`<button class="button primary" type="button" @click=${() => location.reload()}>
        ${msg('Load it again', { id: 'app.reload' })}
      </button>`,
    );
  }

  private renderNotFound() {
    return this.message(
      msg('There is nothing here', { id: 'app.not-found' }),
      msg('The address may be cut short, or the board has been erased.', { id: 'app.not-found-text' }),
      this.home(),
    );
  }

  override render() {
    const { route } = this;
    if (route.page === 'not-found') return this.renderNotFound();
    if (this.doubt) return this.renderDoubt(this.doubt);
    if (this.broken && !this.loaded.has(route.page)) return this.renderBroken();
    if (!this.loaded.has(route.page)) {
      return html`<p class="message waiting" role="status">${msg('Loading…', { id: 'app.loading' })}</p>`;
    }
    if (route.page === 'home') {
      const badCode = 'badCode' in route ? route.badCode : '';
      return html`<palabre-home-page
        .language=${currentLanguage()}
        .badCode=${badCode}
        @board-chosen=${(event: CustomEvent<{ board: string }>) => this.goTo(boardPath(event.detail.board))}
      ></palabre-home-page>`;
    }
    if (route.page === 'recount') {
      return html`<palabre-recount-page .language=${currentLanguage()}></palabre-recount-page>`;
    }
    return keyed(
      this.entrances,
      html`<palabre-board-page
        @board-chosen=${(event: CustomEvent<{ board: string }>) => this.goTo(boardPath(event.detail.board))}
        .board=${route.board}
        .key=${identity.key(route.board)}
        .screen=${route.screen}
        .arriving=${this.followedLink}
      ></palabre-board-page>`,
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'palabre-app': PalabreApp;
  }
}
