// What the modes of the big screen are called.
import { msg } from '@lit/localize';
import type { ScreenMode } from './screen-modes.ts';

const WORDS: Readonly<Record<ScreenMode, () => string>> = {
  results: () => msg('Results', { id: 'screen.mode-results' }),
  progress: () => msg('Progress', { id: 'screen.mode-progress' }),
  divided: () => msg('Most divided', { id: 'screen.mode-divided' }),
  notes: () => msg('Notes', { id: 'screen.mode-notes' }),
};

export const screenModeName = (mode: ScreenMode): string => WORDS[mode]();
