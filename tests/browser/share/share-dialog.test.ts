// Sharing a board: the right links with what they allow, a code that scans, copying with and without a clipboard.
import { html } from 'lit';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../../client/elements/share/share-dialog.ts';
import { codeLink, personalLink, shareLinks } from '../../../client/elements/share/share-links.ts';
import { APPEARANCES, faults, show } from '../home/stage.ts';
import { focused, heard } from '../stage.ts';

const LINKS = shareLinks('https://palabre.example', 'b1', { facilitator: 'f-key', voter: 'v-key', watcher: 'w-key' });
const ME = personalLink('https://palabre.example', 'b1', 'me=m1.abcdefghijklmnopqrstuvwx');

const dialog = (links = LINKS, me = ME, entry = 'voter', code = '7KQ2MX4P') => html`
  <palabre-share-dialog
    .code=${code}
    .links=${links}
    .me=${me === '' ? undefined : me}
    .entry=${entry}
    .open=${true}
  ></palabre-share-dialog>
`;

const copy = () => page.getByRole('button', { name: 'Copy the link for the role Voter' });

afterEach(() => {
  vi.restoreAllMocks();
  delete document.documentElement.dataset['theme'];
});

test.each(APPEARANCES)('the dialog has no fault that axe can find (%s, %s)', async (language, theme) => {
  await show(dialog(), language, theme);
  await page.getByRole('button', { name: /personal code|code personnel/ }).click();
  await expect.element(page.getByRole('img').last()).toBeVisible();
  expect(await faults()).toEqual([]);
});

describe('the addresses', () => {
  test('are those the server told, else made from where the page came from', () => {
    const told = { voter: 'https://public.example/p/b/b1#v-key' };
    expect(shareLinks('http://127.0.0.1:3000', 'b1', { voter: 'v-key', facilitator: 'f-key' }, told)).toEqual({
      facilitator: 'https://public.example/p/b/b1#f-key',
      voter: 'https://public.example/p/b/b1#v-key',
      watcher: undefined,
    });
    expect(codeLink('http://127.0.0.1:3000', '7KQ2MX4P')).toBe('http://127.0.0.1:3000/join/7KQ2-MX4P');
  });
});

describe('replacing a link', () => {
  const replaceable = (state = 'no') => html`
    <palabre-share-dialog
      .code=${'7KQ2MX4P'}
      .links=${LINKS}
      .replacing=${(role: string) => (role === 'voter' ? state : 'no')}
      .open=${true}
    ></palabre-share-dialog>
  `;

  test('is offered to nobody without the facilitator’s key', async () => {
    await show(dialog());
    await expect.element(copy()).toBeVisible();
    expect(page.getByRole('button', { name: 'Replace this link…' }).elements()).toEqual([]);
  });

  test.each(APPEARANCES)('says what it does before it does it, without a fault (%s, %s)', async (language, theme) => {
    await show(replaceable('failed'), language, theme);
    await page
      .getByRole('button', { name: /^(Replace this link…|Remplacer ce lien…)$/ })
      .first()
      .click();
    expect(await faults()).toEqual([]);
  });

  test('is asked for twice, by keyboard too, and begins where nothing happens', async () => {
    const stage = await show(replaceable());
    const events = heard(stage, 'link-replaced');
    await page.getByRole('button', { name: 'Replace this link…' }).first().click();
    expect(focused()).toMatchObject({ className: expect.stringContaining('keep') });
    await userEvent.keyboard('{Enter}');
    expect(events).toEqual([]);
    await userEvent.keyboard('{Enter}');
    await page.getByRole('button', { name: 'Replace it' }).click();
    expect(events).toEqual([{ role: 'voter' }]);
  });
});

describe('the dialog', () => {
  test('offers a link for each role that is known, and no other', async () => {
    await show(dialog({ watcher: LINKS.watcher }, ''));
    await expect.element(page.getByRole('textbox')).toHaveValue('https://palabre.example/b/b1#w-key');
    await expect.element(page.getByRole('heading', { name: 'Continue on your phone' })).not.toBeInTheDocument();
  });

  test('shows the code large and says what it admits as', async () => {
    await show(dialog(LINKS, ME, 'closed', '7KQ2-MX4P'));
    await expect.element(page.getByText('7KQ2-MX4P', { exact: true })).toBeVisible();
    await expect.element(page.getByText('only the links below open this board')).toBeVisible();
  });

  test('draws a code that names the board, on white with a quiet zone of four modules', async () => {
    await show(dialog());
    const code = page.getByRole('img', { name: 'QR code that opens this board, 7KQ2-MX4P' });
    await expect.element(code).toBeVisible();
    const box = code.element().getAttribute('viewBox')?.split(' ').map(Number) ?? [];
    const path = code.element().querySelector('path')?.getAttribute('d') ?? '';
    expect(box[2]).toBeGreaterThanOrEqual(21 + 8);
    expect(path.startsWith('M4 4h7v1')).toBe(true);
  });

  test('keeps the personal code hidden until it is asked for, and warns', async () => {
    await show(dialog());
    await expect.element(page.getByRole('img', { name: 'Your personal QR code' })).not.toBeInTheDocument();
    await page.getByRole('button', { name: 'Show my personal code' }).click();
    await expect.element(page.getByText('This code is you', { exact: false })).toBeVisible();
    await expect.element(page.getByRole('img', { name: 'Your personal QR code' })).toBeVisible();
  });

  test('leaves closing to its owner: Escape and the button ask for it', async () => {
    const element = await show(dialog());
    const asked = heard(element, 'dialog-closed');
    await userEvent.keyboard('{Escape}');
    await page.getByRole('button', { name: 'Close' }).click();
    expect(asked).toHaveLength(2);
    await expect.element(page.getByRole('dialog', { name: 'Share this board' })).toBeVisible();
  });

  test('has the focus on its title and gives it back when it closes', async () => {
    const element = await show(dialog());
    expect(focused()?.textContent).toBe('Share this board');
    const opener = document.createElement('button');
    document.body.append(opener);
    Object.assign(element, { open: false });
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
    opener.focus();
    Object.assign(element, { open: true });
    await expect.element(page.getByRole('dialog')).toBeVisible();
    Object.assign(element, { open: false });
    await expect.poll(() => focused()).toBe(opener);
  });
});

describe('copying', () => {
  test('puts the link on the clipboard and says so', async () => {
    const written = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    await show(dialog());
    await copy().click();
    expect(written).toHaveBeenCalledWith('https://palabre.example/b/b1#v-key');
    await expect.element(page.getByText('Copied').first()).toBeInTheDocument();
  });

  test('selects the link where there is no clipboard', async () => {
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('no', 'NotAllowedError'));
    await show(dialog());
    await copy().click();
    await expect.element(page.getByText('It is selected', { exact: false })).toBeVisible();
    expect(focused()).toBeInstanceOf(HTMLInputElement);
    expect(getSelection()?.toString()).toBe('https://palabre.example/b/b1#v-key');
  });
});
