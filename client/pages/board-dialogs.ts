// Owns which dialog of a board's page is open, and draws them.
import { type ReactiveControllerHost, type TemplateResult, html } from 'lit';
import { type Role, openRound } from '../../shared/board/board.ts';
import { showCode } from '../../shared/ids.ts';
import { pageAddress } from '../base-path.ts';
import type { BoardView } from '../board-view.ts';
import '../elements/board/welcome-dialog.ts';
import { personalLink, shareLinks } from '../elements/share/share-links.ts';
import { identity, writeMe } from '../identity.ts';
import type { LinkReplacing } from '../elements/share/replace-link.ts';
import type { BoardErrands } from './board-errands.ts';
import type { BoardSession } from './board-session.ts';
import { maySupersede } from './old-decision.ts';
import type { LinkReplacer } from './link-replacer.ts';
import { type DialogName, LATER } from './later.ts';

export class BoardDialogs {
  private readonly host: ReactiveControllerHost;
  private readonly session: BoardSession;
  private readonly shownView: () => string;
  private open: DialogName | undefined;
  private replacer: LinkReplacer | undefined;
  /** A visitor chose to watch only: the first dialog stays away until they want to join. */
  watching = false;
  /** A name has been given and not been answered yet. */
  entering = false;

  /** `shownView`: the name of the view behind the dialogs. */
  constructor(host: ReactiveControllerHost, session: BoardSession, shownView: () => string) {
    this.host = host;
    this.session = session;
    this.shownView = shownView;
  }

  show(dialog: DialogName): void {
    void LATER[dialog]();
    this.open = dialog;
    // While the facilitator has the sharing open, the big screen shows the code.
    if (dialog === 'share') this.session.tell({ view: dialog });
    this.host.requestUpdate();
  }

  /** Whether the dialog that asks for a name is up. */
  get welcoming(): boolean {
    return this.session.mayJoin && !this.watching;
  }

  private readonly replacing = (role: Role): LinkReplacing => this.replacer?.of(role) ?? 'no';

  private readonly replace = async ({ detail }: CustomEvent<{ readonly role: Role }>): Promise<void> => {
    const { LinkReplacer } = await import('./link-replacer.ts');
    this.replacer ??= new LinkReplacer(this.host, this.session);
    await this.replacer.replace(detail.role);
  };

  private readonly closed = (): void => {
    if (this.open === 'share') this.session.tell({ view: this.shownView() });
    this.replacer?.forget();
    this.open = undefined;
    this.host.requestUpdate();
  };

  private welcome({ board }: BoardView): TemplateResult {
    const { session } = this;
    return html`<palabre-welcome-dialog
      .open=${this.welcoming}
      .heading=${board.title}
      .question=${board.question}
      .round=${openRound(board)}
      .number=${board.rounds.length}
      .facilitating=${session.keyRole === 'facilitator'}
      .busy=${this.entering}
    ></palabre-welcome-dialog>`;
  }

  private share({ board, you, keys, links }: BoardView): TemplateResult {
    const { session } = this;
    const member = session.id === undefined ? undefined : identity.member(session.id);
    const me =
      member !== undefined && you.id !== undefined
        ? personalLink(pageAddress(), board.id, writeMe(member, session.key), links)
        : undefined;
    const known = { ...keys, ...(session.keyRole !== undefined && { [session.keyRole]: session.key }) };
    return html`<palabre-share-dialog
      .open=${this.open === 'share'}
      .code=${showCode(board.code)}
      .entry=${board.entry}
      .links=${shareLinks(pageAddress(), board.id, known, links)}
      .me=${me}
      .replacing=${session.keyRole === 'facilitator' ? this.replacing : undefined}
      @link-replaced=${this.replace}
      @dialog-closed=${this.closed}
    ></palabre-share-dialog>`;
  }

  private facilitating({ board, you }: BoardView, errands: BoardErrands): TemplateResult {
    return html`
      <palabre-open-round-dialog
        .open=${this.open === 'opening'}
        .board=${board}
        @dialog-closed=${this.closed}
        @round-opened=${this.closed}
      ></palabre-open-round-dialog>
      <palabre-settings-dialog
        .open=${this.open === 'settings'}
        .board=${board}
        .mayErase=${this.session.keyRole === 'facilitator'}
        .erasing=${errands.erasing}
        @dialog-closed=${this.closed}
      ></palabre-settings-dialog>
      <palabre-agenda-dialog
        .open=${this.open === 'agenda'}
        .board=${board}
        @dialog-closed=${this.closed}
      ></palabre-agenda-dialog>
      <palabre-decision-dialog
        .open=${this.open === 'decision'}
        .board=${board}
        .you=${you}
        .supersedes=${maySupersede(board)}
        @dialog-closed=${this.closed}
      ></palabre-decision-dialog>
    `;
  }

  /** `characters`: whether digits, letters and signs alone do something. */
  render(view: BoardView, errands: BoardErrands, characters: boolean): TemplateResult {
    return html`
      ${this.welcome(view)} ${this.share(view)} ${this.facilitating(view, errands)}
      <palabre-about-dialog
        .open=${this.open === 'about'}
        .board=${view.board}
        @dialog-closed=${this.closed}
      ></palabre-about-dialog>
      <palabre-picture-dialog
        .open=${this.open === 'pictures'}
        .view=${this.open === 'pictures' ? view : undefined}
        @dialog-closed=${this.closed}
      ></palabre-picture-dialog>
      <palabre-keys-dialog
        .open=${this.open === 'keys'}
        .characters=${characters}
        @dialog-closed=${this.closed}
      ></palabre-keys-dialog>
    `;
  }
}
