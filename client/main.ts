// Where the page starts: the language first, so that nothing is drawn twice; the page's code comes meanwhile.
import { at } from './base-path.ts';
import { startLanguage } from './i18n/locale.ts';
import { loadPage } from './pages/load-page.ts';
import { matchRoute } from './route.ts';

const { page } = matchRoute(location.pathname);
// A failure is shown by the app, which asks again.
if (page !== 'not-found') loadPage[page]().catch(() => undefined);

// The icon is looked for again whenever the address changes: its own must not follow.
const icon = document.querySelector<HTMLLinkElement>('link[rel=icon]');
if (icon !== null) icon.href = at('favicon.svg');

await startLanguage();
await import('./app.ts');
