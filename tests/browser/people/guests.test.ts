// People without a device: adding them, and recording their ballot without touching one's own.
import { html } from 'lit';
import { beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../../client/elements/people/people.ts';
import type { PalabrePeople } from '../../../client/elements/people/people.ts';
import '../../../client/elements/people/record-dialog.ts';
import type { PalabreRecordDialog } from '../../../client/elements/people/record-dialog.ts';
import type { Member } from '../../../shared/board/board.ts';
import { sampleBoard, sampleRound } from '../ballot/sample-board.ts';
import { THEMES, faults, focus, focused, heard, settled, show, theme } from '../stage.ts';

const PAUL: Member = { id: 'paul', name: 'Paul', role: 'voter', guest: true };
const HERE = { facilitators: 1, voters: 0, watchers: 0 };
const people = (recordable: boolean, voted: readonly string[] = []) =>
  show<PalabrePeople>(
    html`<palabre-people
      .here=${HERE}
      .members=${new Map([...sampleBoard().members, ['paul', PAUL] as const])}
      .presence=${new Map([['m0', {}]])}
      .you=${'m0'}
      .managing=${true}
      .recordable=${recordable}
      .voted=${new Set(voted)}
    ></palabre-people>`,
  );
const openList = () => page.getByRole('button', { name: '1 person here' }).click();

beforeEach(async () => {
  await page.viewport(1280, 720);
  await theme('light');
});

describe('the people of a board', () => {
  test('one adds somebody without a device, and then the next', async () => {
    const element = await people(false);
    const added = heard(element, 'guest-added');
    await openList();
    await page.getByRole('button', { name: 'Add someone without a device' }).click();
    await userEvent.keyboard(' {Enter}Paul {Enter}Vera{Enter}');
    expect(added).toEqual([{ name: 'Paul' }, { name: 'Vera' }]);
  });

  test('a guest’s ballot is recorded while a round is open, and they are never called away', async () => {
    const element = await people(true);
    const asked = heard(element, 'recording-requested');
    await openList();
    await page.getByRole('button', { name: 'Record the ballot of Paul…' }).click();
    expect(asked).toEqual([{ member: 'paul' }]);
    await expect.element(page.getByText('without a device', { exact: true })).toBeVisible();
  });

  test('a guest may be removed and given no role', async () => {
    await people(false);
    await openList();
    await expect.element(page.getByRole('button', { name: 'Record the ballot of Paul…' })).not.toBeInTheDocument();
    await page.getByRole('button', { name: 'What Paul may do' }).click();
    await expect.element(page.getByRole('button', { name: 'Remove…' })).toBeVisible();
    await expect.element(page.getByRole('button', { name: 'Make facilitator' })).not.toBeInTheDocument();
  });

  test('a ballot that is in is said to be', async () => {
    await people(true, ['paul']);
    await openList();
    await expect.element(page.getByText('recorded', { exact: true })).toBeVisible();
  });
});

describe('recording', () => {
  const draw = (round = sampleRound(), unknown = false) =>
    show<PalabreRecordDialog>(
      html`<palabre-record-dialog
        open
        .board=${sampleBoard(round)}
        .round=${round}
        .guest=${PAUL}
        .unknown=${unknown}
      ></palabre-record-dialog>`,
    );

  test('says whose ballot it is, and sends what is chosen as theirs alone', async () => {
    const element = await draw();
    const own = [heard(element, 'score-chosen'), heard(element, 'ballot-chosen'), heard(element, 'done-changed')];
    const recorded = heard(element, 'ballot-recorded');
    const done = heard(element, 'recorded-done-changed');
    await expect.element(page.getByText('You are recording for Paul.')).toBeVisible();
    focus(page.getByRole('radio', { name: /^4/ }).first());
    await userEvent.keyboard(' ');
    await page.getByRole('button', { name: 'Check and finish' }).click();
    await page.getByRole('button', { name: /^I’m done|^I abstain/ }).click();
    expect(recorded).toMatchObject([{ round: 'round2', member: 'paul', ballot: { cells: {} } }]);
    expect(JSON.stringify(recorded)).toContain('4');
    expect(done).toEqual([{ member: 'paul', done: true }]);
    expect(own).toEqual([[], [], []]);
  });

  test('says that a ballot recorded elsewhere is not shown', async () => {
    await draw(sampleRound(), true);
    await expect.element(page.getByText('were recorded before', { exact: false })).toBeVisible();
  });

  test('is taken back after one more question, whatever the method', async () => {
    const element = await draw(sampleRound(), true);
    const withdrawn = heard(element, 'recorded-withdrawn');
    const takeBack = page.getByRole('button', { name: 'Take the ballot back…' });
    await takeBack.click();
    await page.getByRole('button', { name: 'Keep it' }).click();
    expect(withdrawn).toEqual([]);
    await takeBack.click();
    await expect.poll(() => focused()?.textContent?.trim()).toBe('Keep it');
    expect(await faults()).toEqual([]);
    await page.getByRole('button', { name: 'Take it back' }).click();
    expect(withdrawn).toEqual([{ round: 'round2', member: 'paul' }]);
    await expect.element(page.getByText('The ballot of Paul was taken back.')).toBeVisible();
    await expect.element(takeBack).not.toBeInTheDocument();
  });

  test('offers to take back nothing where nothing was recorded', async () => {
    await draw();
    await expect.element(page.getByRole('button', { name: 'Take the ballot back…' })).not.toBeInTheDocument();
  });

  test('ends with the round', async () => {
    await draw(sampleRound({ state: 'closed' }));
    await expect.element(page.getByText('nothing more is recorded', { exact: false })).toBeVisible();
    await expect.element(page.getByRole('radio').first()).not.toBeInTheDocument();
  });

  test.each(THEMES)('axe finds nothing, %s', async (name) => {
    await theme(name);
    await settled(await draw());
    expect(await faults()).toEqual([]);
  });
});
