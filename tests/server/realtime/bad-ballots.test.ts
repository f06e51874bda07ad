// Ballots that no round takes, sent through a real socket: each refused with its code and field, nothing changed.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { JoinAnswer } from '../../../shared/protocol.ts';
import type { MethodName } from '../../../shared/voting/ballots.ts';
import { OPPOSITES } from '../ballots-of-methods.ts';
import { type Client, type OpenDoor, claim, openDoor } from './open-door.ts';

let door: OpenDoor;
let ada: Client;
let board: Awaited<ReturnType<OpenDoor['newBoard']>>;
let asked = 0;
beforeEach(async () => {
  door = await openDoor();
  board = await door.newBoard();
  ada = door.client();
  await ada.join({ board: board.id, key: board.keys.facilitator, member: claim('ada') });
});
afterEach(() => door.close());

const act = (type: string, fields: object) => ada.ask('board:do', { id: `c${(asked += 1)}`, type, ...fields });
const open = (method: string, more: object = {}) =>
  act('round.open', { round: 'r1', method, secrecy: 'named', proposal: 'This', ...more });
const cast = (ballot: unknown) => act('ballot.cast', { round: 'r1', ballot });
const state = async () => {
  const joined = await ada.join({ board: board.id, member: claim('ada') });
  const { ballots, revision, rounds } = joined as JoinAnswer;
  return { ballots, revision, version: rounds['r1']?.version, progress: rounds['r1']?.progress };
};

const BAD: readonly (readonly [MethodName, string, unknown, string])[] = [
  ['score', 'an unknown option', { cells: { nothing: { speed: 1 } } }, 'ballot.cells.nothing'],
  ['score', 'an unknown criterion', { cells: { flask: { nothing: 1 } } }, 'ballot.cells.flask.nothing'],
  ['score', 'a score above 5', { cells: { flask: { speed: 6 } } }, 'ballot.cells.flask.speed'],
  ['score', 'half a score', { cells: { flask: { speed: 2.5 } } }, 'ballot.cells.flask.speed'],
  ['score', 'a score as a text', { cells: { flask: { speed: '5' } } }, 'ballot.cells.flask.speed'],
  ['score', 'a ballot of another method', { approved: ['flask'] }, 'ballot'],
  ['score', 'no object', 'five', 'ballot'],
  ['weights', 'points that sum to 99', { points: { speed: 50, docs: 49 } }, 'ballot.points'],
  ['weights', 'points that sum to 101', { points: { speed: 100, docs: 1 } }, 'ballot.points'],
  ['weights', 'points below nothing', { points: { speed: 110, docs: -10 } }, 'ballot.points.docs'],
  ['weights', 'an unknown criterion', { points: { speed: 50, nothing: 50 } }, 'ballot.points.nothing'],
  ['dots', 'more dots than there are', { dots: { flask: 1, django: 1, nothing: 9 } }, 'ballot.dots.nothing'],
  ['dots', 'stacked dots where that is not allowed', { dots: { flask: 2 } }, 'ballot.dots.flask'],
  ['dots', 'half a dot', { dots: { flask: 0.5 } }, 'ballot.dots.flask'],
  ['approval', 'an unknown option', { approved: ['flask', 'nothing'] }, 'ballot.approved.1'],
  ['approval', 'an option twice', { approved: ['flask', 'flask'] }, 'ballot.approved.1'],
  ['approval', 'no list', { approved: 'flask' }, 'ballot.approved'],
  ['ranking', 'an unknown option', { ranking: [['flask'], ['nothing']] }, 'ballot.ranking.1.0'],
  ['ranking', 'an option twice', { ranking: [['flask'], ['django', 'flask']] }, 'ballot.ranking.1.1'],
  ['ranking', 'no groups', { ranking: ['flask'] }, 'ballot.ranking.0'],
  ['consent', 'six fingers', { fingers: 6 }, 'ballot.fingers'],
  ['consent', 'two fingers without a reason', { fingers: 2 }, 'ballot.reason'],
  ['consent', 'a blank reason', { fingers: 0, reason: '   ' }, 'ballot.reason'],
  ['consent', 'a field that nobody knows', { fingers: 4, weight: 2 }, 'ballot'],
];

describe('what no round takes', () => {
  test.each(BAD)('%s: %s', async (method, _, ballot, field) => {
    await open(method, { dots: 5 });
    expect(await cast(OPPOSITES[method][0])).toMatchObject({ ok: true });
    const before = await state();
    const refused = await cast(ballot);
    expect(refused).toMatchObject({ ok: false, error: { code: 'invalid' } });
    const told = refused.ok ? '' : (refused.error.field ?? '');
    expect(told === field || told.startsWith(`${field}.`), told).toBe(true);
    expect(await state()).toEqual(before);
  });

  test('too many dots in all', async () => {
    await open('dots', { dots: 3, stacking: true });
    expect(await cast({ dots: { flask: 2, django: 2 } })).toMatchObject({
      ok: false,
      error: { code: 'invalid', field: 'ballot.dots' },
    });
    expect(await cast({ dots: { flask: 2, django: 1 } })).toMatchObject({ ok: true });
  });
});

describe.each(Object.keys(OPPOSITES) as MethodName[])('a ballot of %s', (method) => {
  test('that comes after the close is refused and counts for nothing', async () => {
    await open(method);
    await act('round.close', { round: 'r1' });
    const before = await state();
    expect(await cast(OPPOSITES[method][0])).toMatchObject({ ok: false, error: { code: 'round-not-open' } });
    expect(await state()).toEqual(before);
  });

  test('for a round that is not there is not found', async () => {
    expect(await cast(OPPOSITES[method][0])).toMatchObject({ ok: false, error: { code: 'not-found', field: 'round' } });
  });
});

describe.each(['score', 'dots', 'approval', 'ranking'] as const)('an option withdrawn from a round of %s', (method) => {
  test('is not taken in new ballots until it is restored', async () => {
    await open(method);
    await act('option.remove', { option: 'flask' });
    const refused = await cast(OPPOSITES[method][0]);
    expect(refused).toMatchObject({ ok: false, error: { code: 'invalid' } });
    expect(refused.ok ? '' : refused.error.field).toMatch(/^ballot\./);
    await act('option.restore', { option: 'flask' });
    expect(await cast(OPPOSITES[method][0])).toMatchObject({ ok: true });
  });
});
