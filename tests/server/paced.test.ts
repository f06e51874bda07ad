import { expect, test } from 'vitest';
import { paced } from '../../server/paced.ts';

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test('what is asked for is done in order, some of it in each turn of the event loop', async () => {
  let time = 0;
  const done: number[] = [];
  const pace = paced(() => time);
  for (let task = 0; task < 9; task += 1) {
    pace(() => {
      done.push(task);
      time += 2;
    });
  }
  expect(done).toEqual([]);
  await turn();
  expect(done).toEqual([0, 1]);
  await turn();
  expect(done).toEqual([0, 1, 2, 3]);
  await turn();
  await turn();
  await turn();
  expect(done).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
});

test('one task that takes long is done all the same, and nothing is done when nothing waits', async () => {
  let time = 0;
  const done: string[] = [];
  const pace = paced(() => time);
  pace(() => {
    done.push('long');
    time += 1000;
  });
  pace(() => done.push('next'));
  await turn();
  expect(done).toEqual(['long']);
  await turn();
  await turn();
  expect(done).toEqual(['long', 'next']);
  pace(() => done.push('later'));
  await turn();
  expect(done).toEqual(['long', 'next', 'later']);
});
