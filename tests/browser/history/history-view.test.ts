// The history of a meeting: what the room saw at each moment, and what changed between two.
import { html } from 'lit';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { eventWords } from '../../../client/elements/history/event-words.ts';
import '../../../client/elements/history/history-view.ts';
import type { PalabreHistoryView } from '../../../client/elements/history/history-view.ts';
import { Meeting, changesBetween } from '../../../client/elements/history/meeting.ts';
import { type EventBody, placeEvents } from '../../../shared/board/events.ts';
import type { HistoryPoints } from '../../../shared/history-points.ts';
import { fold } from '../../../shared/board/evolve.ts';
import { resultOf } from '../../../shared/voting/result.ts';
import { sampleBallots, sampleBoard, sampleRound, sampleTally } from '../ballot/sample-board.ts';
import { THEMES, deepText, faults, find, focus, heard, settled, show, theme } from '../stage.ts';

const { options, criteria } = sampleBoard();
const { method, rule, publish, tieHash, options: asked, criteria: weighed } = sampleRound();
const HERE = { kind: 'cell', option: 'flask', criterion: 'learning' } as const;

const opened = (secrecy: 'live' | 'named'): EventBody => ({
  type: 'round.opened',
  round: 'r1',
  method,
  rule,
  publish,
  tieHash,
  options: asked,
  criteria: weighed,
  secrecy,
});

const bodies = (secrecy: 'live' | 'named' = 'named'): readonly EventBody[] => [
  {
    type: 'board.created',
    id: 'b1',
    code: '7KQ2MX4P',
    title: 'Which web framework?',
    question: '',
    language: 'en',
    entry: 'voter',
    phase: 'frame',
    options,
    criteria,
    notes: [],
  },
  { type: 'member.joined', member: 'm1', name: 'Awa D.', role: 'facilitator' },
  { type: 'option.removed', option: 'webpy' },
  { type: 'note.added', note: 'n1', target: HERE, kind: 'risk', text: 'Nobody knows it.' },
  { type: 'note.supported', note: 'n1', on: true },
  { type: 'board.edited', phase: 'vote' },
  opened(secrecy),
  {
    type: 'round.closed',
    round: 'r1',
    tieSeed: 'seed',
    version: 17,
    progress: { cast: 17, done: 17, eligible: 17 },
  },
  {
    type: 'round.revealed',
    round: 'r1',
    tally: sampleTally(),
    result: resultOf(sampleRound({ id: 'r1' }), sampleBallots()),
    ballotsHash: '00',
  },
  { type: 'criterion.edited', criterion: 'learning', weight: 9 },
];
const eventsOf = (secrecy?: 'live' | 'named') => placeEvents(bodies(secrecy), 0, '2026-11-03T14:00:00.000Z', 'm1');

/** Three moments while the live round was open: Django is before Flask, and then is not. */
const POINTS: HistoryPoints = {
  r1: (
    [
      [1, [0, 0, 0, 0, 0, 1, 0], [0, 0, 0, 0, 0, 0, 0]],
      [2, [0, 0, 0, 0, 0, 1, 0], [0, 0, 0, 1, 0, 0, 0]],
      [3, [2, 0, 0, 0, 0, 1, 0], [0, 0, 0, 1, 0, 2, 0]],
    ] as const
  ).map(([version, django, flask]) => ({
    at: '2026-11-03T14:00:00.000Z',
    since: version - 1,
    version,
    progress: { cast: version, done: 0, eligible: 17 },
    tally: { cells: { django: { learning: django }, flask: { learning: flask } } },
  })),
};

const leader = (element: Element): string | undefined => {
  const live = find(element, 'palabre-live-totals');
  return live === null ? undefined : /Django|Flask/.exec(find(live, 'tbody tr')?.textContent ?? '')?.[0];
};

async function draw(
  events: PalabreHistoryView['events'] = eventsOf(),
  revision = 10,
  points: HistoryPoints = {},
): Promise<PalabreHistoryView> {
  const element = await show<PalabreHistoryView>(
    html`<palabre-history-view .events=${events} .points=${points} .revision=${revision}></palabre-history-view>`,
  );
  await settled(element);
  return element;
}
const slider = () => page.getByRole('slider', { name: 'Moment of the meeting' });
const valueText = () => slider().element().getAttribute('aria-valuetext');

beforeEach(async () => {
  await page.viewport(1440, 900);
  await theme('light');
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a meeting', () => {
  test('is at every moment what the log up to there folds to, in whatever order it is looked at', () => {
    const more = Array.from({ length: 200 }, (_, n): EventBody => ({
      type: 'note.supported',
      note: 'n1',
      on: n % 2 === 0,
    }));
    const events = placeEvents([...bodies(), ...more], 0, '2026-11-03T14:00:00.000Z', 'm1');
    const meeting = new Meeting(events);
    for (const place of [209, 3, 130, 64, 63, 0, 128]) {
      expect(meeting.at(place)).toEqual(fold(events.slice(0, place + 1)));
    }
  });

  test('has its beginning, phases, rounds and reveals as chapters', () => {
    expect(new Meeting(eventsOf()).chapters).toEqual([0, 5, 6, 7, 8]);
  });

  test('two moments differ by what stayed: support moves no note', () => {
    const meeting = new Meeting(eventsOf());
    expect(changesBetween(meeting.at(0), meeting.at(9))).toEqual([
      { of: 'option', verb: 'removed', id: 'webpy' },
      { of: 'criterion', verb: 'changed', id: 'learning' },
      { of: 'round', verb: 'added', id: 'r1' },
      { of: 'note', verb: 'added', id: 'n1' },
      { of: 'member', verb: 'added', id: 'm1' },
    ]);
    expect(changesBetween(meeting.at(3), meeting.at(4))).toEqual([]);
    expect(changesBetween(meeting.at(7), meeting.at(8))).toEqual([{ of: 'round', verb: 'changed', id: 'r1' }]);
  });

  test('every event has words', () => {
    const meeting = new Meeting(eventsOf());
    const words = meeting.events.map((event, place) => eventWords(event, meeting.at(place)));
    expect(words).toEqual([
      'The board was made',
      'Joined: Awa D.',
      'Taken away: option web.py',
      'Added: Risk, Flask × Learning curve',
      'Supported: Risk, Flask × Learning curve',
      'Phase: Vote',
      'Round 1 opened',
      'Round 1 closed',
      'Round 1 revealed',
      'Changed: criterion Learning curve, weight 9',
    ]);
  });
});

describe('scrubbing', () => {
  test('begins at now, and the keyboard goes back to what the room saw', async () => {
    const element = await draw();
    expect(valueText()).toBe('10/10, Changed: criterion Learning curve, weight 9');
    expect(deepText(element)).toContain('Django, narrowly');
    focus(slider());
    await userEvent.keyboard('{ArrowLeft}{ArrowLeft}');
    await settled(element);
    expect(valueText()).toBe('8/10, Round 1 closed');
    expect(deepText(element)).toContain('Round 1: not revealed yet at this moment.');
    expect(deepText(element)).not.toContain('narrowly');
    await userEvent.keyboard('{Home}');
    await settled(element);
    expect(valueText()).toBe('1/10, The board was made');
    expect(page.getByText('web.py').elements().length).toBeGreaterThan(0);
  });

  test('chapters are jumped to, one by one or by name', async () => {
    await draw();
    await page.getByRole('button', { name: 'To the chapter before' }).click();
    expect(valueText()).toContain('Round 1 revealed');
    await page.getByRole('button', { name: 'Phase: Vote' }).click();
    expect(valueText()).toContain('Phase: Vote');
    await page.getByRole('button', { name: 'To the next chapter' }).click();
    expect(valueText()).toContain('Round 1 opened');
  });

  test('playing goes step by step from the start and stops at the end', async () => {
    const element = await draw(eventsOf().slice(0, 3));
    vi.useFakeTimers();
    const button = element.renderRoot.querySelector<HTMLButtonElement>('.button.primary');
    button?.click();
    await settled(element);
    expect(valueText()).toContain('1/3');
    vi.advanceTimersByTime(1000);
    await settled(element);
    expect(valueText()).toContain('2/3');
    vi.advanceTimersByTime(5000);
    await settled(element);
    expect(valueText()).toContain('3/3');
    expect(button?.textContent?.trim()).toBe('Play');
    expect(vi.getTimerCount()).toBe(0);
  });

  test('a cell shows the notes of that moment, and the page is not told', async () => {
    const element = await draw();
    const told: unknown[] = [];
    document.body.addEventListener('target-selected', (event) => told.push(event.detail), { once: true });
    await page.getByRole('gridcell', { name: /^Flask, Learning curve/ }).click();
    await expect.element(page.getByText('Nobody knows it.')).toBeVisible();
    await page.getByRole('button', { name: 'The board was made' }).click();
    await settled(element);
    expect(page.getByText('Nobody knows it.').elements()).toHaveLength(0);
    expect(told).toEqual([]);
  });

  test('a live round whose totals were not kept says so plainly', async () => {
    await draw(eventsOf('live').slice(0, 8));
    await expect.element(page.getByText(/its totals over time were not kept/)).toBeVisible();
  });

  test('totals of a live round move between its opening and its close, and are gone before the first ballot', async () => {
    const element = await draw(eventsOf('live'), 10, POINTS);
    expect(valueText()).toMatch(/^13\/13, /);
    focus(slider());
    await userEvent.keyboard('{ArrowLeft}{ArrowLeft}{ArrowLeft}');
    await settled(element);
    expect(valueText()).toBe('10/13, Round 1, live: 3 ballots');
    expect(leader(element)).toBe('Flask');
    await userEvent.keyboard('{ArrowLeft}{ArrowLeft}');
    await settled(element);
    expect(valueText()).toBe('8/13, Round 1, live: 1 ballot');
    expect(leader(element)).toBe('Django');
    await userEvent.keyboard('{ArrowLeft}');
    await settled(element);
    expect(valueText()).toBe('7/13, Round 1 opened');
    await expect.element(page.getByText('Round 1, live: no ballot yet at this moment.')).toBeVisible();
  });

  test('the chapter before totals that moved is the one they moved in', async () => {
    await draw(eventsOf('live'), 10, POINTS);
    focus(slider());
    await userEvent.keyboard('{ArrowLeft}{ArrowLeft}{ArrowLeft}');
    await page.getByRole('button', { name: 'To the chapter before' }).click();
    expect(valueText()).toBe('7/13, Round 1 opened');
    await page.getByRole('button', { name: 'To the next chapter' }).click();
    expect(valueText()).toBe('11/13, Round 1 closed');
  });

  test('playing at twice the speed takes half as long', async () => {
    const element = await draw(eventsOf().slice(0, 4));
    await page.getByRole('combobox', { name: 'Speed' }).selectOptions('2 ×');
    vi.useFakeTimers();
    element.renderRoot.querySelector<HTMLButtonElement>('.button.primary')?.click();
    vi.advanceTimersByTime(950);
    await settled(element);
    expect(valueText()).toContain('3/4');
  });
});

describe('what changed', () => {
  test('is listed since the chapter that is chosen', async () => {
    const element = await draw();
    const list = () => page.getByRole('list', { name: 'What changed since' });
    await expect.element(list()).toHaveTextContent(/Taken away: option web\.py/);
    await page.getByRole('combobox', { name: 'What changed since' }).selectOptions('Round 1 revealed');
    await settled(element);
    await expect.element(list()).not.toHaveTextContent(/web\.py/);
    await expect.element(list()).toHaveTextContent(/Changed: criterion Learning curve/);
  });

  test('what has happened since it was fetched is asked for', async () => {
    const element = await draw(eventsOf(), 12);
    const requests = heard(element, 'history-requested');
    await page.getByRole('button', { name: 'The meeting has gone on: show that too' }).click();
    expect(requests).toHaveLength(1);
  });

  test('without a log it says why, and can be tried again', async () => {
    const element = await draw('failed');
    const requests = heard(element, 'history-requested');
    await page.getByRole('button', { name: 'Try again' }).click();
    expect(requests).toHaveLength(1);
  });
});

for (const name of THEMES) {
  test(`axe finds nothing in the ${name} theme, wide and narrow`, async () => {
    await theme(name);
    for (const width of [1440, 360]) {
      await page.viewport(width, 900);
      await draw();
      expect(await faults()).toEqual([]);
      await draw(eventsOf('live').slice(0, 7), 7, POINTS);
      expect(await faults()).toEqual([]);
      expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
    }
  });
}
