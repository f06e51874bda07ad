// Turns a note's Markdown into HTML that is safe to show. Loaded when the first marked-up note is shown.
import DOMPurify from 'dompurify';
import { Marked } from 'marked';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** What is known of members while a text is drawn. */
export interface Mentioned {
  readonly name: string;
  /** The reader is meant. */
  readonly you: boolean;
}
export type Who = (member: string) => Mentioned | undefined;

let who: Who = () => undefined;

const LONGEST_ADDRESS = 60;

/** An address that stands for itself is shown without what everybody knows, and cut where it is long. */
const shownAddress = (text: string): string => {
  const bare = text.replace(/^https?:\/\/(?:www\.)?/i, '').replace(/\/$/, '');
  return bare.length > LONGEST_ADDRESS ? `${bare.slice(0, LONGEST_ADDRESS - 1)}…` : bare;
};

/** HTML is shown as the text it is, and an image as a link to it: nothing is fetched from elsewhere. */
const marked = new Marked({
  gfm: true,
  breaks: true,
  async: false,
  renderer: {
    html: ({ text }) => escaped(text),
    image: ({ href, text }) => `<a href="${escaped(href)}">${escaped(text === '' ? href : text)}</a>`,
    heading({ tokens }) {
      return `<p><strong>${this.parser.parseInline(tokens)}</strong></p>`;
    },
    link({ href, text, tokens }) {
      const shown = text === href ? escaped(shownAddress(text)) : this.parser.parseInline(tokens);
      return `<a href="${escaped(href)}">${shown}</a>`;
    },
    checkbox: ({ checked }) => (checked ? '☑ ' : '☐ '),
  },
});

/** `mark` is a mention of the reader, `b` one of somebody else; Markdown writes neither. */
marked.use({
  extensions: [
    {
      name: 'mention',
      level: 'inline',
      start: (text: string) => text.indexOf('@['),
      tokenizer(text: string) {
        const [raw, member] = /^@\[([A-Za-z0-9][A-Za-z0-9_-]{0,63})\]/.exec(text) ?? [];
        const mentioned = member === undefined ? undefined : who(member);
        return raw === undefined || mentioned === undefined ? undefined : { type: 'mention', raw, ...mentioned };
      },
      renderer({ name, you }) {
        const tag = you === true ? 'mark' : 'b';
        return `<${tag}>@${escaped(String(name))}</${tag}>`;
      },
    },
  ],
});

const TAGS = 'p br strong b mark em del code pre a blockquote hr ul ol li table thead tbody tr th td'.split(' ');

const purifier = DOMPurify(window);
purifier.addHook('afterSanitizeAttributes', (node) => {
  if (node.tagName !== 'A') return;
  node.setAttribute('rel', 'noopener noreferrer nofollow');
  node.setAttribute('target', '_blank');
});

/** The reader of Markdown tries every mark of emphasis in a paragraph against every other, and looks ahead from every @. */
const MOST_TRIES = 2_000_000;
const LONG_BLANK = /[ \t]{1000}/;

/** Whether reading it would hold the page up: seconds for a full note, a minute for a full record. */
function isTangled(text: string): boolean {
  let tries = 0;
  for (const paragraph of text.split(/\n[ \t]*\n/)) tries += (paragraph.match(/[*_~@]/g)?.length ?? 0) ** 2;
  return tries > MOST_TRIES || LONG_BLANK.test(text);
}

/** Tangled, or nested deeper than the reader of Markdown can follow, a text stays as it was typed. */
function drawn(text: string): string {
  const typed = `<p>${escaped(text)}</p>`;
  if (isTangled(text)) return typed;
  try {
    return marked.parse(text, { async: false });
  } catch {
    return typed;
  }
}

/** What comes back holds no script, style, image or form, and only links to http, https and mail. */
export function safeHtml(text: string, mentioned: Who = () => undefined): string {
  who = mentioned;
  return purifier.sanitize(drawn(text), {
    ALLOWED_TAGS: TAGS,
    ALLOWED_ATTR: ['href', 'start'],
    ALLOWED_URI_REGEXP: /^(?:https?:|mailto:)/i,
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
  });
}
