// The charts themselves: bars by rank, weights with where they would tip, and a grid of numbers.
import type { Chart } from './frame.ts';
import type { Pen, TextStyle } from './pen.ts';
import { type Svg, group, tag } from './svg.ts';

export interface PictureBar {
  readonly name: string;
  /** The option's place on the board; none for what is no option. */
  readonly index: number | undefined;
  readonly rank: string;
  /** 0–1; null where nobody judged it. */
  readonly share: number | null;
  readonly text: string;
  /** Why it is out of the running, or a remark. */
  readonly remark?: string;
  readonly faded?: boolean;
  /** 0–1: where a mark stands on the bar's line. */
  readonly mark?: number;
}

export interface BarMeasures {
  readonly width: number;
  readonly row: number;
  readonly size: number;
}

/** One row a bar. The names take what the longest needs, a third at most; the value stands past the end of its bar. */
export function barsChart(pen: Pen, bars: readonly PictureBar[], { width, row, size }: BarMeasures): Chart {
  const name: TextStyle = { size, weight: 600 };
  const value: TextStyle = { size, weight: 700 };
  const remark: TextStyle = { size: size * 0.72, colour: pen.colours.ink2 };
  const ranked = bars.some(({ rank }) => rank !== '');
  const rankWidth = ranked ? size * 1.9 : 0;
  const longest = Math.max(...bars.map((bar) => pen.width(bar.name, name)), 60);
  const names = Math.min(longest, width * 0.34);
  const written = bars.map(({ text }) => pen.cut(text, width * 0.3, value));
  const values = Math.max(0, ...written.map((text) => pen.width(text, value))) + size * 0.6;
  const left = rankWidth + names + size * 0.9;
  const room = Math.max(60, width - left - values);
  const drawRow = (bar: PictureBar, place: number, x: number, y: number): Svg => {
    const { colours } = pen;
    const length = (bar.share ?? 0) * room;
    const base = y + row / 2 + size * 0.34;
    const barHeight = Math.min(row * 0.56, size * 1.3);
    const said = bar.remark === undefined ? undefined : pen.cut(bar.remark, names, remark);
    const at = bar.mark === undefined ? undefined : x + left + bar.mark * room;
    // The value stands past the end of the bar, and past a mark that would run through it.
    const end = x + left + length;
    const over = at !== undefined && at >= end - size * 0.3 && at < end + pen.width(bar.text, value) + size;
    const from = (over && at !== undefined ? at : end) + size * 0.45;
    return group(
      pen.text(x, base, bar.rank, { ...name, colour: colours.ink2 }),
      pen.text(x + rankWidth, said === undefined ? base : base - size * 0.42, pen.cut(bar.name, names, name), {
        ...name,
        colour: bar.faded === true ? colours.ink2 : colours.ink,
      }),
      ...(said === undefined ? [] : [pen.text(x + rankWidth, base + size * 0.55, said, remark)]),
      pen.bar(x + left, y + (row - barHeight) / 2, length, barHeight, bar.index, bar.faded === true),
      ...(at === undefined
        ? []
        : [
            tag('line', {
              x1: at,
              x2: at,
              y1: y + row * 0.12,
              y2: y + row * 0.88,
              stroke: colours.ink,
              'stroke-width': 2,
              'stroke-dasharray': '4 3',
            }),
          ]),
      pen.text(from, base, written[place] ?? '', value),
    );
  };
  return {
    width,
    height: bars.length * row,
    draw: (x, y) => group(...bars.map((bar, at) => drawRow(bar, at, x, y + at * row))),
  };
}

export interface GridLine {
  readonly name: string;
  readonly index: number | undefined;
}

export interface GridCell {
  readonly text: string;
  /** 0–1: how strongly it is tinted. The number says the same. */
  readonly strength: number;
  /** Framed in ink: the team is divided here. */
  readonly marked?: boolean;
}

const CELL = { width: 64, height: 34 };
const HEADING = 190;
const ROW_NAME: TextStyle = { size: 15, weight: 600 };
const COLUMN_NAME: TextStyle = { size: 13, weight: 600 };
const NUMBER: TextStyle = { size: 14, weight: 600, anchor: 'middle' };

const hex = (colour: string, at: number): number => Number.parseInt(colour.slice(at, at + 2), 16);

/** A colour between two, as six hex digits. */
export function mixed(from: string, to: string, by: number): string {
  const part = (at: number): string =>
    Math.round(hex(from, at) + (hex(to, at) - hex(from, at)) * by)
      .toString(16)
      .padStart(2, '0');
  return `#${part(1)}${part(3)}${part(5)}`;
}

/** Rows and columns of numbers, tinted. Column names stand slanted above. */
export function gridChart(
  pen: Pen,
  rows: readonly GridLine[],
  columns: readonly GridLine[],
  cellAt: (row: number, column: number) => GridCell | undefined,
): Chart {
  const { colours } = pen;
  const names = Math.min(220, Math.max(60, ...rows.map(({ name }) => pen.width(name, ROW_NAME))));
  const left = names + 28;
  // A slanted name is as high as 0.82 of its length, and reaches as far to the right.
  const longest = Math.min(HEADING, Math.max(...columns.map(({ name }) => pen.width(name, COLUMN_NAME))));
  const head = longest * 0.82 + 22;
  const reach = longest * 0.6;
  const swatch = (line: GridLine, x: number, y: number): readonly Svg[] =>
    line.index === undefined ? [] : [pen.bar(x, y, 6, 18, line.index)];
  const drawCell = (row: number, column: number, x: number, y: number): Svg => {
    const cell = cellAt(row, column);
    if (cell === undefined) return pen.text(x + CELL.width / 2, y + 22, '·', { ...NUMBER, colour: colours.ink2 });
    const fill = mixed(colours.surface, colours.accent, 0.04 + 0.34 * Math.min(1, Math.max(0, cell.strength)));
    return group(
      tag('rect', {
        x: x + 2,
        y: y + 2,
        width: CELL.width - 4,
        height: CELL.height - 4,
        rx: 4,
        fill,
        stroke: cell.marked === true ? colours.ink : colours.hairline,
        'stroke-width': cell.marked === true ? 2 : 1,
      }),
      pen.text(x + CELL.width / 2, y + 22, cell.text, NUMBER),
    );
  };
  const drawColumn = (line: GridLine, x: number, y: number): Svg =>
    tag(
      'g',
      { transform: `translate(${(x + CELL.width / 2).toFixed(1)} ${(y + head - 10).toFixed(1)}) rotate(-55)` },
      pen.text(0, 0, pen.cut(line.name, HEADING, COLUMN_NAME), COLUMN_NAME),
    );
  return {
    width: left + columns.length * CELL.width + reach,
    height: head + rows.length * CELL.height + 8,
    draw: (x, y) =>
      group(
        ...columns.map((line, at) => drawColumn(line, x + left + at * CELL.width, y)),
        ...rows.flatMap((line, row) => {
          const top = y + head + row * CELL.height;
          return [
            ...swatch(line, x, top + 8),
            pen.text(x + 14, top + 22, pen.cut(line.name, names, ROW_NAME), ROW_NAME),
            ...columns.map((_, column) => drawCell(row, column, x + left + column * CELL.width, top)),
          ];
        }),
      ),
  };
}
