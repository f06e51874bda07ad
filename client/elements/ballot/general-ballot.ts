// What the ballots that are not scores have in common: their options, whether they are shut, their frame.
import { msg, str } from '@lit/localize';
import { type TemplateResult, html, nothing } from 'lit';
import { classMap } from 'lit/directives/class-map.js';
import type { Board, Option, Round } from '../../../shared/board/board.ts';
import type { You } from '../../../shared/protocol.ts';
import type { MyBallot } from '../../board-view.ts';
import { formatNumber } from '../../i18n/format.ts';
import { styled } from '../../styles/styled.ts';
import { optionColour, optionStyle } from '../option-colour.ts';
import { optionsOf } from './ballot-plan.ts';
import { dotted, savedWords, shutBecause } from './ballot-words.ts';
import './ballot-done.ts';
import './ballot-frame.ts';

/** What every such ballot is given. */
export interface BallotInput {
  readonly board: Board;
  readonly round: Round;
  readonly mine: MyBallot | undefined;
  readonly you: You;
}

export interface Offered {
  readonly option: Option;
  readonly index: number;
}

/** The options that may still be voted for, in the order in which this voter sees them. */
export const offered = (board: Board, round: Round, seed?: string): readonly Offered[] =>
  optionsOf(board, round, seed).filter(({ option }) => round.withdrawn?.includes(option.id) !== true);

export const swatch = (index: number): TemplateResult =>
  html`<span
    class=${classMap({ swatch: true, patterned: optionColour(index).pattern })}
    ${styled(optionStyle(index))}
  ></span>`;

export const nameTemplate = ({ option }: Offered): TemplateResult =>
  html`<span class="what"
    ><b>${option.name}</b>${option.summary ? html`<small>${option.summary}</small>` : nothing}</span
  >`;

interface Frame {
  readonly heading: string;
  readonly lead: string;
  readonly status: string;
  /** Nothing is chosen. */
  readonly empty: boolean;
  /** Done with nothing chosen is an abstention; not every method has an empty ballot. */
  readonly mayAbstain?: boolean;
}

/** The frame of such a ballot: heading, what to do, the ballot, and being done with it. */
export function ballotFrame(input: BallotInput, frame: Frame, content: TemplateResult) {
  const { round, mine, you } = input;
  const shut = shutBecause(round, you);
  const done = mine?.done ?? false;
  const finishable = !frame.empty || frame.mayAbstain === true;
  return html`<palabre-ballot-frame
    .round=${round}
    .status=${dotted(frame.status, savedWords(mine), done ? msg('done', { id: 'ballot.done' }) : '')}
  >
    <h2>${frame.heading}</h2>
    <p class="lead">${frame.lead}</p>
    ${shut === undefined ? nothing : html`<p class="shut">${shut}</p>`} ${content}
    ${
      finishable || done
        ? html`<palabre-ballot-done
            ?done=${done}
            ?empty=${frame.empty}
            ?shut=${shut !== undefined}
            .receipt=${mine?.receipt}
          ></palabre-ballot-done>`
        : nothing
    }
  </palabre-ballot-frame>`;
}

export const leftWords = (left: number, of: number): string =>
  msg(str`${formatNumber(left)} of ${formatNumber(of)} left`, { id: 'ballot.left-of' });
