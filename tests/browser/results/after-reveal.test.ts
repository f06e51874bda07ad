// What comes after a reveal: ties, second rounds, other weights, and what was published of the ballots.
import { html } from 'lit';
import { beforeEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import '../../../client/elements/results/results-view.ts';
import type { PalabreResultsView } from '../../../client/elements/results/results-view.ts';
import type { Papers } from '../../../client/elements/results/published-ballots.ts';
import type { Board, Round } from '../../../shared/board/board.ts';
import type { Ballot } from '../../../shared/voting/ballots.ts';
import { resultOf } from '../../../shared/voting/result.ts';
import { tallyOf } from '../../../shared/voting/round-count.ts';
import { mine, sampleBallots, sampleBoard, sampleRound } from '../ballot/sample-board.ts';
import { THEMES, faults, heard, show, theme } from '../stage.ts';

function revealed(ballots: readonly Ballot[], changes: Partial<Round> = {}): Round {
  const round = sampleRound({ state: 'revealed', ...changes });
  return { ...round, tally: tallyOf(round, ballots), result: resultOf(round, ballots) };
}

interface Given {
  readonly board?: Partial<Board>;
  readonly rounds?: readonly Round[];
  readonly leads?: boolean;
  readonly papers?: Papers;
  readonly receipt?: string;
}
const draw = (round: Round, { board = {}, rounds = [round], leads = true, papers, receipt }: Given = {}) =>
  show<PalabreResultsView>(
    html`<palabre-results-view
      .board=${sampleBoard(round, { rounds, ...board })}
      .round=${round}
      .you=${{ role: leads ? 'facilitator' : 'voter' }}
      .papers=${papers}
      .mine=${receipt === undefined ? undefined : { ...mine({}), receipt }}
    ></palabre-results-view>`,
  );

const EVEN: readonly Ballot[] = [{ approved: ['flask', 'django'] }, { approved: ['django', 'flask'] }];
const tied = () => revealed(EVEN, { method: 'approval', rule: 'count', id: 'tied' });
const button = (name: string | RegExp) => page.getByRole('button', { name });

beforeEach(async () => {
  await page.viewport(1440, 900);
  await theme('light');
});

describe('a tie', () => {
  test('may be talked about, in a note on the board', async () => {
    const element = await draw(tied());
    const [notes, views] = [heard(element, 'note-added'), heard(element, 'view-chosen')];
    await button('Talk about it').click();
    expect(notes).toEqual([
      {
        target: { kind: 'board' },
        kind: 'question',
        text: expect.stringMatching(/^Round 1 is a tie: (Flask, Django|Django, Flask)\./) as string,
      },
    ]);
    expect(views).toEqual([{ view: 'notes' }]);
  });

  test('may go into a run-off of the tied options alone, as hidden as the round was', async () => {
    const element = await draw(tied());
    const opened = heard(element, 'round-opened');
    await button('Run-off of these two').click();
    expect(opened).toHaveLength(1);
    expect(opened[0]).toMatchObject({ method: 'ranking', secrecy: 'anonymous' });
    expect((opened[0] as { options: string[] }).options.toSorted()).toEqual(['django', 'flask']);
  });

  test('may be settled by the published rule, and the proposal says so', async () => {
    const element = await draw(tied());
    const decisions = heard(element, 'decision-set');
    await button(/^Take the published rule: (Flask|Django)$/).click();
    expect(decisions).toEqual([
      expect.objectContaining({
        status: 'proposed',
        round: 'tied',
        summary: expect.stringMatching(/was a tie: .* by a draw that anybody can check\.$/) as string,
      }),
    ]);
  });

  test('is only said to those who do not facilitate, with what was chosen', async () => {
    const first = tied();
    await draw(first, { leads: false });
    await expect.element(button('Talk about it')).not.toBeInTheDocument();
    const runOff = revealed([{ ranking: [['django'], ['flask']] }], {
      method: 'ranking',
      rule: 'schulze',
      options: ['flask', 'django'],
    });
    await draw(first, { leads: false, rounds: [first, runOff] });
    await expect.element(page.getByText('A run-off settled it: Round 2, Django.')).toBeVisible();
  });
});

describe('a second round', () => {
  test('opens on the divided cells alone, by a rule that needs no whole ballots', async () => {
    const element = await draw(revealed(sampleBallots(), { rule: 'star' }));
    const opened = heard(element, 'round-opened');
    await button(/^Ask again on the (\d+ )?divided cells?$/).click();
    expect(opened).toEqual([
      expect.objectContaining({
        method: 'score',
        rule: 'mean',
        secrecy: 'anonymous',
        cells: expect.arrayContaining([['pyramid', 'learning']]) as unknown,
      }),
    ]);
  });

  test('says what moved since the first', async () => {
    const first = revealed(sampleBallots(11), { id: 'round1' });
    const second = revealed(sampleBallots(3));
    await draw(second, { rounds: [first, second] });
    await expect.element(page.getByRole('heading', { name: 'What moved since then: Round 1' })).toBeVisible();
    await expect.element(page.getByText(/^(First place changed|Still in front)/)).toBeVisible();
  });

  test('on some cells is counted together with the others, which bring their place along', async () => {
    const first = revealed(sampleBallots(), { id: 'round1' });
    const five: readonly Ballot[] = [{ cells: { flask: { ecosystem: 5 } } }];
    const second = revealed(five, {
      cells: [['flask', 'ecosystem']],
      options: ['flask'],
      criteria: [{ id: 'ecosystem', weight: 4 }],
    });
    await draw(second, { rounds: [first, second] });
    const region = page.getByRole('region', { name: 'Only some cells were asked about' });
    await expect.element(region.getByText(/as they stood after round 1/)).toBeVisible();
    await expect.element(page.getByRole('table', { name: /Order/ }).getByRole('row').nth(9)).toBeVisible();
    await expect.element(page.getByText('where it stood after round 1')).toBeVisible();
    await expect.element(page.getByText(/^(First place changed|Still in front)/)).not.toBeInTheDocument();
  });

  test('on some options keeps the others in a count of their own', async () => {
    const first = revealed(sampleBallots(), { id: 'round1' });
    const second = revealed([{ cells: { flask: { ecosystem: 5 } } }], { options: ['flask', 'django'] });
    await draw(second, { rounds: [first, second] });
    const region = page.getByRole('region', { name: 'With everything scored so far' });
    await expect.element(region.getByRole('row').nth(9)).toBeVisible();
  });

  test('leaves the results of the first to be looked at', async () => {
    const first = revealed(sampleBallots(11), { id: 'round1' });
    const second = sampleRound();
    const element = await draw(second, { rounds: [first, second] });
    const looked = heard(element, 'round-looked-at');
    await page.getByRole('combobox', { name: 'Results of' }).selectOptions('Round 1 · Score');
    expect(looked).toEqual([{ round: 'round1' }]);
  });
});

describe('other weights', () => {
  test('equal ones are one press away, for this reader only', async () => {
    await draw(revealed(sampleBallots()));
    await button('Equal weights').click();
    await expect.element(page.getByText('Drawn with your weights. Only you see this.')).toBeVisible();
    await expect.element(page.getByRole('slider', { name: 'Ecosystem' })).toHaveAttribute('aria-valuetext', '17%');
  });

  test('drawn at random say how often each option would come first', async () => {
    await draw(revealed(sampleBallots()));
    const region = page.getByRole('region', { name: 'If the weights were drawn at random' });
    await expect.element(region.getByRole('listitem').first()).toHaveTextContent(/Django\s*\d+(\.\d)?%/);
  });

  test('that were voted for are shown beside equal ones on the scores that are there', async () => {
    const scores = revealed(sampleBallots(), { id: 'round1' });
    const weights = revealed([{ points: { async: 100 } }], { method: 'weights', rule: 'mean', options: [] });
    const criteria = sampleBoard().criteria.map((c) => ({ ...c, weight: c.id === 'async' ? 100 : 0 }));
    await draw(weights, { rounds: [scores, weights], board: { criteria } });
    const row = (name: string) => page.getByRole('row', { name });
    await expect.element(row('As it was counted')).toHaveTextContent(/Django/);
    await expect.element(row('With the new weights')).toHaveTextContent(/Twisted|Tornado/);
    await expect.element(row('With equal weights')).toHaveTextContent(/Django|Flask/);
  });
});

describe('what was published', () => {
  const open = async (name: string) => page.getByText(name).click();

  test('is asked for when somebody looks', async () => {
    const element = await draw(tied());
    const asked = heard(element, 'papers-requested');
    expect(asked).toEqual([]);
    await open('The receipts of all ballots');
    await expect.poll(() => asked).toEqual([{ round: 'tied' }]);
  });

  test('of a named round is each ballot with its name', async () => {
    const ballots = [{ member: 'm1', ballot: { ranking: [['flask', 'django'], ['bottle']] } }];
    const round = revealed([], { method: 'ranking', rule: 'schulze', secrecy: 'named', publish: 'ballots' });
    await draw(round, { papers: { ballots } });
    await open('Every ballot, with its name');
    await expect.element(page.getByText('Awa D.: Flask = Django > Bottle')).toBeVisible();
  });

  test('of an anonymous round are the sorted receipts, mine marked for me', async () => {
    await draw(tied(), { papers: { receipts: ['aa11', 'bb22', 'cc33'] }, receipt: 'bb22' });
    await open('The receipts of all ballots');
    await expect.element(page.getByText('Sorted. Yours is marked; only you see that.')).toBeVisible();
    await expect.element(page.getByRole('listitem').filter({ hasText: 'yours' })).toHaveTextContent('bb22');
  });
});

describe.each(THEMES)('in the %s theme', (name) => {
  test('axe finds nothing on a tie, a second round and published ballots', async () => {
    await theme(name);
    await draw(tied(), { papers: { receipts: ['aa11', 'bb22'] }, receipt: 'bb22' });
    await page.getByText('The receipts of all ballots').click();
    expect(await faults()).toEqual([]);
    const first = revealed(sampleBallots(11), { id: 'round1' });
    const second = revealed(sampleBallots(3));
    await draw(second, { rounds: [first, second] });
    expect(await faults()).toEqual([]);
    const cells = revealed([{ cells: { flask: { ecosystem: 5 } } }], { cells: [['flask', 'ecosystem']] });
    await draw(cells, { rounds: [first, cells] });
    expect(await faults()).toEqual([]);
  });
});
