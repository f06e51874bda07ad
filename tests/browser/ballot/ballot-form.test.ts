import { html } from 'lit';
import { beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../../client/elements/ballot/ballot-form.ts';
import type { PalabreBallotForm } from '../../../client/elements/ballot/ballot-form.ts';
import type { Round } from '../../../shared/board/board.ts';
import type { MyBallot } from '../../../client/board-view.ts';
import { begun, mine, sampleBoard, sampleRound } from './sample-board.ts';
import { THEMES, faults, focus, focused, heard, settled, show, theme } from '../stage.ts';

const form = (ballot: MyBallot | undefined = begun(), round: Round = sampleRound()): Promise<PalabreBallotForm> =>
  show(html`<palabre-ballot-form .board=${sampleBoard(round)} .round=${round} .mine=${ballot}></palabre-ballot-form>`);

const group = (criterion: string) => page.getByRole('group', { name: criterion });
const score = (criterion: string, name: string) => group(criterion).getByRole('radio', { name, exact: true });
const button = (name: string) => page.getByRole('button', { name, exact: true });
const heading = () => page.getByRole('heading', { level: 2 });

/** Presses the button until the page of an option is shown. */
async function turnTo(element: PalabreBallotForm, option: string): Promise<void> {
  for (let turn = 0; turn < 9; turn += 1) {
    if (heading().element().textContent?.trim() === option) return;
    await button('Next').click();
    await settled(element);
  }
  throw new Error(`no page for ${option}`);
}

beforeEach(async () => {
  await page.viewport(390, 844);
  await theme('light');
});

describe('one option at a time', () => {
  test('the first page shows the first option with a group of six scores for each criterion', async () => {
    await form();
    await expect.element(heading()).toHaveTextContent('Flask');
    expect(page.getByRole('group').elements()).toHaveLength(6);
    await expect.element(score('Learning curve', '4')).toBeChecked();
    await expect.element(score('Learning curve', '0, steep')).not.toBeChecked();
    await expect.element(page.getByText('1 of 9')).toBeVisible();
    await expect.element(page.getByText('16 of 54 · saved')).toBeVisible();
  });

  test('a tap on a score sends it up with its option and criterion', async () => {
    const element = await form();
    const chosen = heard(element, 'score-chosen');
    await score('Flexibility', '2').click();
    expect(chosen).toEqual([{ option: 'flask', criterion: 'flexibility', score: 2 }]);
  });

  test('not knowing is a choice beside the scores, and any choice can be taken back', async () => {
    const element = await form();
    const chosen = heard(element, 'score-chosen');
    await score('Flexibility', 'don’t know').click();
    await button('take back Flexibility').click();
    expect(chosen).toEqual([
      { option: 'flask', criterion: 'flexibility', score: 'unknown' },
      { option: 'flask', criterion: 'flexibility', score: null },
    ]);
  });

  test('a score that the page did not accept does not stay chosen', async () => {
    const element = await form();
    await score('Flexibility', '2').click();
    await settled(element);
    await expect.element(score('Flexibility', '2')).not.toBeChecked();
    await expect.element(score('Flexibility', '4')).toBeChecked();
  });

  test('next and back turn the pages and put the focus on the heading', async () => {
    const element = await form();
    await button('Next').click();
    await settled(element);
    await expect.element(heading()).toHaveTextContent('Django');
    await expect.poll(focused).toBe(heading().element());
    await button('Back').click();
    await expect.element(heading()).toHaveTextContent('Flask');
  });

  test('next unscored goes to the first unscored group and focuses it', async () => {
    const element = await form();
    await button('Next unscored').click();
    await settled(element);
    await expect.element(heading()).toHaveTextContent('Bottle');
    await expect.poll(focused).toBe(score('Learning curve', '0, steep').element());
  });

  test('scores that are not acknowledged are said to be waiting', async () => {
    await form(begun({ waiting: new Set(['flask/async', 'flask/learning']) }));
    await expect.element(page.getByText('16 of 54 · 2 waiting')).toBeVisible();
    await expect.element(group('Async & sockets').getByText('waiting')).toBeVisible();
  });
});

describe('by keyboard', () => {
  test('arrows move inside a group and never cast a vote', async () => {
    const element = await form();
    const chosen = heard(element, 'score-chosen');
    focus(score('Learning curve', '0, steep'));
    await userEvent.keyboard('{ArrowRight}{ArrowRight}{ArrowDown}');
    await expect.poll(focused).toBe(score('Learning curve', '3').element());
    await userEvent.keyboard('{ArrowLeft}{ArrowUp}{ArrowLeft}{ArrowLeft}');
    await expect.poll(focused).toBe(group('Learning curve').getByRole('radio', { name: 'don’t know' }).element());
    expect(chosen).toEqual([]);
    await expect.element(score('Learning curve', '4')).toBeChecked();
  });

  test('space chooses the focused score', async () => {
    const element = await form();
    const chosen = heard(element, 'score-chosen');
    focus(score('Flexibility', '4'));
    await userEvent.keyboard('{ArrowLeft} ');
    expect(chosen).toEqual([{ option: 'flask', criterion: 'flexibility', score: 3 }]);
  });

  test('a digit scores the focused group, and backspace takes the score back', async () => {
    const element = await form();
    const chosen = heard(element, 'score-chosen');
    focus(score('Flexibility', '4'));
    await userEvent.keyboard('1');
    await expect.poll(focused).toBe(score('Flexibility', '1').element());
    await userEvent.keyboard('{Backspace}');
    expect(chosen).toEqual([
      { option: 'flask', criterion: 'flexibility', score: 1 },
      { option: 'flask', criterion: 'flexibility', score: null },
    ]);
  });

  test('a digit outside a group scores nothing', async () => {
    const element = await form();
    const chosen = heard(element, 'score-chosen');
    focus(heading());
    await userEvent.keyboard('3');
    focus(button('Next'));
    await userEvent.keyboard('4');
    expect(chosen).toEqual([]);
  });

  test('one tab stop a group: tab goes from the chosen score to what is after the group', async () => {
    await form();
    focus(score('Learning curve', '4'));
    await userEvent.keyboard('{Tab}');
    await expect.poll(focused).toBe(button('take back Learning curve').element());
    await userEvent.keyboard('{Tab}');
    await expect.poll(focused).toBe(score('Ecosystem', '5, vast').element());
  });
});

describe('what the round covers', () => {
  test('only the listed cells are asked', async () => {
    await form(
      undefined,
      sampleRound({
        cells: [
          ['django', 'async'],
          ['django', 'learning'],
        ],
      }),
    );
    await expect.element(heading()).toHaveTextContent('Django');
    expect(page.getByRole('group').elements()).toHaveLength(2);
    await expect.element(page.getByText('1 of 1')).toBeVisible();
  });

  test('an option withdrawn elsewhere is passed over', async () => {
    const element = await form(begun(), sampleRound({ withdrawn: ['django'] }));
    await button('Next').click();
    await settled(element);
    await expect.element(heading()).toHaveTextContent('Bottle');
    await expect.element(page.getByText('2 of 8')).toBeVisible();
  });

  test('an option withdrawn under the voter’s eyes stays, says so and takes no more scores', async () => {
    const element = await form();
    element.round = sampleRound({ withdrawn: ['flask'] });
    await settled(element);
    await expect.element(heading()).toHaveTextContent('Flask');
    await expect.element(page.getByRole('status')).toHaveTextContent('taken out of the round');
    expect(page.getByRole('radio').elements()).toHaveLength(0);
  });

  test('weights are those frozen at opening', async () => {
    const round = sampleRound();
    await form(
      begun(),
      sampleRound({ criteria: round.criteria.map((c) => (c.id === 'learning' ? { ...c, weight: 9 } : c)) }),
    );
    await expect.element(group('Learning curve')).toHaveTextContent('weight 9');
  });

  test('a shuffled round keeps one order for one seed', async () => {
    const round = sampleRound({ shuffle: true });
    const orders: string[] = [];
    for (const seed of ['a', 'a', 'b']) {
      const element = await form(begun(), round);
      element.shuffleSeed = seed;
      await settled(element);
      await button('Check and finish').click();
      await settled(element);
      orders.push(page.getByRole('list').element().textContent ?? '');
    }
    expect(orders[0]).toBe(orders[1]);
    expect(orders[0]).not.toBe(orders[2]);
  });

  test('a closed round shows the ballot and lets nothing change', async () => {
    await form(begun(), sampleRound({ state: 'closed' }));
    await expect.element(page.getByText(/This round is closed/)).toBeVisible();
    await expect.element(score('Learning curve', '4')).toBeDisabled();
    expect(page.getByRole('button', { name: 'take back' }).elements()).toHaveLength(0);
  });

  test('a watcher has no ballot', async () => {
    const element = await form();
    element.you = { role: 'watcher' };
    await settled(element);
    await expect.element(page.getByText(/Only voters have a ballot/)).toBeVisible();
    await expect.element(score('Learning curve', '4')).toBeDisabled();
  });
});

describe('who sees what', () => {
  test('the rule is said in short, and in full on request', async () => {
    await form();
    await expect.element(page.getByText(/anonymous until and after the reveal/)).toBeVisible();
    const more = button('what does that mean?');
    await expect.element(more).toHaveAttribute('aria-expanded', 'false');
    await more.click();
    await expect.element(more).toHaveAttribute('aria-expanded', 'true');
    await expect.element(page.getByText(/the link between you and your ballot is destroyed/)).toBeVisible();
  });
});

describe('before one is done', () => {
  async function review(ballot: MyBallot | undefined): Promise<PalabreBallotForm> {
    const element = await form(ballot);
    await button('Check and finish').click();
    await settled(element);
    return element;
  }

  test('the review lists each option with what is unscored, and leads there', async () => {
    const element = await review(begun());
    await expect.poll(focused).toBe(heading().element());
    await expect.element(page.getByText('38 cells are unscored', { exact: false })).toBeVisible();
    await page.getByRole('button', { name: /Tornado left: Flexibility, Maintenance/ }).click();
    await settled(element);
    await expect.element(heading()).toHaveTextContent('Tornado');
  });

  test('the last page leads to the review', async () => {
    const element = await form();
    await turnTo(element, 'web.py');
    await button('Check').click();
    await settled(element);
    await expect.element(heading()).toHaveTextContent('Check your ballot');
  });

  test('done is confirmed with what is left out, and can be undone', async () => {
    const element = await review(begun());
    const changes = heard(element, 'done-changed');
    await button('I’m done, 38 left out').click();
    element.mine = begun({ done: true });
    await settled(element);
    await expect.element(page.getByRole('status').filter({ hasText: 'You are done.' })).toBeVisible();
    await button('Not done after all').click();
    expect(changes).toEqual([{ done: true }, { done: false }]);
  });

  test('an empty ballot declared done is called an abstention', async () => {
    const element = await review(mine({}));
    const changes = heard(element, 'done-changed');
    await expect.element(page.getByText(/is an abstention/)).toBeVisible();
    await button('I abstain').click();
    expect(changes).toEqual([{ done: true }]);
  });

  test('a whole ballot is taken back only after a second question', async () => {
    const element = await review(begun());
    const withdrawn = heard(element, 'ballot-withdrawn');
    await button('Take my ballot back').click();
    expect(withdrawn).toEqual([]);
    await button('Take it back').click();
    expect(withdrawn).toEqual([{}]);
  });

  test('a receipt is shown with what it is good for', async () => {
    await review(begun({ receipt: 'K7Q2MX' }));
    await expect.element(page.getByText('K7Q2MX')).toBeVisible();
    await expect.element(page.getByText(/published list/)).toBeVisible();
  });
});

describe('for everybody', () => {
  for (const name of THEMES) {
    test(`axe finds nothing on a page, with the rules open, or on the review in the ${name} theme`, async () => {
      await theme(name);
      const element = await form(begun({ waiting: new Set(['flask/async']), receipt: 'K7Q2MX' }));
      expect(await faults()).toEqual([]);
      await button('what does that mean?').click();
      await settled(element);
      expect(await faults()).toEqual([]);
      await button('Check and finish').click();
      await settled(element);
      expect(await faults()).toEqual([]);
      element.mine = begun({ done: true });
      await settled(element);
      expect(await faults()).toEqual([]);
    });
  }

  test('at 360 pixels nothing scrolls sideways and every score is a thumb wide', async () => {
    await page.viewport(360, 740);
    const element = await form();
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(360);
    for (const label of element.renderRoot.querySelectorAll('palabre-score-scale')) {
      for (const target of label.renderRoot.querySelectorAll('label, button')) {
        const { width, height } = target.getBoundingClientRect();
        expect(Math.min(width, height)).toBeGreaterThanOrEqual(44);
      }
    }
  });

  test('very long names wrap instead of pushing', async () => {
    await page.viewport(360, 740);
    const round = sampleRound();
    const board = sampleBoard(round);
    const long = 'An-extraordinarily-long-name-that-somebody-pasted-from-a-spreadsheet-without-spaces';
    await show(
      html`<palabre-ballot-form
        .board=${{
          ...board,
          options: board.options.map((option) => ({ ...option, name: long })),
          criteria: board.criteria.map((criterion) => ({ ...criterion, name: long, low: long, high: long })),
        }}
        .round=${round}
        .mine=${begun()}
      ></palabre-ballot-form>`,
    );
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(360);
  });
});
