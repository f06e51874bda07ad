// The language of the sentences that refusals carry, until a join says another.
import { LANGUAGES, type Language } from '../../shared/rejections.ts';

const isLanguage = (text: string | undefined): text is Language => LANGUAGES.some((language) => language === text);

/** The best of `en` and `fr` in an Accept-Language header; English when neither is asked for. */
export function preferredLanguage(header: string | undefined): Language {
  const asked = (header ?? '').slice(0, 500).split(',');
  let best: { readonly language: Language; readonly quality: number } | undefined;
  for (const part of asked) {
    const [range = '', ...parameters] = part.trim().toLowerCase().split(';');
    const language = range.split('-')[0];
    if (!isLanguage(language)) continue;
    const given = parameters.find((parameter) => parameter.trim().startsWith('q='));
    const quality = given === undefined ? 1 : Number(given.trim().slice(2));
    if (quality > (best?.quality ?? 0)) best = { language, quality };
  }
  return best?.language ?? 'en';
}
