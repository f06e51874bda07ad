// Somebody at a browser of their own: a context, a page, what the page receives and what it complains about.
import type { Browser, BrowserContext, BrowserContextOptions, Page } from '@playwright/test';
import { type MadeBoard, linkOf } from './boards.ts';
import { WireTap } from './wire-tap.ts';

export const DESKTOP = { viewport: { width: 1440, height: 900 }, locale: 'en-GB' } as const;
export const PHONE = {
  viewport: { width: 390, height: 844 },
  locale: 'fr-FR',
  hasTouch: true,
  isMobile: true,
  deviceScaleFactor: 2,
} as const;

/** What a browser writes by itself when the network is gone; no fault of the page. */
const NO_NETWORK = /Failed to load resource|WebSocket connection to/;

export interface Person {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly tap: WireTap;
  /** Errors and warnings of the page, network failures aside. */
  readonly complaints: readonly string[];
}

/** Watches a page from its first request on. */
export async function atPage(context: BrowserContext): Promise<Person> {
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    const said = message.type() === 'error' || message.type() === 'warning';
    if (said && !NO_NETWORK.test(message.text())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.stack ?? error.message));
  return { context, page, tap: new WireTap(page), complaints };
}

export const comeIn = async (browser: Browser, options: BrowserContextOptions = DESKTOP): Promise<Person> =>
  atPage(await browser.newContext(options));

const WORDS = {
  en: { name: 'Your name', join: 'Join the board' },
  fr: { name: 'Votre nom', join: 'Rejoindre le tableau' },
} as const;

/** Answers the question for a name. */
export async function giveName({ page }: Person, name: string, language: keyof typeof WORDS = 'en'): Promise<void> {
  const words = WORDS[language];
  await page.getByLabel(words.name).fill(name);
  await page.getByRole('button', { name: words.join }).click();
  await page.getByRole('button', { name: words.join }).waitFor({ state: 'hidden' });
}

/** Opens a role's link and gives a name. */
export async function joinByLink(
  person: Person,
  board: MadeBoard,
  role: 'facilitator' | 'voter',
  name: string,
  language: keyof typeof WORDS = 'en',
): Promise<void> {
  await person.page.goto(linkOf(board, role));
  await giveName(person, name, language);
}
