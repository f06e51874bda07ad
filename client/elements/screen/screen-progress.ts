// How far a round is, on the big screen: how many are done, who, and the way in.
import { msg, str } from '@lit/localize';
import { type TemplateResult, css, html, nothing } from 'lit';
import type { Board, Progress, Round } from '../../../shared/board/board.ts';
import { formatNumber } from '../../i18n/format.ts';
import { secrecyInShort } from '../rounds/secrecy-words.ts';
import { showsNames } from './screen-modes.ts';

/** Two columns of four. */
export const NAMES_A_PAGE = 8;

/** Who is done, in order of joining, where the round lets that be known. */
export function doneNames(board: Board, round: Round | undefined, progress: Progress | undefined): readonly string[] {
  if (round === undefined || !showsNames(board) || round.state === 'revealed') return [];
  const done = new Set(progress?.voted);
  return [...board.members.values()].filter(({ id }) => done.has(id)).map(({ name }) => name);
}

export function progressTemplate(
  board: Board,
  round: Round | undefined,
  progress: Progress | undefined,
  names: readonly string[],
): TemplateResult {
  if (round === undefined) return html`<p class="big question">${board.question || board.title}</p>`;
  if (round.state === 'closed') {
    return html`<p class="big">${msg('Closed. The reveal is next.', { id: 'screen.closed' })}</p>`;
  }
  if (round.state === 'revealed') {
    const ballots = formatNumber(round.result?.ballots ?? progress?.cast ?? 0);
    return html`<p class="big">${msg(str`Revealed: ${ballots} voted.`, { id: 'screen.revealed' })}</p>`;
  }
  if (progress === undefined) return html`<p class="big">${msg('Voting is open', { id: 'screen.voting' })}</p>`;
  const [done, all] = [formatNumber(progress.done), formatNumber(progress.eligible)];
  return html`
    <p class="big"><b>${done}</b> ${msg(str`of ${all} done`, { id: 'screen.done' })}</p>
    <p class="quiet">${secrecyInShort(round.secrecy)}</p>
    ${
      names.length === 0
        ? nothing
        : html`<ul class="done" aria-label=${msg('Done', { id: 'screen.done-names' })}>
            ${names.map((name) => html`<li><span aria-hidden="true">✓</span> ${name}</li>`)}
          </ul>`
    }
  `;
}

export const screenProgressStyles = css`
  .done {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: 0 3cqw;
    margin: 3cqh 0 0;
    padding: 0;
    font: 500 min(6cqh, 5cqw) / 1.35 var(--font-heading);
    list-style: none;
  }
  .done li {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .done span {
    color: var(--accent);
  }
`;
