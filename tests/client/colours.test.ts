// The options' colours keep what the look promises: seen on paper, told apart, also by colour-blind eyes.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { optionColour } from '../../client/elements/option-colour.ts';
import { SIGHTS, ciede2000, contrast, labOf, rgbOf, seenBy, type Triple } from './colour-science.ts';

const THEMES = ['light', 'dark'] as const;
type Theme = (typeof THEMES)[number];

const css = readFileSync(new URL('../../client/styles/tokens.css', import.meta.url), 'utf8');

function token(name: string, theme: Theme): string {
  const [, light, dark] = new RegExp(`${name}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)`).exec(css) ?? [];
  const colour = theme === 'light' ? light : dark;
  if (colour === undefined) throw new Error(`tokens.css does not name ${name}`);
  return colour;
}

const options = (theme: Theme, count = 12): string[] =>
  Array.from({ length: count }, (_, at) => token(`--option-${at + 1}`, theme));

/** The smallest CIEDE2000 distance between any two colours, as somebody sees them. */
function closest(colours: readonly string[], sees: (rgb: Triple) => Triple = (rgb) => rgb): number {
  const labs = colours.map((colour) => labOf(sees(rgbOf(colour))));
  const distances = labs.flatMap((one, at) => labs.slice(at + 1).map((other) => ciede2000(one, other)));
  return Math.min(...distances);
}

test.each([
  [[50, 2.6772, -79.7751], [50, 0, -82.7485], 2.0425],
  [[50, -0.001, 2.49], [50, 0.0011, -2.49], 4.7461],
  [[50, 2.5, 0], [73, 25, -18], 27.1492],
  [[60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387], 1.2644],
  [[22.7233, 20.0904, -46.694], [23.0331, 14.973, -42.5619], 2.0373],
] as const)('the distance of two colours agrees with the published pair %j %j', (one, other, distance) => {
  expect(ciede2000(one, other)).toBeCloseTo(distance, 4);
});

describe.each(THEMES)('in the %s theme', (theme) => {
  test('every option is seen on paper and on surface (3:1)', () => {
    for (const colour of options(theme)) {
      expect(contrast(colour, token('--paper', theme)), `${colour} on paper`).toBeGreaterThanOrEqual(3);
      expect(contrast(colour, token('--surface', theme)), `${colour} on surface`).toBeGreaterThanOrEqual(3);
    }
  });

  test('no option is near the accent', () => {
    expect(closest([token('--accent', theme), ...options(theme)])).toBeGreaterThanOrEqual(10);
  });

  test('any two of the first nine options differ by 18 for normal sight', () => {
    expect(closest(options(theme, 9))).toBeGreaterThanOrEqual(18);
  });

  test.each(Object.keys(SIGHTS))('options are told apart with %s: 10.9 among nine, 10.7 among twelve', (sight) => {
    const matrix = SIGHTS[sight];
    if (matrix === undefined) throw new Error(sight);
    const sees = (rgb: Triple): Triple => seenBy(matrix, rgb);
    expect(closest(options(theme, 9), sees)).toBeGreaterThanOrEqual(10.9);
    expect(closest(options(theme), sees)).toBeGreaterThanOrEqual(10.7);
  });

  test.each(['--ink', '--ink-2', '--ink-3', '--accent', '--danger', '--warning'])(
    '%s is text that can be read on paper and on surface (4.5:1)',
    (name) => {
      expect(contrast(token(name, theme), token('--paper', theme))).toBeGreaterThanOrEqual(4.5);
      expect(contrast(token(name, theme), token('--surface', theme))).toBeGreaterThanOrEqual(4.5);
    },
  );

  test.each(['pro', 'con', 'question', 'risk', 'evidence', 'note'])('a %s chip can be read (4.5:1)', (kind) => {
    expect(contrast(token(`--${kind}-ink`, theme), token(`--${kind}-paper`, theme))).toBeGreaterThanOrEqual(4.5);
  });

  test('the border of a control is seen (3:1)', () => {
    expect(contrast(token('--control', theme), token('--surface', theme))).toBeGreaterThanOrEqual(3);
  });
});

test('the thirteenth option has the colour of the first, with a pattern', () => {
  expect(optionColour(0)).toEqual({ token: '--option-1', pattern: false });
  expect(optionColour(11)).toEqual({ token: '--option-12', pattern: false });
  expect(optionColour(12)).toEqual({ token: '--option-1', pattern: true });
});
