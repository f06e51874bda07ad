// Chooses the form of a phrase by a number, by the rules of the page's language.
import { currentLanguage } from './locale.ts';

type Forms = { readonly other: () => string } & Partial<Record<Intl.LDMLPluralRule, () => string>>;

const rules = new Map<string, Intl.PluralRules>();

/** In French 0 and 1 are `one`; in English only 1 is. Forms that are not given fall to `other`. */
export function plural(n: number, forms: Forms): string {
  const language = currentLanguage();
  const rule = rules.get(language) ?? new Intl.PluralRules(language);
  rules.set(language, rule);
  return (forms[rule.select(n)] ?? forms.other)();
}
