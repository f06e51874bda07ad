import { html } from 'lit';
import { beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../../client/elements/ballot/round-ballot.ts';
import type { PalabreRoundBallot } from '../../../client/elements/ballot/round-ballot.ts';
import type { Round } from '../../../shared/board/board.ts';
import type { Ballot } from '../../../shared/voting/ballots.ts';
import { sampleBoard, sampleRound } from './sample-board.ts';
import { THEMES, faults, focused, heard, settled, show, theme } from '../stage.ts';

async function draw(changes: Partial<Round>, ballot?: Ballot, done = false): Promise<PalabreRoundBallot> {
  const round = sampleRound(changes);
  return show(
    html`<palabre-round-ballot
      .board=${sampleBoard(round)}
      .round=${round}
      .mine=${ballot && { ballot, done, waiting: new Set() }}
      .you=${{ id: 'm1', role: 'voter' as const }}
    ></palabre-round-ballot>`,
  );
}

const button = (name: string) => page.getByRole('button', { name, exact: true });
const ALL_POINTS = { learning: 20, ecosystem: 30, flexibility: 10, batteries: 10, async: 10, maintenance: 20 };

const ROUNDS = {
  dots: { changes: { method: 'dots', rule: 'sum', dots: 3, stacking: true }, ballot: { dots: { flask: 2 } } },
  approval: { changes: { method: 'approval', rule: 'count' }, ballot: { approved: ['flask'] } },
  ranking: { changes: { method: 'ranking', rule: 'schulze' }, ballot: { ranking: [['django'], ['flask', 'pyramid']] } },
  weights: { changes: { method: 'weights', rule: 'mean' }, ballot: { points: ALL_POINTS } },
  consent: {
    changes: { method: 'consent', rule: 'threshold', proposal: 'We take Flask.' },
    ballot: { fingers: 2, reason: 'A plan first.' },
  },
} as const satisfies Record<string, { changes: Partial<Round>; ballot: Ballot }>;

beforeEach(async () => {
  await page.viewport(390, 844);
  await theme('light');
});

describe('dots', () => {
  test('a dot more or less sends the whole ballot', async () => {
    const element = await draw(ROUNDS.dots.changes, ROUNDS.dots.ballot);
    const chosen = heard(element, 'ballot-chosen');
    await button('One dot more on Django').click();
    await button('One dot less on Flask').click();
    expect(chosen).toEqual([{ ballot: { dots: { flask: 2, django: 1 } } }, { ballot: { dots: { flask: 1 } } }]);
  });

  test('no more dots than there are, and one an option without stacking', async () => {
    await draw(ROUNDS.dots.changes, { dots: { flask: 2, django: 1 } });
    await expect.element(button('One dot more on Bottle')).toBeDisabled();
    await expect.element(page.getByText('0 of 3 left · saved')).toBeVisible();
    await draw({ ...ROUNDS.dots.changes, stacking: false }, { dots: { flask: 1 } });
    await expect.element(button('One dot more on Flask')).toBeDisabled();
    await expect.element(button('One dot more on Django')).toBeEnabled();
  });
});

describe('approval', () => {
  test('yes and no send all that are approved', async () => {
    const element = await draw(ROUNDS.approval.changes, ROUNDS.approval.ballot);
    const chosen = heard(element, 'ballot-chosen');
    await page.getByRole('checkbox', { name: /Django/ }).click();
    await page.getByRole('checkbox', { name: /Flask/ }).click();
    expect(chosen).toEqual([{ ballot: { approved: ['flask', 'django'] } }, { ballot: { approved: [] } }]);
  });

  test('a withdrawn option is not offered, and what is sent does not name it', async () => {
    const element = await draw({ ...ROUNDS.approval.changes, withdrawn: ['flask'] }, ROUNDS.approval.ballot);
    const chosen = heard(element, 'ballot-chosen');
    expect(page.getByRole('checkbox').elements()).toHaveLength(8);
    await page.getByRole('checkbox', { name: /Django/ }).click();
    expect(chosen).toEqual([{ ballot: { approved: ['django'] } }]);
  });

  test('nothing approved and done is an abstention', async () => {
    const element = await draw(ROUNDS.approval.changes);
    const done = heard(element, 'done-changed');
    await button('I abstain').click();
    expect(done).toEqual([{ done: true }]);
  });
});

describe('ranking', () => {
  test('a tap adds at the end, buttons move, and the focus stays with the option', async () => {
    const element = await draw(ROUNDS.ranking.changes, { ranking: [['django'], ['flask']] });
    const chosen = heard(element, 'ballot-chosen');
    element.addEventListener('ballot-chosen', (event) => {
      const { ballot } = event.detail;
      if ('ranking' in ballot) element.mine = { ballot, done: false, waiting: new Set() };
    });
    await page.getByRole('button', { name: /Tornado.*add/ }).click();
    await settled(element);
    await expect.poll(focused).toBe(button('Tornado up').element());
    await userEvent.keyboard('{Enter}');
    await settled(element);
    expect(chosen).toEqual([
      { ballot: { ranking: [['django'], ['flask'], ['tornado']] } },
      { ballot: { ranking: [['django'], ['tornado'], ['flask']] } },
    ]);
    await expect.poll(focused).toBe(button('Tornado up').element());
  });

  test('tie joins the one above, and again takes it out', async () => {
    const element = await draw(ROUNDS.ranking.changes, ROUNDS.ranking.ballot);
    const chosen = heard(element, 'ballot-chosen');
    await button('Tie Flask with the one above').click();
    await button('Tie Pyramid with the one above').click();
    expect(chosen).toEqual([
      { ballot: { ranking: [['django', 'flask', 'pyramid']] } },
      { ballot: { ranking: [['django'], ['flask'], ['pyramid']] } },
    ]);
  });

  test('an option can be left unranked', async () => {
    const element = await draw(ROUNDS.ranking.changes, ROUNDS.ranking.ballot);
    const chosen = heard(element, 'ballot-chosen');
    await button('Do not rank Flask').click();
    expect(chosen).toEqual([{ ballot: { ranking: [['django'], ['pyramid']] } }]);
  });
});

describe('weights', () => {
  test('nothing is sent before all 100 points are given', async () => {
    const element = await draw(ROUNDS.weights.changes);
    const chosen = heard(element, 'ballot-chosen');
    await button('More points for Ecosystem').click();
    await expect.element(page.getByRole('status').filter({ hasText: '95 points left' })).toBeVisible();
    expect(chosen).toEqual([]);
    await button('Share the rest evenly').click();
    expect(chosen).toEqual([
      {
        ballot: {
          points: { learning: 16, ecosystem: 21, flexibility: 16, batteries: 16, async: 16, maintenance: 15 },
        },
      },
    ]);
  });

  test('there is no empty ballot to declare done', async () => {
    await draw(ROUNDS.weights.changes);
    expect(page.getByRole('button', { name: /done|abstain/ }).elements()).toHaveLength(0);
  });

  test('no criterion takes more than what is left', async () => {
    const element = await draw(ROUNDS.weights.changes, ROUNDS.weights.ballot);
    await button('Fewer points for Flexibility').click();
    await settled(element);
    const slider = page.getByRole('slider', { name: 'Ecosystem' });
    await slider.fill('90');
    await settled(element);
    await expect.element(slider).toHaveValue('35');
  });
});

describe('consent', () => {
  test('three fingers and more are sent at once', async () => {
    const element = await draw(ROUNDS.consent.changes);
    const chosen = heard(element, 'ballot-chosen');
    await page.getByRole('radio', { name: /All for it|all for it/ }).click();
    expect(chosen).toEqual([{ ballot: { fingers: 5 } }]);
  });

  test('below three a reason is asked for, and nothing is sent without it', async () => {
    const element = await draw(ROUNDS.consent.changes);
    const chosen = heard(element, 'ballot-chosen');
    await page.getByRole('radio', { name: /I object/ }).click();
    await button('Send').click();
    const reason = page.getByRole('textbox');
    await expect.element(reason).toHaveAttribute('aria-invalid', 'true');
    expect(chosen).toEqual([]);
    await reason.fill('  Nobody can run it at night.  ');
    await button('Send').click();
    expect(chosen).toEqual([{ ballot: { fingers: 0, reason: 'Nobody can run it at night.' } }]);
  });
});

describe('for everybody', () => {
  for (const name of THEMES) {
    for (const [method, { changes, ballot }] of Object.entries(ROUNDS)) {
      test(`axe finds nothing on the ballot of ${method} in the ${name} theme, empty, given or done`, async () => {
        await theme(name);
        await page.viewport(360, 740);
        await draw(changes);
        expect(await faults()).toEqual([]);
        await draw(changes, ballot);
        expect(await faults()).toEqual([]);
        await draw({ ...changes, state: 'closed' }, ballot, true);
        expect(await faults()).toEqual([]);
        expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(360);
      });
    }
  }
});
