// The one picture for the chat: what was asked, who leads and by how much, how many voted. Legible when it is small.
import { type PictureBar, barsChart } from './charts.ts';
import { type Picture, footLine, sheet } from './frame.ts';
import type { Pen, TextStyle } from './pen.ts';
import { group } from './svg.ts';

export const SUMMARY = { width: 1200, height: 630 };
export const MOST_BARS = 5;
const MARGIN = 56;
const TITLE = { size: 44, weight: 700 } as const;
const QUESTION = { size: 26 } as const;
const SAID_LINES = 2;
const SAID_SIZES = [34, 30] as const;

export interface Summary {
  readonly title: string;
  readonly question: string;
  /** Who leads, and by how much. */
  readonly said: string;
  readonly bars: readonly PictureBar[];
  /** Turnout, method, date. */
  readonly facts: string;
  readonly foot: string;
  readonly told: string;
}

/** In large letters as much as stands in two lines: smaller ones before a sentence less, and no sentence is cut that need not be. */
function saidLines(
  pen: Pen,
  said: string,
  room: number,
): { readonly lines: readonly string[]; readonly style: TextStyle } {
  const sentences = said.split(/(?<=[.!?…])\s+(?=\p{Lu}|\d)/u);
  for (let count = sentences.length; count > 0; count -= 1) {
    const text = sentences.slice(0, count).join(' ');
    for (const size of SAID_SIZES) {
      const style: TextStyle = { size, weight: 700, colour: pen.colours.accent };
      const lines = pen.lines(text, room, SAID_LINES + 1, style);
      if (lines.length <= SAID_LINES) return { lines, style };
    }
  }
  const style: TextStyle = { size: SAID_SIZES[1], weight: 700, colour: pen.colours.accent };
  return { lines: pen.lines(said, room, SAID_LINES, style), style };
}

export function summaryPicture(pen: Pen, summary: Summary): Picture {
  const { width, height } = SUMMARY;
  const room = width - 2 * MARGIN;
  const { colours } = pen;
  const question = pen.lines(summary.question, room, 1, QUESTION);
  const title = pen.lines(summary.title, room, question.length === 0 ? 2 : 1, TITLE);
  const said = saidLines(pen, summary.said, room);
  const questionTop = MARGIN + 38 + title.length * 52;
  const saidTop = questionTop + (question.length === 0 ? 0 : 38) + 18;
  const top = saidTop + said.lines.length * 42 - 12;
  const bottom = height - 104;
  const row = Math.min(58, (bottom - top) / Math.max(1, summary.bars.length));
  const chart = barsChart(pen, summary.bars, { width: room, row, size: Math.min(27, row * 0.56) });
  const facts = { size: 24, weight: 600 } as const;
  const body = group(
    pen.rect(0, 0, width, 10, colours.accent),
    pen.block(MARGIN, MARGIN + 42, title, TITLE, 1.18),
    pen.block(MARGIN, questionTop - 6, question, { ...QUESTION, colour: colours.ink2 }),
    pen.block(MARGIN, saidTop + 12, said.lines, said.style, 1.22),
    chart.draw(MARGIN, top + 6),
    pen.rule(MARGIN, width - MARGIN, height - 90),
    pen.text(MARGIN, height - 56, pen.cut(summary.facts, room, facts), facts),
    footLine(pen, width, height - 24, summary.foot, MARGIN, 20),
  );
  return sheet(pen, width, height, summary.title, summary.told, body);
}
