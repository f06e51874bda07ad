// A fact ages: from one year on it is said, from two it is old.
import { describe, expect, test } from 'vitest';
import { factAge } from '../../../shared/analysis/fact-age.ts';

describe('the age of a fact', () => {
  test.each([
    ['2026-11-23', '2026-11-23', 0, 'fresh'],
    ['2025-11-24', '2026-11-23', 0, 'fresh'],
    ['2025-11-23', '2026-11-23', 1, 'aging'],
    ['2024-11-24', '2026-11-23', 1, 'aging'],
    ['2024-11-23', '2026-11-23', 2, 'old'],
    ['2016-02-29', '2026-02-28', 9, 'old'],
    ['2016-02-29', '2026-03-01', 10, 'old'],
    // A month or a year counts from its end.
    ['2025-11', '2026-11-23', 0, 'fresh'],
    ['2025-10', '2026-11-23', 1, 'aging'],
    ['2025', '2026-12-30', 0, 'fresh'],
    ['2024', '2026-11-23', 1, 'aging'],
    ['2023', '2026-11-23', 2, 'old'],
    ['2030', '2026-11-23', -5, 'fresh'],
  ])('as of %s is on %s %i years: %s', (asOf, today, years, stage) => {
    expect(factAge(asOf, today)).toEqual({ years, stage });
  });

  test('never falls as days go by', () => {
    const days = Array.from({ length: 1200 }, (_, at) =>
      new Date(Date.UTC(2024, 0, 1 + at)).toISOString().slice(0, 10),
    );
    for (const asOf of ['2024', '2024-02', '2024-02-29']) {
      const ages = days.map((day) => factAge(asOf, day).years);
      expect(ages).toEqual(ages.toSorted((a, b) => a - b));
    }
  });
});
