// Looks at a page as it stands: accessible in both themes, no wider than a small phone, in one language throughout.
import { AxeBuilder } from '@axe-core/playwright';
import { type Page, expect } from '@playwright/test';
import type { Language, Words } from './words.ts';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** Those of them that look at colours. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];
const NARROW = { width: 360, height: 740 };

async function violations(page: Page, colorScheme: 'light' | 'dark'): Promise<readonly string[]> {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  const axe = new AxeBuilder({ page }).setLegacyMode();
  const chosen = colorScheme === 'light' ? axe.withTags(RULES) : axe.withRules(COLOUR_RULES);
  const found = (await chosen.analyze()).violations;
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${JSON.stringify(target)} ${failureSummary ?? ''}`),
  );
}

/** By how many pixels the page scrolls sideways on a small phone. */
async function sideways(page: Page): Promise<number> {
  const size = page.viewportSize() ?? NARROW;
  await page.setViewportSize(NARROW);
  const excess = await page.evaluate(() => {
    const { scrollWidth } = document.scrollingElement ?? document.documentElement;
    return Math.max(0, scrollWidth - innerWidth);
  });
  await page.setViewportSize(size);
  return excess;
}

/** By how many pixels the page of a board is longer than its window: its views scroll, it does not. */
const beyondWindow = (page: Page): Promise<number> =>
  page.evaluate(() =>
    document.querySelector('palabre-app')?.shadowRoot?.querySelector('palabre-board-page') == null
      ? 0
      : (document.scrollingElement?.scrollHeight ?? 0) - innerHeight,
  );

/** Every text and label that is seen or heard, through shadow roots. */
function visibleTexts(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const texts: string[] = [];
    const visit = (node: Node): void => {
      if (node instanceof Text) texts.push(node.data);
      if (node instanceof Element) {
        if (!node.checkVisibility() || node.matches('style, script')) return;
        for (const name of ['aria-label', 'title', 'placeholder', 'alt']) texts.push(node.getAttribute(name) ?? '');
        if (node.shadowRoot !== null) for (const child of node.shadowRoot.childNodes) visit(child);
      }
      for (const child of node.childNodes) visit(child);
    };
    visit(document.body);
    return [...new Set(texts.map((text) => text.trim()).filter((text) => text !== ''))];
  });
}

export class Inspection {
  private readonly words: Words;
  private readonly language: Language;

  constructor(words: Words, language: Language) {
    this.words = words;
    this.language = language;
  }

  /** Notes what is wrong with `page` and goes on, so that one run tells everything. */
  async of(page: Page, name: string): Promise<void> {
    for (const colorScheme of ['light', 'dark'] as const) {
      expect.soft(await violations(page, colorScheme), `${name}, ${this.language}, ${colorScheme}: axe`).toEqual([]);
    }
    expect.soft(await sideways(page), `${name}, ${this.language}: sideways scroll at 360 px`).toBe(0);
    expect.soft(await beyondWindow(page), `${name}, ${this.language}: longer than the window`).toBe(0);
    expect.soft(await page.evaluate(() => document.documentElement.lang), `${name}: lang`).toBe(this.language);
    if (this.language === 'en') return;
    const found = this.words.englishAmong(await visibleTexts(page));
    expect.soft(found, `${name}: English in the French page`).toEqual([]);
  }
}
