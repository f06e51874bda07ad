// The running of a meeting: the agenda, the clock that everybody sees, and where everybody is asked to look.
import { describe, expect, test } from 'vitest';
import { BOUNDS } from '../../../shared/bounds.ts';
import { parseCommand } from '../../../shared/board/parse.ts';
import { Table, command } from '../../support/boards.ts';

const items = [
  { id: 'i1', title: 'Frame', minutes: 5 },
  { id: 'i2', title: 'Licences', target: { kind: 'criterion' as const, criterion: 'docs' } },
];
const setAgenda = command('agenda.set', { items });
const error = (code: string, field: string) => ({ ok: false, error: { code, field } });

describe('the agenda', () => {
  test('names no item twice, and only what is on the board', () => {
    const table = new Table();
    const twice = command('agenda.set', { items: [...items, { id: 'i1', title: 'Again' }] });
    expect(table.do('ada', twice)).toMatchObject(error('invalid', 'items.2.id'));
    table.do('ada', command('criterion.remove', { criterion: 'docs' }));
    expect(table.do('ada', setAgenda)).toMatchObject(error('not-found', 'items.1.target.criterion'));
    expect(table.board).not.toHaveProperty('agenda');
  });

  test('is the facilitator’s, as the clock and leading are', () => {
    const table = new Table();
    for (const one of [
      setAgenda,
      command('timer.start', { seconds: 60 }),
      command('timer.extend', { seconds: 60 }),
      command('timer.stop', {}),
      command('room.bring', { view: 'results' }),
      command('room.release', {}),
    ]) {
      expect(table.do('bo', one)).toMatchObject({ ok: false, error: { code: 'not-allowed' } });
    }
  });

  test('is taken away when it is emptied; a clock that ran for one of its items runs on', () => {
    const table = new Table();
    table.do('ada', setAgenda);
    table.do('ada', command('timer.start', { seconds: 60, item: 'i1' }));
    table.do('ada', command('agenda.set', { items: [] }));
    expect(table.board).not.toHaveProperty('agenda');
    expect(table.board.timer).toEqual({ startedAt: '2026-11-23T09:00:00.000Z', endsAt: '2026-11-23T09:01:00.000Z' });
  });

  test('is bounded', () => {
    const many = Array.from({ length: BOUNDS.agendaItems + 1 }, (_, n) => ({ id: `i${n}`, title: 'T' }));
    const parsed = (fields: object) => parseCommand({ id: 'c', type: 'agenda.set', ...fields });
    expect(parsed({ items: many })).toMatchObject(error('invalid', 'items'));
    expect(parsed({ items: many.slice(1) })).toMatchObject({ ok: true });
    expect(parsed({ items: [{ id: 'i', title: 'T', minutes: 0 }] })).toMatchObject(error('invalid', 'items.0.minutes'));
    expect(parsed({ items: [{ id: 'i', title: ' ' }] })).toMatchObject(error('invalid', 'items.0.title'));
    expect(parsed({ items: [{ id: 'i', title: 'T', startedAt: 'now' }] })).toMatchObject(
      error('invalid', 'items.0.startedAt'),
    );
  });
});

describe('the clock', () => {
  test('that has run over is given its minutes from now on', () => {
    const table = new Table();
    table.do('ada', command('timer.start', { seconds: 60 }));
    table.now += 180_000;
    table.do('ada', command('timer.extend', { seconds: 60 }));
    expect(table.board.timer?.endsAt).toBe('2026-11-23T09:04:00.000Z');
  });

  test('runs for an item that is on the agenda', () => {
    const table = new Table();
    table.do('ada', setAgenda);
    const start = command('timer.start', { seconds: 60, item: 'i9' });
    expect(table.do('ada', start)).toMatchObject(error('not-found', 'item'));
  });

  test('that does not run cannot be extended, and is stopped already', () => {
    const table = new Table();
    expect(table.do('ada', command('timer.extend', { seconds: 60 }))).toMatchObject(error('not-found', 'timer'));
    expect(table.do('ada', command('timer.stop', {}))).toEqual({ ok: true, value: { events: [] } });
  });

  test('runs no longer than a day', () => {
    const start = { id: 'c', type: 'timer.start' };
    expect(parseCommand({ ...start, seconds: BOUNDS.timerSeconds + 1 })).toMatchObject(error('invalid', 'seconds'));
    expect(parseCommand({ ...start, seconds: 0 })).toMatchObject(error('invalid', 'seconds'));
  });
});

describe('bringing everybody', () => {
  const cell = (option: string, criterion: string) => ({ kind: 'cell' as const, option, criterion });
  const bring = (option = 'flask', criterion = 'speed') =>
    command('room.bring', { view: 'matrix', target: cell(option, criterion) });

  test('to where they are already changes nothing; by another facilitator it does', () => {
    const table = new Table();
    table.do('ada', bring());
    expect(table.do('ada', bring())).toEqual({ ok: true, value: { events: [] } });
    table.do('ada', command('member.role', { member: 'bo', role: 'facilitator' }));
    table.do('bo', bring());
    expect(table.board.led?.by).toBe('bo');
    table.do('bo', bring('django'));
    expect(table.board.led?.target).toEqual(cell('django', 'speed'));
    table.do('bo', command('room.bring', { view: 'matrix' }));
    expect(table.board.led).not.toHaveProperty('target');
  });

  test('to what is not there is refused', () => {
    const table = new Table();
    expect(table.do('ada', bring('x'))).toMatchObject(error('not-found', 'target.option'));
    expect(table.do('ada', bring('flask', 'x'))).toMatchObject(error('not-found', 'target.criterion'));
  });

  test('to one note is to that note, as long as it stands', () => {
    const table = new Table();
    const note = { target: cell('flask', 'speed'), kind: 'con' as const, text: 'Slow to start' };
    for (const id of ['n1', 'n2']) table.do('bo', command('note.add', { note: id, ...note }));
    const toNote = (id: string) => command('room.bring', { view: 'notes', note: id });
    table.do('ada', toNote('n1'));
    expect(table.board.led).toMatchObject({ view: 'notes', note: 'n1' });
    expect(table.do('ada', toNote('n1'))).toEqual({ ok: true, value: { events: [] } });
    table.do('ada', toNote('n2'));
    expect(table.board.led?.note).toBe('n2');
    table.do('bo', command('note.remove', { note: 'n1' }));
    for (const gone of ['n1', 'n9']) expect(table.do('ada', toNote(gone))).toMatchObject(error('not-found', 'note'));
    table.do('ada', command('room.bring', { view: 'notes' }));
    expect(table.board.led).not.toHaveProperty('note');
  });

  test('a view is named by a short word', () => {
    const to = (view: string) => parseCommand({ id: 'c', type: 'room.bring', view });
    expect(to('my-view')).toMatchObject({ ok: true });
    for (const view of ['', 'A', '-a', '<b>', 'a'.repeat(33)]) expect(to(view)).toMatchObject(error('invalid', 'view'));
  });

  test('letting everybody go twice is letting them go', () => {
    expect(new Table().do('ada', command('room.release', {}))).toEqual({ ok: true, value: { events: [] } });
  });
});
