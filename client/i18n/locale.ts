// Owns the language of the page: chosen, remembered, and by default the browser's.
import { configureLocalization } from '@lit/localize';
import { LANGUAGES, type Language } from '../../shared/rejections.ts';

const STORED = 'palabre.language';

/** Some part that came later has been asked for, so that its texts are wanted in every language from now on. */
let wantsLater = false;

/** The texts that are looked up: those that come later are added to the others. */
async function french(): Promise<typeof import('./fr.ts')> {
  const first = await import('./fr.ts');
  if (wantsLater) Object.assign(first.templates, (await import('./fr-later.ts')).templates);
  return first;
}

const { getLocale, setLocale } = configureLocalization({
  sourceLocale: 'en',
  targetLocales: ['fr'],
  loadLocale: french,
});

const isLanguage = (text: string | null | undefined): text is Language => LANGUAGES.some((known) => known === text);

export function currentLanguage(): Language {
  const locale = getLocale();
  return isLanguage(locale) ? locale : 'en';
}

/** The first language of the browser that Palabre speaks; English when there is none. */
export function preferredLanguage(stored: string | null, wanted: readonly string[]): Language {
  if (isLanguage(stored)) return stored;
  return wanted.map((tag) => tag.slice(0, 2).toLowerCase()).find(isLanguage) ?? 'en';
}

async function speak(language: Language): Promise<void> {
  try {
    await setLocale(language);
  } catch {
    // The texts could not be fetched: the page stays in the language it has.
  }
  document.documentElement.lang = currentLanguage();
}

/** Speaks the remembered language or the browser's. Call once, before anything is drawn. */
export async function startLanguage(): Promise<void> {
  let stored: string | null = null;
  try {
    stored = localStorage.getItem(STORED);
  } catch {
    // Storage is off: the browser's language it is.
  }
  await speak(preferredLanguage(stored, navigator.languages));
}

/** Changes the language at once and remembers it. */
export async function chooseLanguage(language: Language): Promise<void> {
  try {
    localStorage.setItem(STORED, language);
  } catch {
    // Storage is off: it holds until the page is closed.
  }
  await speak(language);
}

/** Fetches the texts of the parts that come later, before the first of them is drawn. */
export async function laterTexts(): Promise<void> {
  wantsLater = true;
  if (currentLanguage() === 'fr') await french();
}
