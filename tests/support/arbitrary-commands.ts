// Commands drawn from few ids, so that a random meeting keeps meeting itself.
import fc from 'fast-check';
import { COMMAND_FIELDS, type Command, type CommandType } from '../../shared/board/commands.ts';
import { mayDo } from '../../shared/board/permissions.ts';
import { METHODS, type MethodName } from '../../shared/voting/ballots.ts';
import { RULES } from '../../shared/voting/method.ts';

/** Somebody without a device, whom most meetings of many commands add. */
const GUEST = 'paul';
export const PEOPLE = ['ada', 'bo', 'cy', 'zoe'] as const;
const option = fc.constantFrom('flask', 'django', 'bottle', 'tornado', 'pyramid');
const criterion = fc.constantFrom('speed', 'docs', 'price');
const note = fc.constantFrom('n1', 'n2', 'n3');
const round = fc.constantFrom('r1', 'r1', 'r1', 'r2', 'r2', 'r3');
const member = fc.constantFrom(...PEOPLE);
const text = fc.constantFrom('Yes', 'No', 'Perhaps, in spring');
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const seldom = <T>(value: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 9, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: value });
const label = fc.constantFrom('licence', 'since');
const item = fc.constantFrom('i1', 'i2', 'i3');

const target = fc.oneof(
  fc.constant({ kind: 'board' as const }),
  fc.record({ kind: fc.constant('option' as const), option }),
  fc.record({ kind: fc.constant('criterion' as const), criterion }),
  fc.record({ kind: fc.constant('cell' as const), option, criterion }),
);

const scores = fc.constantFrom(0, 1, 2, 3, 4, 5, 'unknown' as const, null);
const few = <T>(values: fc.Arbitrary<T>) => fc.dictionary(option, values, { maxKeys: 4 });
/** Ballots of every method, some of which fit no round. */
export const givenBallot = fc.oneof(
  { weight: 4, arbitrary: few(fc.dictionary(criterion, scores, { maxKeys: 3 })).map((cells) => ({ cells })) },
  fc.constantFrom({ points: { speed: 60, docs: 40 } }, { points: { speed: 100 } }, { points: { docs: 99 } }),
  few(fc.nat(3)).map((dots) => ({ dots })),
  fc.uniqueArray(option).map((approved) => ({ approved })),
  fc
    .uniqueArray(option)
    .chain((options) =>
      fc
        .nat(options.length)
        .map((cut) => ({ ranking: [options.slice(0, cut), ...options.slice(cut).map((o) => [o])] })),
    ),
  fc.record({ fingers: fc.nat(5), reason: fc.constantFrom('', 'Too slow') }),
);

const opening = {
  round,
  method: fc.constantFrom('score' as const, ...METHODS),
  secrecy: fc.constantFrom('live', 'named', 'anonymous'),
  rule: seldom(fc.constantFrom(...RULES)),
  options: seldom(fc.uniqueArray(option, { minLength: 1 })),
  cells: seldom(fc.array(fc.tuple(option, criterion), { minLength: 1, maxLength: 3 })),
  seconds: seldom(fc.integer({ min: 1, max: 100 })),
  stacking: maybe(fc.boolean()),
  quorum: maybe(fc.integer({ min: 1, max: 3 })),
  silentNotes: maybe(fc.constantFrom('signed', 'unsigned')),
};

const FIELDS: { readonly [T in CommandType]: Record<string, fc.Arbitrary<unknown>> } = {
  'board.edit': { title: maybe(text), locked: seldom(fc.boolean()), approval: maybe(fc.boolean()) },
  'option.add': { option, name: text, summary: maybe(text) },
  'option.edit': { option, name: maybe(text), summary: maybe(fc.constantFrom('', 'Small')) },
  'option.remove': { option },
  'option.restore': { option },
  'option.move': { option, after: fc.option(option) },
  'criterion.add': { criterion, name: text, weight: fc.nat(100) },
  'criterion.edit': { criterion, weight: maybe(fc.nat(100)), mustHave: maybe(fc.option(fc.nat(5))) },
  'criterion.remove': { criterion },
  'criterion.restore': { criterion },
  'criterion.move': { criterion, after: fc.option(criterion) },
  'fact.set': { option, label, value: text, asOf: maybe(fc.constant('2026-11')) },
  'fact.clear': { option, label },
  'round.open': opening,
  'round.extend': { round, seconds: fc.integer({ min: 1, max: 100 }) },
  'round.close': { round, after: maybe(fc.nat(20)) },
  'round.reveal': { round },
  'ballot.cast': { round, ballot: givenBallot, done: maybe(fc.boolean()) },
  'ballot.withdraw': { round, member: maybe(fc.constantFrom(GUEST, 'bo')) },
  'ballot.record': { round, member: fc.constantFrom(GUEST, GUEST, 'bo'), ballot: givenBallot },
  'note.add': { note, target, kind: fc.constantFrom('pro', 'con', 'question'), text, parent: maybe(note) },
  'note.edit': { note, text, kind: maybe(fc.constantFrom('risk', 'evidence')) },
  'note.remove': { note },
  'note.restore': { note },
  'note.resolve': { note, on: fc.boolean() },
  'note.support': { note, on: fc.boolean() },
  'note.redact': { note },
  'note.hold': { round, note, target, kind: fc.constantFrom('pro', 'risk'), text },
  'note.discard': { note },
  'member.rename': { name: text },
  'member.role': { member, role: fc.constantFrom('facilitator', 'voter') },
  'member.remove': { member: fc.constantFrom('cy', 'zoe') },
  'member.admit': { member },
  'member.add': { member: fc.constantFrom(GUEST, GUEST, 'bo'), name: text },
  'decision.set': {
    options: fc.uniqueArray(option),
    status: fc.constant('accepted'),
    summary: text,
    round: maybe(round),
  },
  'agenda.set': { items: fc.uniqueArray(fc.record({ id: item, title: text, target }), { selector: ({ id }) => id }) },
  'timer.start': { seconds: fc.integer({ min: 1, max: 600 }), item: maybe(item) },
  'timer.extend': { seconds: fc.integer({ min: 1, max: 100 }) },
  'timer.stop': {},
  'room.bring': { view: fc.constantFrom('matrix', 'results'), target: maybe(target), note: maybe(note) },
  'room.release': {},
};

const types = Object.keys(COMMAND_FIELDS) as CommandType[];

let ids = 0;
const withoutUndefined = (fields: object) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

/** A command whose shape is right; whether it fits the board is for the board to say. */
export const arbitraryCommand: fc.Arbitrary<Command> = fc
  .constantFrom(...types)
  .chain((type) => fc.record(FIELDS[type]).map((fields) => ({ type, ...withoutUndefined(fields) })))
  .map((fields) => ({ id: `any-${(ids += 1)}`, ...fields }) as unknown as Command);

export interface Step {
  readonly by: string;
  readonly command: Command;
  /** Time that passed before, in ms. */
  readonly after: number;
}

const facilitates = (type: CommandType): boolean => !mayDo({ id: 'bo', name: 'Bo', role: 'voter' }, type);
const speaker = (type: CommandType) =>
  facilitates(type)
    ? fc.constantFrom('ada', 'ada', 'ada', 'ada', 'bo', 'zoe')
    : fc.constantFrom('ada', 'bo', 'bo', 'cy', 'cy', 'zoe');
const pause = fc.constantFrom(0, 0, 100, 30_000);

const arbitraryStep: fc.Arbitrary<Step> = arbitraryCommand.chain((command) =>
  fc.record({ by: speaker(command.type), command: fc.constant(command), after: pause }),
);

const make = (fields: object): Command => ({ id: `any-${(ids += 1)}`, ...fields }) as unknown as Command;

/** What meetings are held for: a round opened, filled, and often closed and revealed. */
const arbitraryVote: fc.Arbitrary<readonly Step[]> = fc
  .record({
    round,
    method: fc.constantFrom('score' as const, 'score' as const, ...METHODS),
    secrecy: fc.constantFrom('live', 'named', 'anonymous'),
    ballots: fc.array(fc.tuple(fc.constantFrom('ada', 'bo', 'cy'), givenBallot), { maxLength: 12, size: 'max' }),
    silentNotes: maybe(fc.constantFrom('signed' as const, 'unsigned' as const)),
    written: fc.array(
      fc.record({ by: fc.constantFrom('ada', 'bo', 'cy'), note, target, kind: fc.constant('pro'), text }),
      { maxLength: 4 },
    ),
    ends: fc.constantFrom([], ['round.close'], ['round.close', 'round.reveal'], ['round.close', 'round.reveal']),
  })
  .map(({ round: id, method, secrecy, ballots, silentNotes, written, ends }) => [
    {
      by: 'ada',
      command: make({ type: 'round.open', round: id, method, secrecy, ...withoutUndefined({ silentNotes }) }),
      after: 0,
    },
    ...ballots
      .filter(([, ballot]) => FITS[method] in ballot)
      .map(([by, ballot]) => ({
        by,
        command: make({ type: 'ballot.cast', round: id, ballot, done: true }),
        after: 100,
      })),
    ...written.map(({ by, ...held }) => ({
      by,
      command: make({ type: 'note.hold', round: id, ...held }),
      after: 100,
    })),
    ...ends.map((type) => ({ by: 'ada', command: make({ type, round: id }), after: 100 })),
  ]);

/** The field that a ballot of the method has. */
const FITS: Readonly<Record<MethodName, string>> = {
  score: 'cells',
  weights: 'points',
  dots: 'dots',
  approval: 'approved',
  ranking: 'ranking',
  consent: 'fingers',
};

/** One thing after another on one board. */
export const arbitraryMeeting = (maxLength = 40): fc.Arbitrary<readonly Step[]> =>
  fc
    .array(
      fc.oneof({ weight: 9, arbitrary: arbitraryStep.map((step) => [step]) }, { weight: 1, arbitrary: arbitraryVote }),
      { maxLength, size: 'max' },
    )
    .map((runs) => runs.flat());
