import { html } from 'lit';
import { beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../../client/elements/notes/note-composer.ts';
import '../../../client/elements/notes/note-thread.ts';
import '../../../client/elements/notes/notes-view.ts';
import { initials } from '../../../client/elements/notes/avatar.ts';
import type { PalabreNoteComposer } from '../../../client/elements/notes/note-composer.ts';
import type { PalabreNoteThread } from '../../../client/elements/notes/note-thread.ts';
import { threadsOf } from '../../../client/elements/notes/note-threads.ts';
import type { PalabreNotesView } from '../../../client/elements/notes/notes-view.ts';
import type { Note } from '../../../shared/board/board.ts';
import type { You } from '../../../shared/protocol.ts';
import { THEMES, faults, heard, settled, show, theme } from '../stage.ts';
import { cell, note, sampleBoard } from '../matrix/sample.ts';

const NOW = Date.parse('2026-11-20T10:15:00.000Z');
const INES: You = { id: 'm0', role: 'facilitator', name: 'Inès' };
const AWA: You = { id: 'm1', role: 'voter', name: 'Awa D.' };
const LEADER: You = { id: 'm0', role: 'facilitator', name: 'Inès' };
const SAM: You = { id: 'm4', role: 'voter', name: 'Sam B.' };
const HERE = cell('flask', 'async');

const boardOf = (...notes: readonly Note[]) => sampleBoard([], { notes: new Map(notes.map((one) => [one.id, one])) });

async function thread(you: You | undefined, ...notes: readonly Note[]): Promise<PalabreNoteThread> {
  const board = boardOf(...notes);
  const element = await show<PalabreNoteThread>(
    html`<palabre-note-thread
      .board=${board}
      .thread=${threadsOf(board)[0]}
      .you=${you}
      .now=${NOW}
    ></palabre-note-thread>`,
  );
  await settled(element);
  return element;
}

const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });

beforeEach(async () => {
  await page.viewport(900, 800);
  await theme('light');
});

describe('a note', () => {
  test('shows its kind with a sign, its author, and when it was written', async () => {
    await thread(SAM, note('n', HERE, 'con', 'Slow.', { at: '2026-11-20T10:13:00.000Z' }));
    await expect.element(page.getByText('− Con')).toBeVisible();
    await expect.element(page.getByText('Awa D.')).toBeVisible();
    await expect.element(page.getByText('2 minutes ago')).toBeVisible();
  });

  test('support is a toggle that says its number', async () => {
    const element = await thread(SAM, note('n', HERE, 'pro', 'Fine.', { support: ['m2', 'm4'] }));
    const supported = heard(element, 'note-supported');
    await expect.element(button('Support: 2')).toHaveAttribute('aria-pressed', 'true');
    await button('Support: 2').click();
    expect(supported).toEqual([{ note: 'n', on: false }]);
  });

  test('its author may edit it, and only the changed kind is sent with the text', async () => {
    const element = await thread(AWA, note('n', HERE, 'pro', 'Fine.'));
    const edited = heard(element, 'note-edited');
    await button('More').click();
    await button('Edit').click();
    await page.getByRole('textbox', { name: 'Text of the note' }).fill('Very fine.');
    await page.getByRole('button', { name: 'Evidence' }).click();
    await button('Save').click();
    expect(edited).toEqual([{ note: 'n', text: 'Very fine.', kind: 'evidence' }]);
  });

  test('the facilitator resolves and removes what others wrote, but does not edit it', async () => {
    const element = await thread(INES, note('n', HERE, 'question', 'Why?'));
    const resolved = heard(element, 'note-resolved');
    const removed = heard(element, 'note-removed');
    await button('More').click();
    expect(button('Edit').elements()).toHaveLength(0);
    await button('Resolve').click();
    await button('Remove').click();
    expect(resolved).toEqual([{ note: 'n', on: true }]);
    expect(removed).toEqual([{ note: 'n' }]);
  });

  test('a facilitator brings everybody to it, a voter does not', async () => {
    const element = await thread(LEADER, note('n', HERE, 'con', 'Slow'));
    const brought = heard(element, 'bringing-requested');
    await button('More').click();
    await button('Bring everyone here').click();
    expect(brought).toEqual([{ note: 'n' }]);
    await thread(SAM, note('n', HERE, 'con', 'Slow'));
    await button('More').click();
    expect(button('Bring everyone here').elements()).toHaveLength(0);
  });

  test('nobody else is offered to tend it, and a watcher is offered its link alone', async () => {
    for (const you of [SAM, { role: 'watcher' } as const]) {
      const element = await thread(you, note('n', HERE, 'question', 'Why?', { support: ['m1'] }));
      const asked = heard(element, 'link-requested');
      await button('More').click();
      expect(button('Resolve').elements()).toHaveLength(0);
      await button('Copy the link').click();
      expect(asked).toEqual([{ note: 'n' }]);
    }
    expect(page.getByRole('button').elements()).toHaveLength(2);
  });

  test('a removed one can be restored by its author', async () => {
    const element = await thread(AWA, note('n', HERE, 'pro', 'Fine.', { removed: true }));
    const restored = heard(element, 'note-restored');
    expect(page.getByText('Fine.').elements()).toHaveLength(0);
    await button('Restore').click();
    expect(restored).toEqual([{ note: 'n' }]);
  });

  test('replies open on request, and an answer goes to its thread', async () => {
    const element = await thread(
      SAM,
      note('n', HERE, 'pro', 'Fine.'),
      note('r', HERE, 'con', 'Not so.', { parent: 'n' }),
    );
    const added = heard(element, 'note-added');
    expect(page.getByText('Not so.').elements()).toHaveLength(0);
    await button('Reply · 1').click();
    await expect.element(page.getByText('Not so.')).toBeVisible();
    await page.getByRole('textbox').fill('I agree.');
    await userEvent.keyboard('{Enter}');
    expect(added).toEqual([{ target: HERE, kind: 'note', text: 'I agree.', parent: 'n' }]);
  });

  test('two letters stand for a name', () => {
    expect(['Awa D.', 'Inès', 'Jean-Paul van Damme', '李小龙'].map(initials)).toEqual(['AD', 'IN', 'JD', '李小']);
  });
});

describe('Markdown', () => {
  const written = async (text: string): Promise<Element> => {
    await thread(SAM, note('n', HERE, 'pro', text));
    const markdown = () =>
      document
        .querySelector('palabre-note-thread')
        ?.shadowRoot?.querySelector('palabre-note')
        ?.shadowRoot?.querySelector('palabre-markdown')?.shadowRoot;
    await expect.poll(() => markdown()?.querySelector('.drawn')).toBeTruthy();
    const drawn = markdown()?.querySelector('.drawn');
    if (!drawn) throw new Error('not drawn');
    return drawn;
  };

  test('is drawn: emphasis, lists and code', async () => {
    const drawn = await written('**Bold** and `code`\n\n- one\n- two');
    expect(drawn.querySelector('strong')?.textContent).toBe('Bold');
    expect(drawn.querySelectorAll('li')).toHaveLength(2);
  });

  test('links open apart and tell the other side nothing', async () => {
    const drawn = await written('[source](https://example.org/a)');
    const link = drawn.querySelector('a');
    expect(link?.getAttribute('href')).toBe('https://example.org/a');
    expect(link?.getAttribute('target')).toBe('_blank');
    expect(link?.getAttribute('rel')).toContain('noopener noreferrer');
  });

  test.each([
    '<img src=x onerror=alert(1)>',
    '![x](https://example.org/pixel.png)',
    '[x](javascript:alert(1))',
    '[x](data:text/html,hi)',
    '<style>*{display:none}</style>',
    '<a href="https://example.org" style="position:fixed" onclick="alert(1)">x</a>',
    '<svg><script>alert(1)</script></svg>',
    '<form action="https://example.org"><input name=a></form>',
    '<iframe src="https://example.org"></iframe>',
    '[x](https://example.org "quoted \\" onmouseover=alert(1)")',
  ])('holds nothing that acts or fetches: %s', async (text) => {
    const drawn = await written(`**x** ${text}`);
    expect(drawn.querySelectorAll('img, script, style, svg, form, input, iframe, object, link, meta')).toHaveLength(0);
    for (const element of drawn.querySelectorAll('*')) {
      for (const { name, value } of element.attributes) {
        expect(['href', 'rel', 'target', 'start']).toContain(name);
        if (name === 'href') expect(value).toMatch(/^(https?:|mailto:)/);
      }
    }
  });

  test('raw HTML is shown as the text it is', async () => {
    const drawn = await written('**x** <b>bold?</b>');
    expect(drawn.querySelector('b')).toBeNull();
    expect(drawn.textContent).toContain('<b>bold?</b>');
  });
});

describe('the composer', () => {
  const compose = () =>
    show<PalabreNoteComposer>(html`<palabre-note-composer .target=${HERE} .name=${'Inès'}></palabre-note-composer>`);
  const area = () => page.getByRole('textbox', { name: 'Add a note on this cell · signed Inès' });

  test('sends kind and text with Enter and is empty again', async () => {
    const element = await compose();
    const added = heard(element, 'note-added');
    await button('Risk').click();
    await area().fill('  Who maintains it?  ');
    await userEvent.keyboard('{Enter}');
    expect(added).toEqual([{ target: HERE, kind: 'risk', text: 'Who maintains it?' }]);
    await expect.element(area()).toHaveValue('');
    await expect.element(button('Risk')).toHaveAttribute('aria-pressed', 'false');
  });

  test('Shift and Enter start a line; nothing but blanks is sent', async () => {
    const element = await compose();
    const added = heard(element, 'note-added');
    await area().click();
    await userEvent.keyboard(' {Enter}');
    expect(added).toEqual([]);
    await userEvent.keyboard('a{Shift>}{Enter}{/Shift}b{Enter}');
    expect(added).toEqual([{ target: HERE, kind: 'note', text: 'a\nb' }]);
  });

  test('keeps what was begun on another cell', async () => {
    const element = await compose();
    await area().fill('half a thought');
    element.target = cell('flask', 'learning');
    await settled(element);
    await expect.element(area()).toHaveValue('');
    element.target = HERE;
    await settled(element);
    await expect.element(area()).toHaveValue('half a thought');
  });

  test('says where one is writing, and when one stops', async () => {
    const element = await compose();
    const writing = heard(element, 'writing-changed');
    await area().fill('a');
    await area().fill('ab');
    await area().fill('');
    expect(writing).toEqual([{ target: HERE }, { target: null }]);
  });
});

describe('all notes', () => {
  const view = (you: You = AWA, board = sampleBoard([])) =>
    show<PalabreNotesView>(html`<palabre-notes-view .board=${board} .you=${you} .now=${NOW}></palabre-notes-view>`);
  const shown = () =>
    document.querySelector('palabre-notes-view')?.shadowRoot?.querySelectorAll('palabre-note-thread').length;
  const select = (name: string) => page.getByRole('combobox', { name });

  test('are grouped by what they are about: the board, the criteria, then option by option', async () => {
    await view();
    const headings = page
      .getByRole('heading', { level: 3 })
      .elements()
      .map((one) => one.textContent?.trim());
    expect(headings).toEqual(['The board', 'Async & sockets', 'Flask × Flexibility', 'Pyramid × Ecosystem', 'Tornado']);
    await expect.element(page.getByText('7 notes')).toBeVisible();
  });

  test('are filtered by kind, option, criterion, state, author and words', async () => {
    const element = await view();
    const trials: readonly (readonly [() => Promise<unknown>, number])[] = [
      [() => button(/^Question \d/).click(), 2],
      [() => button(/^Unresolved/).click(), 1],
      // Pros, cons and evidence are never settled; a settled question is.
      [() => button(/^Question \d/).click(), 2],
      [() => button('Unresolved 2').click(), 7],
      [() => select('Option').selectOptions('pyramid'), 3],
      [() => select('Criterion').selectOptions('ecosystem'), 3],
      [() => button(/^Mine/).click(), 1],
      [() => page.getByRole('searchbox').fill('nothing like that'), 0],
      [() => button('Show all notes').click(), 7],
      [() => page.getByRole('searchbox').fill('FEW them'), 1],
      [() => page.getByRole('searchbox').fill('léo'), 1],
      [() => page.getByRole('searchbox').fill('ines'), 1],
    ];
    for (const [act, count] of trials) {
      await act();
      await settled(element);
      expect(shown()).toBe(count);
    }
  });

  test('a group’s name leads to what it is about', async () => {
    const element = await view();
    const selected = heard(element, 'target-selected');
    await button('Pyramid × Ecosystem').click();
    expect(selected).toEqual([{ target: cell('pyramid', 'ecosystem'), open: true }]);
  });

  test('by support the most supported comes first', async () => {
    const element = await view();
    await select('Order').selectOptions('by support');
    await settled(element);
    const first = document.querySelector('palabre-notes-view')?.shadowRoot?.querySelector('.about');
    expect(first?.textContent).toBe('Pyramid × Ecosystem');
  });

  test('a board without notes says what they are for', async () => {
    await view(AWA, boardOf());
    await expect.element(page.getByText('No notes yet.')).toBeVisible();
  });

  for (const colours of THEMES) {
    test(`axe finds nothing, ${colours}`, async () => {
      await theme(colours);
      const element = await view();
      await button('Reply · 1').click();
      await button('More').first().click();
      await settled(element);
      expect(await faults()).toEqual([]);
    });
  }
});
