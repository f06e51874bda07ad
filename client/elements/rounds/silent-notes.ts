// Silent writing as the facilitator chooses it for a round, and as its rules tell it.
import { msg } from '@lit/localize';
import { type TemplateResult, html, nothing } from 'lit';
import type { Round, SilentNotes } from '../../../shared/board/board.ts';
import type { Secrecy } from '../../../shared/voting/method.ts';

/** What becomes of a choice where no names are shown. */
export const silentNotesIn = (secrecy: Secrecy, chosen: SilentNotes | undefined): SilentNotes | undefined =>
  chosen !== undefined && secrecy === 'anonymous' ? 'unsigned' : chosen;

/** The rule as members are told it before the first ballot; empty where nothing is held back. */
export function silentNotesRule({ silentNotes }: Pick<Round, 'silentNotes'>): string {
  if (silentNotes === undefined) return '';
  return silentNotes === 'signed'
    ? msg('Notes may be written silently: nobody sees them before the reveal, and then they appear with their names.', {
        id: 'silent.rule-signed',
      })
    : msg(
        'Notes may be written silently: nobody sees them before the reveal, and then they appear without a name. Who wrote them is forgotten when the round closes.',
        { id: 'silent.rule-unsigned' },
      );
}

const meaning = (chosen: SilentNotes | undefined): string =>
  silentNotesRule(chosen === undefined ? {} : { silentNotes: chosen }) ||
  msg('Every note is seen by everybody as soon as it is written.', { id: 'silent.rule-off' });

/** The choice between the three, in the style of the dialog around it. */
export function silentNotesChoice(
  secrecy: Secrecy,
  draft: SilentNotes | undefined,
  choose: (chosen: SilentNotes | undefined) => void,
): TemplateResult {
  const chosen = silentNotesIn(secrecy, draft);
  const pill = (value: SilentNotes | undefined, label: string): TemplateResult =>
    html`<label class="pill">
      <input
        type="radio"
        name="silent"
        aria-describedby="silent-meaning"
        .checked=${chosen === value}
        @change=${() => choose(value)}
      />
      <span>${label}</span>
    </label>`;
  return html`<fieldset>
    <legend>${msg('Notes during the round', { id: 'silent.legend' })}</legend>
    <div class="pills">
      ${pill(undefined, msg('Seen at once', { id: 'silent.off' }))}
      ${pill('unsigned', msg('Silent, without names', { id: 'silent.unsigned' }))}
      ${secrecy === 'anonymous' ? nothing : pill('signed', msg('Silent, signed', { id: 'silent.signed' }))}
    </div>
    <p class="hint" id="silent-meaning">${meaning(chosen)}</p>
  </fieldset>`;
}
