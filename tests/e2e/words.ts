// The texts of the page by their ids, in both languages: to find controls by, and to find English where French belongs.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { textsIn } from '../client/i18n-texts.ts';

export type Language = 'en' | 'fr';

const CLIENT = fileURLToPath(new URL('../../client', import.meta.url));
const FRENCH = ['fr', 'fr-later'].map((folder) => join(CLIENT, 'i18n', folder));

type FrenchText = string | { readonly strings: readonly string[]; readonly values: readonly unknown[] };

const withHoles = (text: FrenchText): string =>
  typeof text === 'string'
    ? text
    : text.strings.map((piece, at) => (at === 0 ? piece : `{${String(text.values[at - 1])}}${piece}`)).join('');

function readEnglish(): Map<string, string> {
  const files = readdirSync(CLIENT, { recursive: true, encoding: 'utf8' });
  const sources = files.filter((file) => file.endsWith('.ts') && !file.startsWith(join('i18n', 'fr')));
  const texts = sources.flatMap((file) => textsIn(readFileSync(join(CLIENT, file), 'utf8'), file));
  return new Map(texts.flatMap(({ id, text }) => (id === undefined ? [] : [[id, text]])));
}

async function readFrench(): Promise<Map<string, string>> {
  const french = new Map<string, string>();
  for (const file of FRENCH.flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))) {
    const area = (await import(pathToFileURL(file).href)) as Record<string, Record<string, FrenchText>>;
    for (const texts of Object.values(area)) {
      for (const [id, text] of Object.entries(texts)) french.set(id, withHoles(text));
    }
  }
  return french;
}

export class Words {
  private readonly texts: Readonly<Record<Language, ReadonlyMap<string, string>>>;

  private constructor(texts: Words['texts']) {
    this.texts = texts;
  }

  static async read(): Promise<Words> {
    return new Words({ en: readEnglish(), fr: await readFrench() });
  }

  /** A pattern for the whole of a text; any value stands in its holes, any space for any space. */
  of(id: string, language: Language): RegExp {
    const text = this.texts[language].get(id);
    if (text === undefined) throw new Error(`there is no text ${id}`);
    return patternOf(text);
  }

  /** The English texts among `texts`, with their ids. Of all that a text may be, in either language, the longest is. */
  englishAmong(texts: readonly string[]): readonly string[] {
    const known = (['fr', 'en'] as const).flatMap((language) =>
      [...this.texts[language]].map(([id, text]) => ({ id, language, letters: lettersOf(text), is: patternOf(text) })),
    );
    // Sorting keeps the order of equals: what reads the same in both languages is French.
    const longestFirst = known.filter(({ letters }) => letters > 1).sort((a, b) => b.letters - a.letters);
    return texts.flatMap((text) => {
      const found = longestFirst.find(({ is }) => is.test(text));
      return found?.language === 'en' ? [`${found.id}: ${text}`] : [];
    });
  }
}

/** How much of a text is its own. */
const lettersOf = (text: string): number => text.replaceAll(/\{\d+\}|\P{L}/gu, '').length;

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(/\s+/g, '\\s*');

const patternOf = (text: string): RegExp =>
  new RegExp(
    `^\\s*${text
      .split(/\{\d+\}/)
      .map(escaped)
      .join('.+')}\\s*$`,
    'su',
  );
