// A board made from another one: what comes along, what stays behind, and what the old results are good for.
import { describe, expect, test } from 'vitest';
import { cellShifts, shiftBetween } from '../../../shared/analysis/shift.ts';
import type { Round } from '../../../shared/board/board.ts';
import { fold } from '../../../shared/board/evolve.ts';
import { placeEvents } from '../../../shared/board/events.ts';
import { type Snapshot, toSnapshot } from '../../../shared/board/snapshot.ts';
import { type CopyWish, copiedBoard } from '../../../shared/exchange/copy-board.ts';
import { recordMarkdown } from '../../../shared/exchange/record-markdown.ts';
import { exportBoard } from '../../../shared/exchange/export-json.ts';
import { readExport } from '../../../shared/exchange/import-json.ts';
import { command } from '../../support/boards.ts';
import { meeting, sourceOf } from './export-sources.ts';

const AT = '2027-11-24T08:00:00.000Z';
const cell = { kind: 'cell', option: 'flask', criterion: 'speed' } as const;
const scores = (flask: 0 | 5, django: 0 | 5) => ({ cells: { flask: { speed: flask }, django: { speed: django } } });

/** A named round that flask won, notes with an answer and a mention, an option taken away since, and a decision. */
const past = () =>
  meeting(
    { round: 'r1', method: 'score', secrecy: 'named' },
    [scores(5, 0), scores(5, 0)],
    [
      command('note.add', { note: 'n1', target: cell, kind: 'risk', text: 'Slow, says @[bo]' }),
      command('note.add', { note: 'n2', target: cell, kind: 'note', text: 'Is it?', parent: 'n1' }),
      command('note.add', { note: 'n3', target: { kind: 'option', option: 'bottle' }, kind: 'pro', text: 'Small' }),
      command('note.add', { note: 'n4', target: { kind: 'board' }, kind: 'note', text: 'Never mind' }),
      command('note.remove', { note: 'n4' }),
      command('note.support', { note: 'n1', on: true }),
      command('note.resolve', { note: 'n1', on: true }),
      command('option.remove', { option: 'bottle' }),
      command('fact.set', { option: 'flask', label: 'Licence', value: 'BSD' }),
      command('decision.set', {
        options: ['flask'],
        status: 'accepted',
        summary: 'It is small.',
        round: 'r1',
        deciders: ['ada'],
        reviewOn: '2027-11-01',
      }),
      command('board.edit', { locked: true, entry: 'closed' }),
    ],
  ).board;

function copied(wish: CopyWish, source: Snapshot = toSnapshot(past())): Snapshot {
  const content = copiedBoard(source, wish, AT);
  return toSnapshot(fold(placeEvents([{ type: 'board.created', id: 'new', code: 'ABCDEFGH', ...content }], 0, AT)));
}

describe('a duplicate', () => {
  test('has the structure with facts and weights, and nobody, no round, no decision and no past', () => {
    const { options, criteria, ...rest } = copied({ notes: false });
    const source = toSnapshot(past());
    expect(options).toEqual(source.options.filter(({ removed }) => removed === undefined));
    expect(options[0]?.facts).toHaveLength(1);
    expect(criteria).toEqual(source.criteria);
    expect(rest).toEqual({
      id: 'new',
      code: 'ABCDEFGH',
      title: 'Which framework?',
      question: '',
      language: 'en',
      entry: 'closed',
      phase: 'frame',
      locked: false,
      createdAt: AT,
      members: [],
      notes: [],
      rounds: [],
    });
  });

  test('has the notes if wanted: without writers and supporters, with names where members were mentioned', () => {
    const { notes } = copied({ notes: true });
    expect(notes).toMatchObject([
      { id: 'n1', kind: 'risk', text: 'Slow, says @Bo', support: [], resolved: true },
      { id: 'n2', parent: 'n1', support: [] },
    ]);
    expect(notes.every((note) => note.by === undefined)).toBe(true);
  });

  test('keeps the agenda as it was planned, not how it went', () => {
    const source = { ...toSnapshot(past()), agenda: [{ id: 'a', title: 'Vote', minutes: 10, startedAt: AT }] };
    expect(copied({ notes: false }, source).agenda).toEqual([{ id: 'a', title: 'Vote', minutes: 10 }]);
  });
});

describe('a question asked again', () => {
  const again = () => copied({ notes: true, redecide: true });

  test('begins with talk, and carries what was decided before without naming who', () => {
    expect(again()).toMatchObject({ phase: 'discuss', members: [] });
    expect(again().decision).toBeUndefined();
    expect(again().previous).toEqual({
      board: 'board-under-test',
      title: 'Which framework?',
      at: AT,
      decision: {
        options: ['flask'],
        status: 'accepted',
        summary: 'It is small.',
        round: 'r1',
        reviewOn: '2027-11-01',
        at: expect.any(String),
      },
    });
  });

  test('carries the old revealed rounds whole, marked as imported, without the names of their voters', () => {
    const [round] = again().rounds;
    const [old] = past().rounds;
    expect(round).toEqual({ ...old, imported: true, progress: expect.any(Object) });
    expect(round?.progress).not.toHaveProperty('voted');
    expect(
      again().options.find(({ id }) => id === 'bottle'),
      'old results name it',
    ).toMatchObject({ removed: true });
    const open = { ...past().rounds[0], id: 'r2', state: 'closed' } as Round;
    const source = toSnapshot(past());
    expect(
      copied({ notes: false, redecide: true }, { ...source, rounds: [...source.rounds, open] }).rounds,
    ).toHaveLength(1);
  });

  test('lets a new round stand against the old one by the ids of options and criteria', () => {
    const [old] = again().rounds;
    const [now] = meeting({ round: 'r2', method: 'score', secrecy: 'named' }, [scores(0, 5)]).board.rounds;
    if (old?.result === undefined || now?.result === undefined) throw new Error('no results');
    expect(shiftBetween(old.result, now.result)).toMatchObject({
      winnersChanged: true,
      winners: [['flask'], ['django']],
    });
    if (old.tally === undefined || now.tally === undefined) throw new Error('no tallies');
    if (!('cells' in old.tally) || !('cells' in now.tally)) throw new Error('no scores');
    const shifts = cellShifts({ round: old, tally: old.tally }, { round: now, tally: now.tally });
    expect(shifts.toSorted((a, b) => a.mean[1] - b.mean[1])).toMatchObject([
      { option: 'flask', mean: [5, 0] },
      { option: 'django', mean: [0, 5] },
    ]);
  });

  test('says in its record which decision it takes the place of', () => {
    const content = copiedBoard(toSnapshot(past()), { notes: true, redecide: true }, AT);
    const board = fold(placeEvents([{ type: 'board.created', id: 'new', code: 'ABCDEFGH', ...content }], 0, AT));
    const record = recordMarkdown(sourceOf(board, []));
    expect(record).toContain('- Supersedes: Which framework?, 2026-11-23 (Flask)');
  });

  test('is exported and imported again with its past', () => {
    const board = fold(
      placeEvents(
        [
          {
            type: 'board.created',
            id: 'new',
            code: 'ABCDEFGH',
            ...copiedBoard(toSnapshot(past()), { notes: true, redecide: true }, AT),
          },
        ],
        0,
        AT,
      ),
    );
    const read = readExport(JSON.stringify(exportBoard(sourceOf(board, []))));
    expect(read).toMatchObject({
      ok: true,
      value: { previous: toSnapshot(board).previous, rounds: [{ imported: true }] },
    });
  });
});
