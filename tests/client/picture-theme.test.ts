// Pictures leave the page with the page's own colours.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { PICTURE_THEMES } from '../../client/elements/pictures/picture-theme.ts';

const css = readFileSync(new URL('../../client/styles/tokens.css', import.meta.url), 'utf8');

function token(name: string): { readonly light: string; readonly dark: string } {
  const [, light = '', dark = light] =
    new RegExp(`--${name}: (?:light-dark\\()?(#\\w{6})(?:, (#\\w{6})\\))?`).exec(css) ?? [];
  return { light, dark };
}

test.each(['light', 'dark'] as const)('the %s colours of pictures are those of the page', (theme) => {
  const { options, ink2, grey, ...colours } = PICTURE_THEMES[theme];
  expect(options).toEqual(Array.from({ length: 12 }, (_, at) => token(`option-${at + 1}`)[theme]));
  expect([ink2, grey]).toEqual([token('ink-2')[theme], token('team-bar')[theme]]);
  for (const [name, value] of Object.entries(colours)) expect([name, value]).toEqual([name, token(name)[theme]]);
});
