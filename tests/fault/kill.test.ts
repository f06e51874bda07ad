// kill -9 in a loop under load: whatever was acknowledged is there once, and what was interrupted is finished.
// FAULT_ROUNDS says how often it is killed, FAULT_SEED plays a run again.
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, expect, test } from 'vitest';
import { Connection } from '../../server/store/sqlite-connection.ts';
import { BusyClient, type Sent } from './busy-client.ts';
import { type Dice, diceOf, numberSetting } from './dice.ts';
import { type Meeting, call, eventsOf, newMeeting } from './meeting.ts';
import { ServerProcess, portOf } from './server-process.ts';

const ROUNDS = numberSetting('FAULT_ROUNDS', 8);
const SEED = numberSetting('FAULT_SEED', 20_261_123);
/** Kills in the life of one board. */
const KILLS_A_BOARD = 8;
const MOMENTS = ['commit', 'checkpoint', 'snapshot', 'close'] as const;
type Moment = (typeof MOMENTS)[number];

const root = mkdtempSync(join(tmpdir(), 'palabre-kill-'));
afterAll(() => rmSync(root, { recursive: true, maxRetries: 5 }));
const clients: BusyClient[] = [];
let server: ServerProcess | undefined;
afterEach(async () => {
  for (const client of clients.splice(0)) client.close();
  await server?.kill();
});

const VOTERS = 4;
const OPTIONS = ['a', 'b', 'c'];

/** Notes of a few kilobytes, so that the journal fills up and is moved into the file, and ballots in between. */
function worker(client: BusyClient, round: string, dice: Dice): () => Sent {
  let count = client.commands.size;
  return () => {
    const id = `${client.member}-${(count += 1)}`;
    if (count % 3 === 0) return { id, type: 'ballot.cast', round, ballot: { approved: [OPTIONS[dice(3)]] } };
    return {
      id,
      type: 'note.add',
      note: id,
      target: { kind: 'board' },
      kind: 'note',
      text: `${id} `.repeat(1 + dice(300)),
    };
  };
}

class Run {
  readonly data: string;
  readonly dice: Dice;
  url = '';
  server: ServerProcess;
  meeting: Meeting | undefined;
  facilitator: BusyClient | undefined;
  voters: BusyClient[] = [];
  /** Ballots that were acknowledged in all, by round. */
  opened = 0;

  constructor(data: string, dice: Dice) {
    this.data = data;
    this.dice = dice;
    this.server = new ServerProcess({ data });
  }

  get all(): readonly BusyClient[] {
    return this.facilitator === undefined ? this.voters : [this.facilitator, ...this.voters];
  }

  async begin(): Promise<void> {
    this.url = await this.server.ready();
    this.meeting = await newMeeting(this.url);
    this.facilitator = new BusyClient(this.url, this.meeting, 'facilitator', 'facilitator');
    for (let n = 0; n < VOTERS; n += 1) this.voters.push(new BusyClient(this.url, this.meeting, 'voter', `voter-${n}`));
    clients.push(...this.all);
    await Promise.all(this.all.map((client) => client.joined()));
    for (const option of OPTIONS) {
      await this.facilitator.do({ id: `add-${option}`, type: 'option.add', option, name: option });
    }
  }

  async open(secrecy: 'live' | 'anonymous'): Promise<string> {
    const round = `round-${(this.opened += 1)}`;
    const told = await this.facilitator?.do({
      id: `open-${round}`,
      type: 'round.open',
      round,
      method: 'approval',
      secrecy,
    });
    if (told?.ok !== true) throw new Error(`no round: ${told?.error?.code}`);
    return round;
  }

  /** The server is started again where it was; clients come back by themselves. */
  async restart(): Promise<void> {
    await this.server.ended;
    this.server = new ServerProcess({ data: this.data, port: portOf(this.url) });
    server = this.server;
    await this.server.ready();
  }
}

/** Waits for a moment worth being killed at, at most for a while. */
async function until(run: Run, moment: Moment): Promise<void> {
  const soon = new Promise<void>((resolve) => setTimeout(resolve, moment === 'commit' ? 5 + run.dice(120) : 900));
  if (moment === 'commit') return soon;
  const file = join(run.data, 'palabre.db');
  const before = statSync(file).mtimeMs;
  let stop = (): void => undefined;
  const there = new Promise<void>((resolve) => {
    if (moment === 'checkpoint') {
      // The file itself is written to only when the journal is moved into it.
      const timer = setInterval(() => statSync(file).mtimeMs !== before && resolve(), 1);
      stop = () => clearInterval(timer);
    } else {
      for (const client of run.all)
        client.heard = ({ revision }) => revision !== undefined && revision % 200 < 3 && resolve();
    }
  });
  await Promise.race([soon, there]);
  stop();
  for (const client of run.all) client.heard = () => undefined;
}

async function killUnderLoad(run: Run, moment: Moment): Promise<void> {
  const round = await run.open('live');
  for (const client of run.voters) client.work(worker(client, round, run.dice));
  await until(run, moment);
  run.server.child.kill('SIGKILL');
  await run.restart();
  await Promise.all(run.voters.map((client) => client.rest()));
  await expectEachOnce(run, round);
  await run.facilitator?.do({ id: `close-${round}`, type: 'round.close', round });
}

/** Nothing lost: every acknowledged command is in the log at the place told. Nothing doubled: none is there twice. */
async function expectEachOnce(run: Run, round: string): Promise<void> {
  const { meeting, url } = run;
  if (meeting === undefined) throw new Error('no board');
  const events = await eventsOf(url, meeting);
  expect(events.map(({ revision }) => revision)).toEqual(events.map((_, index) => index + 1));
  const notes = events.filter(({ type }) => type === 'note.added').map(({ note, revision }) => `${note} ${revision}`);
  const told = run.voters.flatMap(({ commands, told: answers }) =>
    [...commands.values()].flatMap(({ id, type }) =>
      type === 'note.add' ? [`${id} ${answers.get(id)?.revision}`] : [],
    ),
  );
  expect(notes.toSorted()).toEqual(told.toSorted());
  const versions = run.voters.flatMap(({ commands, told: answers }) =>
    [...commands.values()].flatMap((sent) => (sent['round'] === round ? [answers.get(sent.id)?.version ?? -1] : [])),
  );
  // Each ballot counted up the round's version once.
  expect(versions.toSorted((a, b) => a - b)).toEqual(versions.map((_, index) => index + 1));
  // What is published follows within a tick.
  const published = async (): Promise<number | undefined> => {
    const path = `${url}/api/boards/${meeting.id}`;
    const board = await call<{ rounds: Record<string, { version: number }> }>(path, `Bearer ${meeting.keys.watcher}`);
    return board.rounds[round]?.version;
  };
  await expect.poll(published, { interval: 10 }).toBe(versions.length);
  // What is sent once more gets its first answer.
  for (const client of run.voters) {
    const ids = [...client.told.keys()];
    const id = ids[run.dice(ids.length)];
    if (id === undefined) continue;
    const { revision, version } = client.told.get(id) ?? {};
    expect(await client.repeat(id)).toMatchObject({ ok: true, revision, ...(version !== undefined && { version }) });
  }
}

/** Killed somewhere between asking for the close and after it. */
async function killAtClose(run: Run): Promise<void> {
  const round = await run.open('anonymous');
  const casts = run.voters.map((client, index) =>
    client.do({
      id: `${client.member}-in-${round}`,
      type: 'ballot.cast',
      round,
      ballot: { approved: [OPTIONS[index % 3]] },
      done: true,
    }),
  );
  const receipts = (await Promise.all(casts)).map(({ receipt }) => receipt);
  const closed = run.facilitator?.do({ id: `close-${round}`, type: 'round.close', round });
  await new Promise((resolve) => setTimeout(resolve, run.dice(14)));
  run.server.child.kill('SIGKILL');
  await run.restart();
  expect(await closed).toMatchObject({ ok: true });
  expectNobodyTied(run.data);
  const { facilitator, meeting, url } = run;
  expect(await facilitator?.do({ id: `reveal-${round}`, type: 'round.reveal', round })).toMatchObject({ ok: true });
  const shown = await call<{ receipts: string[] }>(
    `${url}/api/boards/${meeting?.id}/rounds/${round}/ballots`,
    `Bearer ${meeting?.keys.watcher}`,
  );
  expect(new Set(shown.receipts)).toEqual(new Set(receipts));
  expect(shown.receipts).toHaveLength(VOTERS);
}

/** No box with voters, no wipe that waits, and nothing left in the journal from before the close. */
function expectNobodyTied(data: string): void {
  const connection = new Connection(join(data, 'palabre.db'));
  const boxes = connection.prepare("SELECT name FROM sqlite_schema WHERE name LIKE 'open_box_%'").all();
  const waiting = connection.prepare('SELECT what FROM scrub').all();
  connection.close();
  expect({ boxes, waiting }).toEqual({ boxes: [], waiting: [] });
}

test(
  `killed ${ROUNDS} times under load, it loses nothing and doubles nothing that it acknowledged`,
  { timeout: 30_000 + ROUNDS * 6000 },
  async () => {
    const dice = diceOf(SEED);
    let acknowledged = 0;
    const begun = new Map<Moment, number>();
    for (let kills = 0; kills < ROUNDS;) {
      const run = new Run(mkdtempSync(join(root, 'data-')), dice);
      server = run.server;
      await run.begin();
      for (let here = 0; here < KILLS_A_BOARD && kills < ROUNDS; here += 1, kills += 1) {
        const moment = MOMENTS[kills % MOMENTS.length] ?? 'commit';
        begun.set(moment, (begun.get(moment) ?? 0) + 1);
        if (moment === 'close') await killAtClose(run);
        else await killUnderLoad(run, moment);
      }
      acknowledged += run.all.reduce((sum, { told }) => sum + told.size, 0);
      expect(run.all.flatMap(({ refused }) => refused.filter(({ error }) => error?.code !== 'try-again'))).toEqual([]);
      for (const client of run.all) client.close();
      expect(await run.server.stop()).toBe(0);
    }
    process.stdout.write(
      `${ROUNDS} kills (${JSON.stringify([...begun])}): ${acknowledged} commands, 0 lost, 0 doubled\n`,
    );
    expect(acknowledged).toBeGreaterThan(ROUNDS * 10);
  },
);
