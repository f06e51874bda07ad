// Owns how a note's text names a member: a token with the member's id, so that a mention follows a change of name.
import { isId } from '../ids.ts';

const TOKEN = /@\[([A-Za-z0-9][A-Za-z0-9_-]{0,63})\]/g;

export const mentionToken = (member: string): string => `@[${member}]`;

/** A text in which every mention stands as `@` and the member's name; one of nobody known stays as it was written. */
export const withMentions = (text: string, nameOf: (member: string) => string | undefined): string =>
  text.replaceAll(TOKEN, (token, member: string) => {
    const name = isId(member) ? nameOf(member) : undefined;
    return name === undefined ? token : `@${name}`;
  });

export const mentions = (text: string, member: string | undefined): boolean =>
  member !== undefined && text.includes(mentionToken(member));
