// Views, panels and dialogs that a first look at a board can do without: each is fetched when it is asked for.
export const LATER = {
  matrix: () => import('../elements/matrix/matrix.ts'),
  compare: () => import('../elements/compare/compared-board.ts'),
  ballot: () => import('../elements/ballot/round-ballot.ts'),
  results: () => import('../elements/results/results-view.ts'),
  notes: () => import('../elements/notes/notes-view.ts'),
  palette: () => import('../elements/palette/command-palette.ts'),
  history: () => import('../elements/history/history-view.ts'),
  panel: () => import('../elements/panel/cell-panel.ts'),
  screen: () => import('../elements/screen/big-screen.ts'),
  share: () => import('../elements/share/share-dialog.ts'),
  opening: () => import('../elements/rounds/open-round-dialog.ts'),
  settings: () => import('../elements/board/settings-dialog.ts'),
  about: () => import('../elements/board/about-dialog.ts'),
  keys: () => import('../elements/board/keys-dialog.ts'),
  decision: () => import('../elements/board/decision-dialog.ts'),
} as const;

export type DialogName = 'share' | 'opening' | 'settings' | 'about' | 'keys' | 'decision';
