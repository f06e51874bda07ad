// The record on the page: what the board says, what people write, who may write, and whether it can be used by all.
import { html } from 'lit';
import { afterEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Doc } from 'yjs';
import { NOTHING_YET, type OwnCaret, type RecordShown } from '../../../client/elements/record/record-model.ts';
import '../../../client/elements/record/record-view.ts';
// Fetched when somebody begins to write; here that has happened before.
import '../../../client/elements/record/text-editor.ts';
import type { Member } from '../../../shared/board/board.ts';
import type { You } from '../../../shared/protocol.ts';
import type { RecordPart, RecordTexts } from '../../../shared/record/record.ts';
import { decided, revealed } from '../board/sample.ts';
import { THEMES, deepText, faults, focused, heard, settled, show, theme } from '../stage.ts';

const FACILITATOR: You = { id: 'm0', role: 'facilitator', name: 'Inès' };
const WATCHER: You = { role: 'watcher' };

afterEach(() => theme('light'));

function shownOf(texts: RecordTexts = {}, more: Partial<RecordShown> = {}) {
  const document = new Doc();
  for (const [part, text] of Object.entries(texts)) document.getText(part).insert(0, text);
  const textOf = (part: RecordPart) => document.getText(part);
  return { document, record: { ...NOTHING_YET, phase: 'open', texts, textOf, ...more } as RecordShown };
}

const drawn = (record: RecordShown, you: You = FACILITATOR, board = revealed(['flask'], { decision: decided() })) =>
  show(html`<palabre-record-view .board=${board} .you=${you} .record=${record}></palabre-record-view>`);

const write = (part: string) => page.getByRole('button', { name: `Write: ${part}` });
/** The editor is there and has the focus. */
async function beginsToWrite(part: string): Promise<void> {
  await expect.poll(() => focused()?.getAttribute('aria-label')).toBe(part);
}
const box = (part: string) => page.getByRole('textbox', { name: part });

function paste(part: string, text: string): void {
  const data = new DataTransfer();
  data.setData('text/plain', text);
  box(part)
    .element()
    .dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
}

test('says what was decided, by whom and why in the board’s own words, as long as nobody wrote others', async () => {
  const text = deepText(await drawn(shownOf().record));
  for (const words of ['Accepted', 'Flask', 'small enough to learn', 'How the vote went', 'May 1, 2027']) {
    expect(text).toContain(words);
  }
  const written = deepText(await drawn(shownOf({ outcome: 'Because it is **small**.' }).record));
  expect(written).toMatch(/Because it is \W*small/);
  expect(written).not.toContain('small enough to learn');
});

describe('writing', () => {
  test('puts every key into the shared text, shows what others type, and ends with Escape where it began', async () => {
    const { document, record } = shownOf();
    await drawn(record);
    await write('Dissent').click();
    await beginsToWrite('Dissent');
    await userEvent.keyboard('Too small');
    expect(document.getText('dissent').toJSON()).toBe('Too small');
    document.transact(() => document.getText('dissent').insert(0, 'Perhaps: '), 'server');
    await expect.element(box('Dissent')).toHaveTextContent('Perhaps: Too small');
    await userEvent.keyboard('{Control>}z{/Control}');
    expect(document.getText('dissent').toJSON()).toBe('Perhaps: ');
    await userEvent.keyboard('{Escape}');
    await expect.element(write('Dissent')).toBeVisible();
    expect(focused()?.getAttribute('data-write')).toBe('dissent');
  });

  test('knows Markdown: a list goes on and ends, an address makes words a link, bold is bold', async () => {
    const { document, record } = shownOf();
    await drawn(record);
    await write('More').click();
    await beginsToWrite('More');
    await userEvent.keyboard('1. **one**{Enter}two{Enter}x{Backspace}{Backspace}three');
    expect(document.getText('more').toJSON()).toBe('1. **one**\n2. two\nthree');
    expect(box('More').element().querySelector('.cm-strong')?.textContent).toBe('**one**');
    await userEvent.keyboard('{Shift>}{Home}{/Shift}');
    paste('More', 'https://example.org');
    expect(document.getText('more').toJSON()).toBe('1. **one**\n2. two\n[three](https://example.org)');
    await userEvent.keyboard('{Control>}z{/Control}');
    expect(document.getText('more').toJSON()).not.toContain('example.org');
  });

  test('begins with the board’s words where that is asked for', async () => {
    const { document, record } = shownOf();
    await drawn(record);
    await write('Outcome').click();
    await page.getByRole('button', { name: 'Start from the board’s words' }).click();
    expect(document.getText('outcome').toJSON()).toContain('It is small enough to learn in a day.');
  });

  test('offers a line of dissent with a name and one without', async () => {
    const { document, record } = shownOf({ dissent: 'Before' });
    await drawn(record);
    await write('Dissent').click();
    await page.getByRole('button', { name: 'Line signed Inès' }).click();
    await page.getByRole('button', { name: 'Unsigned line' }).click();
    expect(document.getText('dissent').toJSON()).toBe('Before\n- Inès: \n- ');
  });

  test('takes nothing that is too long to be sent at once, and says so', async () => {
    const { document, record } = shownOf();
    await drawn(record);
    await write('More').click();
    await beginsToWrite('More');
    paste('More', 'x'.repeat(9000));
    await expect.element(page.getByText('too long to put in at once')).toBeVisible();
    expect(document.getText('more').toJSON()).toBe('');
  });
});

describe('who else writes', () => {
  const hostile = '<b onclick="alert(1)">Bo</b>';
  const board = () => {
    const made = revealed(['flask'], { decision: decided() });
    const member = (id: string, name: string): [string, Member] => [id, { id, name, role: 'voter' }];
    return { ...made, members: new Map([...made.members, member('bo', hostile), member('cy', 'Cy')]) };
  };
  const at = (member: string, head: number | undefined, anchor = head) =>
    ({ member, part: 'context', anchor, head }) as const;
  const carets = () => box('Context and question').element().querySelectorAll<HTMLElement>('.other-caret');

  test('is said by name, and their carets stand in the text and move along with it', async () => {
    const { document, record } = shownOf(
      { context: 'One two three' },
      { carets: [at('bo', 4), at('cy', 13, 8), at('m0', 1), at('gone', 2), at('bo', undefined)] },
    );
    const element = await drawn(record, FACILITATOR, board());
    expect(deepText(element)).toContain(`${hostile}, ${hostile}, and Cy are writing here`);
    await write('Context and question').click();
    await beginsToWrite('Context and question');
    await expect.poll(() => carets().length).toBe(2);
    expect([...carets()].map(({ dataset }) => dataset['name'])).toEqual([hostile, 'Cy']);
    expect(box('Context and question').element().textContent).toBe('One two three');
    expect(box('Context and question').element().querySelector('.other-selection')?.textContent).toBe('three');
    expect(box('Context and question').element().querySelector('b')).toBeNull();
    const before = () => {
      const range = new Range();
      const [first] = carets();
      range.setStart(box('Context and question').element(), 0);
      if (first !== undefined) range.setEndBefore(first);
      return range.toString();
    };
    expect(before()).toBe('One ');
    document.transact(() => document.getText('context').insert(0, 'Zero '), 'server');
    await expect.poll(before).toBe('Zero One ');
    expect(await faults()).toEqual([]);
  });

  test('is told where one writes, and that one does no longer; never in dissent', async () => {
    const told: OwnCaret[] = [];
    const { record } = shownOf({ context: 'One' }, { place: (caret) => told.push(caret) });
    await drawn(record, FACILITATOR, board());
    await write('Dissent').click();
    await beginsToWrite('Dissent');
    await userEvent.keyboard('No!');
    expect(told).toEqual([]);
    await write('Context and question').click();
    await beginsToWrite('Context and question');
    await userEvent.keyboard('{End}{Shift>}{ArrowLeft}{/Shift}');
    expect(told.at(-1)).toEqual({ part: 'context', anchor: 3, head: 2 });
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => told.at(-1)).toBeNull();
  });
});

describe('who may what', () => {
  test('watchers read: no button writes or decides', async () => {
    const { record } = shownOf({ context: 'Words' });
    const element = await drawn({ ...record, textOf: undefined }, WATCHER);
    expect(page.getByRole('button', { name: 'Write' }).elements()).toHaveLength(0);
    expect(page.getByRole('combobox').elements()).toHaveLength(0);
    expect(deepText(element)).toContain('Words');
  });

  test('the facilitator chooses the status; the rest of the decision stays', async () => {
    const element = await drawn(shownOf().record);
    const set = heard(element, 'decision-set');
    await page.getByRole('combobox').selectOptions('Superseded');
    const { at: _at, by: _by, ...said } = decided();
    expect(set).toEqual([{ ...said, status: 'superseded' }]);
  });

  test('the day of the review is offered for a calendar', async () => {
    const element = await drawn(shownOf().record, WATCHER);
    const asked = heard(element, 'export-requested');
    await page.getByRole('button', { name: 'Add to a calendar' }).click();
    await page.getByRole('button', { name: 'Download' }).click();
    expect(asked).toEqual([{ format: 'review' }, { format: 'record' }]);
  });
});

test.each<[string, Partial<RecordShown>, string]>([
  ['saved', {}, 'Saved.'],
  ['on its way', { waiting: true }, 'Saving…'],
  ['on its way from the server', { phase: 'loading' }, 'Fetching the record…'],
  ['full', { refused: 'too-many' }, 'The record is full.'],
  ['refused', { refused: 'invalid' }, 'was not taken by the server'],
])('says that what was written is %s', async (_name, more, words) => {
  await drawn(shownOf({}, more).record);
  await expect.element(page.getByRole('status')).toHaveTextContent(words);
});

test.each(THEMES)('axe finds nothing wrong in the %s theme, while reading and while writing', async (name) => {
  await theme(name);
  const element = await drawn(shownOf({ context: 'We **need** `one`: https://example.org\n\n- a list' }).record);
  await settled(element);
  expect(await faults()).toEqual([]);
  await write('Dissent').click();
  await write('Context and question').click();
  await expect.element(box('Context and question')).toBeVisible();
  expect(await faults()).toEqual([]);
});
