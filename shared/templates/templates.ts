// Owns the list of starter boards and answers for one of them in a language.
import type { Language } from '../rejections.ts';
import { blank } from './blank.ts';
import { words as english } from './python-web-frameworks.en.ts';
import { words as french } from './python-web-frameworks.fr.ts';
import { pythonWebFrameworks } from './python-web-frameworks.ts';
import type { Template } from './template.ts';

export const TEMPLATE_IDS = ['blank', 'python-web-frameworks'] as const;
export type TemplateId = (typeof TEMPLATE_IDS)[number];

const BUILT: Readonly<Record<TemplateId, Readonly<Record<Language, Template>>>> = {
  blank: { en: blank('en'), fr: blank('fr') },
  'python-web-frameworks': { en: pythonWebFrameworks(english), fr: pythonWebFrameworks(french) },
};

/** The starter board in that language; ids are the same in every language. */
export const templateOf = (id: TemplateId, language: Language): Template => BUILT[id][language];

export interface TemplateEntry {
  readonly id: TemplateId;
  readonly title: Readonly<Record<Language, string>>;
  readonly question: Readonly<Record<Language, string>>;
  readonly options: number;
  readonly criteria: number;
  readonly notes: number;
}

/** What there is to choose from, with how much each holds. */
export const TEMPLATES: readonly TemplateEntry[] = TEMPLATE_IDS.map((id) => {
  const { en, fr } = BUILT[id];
  return {
    id,
    title: { en: en.title, fr: fr.title },
    question: { en: en.question, fr: fr.question },
    options: en.options.length,
    criteria: en.criteria.length,
    notes: en.notes.length,
  };
});
