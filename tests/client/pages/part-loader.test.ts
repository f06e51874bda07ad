import { expect, test } from 'vitest';
import { PartLoader } from '../../../client/pages/part-loader.ts';

/** A part that comes only once the network is there. */
function part() {
  const network = { up: false };
  return { network, fetch: () => (network.up ? Promise.resolve() : Promise.reject(new Error('no network'))) };
}

test('a part that did not come makes the page incomplete until it has come', async () => {
  const loader = new PartLoader();
  const told: boolean[] = [];
  loader.subscribe(() => told.push(loader.isIncomplete));
  const { network, fetch } = part();
  await loader.load(fetch);
  await loader.retry();
  network.up = true;
  await loader.retry();
  expect(told).toEqual([true, true, false]);
});

test('a part that comes at once is nothing to tell', async () => {
  const loader = new PartLoader();
  let told = 0;
  loader.subscribe(() => (told += 1));
  await loader.load(() => Promise.resolve());
  expect([told, loader.isIncomplete]).toEqual([0, false]);
});

test('of two missing parts the page waits for both', async () => {
  const loader = new PartLoader();
  const [first, second] = [part(), part()];
  await Promise.all([loader.load(first.fetch), loader.load(second.fetch)]);
  first.network.up = true;
  await loader.retry();
  expect(loader.isIncomplete).toBe(true);
  second.network.up = true;
  await loader.retry();
  expect(loader.isIncomplete).toBe(false);
});
