// How a mention is typed, sent and edited again.
import { describe, expect, test } from 'vitest';
import { offeredMembers, queryAt, sentText, typedText } from '../../../client/elements/notes/mention-typing.ts';
import type { Member } from '../../../shared/board/board.ts';
import { BOUNDS } from '../../../shared/bounds.ts';

const member = (id: string, name: string, removed?: true): [string, Member] => [
  id,
  { id, name, role: 'voter', ...(removed && { removed }) },
];
const MEMBERS = new Map([
  member('m1', 'Awa D.'),
  member('m2', 'Inès'),
  member('m3', 'Sam'),
  member('m4', 'Sam Bo'),
  member('m5', 'Zoé'),
  member('m6', 'Zoé'),
  member('m7', 'Gone', true),
]);

describe('an @', () => {
  test.each([
    ['@', 1, { start: 0, words: '' }],
    ['ask @In', 7, { start: 4, words: 'In' }],
    ['ask @Awa D', 10, { start: 4, words: 'Awa D' }],
    ['(@i', 3, { start: 1, words: 'i' }],
    ['mail me@home', 12, undefined],
    ['an @ alone', 9, undefined],
    ['@one\ntwo', 8, undefined],
    ['@[m1]', 5, undefined],
    [`@${'x'.repeat(40)}`, 41, undefined],
  ])('in %j asks for whom is named after it, but not inside a word', (text, caret, query) => {
    expect(queryAt(text, caret)).toEqual(query);
  });

  test('offers members by the beginnings of their names, accents or not, never oneself nor who has left', () => {
    const names = (words: string, you?: string): string[] => offeredMembers(MEMBERS, words, you).map(({ id }) => id);
    expect(names('ines')).toEqual(['m2']);
    expect(names('d')).toEqual(['m1']);
    expect(names('b')).toEqual(['m4']);
    expect(names('sam', 'm3')).toEqual(['m4']);
    expect(names('gone')).toEqual([]);
    expect(names('')).toHaveLength(6);
  });

  test('offers nobody once a name is written out and left behind', () => {
    expect(offeredMembers(MEMBERS, 'Inès ', undefined)).toEqual([]);
    expect(offeredMembers(MEMBERS, 'Inès thinks', undefined)).toEqual([]);
  });
});

describe('a text', () => {
  test('is sent with tokens for those who were named, the longest name first', () => {
    expect(sentText('@Inès and @Sam Bo, not @Sam.', MEMBERS, new Map())).toBe('@[m2] and @[m4], not @[m3].');
    expect(sentText('me@Inès, @Inèsa, @nobody', MEMBERS, new Map())).toBe('me@Inès, @Inèsa, @nobody');
  });

  test('of two members with one name means the one who was picked, and nobody when none was', () => {
    expect(sentText('@Zoé', MEMBERS, new Map())).toBe('@Zoé');
    expect(sentText('@Zoé', MEMBERS, new Map([['Zoé', 'm6']]))).toBe('@[m6]');
  });

  test('that is edited shows names, and is the same when it is sent again', () => {
    for (const text of ['@[m2] and @[m4]', '@[m5] or @[m6]', '@[m7] has left', '@[ghost]', 'nobody']) {
      const { text: typed, picked } = typedText(text, MEMBERS);
      expect(sentText(typed, MEMBERS, picked)).toBe(text);
    }
    expect(typedText('@[m2]!', MEMBERS).text).toBe('@Inès!');
  });

  test('that would grow too long with tokens keeps its names', () => {
    const long = `@Sam${'x '.repeat((BOUNDS.note - 4) / 2)}`.slice(0, BOUNDS.note - 4);
    expect(
      sentText(`${long} @Sam`.slice(-BOUNDS.note), new Map([member('m'.repeat(40), 'Sam')]), new Map()),
    ).not.toContain('@[');
  });
});
