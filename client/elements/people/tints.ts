// Owns which colour a person has, wherever they are drawn.
import { css } from 'lit';

const TINTS = 8;

/** A member's colour: the same on every screen and in every visit. */
export function tintOf(member: string): number {
  let sum = 0;
  for (const letter of member) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973;
  return sum % TINTS;
}

/** Classes, because the CSP allows no inline style. White letters are read on each of them (6:1 or more). */
export const tintStyles = css`
  .tint-0 {
    background: #7a3b2e;
  }
  .tint-1 {
    background: #2b5580;
  }
  .tint-2 {
    background: #5b4a8a;
  }
  .tint-3 {
    background: #24604f;
  }
  .tint-4 {
    background: #81415f;
  }
  .tint-5 {
    background: #665415;
  }
  .tint-6 {
    background: #3c6129;
  }
  .tint-7 {
    background: #4b5563;
  }
`;
