// Pictures: nobody's name becomes markup, nothing leaves its place, and a PNG comes of each.
import { html } from 'lit';
import { describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type { BoardView } from '../../../client/board-view.ts';
import {
  PICTURE_KINDS,
  type Pictured,
  availablePictures,
  pictureOf,
} from '../../../client/elements/pictures/board-pictures.ts';
import type { Picture } from '../../../client/elements/pictures/frame.ts';
import { Pen, estimated } from '../../../client/elements/pictures/pen.ts';
import '../../../client/elements/pictures/picture-dialog.ts';
import type { PalabrePictureDialog } from '../../../client/elements/pictures/picture-dialog.ts';
import { canvasMeasure, pngBlob } from '../../../client/elements/pictures/picture-file.ts';
import { SUMMARY } from '../../../client/elements/pictures/summary.ts';
import { picturedOf } from '../../../client/elements/pictures/told-rounds.ts';
import type { Board } from '../../../shared/board/board.ts';
import { resultOfTally } from '../../../shared/voting/result.ts';
import { criteria, options, sampleBoard, sampleRound, sampleTally } from '../matrix/sample.ts';
import { HTML_VECTORS } from '../security/vectors.ts';
import { THEMES, faults, settled, show, theme } from '../stage.ts';

const PEN = new Pen('light', canvasMeasure(estimated));

function picturedBoard(changes: Partial<Board> = {}): Pictured {
  const tally = sampleTally();
  const open = sampleRound({
    state: 'revealed',
    tally,
    revealedAt: '2026-11-20T10:30:00.000Z',
    ballotsHash: '4f2a9c01'.repeat(8),
  });
  const ids = options().map(({ id }) => id);
  const pairwise = Object.fromEntries(
    ids.map((a, at) => [a, Object.fromEntries(ids.map((b, to) => [b, at < to ? 9 : 6]))]),
  );
  const result = { ...resultOfTally(open, tally, 15), pairwise };
  const round = { ...open, result };
  return { board: sampleBoard([round], changes), round, result, tally, progress: { cast: 15, done: 15, eligible: 16 } };
}

function read({ svg }: Picture): Document {
  const parsed = new DOMParser().parseFromString(svg, 'image/svg+xml');
  expect(parsed.querySelector('parsererror')?.textContent).toBeUndefined();
  return parsed;
}

/** Texts that reach out of the picture when it is drawn here. */
function overflowing(picture: Picture): string[] {
  document.body.innerHTML = '';
  const parsed = document.importNode(read(picture).documentElement, true);
  document.body.append(parsed);
  const sheet = parsed.getBoundingClientRect();
  return [...parsed.querySelectorAll('text')].flatMap((text) => {
    const box = text.getBoundingClientRect();
    const inside =
      box.left >= sheet.left - 1 &&
      box.right <= sheet.right + 1 &&
      box.top >= sheet.top - 1 &&
      box.bottom <= sheet.bottom + 1;
    return inside ? [] : [`${text.textContent} ${box.left} ${box.right} of ${sheet.width}`];
  });
}

const long = (text: string): Partial<Board> => ({
  title: `${text} `.repeat(12),
  question: `${text} `.repeat(40),
  options: options().map((option) => ({ ...option, name: text.repeat(3).slice(0, 80) })),
  criteria: criteria().map((criterion) => ({ ...criterion, name: text.repeat(3).slice(0, 80) })),
});

describe('every picture', () => {
  for (const kind of PICTURE_KINDS) {
    test(`of kind ${kind} has a title and says in words what it shows`, () => {
      const parsed = read(pictureOf(kind, PEN, picturedBoard()));
      const root = parsed.documentElement;
      expect(root.getAttribute('role')).toBe('img');
      expect(root.getAttribute('aria-labelledby')).toBe('title desc');
      expect(parsed.querySelector('title')?.textContent).toBe(picturedBoard().board.title);
      expect(parsed.querySelector('desc')?.textContent).toContain(kind === 'weights' ? 'Ecosystem' : 'Flask');
    });

    test(`of kind ${kind} keeps its texts inside, however long the names`, () => {
      for (const text of ['Wide MMMMMWWWWW name', 'iiii', 'Très long nom d’option', '选项名称很长', '🌳🌳🌳']) {
        expect(overflowing(pictureOf(kind, PEN, picturedBoard(long(text))))).toEqual([]);
      }
      expect(overflowing(pictureOf(kind, PEN, picturedBoard()))).toEqual([]);
    });

    test(`of kind ${kind} holds no markup of anybody’s`, () => {
      const plain = [...read(pictureOf(kind, PEN, picturedBoard())).querySelectorAll('*')].map((one) => one.tagName);
      const known = new Set(plain);
      for (const text of [...HTML_VECTORS, 'bell\u0007 and \uD800 half', ']]>', '&amp;']) {
        const parsed = read(pictureOf(kind, PEN, picturedBoard(long(text))));
        for (const element of parsed.querySelectorAll('*')) {
          expect(known.has(element.tagName) || element.tagName === 'tspan').toBe(true);
          for (const { name } of element.attributes) expect(name).not.toMatch(/^on|href/);
        }
      }
    });

    test(`of kind ${kind} becomes a PNG`, async () => {
      const picture = pictureOf(kind, PEN, picturedBoard());
      const blob = await pngBlob(picture, 1);
      const bitmap = await createImageBitmap(blob);
      expect([blob.type, bitmap.width, bitmap.height]).toEqual([
        'image/png',
        Math.round(picture.width),
        Math.round(picture.height),
      ]);
    });
  }

  test('names no member', () => {
    const { board } = picturedBoard();
    for (const kind of PICTURE_KINDS) {
      const { svg } = pictureOf(kind, PEN, picturedBoard());
      for (const { name } of board.members.values()) expect(svg).not.toContain(name);
    }
  });
});

test('the summary has the size that chats ask for, and says who leads, the turnout, the method and the fingerprint', () => {
  const picture = pictureOf('summary', PEN, picturedBoard());
  expect([picture.width, picture.height]).toEqual([SUMMARY.width, SUMMARY.height]);
  const text = [...read(picture).querySelectorAll('text')].map((one) => one.textContent).join(' ');
  for (const part of ['Flask', '15 of 16 voted', 'Weighted mean', 'fingerprint 4F2A 9C01', 'palabre', 'Nov 20, 2026']) {
    expect(text).toContain(part);
  }
});

test('the summary says whole sentences: fewer of them where there is no room', () => {
  const board = long('A very long name for an option');
  const words = (picture: Picture): string =>
    [...read(picture).querySelectorAll('text')].map((one) => one.textContent).join(' ');
  const names = { ...picturedBoard().board, ...board, title: 'Which?', question: '' };
  const said = words(pictureOf('summary', PEN, { ...picturedBoard(), board: names }));
  expect(said).not.toMatch(/counting…|rules…|Both…|All…/);
  expect(words(pictureOf('summary', PEN, picturedBoard()))).toMatch(
    /counting rules? agree|the others say|\.$|rules say/,
  );
});

test('there are only pictures of what was counted', () => {
  expect(availablePictures(picturedBoard())).toEqual(['summary', 'results', 'matrix', 'weights', 'duels']);
  const pictured = picturedBoard();
  const dots = { ...pictured, round: { ...pictured.round, method: 'dots' as const }, tally: { dots: {} } };
  expect(availablePictures({ ...dots, result: { ...pictured.result, order: [] } })).toEqual(['summary', 'results']);
});

describe('the dialog', () => {
  const viewOf = ({ board }: Pictured): BoardView => ({ board, rounds: new Map() }) as Partial<BoardView> as BoardView;

  async function draw(pictured = picturedBoard()): Promise<PalabrePictureDialog> {
    const element = await show<PalabrePictureDialog>(
      html`<palabre-picture-dialog .view=${viewOf(pictured)} open></palabre-picture-dialog>`,
    );
    await settled(element);
    return element;
  }

  test('shows the picture that is chosen, and offers to copy and to save it', async () => {
    await theme('light');
    await draw();
    await expect.element(page.getByRole('img', { name: 'Summary for a chat' })).toBeVisible();
    await page.getByRole('combobox', { name: 'Picture' }).selectOptions('matrix');
    await expect.element(page.getByRole('img', { name: 'Matrix of means' })).toBeVisible();
    for (const name of ['Save as SVG', 'Save as PNG', 'Copy the picture']) {
      await expect.element(page.getByRole('button', { name })).toBeVisible();
    }
  });

  test('says so where nothing has been counted', async () => {
    await draw({ ...picturedBoard(), board: sampleBoard([]) });
    await expect.element(page.getByText('There is a picture once a result is out.')).toBeVisible();
  });

  for (const name of THEMES) {
    test(`axe finds nothing in the ${name} theme`, async () => {
      await theme(name);
      await draw();
      expect(await faults()).toEqual([]);
    });
  }

  test('knows a live round from its totals', () => {
    const pictured = picturedBoard();
    const {
      result: _result,
      tally: _tally,
      ...live
    } = { ...pictured.round, state: 'open' as const, secrecy: 'live' as const };
    const view = {
      ...viewOf(pictured),
      rounds: new Map([[live.id, { tally: sampleTally() }]]),
    } as unknown as BoardView;
    expect(picturedOf(view, live)?.result.order[0]).toBe(pictured.result.order[0]);
  });
});
