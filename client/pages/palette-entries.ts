// What can be found and done on a board from the palette, for who is looking at it now.
import { msg, str } from '@lit/localize';
import { type Note, type Target, openRound, present } from '../../shared/board/board.ts';
import { withMentions } from '../../shared/board/mentions.ts';
import { LANGUAGES } from '../../shared/rejections.ts';
import type { BoardView } from '../board-view.ts';
import type { ExportFormat } from '../elements/board-events.ts';
import { viewTitle } from '../elements/board/view-tabs.ts';
import { kindWord } from '../elements/notes/note-kinds.ts';
import type { PaletteItem } from '../elements/palette/palette-items.ts';
import { screenModeName } from '../elements/screen/screen-mode-words.ts';
import { SCREEN_MODES } from '../elements/screen/screen-modes.ts';
import { targetName } from '../elements/targets.ts';
import { chooseLanguage, currentLanguage } from '../i18n/locale.ts';
import { NO_FILTER, type NoteFilter } from '../note-filter.ts';
import { availableViews } from './board-views.ts';

/** An item and what it does. An event's name stands for sending that event up to the page. */
export interface PaletteEntry extends PaletteItem {
  readonly run: (host: EventTarget) => void;
}

const send =
  (name: string, detail: object = {}) =>
  (host: EventTarget): unknown =>
    host.dispatchEvent(new CustomEvent(name, { detail }));

const action = (id: string, name: string, run: PaletteEntry['run'], hint?: string): PaletteEntry => ({
  id: `action ${id}`,
  kind: 'action',
  name,
  run,
  ...(hint !== undefined && { hint }),
});

function exportEntries({ board }: BoardView): readonly PaletteEntry[] {
  const names: Readonly<Record<ExportFormat, string>> = {
    json: msg('Export as JSON', { id: 'palette.export-json' }),
    csv: msg('Export as CSV', { id: 'palette.export-csv' }),
    md: msg('Export as Markdown', { id: 'palette.export-md' }),
    record: msg('Export the decision record', { id: 'palette.export-record' }),
    review: msg('Add the day of the review to a calendar', { id: 'palette.export-review' }),
  };
  const formats: readonly ExportFormat[] = ['json', 'csv', 'md', 'record'];
  const review: readonly ExportFormat[] = board.decision?.reviewOn === undefined ? [] : ['review'];
  return [...formats, ...review].map((format) => action(format, names[format], send('export-requested', { format })));
}

/** Each in its own language: who needs it may not read the other. */
const LANGUAGE_NAMES = { en: 'English', fr: 'Français' } as const;

function languageEntries(): readonly PaletteEntry[] {
  return LANGUAGES.filter((language) => language !== currentLanguage()).map((language) =>
    action(
      language,
      LANGUAGE_NAMES[language],
      () => void chooseLanguage(language),
      msg('Language', { id: 'app.language' }),
    ),
  );
}

function roomEntries({ agenda, led, timer, locked }: BoardView['board']): readonly PaletteEntry[] {
  const bring = msg('Bring everyone here', { id: 'room.bring-everyone' });
  return [
    action(
      'agenda',
      agenda === undefined
        ? msg('Agenda…', { id: 'room.agenda-open' })
        : msg('Edit the agenda…', { id: 'room.edit-agenda' }),
      send('agenda-requested'),
    ),
    action('bring', bring, send('bringing-requested')),
    ...(led === undefined
      ? []
      : [action('release', msg('Let everyone go', { id: 'room.let-everyone-go' }), send('room-released'))]),
    ...(timer === undefined
      ? []
      : [action('stop', msg('Stop the timer', { id: 'palette.stop-timer' }), send('timer-stopped'))]),
    action(
      'lock',
      locked
        ? msg('Unlock options and criteria', { id: 'palette.unlock' })
        : msg('Lock options and criteria', { id: 'palette.lock' }),
      send('board-edited', { locked: !locked }),
    ),
  ];
}

function facilitatorEntries({ board, you }: BoardView): readonly PaletteEntry[] {
  if (you.role !== 'facilitator') return [];
  const open = openRound(board) !== undefined;
  return [
    ...(open
      ? []
      : [action('open', msg('Open a round…', { id: 'palette.open-round' }), send('round-opening-requested'))]),
    ...roomEntries(board),
    action('decide', msg('Record the decision', { id: 'palette.decide' }), send('decision-requested')),
    action('settings', msg('Settings of the board', { id: 'board.settings-of' }), send('settings-requested')),
  ];
}

const notesOf = (changes: Partial<NoteFilter>) => (host: EventTarget) => {
  send('view-chosen', { view: 'notes' })(host);
  send('notes-filtered', { filter: { ...NO_FILTER, ...changes } })(host);
};

/** What one may do about oneself: being done, and the notes that are one's own or about oneself. */
function ownEntries({ board, you, mine }: BoardView): readonly PaletteEntry[] {
  const round = openRound(board);
  const done = round !== undefined && (mine.get(round.id)?.done ?? false);
  const lists = [
    action('questions', msg('Open questions', { id: 'notes.open-questions' }), notesOf({ list: 'questions' })),
    action('risks', msg('Open risks', { id: 'notes.open-risks' }), notesOf({ list: 'risks' })),
  ];
  if (you.role === 'watcher') return lists;
  return [
    ...(round === undefined
      ? []
      : [
          action(
            'done',
            done ? msg('Not done after all', { id: 'matrix.undone' }) : msg('I’m done', { id: 'matrix.done' }),
            send('done-changed', { done: !done }),
          ),
        ]),
    ...lists,
    ...(you.id === undefined
      ? []
      : [
          action('mine', msg('My notes', { id: 'palette.my-notes' }), notesOf({ mine: true })),
          action('mentions', msg('Notes that mention me', { id: 'palette.mentions' }), notesOf({ list: 'mentions' })),
        ]),
  ];
}

const presentEntry = (presenting: boolean): PaletteEntry =>
  action(
    'present',
    presenting
      ? msg('Stop presenting', { id: 'board.stop-presenting' })
      : msg('Present: hide my ballot', { id: 'board.present' }),
    send('own-scores-masked', { on: !presenting }),
  );

function actions(view: BoardView, presenting: boolean): readonly PaletteEntry[] {
  const { you } = view;
  const round = openRound(view.board);
  const scoring = round?.method === 'score' && you.role !== 'watcher';
  return [
    ...facilitatorEntries(view),
    ...(scoring
      ? [
          action(
            'next',
            msg('Go to the next cell without a score', { id: 'palette.next' }),
            send('next-unscored-requested'),
          ),
        ]
      : []),
    ...(you.role === 'watcher'
      ? []
      : [action('hand', msg('Raise my hand', { id: 'room.raise' }), send('signal-given', { hand: true }))]),
    ...ownEntries(view),
    ...(you.role === 'watcher' ? [] : [presentEntry(presenting)]),
    action('share', msg('Share this board', { id: 'board.share-this' }), send('share-requested')),
    action('about', msg('The question and the rules', { id: 'board.about' }), send('about-requested')),
    action('screen', msg('Show on the big screen', { id: 'palette.screen' }), send('big-screen-requested')),
    ...SCREEN_MODES.map((mode) =>
      action(
        `screen ${mode}`,
        msg(str`Big screen: ${screenModeName(mode)}`, { id: 'palette.screen-mode' }),
        send('big-screen-requested', { mode }),
      ),
    ),
    ...exportEntries(view),
    action('copy', msg('Duplicate this board…', { id: 'past.copy' }), send('copy-requested')),
    ...(view.board.rounds.some(({ state, secrecy }) => state === 'revealed' || secrecy === 'live')
      ? [action('pictures', msg('Pictures (PNG, SVG)…', { id: 'pictures.menu' }), send('pictures-requested'))]
      : []),
    action('print', msg('Print this view', { id: 'palette.print' }), send('print-requested')),
    action('keys', msg('Keyboard', { id: 'board.keys' }), send('keys-requested'), '?'),
    ...languageEntries(),
  ];
}

const targeted = (kind: 'option' | 'criterion' | 'cell', id: string, name: string, target: Target): PaletteEntry => ({
  id: `${kind} ${id}`,
  kind,
  name,
  run: send('target-selected', { target, open: true }),
});

function places({ board }: BoardView): readonly PaletteEntry[] {
  const [options, criteria] = [present(board.options), present(board.criteria)];
  return [
    ...options.map(({ id, name, summary }): PaletteEntry => ({
      ...targeted('option', id, name, { kind: 'option', option: id }),
      ...(summary !== undefined && { hint: summary }),
    })),
    ...criteria.map(({ id, name }) => targeted('criterion', id, name, { kind: 'criterion', criterion: id })),
    ...options.flatMap((option) =>
      criteria.map((criterion) =>
        targeted('cell', `${option.id} ${criterion.id}`, `${option.name} × ${criterion.name}`, {
          kind: 'cell',
          option: option.id,
          criterion: criterion.id,
        }),
      ),
    ),
  ];
}

function noteEntry(view: BoardView, { id, text, kind, target }: Note): PaletteEntry {
  const about = targetName(view.board, target);
  return {
    id: `note ${id}`,
    kind: 'note',
    name: withMentions(text, (member) => view.board.members.get(member)?.name).slice(0, 160),
    hint: msg(str`${kindWord(kind)}, ${about}`, { id: 'palette.note-on' }),
    run: send('note-followed', { note: id }),
  };
}

/** Everything there is to find now. */
export function paletteEntries(view: BoardView, presenting = false): readonly PaletteEntry[] {
  return [
    ...availableViews(view).map((name): PaletteEntry => ({
      id: `view ${name}`,
      kind: 'view',
      name: viewTitle(name),
      run: send('view-chosen', { view: name }),
    })),
    ...actions(view, presenting),
    ...places(view),
    ...[...view.board.notes.values()]
      .filter(({ removed, redacted }) => removed === undefined && redacted === undefined)
      .map((one) => noteEntry(view, one)),
  ];
}
