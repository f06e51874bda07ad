// A clock that is set back or forward while people are at work: nothing stops, nothing is decided twice.
import { beforeEach, expect, test } from 'vitest';
import { HeldSurroundings, Stage, quiet, value } from './stage.ts';

const HOUR_MS = 3600 * 1000;

/** Alarms ring by time that passes; what the clock on the wall says can be set. */
class SetClock extends HeldSurroundings {
  offset = 0;
  readonly #passed = this.now;
  override now = (): number => this.#passed() + this.offset;
}

let clock: SetClock;
let stage: Stage;
beforeEach(async () => {
  clock = new SetClock();
  stage = await Stage.set({ surroundings: clock });
  stage.announced.updates.length = 0;
});

const updates = () => stage.announced.updates;
const add = async (option: string): Promise<void> => {
  value(await stage.do('ada', 'option.add', { option, name: option }));
  await quiet();
};

test.each([-HOUR_MS, HOUR_MS])('after it was set by %i ms updates go on at their interval', async (jump) => {
  await add('a');
  clock.offset = jump;
  await add('b');
  await add('c');
  await clock.pass(100);
  expect(updates().flatMap(({ events }) => events.map(({ revision }) => revision))).toEqual([5, 6, 7]);
  await add('d');
  await clock.pass(100);
  expect(
    updates()
      .at(-1)
      ?.events.map(({ revision }) => revision),
  ).toEqual([8]);
});

test('set back, the progress of an anonymous round is told no later than before', async () => {
  await stage.open('anonymous');
  await stage.score('bo', 3);
  clock.offset = -HOUR_MS;
  await stage.score('cy', 4);
  await clock.pass(6000);
  expect(updates().at(-1)?.rounds?.['r1']?.progress.cast).toBe(2);
});

test('set forward past its end, a round takes no ballot any more and is closed within a minute, once', async () => {
  await stage.open('named', { seconds: 1800 });
  clock.offset = HOUR_MS;
  expect(await stage.score('bo', 3)).toMatchObject({ ok: false, error: { code: 'round-not-open' } });
  await clock.pass(60_000);
  const closed = () => updates().flatMap(({ events }) => events.filter(({ type }) => type === 'round.closed'));
  expect(closed()).toHaveLength(1);
  clock.offset = -HOUR_MS;
  await clock.pass(2 * HOUR_MS);
  expect(closed()).toHaveLength(1);
});

test('set back, a round ends when the clock says so, and a command sent twice still counts once', async () => {
  await stage.open('live', { seconds: 60 });
  const first = await stage.score('bo', 3, true, 'once');
  clock.offset = -HOUR_MS;
  await clock.pass(120_000);
  expect(await stage.score('bo', 3, true, 'once')).toMatchObject({
    ok: true,
    value: { version: value(first).version },
  });
  expect(await stage.score('cy', 4)).toMatchObject({ ok: true });
  clock.offset = 0;
  await clock.pass(61_000);
  expect(await stage.score('cy', 5)).toMatchObject({ ok: false, error: { code: 'round-not-open' } });
});
