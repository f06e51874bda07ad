// What stands where a note's text was redacted: who took it away and when, and the fingerprint that is left of it.
import { msg, str } from '@lit/localize';
import { type TemplateResult, css, html, nothing } from 'lit';
import type { Redaction } from '../../../shared/board/board.ts';
import { formatDate } from '../../i18n/format.ts';

export const redactedStyles = css`
  .redacted {
    margin-top: 2px;
    padding: 6px 10px;
    border-inline-start: 3px solid var(--control);
    background: var(--sunk);
    color: var(--ink-2);
  }
  .redacted p {
    margin: 0;
  }
  .redacted code {
    display: block;
    overflow: hidden;
    font-size: var(--text-xs);
    text-overflow: ellipsis;
    white-space: nowrap;
  }
`;

/** In one sentence; `by` is a name, or empty. */
export function redactedWords({ at }: Redaction, by: string): string {
  const when = formatDate(at);
  return by === ''
    ? msg(str`Redacted on ${when}.`, { id: 'redact.on' })
    : msg(str`Redacted by ${by} on ${when}.`, { id: 'redact.by-on' });
}

/** Before the server has answered there is no fingerprint. */
export const redactedTemplate = (redaction: Redaction, by: string): TemplateResult =>
  html`<div class="redacted">
    <p>${redactedWords(redaction, by)}</p>
    ${
      redaction.hash === ''
        ? nothing
        : html`<code title=${msg('Fingerprint of the text and its salt', { id: 'redact.fingerprint' })}
            >${redaction.hash}</code
          >`
    }
  </div>`;
