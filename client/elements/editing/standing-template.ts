// The foot of an editor: the place in the order, with buttons to move, and the button that removes.
import { msg, str } from '@lit/localize';
import { type TemplateResult, html } from 'lit';
import type { Place } from './place-in-order.ts';

export interface Standing {
  readonly place: Place;
  readonly move: (after: string | null) => void;
  readonly remove: () => void;
}

const arrow = (path: string): TemplateResult =>
  html`<svg width="14" height="14" viewBox="0 0 16 16" aria-hidden="true">
    <path d=${path} fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" />
  </svg>`;

export function standingTemplate({ place, move, remove }: Standing): TemplateResult {
  const { up, down } = place;
  return html`<div class="standing">
    <span aria-live="polite">${msg(str`Place ${place.place} of ${place.of}`, { id: 'editing.place' })}</span>
    <button
      class="icon-button"
      type="button"
      aria-label=${msg('Move one earlier', { id: 'editing.earlier' })}
      ?disabled=${up === undefined}
      @click=${() => up !== undefined && move(up)}
    >
      ${arrow('M8 13V3M3.5 7.5L8 3l4.5 4.5')}
    </button>
    <button
      class="icon-button"
      type="button"
      aria-label=${msg('Move one later', { id: 'editing.later' })}
      ?disabled=${down === undefined}
      @click=${() => down !== undefined && move(down)}
    >
      ${arrow('M8 3v10M3.5 8.5L8 13l4.5-4.5')}
    </button>
    <button class="button danger small push" type="button" @click=${remove}>
      ${msg('Remove', { id: 'editing.remove' })}
    </button>
  </div>`;
}

export function actionsTemplate(saveLabel: string, cancel: () => void): TemplateResult {
  return html`<button slot="actions" class="button quiet" type="button" @click=${cancel}>
      ${msg('Cancel', { id: 'editing.cancel' })}
    </button>
    <button slot="actions" class="button primary" type="submit" form="form">${saveLabel}</button>`;
}

export const saveWord = (): string => msg('Save', { id: 'editing.save' });
export const addWord = (): string => msg('Add', { id: 'editing.add' });
