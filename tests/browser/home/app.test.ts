// The app: what an address leads to, what becomes of a fragment, and in which language it all speaks.
import { html } from 'lit';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import '../../../client/app.ts';
import { identity } from '../../../client/identity.ts';
import { APPEARANCES, faults, show } from './stage.ts';

const START = location.pathname + location.search + location.hash;
const ME = 'me=m2.abcdefghijklmnopqrstuvwx';

const app = html`<palabre-app></palabre-app>`;

beforeEach(() => localStorage.clear());
afterEach(() => {
  document.body.replaceChildren();
  history.replaceState(null, '', START);
  delete document.documentElement.dataset['theme'];
});

describe.each(APPEARANCES)('in %s, %s', (language, theme) => {
  test('an address that leads nowhere says so, without a fault that axe can find', async () => {
    history.replaceState(null, '', '/nowhere');
    await show(app, language, theme);
    await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(await faults(false)).toEqual([]);
  });
});

test('a bad code in /join stays on the home page to be corrected', async () => {
  history.replaceState(null, '', '/join/7KQ2');
  await show(app);
  await expect.element(page.getByRole('textbox', { name: 'Join with a code' })).toHaveValue('7KQ2');
  await expect.element(page.getByRole('alert')).toBeVisible();
});

test('the language is changed at once, in the page and for the next visit', async () => {
  history.replaceState(null, '', '/');
  await show(app);
  await page.getByRole('button', { name: 'FR, Français' }).click();
  await expect.element(page.getByRole('heading', { name: 'Créer un tableau' })).toBeVisible();
  expect(document.documentElement.lang).toBe('fr');
  expect(localStorage.getItem('palabre.language')).toBe('fr');
  await page.getByRole('button', { name: 'EN, English' }).click();
  await expect.element(page.getByRole('heading', { name: 'Create a board' })).toBeVisible();
});

/** Opens somebody else's link where this browser already is a member. */
async function open() {
  const member = identity.makeMember('b1', 'Inès');
  history.replaceState(null, '', `/b/b1#${ME}.other-key`);
  await show(app);
  await expect.element(page.getByRole('heading', { name: 'Who are you on this board?' })).toBeVisible();
  return member;
}

describe('a link of somebody else, where this browser already is someone', () => {
  test('asks before anything is changed, and leaves the address bar without it', async () => {
    const member = await open();
    expect([identity.member('b1'), identity.key('b1')]).toEqual([member, undefined]);
    expect(location.pathname + location.hash).toBe('/b/b1');
  });

  test('changes nothing for somebody who stays', async () => {
    const member = await open();
    await page.getByRole('button', { name: 'Stay Inès' }).click();
    expect([identity.member('b1'), identity.key('b1')]).toEqual([member, undefined]);
  });

  test('makes somebody who wants to the person of the link, with the key', async () => {
    await open();
    await page.getByRole('button', { name: 'Become the person of the link' }).click();
    expect(identity.member('b1')).toEqual({ id: 'm2', token: 'abcdefghijklmnopqrstuvwx' });
    expect(identity.key('b1')).toBe('other-key');
  });
});
