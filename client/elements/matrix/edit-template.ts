// The small button beside a name that opens its editor.
import { msg, str } from '@lit/localize';
import { type TemplateResult, html } from 'lit';

export function editTemplate(
  kind: 'option' | 'criterion',
  thing: { readonly id: string; readonly name: string },
  active: boolean,
): TemplateResult {
  return html`<button
    class="icon-button quiet edit"
    type="button"
    tabindex=${active ? 0 : -1}
    aria-label=${msg(str`Edit ${thing.name}`, { id: 'matrix.edit' })}
    data-edit=${kind}
    data-id=${thing.id}
  >
    <svg width="14" height="14" viewBox="0 0 16 16" aria-hidden="true">
      <path d="M2.5 13.5l.8-3.3 7.6-7.6 2.5 2.5-7.6 7.6z" fill="none" stroke="currentColor" stroke-width="1.5" />
    </svg>
  </button>`;
}
