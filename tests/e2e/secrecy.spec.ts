// What reaches a browser while a hidden round is open: every frame and every body is looked at. The server is killed in
// the middle, so that what a rejoin answers is looked at too.
import { expect, test } from '@playwright/test';
import { type MadeBoard, lastRoundOf, linkOf, makeBoard, readOf, resultOf } from './boards.ts';
import { openHouse } from './house.ts';
import { DESKTOP, PHONE, type Person, joinByLink } from './person.ts';
import { cellOf, closeRound, footBar, openRound, revealRound, scoreByKey, scoreOnPad, tapScore } from './scoring.ts';
import { SimulatedVoter } from './simulated-voter.ts';
import { type Found, fieldsIn } from './wire-tap.ts';

const OPTIONS = ['Quokka', 'Numbat', 'Bilby'];
const CRITERIA = [
  { name: 'Charm', weight: 2 },
  { name: 'Speed', weight: 1 },
];
/** By option, then criterion; every voter's are all different from the others'. */
const SCORES = {
  ada: { quokka: { charm: 5, speed: 4 }, numbat: { charm: 1 } },
  bo: { quokka: { charm: 0, speed: 1 } },
  cy: { quokka: { charm: 3 }, bilby: { charm: 2, speed: 5 } },
} as const;
type Who = keyof typeof SCORES;
type Company = Readonly<Record<Who | 'screen', Person>>;

const house = openHouse();

async function gather(board: MadeBoard): Promise<Company> {
  const [ada, bo, cy, screen] = await Promise.all([
    house.room.enter(),
    house.room.enter(PHONE),
    house.room.enter({ ...DESKTOP, colorScheme: 'dark' }),
    house.room.enter(),
  ]);
  await joinByLink(ada, board, 'facilitator', 'Ada');
  await joinByLink(bo, board, 'voter', 'Bo', 'fr');
  await joinByLink(cy, board, 'voter', 'Cy');
  await screen.page.goto(linkOf(board, 'watcher').replace('#', '/screen#'));
  return { ada, bo, cy, screen };
}

/** Names under which totals or others' ballots travel once they may. */
const UNTOLD = new Set(['tally', 'result', 'ballotsHash', 'pairwise', 'fingers', 'points', 'approvals']);
const OWN = /^\d+\.(ballots|receipts|done)\.|^1\.ballot\b/;

/** Fields that no browser may be told before the reveal; one's own ballot, as answers to a join bring it, is left out. */
async function leaks({ tap }: Person): Promise<readonly Found[]> {
  const keyed = new Set([...OPTIONS, ...CRITERIA.map(({ name }) => name)].map((name) => name.toLowerCase()));
  const fields = (await tap.messages()).flatMap((message) => [...fieldsIn(message)]);
  return fields.filter(({ path, key }) => !OWN.test(path) && (UNTOLD.has(key) || keyed.has(key)));
}

/** Every ballot that a browser was told of. */
async function ballotsTold({ tap }: Person): Promise<readonly unknown[]> {
  const fields = (await tap.messages()).flatMap((message) => [...fieldsIn(message)]);
  return fields.flatMap(({ path, value }) => (/^(\d+\.ballots\.[^.]+|1\.ballot)$/.test(path) ? [value] : []));
}

async function receiptsTold({ tap }: Person): Promise<ReadonlySet<string>> {
  const fields = (await tap.messages()).flatMap((message) => [...fieldsIn(message)]);
  const own = fields.filter(({ path }) => /^0\.receipt$|^\d+\.receipts\.[^.]+$/.test(path));
  return new Set(own.map(({ value }) => String(value)));
}

async function castBeforeTheKill({ ada, bo, cy }: Company): Promise<void> {
  await scoreByKey(ada.page, 'Quokka', 'Charm', 5);
  await scoreOnPad(cy.page, 'Quokka', 'Charm', 3);
  await tapScore(bo.page, 'Charm', 0);
  for (const { page } of [ada, cy]) await expect(footBar(page)).toContainText('1 of 6 · 5 left · saved');
  await expect(bo.page.getByText('1 sur 6 · enregistré')).toBeVisible();
}

/** Scores are given while nobody answers; they say that they wait, and are sent when the server is back. */
async function castThroughTheKill({ ada, bo, cy, screen }: Company): Promise<void> {
  await house.server.kill();
  await expect(ada.page.getByText(/^Offline|^Connecting/)).toBeVisible();
  await scoreByKey(ada.page, 'Quokka', 'Speed', 4);
  await tapScore(bo.page, 'Speed', 1);
  await expect(cellOf(ada.page, 'Quokka', 'Speed')).toHaveAccessibleName(/waiting to be saved/);
  await expect(footBar(ada.page)).toContainText('kept here until the line is back (1)');
  await expect(bo.page.getByText('2 sur 6 · 1 en attente')).toBeVisible();
  await house.server.restart();
  for (const { page } of [ada, cy]) await expect(page.getByText('Live', { exact: true })).toBeVisible();
  await expect(footBar(ada.page)).toContainText('2 of 6 · 4 left · saved');
  await expect(bo.page.getByText('2 sur 6 · enregistré')).toBeVisible();
  await expect(screen.page.getByText('Reconnecting…')).toBeHidden();
  await scoreByKey(ada.page, 'Numbat', 'Charm', 1);
  await scoreByKey(cy.page, 'Bilby', 'Charm', 2);
  await scoreByKey(cy.page, 'Bilby', 'Speed', 5);
  await expect(footBar(cy.page)).toContainText('3 of 6 · 3 left · saved');
  await expect(footBar(ada.page)).toContainText('3 of 6 · 3 left · saved');
}

async function nothingWasTold(company: Company): Promise<void> {
  for (const person of Object.values(company)) expect(await leaks(person)).toEqual([]);
  for (const who of ['ada', 'bo', 'cy'] as const) {
    for (const ballot of await ballotsTold(company[who])) {
      expect({ cells: SCORES[who] }, `a ballot that ${who} was told of`).toMatchObject(
        ballot as Record<string, unknown>,
      );
    }
  }
  expect(await ballotsTold(company.screen)).toEqual([]);
}

/** How many gave each score, by option and criterion, from what each gave. */
function expectedTally(): Record<string, Record<string, number[]>> {
  const rows = OPTIONS.map((option): [string, Record<string, number[]>] => {
    const cells = CRITERIA.map(({ name }): [string, number[]] => [name.toLowerCase(), [0, 0, 0, 0, 0, 0, 0]]);
    return [option.toLowerCase(), Object.fromEntries(cells)];
  });
  const tally = Object.fromEntries(rows);
  for (const ballot of Object.values(SCORES)) {
    for (const [option, criteria] of Object.entries(ballot)) {
      for (const [criterion, score] of Object.entries<number>(criteria)) {
        const counts = tally[option]?.[criterion];
        if (counts !== undefined) counts[score] = (counts[score] ?? 0) + 1;
      }
    }
  }
  return tally;
}

interface Exported {
  readonly rounds: readonly { readonly tally: { readonly cells: object }; readonly receipts?: readonly string[] }[];
}

for (const secrecy of ['Named', 'Anonymous'] as const) {
  test(`until the reveal of a round opened as ${secrecy.toLowerCase()}, no browser is told another's score, a total or a receipt; a killed server loses and doubles nothing`, async () => {
    const board = await makeBoard(house.server.base, 'Marsupials', OPTIONS, CRITERIA);
    const company = await gather(board);
    const { ada, bo, cy } = company;
    await openRound(ada.page, secrecy);
    await expect(bo.page.getByRole('heading', { name: 'Quokka' })).toBeVisible();
    await castBeforeTheKill(company);
    await castThroughTheKill(company);
    await footBar(ada.page).getByRole('button', { name: 'I’m done' }).click();
    await footBar(cy.page).getByRole('button', { name: 'I’m done' }).click();
    await closeRound(ada.page);
    await expect(footBar(cy.page)).toContainText('3 ballots · waiting for the reveal');

    await nothingWasTold(company);
    const receipts = await Promise.all([ada, bo, cy].map(receiptsTold));
    expect(receipts.map(({ size }) => size)).toEqual(secrecy === 'Anonymous' ? [1, 1, 1] : [0, 0, 0]);
    for (const [place, person] of [ada, bo, cy, company.screen].entries()) {
      const others = receipts.flatMap((own, at) => (at === place ? [] : [...own]));
      const texts = await person.tap.received();
      expect(others.filter((receipt) => texts.some((text) => text.includes(receipt)))).toEqual([]);
    }

    await revealRound(ada.page);
    await expect(cellOf(cy.page, 'Quokka', 'Charm')).toHaveAccessibleName(/mean 2\.7/);
    const exported = await readOf<Exported>(board, '/export.json');
    expect(exported.rounds[0]?.tally.cells).toEqual(expectedTally());
    expect(new Set(exported.rounds[0]?.receipts)).toEqual(new Set(receipts.flatMap((own) => [...own])));
    expect((await resultOf(board, await lastRoundOf(board))).ballots).toBe(3);
  });
}

test('the progress of an anonymous round says how many, never who', async () => {
  const board = await makeBoard(house.server.base, 'Marsupials', OPTIONS, CRITERIA);
  const company = await gather(board);
  await openRound(company.ada.page, 'Anonymous');
  await expect(company.bo.page.getByRole('heading', { name: 'Quokka' })).toBeVisible();
  await castBeforeTheKill(company);
  await footBar(company.cy.page).getByRole('button', { name: 'I’m done' }).click();
  await expect(footBar(company.ada.page)).toContainText('1 of 3 done');
  for (const person of Object.values(company)) {
    const fields = (await person.tap.messages()).flatMap((message) => [...fieldsIn(message)]);
    expect(fields.filter(({ key }) => key === 'voted')).toEqual([]);
  }
});

test('the words of a concern reach nobody before the reveal, in no form', async () => {
  const board = await makeBoard(house.server.base, 'Marsupials', OPTIONS, CRITERIA);
  const company = await gather(board);
  const chair = await SimulatedVoter.join(board, 'Chair', 'facilitator');
  const worried = await SimulatedVoter.join(board, 'Worried');
  const reason = 'they-bite-4f8c1d';
  await chair.do({ type: 'round.open', round: 'r1', method: 'consent', secrecy: 'named', proposal: 'Adopt a quokka' });
  await worried.do({ type: 'ballot.cast', round: 'r1', ballot: { fingers: 1, reason }, done: true });
  const heard = async (person: Person): Promise<boolean> =>
    (await person.tap.received()).some((text) => text.includes(reason));
  const { screen } = company;
  await expect(screen.page.getByText('1 of 5 done')).toBeVisible();
  await chair.do({ type: 'round.close', round: 'r1' });
  await expect(screen.page.getByText('Closed. The reveal is next.')).toBeVisible();
  for (const person of Object.values(company)) expect(await heard(person)).toBe(false);
  await chair.do({ type: 'round.reveal', round: 'r1' });
  for (const person of Object.values(company)) await expect.poll(() => heard(person)).toBe(true);
  for (const voter of [chair, worried]) voter.leave();
});
