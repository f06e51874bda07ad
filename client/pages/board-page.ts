// The page of a board.
import { LitElement, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';

@customElement('palabre-board-page')
export class BoardPage extends LitElement {
  @property({ attribute: false }) board = '';
  @property({ attribute: false }) key: string | undefined;
  @property({ type: Boolean }) screen = false;

  override render() {
    return html`<p>${this.board}</p>`;
  }
}
