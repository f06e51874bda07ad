// Recording the decision, and how everybody sees it.
import { html, render } from 'lit';
import { afterEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import '../../../client/elements/board/decision-card.ts';
import '../../../client/elements/board/decision-dialog.ts';
import type { Board } from '../../../shared/board/board.ts';
import { show } from '../home/stage.ts';
import { heard, settled } from '../stage.ts';
import { decided, revealed } from './sample.ts';

const YOU = { id: 'm0', role: 'facilitator', name: 'Inès' } as const;
const dialog = (board: Board) =>
  html`<palabre-decision-dialog open .board=${board} .you=${YOU}></palabre-decision-dialog>`;
const record = () => page.getByRole('button', { name: 'Record it' });

afterEach(() => document.body.replaceChildren());

describe('the dialog', () => {
  test('begins with the leader of the last revealed round, accepted, decided by who fills it in', async () => {
    const element = await show(dialog(revealed()));
    const set = heard(element, 'decision-set');
    await page.getByLabelText('Why').fill('Small enough to learn.');
    await record().click();
    expect(set).toEqual([
      { options: ['flask'], status: 'accepted', summary: 'Small enough to learn.', round: 'round2', deciders: ['m0'] },
    ]);
  });

  test('keeps the options in the order of the board, and takes all that is said', async () => {
    const element = await show(dialog(revealed(['django', 'flask'])));
    const [set, closed] = [heard(element, 'decision-set'), heard(element, 'dialog-closed')];
    await page.getByRole('radio', { name: 'Proposed' }).click();
    await page.getByRole('checkbox', { name: 'Awa D.' }).click();
    await page.getByLabelText('It rests on').selectOptions('no round');
    await page.getByLabelText('Look at it again on').fill('2027-05-01');
    await record().click();
    expect(set).toEqual([
      { options: ['flask', 'django'], status: 'proposed', summary: '', deciders: ['m0', 'm1'], reviewOn: '2027-05-01' },
    ]);
    expect(closed).toHaveLength(1);
  });

  test.each([
    ['stays while it is superseded', 'Superseded', true],
    ['goes with that', 'Accepted', false],
  ])('what superseded it %s', async (_what, status, stays) => {
    const supersededBy = { board: 'b2', title: 'Again' };
    const decision = decided({ status: 'superseded', supersededBy });
    const element = await show(dialog(revealed(['django'], { decision })));
    const set = heard(element, 'decision-set');
    await page.getByRole('radio', { name: status }).click();
    await record().click();
    const { at: _at, by: _by, supersededBy: _supersededBy, ...said } = decision;
    expect(set).toEqual([stays ? { ...said, supersededBy } : { ...said, status: 'accepted' }]);
  });

  test('begins with the decision as it stands, a month to look at it again included', async () => {
    const decision = decided({ status: 'superseded', reviewOn: '2027-05' });
    const element = await show(dialog(revealed(['django'], { decision })));
    const set = heard(element, 'decision-set');
    await record().click();
    const { at: _at, by: _by, ...said } = decision;
    expect(set).toEqual([said]);
  });

  test('may choose none', async () => {
    const element = await show(dialog(revealed()));
    const set = heard(element, 'decision-set');
    await page.getByRole('checkbox', { name: 'Flask' }).click();
    await page.getByRole('radio', { name: 'Rejected' }).click();
    await record().click();
    expect(set).toMatchObject([{ options: [], status: 'rejected' }]);
  });

  test('leaves out options that are gone, and keeps one that was chosen before', async () => {
    const board = revealed(['flask'], { decision: decided() });
    const options = board.options.map((option) =>
      ['flask', 'django'].includes(option.id) ? { ...option, removed: true as const } : option,
    );
    await show(dialog({ ...board, options }));
    await expect.element(page.getByRole('checkbox', { name: 'Flask' })).toBeChecked();
    expect(page.getByRole('checkbox', { name: 'Django' }).elements()).toEqual([]);
  });

  test('what others change meanwhile is not put over what is typed', async () => {
    const element = await show(dialog(revealed()));
    await page.getByLabelText('Why').fill('Mine');
    render(dialog(revealed(['django'], { decision: decided() })), element.parentElement!);
    await settled(element);
    await expect.element(page.getByLabelText('Why')).toHaveValue('Mine');
    await expect.element(page.getByRole('checkbox', { name: 'Flask' })).toBeChecked();
  });
});

describe('the card', () => {
  const card = (board: Board, editable = false) =>
    html`<palabre-decision-card .board=${board} .editable=${editable}></palabre-decision-card>`;

  test('is not there before there is a decision', async () => {
    const element = await show(card(revealed()));
    expect(element.shadowRoot?.textContent?.trim()).toBe('');
  });

  test('says what, who, when, on what, and why on request', async () => {
    await show(card(revealed(['flask'], { decision: decided() })));
    const region = page.getByRole('region', { name: 'The decision' });
    await expect.element(region).toHaveTextContent(/Accepted\s*Flask/);
    await expect.element(region).toHaveTextContent('Inès and Awa D., Nov 5, 2026 · rests on round 2');
    await expect.element(region).toHaveTextContent('looked at again on May 1, 2027');
    await expect.element(page.getByText('small enough to learn', { exact: false })).not.toBeVisible();
    await page.getByRole('button', { name: 'Why' }).click();
    await expect.element(page.getByText('small enough to learn', { exact: false })).toBeVisible();
  });

  test('gives the record to everybody, and the change to the facilitator', async () => {
    const board = revealed(['flask'], { decision: decided() });
    const element = await show(card(board));
    const [record_, asked] = [heard(element, 'export-requested'), heard(element, 'decision-requested')];
    await page.getByRole('button', { name: 'Decision record' }).click();
    expect(record_).toEqual([{ format: 'record' }]);
    expect(page.getByRole('button', { name: 'Change' }).elements()).toEqual([]);
    render(card(board, true), element.parentElement!);
    await page.getByRole('button', { name: 'Change' }).click();
    expect(asked).toHaveLength(1);
  });
});
