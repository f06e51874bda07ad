// Where the page starts: the language first, so that nothing is drawn twice; the page's code comes meanwhile.
import { at } from './base-path.ts';
import { formatNumber } from './i18n/format.ts';
import { startLanguage } from './i18n/locale.ts';
import { loadPage } from './pages/load-page.ts';
import { matchRoute } from './route.ts';

const { page } = matchRoute(location.pathname);
// A failure is shown by the app, which asks again.
if (page !== 'not-found') loadPage[page]().catch(() => undefined);

// The typefaces come beside the code: what is drawn before they are here has to be laid out a second time.
for (const face of ['Bricolage Grotesque Variable', 'Instrument Sans Variable']) {
  document.fonts.load(`1em "${face}"`).catch(() => undefined);
}

// The icon is looked for again whenever the address changes: its own must not follow.
const icon = document.querySelector<HTMLLinkElement>('link[rel=icon]');
if (icon !== null) icon.href = at('favicon.svg');

await startLanguage();
const app = import('./app.ts');
// The first number has the browser read its tables of the language: better now than when a board is to be drawn.
formatNumber(0);
await app;
