import { html } from 'lit';
import { beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { ConnectionState } from '../../../client/board-view.ts';
import '../../../client/elements/people/connection-state.ts';
import type { PalabreConnectionState } from '../../../client/elements/people/connection-state.ts';
import '../../../client/elements/people/people.ts';
import type { PalabrePeople } from '../../../client/elements/people/people.ts';
import type { Presence } from '../../../shared/protocol.ts';
import { sampleBoard } from '../ballot/sample-board.ts';
import { THEMES, deepText, faults, settled, show, theme } from '../stage.ts';

const HERE = { facilitators: 1, voters: 16, watchers: 218 };

const draw = (presence: readonly (readonly [string, Presence])[] = []): Promise<PalabrePeople> =>
  show(
    html`<palabre-people
      .here=${HERE}
      .members=${sampleBoard().members}
      .presence=${new Map(presence)}
    ></palabre-people>`,
  );

const line = (connection: ConnectionState, waiting = 0): Promise<PalabreConnectionState> =>
  show(html`<palabre-connection-state .connection=${connection} .waiting=${waiting}></palabre-connection-state>`);

/** What the list says of a member. */
function rowOf(element: PalabrePeople, name: string): string {
  const rows = [...element.renderRoot.querySelectorAll('li')].map(deepText);
  return rows.find((text) => text.includes(name)) ?? '';
}

beforeEach(async () => {
  await page.viewport(1280, 720);
  await theme('light');
});

describe('who is here', () => {
  test('a few faces and a count stand for all, and the list has names and roles', async () => {
    const element = await draw([
      ['m0', {}],
      ['m1', { hand: true }],
      ['m2', {}],
      ['m3', {}],
    ]);
    const stack = page.getByRole('button', { name: '17 people here' });
    await expect.element(stack).toHaveTextContent('+13');
    await stack.click();
    await expect.poll(() => rowOf(element, 'Inès')).toContain('facilitates');
    await expect.poll(() => rowOf(element, 'Awa D.')).toContain('hand raised');
    await expect.poll(() => rowOf(element, 'Léo M.')).toContain('votes');
    await expect.poll(() => rowOf(element, 'Noor')).toContain('away');
    await expect.element(page.getByText('218 watching')).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await expect.element(page.getByText('218 watching')).not.toBeVisible();
  });

  test('in a room too large for names nobody is called away', async () => {
    const element = await draw();
    await page.getByRole('button', { name: '17 people here' }).click();
    await expect.poll(() => rowOf(element, 'Noor')).toContain('votes');
  });
});

describe('how the line stands', () => {
  const cases: readonly (readonly [ConnectionState, number, string])[] = [
    [{ phase: 'live' }, 0, 'Live'],
    [{ phase: 'connecting' }, 0, 'Connecting…'],
    [{ phase: 'offline' }, 0, 'Offline'],
    [{ phase: 'offline' }, 3, 'Offline · 3 kept here'],
    [{ phase: 'refused', error: { code: 'bad-key' } }, 0, 'Refused'],
    [{ phase: 'ended', reason: 'erased' }, 0, 'Ended'],
  ];

  test.each(cases)('%o with %i waiting is said as “%s”', async (connection, waiting, words) => {
    await line(connection, waiting);
    await expect.element(page.getByRole('status')).toHaveTextContent(words);
  });

  test('the region speaks only when the words change', async () => {
    const element = await line({ phase: 'live' });
    const status = page.getByRole('status').element();
    let changes = 0;
    const observer = new MutationObserver((records) => (changes += records.length));
    observer.observe(status, { childList: true, characterData: true, subtree: true });
    element.connection = { phase: 'live' };
    element.waiting = 2;
    await settled(element);
    expect(observer.takeRecords()).toEqual([]);
    element.connection = { phase: 'offline' };
    await settled(element);
    expect(observer.takeRecords().length + changes).toBeGreaterThan(0);
    observer.disconnect();
  });
});

describe('for everybody', () => {
  for (const name of THEMES) {
    test(`axe finds nothing in the ${name} theme`, async () => {
      await theme(name);
      await draw([
        ['m0', {}],
        ['m1', { hand: true }],
      ]);
      expect(await faults()).toEqual([]);
      await page.getByRole('button', { name: '17 people here' }).click();
      expect(await faults()).toEqual([]);
      for (const phase of ['live', 'connecting', 'offline'] as const) {
        await line({ phase }, 2);
        expect(await faults()).toEqual([]);
      }
    });
  }
});
