// Owns where on a board this page is, in step with the address and with back and forward.
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import * as z from 'zod/mini';
import type { Target } from '../../shared/board/board.ts';
import { type BoardAddress, type BoardViewName, readAddress, writeAddress } from '../board-address.ts';
import { NO_FILTER, type NoteFilter } from '../note-filter.ts';

/** Kept with each entry of the browser's history. */
const stateSchema = z.object({ panel: z.boolean() });

export class BoardPlace implements ReactiveController {
  private readonly host: ReactiveControllerHost;
  private readonly returned: () => void;
  /** The view asked for; undefined: the one for the moment. */
  view: BoardViewName | undefined;
  /** What is selected, kept while another view is shown. */
  target: Target | undefined;
  note: string | undefined;
  options: readonly string[] = [];
  notes: NoteFilter = NO_FILTER;
  /** Whoever sits here has been led to this view and chosen none since. */
  led = false;
  /** The panel was asked for, so that a phone shows it as a sheet. */
  panelOpen = false;

  /** `returned`: somebody went back or forward. */
  constructor(host: ReactiveControllerHost, returned: () => void) {
    this.host = host;
    this.returned = returned;
    this.read();
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('popstate', this.popped);
  }

  hostDisconnected(): void {
    window.removeEventListener('popstate', this.popped);
  }

  /** Goes to a view; what was selected stays so, with its panel closed. */
  show(view: BoardViewName | undefined, more: Pick<BoardAddress, 'note' | 'options'> = {}): void {
    const stays = view === this.view && more.note === this.note;
    this.led = false;
    this.view = view;
    this.note = more.note;
    if (more.note !== undefined) this.notes = NO_FILTER;
    this.options = more.options ?? this.options;
    this.panelOpen = false;
    this.write(stays ? 'replace' : 'push');
  }

  /** Selects, and opens the panel where that is asked for: then "back" closes it. */
  select(target: Target | undefined, open: boolean): void {
    const opens = target !== undefined && open && !this.panelOpen;
    this.target = target;
    this.panelOpen = target !== undefined && (open || this.panelOpen);
    this.write(opens ? 'push' : 'replace');
  }

  compare(options: readonly string[]): void {
    this.options = options;
    this.write('replace');
  }

  /** A note that a link led to is left behind by looking for others. */
  filter(notes: NoteFilter): void {
    this.notes = notes;
    this.note = undefined;
    this.write('replace');
  }

  /** What is selected, where it is shown. */
  get shownTarget(): Target | undefined {
    const beside = this.view === undefined || this.view === 'matrix' || this.view === 'ballot';
    return beside || this.panelOpen ? this.target : undefined;
  }

  private write(how: 'push' | 'replace'): void {
    const { view, shownTarget: target, note, options, notes } = this;
    const search = writeAddress({
      ...(view !== undefined && { view }),
      ...(target !== undefined && { target }),
      ...(note !== undefined && { note }),
      ...(view === 'compare' && { options }),
      ...(view === 'notes' && { notes }),
    });
    const state = { panel: this.panelOpen };
    try {
      if (how === 'push') history.pushState(state, '', location.pathname + search);
      else history.replaceState(state, '', location.pathname + search);
    } catch {
      // Some browsers refuse more than a hundred changes in half a minute: the address lags behind then.
    }
    this.host.requestUpdate();
  }

  private read(): void {
    const { view, target, note, options = [], notes = NO_FILTER } = readAddress(location.search);
    const state = z.safeParse(stateSchema, history.state);
    // A note has its place among all notes.
    this.view = view ?? (note === undefined ? undefined : 'notes');
    this.target = target;
    this.note = note;
    this.options = options;
    this.notes = notes;
    this.panelOpen = target !== undefined && (state.success ? state.data.panel : true);
  }

  private readonly popped = (): void => {
    this.read();
    this.returned();
    this.host.requestUpdate();
  };
}
