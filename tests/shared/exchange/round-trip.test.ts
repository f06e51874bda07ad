// Every kind of board goes into its file and comes back equal: what a meeting leaves on it, and nothing that it held
// back.
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Round } from '../../../shared/board/board.ts';
import { type Snapshot, fromSnapshot, toSnapshot } from '../../../shared/board/snapshot.ts';
import { copiedBoard } from '../../../shared/exchange/copy-board.ts';
import { exportCsv } from '../../../shared/exchange/export-csv.ts';
import { type ExportSource, exportBoard } from '../../../shared/exchange/export-json.ts';
import { exportMarkdown } from '../../../shared/exchange/export-markdown.ts';
import { recordMarkdown } from '../../../shared/exchange/record-markdown.ts';
import { arbitraryCommand, PEOPLE } from '../../support/arbitrary-commands.ts';
import { Table, command } from '../../support/boards.ts';
import { IMPORTED_AT, reimported, sourceOf } from './export-sources.ts';

const CELLS = { cells: { flask: { speed: 5 as const } } };
const BOARD = { kind: 'board' } as const;

/** A table where everything that is done is accepted. */
function tableAfter(...done: readonly (readonly [by: string, what: Parameters<Table['do']>[1]])[]): Table {
  const table = new Table();
  for (const [by, what] of done) {
    const outcome = table.do(by, what);
    if (!outcome.ok) throw new Error(`${what.type}: ${outcome.error.code} ${outcome.error.field ?? ''}`);
  }
  return table;
}

/** With the named ballots of its round `r1`. */
function sourceWith({ board, events, boxes }: Table): ExportSource {
  const ballots = [...(boxes.ballots.get('r1') ?? [])].map(([member, { ballot }]) => ({ member, ballot }));
  return sourceOf(board, events, new Map([['r1', { ballots }]]));
}

/** A round whose ballots stayed elsewhere is over. */
const ended = (round: Round, exportedAt: string): Round => ({
  ...round,
  ...(round.state === 'open' && { state: 'closed' as const, closedAt: round.closesAt ?? exportedAt }),
  imported: true,
});

/** What an import has to bring back: all but the clock that ran and where everybody was led. */
function lasting({ board, exportedAt }: ExportSource): Snapshot {
  const { timer: _timer, led: _led, ...kept } = toSnapshot(board);
  return { ...kept, createdAt: IMPORTED_AT, rounds: kept.rounds.map((round) => ended(round, exportedAt)) };
}

describe('a board comes back from its file', () => {
  test('with who waits to be let in, and with its watched door', () => {
    const table = new Table(
      { type: 'board.edited', approval: true },
      { type: 'member.joined', member: 'zoe', name: 'Zoe', role: 'voter', waiting: true },
    );
    const source = sourceOf(table.board, table.events);
    const back = reimported(source);
    expect(back).toEqual(lasting(source));
    expect(back.approval).toBe(true);
    expect(back.members.filter(({ waiting }) => waiting).map(({ id }) => id)).toEqual(['zoe']);
  });

  test('with guests, whose recorded ballots are marked in the files and counted in the round', () => {
    const table = tableAfter(
      ['ada', command('member.add', { member: 'paul', name: 'Paul' })],
      ['ada', command('round.open', { round: 'r1', method: 'score', secrecy: 'named' })],
      ['bo', command('ballot.cast', { round: 'r1', ballot: CELLS })],
      ['ada', command('ballot.record', { round: 'r1', member: 'paul', ballot: CELLS })],
      ['ada', command('round.close', { round: 'r1' })],
      ['ada', command('round.reveal', { round: 'r1' })],
    );
    const source = sourceWith(table);
    const back = reimported(source);
    expect(back).toEqual(lasting(source));
    expect(back.members.filter(({ guest }) => guest).map(({ id }) => id)).toEqual(['paul']);
    expect(back.rounds[0]?.progress).toMatchObject({ cast: 2, recorded: 1 });
    const marked = exportCsv(source)
      .split('\r\n')
      .filter((line) => line.includes('recorded by the facilitation'));
    expect(marked.some((line) => line.includes('Paul'))).toBe(true);
    expect(marked.some((line) => line.includes('Bo'))).toBe(false);
    for (const write of [exportMarkdown, recordMarkdown])
      expect(write(source)).toContain('recorded by the facilitation');
  });

  test('with its agenda and when each item was begun; no clock runs on, and nobody leads', () => {
    const items = [
      { id: 'i1', title: 'Which way', minutes: 5 },
      { id: 'i2', title: 'How fast', target: { kind: 'cell', option: 'flask', criterion: 'speed' } as const },
      { id: 'i3', title: 'Vote' },
    ];
    const source = sourceWith(
      tableAfter(
        ['ada', command('agenda.set', { items })],
        ['ada', command('timer.start', { seconds: 300, item: 'i1' })],
        ['ada', command('room.bring', { view: 'matrix' })],
      ),
    );
    expect([source.board.timer, source.board.led]).not.toContain(undefined);
    const back = reimported(source);
    expect(back).toEqual(lasting(source));
    expect(back.agenda).toEqual([{ ...items[0], startedAt: '2026-11-23T09:00:00.000Z' }, items[1], items[2]]);
    const markdown = exportMarkdown(source);
    expect(markdown).toContain(
      '## Agenda\n\n1. Which way (5 min), begun on 2026-11-23 09:00 UTC\n2. How fast (Flask – Speed)\n3. Vote\n\n## Options',
    );
    expect(exportMarkdown(sourceWith(new Table()))).not.toContain('Agenda');
  });

  test.each([
    ['signed', 'bo'],
    ['unsigned', undefined],
  ] as const)('with %s silent notes once they are revealed; what is held is in no file', (silentNotes, by) => {
    const text = 'Nobody dares to say it';
    const silent = [
      ['ada', command('round.open', { round: 'r1', method: 'score', secrecy: 'named', silentNotes })],
      ['bo', command('note.hold', { round: 'r1', note: 'h1', target: BOARD, kind: 'risk', text })],
      ['ada', command('round.close', { round: 'r1' })],
      ['ada', command('round.reveal', { round: 'r1' })],
    ] as const;
    for (const before of [2, 3]) {
      const held = sourceWith(tableAfter(...silent.slice(0, before)));
      for (const file of [
        JSON.stringify(exportBoard(held)),
        exportMarkdown(held),
        exportCsv(held),
        recordMarkdown(held),
      ]) {
        expect(file).not.toMatch(/Nobody dares|h1/);
      }
      expect(reimported(held)).toEqual(lasting(held));
    }
    const shown = sourceWith(tableAfter(...silent));
    expect(reimported(shown)).toEqual(lasting(shown));
    expect(reimported(shown).notes.map((note) => [note.text, note.by])).toEqual([[text, by]]);
    expect(reimported(shown).rounds[0]?.silentNotes).toBe(silentNotes);
  });

  test('with the board that superseded its decision, which a copy of it leaves behind', () => {
    const supersededBy = { board: 'b2', title: 'Again, *with* care' };
    const decision = { options: ['flask'], status: 'superseded' as const, summary: 'Small', supersededBy };
    const source = sourceWith(tableAfter(['ada', command('decision.set', decision)]));
    expect(reimported(source)).toEqual(lasting(source));
    expect(reimported(source).decision?.supersededBy).toEqual(supersededBy);
    expect(recordMarkdown(source)).toContain('- Superseded by: Again, \\*with\\* care\n');
    expect(exportCsv(source)).toContain('Superseded by,"Again, *with* care"');
    const copy = copiedBoard(toSnapshot(source.board), { notes: false, redecide: true }, IMPORTED_AT);
    expect(copy.previous?.decision).toMatchObject({ status: 'superseded', summary: 'Small' });
    expect(copy.previous?.decision).not.toHaveProperty('supersededBy');
  });

  test('equal, whatever was done there', () => {
    const deed = fc.tuple(fc.constantFrom('ada', 'ada', ...PEOPLE), arbitraryCommand);
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 60 }), (deeds) => {
        const table = new Table({ type: 'member.joined', member: 'zoe', name: 'Zoe', role: 'voter', waiting: true });
        for (const [by, what] of deeds) table.do(by, what);
        const source = sourceOf(table.board, table.events);
        const back = reimported(source);
        expect(back).toEqual(lasting(source));
        // A file of what came back says the same.
        expect(reimported(sourceOf(fromSnapshot(back, 1), []))).toEqual(back);
      }),
      { numRuns: 300 },
    );
  });
});
