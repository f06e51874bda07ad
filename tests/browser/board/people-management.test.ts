// What a facilitator may do with the others in the list of people.
import { html } from 'lit';
import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import '../../../client/elements/people/people.ts';
import type { Member } from '../../../shared/board/board.ts';
import { show } from '../home/stage.ts';
import { focused, heard } from '../stage.ts';

const member = (id: string, name: string, role: Member['role'] = 'voter'): [string, Member] => [id, { id, name, role }];
const MEMBERS = new Map([member('a', 'Ada', 'facilitator'), member('b', 'Bo'), member('c', 'Cy', 'facilitator')]);
const people = (managing = true, members: ReadonlyMap<string, Member> = MEMBERS) =>
  html`<palabre-people
    .here=${{ facilitators: 2, voters: 1, watchers: 0 }}
    .members=${members}
    .you=${'a'}
    .managing=${managing}
  ></palabre-people>`;
const open = () => page.getByRole('button', { name: '3 people here' }).click();
const manage = (name: string) => page.getByRole('button', { name: `What ${name} may do` });

afterEach(() => document.body.replaceChildren());

test.each([
  ['Bo', 'Make facilitator', { member: 'b', role: 'facilitator' }],
  ['Cy', 'Make voter', { member: 'c', role: 'voter' }],
])('gives %s the other role', async (name, action, sent) => {
  const element = await show(people());
  const chosen = heard(element, 'member-role-chosen');
  await open();
  await manage(name).click();
  await page.getByRole('button', { name: action }).click();
  expect(chosen).toEqual([sent]);
});

test('removes somebody once it has been confirmed', async () => {
  const element = await show(people());
  const removed = heard(element, 'member-removed');
  await open();
  await manage('Bo').click();
  await page.getByRole('button', { name: 'Remove…' }).click();
  await expect.poll(() => focused()?.textContent?.trim()).toBe('Keep');
  expect(removed).toEqual([]);
  await page.getByRole('button', { name: 'Remove', exact: true }).click();
  expect(removed).toEqual([{ member: 'b' }]);
});

test('offers nothing on oneself, and nothing to voters', async () => {
  await show(people());
  await open();
  expect(manage('Ada').elements()).toEqual([]);
  await show(people(false));
  await open();
  await expect.element(page.getByText('Bo', { exact: true })).toBeVisible();
  expect(manage('Bo').elements()).toEqual([]);
});

test('a long list is searched by name, without regard to accents', async () => {
  const many = Array.from({ length: 30 }, (_, n) => member(`m${n}`, `Person ${n}`));
  await show(people(true, new Map([...MEMBERS, ...many, member('i', 'Inès')])));
  await open();
  await page.getByRole('searchbox', { name: 'Find a name' }).fill('ines');
  await expect.element(manage('Inès')).toBeVisible();
  expect(manage('Bo').elements()).toEqual([]);
});
