// No text that anybody may write runs script, wherever it is shown.
import { html } from 'lit';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import '../../../client/elements/board/board-header.ts';
import '../../../client/elements/board/decision-card.ts';
import '../../../client/elements/compare/compare-view.ts';
import '../../../client/elements/history/history-view.ts';
import '../../../client/elements/matrix/matrix.ts';
import '../../../client/elements/notes/held-notes.ts';
import '../../../client/elements/notes/markdown.ts';
import '../../../client/elements/notes/notes-view.ts';
import { safeHtml } from '../../../client/elements/notes/safe-html.ts';
import '../../../client/elements/panel/cell-panel.ts';
// Fetched when the list of people is opened; here that has happened before.
import '../../../client/elements/people/member-row.ts';
import '../../../client/elements/people/people.ts';
import '../../../client/elements/record/record-view.ts';
import '../../../client/elements/results/results-view.ts';
import '../../../client/elements/room/room-strip.ts';
import '../../../client/elements/screen/big-screen.ts';
import { Doc } from 'yjs';
import type { BoardView } from '../../../client/board-view.ts';
import { NOTHING_YET, type RecordShown } from '../../../client/elements/record/record-model.ts';
import type { Board } from '../../../shared/board/board.ts';
import { type Event, placeEvents } from '../../../shared/board/events.ts';
import { RECORD_PARTS } from '../../../shared/record/record.ts';
import { deepText, settled, show } from '../stage.ts';
import {
  cell,
  criteria,
  members,
  note,
  options,
  sampleBoard,
  sampleResult,
  sampleRound,
  sampleTally,
} from '../matrix/sample.ts';
import { HTML_VECTORS, MARKDOWN_VECTORS } from './vectors.ts';

const VECTORS = [...HTML_VECTORS, ...MARKDOWN_VECTORS];
const ACTING =
  'script, iframe, object, embed, link, meta, base, img, video, audio, marquee, math, foreignObject, animate';

let ran = 0;
beforeEach(() => {
  ran = 0;
  Object.assign(window, { smuggled: () => (ran += 1) });
});
afterEach(() => {
  Reflect.deleteProperty(window, 'smuggled');
});

/** Every element below, through shadow roots. */
function everything(root: Element | ShadowRoot): Element[] {
  return [...root.querySelectorAll('*')].flatMap((element) => [
    element,
    ...(element.shadowRoot === null ? [] : everything(element.shadowRoot)),
  ]);
}

async function expectTame(element: HTMLElement): Promise<void> {
  await settled(element);
  // Errors of pictures and the like come in tasks of their own.
  await new Promise((resolve) => setTimeout(resolve));
  for (const one of [element, ...everything(element.shadowRoot ?? element)]) {
    for (const { name, value } of one.attributes) {
      expect(name).not.toMatch(/^on|^srcdoc$|^autofocus$/);
      if (name === 'href' || name === 'src' || name === 'xlink:href' || name === 'action') {
        expect(new URL(value, location.href).protocol).toMatch(/^(https?|mailto):$/);
      }
    }
  }
  expect(everything(element.shadowRoot ?? element).filter((one) => one.matches(ACTING))).toEqual([]);
  expect(ran).toBe(0);
}

/** A board on which everything that can be written is this text. */
function boardOf(text: string): Board {
  const target = cell('flask', 'async');
  const kinds = ['pro', 'con', 'question', 'risk', 'evidence', 'note'] as const;
  const written = kinds.map((kind, index) => note(`n${index}`, target, kind, text));
  // Whoever is mentioned has this name.
  const notes = [...written, note('n9', target, 'note', 'Ask @[m1].')];
  return sampleBoard([sampleRound({ prompt: text })], {
    title: text,
    question: text,
    options: options().map((option) => ({
      ...option,
      name: text,
      summary: text,
      url: text,
      facts: [{ label: text, value: text, source: text }],
    })),
    criteria: criteria().map((criterion) => ({ ...criterion, name: text, description: text, low: text, high: text })),
    members: new Map([...members()].map(([id, member]) => [id, { ...member, name: text }])),
    notes: new Map(notes.map((one) => [one.id, one])),
    decision: {
      options: ['flask'],
      status: 'accepted',
      summary: text,
      deciders: ['m0'],
      by: 'm0',
      at: '2026-11-20T10:00:00.000Z',
    },
  });
}

test('there are as many vectors as promised, each of which would be noticed', () => {
  expect(VECTORS.length).toBeGreaterThanOrEqual(60);
  const stage = document.createElement('div');
  document.body.append(stage);
  stage.innerHTML = '<svg onload="smuggled()"></svg>';
  (stage.firstElementChild as unknown as { onload: () => void }).onload();
  expect(ran).toBe(1);
  stage.remove();
});

describe('in Markdown', () => {
  test.each(VECTORS)('%s', async (text) => {
    for (const written of [text, `**bold** ${text}`, `${text}\n\n- item ${text}\n\n> quote ${text}`]) {
      const element = await show(html`<palabre-markdown .text=${written}></palabre-markdown>`);
      await expectTame(element);
    }
  });
});

const AT = '2026-11-20T10:00:00.000Z';

/** The same board after its vote, with an agenda. */
function revealedOf(text: string): Board {
  const round = sampleRound({ prompt: text, state: 'revealed', tally: sampleTally(), result: sampleResult() });
  const agenda = [{ id: 'i1', title: text, minutes: 5, startedAt: AT }];
  const timer = { startedAt: AT, endsAt: '2026-11-20T10:30:00.000Z', item: 'i1' };
  return { ...boardOf(text), rounds: [round], agenda, timer };
}

/** How such a board came about. */
function eventsOf(text: string): readonly Event[] {
  const { options: all, criteria: weighed } = boardOf(text);
  const target = cell('flask', 'async');
  const created = { id: 'b1', code: '7KQ2-MX4P', language: 'en', entry: 'voter', phase: 'frame', notes: [] } as const;
  return placeEvents(
    [
      { type: 'board.created', ...created, title: text, question: text, options: all, criteria: weighed },
      { type: 'member.joined', member: 'm0', name: text, role: 'facilitator' },
      { type: 'note.added', note: 'n1', target, kind: 'pro', text },
      { type: 'fact.set', option: 'flask', label: text, value: text, source: text },
      { type: 'decision.set', options: ['flask'], status: 'accepted', summary: text },
      { type: 'member.renamed', member: 'm0', name: `${text}!` },
    ],
    0,
    AT,
    'm0',
  );
}

/** A record in which every part is this text. */
function recordOf(text: string): RecordShown {
  const document = new Doc();
  const texts = Object.fromEntries(RECORD_PARTS.map((part) => [part, text]));
  for (const part of RECORD_PARTS) document.getText(part).insert(0, text);
  return { ...NOTHING_YET, phase: 'open', texts, textOf: (part) => document.getText(part) };
}

const viewOf = (board: Board): BoardView =>
  ({
    board,
    you: { role: 'watcher' },
    rounds: new Map(),
    mine: new Map(),
    waiting: 0,
    waitingNotes: new Set(),
    refusals: [],
    here: { facilitators: 1, voters: 4, watchers: 2 },
    presence: new Map(),
    connection: { phase: 'live' },
    keys: {},
    clockOffset: 0,
  }) as unknown as BoardView;

const YOU = { id: 'm0', role: 'facilitator', name: 'Inès' } as const;
const NOW = Date.parse('2026-11-20T10:15:00.000Z');
type Draw = (board: Board) => ReturnType<typeof html>;
const PLACES: readonly (readonly [string, Draw])[] = [
  [
    'the matrix',
    (board) => html`<palabre-matrix .board=${board} .you=${YOU} .round=${board.rounds[0]}></palabre-matrix>`,
  ],
  [
    'the matrix being edited',
    (board) => html`<palabre-matrix .board=${board} .you=${YOU} ?editable=${true}></palabre-matrix>`,
  ],
  ['the notes', (board) => html`<palabre-notes-view .board=${board} .you=${YOU} .now=${NOW}></palabre-notes-view>`],
  [
    'the panel of a cell',
    (board) =>
      html`<palabre-cell-panel
        .board=${board}
        .target=${cell('flask', 'async')}
        .round=${board.rounds[0]}
        .you=${YOU}
        .now=${NOW}
      ></palabre-cell-panel>`,
  ],
  [
    'the panel of an option',
    (board) =>
      html`<palabre-cell-panel
        .board=${board}
        .target=${{ kind: 'option', option: 'flask' }}
        .you=${YOU}
        .now=${NOW}
      ></palabre-cell-panel>`,
  ],
  ['the header', (board) => html`<palabre-board-header .board=${board} .facilitating=${true}></palabre-board-header>`],
  [
    'the decision',
    (board) => html`<palabre-decision-card .board=${board} ?whole=${true} ?editable=${true}></palabre-decision-card>`,
  ],
  [
    'the comparison',
    (board) =>
      html`<palabre-compare-view
        .board=${board}
        .options=${['flask', 'django']}
        .round=${board.rounds[0]}
      ></palabre-compare-view>`,
  ],
  [
    'the people',
    (board) =>
      html`<palabre-people
        .here=${{ facilitators: 1, voters: 4, watchers: 0 }}
        .members=${board.members}
        .presence=${new Map([...board.members.keys()].map((id) => [id, {}]))}
        .you=${'m0'}
        ?managing=${true}
      ></palabre-people>`,
  ],
  [
    'the record',
    ({ title }) =>
      html`<palabre-record-view
        .board=${revealedOf(title)}
        .you=${YOU}
        .record=${recordOf(title)}
      ></palabre-record-view>`,
  ],
  [
    'the notes that are held back',
    (board) =>
      html`<palabre-held-notes
        .board=${board}
        .held=${[{ round: 'r1', note: 'h1', target: cell('flask', 'async'), kind: 'con', text: board.title, waiting: false }]}
        ?about=${true}
      ></palabre-held-notes>`,
  ],
  [
    'the results',
    ({ title }) => {
      const board = revealedOf(title);
      return html`<palabre-results-view .board=${board} .round=${board.rounds[0]}></palabre-results-view>`;
    },
  ],
  [
    'the agenda',
    ({ title }) => html`<palabre-room-strip .board=${revealedOf(title)} .now=${NOW}></palabre-room-strip>`,
  ],
  [
    'the big screen',
    ({ title }) => html`<palabre-big-screen .view=${viewOf(revealedOf(title))} .now=${NOW}></palabre-big-screen>`,
  ],
  [
    'the history',
    ({ title }) =>
      html`<palabre-history-view .events=${eventsOf(title)} .points=${{}} .revision=${6}></palabre-history-view>`,
  ],
];

/** Drawn, with the list of people unfolded where there is one. */
async function drawn(template: ReturnType<typeof html>): Promise<HTMLElement> {
  const element = await show(template);
  const list = element.shadowRoot?.querySelector<HTMLElement>('[popover]');
  if (element.localName !== 'palabre-people' || list === null || list === undefined) return element;
  const opened = new Promise((resolve) => list.addEventListener('toggle', resolve, { once: true }));
  list.showPopover();
  await opened;
  await settled(element);
  return element;
}

describe.each(PLACES)('in every text of %s', (_name, draw) => {
  test('nothing runs, and what was written is shown as it was written', async () => {
    for (const text of VECTORS) await expectTame(await drawn(draw(boardOf(text))));
    const plain = 'a <b>bold</b> claim';
    expect(deepText(await drawn(draw(boardOf(plain))))).toContain(plain);
  });
});

test.each(['> ', '1. ', '- ', '['])(
  'a text that nests %j without end is shown, and takes nothing down with it',
  async (mark) => {
    const text = mark.repeat(4000 / mark.length);
    const stage = await show(html`<palabre-markdown .text=${text}></palabre-markdown>`);
    await expect
      .poll(() => stage.querySelector('palabre-markdown')?.shadowRoot?.querySelector('.drawn'))
      .not.toBeNull();
    await settled(stage);
  },
);

test.each(['\n', ' ', '\t', '*a_', '_a*', '**a', '~~a', '`', '[', '[a](b ', '> ', '<!--', '|-|\n', '&a', 'a@', '1.\n'])(
  'a text of %j again and again, as long as a record may be, is read at once',
  async (unit) => {
    const text = `a${unit.repeat(60_000 / unit.length)}b *c*`;
    const start = performance.now();
    safeHtml(text);
    await settled(await show(html`<palabre-markdown .text=${text}></palabre-markdown>`));
    expect(performance.now() - start).toBeLessThan(4000);
  },
);
