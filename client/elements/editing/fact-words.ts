// How the date and the source of a fact are said.
import { currentLanguage } from '../../i18n/locale.ts';

/** A year, a month or a day as it was given, in the page's language: `2026`, `Nov 2026`, `Nov 23, 2026`. */
export function factDate(asOf: string): string {
  const parts = asOf.split('-').length;
  const date = new Date(`${asOf}${parts === 1 ? '-01-01' : parts === 2 ? '-01' : ''}T00:00:00Z`);
  if (parts === 1 || Number.isNaN(date.getTime())) return asOf;
  return new Intl.DateTimeFormat(currentLanguage(), {
    year: 'numeric',
    month: 'short',
    ...(parts === 3 && { day: 'numeric' }),
    timeZone: 'UTC',
  }).format(date);
}

/** `flask.palletsprojects.com`; the address itself where it has no host. */
export function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host.replace(/^www\./, '') : address;
}
