// Who looks at which cell, for drawing: plain texts, so that what did not change is the same.
import { msg, str } from '@lit/localize';
import { type TemplateResult, css, html, nothing } from 'lit';
import type { Member } from '../../../shared/board/board.ts';
import type { Presence } from '../../../shared/protocol.ts';
import { cellKey } from '../../board-view.ts';
import { formatNumber } from '../../i18n/format.ts';
import { initials } from '../notes/avatar.ts';
import { tintOf, tintStyles } from './tints.ts';

type Members = ReadonlyMap<string, Member>;
type Presences = ReadonlyMap<string, Presence>;

/** Faces that a cell has room for; the others are counted. */
const MOST_FACES = 2;

/** By cell: one line a person, their tint and their name. One's own is left out. */
export function facesByCell(
  members: Members,
  presence: Presences,
  you: string | undefined,
): ReadonlyMap<string, string> {
  const faces = new Map<string, string>();
  for (const [id, { focus }] of presence) {
    const member = members.get(id);
    if (id === you || member === undefined || focus?.kind !== 'cell') continue;
    const key = cellKey(focus.option, focus.criterion);
    const before = faces.get(key);
    faces.set(key, `${before === undefined ? '' : `${before}\n`}${tintOf(id)}${member.name}`);
  }
  return faces;
}

const discOf = (line: string): TemplateResult =>
  html`<span class="face tint-${line.slice(0, 1)}">${initials(line.slice(1))}</span>`;

/** For the eye: whoever cannot see it is not told of every step of the others. */
export function facesTemplate(faces: string): TemplateResult | typeof nothing {
  if (faces === '') return nothing;
  const lines = faces.split('\n');
  const shown = lines.length > MOST_FACES + 1 ? lines.slice(0, MOST_FACES) : lines;
  const rest = lines.length - shown.length;
  const names = lines.map((line) => line.slice(1)).join(', ');
  return html`<span class="faces" title=${msg(str`Looked at by ${names}`, { id: 'people.looked-at' })}
    >${shown.map(discOf)}${rest > 0 ? html`<span class="face">+${formatNumber(rest)}</span>` : nothing}</span
  >`;
}

const discStyles = css`
  .faces {
    position: absolute;
    top: -7px;
    left: 6px;
    z-index: 1;
    display: flex;
    pointer-events: none;
  }
  .face {
    display: grid;
    place-items: center;
    min-width: 17px;
    height: 17px;
    padding: 0 1px;
    border-radius: 999px;
    background: #55503f;
    box-shadow: 0 0 0 1.5px var(--surface);
    color: #fffefb;
    font: 600 8.5px / 1 var(--font-text);
  }
  .face + .face {
    margin-left: -3px;
  }
`;

export const faceStyles = [discStyles, tintStyles];
