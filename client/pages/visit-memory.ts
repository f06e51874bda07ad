// Remembers for this visit, in this tab, how somebody stands to being led on a board.
import * as z from 'zod/mini';
import type { Remembered } from './following.ts';

const KEY = 'palabre.following.';
const schema = z.object({
  stance: z.enum(['following', 'wandered', 'stopped']),
  seen: z.exactOptional(z.string()),
});

export function rememberedOf(board: string): Remembered | undefined {
  try {
    const parsed = z.safeParse(schema, JSON.parse(sessionStorage.getItem(KEY + board) ?? 'null'));
    return parsed.success ? { stance: parsed.data.stance, seen: parsed.data.seen } : undefined;
  } catch {
    return undefined;
  }
}

export function keepRemembered(board: string, remembered: Remembered): void {
  try {
    sessionStorage.setItem(KEY + board, JSON.stringify(remembered));
  } catch {
    // Storage is off: it holds until the page is closed.
  }
}
