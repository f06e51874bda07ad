// Views, panels and dialogs that a first look at a board can do without: each is fetched when it is asked for.
import type { BoardViewName } from '../board-address.ts';
import { laterTexts } from '../i18n/locale.ts';
import { PartLoader } from './part-loader.ts';

/** What is on its way, and what could not be fetched. */
export const parts = new PartLoader();

/** A part of a first visit: its texts are here. */
const soon = (fetch: () => Promise<unknown>) => () => parts.load(fetch);

/** A part that has its texts fetched first. */
const later = (fetch: () => Promise<unknown>) => soon(() => laterTexts().then(fetch));

export const LATER = {
  matrix: soon(() => import('../elements/matrix/matrix.ts')),
  foot: soon(() => import('../elements/matrix/foot-bar.ts')),
  compare: later(() => import('../elements/compare/compared-board.ts')),
  ballot: soon(() => import('../elements/ballot/round-ballot.ts')),
  results: later(() => import('../elements/results/results-view.ts')),
  notes: later(() =>
    Promise.all([
      import('../elements/notes/notes-view.ts'),
      // What reads Markdown comes beside; without it the texts stay as they were typed.
      import('../elements/notes/safe-html.ts').catch(() => undefined),
    ]),
  ),
  palette: later(() => import('../elements/palette/command-palette.ts')),
  record: later(() => import('../elements/record/record-view.ts')),
  history: later(() => import('../elements/history/history-view.ts')),
  panel: later(() => import('../elements/panel/cell-panel.ts')),
  screen: later(() => import('../elements/screen/big-screen.ts')),
  strip: later(() => import('../elements/room/room-strip.ts')),
  run: later(() => import('../elements/room/run-menu.ts')),
  signals: soon(() => import('../elements/room/room-signals.ts')),
  agenda: later(() => import('../elements/room/agenda-dialog.ts')),
  redaction: later(() => import('../elements/notes/redact-dialog.ts')),
  share: later(() => import('../elements/share/share-dialog.ts')),
  opening: later(() => import('../elements/rounds/open-round-dialog.ts')),
  settings: later(() => import('../elements/board/settings-dialog.ts')),
  about: later(() => import('../elements/board/about-dialog.ts')),
  door: later(() => import('../elements/door/door.ts')),
  arrival: soon(() => import('../elements/door/arrival-card.ts')),
  recording: later(() => import('../elements/people/record-dialog.ts')),
  keys: later(() => import('../elements/board/keys-dialog.ts')),
  pictures: later(() => import('../elements/pictures/picture-dialog.ts')),
  copy: later(() => import('../elements/board/copy-dialog.ts')),
  previous: later(() => import('../elements/board/previous-card.ts')),
  decision: later(() => import('../elements/board/decision-dialog.ts')),
} as const;

/**
 * Fetches what the view will need while the line to the board is still being opened. `asked` is the view in the
 * address; without one a wide screen begins with the matrix, and a narrow one with what the board is at.
 */
export function fetchAhead(asked: BoardViewName | undefined, narrow: boolean): void {
  const view = asked ?? (narrow ? undefined : 'matrix');
  if (view === undefined) return;
  void LATER[view]();
  if (view !== 'ballot' && !narrow) void LATER.foot();
}

export type DialogName = 'share' | 'opening' | 'settings' | 'about' | 'keys' | 'decision' | 'pictures' | 'agenda';
