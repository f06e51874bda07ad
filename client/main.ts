// Where the page starts: the language first, so that nothing is drawn twice; the page's code comes meanwhile.
import { startLanguage } from './i18n/locale.ts';
import { loadPage } from './pages/load-page.ts';
import { matchRoute } from './route.ts';

const { page } = matchRoute(location.pathname);
// A failure is shown by the app, which asks again.
if (page !== 'not-found') loadPage[page]().catch(() => undefined);

await startLanguage();
await import('./app.ts');
