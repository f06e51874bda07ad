// Which change of one criterion's weight would change who comes first.
import type { Tip } from '../voting/method.ts';
import type { ScoreSheet } from '../voting/score-sheet.ts';

export const fragility = (
  _sheet: ScoreSheet,
  _order: readonly string[],
  _out: readonly (string | undefined)[],
): Tip[] => [];
