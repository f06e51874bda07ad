// The modes of the big screen: progress, most divided, the notes stream; large, without names where a round is anonymous.
import { html } from 'lit';
import { beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { BoardView, RoundView } from '../../../client/board-view.ts';
import '../../../client/elements/screen/big-screen.ts';
import type { PalabreBigScreen } from '../../../client/elements/screen/big-screen.ts';
import type { ScreenMode } from '../../../client/elements/screen/screen-modes.ts';
import type { Board, Round } from '../../../shared/board/board.ts';
import { resultOf } from '../../../shared/voting/result.ts';
import { sampleBallots, sampleBoard, sampleRound, sampleTally } from '../ballot/sample-board.ts';
import { note } from '../matrix/sample.ts';
import { deepText, faults, find, heard, settled, show, theme } from '../stage.ts';

const MEMBERS = new Map(
  Array.from({ length: 11 }, (_, at) => [`m${at}`, { id: `m${at}`, name: `Person ${at}`, role: 'voter' as const }]),
);

function viewOf(board: Board, state?: Partial<RoundView>): BoardView {
  const round = board.rounds.at(-1);
  const progress = { cast: 10, done: 9, eligible: 11 };
  return {
    board,
    you: { role: 'watcher' },
    rounds: new Map(round ? [[round.id, { version: 1, progress, ...state }]] : []),
    here: { facilitators: 1, voters: 10, watchers: 3 },
    presence: new Map(),
    connection: { phase: 'live' },
  } as unknown as BoardView;
}

const draw = (view: BoardView, mode?: ScreenMode): Promise<PalabreBigScreen> =>
  show(
    html`<palabre-big-screen
      .view=${view}
      .mode=${mode}
      showCode
      .joinUrl=${'https://palabre.example/b/7KQ2-MX4P'}
    ></palabre-big-screen>`,
  );

function revealed(changes: Partial<Round> = {}): Round {
  const round = sampleRound({ state: 'revealed', ...changes });
  return { ...round, tally: sampleTally(round), result: resultOf(round, sampleBallots()) };
}

const NOTES = new Map(
  Array.from({ length: 7 }, (_, at) => {
    const one = note(`n${at}`, { kind: 'option', option: 'flask' }, 'pro', `Note ${at} asks @[m2] to look.`, {
      by: 'm1',
    });
    return [one.id, one];
  }),
);

const height = (element: Element): number => element.getBoundingClientRect().height;
const sizeOf = (element: Element | null): number =>
  element === null ? 0 : Number.parseFloat(getComputedStyle(element).fontSize);

beforeEach(async () => {
  await page.viewport(1280, 720);
  await theme('light');
});

describe('progress', () => {
  const done = { cast: 10, done: 9, eligible: 11, voted: [...MEMBERS.keys()].slice(0, 9) };

  test('says how many are done and, in a named round, who: eight at a time, in letters for ten metres, with the way in', async () => {
    const view = viewOf(sampleBoard(sampleRound({ secrecy: 'named' }), { members: MEMBERS }), { progress: done });
    const element = await draw(view, 'progress');
    expect(deepText(element)).toContain('9 of 11 done');
    const names = (): number => page.getByRole('listitem').elements().length;
    expect(names()).toBe(8);
    expect(sizeOf(page.getByRole('listitem').first().element())).toBeGreaterThanOrEqual(height(element) * 0.06);
    await userEvent.keyboard('{ArrowRight}');
    await settled(element);
    expect(names()).toBe(1);
    await expect.element(page.getByRole('img', { name: /QR code/ })).toBeVisible();
  });

  test('says no name in an anonymous round, whatever it is given', async () => {
    const round = sampleRound({ secrecy: 'anonymous' });
    const element = await draw(viewOf(sampleBoard(round, { members: MEMBERS }), { progress: done }), 'progress');
    expect(deepText(element)).not.toContain('Person');
  });
});

describe('most divided', () => {
  test('names the cells to talk about first and says how their scores lie, in large letters', async () => {
    const element = await draw(viewOf(sampleBoard(revealed())), 'divided');
    expect(deepText(element)).toContain('Talk about these first');
    expect(find(element, '.division .words')?.textContent).toMatch(/gave/);
    expect(sizeOf(find(element, '.division .cell'))).toBeGreaterThanOrEqual(height(element) * 0.06);
    for (const row of page.getByRole('listitem').elements()) {
      expect(row.getBoundingClientRect().bottom).toBeLessThanOrEqual(height(element));
    }
  });

  test('waits for the reveal, and shows nothing of a hidden round before it', async () => {
    const element = await draw(viewOf(sampleBoard(sampleRound()), { tally: sampleTally() }), 'divided');
    expect(deepText(element)).toContain('Where the team is divided stands here after the reveal.');
    expect(page.getByRole('listitem').elements()).toHaveLength(0);
  });
});

describe('the notes stream', () => {
  test('shows the newest first, three at a time, with who wrote them', async () => {
    const element = await draw(
      viewOf(sampleBoard(sampleRound({ secrecy: 'named' }), { notes: NOTES, members: MEMBERS })),
      'notes',
    );
    await expect.poll(() => deepText(element)).toContain('Note 6 asks @Person 2 to look.');
    expect(deepText(element)).toContain('Person 1');
    expect(page.getByRole('listitem').elements()).toHaveLength(3);
    expect(sizeOf(find(element, '.text'))).toBeGreaterThanOrEqual(height(element) * 0.06);
  });

  test('says no name while the round is anonymous, mentions included', async () => {
    const board = sampleBoard(sampleRound({ secrecy: 'anonymous' }), { notes: NOTES, members: MEMBERS });
    const element = await draw(viewOf(board), 'notes');
    await expect.poll(() => deepText(element)).toContain('Note 6 asks @… to look.');
    expect(deepText(element)).not.toContain('Person');
  });

  test('says what will stand there while nothing is written', async () => {
    const element = await draw(viewOf(sampleBoard(sampleRound(), { notes: new Map() })), 'notes');
    expect(deepText(element)).toContain('What is written stands here.');
  });
});

describe('the mode', () => {
  test('is chosen by a key and told to the page; 0 leaves it to the board', async () => {
    const element = await draw(viewOf(sampleBoard(revealed(), { notes: NOTES, members: MEMBERS })));
    const chosen = heard(element, 'screen-mode-chosen');
    expect(find(element, 'palabre-screen-bars')).not.toBeNull();
    await userEvent.keyboard('3');
    await settled(element);
    expect(deepText(element)).toContain('Talk about these first');
    await userEvent.keyboard('0');
    await settled(element);
    expect(find(element, 'palabre-screen-bars')).not.toBeNull();
    expect(chosen).toEqual([{ mode: 'divided' }, { mode: undefined }]);
  });

  test('shows no controls until somebody stirs', async () => {
    const element = await draw(viewOf(sampleBoard(revealed())));
    const controls = find(element, '.controls');
    expect(controls?.classList.contains('shown')).toBe(false);
    window.dispatchEvent(new PointerEvent('pointermove'));
    await settled(element);
    expect(controls?.classList.contains('shown')).toBe(true);
  });

  test('axe finds nothing in any of them, full and empty', async () => {
    const full = viewOf(sampleBoard(revealed(), { notes: NOTES, members: MEMBERS }));
    const empty = viewOf(sampleBoard(sampleRound(), { notes: new Map(), rounds: [] }));
    for (const view of [full, empty]) {
      for (const mode of ['results', 'progress', 'divided', 'notes'] as const) {
        await draw(view, mode);
        // The element brings its own main landmark; the stage's must not stand around it.
        const element = document.querySelector('palabre-big-screen');
        if (element) document.body.replaceChildren(element);
        expect(await faults()).toEqual([]);
      }
    }
  });
});
