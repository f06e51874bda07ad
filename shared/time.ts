// Times as text: ISO 8601 UTC with milliseconds, so that comparing strings compares times.

export const isoTime = (ms: number): string => new Date(ms).toISOString();
export const msOf = (iso: string): number => Date.parse(iso);

/** The day of a time, as in `2026-11-23`; empty for no time. */
export const dayOf = (ms: number): string => (ms > 0 ? isoTime(ms).slice(0, 10) : '');
