import { html } from 'lit';
import { beforeEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import '../../../client/elements/results/results-view.ts';
import type { PalabreResultsView } from '../../../client/elements/results/results-view.ts';
import type { Progress, Round } from '../../../shared/board/board.ts';
import type { Ballot } from '../../../shared/voting/ballots.ts';
import { methodOf } from '../../../shared/voting/methods.ts';
import { resultOf } from '../../../shared/voting/result.ts';
import type { Tally } from '../../../shared/voting/tally.ts';
import { mine, sampleBallots, sampleBoard, sampleRound, sampleTally } from '../ballot/sample-board.ts';
import { THEMES, faults, heard, settled, show, theme } from '../stage.ts';

function tallyOf(round: Round, ballots: readonly Ballot[]): Tally {
  const method = methodOf(round.method);
  const tally = method.emptyTally(round);
  for (const ballot of ballots) method.count(tally, round, ballot, 1);
  return tally;
}

/** A revealed round with what its ballots come to. */
function revealed(ballots: readonly Ballot[], changes: Partial<Round> = {}): Round {
  const round = sampleRound({ state: 'revealed', ...changes });
  return { ...round, tally: tallyOf(round, ballots), result: resultOf(round, ballots) };
}

const draw = (
  round: Round | undefined,
  given: { rounds?: readonly Round[]; progress?: Progress; ballot?: Ballot; tally?: Tally } = {},
): Promise<PalabreResultsView> =>
  show(
    html`<palabre-results-view
      .board=${sampleBoard(round, { rounds: given.rounds ?? (round === undefined ? [] : [round]) })}
      .round=${round}
      .tally=${given.tally}
      .progress=${given.progress}
      .mine=${given.ballot === undefined ? undefined : { ...mine({}), ballot: given.ballot }}
    ></palabre-results-view>`,
  );

const verdict = () => page.getByRole('heading', { level: 2 });
const order = () => page.getByRole('table', { name: /Order/ });
const rowTexts = (locator: { element(): Element }): (string | undefined)[][] =>
  [...locator.element().querySelectorAll('tbody tr')].map((row) =>
    [...row.querySelectorAll('td, th')].map((cell) => cell.textContent?.replace(/\s+/g, ' ').trim()),
  );

beforeEach(async () => {
  await page.viewport(1440, 900);
  await theme('light');
});

describe('who leads', () => {
  test('one sentence says who leads, by how much, how many prefer it, and what other rules say', async () => {
    await draw(revealed(sampleBallots()));
    await expect
      .element(verdict())
      .toHaveTextContent(
        'Django, narrowly: 78 to Flask’s 75 of 100, and 10 of 17 prefer it. All 9 counting rules agree.',
      );
  });

  test('the order is a table of ranks, names and values, values as short as they can be told apart', async () => {
    await draw(revealed(sampleBallots()));
    const rows = rowTexts(order());
    expect(rows).toHaveLength(9);
    expect(rows[0]).toEqual(['1', 'Django', '78']);
    expect(rows.slice(6, 8).map((row) => row[2])).toEqual(['41.3', '41.0']);
  });

  test('where other rules name somebody else, the sentence says whom', async () => {
    const round = revealed(sampleBallots());
    const { result } = round;
    if (result === undefined) throw new Error('no result');
    const others = (say: readonly string[]) =>
      result.otherRules.map((other, place) => ({ ...other, winners: [say[place] ?? 'django'] }));
    const cases: readonly (readonly [readonly string[], RegExp])[] = [
      [['flask'], /8 of 9 counting rules agree; Median says Flask\.$/],
      [['flask', 'flask'], /7 of 9 counting rules agree; the others say Flask\.$/],
      [['flask', 'bottle'], /7 of 9 counting rules agree\.$/],
      [Array.from({ length: 8 }, () => 'flask'), /The 8 other counting rules say Flask\.$/],
    ];
    for (const [say, words] of cases) {
      await draw({ ...round, result: { ...result, otherRules: others(say) } });
      await expect.element(verdict()).toHaveTextContent(words);
    }
  });

  test('a tie is called a tie, before the rule that breaks it', async () => {
    const even = [{ approved: ['flask', 'django'] }, { approved: ['django', 'flask'] }, { approved: [] }];
    await draw(revealed(even, { method: 'approval', rule: 'count' }));
    await expect.element(verdict()).toHaveTextContent(/^A tie: (Django and Flask|Flask and Django), each with 2\.$/);
    await expect.element(page.getByText(/^If one is needed: (Flask|Django), by a draw/)).toBeVisible();
    expect(rowTexts(order()).map((row) => row[0])).toEqual(['1', '1', '3', '3', '3', '3', '3', '3', '3']);
  });

  test('an option below a must-have is out, and the reason stays in view', async () => {
    const { criteria } = sampleRound();
    const must = criteria.map((criterion) =>
      criterion.id === 'maintenance' ? { ...criterion, mustHave: 2 } : criterion,
    );
    await draw(revealed(sampleBallots(), { criteria: must }));
    const last = rowTexts(order()).at(-1);
    expect(last?.[0]).toBe('–');
    expect(last?.[1]).toContain('knocked out: Maintenance is below 2');
  });

  test('below its quorum a result is said to be not valid', async () => {
    await draw(revealed(sampleBallots(4), { quorum: 5 }));
    await expect.element(page.getByText('Not valid: 4 ballots came, and this round needs 5.')).toBeVisible();
  });

  test('without ballots nobody leads', async () => {
    await draw(revealed([]));
    await expect.element(verdict()).toHaveTextContent('No ballots yet.');
  });

  test('how complete the ballots are is said beside the order', async () => {
    await draw(revealed(sampleBallots()));
    await expect.element(page.getByText(/17 ballots · 100% of the cells answered · “don’t know” in 3%/)).toBeVisible();
  });

  test('bars show where options stood in the round before', async () => {
    const first = revealed(sampleBallots(11), { id: 'round1' });
    const second = revealed(sampleBallots());
    await draw(second, { rounds: [first, second] });
    await expect.element(page.getByText('where it stood after round 1')).toBeVisible();
    expect(rowTexts(order())[0]?.[2]).toMatch(/before: \d+/);
  });
});

describe('where we split', () => {
  test('the widest split comes first, in words, with a way to its notes', async () => {
    const element = await draw(revealed(sampleBallots()));
    const targets = heard(element, 'target-selected');
    await expect.element(page.getByText('9 gave 0\u2060–\u20601, 8 gave 4\u2060–\u20605')).toBeVisible();
    await page.getByRole('button', { name: 'Notes: Pyramid × Learning curve' }).click();
    expect(targets).toEqual([{ target: { kind: 'cell', option: 'pyramid', criterion: 'learning' }, open: true }]);
  });

  test('where nothing lies apart, that is said', async () => {
    const same = sampleBallots(1)[0];
    if (same === undefined) throw new Error('no ballot');
    await draw(revealed([same, same, same]));
    await expect.element(page.getByText(/Nowhere far/)).toBeVisible();
  });

  test('at the reveal the split is announced before the leader', async () => {
    const round = revealed(sampleBallots());
    const element = await draw({ ...sampleRound(), state: 'closed' });
    element.round = round;
    await settled(element);
    expect(element.fresh).toBe(true);
    await expect
      .element(page.getByRole('status').first())
      .toHaveTextContent(/^We split most on Pyramid × Learning curve\. Django/);
  });

  test('a round that was revealed before is not announced', async () => {
    const element = await draw(revealed(sampleBallots()));
    expect(element.fresh).toBe(false);
    await expect.element(page.getByRole('status').first()).toBeEmptyDOMElement();
  });
});

describe('what would change it', () => {
  test('moving a weight reorders the bars for this reader only, and reset undoes it', async () => {
    await draw(revealed(sampleBallots()));
    const slider = page.getByRole('slider', { name: 'Flexibility' });
    await slider.fill('60');
    await expect.element(page.getByText(/^With these weights: Flask/)).toBeVisible();
    await expect.element(page.getByText('Drawn with your weights. Only you see this.')).toBeVisible();
    expect(rowTexts(order())[0]?.[1]).toBe('Flask');
    await expect.element(verdict()).toHaveTextContent(/^Django/);
    await page.getByRole('button', { name: 'Reset' }).click();
    expect(rowTexts(order())[0]?.[1]).toBe('Django');
  });

  test('each slider says at which weight first place changes hands, and to whom', async () => {
    await draw(revealed(sampleBallots()));
    const slider = page.getByRole('slider', { name: 'Flexibility' });
    await expect.element(slider).toHaveAccessibleDescription('tips at 21.4%, Flask');
    await expect.element(slider).toHaveAttribute('aria-valuetext', '11%');
  });

  test('the weight at the mark is where the recomputed order turns', async () => {
    await draw(revealed(sampleBallots()));
    const slider = page.getByRole('slider', { name: 'Flexibility' });
    await slider.fill('21.2');
    await expect.element(page.getByText(/^With these weights: Django/)).toBeVisible();
    await slider.fill('21.6');
    await expect.element(page.getByText(/^With these weights: Flask/)).toBeVisible();
  });
});

describe('other views of the same ballots', () => {
  test('head to head gives both numbers of each pair', async () => {
    await draw(revealed(sampleBallots()));
    const cell = page.getByRole('cell', { name: '10 prefer Django, 7 prefer Flask' });
    await expect.element(cell).toBeVisible();
    await expect.element(page.getByRole('cell', { name: '7 prefer Flask, 10 prefer Django' })).toBeVisible();
  });

  test('every other rule names its winner', async () => {
    await draw(revealed(sampleBallots()));
    const rules = rowTexts(page.getByRole('table', { name: 'Same ballots, other rules' }));
    expect(rules.map(([rule]) => rule)).toContain('Instant-runoff');
    expect(rules.every(([, winner]) => winner === 'Django')).toBe(true);
  });

  test('own scores far from the mean are shown to their voter alone', async () => {
    const ballot = sampleBallots()[3];
    if (ballot === undefined) throw new Error('no ballot');
    await draw(revealed(sampleBallots()), { ballot });
    await expect.element(page.getByRole('heading', { name: 'You against the room' })).toBeVisible();
    await expect.element(page.getByText('you 5')).toBeVisible();
    await draw(revealed(sampleBallots()));
    expect(page.getByRole('heading', { name: 'You against the room' }).elements()).toHaveLength(0);
  });

  test('an instant-runoff count is shown count by count', async () => {
    const ballots = [
      ...Array.from({ length: 4 }, () => ({ ranking: [['flask'], ['django']] })),
      ...Array.from({ length: 3 }, () => ({ ranking: [['django'], ['flask']] })),
      ...Array.from({ length: 2 }, () => ({ ranking: [['bottle'], ['django']] })),
    ];
    await draw(revealed(ballots, { method: 'ranking', rule: 'irv', options: ['flask', 'django', 'bottle'] }));
    await expect.element(page.getByRole('heading', { name: 'Round by round' })).toBeVisible();
    await expect.element(verdict()).toHaveTextContent(/^Django/);
    await expect.element(page.getByText('drops out').first()).toBeVisible();
  });

  test('a consent round says whether the proposal stands, and the concerns', async () => {
    const ballots = [{ fingers: 5 }, { fingers: 0, reason: 'Nobody can run it at night.' }, { fingers: 4 }];
    await draw(revealed(ballots, { method: 'consent', rule: 'threshold', proposal: 'We take Flask.' }));
    await expect.element(verdict()).toHaveTextContent('The proposal does not stand: 1 voter is below the threshold.');
    await expect.element(page.getByText('Nobody can run it at night.')).toBeVisible();
  });

  test('a weights round ranks criteria', async () => {
    const points = { learning: 20, ecosystem: 30, flexibility: 10, batteries: 10, async: 10, maintenance: 20 };
    await draw(revealed([{ points }], { method: 'weights', rule: 'mean', options: [] }));
    await expect.element(verdict()).toHaveTextContent(/^Ecosystem, clearly: 30 to /);
  });
});

describe('before the reveal', () => {
  const progress = { cast: 12, done: 9, eligible: 17 };

  test('a hidden round shows how many are done and nothing of what they chose, even if a tally is there', async () => {
    await draw(sampleRound({ secrecy: 'named' }), { progress, tally: sampleTally() });
    await expect.element(verdict()).toHaveTextContent('Hidden until the reveal');
    await expect.element(page.getByText('9 of 17 done')).toBeVisible();
    expect(page.getByRole('table').elements()).toHaveLength(0);
  });

  test('a closed one waits for its reveal, an anonymous one with too few ballots for good', async () => {
    await draw(sampleRound({ state: 'closed' }), { progress: { cast: 2, done: 2, eligible: 17 } });
    await expect.element(verdict()).toHaveTextContent('Closed, and not yet revealed');
    await expect.element(page.getByText(/Too few ballots/)).toBeVisible();
  });

  test('a live round is counted here from its tally and says that it still moves', async () => {
    const element = await draw(sampleRound({ secrecy: 'live' }), { progress, tally: sampleTally() });
    await expect.element(verdict()).toHaveTextContent(/^Django, narrowly/);
    await expect.element(page.getByText('Live: still moving')).toBeVisible();
    element.tally = sampleTally(sampleRound(), 1);
    await settled(element);
    await expect.element(verdict()).not.toHaveTextContent('78 to Flask’s 75');
  });

  test('without a round there is a calm sentence', async () => {
    await draw(undefined);
    await expect.element(verdict()).toHaveTextContent(/no round has been opened/);
  });
});

describe('for everybody', () => {
  for (const name of THEMES) {
    test(`axe finds nothing on results of any kind in the ${name} theme, wide and narrow`, async () => {
      await theme(name);
      const ballot = sampleBallots()[3];
      const kinds: readonly (() => Promise<PalabreResultsView>)[] = [
        () => draw(revealed(sampleBallots(), { quorum: 20 }), ballot === undefined ? {} : { ballot }),
        () => draw(sampleRound(), { progress: { cast: 12, done: 9, eligible: 17 } }),
        () =>
          draw(revealed([{ fingers: 5 }, { fingers: 2, reason: 'Wait.' }], { method: 'consent', rule: 'threshold' })),
        () => draw(revealed([{ ranking: [['flask'], ['django']] }], { method: 'ranking', rule: 'irv' })),
      ];
      for (const width of [1440, 360]) {
        await page.viewport(width, 900);
        for (const kind of kinds) {
          await kind();
          expect(await faults()).toEqual([]);
          expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
        }
      }
    });
  }
});
