// Puts an element on the page in a language and a theme, and asks axe about it.
import axe from 'axe-core';
import { type TemplateResult, render } from 'lit';
import { chooseLanguage } from '../../../client/i18n/locale.ts';
import type { Language } from '../../../shared/rejections.ts';
import { settled } from '../stage.ts';
import '../../../client/styles/base.css';

export const APPEARANCES: readonly (readonly [Language, 'light' | 'dark'])[] = [
  ['en', 'light'],
  ['en', 'dark'],
  ['fr', 'light'],
  ['fr', 'dark'],
];

/** Draws a template alone on the page. */
export async function show(
  template: TemplateResult,
  language: Language = 'en',
  theme: 'light' | 'dark' = 'light',
): Promise<HTMLElement> {
  await chooseLanguage(language);
  document.documentElement.dataset['theme'] = theme;
  document.body.replaceChildren();
  const stage = document.createElement('div');
  document.body.append(stage);
  render(template, stage);
  const element = stage.firstElementChild;
  if (!(element instanceof HTMLElement)) throw new Error('nothing was drawn');
  await settled(element);
  return element;
}

/** What axe finds wrong on the page, one line each. An element alone is no page: `parts` leaves rules about those out. */
export async function faults(parts = true): Promise<string[]> {
  const enabled = !parts;
  const { violations } = await axe.run(document.body, {
    rules: { 'page-has-heading-one': { enabled }, region: { enabled } },
  });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
}
