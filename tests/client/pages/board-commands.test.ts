// Every command that an element's event becomes is one the rules know.
import { expect, test } from 'vitest';
import { COMMANDING_EVENTS, commandOf } from '../../../client/pages/board-commands.ts';
import { parseCommand } from '../../../shared/board/parse.ts';
import type { BoardEventMap } from '../../../client/elements/board-events.ts';

const DETAILS: { [K in (typeof COMMANDING_EVENTS)[number]]: BoardEventMap[K] } = {
  'score-chosen': { option: 'flask', criterion: 'upkeep', score: 4 },
  'ballot-chosen': { ballot: { approved: ['flask'] } },
  'ballot-withdrawn': {},
  'recorded-withdrawn': { round: 'r1', member: 'paul' },
  'round-opened': { method: 'score', secrecy: 'named' },
  'round-extended': { round: 'r1', seconds: 60 },
  'round-closed': { round: 'r1', after: 10 },
  'round-revealed': { round: 'r1' },
  'option-added': { name: 'Flask' },
  'option-edited': { option: 'flask', name: 'Flask' },
  'option-removed': { option: 'flask' },
  'option-restored': { option: 'flask' },
  'option-moved': { option: 'flask', after: null },
  'criterion-added': { name: 'Upkeep', weight: 4 },
  'criterion-edited': { criterion: 'upkeep', weight: 3 },
  'criterion-removed': { criterion: 'upkeep' },
  'criterion-restored': { criterion: 'upkeep' },
  'criterion-moved': { criterion: 'upkeep', after: null },
  'fact-set': { option: 'flask', label: 'licence', value: 'BSD' },
  'fact-cleared': { option: 'flask', label: 'licence' },
  'note-added': { target: { kind: 'board' }, kind: 'note', text: 'Hello' },
  'note-edited': { note: 'n1', text: 'Hello again' },
  'note-removed': { note: 'n1' },
  'note-restored': { note: 'n1' },
  'note-resolved': { note: 'n1', on: true },
  'note-supported': { note: 'n1', on: true },
  'note-redacted': { note: 'n1' },
  'note-held': { round: 'r1', target: { kind: 'board' }, kind: 'note', text: 'Quietly' },
  'note-discarded': { note: 'n1' },
  'board-edited': { title: 'Which one?', entry: 'closed', locked: true, phase: 'decide' },
  'member-renamed': { name: 'Awa' },
  'member-role-chosen': { member: 'm1', role: 'facilitator' },
  'member-removed': { member: 'm1' },
  'member-admitted': { member: 'm1' },
  'guest-added': { name: 'Paul' },
  'ballot-recorded': { round: 'r1', member: 'm1', ballot: { approved: ['flask'] }, done: true },
  'decision-set': { options: ['flask'], status: 'accepted', summary: 'Because.', reviewOn: '2027-05' },
  'agenda-set': {
    items: [
      { title: 'Frame', minutes: 5 },
      { id: 'i2', title: 'Vote' },
    ],
  },
  'timer-started': { seconds: 300, item: 'i1' },
  'timer-extended': { seconds: 60 },
  'timer-stopped': {},
  'room-released': {},
};

test.each(COMMANDING_EVENTS)('%s becomes a command that the rules know', (name) => {
  const command = { id: 'c1', ...commandOf(name, DETAILS[name], 'r1') };
  expect(parseCommand(command)).toMatchObject({ ok: true });
});
