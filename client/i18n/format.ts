// Numbers, dates and durations as the page's language writes them.
import { currentLanguage } from './locale.ts';

/**
 * Formats of one kind, by language and options. They are kept: making one costs more than a hundred uses, and a page
 * shows hundreds of numbers and dates.
 */
function kept<Options extends object, Format>(make: (language: string, options: Options) => Format) {
  const formats = new Map<string, Format>();
  return (options: Options): Format => {
    const key = `${currentLanguage()} ${JSON.stringify(options)}`;
    const format = formats.get(key) ?? make(currentLanguage(), options);
    formats.set(key, format);
    return format;
  };
}

const numbers = kept((language, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(language, options));
const dates = kept((language, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(language, options));
const agos = kept(
  (language, options: Intl.RelativeTimeFormatOptions) => new Intl.RelativeTimeFormat(language, options),
);

export const formatNumber = (value: number, options: Intl.NumberFormatOptions = {}): string =>
  numbers(options).format(value);

/** A share from 0 to 1 as a percentage: `17%`, `17 %`. */
export function formatShare(share: number, digits = 0): string {
  return formatNumber(share, { style: 'percent', minimumFractionDigits: digits, maximumFractionDigits: digits });
}

/** An ISO 8601 time as a date; with `time` also the hour, in the reader's time zone. */
export function formatDate(iso: string | number | Date, time = false): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return '';
  return dates({ dateStyle: 'medium', ...(time && { timeStyle: 'short' }) }).format(date);
}

/** The hour alone: `14:05`. */
export function formatTime(iso: string | number | Date): string {
  const date = new Date(iso);
  return Number.isNaN(date.getTime()) ? '' : dates({ timeStyle: 'short' }).format(date);
}

const unit = (value: number, name: string, display: 'short' | 'long'): string =>
  formatNumber(value, { style: 'unit', unit: name, unitDisplay: display });

/** Seconds in words: `3 min 12 sec`; `long` spells the units out. */
export function formatDuration(seconds: number, display: 'short' | 'long' = 'short'): string {
  const whole = Math.max(0, Math.round(seconds));
  const parts: (readonly [number, string])[] = [
    [Math.floor(whole / 86_400), 'day'],
    [Math.floor((whole % 86_400) / 3600), 'hour'],
    [Math.floor((whole % 3600) / 60), 'minute'],
    [whole % 60, 'second'],
  ];
  const said = parts.filter(([value]) => value > 0).slice(0, 2);
  if (said.length === 0) return unit(0, 'second', display);
  return said.map(([value, name]) => unit(value, name, display)).join(' ');
}

const two = (value: number): string => String(value).padStart(2, '0');

/** Seconds as a clock: `03:12`, past an hour `1:03:12`. */
export function formatClock(seconds: number): string {
  const whole = Math.max(0, Math.ceil(seconds));
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor((whole % 3600) / 60);
  return hours > 0 ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${two(minutes)}:${two(whole % 60)}`;
}

/** How long ago an ISO time was: `2 minutes ago`, `yesterday`. Under a minute: `now`. `now` in ms. */
export function formatAgo(iso: string, now: number): string {
  const seconds = Math.max(0, (now - Date.parse(iso)) / 1000);
  if (Number.isNaN(seconds)) return '';
  const format = agos({ numeric: 'auto' });
  if (seconds < 60) return format.format(0, 'second');
  if (seconds < 3600) return format.format(-Math.floor(seconds / 60), 'minute');
  if (seconds < 86_400) return format.format(-Math.floor(seconds / 3600), 'hour');
  if (seconds < 30 * 86_400) return format.format(-Math.floor(seconds / 86_400), 'day');
  return formatDate(iso);
}
