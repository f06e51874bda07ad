// Silent writing and redaction as they are seen: nothing is said of what is held, and nothing shown of what is gone.
import { html } from 'lit';
import { beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../../client/elements/notes/held-notes.ts';
import '../../../client/elements/notes/note-composer.ts';
import '../../../client/elements/notes/note-thread.ts';
import '../../../client/elements/notes/redact-dialog.ts';
import type { HeldView } from '../../../client/board-view.ts';
import type { PalabreHeldNotes } from '../../../client/elements/notes/held-notes.ts';
import type { PalabreNoteComposer } from '../../../client/elements/notes/note-composer.ts';
import type { PalabreNoteThread } from '../../../client/elements/notes/note-thread.ts';
import { threadsOf } from '../../../client/elements/notes/note-threads.ts';
import type { PalabreRedactDialog } from '../../../client/elements/notes/redact-dialog.ts';
import type { Note, Round } from '../../../shared/board/board.ts';
import type { You } from '../../../shared/protocol.ts';
import { cell, note, sampleBoard } from '../matrix/sample.ts';
import { THEMES, faults, heard, settled, show, theme } from '../stage.ts';

const AWA: You = { id: 'm1', role: 'voter', name: 'Awa D.' };
const SAM: You = { id: 'm4', role: 'voter', name: 'Sam B.' };
const HERE = cell('flask', 'async');
const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });

beforeEach(async () => {
  await page.viewport(900, 800);
  await theme('light');
});

describe('writing in a round that holds notes back', () => {
  const compose = async (notes: 'signed' | 'unsigned', parent?: string) => {
    const element = await show<PalabreNoteComposer>(
      html`<palabre-note-composer
        .target=${HERE}
        .name=${'Awa D.'}
        .parent=${parent}
        .silence=${{ round: 'r1', notes }}
      ></palabre-note-composer>`,
    );
    const events = {
      held: heard(element, 'note-held'),
      added: heard(element, 'note-added'),
      writing: heard(element, 'writing-changed'),
    };
    return events;
  };
  const type = async (text: string) => {
    await userEvent.fill(page.getByRole('textbox'), text);
    await userEvent.keyboard('{Enter}');
  };

  test('is silent unless one chooses otherwise, and nobody learns that somebody writes', async () => {
    const { held, added, writing } = await compose('unsigned');
    await expect.element(page.getByRole('textbox')).toHaveAccessibleName(/without a name/);
    await type('Too slow');
    expect(held).toEqual([{ round: 'r1', target: HERE, kind: 'note', text: 'Too slow' }]);
    expect(added).toEqual([]);
    expect(writing).toEqual([]);
  });

  test('the plain way is one tap away', async () => {
    const { held, added } = await compose('signed');
    await page.getByRole('checkbox').click();
    await type('For all to see');
    expect(added).toEqual([{ target: HERE, kind: 'note', text: 'For all to see' }]);
    expect(held).toEqual([]);
  });

  test('a reply is never held: it answers what everybody sees', async () => {
    const { held, added } = await compose('unsigned', 'n1');
    expect(page.getByRole('checkbox').elements()).toHaveLength(0);
    await type('Why?');
    expect(added).toHaveLength(1);
    expect(held).toEqual([]);
  });
});

describe('what is held', () => {
  const HELD: HeldView = { round: 'r1', note: 'h1', target: HERE, kind: 'con', text: 'Too slow', waiting: false };
  const list = async (state: Round['state'], held: HeldView = HELD) => {
    const round = { id: 'r1', state, silentNotes: 'unsigned' } as Round;
    return show<PalabreHeldNotes>(
      html`<palabre-held-notes .board=${sampleBoard([round])} .held=${[held]} about></palabre-held-notes>`,
    );
  };

  test('is shown to its author alone, with what it is about', async () => {
    await list('open', { ...HELD, waiting: true });
    await expect.element(page.getByRole('heading', { name: 'Held until the reveal' })).toBeVisible();
    await expect.element(page.getByText('Only you see this.')).toBeVisible();
    await expect.element(page.getByText('Flask × Async')).toBeVisible();
    await expect.element(page.getByText('waiting to be saved')).toBeVisible();
  });

  test('can be put better and discarded while the round is open', async () => {
    const element = await list('open');
    const [held, discarded] = [heard(element, 'note-held'), heard(element, 'note-discarded')];
    await button('Edit').click();
    await userEvent.fill(page.getByRole('textbox'), 'Too slow at the start');
    await button('Save').click();
    const { waiting: _, ...fields } = HELD;
    expect(held).toEqual([{ ...fields, text: 'Too slow at the start' }]);
    await button('Discard').click();
    expect(discarded).toEqual([{ note: 'h1' }]);
  });

  test('waits unchanged once the round is closed', async () => {
    await list('closed');
    await expect.element(page.getByText('Too slow')).toBeVisible();
    expect(page.getByRole('button').elements()).toHaveLength(0);
  });

  for (const name of THEMES) {
    test(`has no faults in the ${name} theme`, async () => {
      await theme(name);
      await list('open');
      expect(await faults()).toEqual([]);
    });
  }
});

describe('a redacted note', () => {
  const GONE = note('n', HERE, 'risk', '', {
    redacted: { hash: 'ab'.repeat(32), at: '2026-11-20T10:14:00.000Z', by: 'm1' },
  });
  const thread = async (you: You | undefined, ...notes: readonly Note[]) => {
    const board = sampleBoard([], { notes: new Map(notes.map((one) => [one.id, one])) });
    const element = await show<PalabreNoteThread>(
      html`<palabre-note-thread
        .board=${board}
        .thread=${threadsOf(board)[0]}
        .you=${you}
        .now=${Date.parse('2026-11-20T10:15:00.000Z')}
      ></palabre-note-thread>`,
    );
    await settled(element);
    return element;
  };

  test('says who took its text away and when, keeps its replies, and takes no support', async () => {
    await thread(SAM, GONE, note('re', HERE, 'note', 'An answer', { parent: 'n' }));
    await expect.element(page.getByText(/Redacted by Awa D\. on .*2026/)).toBeVisible();
    expect(page.getByText(/▲/).elements()).toHaveLength(0);
    await button('Reply · 1').click();
    await expect.element(page.getByText('An answer')).toBeVisible();
  });

  test('is offered no edit and no second redaction', async () => {
    await thread(AWA, GONE);
    await button('More').click();
    await expect.element(button('Remove')).toBeVisible();
    expect(page.getByRole('button', { name: /Edit|Redact/ }).elements()).toHaveLength(0);
  });

  test('its author can ask for it, others cannot', async () => {
    const said = note('n', HERE, 'risk', 'A name');
    const element = await thread(AWA, said);
    const asked = heard(element, 'redaction-requested');
    await button('More').click();
    await button('Redact…').click();
    expect(asked).toEqual([{ note: 'n' }]);
    await thread(SAM, said);
    await button('More').click();
    expect(page.getByRole('button', { name: /Redact/ }).elements()).toHaveLength(0);
  });

  test('a note of a round that published unsigned has no author, and does not say that it came with the board', async () => {
    const { by: _, ...unsigned } = note('n', HERE, 'risk', 'Quietly', { at: '2027-01-01T00:00:00.000Z' });
    await thread(SAM, unsigned);
    await expect.element(page.getByText('Unsigned')).toBeVisible();
  });
});

describe('the dialog that redacts', () => {
  const REDACTING = { note: 'n', text: 'A name that has no place here' };
  const dialog = (fields: Partial<PalabreRedactDialog> = {}) =>
    show<PalabreRedactDialog>(
      html`<palabre-redact-dialog
        .redacting=${REDACTING}
        .note=${fields.note ?? note('n', HERE, 'risk', REDACTING.text)}
        .salt=${fields.salt ?? ''}
      ></palabre-redact-dialog>`,
    );

  test('shows the text, says what it means, and redacts only when told to', async () => {
    const element = await dialog();
    const [redacted, closed] = [heard(element, 'note-redacted'), heard(element, 'dialog-closed' as never)];
    await expect.element(page.getByText(REDACTING.text)).toBeVisible();
    await expect.element(page.getByText(/cannot be undone/)).toBeVisible();
    expect(await faults()).toEqual([]);
    await button('Cancel').click();
    expect(closed).toHaveLength(1);
    expect(redacted).toEqual([]);
    await button('Redact for good').click();
    expect(redacted).toEqual([{ note: 'n' }]);
  });

  test('hands out the salt when the text is gone', async () => {
    const element = await dialog();
    await button('Redact for good').click();
    element.note = note('n', HERE, 'risk', '', { redacted: { hash: 'cd'.repeat(32), at: '2026-11-20T10:14:00.000Z' } });
    element.salt = '5a17'.repeat(8);
    await settled(element);
    await expect.element(page.getByRole('textbox', { name: 'Salt', exact: true })).toHaveValue('5a17'.repeat(8));
    await expect
      .element(page.getByRole('textbox', { name: /^Salt and text/ }))
      .toHaveValue(`${'5a17'.repeat(8)}|${REDACTING.text}`);
  });
});
