// What is to be seen of the notes stands in the address.
import { describe, expect, test } from 'vitest';
import { readAddress, writeAddress } from '../../client/board-address.ts';
import { NO_FILTER, type NoteFilter } from '../../client/note-filter.ts';

const FULL: NoteFilter = {
  list: 'mentions',
  kind: 'risk',
  option: 'flask',
  criterion: 'upkeep',
  unresolved: true,
  mine: true,
  text: 'prêt & sûr',
  by: 'support',
};

describe('the address', () => {
  test('says what is to be seen of the notes, and is read back', () => {
    const written = writeAddress({ view: 'notes', notes: FULL });
    expect(written).toBe(
      '?view=notes&list=mentions&kind=risk&on=flask&under=upkeep&unresolved=1&mine=1&text=pr%C3%AAt%20%26%20s%C3%BBr&by=support',
    );
    expect(readAddress(written)).toEqual({ view: 'notes', notes: FULL });
  });

  test('of all notes says nothing of a filter', () => {
    expect(writeAddress({ view: 'notes', notes: NO_FILTER })).toBe('?view=notes');
    expect(readAddress('?view=notes')).toEqual({ view: 'notes' });
  });

  test('of another view carries no filter', () => {
    expect(writeAddress({ view: 'matrix', notes: FULL })).toBe('?view=matrix');
    expect(readAddress('?view=matrix&kind=risk')).toEqual({ view: 'matrix' });
  });

  test('with nonsense asks for nothing', () => {
    expect(readAddress('?view=notes&kind=hack&on=__proto__&list=x&by=y&mine=yes')).toEqual({ view: 'notes' });
    expect(readAddress(`?view=notes&text=${'x'.repeat(999)}`).notes?.text).toHaveLength(200);
  });
});
