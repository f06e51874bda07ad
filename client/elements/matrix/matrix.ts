// The matrix of a board: options × criteria, where a cell is to score, scored by me, or revealed.
import { localized, msg } from '@lit/localize';
import { LitElement, type PropertyValues, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { type Board, type Round, type Target, criterionOf } from '../../../shared/board/board.ts';
import type { Presence, You } from '../../../shared/protocol.ts';
import type { Score } from '../../../shared/voting/ballots.ts';
import type { Result } from '../../../shared/voting/method.ts';
import type { Tally } from '../../../shared/voting/tally.ts';
import type { MyBallot } from '../../board-view.ts';
import { controls } from '../../styles/controls.ts';
import { shuffleSeed } from '../ballot/ballot-plan.ts';
import { emit } from '../board-events.ts';
import { InSteps } from '../in-steps.ts';
import { optionSwatch } from '../option-colour.ts';
import { faceStyles, facesByCell } from '../people/faces.ts';
import { targetName } from '../targets.ts';
import { earlierOf } from './earlier.ts';
import { type CellModel, CellModels } from './cell-model.ts';
import { cellStyles } from './cell-styles.ts';
import { type Grid, firstTarget, holds } from './grid-moves.ts';
import { headTemplate } from './head-template.ts';
import { type KeyAction, keyAction } from './matrix-keys.ts';
import { type MatrixModel, matrixModel, scoring } from './matrix-model.ts';
import { matrixStyles } from './matrix-styles.ts';
import { nextUnscored } from './next-unscored.ts';
import { placePad } from './place-pad.ts';
import { RowMotion } from './row-motion.ts';
import { rowTemplate, rowToCome } from './row-template.ts';
import './matrix-editing.ts';
import type { PalabreMatrixEditing } from './matrix-editing.ts';
import './score-pad.ts';
import type { PalabreScorePad } from './score-pad.ts';

const differ = (before: readonly string[], after: readonly string[]): boolean =>
  before.length > 0 && (before.length !== after.length || before.some((id, place) => id !== after[place]));

type CellTarget = Extract<Target, { kind: 'cell' }>;

/**
 * Draws what it is given and sends `score-chosen` and `target-selected` (and, `editable`, the editing events).
 * It scrolls inside itself in both directions, so its place should have a height.
 */
@customElement('palabre-matrix')
@localized()
export class PalabreMatrix extends LitElement {
  static override styles = [...controls, optionSwatch, ...cellStyles, ...matrixStyles, faceStyles];

  @property({ attribute: false }) board!: Board;
  @property({ attribute: false }) round: Round | undefined;
  /** What is public of the round's ballots: while a live round is open, and after the reveal. */
  @property({ attribute: false }) tally: Tally | undefined;
  @property({ attribute: false }) result: Result | undefined;
  @property({ attribute: false }) mine: MyBallot | undefined;
  @property({ attribute: false }) you: You | undefined;
  @property({ attribute: false }) selected: Target | undefined;
  @property({ type: Boolean }) editable = false;
  /** Hides one's own scores until the reveal, for a screen that others see. */
  @property({ type: Boolean }) maskOwn = false;
  /** Who is here, where the room is small enough for that, and what they look at. */
  @property({ attribute: false }) presence: ReadonlyMap<string, Presence> = new Map();
  /** Switches off the keys that are characters: digits and letters. */
  @property({ type: Boolean }) plainKeys = false;
  /** The day it is, as in `2026-11-23`. */
  @property() today = '';

  @state() private carrying: typeof import('./carried.ts') | undefined;
  @state() private active: Target | undefined;
  @state() private pad: CellTarget | undefined;

  @query('.scroller') private readonly scroller!: HTMLElement | null;
  @query('palabre-score-pad') private readonly padElement!: PalabreScorePad | null;
  @query('palabre-matrix-editing') private readonly editing!: PalabreMatrixEditing | null;

  /** Whether the pad takes the focus when it opens: for Enter, not for a press. */
  private focusesPad = false;
  /** A row or column that moves takes the focus with it. */
  private refocuses = false;
  private readonly models = new CellModels();
  private readonly motion = new RowMotion();
  private readonly steps = new InSteps(this, { first: 20, more: 15 });
  private shown: MatrixModel = { columns: [], rows: [], ranked: false, weighted: false };

  constructor() {
    super();
    this.addController({
      hostDisconnected: () => {
        this.pad = undefined;
        document.removeEventListener('pointerdown', this.pressedElsewhere, true);
      },
    });
  }

  /** Puts the focus on a cell or a name. */
  async focusTarget(target: Target): Promise<void> {
    this.active = target;
    this.steps.finish();
    await this.updateComplete;
    this.elementOf(target)?.focus();
  }

  /** Opens the editor of an option or a criterion, where that may be edited. */
  edit(target: Target): void {
    if (target.kind === 'option') this.editing?.edit('option', target.option);
    if (target.kind === 'criterion') this.editing?.edit('criterion', target.criterion);
  }

  /** Moves to the next cell to score and opens its panel; false when nothing is left. */
  focusNextUnscored(): boolean {
    const next = nextUnscored(this.shown, this.active);
    if (next === undefined) return false;
    this.moveTo(next);
    return true;
  }

  private get grid(): Grid {
    return {
      options: this.shown.rows.map((row) => row.option.id),
      criteria: this.shown.columns.map((column) => column.criterion.id),
    };
  }

  private elementOf(target: Target): HTMLElement | null {
    const option = 'option' in target ? `[data-option="${target.option}"]` : ':not([data-option])';
    const criterion = 'criterion' in target ? `[data-criterion="${target.criterion}"]` : ':not([data-criterion])';
    return this.renderRoot.querySelector(`[role='grid'] [tabindex]${option}${criterion}:not([data-edit])`);
  }

  private cellAt(target: Target | undefined): CellModel | undefined {
    if (target?.kind !== 'cell') return undefined;
    const row = this.shown.rows.find(({ option }) => option.id === target.option);
    return row?.cells.find(({ criterion }) => criterion === target.criterion);
  }

  private canScore(target: Target | undefined): target is CellTarget {
    return this.you?.role !== 'watcher' && this.cellAt(target)?.stage === 'open';
  }

  /**
   * Of a revealed round on some cells, the count with the cells that were kept; the code for it is fetched then.
   * A round on some options, such as a run-off, stands by itself.
   */
  private carriedResult(round: Round): Result | undefined {
    if (round.cells === undefined || round.state !== 'revealed') return undefined;
    if (earlierOf(this.board, round).size === 0) return undefined;
    if (this.carrying === undefined) void import('./carried.ts').then((module) => (this.carrying = module));
    return this.carrying?.carriedOf(this.board, round)?.result;
  }

  private remodel(): MatrixModel {
    const { board, tally, result, mine, selected, active, maskOwn } = this;
    const round = scoring(this.round);
    const faces = facesByCell(board.members, this.presence, this.you?.id);
    const counted = round === undefined ? undefined : (this.carriedResult(round) ?? result);
    const seed = round && shuffleSeed(round, this.you?.id);
    return matrixModel(
      { board, round, tally, result: counted, mine, selected, active, maskOwn, faces, seed },
      this.models,
    );
  }

  protected override willUpdate(): void {
    const before = this.grid;
    this.shown = this.remodel();
    if (this.active === undefined || this.active.kind === 'board' || !holds(this.grid, this.active)) {
      this.active = firstTarget(this.grid);
      this.shown = this.remodel();
    }
    if (this.pad !== undefined && !this.canScore(this.pad)) this.pad = undefined;
    const rowsMove = differ(before.options, this.grid.options);
    if (!this.hasUpdated || !(rowsMove || differ(before.criteria, this.grid.criteria))) return;
    if (rowsMove) this.motion.remember(this.renderRoot);
    this.refocuses = this.renderRoot.querySelector('[role=grid] :focus') !== null;
  }

  protected override updated(changed: PropertyValues): void {
    this.motion.play(this.renderRoot);
    if (this.refocuses && this.active !== undefined) this.elementOf(this.active)?.focus({ preventScroll: true });
    this.refocuses = false;
    if (changed.has('pad')) void this.showPad();
  }

  private async showPad(): Promise<void> {
    const { padElement, pad } = this;
    if (padElement === null) return;
    if (pad === undefined) {
      if (padElement.matches(':popover-open')) padElement.hidePopover();
      document.removeEventListener('pointerdown', this.pressedElsewhere, true);
      return;
    }
    await padElement.updateComplete;
    if (!padElement.isConnected) return;
    if (!padElement.matches(':popover-open')) padElement.showPopover();
    document.addEventListener('pointerdown', this.pressedElsewhere, true);
    this.replacePad();
    if (this.focusesPad) padElement.focus();
  }

  private readonly replacePad = (): void => {
    const cell = this.pad === undefined ? null : this.elementOf(this.pad);
    if (cell !== null && this.padElement !== null) placePad(this.padElement, cell);
  };

  private readonly pressedElsewhere = (event: Event): void => {
    if (this.padElement !== null && !event.composedPath().includes(this.padElement)) this.pad = undefined;
  };

  private closePad(): void {
    const { pad } = this;
    this.pad = undefined;
    if (pad !== undefined && this.padElement?.matches(':focus-within')) void this.focusTarget(pad);
  }

  private targetIn(event: Event): Target | undefined {
    const from = event.target instanceof Element ? event.target : undefined;
    const element = from?.closest<HTMLElement>('[data-option], [data-criterion]');
    if (element === null || element === undefined) return undefined;
    const { option, criterion } = element.dataset;
    if (option !== undefined && criterion !== undefined) return { kind: 'cell', option, criterion };
    if (option !== undefined) return { kind: 'option', option };
    return criterion === undefined ? undefined : { kind: 'criterion', criterion };
  }

  private moveTo(target: Target): void {
    this.pad = undefined;
    void this.focusTarget(target);
    emit(this, 'target-selected', { target });
  }

  private score(target: Target, score: Score | null): void {
    if (!this.canScore(target) || (score === null && this.cellAt(target)?.mine === undefined)) return;
    const { option, criterion } = target;
    emit(this, 'score-chosen', { option, criterion, score });
    this.closePad();
  }

  private open(target: Target, toPad: boolean): void {
    const scorable = this.canScore(target);
    emit(this, 'target-selected', { target, open: !scorable });
    if (!scorable) return;
    this.pad = target;
    this.focusesPad = toPad;
  }

  private readonly clicked = (event: Event): void => {
    const from = event.target instanceof Element ? event.target : undefined;
    const edit = from?.closest<HTMLElement>('[data-edit]')?.dataset;
    if (edit?.['edit'] !== undefined) {
      this.editing?.edit(edit['edit'] === 'option' ? 'option' : 'criterion', edit['id']);
      return;
    }
    const target = this.targetIn(event);
    if (target === undefined) return;
    this.active = target;
    if (target.kind === 'cell' && from?.closest('[data-notes]') === null) this.open(target, false);
    else emit(this, 'target-selected', { target, open: true });
  };

  private readonly focused = (event: Event): void => {
    this.active = this.targetIn(event) ?? this.active;
  };

  private readonly keyed = (event: KeyboardEvent): void => {
    const target = this.pad ?? this.targetIn(event);
    if (target === undefined || event.defaultPrevented) return;
    if (event.altKey && this.editing?.shift(target, event.key) === true) {
      event.preventDefault();
      return;
    }
    const action = keyAction(event, this.grid, target, !this.plainKeys);
    const inPad = this.padElement?.matches(':focus-within') === true;
    if (action === undefined || (inPad && action.kind === 'open')) return;
    if (!this.act(action, target)) return;
    event.preventDefault();
    event.stopPropagation();
  };

  /** Whether the key was used. */
  private act(action: KeyAction, target: Target): boolean {
    if (action.kind === 'move') this.moveTo(action.to);
    else if (action.kind === 'score') this.score(target, action.score);
    else if (action.kind === 'open') this.open(target, true);
    else if (action.kind === 'notes') emit(this, 'target-selected', { target, open: true });
    else if (action.kind === 'next') this.focusNextUnscored();
    else if (this.pad !== undefined) this.closePad();
    else if (this.selected !== undefined) emit(this, 'target-selected', { target: undefined });
    else return false;
    return true;
  }

  private readonly chosen = (): void => this.closePad();

  private padTemplate() {
    const { pad } = this;
    const criterion = pad === undefined ? undefined : criterionOf(this.board, pad.criterion);
    return html`<palabre-score-pad
      popover="manual"
      .option=${pad?.option ?? ''}
      .criterion=${pad?.criterion ?? ''}
      .label=${pad === undefined ? '' : targetName(this.board, pad)}
      .low=${criterion?.low ?? ''}
      .high=${criterion?.high ?? ''}
      .score=${this.maskOwn ? undefined : this.cellAt(pad)?.mine}
      @score-chosen=${this.chosen}
    ></palabre-score-pad>`;
  }

  /** `drawn`: options whose rows are drawn so far. */
  private gridTemplate(drawn: ReadonlySet<string>) {
    const { shown, board } = this;
    const weighted = shown.weighted ? ' var(--weighted-column)' : '';
    const columns = `var(--option-column) repeat(${shown.columns.length}, minmax(var(--cell-column), 190px))${weighted}`;
    return html`<div class="scroller" @scroll=${this.replacePad}>
      <div
        role="grid"
        aria-label=${msg('Options and criteria', { id: 'matrix.grid' })}
        aria-rowcount=${shown.rows.length + 1}
        aria-colcount=${shown.columns.length + (shown.weighted ? 2 : 1)}
        .style=${`--columns: ${columns}`}
        @click=${this.clicked}
        @focusin=${this.focused}
      >
        ${headTemplate(shown, this.editable)}
        ${repeat(
          shown.rows,
          (row) => row.option.id,
          (row) => (drawn.has(row.option.id) ? rowTemplate(board, row, shown, this.editable) : rowToCome()),
        )}
      </div>
    </div>`;
  }

  override render() {
    const { rows, columns } = this.shown;
    const drawn = this.steps.of(this.grid.options);
    const empty = rows.length === 0 && columns.length === 0;
    return html`<div class="whole" @keydown=${this.keyed}>
        ${empty ? nothing : this.gridTemplate(drawn)} ${this.padTemplate()}
      </div>
      <palabre-matrix-editing
        .board=${this.board}
        .editable=${this.editable}
        .today=${this.today}
      ></palabre-matrix-editing>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'palabre-matrix': PalabreMatrix;
  }
}
