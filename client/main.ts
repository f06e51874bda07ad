// Where the page starts: the language first, so that nothing is drawn twice.
import { startLanguage } from './i18n/locale.ts';

await startLanguage();
await import('./app.ts');
