// Boards made from other boards: the dialog that makes them, and what the new board says of the old decision.
import { html } from 'lit';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../../client/elements/board/copy-dialog.ts';
import type { PalabreCopyDialog } from '../../../client/elements/board/copy-dialog.ts';
import '../../../client/elements/board/previous-card.ts';
import type { PalabrePreviousCard, Superseding } from '../../../client/elements/board/previous-card.ts';
import '../../../client/elements/home/table-import.ts';
import '../../../client/elements/home/visited-boards.ts';
import '../../../client/elements/results/what-moved.ts';
import type { Board, Previous } from '../../../shared/board/board.ts';
import { resultOf } from '../../../shared/voting/result.ts';
import { sampleBallots, sampleBoard, sampleRound, sampleTally } from '../ballot/sample-board.ts';
import { THEMES, deepText, faults, heard, settled, show, theme } from '../stage.ts';

const previous: Previous = {
  board: 'old',
  title: 'Which web framework?',
  at: '2026-11-03T14:00:00.000Z',
  decision: {
    options: ['flask'],
    status: 'accepted',
    summary: 'It is small.',
    reviewOn: '2026-03-03',
    at: '2025-03-03T14:00:00.000Z',
  },
};
const accepted = { options: ['django'], status: 'accepted', summary: '', at: '2026-11-03T15:00:00.000Z' } as const;
const again = (more: Partial<Board> = {}): Board => ({ ...sampleBoard(), previous, ...more });

const card = (board: Board, mayMark = true, superseding: Superseding = 'no') =>
  show<PalabrePreviousCard>(
    html`<palabre-previous-card
      .board=${board}
      .address=${'/b/old'}
      .mayMark=${mayMark}
      .superseding=${superseding}
    ></palabre-previous-card>`,
  );

const dialog = (decided: boolean | undefined) =>
  show<PalabreCopyDialog>(
    html`<palabre-copy-dialog .open=${true} .heading=${'Which one?'} .decided=${decided}></palabre-copy-dialog>`,
  );

beforeEach(async () => {
  await page.viewport(1280, 800);
  await theme('light');
});
afterEach(() => document.body.replaceChildren());

describe('the card of the old decision', () => {
  test('says what was decided, when, and when it was to be looked at again; why on request', async () => {
    const element = await card(again());
    expect(deepText(element)).toMatch(/Decided before: Flask, accepted on .*3.*2025/);
    expect(deepText(element)).toMatch(/review was due .*3.*2026/);
    await expect.element(page.getByText('It is small.')).not.toBeVisible();
    await page.getByRole('button', { name: 'Why it was' }).click();
    await expect.element(page.getByText('It is small.')).toBeVisible();
    await expect.element(page.getByRole('link', { name: 'To that board' })).toHaveAttribute('href', '/b/old');
  });

  test('says that the scores shown are old ones, until a new round opens', async () => {
    const old = sampleRound({ id: 'r1', state: 'revealed', imported: true });
    expect(deepText(await card(again({ rounds: [old] })))).toContain('the scores here are the old ones');
    const now = sampleRound({ id: 'r2' });
    expect(deepText(await card(again({ rounds: [old, now] })))).not.toContain('the old ones');
  });

  test('offers to mark the old decision only once the new one is accepted, and to who holds the old key', async () => {
    const mark = () => page.getByRole('button', { name: 'Mark the old decision as superseded' });
    await card(again());
    expect(mark().elements()).toHaveLength(0);
    await card(again({ decision: accepted }), false);
    expect(mark().elements()).toHaveLength(0);
    const element = await card(again({ decision: accepted }));
    const asked = heard(element, 'previous-superseded');
    await mark().click();
    expect(asked).toHaveLength(1);
    expect(deepText(await card(again({ decision: accepted }), true, 'done'))).toContain('is marked as superseded');
  });
});

describe('the dialog that makes a board from another', () => {
  test('duplicates with or without notes under the title that is given', async () => {
    const element = await dialog(true);
    const chosen = heard(element, 'copy-chosen');
    await page.getByLabelText('Title of the new board').fill('Another one');
    await page.getByRole('checkbox').click();
    await page.getByRole('button', { name: 'Make the new board' }).click();
    expect(chosen).toEqual([{ title: 'Another one', notes: false, redecide: false }]);
  });

  test('decides again where something was decided', async () => {
    const element = await dialog(true);
    const chosen = heard(element, 'copy-chosen');
    await page.getByRole('radio', { name: /^Decide again/ }).click();
    await page.getByLabelText('Title of the new board').click();
    await userEvent.keyboard('{Enter}');
    expect(chosen).toEqual([{ title: 'Which one?', notes: true, redecide: true }]);
    await dialog(false);
    expect(page.getByRole('radio').elements()).toHaveLength(0);
  });
});

test('a visited board can be duplicated from the list of boards', async () => {
  const boards = [{ board: 'b1', title: 'Which one?', role: 'voter', at: previous.at }];
  const element = await show(
    html`<palabre-visited-boards .boards=${boards} .now=${Date.parse(previous.at)}></palabre-visited-boards>`,
  );
  const copied = heard(element, 'visit-copied');
  await page.getByRole('button', { name: 'Duplicate Which one?' }).click();
  expect(copied).toEqual([{ board: 'b1' }]);
});

test('results say old against new with the date of the old round', async () => {
  const result = resultOf(sampleRound({ id: 'r1' }), sampleBallots());
  const of = (id: string, more: object) =>
    sampleRound({ id, state: 'revealed', tally: sampleTally(), result, ...more });
  const old = of('r1', { imported: true, revealedAt: '2025-03-03T14:00:00.000Z' });
  const now = of('r2', {});
  const board = again({ rounds: [old, now] });
  const element = await show(
    html`<palabre-what-moved .board=${board} .round=${now} .previous=${old}></palabre-what-moved>`,
  );
  await settled(element);
  expect(deepText(element)).toMatch(/Old against new: what moved since .*2025/);
});

for (const name of THEMES) {
  test(`axe finds nothing in the ${name} theme`, async () => {
    await theme(name);
    await card(again({ decision: accepted }));
    expect(await faults()).toEqual([]);
    await dialog(true);
    expect(await faults()).toEqual([]);
  });
}
