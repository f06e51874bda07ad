// An agenda as people type and paste it.
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { itemOfLine, itemsOfLines, lineOfItem, minutesOf } from '../../../client/elements/room/agenda-lines.ts';
import { BOUNDS } from '../../../shared/bounds.ts';

test.each([
  ['Licences 10', { title: 'Licences', minutes: 10 }],
  ['Licences 10 min', { title: 'Licences', minutes: 10 }],
  ['Licences (10 minutes)', { title: 'Licences', minutes: 10 }],
  ['Licences – 10’', { title: 'Licences', minutes: 10 }],
  ['Licences\u00A0: 10 min', { title: 'Licences', minutes: 10 }],
  ['Licences\t15', { title: 'Licences', minutes: 15 }],
  ['- Licences', { title: 'Licences' }],
  ['2. Licences 5', { title: 'Licences', minutes: 5 }],
  ['  Licences  ', { title: 'Licences' }],
  ['web2py', { title: 'web2py' }],
  ['Python 3.14', { title: 'Python 3.14' }],
  ['10', { title: '10' }],
  ['Party like it is 999', { title: 'Party like it is 999' }],
  ['Nothing 0', { title: 'Nothing 0' }],
  ['', undefined],
  ['   ', undefined],
])('the line %j', (line, item) => {
  expect(itemOfLine(line)).toEqual(item);
});

/** The end of `Item 10 min` by trying every place in turn, from the left. */
function plainly(text: string): { title: string; minutes: number } | undefined {
  for (let at = 0; at < text.length; at += 1) {
    const [, digits] =
      /^[\s\u00A0:·|,;–—-]+\(?(\d{1,3})\s*(?:min(?:ute)?s?\.?|[m'’′])?\)?$/iu.exec(text.slice(at)) ?? [];
    const title = text.slice(0, at).trim();
    if (digits === undefined) continue;
    const minutes = Number(digits);
    return title !== '' && minutes >= 1 && minutes <= BOUNDS.agendaMinutes ? { title, minutes } : undefined;
  }
  return undefined;
}

test('minutes are found as if every place in a line were tried', () => {
  const unit = fc.constantFrom(' ', '\u00A0', '\t', '-', ':', '(', ')', '1', '0', '7', 'min', 'm', '.', '’', 'x');
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 16 }), (end) => {
      const line = `x${end}`.trim();
      expect(itemOfLine(line)).toEqual(plainly(line) ?? { title: line });
    }),
    { numRuns: 2000 },
  );
});

// Where every space is followed to the end of its run, each of these takes far longer than a test may.
test.each([
  ['spaces', ' '.repeat(300_000)],
  ['spaces after minutes', ` 10${' '.repeat(300_000)}`],
  ['dashes apart', ' -'.repeat(150_000)],
  ['digits', ` ${'1'.repeat(300_000)}`],
  ['digits apart', ' 1'.repeat(150_000)],
])('a line of 300 kB of %s is read in one pass', (_, many) => {
  expect(itemOfLine(`x${many}x`)?.minutes).toBeUndefined();
  expect(itemOfLine(`x${many}x 10`)).toMatchObject({ minutes: 10 });
});

test('a title is cut to what fits, by whole characters', () => {
  const { title } = itemOfLine(`${'🙂'.repeat(BOUNDS.title + 5)} 5`) ?? { title: '' };
  expect([...title]).toHaveLength(BOUNDS.title);
});

test('an item written as a line is the same item again', () => {
  for (const item of [{ title: 'Frame', minutes: 5 }, { title: 'Decide' }]) {
    expect(itemOfLine(lineOfItem(item))).toEqual(item);
  }
});

describe('items that stay', () => {
  const speed = { kind: 'criterion', criterion: 'speed' } as const;
  const before = [
    { id: 'i1', title: 'Frame', minutes: 5 },
    { id: 'i2', title: 'Speed', target: speed },
    { id: 'i3', title: 'Decide' },
  ];

  test('are known by their titles, wherever they stand', () => {
    expect(itemsOfLines('Decide 10\nSpeed\nLunch', before)).toEqual([
      { title: 'Decide', minutes: 10, id: 'i3' },
      { title: 'Speed', id: 'i2', target: speed },
      { title: 'Lunch' },
    ]);
  });

  test('are known by their place when they are renamed', () => {
    expect(itemsOfLines('Frame 5\nHow fast?\nDecide', before)).toEqual([
      { title: 'Frame', minutes: 5, id: 'i1' },
      { title: 'How fast?', id: 'i2', target: speed },
      { title: 'Decide', id: 'i3' },
    ]);
  });

  test('are taken once: of two lines with one title the second is new', () => {
    expect(itemsOfLines('Frame\nFrame', before).map((item) => item.id)).toEqual(['i1', 'i2']);
    expect(itemsOfLines('Decide\nDecide', [before[2] ?? { id: '', title: '' }]).map((item) => item.id)).toEqual([
      'i3',
      undefined,
    ]);
  });
});

test('no more items than fit, and their minutes together', () => {
  const lines = Array.from({ length: BOUNDS.agendaItems + 3 }, (_, n) => `Item ${String.fromCodePoint(65 + n)} 2`);
  const items = itemsOfLines(lines.join('\n'), []);
  expect(items).toHaveLength(BOUNDS.agendaItems);
  expect(minutesOf([...items, { minutes: 3 }, {}])).toBe(2 * BOUNDS.agendaItems + 3);
});
