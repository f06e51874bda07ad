import { html } from 'lit';
import { beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../../client/elements/rounds/open-round-dialog.ts';
import type { PalabreOpenRoundDialog } from '../../../client/elements/rounds/open-round-dialog.ts';
import type { Board } from '../../../shared/board/board.ts';
import { sampleBoard, sampleRound } from '../ballot/sample-board.ts';
import { THEMES, deepText, faults, focused, heard, settled, show, theme } from '../stage.ts';

const closed = sampleRound({ state: 'revealed' });

const draw = (board: Board = sampleBoard(closed)): Promise<PalabreOpenRoundDialog> =>
  show(html`<palabre-open-round-dialog open .board=${board}></palabre-open-round-dialog>`);

const radio = (name: string) => page.getByRole('radio', { name, exact: true });
const submit = () => page.getByRole('button', { name: 'Open the round' });

beforeEach(async () => {
  await page.viewport(1280, 900);
  await theme('light');
});

describe('opening a round', () => {
  test('as it comes it opens a named score round by weighted mean, without a limit', async () => {
    const element = await draw();
    const opened = heard(element, 'round-opened');
    await submit().click();
    expect(opened).toEqual([{ method: 'score', rule: 'mean', secrecy: 'named' }]);
  });

  test('each secrecy is explained in a sentence of its own', async () => {
    await draw();
    await expect.element(radio('Named')).toHaveAccessibleDescription(/everybody sees every ballot with its name/);
    await expect.element(radio('Anonymous')).toHaveAccessibleDescription(/needs at least three ballots/);
    await expect.element(radio('Live')).toHaveAccessibleDescription(/totals can give a vote away/);
  });

  test('what is chosen is what is opened, and voters are told the rules that follow', async () => {
    const element = await draw();
    const opened = heard(element, 'round-opened');
    await radio('Anonymous').click();
    await radio('5 min').click();
    await page.getByRole('checkbox', { name: 'Close by itself when everybody is done' }).click();
    await page.getByRole('textbox', { name: /What to think of/ }).fill(' Think of 2030. ');
    await page.getByText('Counting, options, criteria and more').click();
    await page.getByRole('combobox', { name: 'Counting rule' }).selectOptions('star');
    await page.getByRole('checkbox', { name: 'web.py' }).click();
    await page.getByRole('checkbox', { name: /Publish whole ballots/ }).click();
    await page.getByRole('spinbutton', { name: /Quorum/ }).fill('5');
    await userEvent.keyboard('{Tab}');
    await expect
      .poll(() => deepText(page.getByRole('region', { name: 'What voters are told' }).element()))
      .toMatch(/Anonymous round: .*every whole ballot, without its name/);
    await submit().click();
    expect(opened).toEqual([
      {
        method: 'score',
        rule: 'star',
        secrecy: 'anonymous',
        options: ['flask', 'django', 'bottle', 'web2py', 'cherrypy', 'pyramid', 'twisted', 'tornado'],
        prompt: 'Think of 2030.',
        seconds: 300,
        closeWhenAll: true,
        quorum: 5,
        publish: 'ballots',
      },
    ]);
  });

  test('another time is a number of minutes, and nonsense is refused with a sentence', async () => {
    const element = await draw();
    const opened = heard(element, 'round-opened');
    await radio('Other').click();
    const minutes = page.getByRole('spinbutton', { name: 'Minutes' });
    await minutes.fill('0');
    await submit().click();
    await expect.element(page.getByRole('alert')).toHaveTextContent('at most seven days');
    expect(opened).toEqual([]);
    await minutes.fill('1.5');
    await submit().click();
    expect(opened).toEqual([{ method: 'score', rule: 'mean', secrecy: 'named', seconds: 90 }]);
  });

  test('a consent round needs its proposal, a dots round its number of dots', async () => {
    const element = await draw();
    const opened = heard(element, 'round-opened');
    await radio('Consent').click();
    await submit().click();
    await expect.element(page.getByRole('alert')).toHaveTextContent('Write the proposal');
    await page.getByRole('textbox', { name: 'The proposal' }).fill('We take Flask.');
    await submit().click();
    await radio('Dots').click();
    await page.getByRole('spinbutton', { name: 'Dots for each voter' }).fill('3');
    await submit().click();
    expect(opened).toEqual([
      { method: 'consent', rule: 'threshold', secrecy: 'named', proposal: 'We take Flask.', threshold: 1 },
      { method: 'dots', rule: 'sum', secrecy: 'named', dots: 3, stacking: true },
    ]);
  });

  test('while a round is open it says so instead of sending', async () => {
    const element = await draw(sampleBoard(sampleRound()));
    const opened = heard(element, 'round-opened');
    await submit().click();
    await expect.element(page.getByRole('alert')).toHaveTextContent('A round is open');
    expect(opened).toEqual([]);
  });

  test('cancel and escape ask to be closed, and another opening starts afresh', async () => {
    const element = await draw();
    const asked: string[] = [];
    element.addEventListener('dialog-closed', () => asked.push('closed'));
    await radio('Live').click();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await userEvent.keyboard('{Escape}');
    expect(asked).toEqual(['closed', 'closed']);
    element.open = false;
    await settled(element);
    element.open = true;
    await settled(element);
    await expect.element(radio('Named')).toBeChecked();
  });

  test('the first field has the focus, and arrows choose in a group', async () => {
    await draw();
    await expect.poll(focused).toBe(radio('Score').element());
    await userEvent.keyboard('{ArrowRight}');
    await expect.element(radio('Weights')).toBeChecked();
  });

  for (const name of THEMES) {
    test(`axe finds nothing in the ${name} theme, wide and narrow, with everything unfolded`, async () => {
      await theme(name);
      for (const width of [1280, 360]) {
        await page.viewport(width, 800);
        const element = await draw();
        await page.getByText('Counting, options, criteria and more').click();
        await radio('Anonymous').click();
        await settled(element);
        expect(await faults()).toEqual([]);
        expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
      }
    });
  }
});
