// The empty starter board: a title to write over, and nothing else.
import type { Language } from '../rejections.ts';
import type { Template } from './template.ts';

const TITLE: Readonly<Record<Language, string>> = { en: 'New board', fr: 'Nouveau tableau' };

export const blank = (language: Language): Template => ({
  id: 'blank',
  title: TITLE[language],
  question: '',
  options: [],
  criteria: [],
  notes: [],
});
