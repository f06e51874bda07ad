// A mention is a token in the text; a file and a page say the name.
import { describe, expect, test } from 'vitest';
import { mentionToken, mentions, withMentions } from '../../../shared/board/mentions.ts';
import { readCsv } from '../../../shared/exchange/csv.ts';
import { exportCsv } from '../../../shared/exchange/export-csv.ts';
import { exportMarkdown } from '../../../shared/exchange/export-markdown.ts';
import { recordMarkdown } from '../../../shared/exchange/record-markdown.ts';
import { command } from '../../support/boards.ts';
import { meeting } from '../exchange/export-sources.ts';

const NAMES = new Map([
  ['bo', 'Bo'],
  ['cy', 'Cy $& | <b>'],
]);
const nameOf = (id: string): string | undefined => NAMES.get(id);

describe('a mention', () => {
  test('stands as @ and the name, whatever the name holds', () => {
    expect(withMentions('Ask @[bo] and @[cy].', nameOf)).toBe('Ask @Bo and @Cy $& | <b>.');
  });

  test('of nobody known stays as it was written', () => {
    for (const text of ['@[nobody]', '@[constructor]', '@[]', '@[a b]', 'a@b', '@bo', '@[bo']) {
      expect(withMentions(text, nameOf)).toBe(text);
    }
  });

  test('names one member and no other', () => {
    expect(mentions(`Ask ${mentionToken('bo')}`, 'bo')).toBe(true);
    expect(mentions(`Ask ${mentionToken('bob')}`, 'bo')).toBe(false);
    expect(mentions('Ask @bo', 'bo')).toBe(false);
    expect(mentions('Ask @[undefined]', undefined)).toBe(false);
  });
});

const target = { kind: 'option', option: 'flask' } as const;
const source = meeting(
  { round: 'r1', method: 'approval', secrecy: 'named', quorum: 2 },
  [{ approved: ['flask'] }, { approved: ['flask'] }],
  [
    command('note.add', { note: 'n1', target, kind: 'pro', text: 'Says @[bo], but not @[ghost].' }),
    command('note.add', { note: 'n2', target, kind: 'note', text: 'Indeed.', parent: 'n1' }),
    command('note.support', { note: 'n1', on: true }),
    command('decision.set', { options: ['flask'], status: 'accepted', summary: '', reviewOn: '2027-11' }),
  ],
);

describe('in files', () => {
  test('a member who is mentioned stands by name in CSV, Markdown and the record', () => {
    expect(exportCsv(source)).toContain('Says @Bo, but not @[ghost].');
    expect(exportMarkdown(source)).toContain('Says @Bo, but not @\\[ghost\\].');
    expect(recordMarkdown(source)).toContain('Says @Bo');
  });

  test('the CSV holds each note’s id, what it answers, its support, and what a round and a decision were held to', () => {
    const read = readCsv(exportCsv(source));
    if (!read.ok) throw new Error(JSON.stringify(read.errors));
    const rows = read.records.map(({ cells }) => cells);
    const notes = rows.filter(([kind]) => kind === 'Note').map((cells) => cells.slice(-3));
    expect(notes).toEqual([
      ['n1', '', '1'],
      ['n2', 'n1', '0'],
    ]);
    const said = rows.map((cells) => `${cells[0]} ${cells[4]} ${cells[5]}`);
    expect(said).toContain('Round Quorum 2');
    expect(said).toContain('Decision To be looked at again on 2027-11');
    expect(said.some((text) => /^Round Fingerprint of the ballots \w{8}/.test(text))).toBe(true);
  });
});
