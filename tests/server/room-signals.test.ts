// Ready, a raised hand, more time please: what a room is told of them.
import { describe, expect, test } from 'vitest';
import { BoardPresence } from '../../server/presence.ts';

function room(...members: string[]): BoardPresence {
  const presence = new BoardPresence('b', false);
  presence.enter('facilitator', 'ada');
  for (const member of members) presence.enter('voter', member);
  presence.changes();
  return presence;
}

describe('hands', () => {
  test('are told in the order of raising; one that was lowered comes last again', () => {
    const presence = room('bo', 'cy', 'dee');
    for (const member of ['dee', 'bo', 'cy']) presence.set(member, { hand: true });
    expect(presence.changes()).toMatchObject({ hands: ['dee', 'bo', 'cy'], counts: { hands: 3 } });
    presence.set('dee', { hand: false });
    presence.set('dee', { hand: true });
    presence.set('bo', { hand: true });
    expect(presence.changes()?.hands).toEqual(['bo', 'cy', 'dee']);
    expect(presence.full().hands).toEqual(['bo', 'cy', 'dee']);
  });

  test('are told again only when they have changed', () => {
    const presence = room('bo');
    presence.set('bo', { hand: true });
    presence.changes();
    presence.set('bo', { hand: true, view: 'notes' });
    expect(presence.changes()).not.toHaveProperty('hands');
  });

  test('of who has gone are down, also when they come back', () => {
    const presence = room('bo');
    presence.set('bo', { hand: true, ready: true });
    presence.leave('bo');
    presence.enter('voter', 'bo');
    expect(presence.changes()).toMatchObject({ hands: [], counts: { ready: 0, hands: 0 }, members: { bo: {} } });
  });
});

describe('more time, please', () => {
  test('is a number and never a name', () => {
    const presence = room('bo', 'cy');
    presence.set('bo', { more: true });
    expect(presence.changes()).toEqual({
      board: 'b',
      here: { facilitators: 1, voters: 2, watchers: 0 },
      counts: { ready: 0, hands: 0, more: 1 },
      members: {},
    });
    presence.set('cy', { more: true, hand: true });
    expect(presence.changes()?.members).toEqual({ cy: { hand: true } });
    expect(JSON.stringify(presence.full())).not.toContain('"more":true');
    presence.set('cy', { more: false });
    expect(presence.full().counts.more).toBe(1);
  });

  test('does not fall when somebody leaves, which would tell that it was theirs', () => {
    const presence = room('bo');
    presence.set('bo', { more: true });
    presence.leave('bo');
    expect(presence.full().counts.more).toBe(1);
    presence.enter('voter', 'bo');
    presence.set('bo', { more: true });
    expect(presence.full().counts.more).toBe(1);
  });

  test('is settled when time was given', () => {
    const presence = room('bo');
    presence.set('bo', { more: true });
    presence.changes();
    presence.settleTime();
    expect(presence.changes()?.counts).toEqual({ ready: 0, hands: 0, more: 0 });
    presence.settleTime();
    expect(presence.changes()).toBeUndefined();
  });
});

describe('ready', () => {
  test('is for one part of the meeting: nobody is ready for the next one yet', () => {
    const presence = room('bo', 'cy');
    presence.set('bo', { ready: true, view: 'matrix' });
    presence.set('cy', { view: 'notes' });
    presence.changes();
    presence.startOver();
    expect(presence.changes()).toMatchObject({
      counts: { ready: 0 },
      members: { bo: { ready: false, view: 'matrix' } },
    });
  });
});

describe('in a large room', () => {
  const crowd = Array.from({ length: 3000 }, (_, place) => `m${place}`);

  test('there are numbers and no lists', () => {
    const presence = room(...crowd);
    presence.changes();
    for (const member of crowd) presence.set(member, { ready: true, hand: true, more: true });
    expect(presence.changes()).toEqual({
      board: 'b',
      here: { facilitators: 1, voters: 3000, watchers: 0 },
      counts: { ready: 3000, hands: 3000, more: 3000 },
    });
    expect(JSON.stringify(presence.full()).length).toBeLessThan(200);
  });

  test('the order of hands is taken back when a room outgrows it, and told again when it shrinks', () => {
    const presence = room('bo');
    presence.set('bo', { hand: true });
    presence.changes();
    for (const member of crowd.slice(0, 60)) presence.enter('voter', member);
    expect(presence.changes()?.hands).toEqual([]);
    expect(presence.full()).not.toHaveProperty('hands');
    for (const member of crowd.slice(0, 60)) presence.leave(member);
    expect(presence.changes()?.hands).toEqual(['bo']);
  });
});
