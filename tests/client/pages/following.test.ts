// Whether a page goes where the facilitator leads.
import { describe, expect, test } from 'vitest';
import { Following, type Remembered, type Whereabouts } from '../../../client/pages/following.ts';
import type { Led } from '../../../shared/board/board.ts';

const led = (view: string, minute = 0): Led => ({ view, by: 'ada', at: `2026-11-23T09:0${minute}:00.000Z` });
const where = (changes: Partial<Whereabouts> = {}): Whereabouts => ({
  view: undefined,
  reachable: true,
  busy: false,
  ...changes,
});

function visitor(remembered?: Remembered) {
  const kept: Remembered[] = [];
  return { kept, following: new Following(remembered, (next) => kept.push(next)) };
}

test('everybody follows, a late joiner too, and each call once', () => {
  const { following } = visitor();
  expect(following.look(undefined, where())).toBeUndefined();
  expect(following.look(led('results'), where())).toEqual(led('results'));
  expect(following.look(led('results'), where({ view: 'results' }))).toBeUndefined();
  expect(following.look(led('notes', 1), where({ view: 'results' }))).toEqual(led('notes', 1));
  expect(following.isThere).toBe(true);
});

test('who goes elsewhere stays there, whatever the next call, until they follow again', () => {
  const { following } = visitor();
  following.look(led('results'), where());
  following.look(led('results'), where({ view: 'matrix' }));
  expect(following.isThere).toBe(false);
  expect(following.look(led('notes', 1), where({ view: 'matrix' }))).toBeUndefined();
  following.resume();
  expect(following.isThere).toBe(true);
  expect(following.look(led('matrix', 2), where({ view: 'notes' }))).toEqual(led('matrix', 2));
});

test('who went elsewhere comes along when somebody leads anew; who left does not', () => {
  const wandered = visitor().following;
  wandered.look(led('results'), where());
  wandered.look(led('results'), where({ view: 'matrix' }));
  wandered.look(undefined, where({ view: 'matrix' }));
  expect(wandered.look(led('notes', 1), where({ view: 'matrix' }))).toEqual(led('notes', 1));

  const left = visitor().following;
  left.look(led('results'), where());
  left.stop();
  left.look(undefined, where({ view: 'results' }));
  expect(left.look(led('notes', 1), where({ view: 'results' }))).toBeUndefined();
});

test('nobody is taken from what they write: they are asked', () => {
  const { following } = visitor();
  expect(following.look(led('results'), where({ busy: true }))).toBeUndefined();
  expect([following.offered, following.isThere]).toEqual([true, false]);
  // Done with it, they are still not moved: they go when they want to.
  expect(following.look(led('results'), where())).toBeUndefined();
  following.resume();
  expect([following.offered, following.isThere]).toEqual([false, true]);
});

test('a view that is not there for somebody leaves them where they are, and is no going elsewhere', () => {
  const { following, kept } = visitor();
  expect(following.look(led('ballot'), where({ reachable: false }))).toBeUndefined();
  expect(kept).toEqual([]);
  expect(following.isThere).toBe(true);
});

describe('a page that is loaded again', () => {
  test('knows what it has answered, and that somebody left', () => {
    const first = visitor();
    first.following.look(led('results'), where());
    const again = visitor(first.kept.at(-1));
    expect(again.following.look(led('results'), where({ view: 'results' }))).toBeUndefined();
    again.following.stop();
    const third = visitor(again.kept.at(-1));
    expect(third.following.look(led('notes', 1), where({ view: 'results' }))).toBeUndefined();
    expect(third.following.isThere).toBe(false);
  });
});
