// An agenda as people type and paste it: a line an item, minutes at its end. Pure.
import type { AgendaItem } from '../../../shared/board/board.ts';
import { BOUNDS } from '../../../shared/bounds.ts';
import type { AgendaDraft } from '../board-events.ts';

/**
 * `10`, `(10)`, `10 min`, `10'` at the end of a line, with what sets it apart. It is looked for where that begins and
 * nowhere inside of it: else every space of a long run would be followed to the run's end, and the page would stand still.
 */
const MINUTES = /(?<![\s\u00A0:·|,;–—-])[\s\u00A0:·|,;–—-]+\(?(\d{1,3})\s*(?:min(?:ute)?s?\.?|[m'’′])?\)?$/iu;
/** What lists begin with: `- `, `* `, `• `, `1. `, `2) `. */
const BULLET = /^(?:[-*•–]|\d{1,2}[.)])\s+/u;

const cut = (text: string): string => Array.from(text).slice(0, BOUNDS.title).join('');

/** An item from a line; undefined for a line with nothing in it. */
export function itemOfLine(line: string): AgendaDraft | undefined {
  const text = line.trim().replace(BULLET, '').trim();
  const found = MINUTES.exec(text);
  const minutes = Number(found?.[1]);
  const title = cut((found === null ? text : text.slice(0, found.index)).trim());
  if (title === '') return text === '' ? undefined : { title: cut(text) };
  return minutes >= 1 && minutes <= BOUNDS.agendaMinutes ? { title, minutes } : { title: cut(text) };
}

export const lineOfItem = ({ title, minutes }: Pick<AgendaItem, 'title' | 'minutes'>): string =>
  minutes === undefined ? title : `${title} ${minutes}`;

/**
 * The items of some lines. A line takes over the id and the target of the item of the same title; else those of the
 * item that stood in its place, when that one's title is nowhere else: it was renamed.
 */
export function itemsOfLines(text: string, before: readonly AgendaItem[]): readonly AgendaDraft[] {
  const lines = text.split('\n').flatMap((line) => itemOfLine(line) ?? []);
  const titles = new Set(lines.map(({ title }) => title));
  const free = new Set(before);
  const take = (item: AgendaItem | undefined): AgendaItem | undefined =>
    item !== undefined && free.delete(item) ? item : undefined;
  const same = lines.map(({ title }) => take(before.find((item) => free.has(item) && item.title === title)));
  return lines.slice(0, BOUNDS.agendaItems).map((draft, place) => {
    const standing = before[place];
    const renamed = standing !== undefined && !titles.has(standing.title) ? standing : undefined;
    const from = same[place] ?? take(renamed);
    if (from === undefined) return draft;
    return { ...draft, id: from.id, ...(from.target !== undefined && { target: from.target }) };
  });
}

/** The minutes of a whole agenda. */
export const minutesOf = (items: readonly Pick<AgendaItem, 'minutes'>[]): number =>
  items.reduce((sum, { minutes = 0 }) => sum + minutes, 0);
