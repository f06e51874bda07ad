// Who looks where and who is writing, as few small marks.
import { html } from 'lit';
import { expect, test } from 'vitest';
import { avatarStyles, avatarTemplate } from '../../../client/elements/notes/avatar.ts';
import { faceStyles, facesByCell, facesTemplate } from '../../../client/elements/people/faces.ts';
import { tintOf } from '../../../client/elements/people/tints.ts';
import { writingWords } from '../../../client/elements/people/writing-words.ts';
import type { Member } from '../../../shared/board/board.ts';
import type { Presence } from '../../../shared/protocol.ts';
import { deepText, show } from '../stage.ts';

const NAMES = ['Ada', 'Bo Diallo', 'Cy', 'Dee', 'Eve'];
const members = new Map<string, Member>(NAMES.map((name, at) => [`m${at}`, { id: `m${at}`, name, role: 'voter' }]));
const cell = { kind: 'cell', option: 'flask', criterion: 'speed' } as const;
const all = (presence: Presence) => new Map(NAMES.map((_, at) => [`m${at}`, presence]));
const drawn = async (faces: string) => deepText(await show(html`<div>${facesTemplate(faces)}</div>`));

test('everybody who looks at a cell is on it but oneself', () => {
  const faces = facesByCell(members, all({ focus: cell }), 'm0').get('flask/speed');
  expect(faces?.split('\n').map((line) => line.slice(1))).toEqual(NAMES.slice(1));
  expect(facesByCell(members, all({}), 'm0').size).toBe(0);
});

test('three have room; of more, two are drawn and the others counted', async () => {
  expect(await drawn('1Ada\n2Bo Diallo\n3Cy')).toBe('AD BD CY');
  expect(await drawn('1Ada\n2Bo Diallo\n3Cy\n4Dee')).toBe('AD BD + 2');
});

test('a member has one colour, on a cell and beside the name', async () => {
  const [line = ''] = facesByCell(members, new Map([['m1', { focus: cell }]]), 'm0').values();
  const element = await show(
    html`<div>
      <style>
        ${[faceStyles, avatarStyles].flat()}
      </style>
      ${facesTemplate(line)} ${avatarTemplate('Bo Diallo', 'm1')} ${avatarTemplate('Bo Diallo', undefined)}
    </div>`,
  );
  const colours = [...element.querySelectorAll('.face, .avatar')].map((one) => getComputedStyle(one).backgroundColor);
  expect(colours[0]).toBe(colours[1]);
  expect(colours[2]).not.toBe(colours[1]);
  expect(new Set(['m0', 'm1', 'm2', 'm3'].map(tintOf)).size).toBeGreaterThan(2);
});

test('who writes is named as long as they are two, then counted', () => {
  const writing = [...all({ writing: cell })];
  const said = (count: number) => writingWords(members, new Map(writing.slice(0, count)), 'm0', cell);
  expect(said(1)).toBe('');
  expect(said(2)).toBe('Bo Diallo is writing…');
  expect(said(3)).toBe('Bo Diallo and Cy are writing…');
  expect(said(5)).toBe('4 people are writing…');
  expect(writingWords(members, new Map(writing), 'm0', { kind: 'option', option: 'flask' })).toBe('');
});
