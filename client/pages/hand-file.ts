// Hands a fetched file to the person, as a download.
import type { ExportFormat } from '../elements/board-events.ts';

const ENDINGS: Readonly<Record<ExportFormat, string>> = {
  json: '.json',
  csv: '.csv',
  md: '.md',
  record: '-record.md',
  review: '-review.ics',
};

export function handFile(content: Blob, name: string, format: ExportFormat): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = `${name}${ENDINGS[format]}`;
  link.click();
  // The browser has taken the content once the click has been handled.
  queueMicrotask(() => URL.revokeObjectURL(address));
}
