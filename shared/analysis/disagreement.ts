// Where voters are divided.
import type { Division } from '../voting/method.ts';
import type { ScoreSheet } from '../voting/score-sheet.ts';

export const divided = (_sheet: ScoreSheet): Division[] => [];
