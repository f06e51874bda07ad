// What stands in a board's place when there is none to show: connecting, refused, ended.
import { msg } from '@lit/localize';
import { type TemplateResult, html } from 'lit';
import { toWireError } from '../../shared/rejections.ts';
import { BASE } from '../base-path.ts';
import type { You } from '../../shared/protocol.ts';
import type { ConnectionState } from '../board-view.ts';
import { currentLanguage } from '../i18n/locale.ts';
import '../elements/home/palabre-symbol.ts';

const page = (heading: string, text: string, action: TemplateResult): TemplateResult => html`
  <main class="message">
    <palabre-symbol></palabre-symbol>
    <h1>${heading}</h1>
    <p>${text}</p>
    <div class="buttons">${action}</div>
  </main>
`;

const home = (): TemplateResult =>
  html`<a class="button primary" href=${BASE}>${msg('To the home page', { id: 'board.to-home' })}</a>`;

function refused(state: ConnectionState & { readonly phase: 'refused' }, retry: () => void): TemplateResult {
  const { code } = state.error;
  const sentence = toWireError({ code }, currentLanguage()).message;
  if (code === 'version') {
    return page(
      msg('Palabre has been updated', { id: 'board.updated' }),
      sentence,
      html`<button class="button primary" type="button" @click=${() => location.reload()}>
        ${msg('Reload', { id: 'board.reload' })}
      </button>`,
    );
  }
  if (code === 'not-found') {
    return page(
      msg('No board here', { id: 'board.none' }),
      msg('The link or code may be mistyped, or the board has been erased.', { id: 'board.none-text' }),
      home(),
    );
  }
  return page(
    msg('This board does not open', { id: 'board.closed' }),
    code === 'not-allowed'
      ? msg('Ask whoever invited you for a link: the address alone lets nobody in.', { id: 'board.closed-text' })
      : sentence,
    html`${home()}
      <button class="button" type="button" @click=${retry}>${msg('Try again', { id: 'board.retry' })}</button>`,
  );
}

/** A message in the place of the board; undefined while there is a board to draw. */
/** `you`: who one was on the board, as far as that is known. */
export function boardMessage(
  state: ConnectionState,
  you: You | undefined,
  retry: () => void,
): TemplateResult | undefined {
  if (state.phase === 'ended') {
    if (state.reason === 'removed' && you?.waiting === true) {
      return page(
        msg('You were not let in', { id: 'board.turned-away' }),
        msg('Its facilitator has turned you away. If that was a mistake, speak to them.', {
          id: 'board.turned-away-text',
        }),
        home(),
      );
    }
    return state.reason === 'erased'
      ? page(
          msg('This board has been erased', { id: 'board.erased' }),
          msg('Its facilitator has erased it and everything on it.', { id: 'board.erased-text' }),
          home(),
        )
      : page(
          msg('You were removed from this board', { id: 'board.removed' }),
          msg('Its facilitator has taken you off the list of members.', { id: 'board.removed-text' }),
          home(),
        );
  }
  if (state.phase === 'refused') return refused(state, retry);
  if (you !== undefined) return undefined;
  return html`<main class="message" aria-busy="true">
    <palabre-symbol class="breathing"></palabre-symbol>
    <p role="status">
      ${
        state.phase === 'offline'
          ? msg('No connection. Trying again…', { id: 'board.offline' })
          : msg('Opening the board…', { id: 'board.opening' })
      }
    </p>
  </main>`;
}
