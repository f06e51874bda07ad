// Times as text: ISO 8601 UTC with milliseconds, so that comparing strings compares times.

export const isoTime = (ms: number): string => new Date(ms).toISOString();
export const msOf = (iso: string): number => Date.parse(iso);
