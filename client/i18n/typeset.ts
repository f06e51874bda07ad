// How French is set, once for all of its texts.
import { str, type LocaleModule } from '@lit/localize';

export type Texts = LocaleModule['templates'];
type StrText = ReturnType<typeof str>;
export type Area = Readonly<Record<string, Readonly<Record<string, string | StrText>>>>;

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

/** The texts of several files, one area each. */
export const textsOf = (areas: Readonly<Record<string, Area>>): Texts =>
  Object.fromEntries(
    Object.values(areas)
      .flatMap((area) => Object.values(area))
      .flatMap((texts) => Object.entries(texts))
      .map(([id, text]) => [id, typeof text === 'string' ? typeset(text) : typesetPieces(text)]),
  );
