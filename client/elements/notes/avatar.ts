// A person as two letters in a disc of their colour; the name always stands beside it.
import { type TemplateResult, css, html } from 'lit';
import { tintOf, tintStyles } from '../people/tints.ts';

/** `AD` for "Awa D.", `IN` for "Inès". */
export function initials(name: string): string {
  const words = name.split(/[\s.]+/u).filter((word) => word !== '');
  const [first = '', last = ''] = [words[0], words.length > 1 ? words.at(-1) : ''];
  const letters =
    last === '' ? Array.from(first).slice(0, 2) : [...Array.from(first).slice(0, 1), ...Array.from(last).slice(0, 1)];
  return letters.join('').toUpperCase();
}

/** `member`: whose colour the disc has; a name that is nobody's here has none. */
export const avatarTemplate = (name: string, member: string | undefined): TemplateResult =>
  html`<span class=${member === undefined ? 'avatar' : `avatar tint-${tintOf(member)}`} aria-hidden="true"
    >${initials(name)}</span
  >`;

const discStyles = css`
  .avatar {
    display: inline-grid;
    flex: none;
    place-items: center;
    width: 27px;
    height: 27px;
    border-radius: 50%;
    background: #55503f;
    color: #fffefb;
    font: 600 11px / 1 var(--font-text);
  }
`;

export const avatarStyles = [discStyles, tintStyles];
