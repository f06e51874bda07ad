// The sources of an evidence note: what each is called and which host it is on. A link to follow; nothing is fetched.
import { msg } from '@lit/localize';
import { type TemplateResult, css, html, nothing } from 'lit';
import type { Source } from './sources.ts';

function sourceTemplate({ address, host, title }: Source): TemplateResult {
  const named = title === '' ? host : title;
  return html`<li>
    <a href=${address} target="_blank" rel="noopener noreferrer nofollow">
      <span class="visually-hidden">${msg('Source:', { id: 'notes.source' })}</span>
      <span class="title">${named}</span>
      ${title === '' ? nothing : html`<span class="host">${host}</span>`}
    </a>
  </li>`;
}

export const sourcesTemplate = (sources: readonly Source[]): TemplateResult | typeof nothing =>
  sources.length === 0
    ? nothing
    : html`<ul class="sources">
        ${sources.map(sourceTemplate)}
      </ul>`;

export const sourceStyles = css`
  .sources {
    display: grid;
    gap: 4px;
    clear: both;
    margin: 0;
    padding: 6px 0 0;
    list-style: none;
  }
  .sources a {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 8px;
    padding: 5px 10px;
    border: 1px solid var(--hairline);
    border-inline-start: 3px solid var(--evidence-ink);
    border-radius: var(--radius-s);
    background: var(--surface);
    color: var(--ink);
    text-decoration: none;
    overflow-wrap: anywhere;
  }
  .sources a:hover .title {
    text-decoration: underline;
    text-underline-offset: 2px;
  }
  .sources .title {
    font-weight: 600;
  }
  .sources .title::after {
    content: ' ↗' / '';
    color: var(--ink-2);
    font-weight: 400;
  }
  .sources .host {
    color: var(--ink-2);
    font-size: var(--text-s);
  }
  @media (pointer: coarse) {
    .sources a {
      padding-block: 11px;
    }
  }
`;
