// Where a page is on its board: written into the address, and gone back to.
import type { ReactiveController } from 'lit';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { BoardPlace } from '../../../client/pages/board-place.ts';

const START = location.pathname + location.search + location.hash;
const CELL = { kind: 'cell', option: 'flask', criterion: 'upkeep' } as const;

class Host {
  readonly controllers: ReactiveController[] = [];
  readonly updateComplete = Promise.resolve(true);
  addController(controller: ReactiveController): void {
    this.controllers.push(controller);
    controller.hostConnected?.();
  }
  removeController(): void {}
  requestUpdate(): void {}
  leave(): void {
    for (const controller of this.controllers) controller.hostDisconnected?.();
  }
}

let host: Host;
let returns: number;
const placeAt = (search: string): BoardPlace => {
  history.replaceState(null, '', `/b/web${search}`);
  return new BoardPlace(host, () => (returns += 1));
};
const back = async (): Promise<void> => {
  const popped = new Promise((resolve) => window.addEventListener('popstate', resolve, { once: true }));
  history.back();
  await popped;
};

beforeEach(() => {
  host = new Host();
  returns = 0;
});
afterEach(() => {
  host.leave();
  history.replaceState(null, '', START);
});

test('a link to a cell opens its panel, and a link to a note leads to the notes', () => {
  const cell = placeAt('?cell=flask.upkeep');
  expect([cell.view, cell.target, cell.panelOpen]).toEqual([undefined, CELL, true]);
  const note = placeAt('?note=n1');
  expect([note.view, note.note, note.panelOpen]).toEqual(['notes', 'n1', false]);
});

test('views are gone back through', async () => {
  const place = placeAt('?view=matrix');
  place.show('compare', { options: ['flask', 'django'] });
  place.show('notes', { note: 'n1' });
  expect(location.search).toBe('?view=notes&note=n1');
  await back();
  expect([place.view, place.options]).toEqual(['compare', ['flask', 'django']]);
  await back();
  expect([place.view, returns]).toEqual(['matrix', 2]);
});

test('a panel that was asked for is closed by going back; moving the focus makes no step', async () => {
  const place = placeAt('?view=matrix');
  const steps = history.length;
  place.select({ ...CELL, criterion: 'learning' }, false);
  expect([location.search, history.length]).toEqual(['?view=matrix&cell=flask.learning', steps]);
  place.select(CELL, true);
  expect(location.search).toBe('?view=matrix&cell=flask.upkeep');
  await back();
  expect([place.target, place.panelOpen]).toEqual([{ ...CELL, criterion: 'learning' }, false]);
});

test('what is selected stays out of the address of a view that does not show it', () => {
  const place = placeAt('?view=matrix&cell=flask.upkeep');
  place.show('notes');
  expect(location.search).toBe('?view=notes');
  place.show('matrix');
  expect(location.search).toBe('?view=matrix&cell=flask.upkeep');
});
