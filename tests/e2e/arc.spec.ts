// The whole arc of a meeting in six browsers: framed, discussed, voted on, revealed, decided and written down; with a
// reload and a dropped line on the way. What the files say is what happened, and a board made of them is an equal one.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { type Page, expect, test } from '@playwright/test';
import type { BoardExport } from '../../shared/exchange/export-json.ts';
import { lastRoundOf, linkOf, makeBoard, makeExported, readOf, resultOf, roundsOf } from './boards.ts';
import { download } from './downloads.ts';
import { addGuest, recordFor } from './guest.ts';
import { openHouse } from './house.ts';
import { DESKTOP, PHONE, type Person, joinByLink } from './person.ts';
import { openRecord, recordSays, writeRecord } from './record-page.ts';
import {
  cellOf,
  closeRound,
  fillPhoneBallot,
  footBar,
  openRound,
  revealRound,
  scoreAllByKeys,
  scoreByKey,
} from './scoring.ts';
import { commandLine } from './server-process.ts';
import { rowsOfResults, rowsOfScreen, valuesAgree } from './shown-results.ts';

const OPTIONS = ['Bus', 'Tram', 'Boat', 'Bike'];
const CRITERIA = [
  { name: 'Fare', weight: 3 },
  { name: 'Speed', weight: 2 },
  { name: 'Comfort', weight: 1 },
];
const SIZE = { options: OPTIONS.length, criteria: CRITERIA.length };

const house = openHouse();

/** What each of them gives an option under a criterion. */
const scoreOf = (voter: number) => (row: number, column: number) => (voter + row * 2 + column) % 6;
const rowsOf = (voter: number) => OPTIONS.map((_, row) => CRITERIA.map((_each, column) => scoreOf(voter)(row, column)));

const panel = (page: Page) => page.locator('palabre-cell-panel');

const WRITING = {
  en: { field: /^Add a note/, add: 'Add' },
  fr: { field: /^Une remarque sur/, add: 'Ajouter' },
} as const;

interface Written {
  readonly kind?: string;
  readonly held?: true;
  readonly language?: keyof typeof WRITING;
}

async function write({ page }: Person, text: string, { kind, held, language = 'en' }: Written = {}): Promise<void> {
  const words = WRITING[language];
  if (kind !== undefined) await panel(page).getByRole('button', { name: kind, exact: true }).click();
  const field = panel(page).getByRole('textbox', { name: words.field });
  await field.fill(text);
  await panel(page)
    .getByRole('button', { name: held ? 'Hold' : words.add, exact: true })
    .click();
  await expect(field).toHaveValue('');
}

/** What an import has to bring back; who a board is, where its log stands and what an import marks is its own. */
function lasting({ snapshot, rounds, record }: BoardExport): object {
  const { id: _id, code: _code, createdAt: _createdAt, timer: _timer, led: _led, ...kept } = snapshot;
  return {
    ...kept,
    rounds: kept.rounds.map(({ imported: _imported, ...round }) => round),
    // The ballots themselves stay where they were cast.
    counted: rounds.map(({ id, state, result, tally }) => ({ id, state, result, tally })),
    record,
  };
}

/** The lines that a record of the decision has to have, from what was cast and counted. */
function recordLines({ snapshot, chain, revision }: BoardExport): readonly string[] {
  const [round] = snapshot.rounds;
  const nameOf = (id: string): string => snapshot.options.find((option) => option.id === id)?.name ?? id;
  const value = (score: number | null): string => (score === null ? '–' : String(Number(score.toFixed(4))));
  return [
    '- Status: accepted',
    '- Turnout: 5 / 5 (recorded by the facilitation: 1)',
    '- Fare (weight 3, 50%)',
    '- Speed (weight 2, 33%)',
    '- Comfort (weight 1, 17%)',
    ...(round?.result?.ranking ?? []).map(
      ({ rank, option, value: counted }) => `| ${rank} | ${nameOf(option)} | ${value(counted)} |   |`,
    ),
    '- To be looked at again on: 2027-06-01',
    `- Fingerprint of the ballots (Round 1): \`${round?.ballotsHash}\``,
    `- Fingerprint of the log (revision ${revision}): \`${chain.head}\``,
  ];
}

test('six browsers go from the question to a decision record, and the files say what happened', async () => {
  const board = await makeBoard(house.server.base, 'Crossing', OPTIONS, CRITERIA, 'How do we cross?');
  const ada = await house.room.enter();
  const bo = await house.room.enter(PHONE);
  const cy = await house.room.enter({ ...DESKTOP, colorScheme: 'dark' });
  const di = await house.room.enter();
  const watcher = await house.room.enter();
  const screen = await house.room.enter();
  await joinByLink(ada, board, 'facilitator', 'Ada');
  await joinByLink(bo, board, 'voter', 'Bo', 'fr');
  await joinByLink(cy, board, 'voter', 'Cy');
  await joinByLink(di, board, 'voter', 'Di');
  await watcher.page.goto(linkOf(board, 'watcher'));
  await screen.page.goto(linkOf(board, 'watcher').replace('#', '/screen#'));

  await test.step('frame: an agenda, and somebody without a device', async () => {
    await ada.page.keyboard.press('Control+k');
    await expect(ada.page.getByRole('combobox')).toBeFocused();
    await ada.page.keyboard.type('Agenda');
    await ada.page.keyboard.press('Enter');
    await expect(ada.page.getByRole('textbox', { name: /^A line for each item/ })).toBeFocused();
    await ada.page.keyboard.type('Which way 5\nVote 10');
    await ada.page.keyboard.press('Control+Enter');
    await ada.page.getByRole('button', { name: 'Next: Which way' }).click();
    await expect(watcher.page.getByRole('timer')).toHaveText(/^0[45]:\d\d$/);
    await addGuest(ada, 'Paul');
    await footBar(ada.page).getByRole('button', { name: 'Open the discussion' }).click();
  });

  await test.step('discuss: everybody is brought to a cell, and writes', async () => {
    await cellOf(ada.page, 'Tram', 'Fare').click();
    await panel(ada.page).getByRole('button', { name: 'Bring everyone here' }).click();
    for (const { page } of [bo, cy, di, watcher]) {
      await expect(page.getByRole('heading', { name: 'Tram × Fare' })).toBeVisible();
    }
    await write(ada, 'A day ticket is cheap.', { kind: 'Pro' });
    await write(cy, 'It stops at eight.', { kind: 'Risk' });
    await write(di, 'One has to stand.', { kind: 'Con' });
    await write(bo, 'Et les vélos ?', { kind: 'Question', language: 'fr' });
    await expect(panel(watcher.page)).toContainText('Et les vélos ?');
    await ada.page.getByRole('button', { name: 'Let go' }).click();
  });

  await test.step('vote: hidden, with a reload, a dropped line and a ballot on behalf', async () => {
    await openRound(ada.page, 'Named', 'Silent, signed');
    await scoreAllByKeys(ada.page, SIZE, scoreOf(0));

    // Cy reloads half-way.
    await scoreByKey(cy.page, 'Bus', 'Fare', scoreOf(2)(0, 0));
    await expect(footBar(cy.page)).toContainText('saved');
    await cy.page.reload();
    await expect(cellOf(cy.page, 'Bus', 'Fare')).toHaveAccessibleName(/you gave 2/);
    await scoreAllByKeys(cy.page, SIZE, scoreOf(2));
    await cellOf(cy.page, 'Tram', 'Fare').click();
    await write(cy, 'Nobody would pay that.', { held: true });

    // Di has no line for most of it.
    await scoreByKey(di.page, 'Bus', 'Fare', scoreOf(3)(0, 0));
    await di.context.setOffline(true);
    await expect(di.page.getByText(/^Offline/)).toBeVisible();
    await scoreAllByKeys(di.page, SIZE, scoreOf(3));
    await expect(footBar(di.page)).toContainText('kept here until the line is back');
    await di.context.setOffline(false);
    await expect(footBar(di.page)).toContainText('12 of 12 · all scored · saved');

    await bo.page.getByRole('link', { name: 'Mon bulletin' }).tap();
    await fillPhoneBallot(
      bo.page,
      CRITERIA.map(({ name }) => name),
      rowsOf(1),
    );
    await recordFor(ada, 'Paul', rowsOf(4));
    for (const { page } of [ada, cy, di]) await footBar(page).getByRole('button', { name: 'I’m done' }).click();
    const round = await lastRoundOf(board);
    await expect.poll(async () => (await roundsOf(board))[round]?.progress).toMatchObject({ cast: 5, done: 5 });
    for (const { tap } of [ada, bo, di, watcher, screen]) {
      expect(JSON.stringify(await tap.received())).not.toContain('Nobody would pay that.');
    }
  });

  const round = await lastRoundOf(board);
  await test.step('reveal: equal numbers everywhere, and what was held back comes out', async () => {
    await closeRound(ada.page, async () => {
      // Nobody is cut off in mid-tap: it is said to everybody, and the clock runs.
      await Promise.all(
        [di, watcher].map(async ({ page }) => {
          await expect(footBar(page).getByRole('timer')).toHaveText(/^00:(10|0\d)$/);
          await expect(footBar(page).getByRole('status').filter({ hasText: 'about to close' })).toBeAttached();
        }),
      );
    });
    await revealRound(ada.page);
    const result = await resultOf(board, round);
    expect(result.ballots).toBe(5);
    for (const { page } of [ada, bo, cy, di, watcher]) {
      await page.getByRole('link', { name: /^(Results|Résultats)$/ }).click();
      await expect.poll(() => rowsOfResults(page).then((rows) => rows.length)).toBe(OPTIONS.length);
      expect(valuesAgree(await rowsOfResults(page), result.ranking)).toEqual([]);
    }
    await expect.poll(() => rowsOfScreen(screen.page).then((rows) => rows.length)).toBe(OPTIONS.length);
    const shown = (await rowsOfScreen(screen.page)).map((row) => ({ ...row, option: row.option.toLowerCase() }));
    expect(valuesAgree(shown, result.ranking)).toEqual([]);
    await watcher.page.getByRole('link', { name: /^Notes/ }).click();
    await expect(watcher.page.getByText('Nobody would pay that.')).toBeVisible();
  });

  await test.step('decide, and write the record together', async () => {
    await footBar(ada.page).getByRole('button', { name: 'Record the decision' }).click();
    const dialog = ada.page.locator('palabre-decision-dialog');
    await dialog.getByRole('radio', { name: 'Accepted' }).check();
    await dialog.getByLabel('Look at it again on').fill('2027-06-01');
    await dialog.getByRole('button', { name: 'Record it' }).click();
    await watcher.page.getByRole('link', { name: /^Results/ }).click();
    await expect(watcher.page.getByText('2027').first()).toBeVisible();
    for (const person of [ada, cy]) await openRecord(person);
    await Promise.all([
      writeRecord(ada, 'We cross twice a day. '),
      writeRecord(cy, 'Fares rise in May. ', 'Consequences'),
    ]);
    for (const { page } of [ada, cy]) await recordSays(page, 'Saved.');
  });

  await test.step('the record, the file and the board made of it say what happened', async () => {
    await ada.page.getByRole('link', { name: 'Matrix' }).click();
    const json = await download(ada.page, 'Everything (JSON)');
    const exported = JSON.parse(json.text) as BoardExport;
    const { snapshot } = exported;
    const nameOf = new Map(snapshot.members.map(({ id, name }) => [id, name]));
    const given = exported.rounds[0]?.ballots?.map(({ member = '', ballot }) => [nameOf.get(member), ballot]) ?? [];
    const cells = (voter: number) => ({
      cells: Object.fromEntries(
        OPTIONS.map((option, row) => [
          option.toLowerCase(),
          Object.fromEntries(CRITERIA.map(({ name }, column) => [name.toLowerCase(), scoreOf(voter)(row, column)])),
        ]),
      ),
    });
    // Every score counts once, whatever became of lines and pages.
    expect(Object.fromEntries(given)).toEqual({
      Ada: cells(0),
      Bo: cells(1),
      Cy: cells(2),
      Di: cells(3),
      Paul: cells(4),
    });
    expect(snapshot.notes.map(({ kind, text, by }) => [kind, text, nameOf.get(by ?? '')])).toEqual([
      ['pro', 'A day ticket is cheap.', 'Ada'],
      ['risk', 'It stops at eight.', 'Cy'],
      ['con', 'One has to stand.', 'Di'],
      ['question', 'Et les vélos ?', 'Bo'],
      ['note', 'Nobody would pay that.', 'Cy'],
    ]);
    expect(exported.events.filter(({ type }) => type === 'round.closing')).toHaveLength(1);
    const [leader] = (await resultOf(board, round)).ranking;
    expect(snapshot.decision).toMatchObject({ status: 'accepted', reviewOn: '2027-06-01', round });
    expect(snapshot.decision?.options).toEqual([leader?.option]);
    expect(snapshot.decision?.deciders?.map((id) => nameOf.get(id))).toEqual(['Ada']);
    expect(exported.record).toMatchObject({ context: 'We cross twice a day.', consequences: 'Fares rise in May.' });
    await promisify(execFile)(process.execPath, [commandLine, 'recount', await json.file.path()]);

    const leaderName = snapshot.options.find(({ id }) => id === leader?.option)?.name ?? '';
    const record = (await download(ada.page, 'Decision record (Markdown)')).text;
    const argued = snapshot.notes.filter(({ kind }) => kind !== 'note').map(({ text }) => text);
    const told = ['We cross twice a day.', 'Fares rise in May.', `**${leaderName}**`];
    for (const words of [...told, ...OPTIONS, ...argued]) expect(record).toContain(words);
    expect(record.split('\n')).toEqual(expect.arrayContaining([...recordLines(exported)]));

    const again = await readOf<BoardExport>(await makeExported(house.server.base, json.text), '/export.json');
    expect(again.snapshot.rounds.map(({ imported }) => imported)).toEqual([true]);
    expect(lasting(again)).toEqual(lasting(exported));
  });
});
