// The first page, in both languages and both themes: a way in, the boards of this browser, a new board.
import { html } from 'lit';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../../client/pages/home-page.ts';
import { identity } from '../../../client/identity.ts';
import { APPEARANCES, faults, show } from './stage.ts';
import { focused, heard } from '../stage.ts';

const answer = (status: number, body: unknown) => Promise.resolve(Response.json(body, { status }));
const CREATED = {
  id: 'b1',
  code: '7KQ2MX4P',
  keys: { facilitator: 'lead-key', voter: 'vote-key', watcher: 'watch-key' },
  links: { facilitator: 'http://x/b/b1#lead-key', voter: 'http://x/b/b1#vote-key', watcher: 'http://x/b/b1#watch-key' },
};

const fetched = vi.spyOn(window, 'fetch');
function sent(): unknown {
  const body = fetched.mock.calls.at(-1)?.[1]?.body;
  return typeof body === 'string' ? JSON.parse(body) : undefined;
}

const home = (badCode = '') => html`<palabre-home-page .badCode=${badCode}></palabre-home-page>`;
const titleField = () => page.getByRole('textbox', { name: 'Title', exact: true });
const table = () => page.getByRole('textbox', { name: 'Table' });
const createButton = () => page.getByRole('button', { name: 'Create the board' });

beforeEach(() => {
  localStorage.clear();
  fetched.mockReset().mockImplementation(() => answer(201, CREATED));
});
afterEach(() => {
  delete document.documentElement.dataset['theme'];
});

describe.each(APPEARANCES)('in %s, %s', (language, theme) => {
  test('the first visit has no fault that axe can find', async () => {
    await show(home(), language, theme);
    expect(await faults(false)).toEqual([]);
  });

  test('with boards, a wrong code and a table being read, neither', async () => {
    identity.visited({
      board: 'b1',
      code: '7KQ2MX4P',
      title: 'Which?',
      role: 'facilitator',
      at: '2026-11-01T10:00:00Z',
    });
    await show(home('zz'), language, theme);
    await page.getByRole('radio', { name: language === 'en' ? 'Your own table' : 'Vos données' }).click();
    await page
      .getByRole('textbox', { name: language === 'en' ? 'Table' : 'Données' })
      .fill('Name;Licence;Cost\nFlask;BSD;3');
    await expect.element(page.getByRole('combobox').first()).toBeVisible();
    await page.getByRole('button', { name: language === 'en' ? 'Forget Which?' : 'Oublier « Which? »' }).click();
    expect(await faults(false)).toEqual([]);
  });
});

describe('joining', () => {
  test('a code is read in any case, with spaces or dashes', async () => {
    const element = await show(home());
    const chosen = heard(element, 'board-chosen');
    const code = page.getByRole('textbox', { name: 'Join with a code' });
    for (const written of ['7kq2mx4p', ' 7KQ2 - MX4P ', '7kq2-mx4p']) {
      await code.fill(written);
      await page.getByRole('button', { name: 'Join' }).click();
    }
    expect(chosen).toEqual([{ board: '7KQ2MX4P' }, { board: '7KQ2MX4P' }, { board: '7KQ2MX4P' }]);
  });

  test('what is no code goes nowhere, says so and can be corrected', async () => {
    const element = await show(home());
    const chosen = heard(element, 'board-chosen');
    const code = page.getByRole('textbox', { name: 'Join with a code' });
    await code.fill('7KQ2');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('alert')).toHaveTextContent('eight letters and digits');
    await expect.element(code).toHaveAttribute('aria-invalid', 'true');
    expect(focused()?.id).toBe('code');
    expect(chosen).toEqual([]);
  });
});

describe('the boards of this browser', () => {
  test('are links, the latest first', async () => {
    for (const board of ['b1', 'b2']) {
      identity.visited({ board, code: '', title: `Board ${board}`, role: 'voter', at: '2026-11-01T10:00:00Z' });
    }
    await show(home());
    const links = page.getByRole('listitem').getByRole('link').elements();
    expect(links.map((link) => link.getAttribute('href'))).toEqual(['/b/b2', '/b/b1']);
  });

  test('are forgotten only when that was confirmed', async () => {
    identity.visited({ board: 'b1', code: '', title: 'Which?', role: 'voter', at: '2026-11-01T10:00:00Z' });
    await show(home());
    await page.getByRole('button', { name: 'Forget Which?' }).click();
    expect(identity.visits()).toHaveLength(1);
    await page.getByRole('button', { name: 'Forget it' }).click();
    expect(identity.visits()).toEqual([]);
    await expect.element(page.getByRole('heading', { name: 'Your boards' })).not.toBeInTheDocument();
  });
});

describe('a new board', () => {
  test('is asked for with title and language, and its keys are kept before going there', async () => {
    const element = await show(home());
    const chosen = heard(element, 'board-chosen');
    await titleField().fill('  Which one?  ');
    await createButton().click();
    await expect.poll(() => chosen).toEqual([{ board: 'b1' }]);
    expect(sent()).toEqual({ title: 'Which one?', language: 'en', template: 'blank' });
    expect(identity.keys('b1')).toEqual(CREATED.keys);
    expect(identity.visits()[0]).toMatchObject({ board: 'b1', role: 'facilitator', title: 'Which one?' });
  });

  test('needs a title', async () => {
    await show(home());
    await createButton().click();
    await expect.element(page.getByRole('alert')).toHaveTextContent('Give the board a title.');
    await expect.poll(() => focused()?.id).toBe('title');
    expect(fetched).not.toHaveBeenCalled();
  });

  test('takes title and question from the template, in the language of the board, and keeps what a person wrote', async () => {
    await show(home());
    await page.getByRole('radio', { name: 'Python web frameworks' }).click();
    await expect.element(titleField()).toHaveValue('Which Python web framework?');
    await titleField().fill('Mine');
    await page.getByRole('radio', { name: 'Français' }).click();
    await expect
      .element(page.getByRole('textbox', { name: 'Question' }))
      .toHaveValue(expect.stringMatching(/^Sur quel framework web Python/));
    await expect.element(titleField()).toHaveValue('Mine');
    await createButton().click();
    await expect.poll(() => fetched.mock.calls.length).toBe(1);
    expect(sent()).toMatchObject({ title: 'Mine', language: 'fr', template: 'python-web-frameworks' });
  });

  test('is not asked for twice while the answer is on its way', async () => {
    let resolve!: (response: Response) => void;
    fetched.mockImplementation(() => new Promise<Response>((settle) => (resolve = settle)));
    await show(home());
    await titleField().fill('Which?');
    await createButton().click();
    const busy = page.getByRole('button', { name: 'Creating…' });
    await expect.element(busy).toHaveAttribute('aria-disabled', 'true');
    await titleField().click();
    await userEvent.keyboard('{Enter}');
    expect(fetched).toHaveBeenCalledTimes(1);
    resolve(Response.json(CREATED, { status: 201 }));
    await expect.element(createButton()).toBeVisible();
  });

  test('that is refused says why in the server’s words, at the field it names', async () => {
    fetched.mockImplementation(() =>
      answer(400, { ok: false, error: { code: 'invalid', field: 'title', message: 'Something is not right: title.' } }),
    );
    await show(home());
    await titleField().fill('Which?');
    await createButton().click();
    await expect.element(page.getByRole('alert')).toHaveTextContent('Something is not right: title.');
    await expect.poll(() => focused()?.id).toBe('title');
    await expect.element(titleField()).toHaveValue('Which?');
  });

  test.each([
    ['nobody answers', () => Promise.reject(new TypeError('network')), 'The server does not answer.'],
    [
      'something else answers',
      () => Promise.resolve(new Response('<h1>Bad gateway</h1>', { status: 502 })),
      'Try again',
    ],
  ])('keeps what was written when %s', async (_, reply, said) => {
    fetched.mockImplementation(reply);
    await show(home());
    await titleField().fill('Which?');
    await createButton().click();
    await expect.element(page.getByRole('alert')).toHaveTextContent(said);
    await expect.element(titleField()).toHaveValue('Which?');
  });
});

describe('a board from a table', () => {
  test('is sent without a mapping where the suggestion was right', async () => {
    await show(home());
    await page.getByRole('radio', { name: 'Your own table' }).click();
    await table().fill('Name;Licence;Cost\nFlask;BSD;3\nDjango;BSD;4');
    await expect.element(page.getByText('2 options · 1 criterion · 1 column of facts')).toBeVisible();
    await titleField().fill('Which?');
    await createButton().click();
    await expect.poll(() => fetched.mock.calls.length).toBe(1);
    expect(sent()).toEqual({
      title: 'Which?',
      language: 'en',
      import: { format: 'csv', text: 'Name;Licence;Cost\nFlask;BSD;3\nDjango;BSD;4' },
    });
  });

  test('is sent with the mapping a person made, columns counted from the one of names', async () => {
    await show(home());
    await page.getByRole('radio', { name: 'Your own table' }).click();
    await table().fill('Name;Licence;Cost\nFlask;BSD;3');
    await page.getByRole('combobox', { name: 'What “Licence” becomes' }).selectOptions('Leave out');
    await expect.element(page.getByText('1 option · 1 criterion · 0 columns of facts')).toBeVisible();
    await titleField().fill('Which?');
    await createButton().click();
    await expect.poll(() => fetched.mock.calls.length).toBe(1);
    expect(sent()).toMatchObject({
      import: {
        mapping: [
          { column: 1, as: 'nothing' },
          { column: 2, as: 'criterion' },
        ],
      },
    });
  });

  test('with errors says them by line and is not sent', async () => {
    await show(home());
    await page.getByRole('radio', { name: 'Your own table' }).click();
    await table().fill('Name;Licence\nFlask;BSD\nFlask;MIT');
    await expect.element(page.getByText('Line 3, column 1: The option “Flask” is there twice.')).toBeVisible();
    await titleField().fill('Which?');
    await createButton().click();
    await expect.element(page.getByText('The board needs a table without errors.')).toBeVisible();
    expect(focused()?.id).toBe('table');
    expect(fetched).not.toHaveBeenCalled();
  });

  test('takes a dropped file', async () => {
    const element = await show(home());
    await page.getByRole('radio', { name: 'Your own table' }).click();
    await expect.element(table()).toBeVisible();
    const files = new DataTransfer();
    files.items.add(new File(['| Name | Cost |\n|---|---|\n| Flask | 3 |'], 'table.md'));
    table()
      .element()
      .dispatchEvent(new DragEvent('drop', { dataTransfer: files, bubbles: true, composed: true, cancelable: true }));
    await expect.element(page.getByText('1 option · 1 criterion · 0 columns of facts')).toBeVisible();
    expect(element.isConnected).toBe(true);
  });
});
