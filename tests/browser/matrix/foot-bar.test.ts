import { html } from 'lit';
import { beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../../client/elements/matrix/foot-bar.ts';
import { type PalabreFootBar, fingerprint } from '../../../client/elements/matrix/foot-bar.ts';
import { THEMES, faults, heard, settled, show, theme } from '../stage.ts';
import { sampleBoard, sampleMine, sampleResult, sampleRound } from './sample.ts';

const INES = { id: 'm0', role: 'facilitator', name: 'Inès' } as const;
const AWA = { id: 'm1', role: 'voter', name: 'Awa D.' } as const;
const CLOSES = '2026-11-20T10:20:00.000Z';
const before = (seconds: number): number => Date.parse(CLOSES) - seconds * 1000;
const progress = { cast: 12, done: 9, eligible: 17 };

async function bar(changes: Partial<PalabreFootBar> = {}): Promise<PalabreFootBar> {
  const round = 'round' in changes ? changes.round : sampleRound({ closesAt: CLOSES });
  const board = sampleBoard(round === undefined ? [] : [sampleRound({ id: 'r1', state: 'revealed' }), round]);
  const element = await show<PalabreFootBar>(
    html`<palabre-foot-bar .board=${board} .you=${INES} .now=${before(192)} .progress=${progress}></palabre-foot-bar>`,
  );
  element.style.marginTop = '250px'; // room for the menu that opens upwards
  Object.assign(element, { round, mine: sampleMine(31), ...changes });
  await settled(element);
  return element;
}

const button = (name: string) => page.getByRole('button', { name, exact: true });

beforeEach(async () => {
  await page.viewport(1440, 400);
  await theme('light');
});

describe('while a round is open', () => {
  test('it says the round, how far I am and how far the room is, and the time left by the server’s clock', async () => {
    await bar();
    await expect.element(page.getByText('Round 2')).toBeVisible();
    await expect.element(page.getByText('31 of 54 · 23 left · saved')).toBeVisible();
    await expect.element(page.getByText('9 of 17 done')).toBeVisible();
    await expect.element(page.getByRole('timer')).toHaveTextContent('03:12');
    await expect.element(page.getByRole('progressbar')).toHaveAttribute('aria-valuenow', '9');
  });

  test('it says how many scores are not saved yet, and that they are kept while the line is down', async () => {
    await bar({ mine: sampleMine(31, ['flask/learning', 'flask/async']) });
    await expect.element(page.getByText('waiting (2)')).toBeVisible();
    await bar({ mine: sampleMine(31, ['flask/learning']), offline: true });
    await expect.element(page.getByText('kept here until the line is back (1)')).toBeVisible();
  });

  test('I go to the next unscored cell, say that I am done, and take that back', async () => {
    const element = await bar({ you: AWA });
    const next = heard(element, 'next-unscored-requested');
    const done = heard(element, 'done-changed');
    await button('Next unscored').click();
    await button('I’m done').click();
    element.mine = { ...sampleMine(54), done: true };
    await settled(element);
    expect(button('Next unscored').elements()).toHaveLength(0);
    await button('Not done after all').click();
    expect(next).toHaveLength(1);
    expect(done).toEqual([{ done: true }, { done: false }]);
  });

  test('on a phone the facilitator has one sign for the own next step: to the ballot, then done, and that taken back', async () => {
    await page.viewport(390, 600);
    const element = await bar();
    const chosen = heard(element, 'view-chosen');
    const done = heard(element, 'done-changed');
    await button('My ballot').click();
    element.mine = sampleMine(54);
    await settled(element);
    await button('I’m done').click();
    element.mine = { ...sampleMine(54), done: true };
    await settled(element);
    await expect.element(button('I’m done')).toHaveAttribute('aria-pressed', 'true');
    expect(await faults()).toEqual([]);
    await button('I’m done').click();
    expect(chosen).toEqual([{ view: 'ballot' }]);
    expect(done).toEqual([{ done: true }, { done: false }]);
  });

  test('a voter on a phone sees how many are done', async () => {
    await page.viewport(390, 600);
    await bar({ you: AWA });
    await expect.element(page.getByText('✓ 9/17')).toBeVisible();
  });

  test('below a ballot it tells of the room alone, and the facilitator runs the meeting from there', async () => {
    await page.viewport(390, 600);
    await bar({ brief: true, you: AWA });
    await expect.element(page.getByText('9 of 17 done')).toBeVisible();
    await expect.element(page.getByRole('timer')).toBeVisible();
    await expect.element(page.getByRole('button')).not.toBeInTheDocument();
    await bar({ brief: true });
    await expect.element(button('Close in 10 s')).toBeVisible();
    for (const own of ['My ballot', 'I’m done', 'Next unscored']) expect(button(own).elements()).toHaveLength(0);
  });

  test('the facilitator gives a minute more and closes with notice', async () => {
    const element = await bar();
    const extended = heard(element, 'round-extended');
    const closed = heard(element, 'round-closed');
    await button('+1 min').click();
    await button('Close in 10 s').click();
    expect(extended).toEqual([{ round: 'r2', seconds: 60 }]);
    expect(closed).toEqual([{ round: 'r2', after: 10 }]);
  });

  test('while it is closing, the facilitator closes at once or keeps it open, and everybody is told', async () => {
    const element = await bar({ now: before(8) });
    const extended = heard(element, 'round-extended');
    const closed = heard(element, 'round-closed');
    await expect.element(page.getByRole('timer')).toHaveTextContent('00:08');
    await expect.element(page.getByRole('status')).toHaveTextContent('The round is about to close.');
    await button('Keep open').click();
    await button('Close now').click();
    expect(extended).toEqual([{ round: 'r2', seconds: 60 }]);
    expect(closed).toEqual([{ round: 'r2' }]);
  });

  test('voters cannot close, watchers cannot vote', async () => {
    await bar({ you: AWA });
    expect(button('Close in 10 s').elements()).toHaveLength(0);
    await bar({ you: { role: 'watcher' } });
    expect(page.getByRole('button').elements()).toHaveLength(0);
  });
});

describe('after the close', () => {
  test('the facilitator reveals', async () => {
    const element = await bar({ round: sampleRound({ state: 'closed' }) });
    const revealed = heard(element, 'round-revealed');
    await button('Reveal').click();
    expect(revealed).toEqual([{ round: 'r2' }]);
  });

  test('an anonymous round with fewer than three ballots says why it is not revealed', async () => {
    const round = sampleRound({ state: 'closed', secrecy: 'anonymous' });
    await bar({ round, progress: { cast: 2, done: 2, eligible: 5 } });
    expect(button('Reveal').elements()).toHaveLength(0);
    await expect.element(page.getByText(/from three ballots on/)).toBeVisible();
  });

  test('a revealed round shows its ballots and its fingerprint, and offers the files', async () => {
    const hash = '4f2a9c01'.padEnd(64, '0');
    const element = await bar({ round: sampleRound({ state: 'revealed', ballotsHash: hash, result: sampleResult() }) });
    const exported = heard(element, 'export-requested');
    await expect.element(page.getByText('17 of 17 ballots')).toBeVisible();
    await expect.element(page.getByText('fingerprint 4F2A 9C01')).toBeVisible();
    await button('Export').click();
    await userEvent.keyboard('{Escape}');
    await expect.element(button('Export')).toHaveAttribute('aria-expanded', 'false');
    await button('Export').click();
    await button('Scores as a table (CSV)').click();
    expect(exported).toEqual([{ format: 'csv' }]);
  });

  test('the fingerprint is the first eight digits in two groups', () => {
    expect(fingerprint('4f2a9c01deadbeef')).toBe('4F2A 9C01');
  });
});

test('before any round the facilitator opens one', async () => {
  const element = await bar({ round: undefined });
  const asked = heard(element, 'round-opening-requested');
  await button('Open a round…').click();
  expect(asked).toHaveLength(1);
});

describe('the next step', () => {
  const primary = (element: PalabreFootBar): string[] =>
    Array.from(element.renderRoot.querySelectorAll('.primary'), (one) => one.textContent.trim());

  test('is one button at every moment, for the facilitator alone', async () => {
    const everybody = { cast: 17, done: 17, eligible: 17 };
    const moments: readonly (readonly [string, Partial<PalabreFootBar>])[] = [
      ['Close in 10 s', {}],
      ['Close the round', { progress: everybody }],
      ['Reveal', { round: sampleRound({ state: 'closed' }) }],
    ];
    for (const [label, changes] of moments) {
      expect(primary(await bar(changes))).toEqual([label]);
      expect(primary(await bar({ ...changes, you: AWA }))).toEqual([]);
    }
  });

  test('leads from the question to the record', async () => {
    const element = await bar({ round: undefined });
    const [edited, exported] = [heard(element, 'board-edited'), heard(element, 'export-requested')];
    element.board = { ...element.board, phase: 'frame' };
    await settled(element);
    await button('Open the discussion').click();
    element.board = { ...element.board, phase: 'discuss' };
    await settled(element);
    expect(primary(element)).toEqual(['Open a round…']);
    const decision = { options: ['flask'], status: 'accepted', summary: 'Yes', at: CLOSES } as const;
    element.board = { ...element.board, phase: 'decide', decision };
    await settled(element);
    await button('Download the record').click();
    expect(edited).toEqual([{ phase: 'discuss' }]);
    expect(exported).toEqual([{ format: 'record' }]);
  });
});

test('who can give time is told beside the clock how many would like more', async () => {
  const signals = { ready: 0, hands: 0, more: 3 };
  await bar({ signals });
  await expect.element(page.getByText('3 would like more time')).toBeVisible();
  await bar({ signals, you: AWA });
  expect(page.getByText(/would like/).elements()).toHaveLength(0);
});

describe('axe finds nothing', () => {
  const STATES: Readonly<Record<string, Partial<PalabreFootBar>>> = {
    open: {},
    closing: { now: before(5) },
    closed: { round: sampleRound({ state: 'closed' }) },
    revealed: { round: sampleRound({ state: 'revealed', result: sampleResult(), ballotsHash: 'ab'.repeat(32) }) },
    'without a round': { round: undefined },
  };
  for (const [name, changes] of Object.entries(STATES)) {
    for (const colours of THEMES) {
      test(`in the bar of a round ${name}, ${colours}`, async () => {
        await theme(colours);
        await bar(changes);
        expect(await faults()).toEqual([]);
      });
    }
  }
});
