// A person as two letters in a dark disc; the name always stands beside it.
import { type TemplateResult, css, html } from 'lit';

/** `AD` for "Awa D.", `IN` for "Inès". */
export function initials(name: string): string {
  const words = name.split(/[\s.]+/u).filter((word) => word !== '');
  const [first = '', last = ''] = [words[0], words.length > 1 ? words.at(-1) : ''];
  const letters =
    last === '' ? Array.from(first).slice(0, 2) : [...Array.from(first).slice(0, 1), ...Array.from(last).slice(0, 1)];
  return letters.join('').toUpperCase();
}

export const avatarTemplate = (name: string): TemplateResult =>
  html`<span class="avatar" aria-hidden="true">${initials(name)}</span>`;

export const avatarStyles = css`
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
