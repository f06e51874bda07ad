// Owns what a key means in the matrix. Digits and letters score, arrows only move.
import type { Target } from '../../../shared/board/board.ts';
import type { Score } from '../../../shared/voting/ballots.ts';
import { type Grid, moved } from './grid-moves.ts';

export type KeyAction =
  | { readonly kind: 'move'; readonly to: Target }
  | { readonly kind: 'score'; readonly score: Score | null }
  | { readonly kind: 'open' }
  | { readonly kind: 'close' }
  | { readonly kind: 'notes' }
  | { readonly kind: 'next' };

interface Key {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

const DIGITS: readonly Score[] = [0, 1, 2, 3, 4, 5];
const LETTERS: Readonly<Record<string, KeyAction>> = {
  d: { kind: 'score', score: 'unknown' },
  u: { kind: 'score', score: 'unknown' },
  n: { kind: 'next' },
  c: { kind: 'notes' },
};

function characterAction(key: string): KeyAction | undefined {
  const digit = DIGITS.find((score) => String(score) === key);
  return digit === undefined ? LETTERS[key.toLowerCase()] : { kind: 'score', score: digit };
}

/** `characters` false switches the digits and letters off. */
export function keyAction(event: Key, grid: Grid, from: Target, characters: boolean): KeyAction | undefined {
  if (event.altKey) return undefined;
  const held = event.ctrlKey || event.metaKey;
  const to = moved(grid, from, event.key, held);
  if (to !== undefined) return { kind: 'move', to };
  if (held) return undefined;
  if (event.key === 'Escape') return { kind: 'close' };
  if (from.kind !== 'cell') return undefined;
  if (event.key === 'Enter' || event.key === ' ') return { kind: 'open' };
  if (event.key === 'Delete' || event.key === 'Backspace') return { kind: 'score', score: null };
  return characters ? characterAction(event.key) : undefined;
}
