// Owns what the palette finds for what is typed. Pure.
import { plainText } from '../../plain-text.ts';

export type PaletteKind = 'action' | 'view' | 'option' | 'criterion' | 'cell' | 'note';

export interface PaletteItem {
  /** Of its own among all items. */
  readonly id: string;
  readonly kind: PaletteKind;
  readonly name: string;
  /** More words it is found by, shown beside the name. */
  readonly hint?: string;
}

const MOST_SHOWN = 40;
const MOST_NOTES = 12;
const KINDS: readonly PaletteKind[] = ['view', 'action', 'option', 'criterion', 'cell', 'note'];

/** 0 where the name begins with what is typed, 1 where a word of it does, 2 elsewhere. */
function distance(name: string, typed: string): number {
  if (name.startsWith(typed)) return 0;
  return name.split(/\s+/u).some((word) => word.startsWith(typed)) ? 1 : 2;
}

/**
 * Items that hold every word that is typed, the closest first. Nothing typed: views and actions. Cells are many, so that
 * they take two words: one of the option, one of the criterion.
 */
export function foundItems(items: readonly PaletteItem[], text: string): readonly PaletteItem[] {
  const typed = plainText(text.trim());
  const words = typed.split(/\s+/u).filter(Boolean);
  if (words.length === 0) return items.filter(({ kind }) => kind === 'view' || kind === 'action');
  let notes = 0;
  return items
    .filter(({ kind }) => kind !== 'cell' || words.length > 1)
    .flatMap((item) => {
      const name = plainText(item.name);
      const all = `${name} ${plainText(item.hint ?? '')}`;
      return words.every((word) => all.includes(word)) ? [{ item, far: distance(name, typed) }] : [];
    })
    .toSorted((a, b) => a.far - b.far || KINDS.indexOf(a.item.kind) - KINDS.indexOf(b.item.kind))
    .map(({ item }) => item)
    .filter(({ kind }) => kind !== 'note' || (notes += 1) <= MOST_NOTES)
    .slice(0, MOST_SHOWN);
}
