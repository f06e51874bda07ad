// The day on which a decision is looked at again, as a calendar file (RFC 5545).
import type { Board } from '../board/board.ts';
import { namesOf } from './export-names.ts';
import { wordsOf } from './export-words.ts';

/** Octets of a character in UTF-8. */
function octetsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x1_00_00 ? 3 : 4;
}

/** Octets of a line, its end not counted. */
const LINE = 75;

/** Text as a value: what means something is escaped, and control characters are left out. */
const valueOf = (text: string): string =>
  text
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n');

/** A long line goes on in the next, behind a space; never within a character. */
function folded(line: string): string {
  const lines: string[] = [];
  let current = '';
  let octets = 0;
  for (const character of line) {
    const more = octetsOf(character);
    if (octets + more > LINE) {
      lines.push(current);
      current = ' ';
      octets = 1;
    }
    current += character;
    octets += more;
  }
  return [...lines, current].join('\r\n');
}

/** A year or a month alone is its first day. */
const dayOf = (date: string): string => [...date.split('-'), '01', '01'].slice(0, 3).join('');

const instantOf = (iso: string): string => `${iso.slice(0, 19).replace(/[-:]/g, '')}Z`;

/** Undefined where no date is set. `link`: the address of the board. */
export function reviewCalendar(board: Board, link?: string): string | undefined {
  const { decision } = board;
  if (decision?.reviewOn === undefined) return undefined;
  const words = wordsOf(board.language);
  const names = namesOf(board);
  const chosen = decision.options.map(names.option).join(', ') || words.none;
  const about = [`${words.chosen}${words.colon}${chosen}`, decision.summary, link ?? ''].filter((text) => text !== '');
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Palabre//Palabre//EN',
    'CALSCALE:GREGORIAN',
    'BEGIN:VEVENT',
    `UID:review-${board.id}@palabre`,
    `DTSTAMP:${instantOf(decision.at)}`,
    `SEQUENCE:${board.revision}`,
    `DTSTART;VALUE=DATE:${dayOf(decision.reviewOn)}`,
    `SUMMARY:${valueOf(`${words.review}${words.colon}${board.title}`)}`,
    `DESCRIPTION:${valueOf(about.join('\n\n'))}`,
    ...(link === undefined ? [] : [`URL:${link}`]),
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ]
    .map(folded)
    .join('\r\n');
}
