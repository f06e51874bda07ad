import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { roundOf } from '../../../shared/board/board.ts';
import type { Command } from '../../../shared/board/commands.ts';
import { fold } from '../../../shared/board/evolve.ts';
import { tallyOf } from '../../../shared/voting/round-count.ts';
import { FarClient } from './far-client.ts';
import { CONTENT, HeldSurroundings, Stage, value } from './stage.ts';
import { WatchedStore } from './watched-store.ts';

const MEMBERS = ['ada', 'bo', 'cy'];
const BOARDS = ['board-number-1', 'board-number-2'];

type Step =
  | {
      readonly kind: 'note' | 'score' | 'send' | 'lose' | 'twice' | 'read' | 'some' | 'cut' | 'back';
      readonly who: number;
      readonly score: number;
    }
  | { readonly kind: 'pass'; readonly ms: number }
  | { readonly kind: 'fail' | 'mend' | 'crowd' | 'restart' | 'close' | 'open' | 'remove' | 'restore' };

const person = fc.record({
  kind: fc.constantFrom('note', 'score', 'score', 'send', 'send', 'lose', 'twice', 'read', 'some', 'cut', 'back'),
  who: fc.nat(MEMBERS.length * BOARDS.length - 1),
  score: fc.nat(5),
});
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    { weight: 12, arbitrary: person },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('pass' as const), ms: fc.constantFrom(1, 49, 50, 7000) }) },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constantFrom('fail', 'mend', 'crowd', 'crowd', 'restart', 'close', 'open', 'remove', 'restore'),
      }) as fc.Arbitrary<Step>,
    },
  ),
  { maxLength: 60 },
);

/** Two boards with three people each, all of whom may be cut off at any time. */
class World {
  readonly store = new WatchedStore();
  stage!: Stage;
  readonly people: FarClient[] = [];
  /** Who wrote which note. */
  readonly notes = new Map<string, FarClient>();
  #commands = 0;
  #tries = 0;
  #rounds = 0;

  static async made(): Promise<World> {
    const world = new World();
    world.stage = await Stage.set({ store: world.store, surroundings: new HeldSurroundings() });
    for (const id of BOARDS) {
      const { keys } = value(await world.stage.boards.create(id, CONTENT));
      for (const member of MEMBERS) {
        world.people.push(new FarClient(member, id, member === 'ada' ? keys.facilitator : keys.voter));
      }
    }
    world.#listen();
    for (const client of world.people) await client.connect(world.stage.boards);
    await world.open();
    return world;
  }

  #listen(): void {
    const { announced } = this.stage;
    const { update } = announced;
    announced.update = (given) => {
      update(given);
      for (const client of this.people) client.hear(given);
    };
  }

  command(fields: Omit<Command, 'id'>): Command {
    return { id: `c${(this.#commands += 1)}`, ...fields } as Command;
  }

  /** Asks as the facilitator of every board, for once over a line that holds. */
  async facilitate(fields: Omit<Command, 'id'>): Promise<void> {
    for (const board of BOARDS) {
      await this.stage.boards.do({ board, role: 'facilitator', member: 'ada' }, this.command(fields));
    }
  }

  async open(): Promise<void> {
    const round = `r${(this.#rounds += 1)}`;
    await this.facilitate({ type: 'round.open', round, method: 'score', secrecy: 'live' } as Omit<Command, 'id'>);
  }

  get round(): string {
    return `r${this.#rounds}`;
  }

  async restart(): Promise<void> {
    this.stage = this.stage.again();
    this.#listen();
    for (const client of this.people) client.cut();
  }

  async person(step: Extract<Step, { who: number }>): Promise<void> {
    const client = this.people[step.who];
    if (client === undefined) return;
    const { boards } = this.stage;
    switch (step.kind) {
      case 'note':
        return this.#write(client);
      case 'score':
        return void client.pending.push(this.#score(step.score));
      case 'send':
      case 'lose':
        return client.send(boards, step.kind === 'lose');
      case 'twice':
        return void (await Promise.all([client.send(boards, true), client.send(boards, false)]));
      case 'read':
      case 'some':
        return client.read(boards, step.kind === 'some' ? 1 : Infinity);
      case 'cut':
        return client.cut();
      default:
        return client.isConnected ? undefined : client.connect(boards).catch(() => undefined);
    }
  }

  #write(client: FarClient): void {
    const id = `c${(this.#commands += 1)}`;
    client.pending.push({ id, type: 'note.add', note: id, target: { kind: 'board' }, kind: 'note', text: id });
    this.notes.set(id, client);
  }

  #score(score: number): Command {
    const cells = { flask: { speed: score as 0 } };
    return this.command({ type: 'ballot.cast', round: this.round, ballot: { cells } } as Omit<Command, 'id'>);
  }

  async take(step: Step): Promise<void> {
    if ('who' in step) return this.person(step);
    if ('ms' in step) return this.stage.surroundings.pass(step.ms);
    switch (step.kind) {
      case 'fail':
        this.store.refuse = () => ((this.#tries += 1) % 3 === 0 ? { kind: 'failed', why: 'chance' } : undefined);
        this.store.lie = () => this.#tries % 5 === 0;
        return;
      case 'mend':
        return this.mend();
      case 'crowd':
        return this.crowd();
      case 'restart':
        return this.restart();
      case 'close':
        return this.facilitate({ type: 'round.close', round: this.round } as Omit<Command, 'id'>);
      case 'open':
        return this.open();
      default:
        return this.facilitate({ type: `option.${step.kind}`, option: 'flask' } as Omit<Command, 'id'>);
    }
  }

  /** Everybody does something at the same time. */
  async crowd(): Promise<void> {
    for (const [index, client] of this.people.entries()) {
      if (index % 2 === 0) client.pending.push(this.#score(index));
      else this.#write(client);
    }
    await Promise.all(this.people.map((client) => client.send(this.stage.boards, false)));
  }

  mend(): void {
    this.store.refuse = () => undefined;
    this.store.lie = () => false;
  }

  /** The lines hold from now on: everybody comes back, sends what is left, and reads everything. */
  async settle(): Promise<void> {
    this.mend();
    const { boards, surroundings } = this.stage;
    for (const client of this.people) {
      if (!client.isConnected) await client.connect(boards);
      while (client.pending.length > 0) await client.send(boards, false);
    }
    await surroundings.pass(10_000);
    for (const client of this.people) await client.read(boards);
  }
}

async function expectOneStory(world: World, board: string): Promise<void> {
  const { boards } = world.stage;
  const log = value(await boards.events(board));
  const truth = fold(log);
  const boxes = (await world.store.inner.load(board))?.boxes ?? [];
  const there = world.people.filter((client) => client.board === board);
  for (const client of there) {
    expect(client.folded, 'every folded view is the log').toEqual(truth);
    for (const box of boxes) {
      const round = roundOf(truth, box.round);
      const ballots = [...box.linked, ...box.loose].map(({ ballot }) => ballot);
      expect(client.rounds.get(box.round)?.version, 'the version counts accepted changes').toBe(box.version);
      expect(client.rounds.get(box.round)?.tally, 'the tally counts the ballots').toEqual(
        round && tallyOf(round, ballots),
      );
    }
  }
  const notes = log.flatMap((event) => (event.type === 'note.added' ? [event.note] : []));
  expect(new Set(notes).size, 'no note is there twice').toBe(notes.length);
  for (const { answers, member } of there) {
    for (const [id, given] of answers) {
      expect(new Set(given.map(({ revision }) => revision)).size, 'a repeat gets the first answer').toBe(1);
      const note = log.find((event) => event.type === 'note.added' && event.note === id);
      if (note !== undefined) expect(note).toMatchObject({ by: member, revision: given[0]?.revision });
    }
  }
}

describe('everybody sees the same board', () => {
  test('whatever is lost, repeated, cut, failed or restarted', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (script) => {
        const world = await World.made();
        for (const step of script) await world.take(step);
        await world.settle();
        for (const board of BOARDS) await expectOneStory(world, board);
        for (const [id, client] of world.notes) {
          expect(client.answers.has(id), 'a note is refused by nobody').toBe(true);
          expect(client.folded?.notes.has(id), 'what was acknowledged is there').toBe(true);
        }
      }),
      { numRuns: 150 },
    );
  });
});
