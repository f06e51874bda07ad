// The page that counts a file again: what it says of a sound file, of a touched one, and of what is no export.
import { html } from 'lit';
import { afterEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import '../../../client/pages/recount-page.ts';
import { exportBoard } from '../../../shared/exchange/export-json.ts';
import { meeting } from '../../shared/exchange/export-sources.ts';
import { APPEARANCES, faults, show } from '../home/stage.ts';
import { settled } from '../stage.ts';

const score = (flask: 0 | 2 | 5, django: 1 | 3) => ({
  cells: { flask: { speed: flask, docs: 3 as const }, django: { speed: django, docs: 4 as const } },
});
const BALLOTS = [score(5, 1), score(2, 3), score(5, 3)];
const exported = (secrecy: 'named' | 'anonymous', rule: 'mean' | 'irv' = 'mean') =>
  exportBoard(meeting({ round: 'r1', method: 'score', secrecy, rule }, BALLOTS));

async function drop(element: HTMLElement, text: string, name = 'export.json'): Promise<void> {
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File([text], name, { type: 'application/json' }));
  const area = element.shadowRoot?.querySelector('.drop');
  area?.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
  await expect.poll(() => element.shadowRoot?.querySelector('palabre-recount-verdict, .problem')).toBeTruthy();
  await settled(element);
}

const draw = () => show(html`<palabre-recount-page></palabre-recount-page>`);
const noted = () => page.getByRole('textbox', { name: /Fingerprint noted/ });

afterEach(() => {
  delete document.documentElement.dataset['theme'];
});

describe.each(APPEARANCES)('in %s, %s', (language, theme) => {
  test('before and after a file there is no fault that axe can find', async () => {
    const element = await show(
      html`<palabre-recount-page .language=${language}></palabre-recount-page>`,
      language,
      theme,
    );
    expect(await faults(false)).toEqual([]);
    const file = exported('anonymous');
    await drop(element, JSON.stringify({ ...file, chain: { head: 'x' } }));
    expect(await faults(false)).toEqual([]);
  });
});

test('a sound file is consistent with itself, and says what each round was counted from', async () => {
  await drop(await draw(), JSON.stringify(exported('named')));
  await expect.element(page.getByText('✓ This file is consistent with itself.')).toBeVisible();
  await expect
    .element(page.getByText('Counted again from 3 ballots: the same result, to the last digit.'))
    .toBeVisible();
});

test('a round published as its tally is said to be counted from it', async () => {
  await drop(await draw(), JSON.stringify(exported('anonymous')));
  await expect
    .element(page.getByText('Counted again from the published tally of 3 ballots: the same result.'))
    .toBeVisible();
});

test('a round whose rule needs whole ballots that were not published is not counted, and said so', async () => {
  await drop(await draw(), JSON.stringify(exported('anonymous', 'irv')));
  await expect.element(page.getByText(/Its rule needs whole ballots/)).toBeVisible();
});

test('a touched file says exactly what differs', async () => {
  const text = JSON.stringify(exported('named')).replace(/"ballots":3/g, '"ballots":4');
  await drop(await draw(), text);
  await expect.element(page.getByText('✗ This file contradicts itself.')).toBeVisible();
  await expect.element(page.getByText('rounds.0.result.ballots', { exact: true })).toBeVisible();
});

test.each([
  ['not json', /it is no JSON file/],
  ['{"format":"palabre/1"}', /is no export of a board/],
])('%j is refused with the reason', async (text, reason) => {
  await drop(await draw(), text, 'notes.txt');
  await expect.element(page.getByRole('alert')).toHaveTextContent(reason);
});

test('the fingerprint noted at the reveal is found, another one is not', async () => {
  const file = exported('named');
  const revealed = file.events.find((event) => event.type === 'round.revealed');
  const hash = revealed?.type === 'round.revealed' ? revealed.ballotsHash : '';
  await drop(await draw(), JSON.stringify(file));
  await noted().fill(`${hash.slice(0, 4)} ${hash.slice(4, 8)}`.toUpperCase());
  await expect.element(page.getByText('✓ It matches the ballots of this: Round 1.')).toBeVisible();
  await noted().fill('0000 0000');
  await expect.element(page.getByText(/Nothing in this file has that fingerprint/)).toBeVisible();
});

test('a receipt is found at its place in the sorted list', async () => {
  await drop(await draw(), JSON.stringify(exported('anonymous')));
  await page.getByRole('textbox', { name: 'Your receipt' }).fill(' r1 ');
  await expect.element(page.getByText('receipt 2 of 3, so your ballot')).toBeVisible();
  await expect.element(page.getByRole('listitem').filter({ hasText: 'yours' })).toHaveTextContent('r1');
});
