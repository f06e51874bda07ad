// The settings of a board: what is sent, and what it takes to erase it.
import { html, render } from 'lit';
import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import '../../../client/elements/board/settings-dialog.ts';
import { show } from '../home/stage.ts';
import { focused, heard, settled } from '../stage.ts';
import { revealed } from './sample.ts';

const dialog = (board = revealed(), mayErase = true, erasing = 'no') =>
  html`<palabre-settings-dialog
    open
    .board=${board}
    .mayErase=${mayErase}
    .erasing=${erasing}
  ></palabre-settings-dialog>`;
const save = () => page.getByRole('button', { name: 'Save' });
const typed = () => page.getByLabelText('To confirm', { exact: false });

afterEach(() => document.body.replaceChildren());

test('only what was changed is sent, and the dialog is done', async () => {
  const element = await show(dialog());
  const [edited, closed] = [heard(element, 'board-edited'), heard(element, 'dialog-closed')];
  await page.getByRole('textbox', { name: 'Title' }).fill('  Flask or Django?  ');
  await page.getByRole('radio', { name: 'As a watcher' }).click();
  await page.getByRole('checkbox', { name: 'Lock them', exact: false }).click();
  await save().click();
  expect(edited).toEqual([{ title: 'Flask or Django?', entry: 'watcher', locked: true }]);
  expect(closed).toHaveLength(1);
});

test('nothing changed, nothing sent', async () => {
  const element = await show(dialog());
  const [edited, closed] = [heard(element, 'board-edited'), heard(element, 'dialog-closed')];
  await save().click();
  expect([edited, closed.length]).toEqual([[], 1]);
});

test('a question can be taken away, a title cannot', async () => {
  const element = await show(dialog());
  const edited = heard(element, 'board-edited');
  await page.getByRole('textbox', { name: 'The question', exact: false }).fill('');
  await page.getByRole('textbox', { name: 'Title' }).fill('   ');
  await save().click();
  expect(edited).toEqual([]);
  await page.getByRole('textbox', { name: 'Title' }).fill('Which web framework?');
  await save().click();
  expect(edited).toEqual([{ question: '' }]);
});

test('what others change meanwhile is neither undone nor put over what is typed', async () => {
  const element = await show(dialog());
  const edited = heard(element, 'board-edited');
  await page.getByRole('textbox', { name: 'Title' }).fill('Mine');
  render(dialog(revealed(['flask'], { title: 'Theirs', phase: 'decide', locked: true })), element.parentElement!);
  await settled(element);
  await expect.element(page.getByRole('textbox', { name: 'Title' })).toHaveValue('Mine');
  await save().click();
  expect(edited).toEqual([{ title: 'Mine' }]);
});

test('a board is erased only once its title has been typed', async () => {
  const element = await show(dialog());
  const erased = heard(element, 'board-erased');
  await page.getByRole('button', { name: 'Erase this board…' }).click();
  const erase = page.getByRole('button', { name: 'Erase for good' });
  await typed().fill('Which web');
  await erase.click({ force: true });
  expect(erased).toEqual([]);
  await typed().fill('which web framework?');
  await erase.click();
  expect(erased).toEqual([{}]);
});

test('erasing can be thought better of', async () => {
  await show(dialog());
  await page.getByRole('button', { name: 'Erase this board…' }).click();
  await page.getByRole('button', { name: 'Keep it' }).click();
  await expect.poll(() => focused()?.textContent?.trim()).toBe('Erase this board…');
});

test('a failed erasing is said', async () => {
  await show(dialog(revealed(), true, 'failed'));
  await expect.element(page.getByRole('alert')).toHaveTextContent('could not be erased');
});

test('a role that was handed on does not erase', async () => {
  await show(dialog(revealed(), false));
  expect(page.getByRole('button', { name: 'Erase this board…' }).elements()).toEqual([]);
});
