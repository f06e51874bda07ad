// What the palette finds: views, the modes of the big screen, files and pictures, and what is one's own.
import { describe, expect, test } from 'vitest';
import type { BoardView } from '../../../client/board-view.ts';
import { paletteEntries } from '../../../client/pages/palette-entries.ts';
import type { Board, Round } from '../../../shared/board/board.ts';
import { boardUnderTest } from '../../support/boards.ts';

const ROUND = { id: 'r1', method: 'score', secrecy: 'named', state: 'open' } as Round;

function view(
  changes: Partial<Board> = {},
  you: BoardView['you'] = { id: 'bo', role: 'voter', name: 'Bo' },
): BoardView {
  const board = { ...boardUnderTest(), ...changes };
  return { board, you, mine: new Map(), rounds: new Map() } as unknown as BoardView;
}

const names = (shown: BoardView): string[] => paletteEntries(shown).map(({ name }) => name);

/** The events that an entry sends. */
function sent(shown: BoardView, name: string): unknown[] {
  const host = new EventTarget();
  const heard: unknown[] = [];
  for (const type of ['view-chosen', 'notes-filtered', 'big-screen-requested', 'done-changed']) {
    host.addEventListener(type, (event) => heard.push([type, (event as CustomEvent).detail]));
  }
  paletteEntries(shown)
    .find((entry) => entry.name === name)
    ?.run(host);
  return heard;
}

describe('the palette finds', () => {
  test('every view, every mode of the big screen and every file', () => {
    expect(names(view())).toEqual(
      expect.arrayContaining([
        'Matrix',
        'Compare',
        'Notes',
        'History',
        'Big screen: Results',
        'Big screen: Progress',
        'Big screen: Most divided',
        'Big screen: Notes',
        'Export as JSON',
        'Export as CSV',
        'Export as Markdown',
        'Print this view',
      ]),
    );
    expect(sent(view(), 'Big screen: Most divided')).toEqual([['big-screen-requested', { mode: 'divided' }]]);
  });

  test('pictures once there is a result to draw', () => {
    expect(names(view({ rounds: [ROUND] }))).not.toContain('Pictures (PNG, SVG)…');
    expect(names(view({ rounds: [{ ...ROUND, state: 'revealed' }] }))).toContain('Pictures (PNG, SVG)…');
    expect(names(view({ rounds: [{ ...ROUND, secrecy: 'live' }] }))).toContain('Pictures (PNG, SVG)…');
  });

  test('one’s own notes, those that mention one, and being done', () => {
    const shown = view({ rounds: [ROUND] });
    expect(sent(shown, 'Notes that mention me')).toEqual([
      ['view-chosen', { view: 'notes' }],
      ['notes-filtered', { filter: expect.objectContaining({ list: 'mentions' }) }],
    ]);
    expect(sent(shown, 'I’m done')).toEqual([['done-changed', { done: true }]]);
  });

  test('for a watcher nothing of a voter’s', () => {
    const shown = names(view({ rounds: [ROUND] }, { role: 'watcher' }));
    for (const name of ['I’m done', 'My notes', 'Notes that mention me']) expect(shown).not.toContain(name);
  });

  test('members who are mentioned in notes by their name', () => {
    const note = {
      id: 'n1',
      target: { kind: 'board' },
      kind: 'note',
      text: 'Ask @[cy].',
      at: '',
      support: [],
    } as const;
    expect(names(view({ notes: new Map([['n1', note]]) }))).toContain('Ask @Cy.');
  });
});
