// What the address of a board's page asks for, and how it is written.
import { expect, test } from 'vitest';
import { type BoardAddress, boardLink, readAddress, writeAddress } from '../../client/board-address.ts';

const CELL = { kind: 'cell', option: 'flask', criterion: 'upkeep' } as const;

const ADDRESSES: readonly (readonly [string, BoardAddress])[] = [
  ['', {}],
  ['?view=results', { view: 'results' }],
  ['?view=matrix&cell=flask.upkeep', { view: 'matrix', target: CELL }],
  ['?option=flask', { target: { kind: 'option', option: 'flask' } }],
  ['?criterion=upkeep', { target: { kind: 'criterion', criterion: 'upkeep' } }],
  ['?note=n-1', { note: 'n-1' }],
  ['?view=compare&options=flask,django', { view: 'compare', options: ['flask', 'django'] }],
];

test.each(ADDRESSES)('%s asks for the same as it is written for', (search, address) => {
  expect(readAddress(search)).toEqual(address);
  expect(writeAddress(address)).toBe(search);
});

test.each(['?view=nowhere', '?cell=flask', '?cell=a.b.c', '?note=<b>', '?options=,', '?cell=constructor.upkeep'])(
  '%s asks for nothing',
  (search) => expect(readAddress(search)).toEqual({}),
);

test('an option named twice stands there once', () => {
  expect(readAddress('?options=flask,flask,django').options).toEqual(['flask', 'django']);
});

test('a link to a place on a board carries no key', () => {
  expect(boardLink('https://palabre.example', 'web', { view: 'matrix', target: CELL })).toBe(
    'https://palabre.example/b/web?view=matrix&cell=flask.upkeep',
  );
});
