// Fetches the code of a page: each is its own file, so that a voter never pays for the home page.
import { laterTexts } from '../i18n/locale.ts';
import type { Route } from '../route.ts';

export type Page = Exclude<Route['page'], 'not-found'>;

export const loadPage: Readonly<Record<Page, () => Promise<unknown>>> = {
  home: () => import('./home-page.ts'),
  board: () => import('./board-page.ts'),
  recount: () => laterTexts().then(() => import('./recount-page.ts')),
};
