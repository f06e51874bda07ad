import { describe, expect, test } from 'vitest';
import { BoardPresence } from '../../server/presence.ts';

const FOCUS = { kind: 'option', option: 'flask' } as const;

function room(veiled = false): BoardPresence {
  const presence = new BoardPresence('b', veiled);
  presence.enter('facilitator', 'ada');
  presence.enter('voter', 'bo');
  presence.enter('watcher', undefined);
  presence.changes();
  return presence;
}

describe('who is here', () => {
  test('members are counted once however many devices they have, watchers by device', () => {
    const presence = room();
    presence.enter('voter', 'bo');
    presence.enter('watcher', undefined);
    expect(presence.full().here).toEqual({ facilitators: 1, voters: 1, watchers: 2 });
    presence.leave('bo');
    expect(presence.full().here).toEqual({ facilitators: 1, voters: 1, watchers: 2 });
    presence.leave('bo');
    expect(presence.full().here).toEqual({ facilitators: 1, voters: 0, watchers: 2 });
  });

  test('only what changed is told, and who has gone is null', () => {
    const presence = room();
    presence.set('bo', { ready: true, view: 'matrix' });
    expect(presence.changes()).toEqual({
      board: 'b',
      here: { facilitators: 1, voters: 1, watchers: 1 },
      counts: { ready: 1, hands: 0, more: 0 },
      members: { bo: { ready: true, view: 'matrix' } },
    });
    expect(presence.changes()).toBeUndefined();
    presence.set('bo', { hand: true });
    expect(presence.changes()?.members).toEqual({ bo: { ready: true, view: 'matrix', hand: true } });
    presence.leave('bo');
    expect(presence.changes()?.members).toEqual({ bo: null });
  });

  test('a newcomer is told everything', () => {
    const presence = room();
    presence.set('bo', { focus: FOCUS });
    expect(presence.full().members).toEqual({ ada: {}, bo: { focus: FOCUS } });
  });

  test('looking away takes the focus back', () => {
    const presence = room();
    presence.set('bo', { focus: FOCUS, writing: FOCUS });
    presence.set('bo', { focus: null });
    expect(presence.full().members?.['bo']).toEqual({ writing: FOCUS });
  });

  test('somebody who is not in the room has no presence', () => {
    const presence = room();
    presence.set('nobody', { ready: true });
    expect(presence.changes()).toBeUndefined();
  });

  test('a role that was handed on is counted', () => {
    const presence = room();
    presence.setRole('bo', 'facilitator');
    expect(presence.changes()?.here).toEqual({ facilitators: 2, voters: 0, watchers: 1 });
  });
});

describe('while a named or anonymous round is open', () => {
  test('what somebody looks at or writes is not told, the rest is', () => {
    const presence = room(true);
    presence.set('bo', { focus: FOCUS, writing: FOCUS, ready: true, hand: false, view: 'matrix' });
    expect(presence.changes()?.members).toEqual({ bo: { ready: true, hand: false, view: 'matrix' } });
    expect(presence.full().members?.['bo']).toEqual({ ready: true, hand: false, view: 'matrix' });
  });

  test('what was known is taken back when the round opens, and told again when it closes', () => {
    const presence = room();
    presence.set('bo', { focus: FOCUS });
    presence.changes();
    presence.veil(true);
    expect(presence.changes()?.members).toEqual({ bo: {} });
    presence.veil(false);
    expect(presence.changes()?.members).toEqual({ bo: { focus: FOCUS } });
  });
});

describe('large rooms', () => {
  const fill = (presence: BoardPresence, count: number) => {
    for (let index = 0; index < count; index += 1) presence.enter('watcher', undefined);
  };

  test('beyond fifty people only counts are told', () => {
    const presence = room();
    fill(presence, 60);
    expect(presence.full()).toEqual({
      board: 'b',
      here: { facilitators: 1, voters: 1, watchers: 61 },
      counts: { ready: 0, hands: 0, more: 0 },
    });
  });

  test('a room that grows too large takes back what it told, and tells it again when it shrinks', () => {
    const presence = room();
    presence.set('bo', { ready: true });
    presence.changes();
    fill(presence, 60);
    expect(presence.changes()?.members).toEqual({ ada: null, bo: null });
    presence.set('bo', { hand: true });
    expect(presence.changes()).not.toHaveProperty('members');
    for (let index = 0; index < 60; index += 1) presence.leave(undefined);
    expect(presence.changes()?.members).toEqual({ ada: {}, bo: { ready: true, hand: true } });
  });
});
