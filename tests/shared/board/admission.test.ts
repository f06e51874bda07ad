// Who gets onto a board, as what.
import { expect, test } from 'vitest';
import { type Arrival, admit } from '../../../shared/board/admission.ts';
import type { EventBody } from '../../../shared/board/events.ts';
import { boardUnderTest } from '../../support/boards.ts';

const key = (role: 'facilitator' | 'voter' | 'watcher') => ({ kind: 'key', role }) as const;
const code = { kind: 'code' } as const;
const id = { kind: 'id' } as const;
const dee = { id: 'dee', name: 'Dee', proof: 'new' } as const;
const bo = { id: 'bo', proof: 'right' } as const;
const entry = (to: 'watcher' | 'closed'): EventBody => ({ type: 'board.edited', entry: to });
const approval: EventBody = { type: 'board.edited', approval: true };
const deeWaits: EventBody = { type: 'member.joined', member: 'dee', name: 'Dee', role: 'voter', waiting: true };
const deeReturns = { id: 'dee', proof: 'right' } as const;
const waits = [{ type: 'member.joined', member: 'dee', name: 'Dee', role: 'voter', waiting: true }];
const removed: EventBody = { type: 'member.removed', member: 'bo' };

type Row = [rule: string, EventBody[], Omit<Arrival, 'memberLimit'>, expected: object];
const joined = (role: string) => [{ type: 'member.joined', member: 'dee', name: 'Dee', role }];
const refusal = (name: string, field?: string) => ({ ok: false, error: { code: name, ...(field && { field }) } });

const ROWS: Row[] = [
  [
    'a voter key and a name make a voter',
    [],
    { by: key('voter'), member: dee },
    { value: { role: 'voter', member: 'dee', events: joined('voter') } },
  ],
  [
    'a facilitator key and a name make a facilitator',
    [],
    { by: key('facilitator'), member: dee },
    { value: { role: 'facilitator', events: joined('facilitator') } },
  ],
  [
    'a watcher key makes nobody a member',
    [],
    { by: key('watcher'), member: dee },
    { value: { role: 'watcher', events: [] } },
  ],
  [
    'without a member one is a watcher, whatever the key',
    [],
    { by: key('facilitator') },
    { value: { role: 'watcher', events: [] } },
  ],
  ['the code of an open board makes a voter', [], { by: code, member: dee }, { value: { role: 'voter' } }],
  [
    'a board may let in watchers only',
    [entry('watcher')],
    { by: code, member: dee },
    { value: { role: 'watcher', events: [] } },
  ],
  ['a closed board lets nobody in by its code', [entry('closed')], { by: code, member: dee }, refusal('not-allowed')],
  [
    'a closed board still opens to a key',
    [entry('closed')],
    { by: key('voter'), member: dee },
    { value: { role: 'voter' } },
  ],
  ['a bare id lets no stranger in', [], { by: id, member: dee }, refusal('not-allowed')],
  ['a bare id lets no watcher in', [], { by: id }, refusal('not-allowed')],
  [
    'a bare id lets a member in by the token',
    [],
    { by: id, member: bo },
    { value: { role: 'voter', member: 'bo', events: [] } },
  ],
  [
    'a closed board still opens to its members',
    [entry('closed')],
    { by: code, member: bo },
    { value: { role: 'voter', member: 'bo' } },
  ],
  [
    'a wrong token is refused',
    [],
    { by: key('voter'), member: { id: 'bo', proof: 'wrong' } },
    refusal('bad-key', 'member.token'),
  ],
  [
    'a new member needs a name',
    [],
    { by: key('voter'), member: { id: 'dee', proof: 'new' } },
    refusal('invalid', 'member.name'),
  ],
  [
    'a key raises a role',
    [],
    { by: key('facilitator'), member: bo },
    { value: { role: 'facilitator', events: [{ type: 'member.assigned', member: 'bo', role: 'facilitator' }] } },
  ],
  [
    'a key never lowers a role',
    [],
    { by: key('voter'), member: { id: 'ada', proof: 'right' } },
    { value: { role: 'facilitator', events: [] } },
  ],
  [
    'a watcher key leaves a member what they are',
    [],
    { by: key('watcher'), member: bo },
    { value: { role: 'voter', member: 'bo', events: [] } },
  ],
  [
    'where the door is watched, who comes by code waits',
    [approval],
    { by: code, member: dee },
    { value: { role: 'voter', member: 'dee', waiting: true, events: waits } },
  ],
  [
    'where the door is watched, who comes by the voter link waits',
    [approval],
    { by: key('voter'), member: dee },
    { value: { role: 'voter', member: 'dee', waiting: true, events: waits } },
  ],
  [
    'a facilitator’s key is not held up at a watched door',
    [approval],
    { by: key('facilitator'), member: dee },
    { value: { role: 'facilitator', events: joined('facilitator') } },
  ],
  [
    'a known member is not held up at a watched door',
    [approval],
    { by: code, member: bo },
    { value: { role: 'voter', events: [] } },
  ],
  ['a watched door does not stop who only watches', [approval], { by: code }, { value: { role: 'watcher' } }],
  [
    'who waits and comes again still waits',
    [approval, deeWaits],
    { by: code, member: deeReturns },
    { value: { member: 'dee', waiting: true, events: [] } },
  ],
  [
    'opening the door to all lets in nobody who waits already',
    [approval, deeWaits, { type: 'board.edited', approval: false }],
    { by: code, member: deeReturns },
    { value: { member: 'dee', waiting: true, events: [] } },
  ],
  [
    'who waits and finds a facilitator’s key lets themselves in',
    [approval, deeWaits],
    { by: key('facilitator'), member: deeReturns },
    {
      value: {
        role: 'facilitator',
        events: [
          { type: 'member.admitted', member: 'dee' },
          { type: 'member.assigned', member: 'dee', role: 'facilitator' },
        ],
      },
    },
  ],
  ['a removed member stays out', [removed], { by: key('voter'), member: bo }, refusal('not-allowed')],
];

test.each(ROWS)('%s', (_rule, more, arrival, expected) => {
  const admitted = admit(boardUnderTest(...more), { ...arrival, memberLimit: 10 });
  expect(admitted).toMatchObject(expected);
  const mayWait = JSON.stringify(expected).includes('waiting');
  expect(JSON.stringify(admitted).includes('waiting')).toBe(mayWait);
});
