// What is said about the keeping of what is written in the record.
import { msg } from '@lit/localize';
import type { RecordShown } from './record-model.ts';

interface Told {
  readonly words: string;
  readonly bad: boolean;
}

const told = (words: string, bad = false): Told => ({ words, bad });

function refusal(code: NonNullable<RecordShown['refused']>): string {
  if (code === 'too-many') {
    return msg('The record is full. What you wrote last is kept here until something is taken out.', {
      id: 'record.full',
    });
  }
  return msg('What you wrote last was not taken by the server. It is kept on this page: copy it before you leave.', {
    id: 'record.refused',
  });
}

export function recordState({ phase, waiting, refused }: RecordShown, offline: boolean, writes: boolean): Told {
  if (phase === 'failed') return told(msg('The record could not be fetched.', { id: 'record.failed' }), true);
  if (refused !== undefined) return told(refusal(refused), true);
  if (offline) {
    return writes
      ? told(
          msg('Offline. What you write is kept here and joins what others wrote when the line is back.', {
            id: 'record.offline',
          }),
        )
      : told(
          msg('Offline. What others write meanwhile comes when the line is back.', { id: 'record.offline-reading' }),
        );
  }
  if (phase !== 'open') return told(msg('Fetching the record…', { id: 'record.loading' }));
  if (waiting) return told(msg('Saving…', { id: 'record.saving' }));
  return writes ? told(msg('Saved. Everybody who is on the board can write.', { id: 'record.saved' })) : told('');
}
