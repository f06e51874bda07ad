// The French of the page: every file in ./fr is one area and is merged by being there.
import { str, type LocaleModule } from '@lit/localize';

type Texts = LocaleModule['templates'];
type StrText = ReturnType<typeof str>;

/** French sets a space that never breaks before high punctuation and inside guillemets; here it is set once for all. */
export const typeset = (text: string): string =>
  text
    .replace(/ ([;!?%])/g, '\u202F$1')
    .replace(/ ([:»])/g, '\u00A0$1')
    .replace(/« /g, '«\u00A0');

/** The pieces of a `str` text are typeset like whole texts: no rule looks across a placeholder. */
function typesetPieces(text: StrText): StrText {
  const strings = Object.assign(text.strings.map(typeset), { raw: text.strings.raw });
  return { ...text, strings };
}

const areas = import.meta.glob<Record<string, Record<string, string | StrText>>>('./fr/*.ts', { eager: true });

export const templates: Texts = Object.fromEntries(
  Object.values(areas)
    .flatMap((area) => Object.values(area))
    .flatMap((texts) => Object.entries(texts))
    .map(([id, text]) => [id, typeof text === 'string' ? typeset(text) : typesetPieces(text)]),
);
