// One's own corner of a board: the name, what the entries ask for, and the receipts.
import { html } from 'lit';
import { afterEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import '../../../client/elements/board/own-menu.ts';
import type { ReceiptCheck } from '../../../client/elements/board/own-receipts.ts';
import type { You } from '../../../shared/protocol.ts';
import { show } from '../home/stage.ts';
import { focused, heard } from '../stage.ts';
import { receipts } from './sample.ts';

const VOTER: You = { id: 'm1', role: 'voter', name: 'Awa D.' };
const menu = (you: You = VOTER, mayJoin = false) =>
  html`<palabre-own-menu .you=${you} .mayJoin=${mayJoin}></palabre-own-menu>`;
const open = (name = 'You: Awa D.') => page.getByRole('button', { name }).click();

afterEach(() => document.body.replaceChildren());

describe('the name', () => {
  test('is shown, changed and sent', async () => {
    const element = await show(menu());
    const renamed = heard(element, 'member-renamed');
    await open();
    await page.getByRole('button', { name: 'Rename' }).click();
    const field = page.getByLabelText('Your name on this board');
    await expect.element(field).toHaveValue('Awa D.');
    await field.fill('  Awa Diop ');
    await page.getByRole('button', { name: 'Save' }).click();
    expect(renamed).toEqual([{ name: 'Awa Diop' }]);
    await expect.poll(() => focused()?.textContent?.trim()).toBe('Rename');
  });

  test('that stays as it is, or is none, is not sent', async () => {
    const element = await show(menu());
    const renamed = heard(element, 'member-renamed');
    await open();
    await page.getByRole('button', { name: 'Rename' }).click();
    await page.getByLabelText('Your name on this board').fill('   ');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByLabelText('Your name on this board').fill('Awa D.');
    await page.getByRole('button', { name: 'Save' }).click();
    expect(renamed).toEqual([]);
  });
});

describe('the entries', () => {
  test.each([
    ['Continue on my phone', 'share-requested'],
    ['The question and the rules', 'about-requested'],
    ['Keyboard', 'keys-requested'],
  ] as const)('%s closes the menu and asks for what it says', async (name, event) => {
    const element = await show(menu());
    const asked = heard(element, event);
    await open();
    await page.getByRole('button', { name }).click();
    expect(asked).toHaveLength(1);
    expect(element.shadowRoot?.querySelector(':popover-open')).toBeNull();
  });

  test('offer the settings to the facilitator alone', async () => {
    await show(menu());
    await open();
    expect(page.getByRole('button', { name: 'Settings of the board' }).elements()).toEqual([]);
    const element = await show(menu({ ...VOTER, role: 'facilitator' }));
    const asked = heard(element, 'settings-requested');
    await open();
    await page.getByRole('button', { name: 'Settings of the board' }).click();
    expect(asked).toHaveLength(1);
  });

  test('choose the language', async () => {
    const element = await show(menu());
    const chosen = heard(element, 'language-chosen');
    await open();
    await page.getByRole('button', { name: 'FR, Français' }).click();
    expect(chosen).toEqual([{ language: 'fr' }]);
  });
});

describe('a watcher', () => {
  test('who may join is offered to', async () => {
    const element = await show(menu({ role: 'watcher' }, true));
    const asked = heard(element, 'joining-requested');
    await open('You are watching');
    await page.getByRole('button', { name: 'Join with a name' }).click();
    expect(asked).toHaveLength(1);
  });

  test('by a watcher’s link is offered neither that nor a phone', async () => {
    await show(menu({ role: 'watcher' }));
    await open('You are watching');
    expect(page.getByRole('button', { name: 'Join with a name' }).elements()).toEqual([]);
    expect(page.getByRole('button', { name: 'Continue on my phone' }).elements()).toEqual([]);
  });
});

describe('receipts', () => {
  const withReceipts = (checks: ReadonlyMap<string, ReceiptCheck> = new Map()) =>
    html`<palabre-own-menu .you=${VOTER} .receipts=${receipts()} .checks=${checks}></palabre-own-menu>`;

  test('are shown with their rounds, and looked up once their round is revealed', async () => {
    const element = await show(withReceipts());
    const asked = heard(element, 'receipt-check-requested');
    await open();
    await expect.element(page.getByText('K7Q2MX4P')).toBeVisible();
    await expect.element(page.getByText('Round 2 · Anonymous')).toBeVisible();
    await page.getByRole('button', { name: 'Look it up', exact: false }).click();
    expect(asked).toEqual([{ round: 'round1' }]);
  });

  test.each([
    ['counted', 'your ballot is counted'],
    ['missing', 'It is not in the published list'],
    ['failed', 'could not be fetched'],
  ] as const)('that are %s say so', async (check, words) => {
    await show(withReceipts(new Map([['round1', check]])));
    await open();
    await expect.element(page.getByRole('status').filter({ hasText: words })).toBeVisible();
  });
});
