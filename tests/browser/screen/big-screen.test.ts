import { html } from 'lit';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { BoardView, RoundView } from '../../../client/board-view.ts';
import '../../../client/elements/screen/big-screen.ts';
import type { PalabreBigScreen } from '../../../client/elements/screen/big-screen.ts';
import { PAGE_STANDS } from '../../../client/elements/screen/page-turner.ts';
import type { Board, Round } from '../../../shared/board/board.ts';
import { resultOf } from '../../../shared/voting/result.ts';
import { NAMES, sampleBallots, sampleBoard, sampleRound, sampleTally } from '../ballot/sample-board.ts';
import { THEMES, deepText, faults, settled, show, theme } from '../stage.ts';

const NOW = Date.parse('2026-11-03T14:10:00.000Z');

function viewOf(board: Board, state?: Partial<RoundView>, changes: Partial<BoardView> = {}): BoardView {
  const round = board.rounds.at(-1);
  const progress = { cast: 1350, done: 900, eligible: 1400 };
  return {
    board,
    you: { role: 'watcher' },
    rounds: new Map(round ? [[round.id, { version: 1, progress, ...state }]] : []),
    mine: new Map(),
    waiting: 0,
    waitingNotes: new Set(),
    refusals: [],
    here: { facilitators: 1, voters: 40, watchers: 218 },
    presence: new Map(),
    connection: { phase: 'live' },
    keys: {},
    clockOffset: 0,
    ...changes,
  } as BoardView;
}

const draw = (view: BoardView, code = false): Promise<PalabreBigScreen> =>
  show(
    html`<palabre-big-screen
      .view=${view}
      .now=${NOW}
      ?showCode=${code}
      .joinUrl=${'https://palabre.example/b/7KQ2-MX4P'}
    ></palabre-big-screen>`,
  );

function revealed(changes: Partial<Round> = {}): Round {
  const round = sampleRound({ state: 'revealed', ...changes });
  return { ...round, tally: sampleTally(round), result: resultOf(round, sampleBallots()) };
}

const names = (): string[] =>
  page
    .getByRole('listitem')
    .elements()
    .map((row) => row.querySelector('.name')?.textContent ?? '');
beforeEach(async () => {
  await page.viewport(1280, 720);
  await theme('light');
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the big screen', () => {
  test('after the reveal it shows the order, eight rows at a time, with ballots and watchers counted', async () => {
    const element = await draw(viewOf(sampleBoard(revealed())));
    expect(names()).toEqual(['Django', 'Flask', 'Tornado', 'Twisted', 'Pyramid', 'Bottle', 'CherryPy', 'web2py']);
    expect(deepText(element)).toContain('Round 2 · 1,350 ballots · 218 watching');
    await userEvent.keyboard('{ArrowRight}');
    await settled(element);
    expect(names()).toEqual(['web.py']);
  });

  test('names are at least six hundredths of its height', async () => {
    const element = await draw(viewOf(sampleBoard(revealed())));
    const name = page.getByText('Django', { exact: true }).element();
    const { height } = element.getBoundingClientRect();
    expect(Number.parseFloat(getComputedStyle(name).fontSize)).toBeGreaterThanOrEqual(height * 0.06);
    for (const row of page.getByRole('listitem').elements()) {
      expect(row.getBoundingClientRect().bottom).toBeLessThanOrEqual(height);
    }
  });

  test('it is dark whatever the theme', async () => {
    for (const name of THEMES) {
      await theme(name);
      const element = await draw(viewOf(sampleBoard(revealed())));
      expect(getComputedStyle(element).backgroundColor).toBe('rgb(23, 21, 16)');
    }
  });

  test('before the reveal of a hidden round it shows how many are done and the clock, nothing else, no names', async () => {
    const round = sampleRound({ closesAt: '2026-11-03T14:13:12.000Z' });
    const element = await draw(viewOf(sampleBoard(round), { tally: sampleTally() }));
    const said = deepText(element);
    expect(said).toContain('900 of 1,400 done');
    await expect.element(page.getByRole('timer')).toHaveTextContent('03:12');
    for (const name of [...NAMES, 'Flask', 'Django']) expect(said).not.toContain(name);
  });

  test('a live round shows its totals while it runs', async () => {
    const round = sampleRound({ secrecy: 'live' });
    const element = await draw(viewOf(sampleBoard(round), { tally: sampleTally() }));
    expect(names()[0]).toBe('Django');
    element.view = viewOf(sampleBoard(round), { tally: sampleTally(round, 2) });
    await settled(element);
    expect(names()).toHaveLength(8);
  });

  test('the code and its QR are shown while they are wanted and while the code admits people', async () => {
    await draw(viewOf(sampleBoard(sampleRound())), true);
    await expect.element(page.getByText('7KQ2-MX4P', { exact: true })).toBeVisible();
    await expect.element(page.getByRole('img', { name: 'QR code to join with 7KQ2-MX4P' })).toBeVisible();
    await draw(viewOf(sampleBoard(sampleRound())), false);
    expect(page.getByText('7KQ2-MX4P', { exact: true }).elements()).toHaveLength(0);
    await draw(viewOf(sampleBoard(sampleRound(), { entry: 'closed' })), true);
    expect(page.getByText('7KQ2-MX4P', { exact: true }).elements()).toHaveLength(0);
  });

  test('pages turn by themselves, and not while they are paused', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const element = await draw(viewOf(sampleBoard(revealed())));
    vi.advanceTimersByTime(PAGE_STANDS);
    await settled(element);
    expect(names()).toEqual(['web.py']);
    await page.getByRole('button', { name: 'Pause pages' }).click();
    vi.advanceTimersByTime(PAGE_STANDS * 3);
    await settled(element);
    expect(names()).toEqual(['web.py']);
    await page.getByRole('button', { name: 'Turn pages' }).click();
    vi.advanceTimersByTime(PAGE_STANDS);
    await settled(element);
    expect(names()).toHaveLength(8);
  });

  test('a lost line is said, and what was shown stays', async () => {
    await draw(viewOf(sampleBoard(revealed()), {}, { connection: { phase: 'offline' } }));
    await expect.element(page.getByText('Reconnecting…')).toBeVisible();
    expect(names()).toHaveLength(8);
  });

  test('very long names take two lines on fewer rows and stay on the screen', async () => {
    const board = sampleBoard(revealed());
    const long = board.options.map((option) => ({ ...option, name: `${option.name} with a name that goes on and on` }));
    const element = await draw(viewOf({ ...board, options: long }));
    expect(names()).toHaveLength(5);
    expect(element.scrollWidth).toBeLessThanOrEqual(1280);
  });

  test('axe finds nothing before, during and after a round', async () => {
    const views = [
      viewOf(sampleBoard(sampleRound(), { rounds: [] })),
      viewOf(sampleBoard(sampleRound({ closesAt: '2026-11-03T14:13:12.000Z' }))),
      viewOf(sampleBoard(sampleRound({ state: 'closed' }))),
      viewOf(sampleBoard(sampleRound({ secrecy: 'live' })), { tally: sampleTally() }),
      viewOf(sampleBoard(revealed({ quorum: 20 }))),
    ];
    for (const view of views) {
      await draw(view, true);
      // The element brings its own main landmark; the stage's must not stand around it.
      const element = document.querySelector('palabre-big-screen');
      if (element) document.body.replaceChildren(element);
      expect(await faults()).toEqual([]);
    }
  });
});
