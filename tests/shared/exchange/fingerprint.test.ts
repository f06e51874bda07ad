// A fingerprint noted at a reveal, looked up in an exported board.
import { describe, expect, test } from 'vitest';
import { exportBoard } from '../../../shared/exchange/export-json.ts';
import { fingerprintMatches, readFingerprint } from '../../../shared/exchange/fingerprint.ts';
import { command } from '../../support/boards.ts';
import { meeting } from './export-sources.ts';

const file = exportBoard(
  meeting(
    { round: 'r1', method: 'approval', secrecy: 'named' },
    [{ approved: ['flask'] }, { approved: ['django'] }],
    [command('board.edit', { title: 'Later' })],
  ),
);
const revealed = file.events.find((event) => event.type === 'round.revealed');
const hash = revealed?.type === 'round.revealed' ? revealed.ballotsHash : '';

describe('a noted fingerprint', () => {
  test('is read with spaces, dashes and capitals', () => {
    expect(readFingerprint(' 4F2A 9C01 ')).toBe('4f2a9c01');
    expect(readFingerprint('4f2a-9c01')).toBe('4f2a9c01');
  });

  test.each(['', '4f2a', 'not one', '0'.repeat(65)])('%j is none', (text) => {
    expect(readFingerprint(text)).toBeUndefined();
  });

  test('of eight digits or all is found as that of its round', () => {
    expect(fingerprintMatches(file, hash.slice(0, 8))).toEqual([{ of: 'ballots', round: 'r1' }]);
    expect(fingerprintMatches(file, hash)).toEqual([{ of: 'ballots', round: 'r1' }]);
  });

  test('of the log is found as it stood then and as it stands now', () => {
    expect(fingerprintMatches(file, file.chain.head)).toEqual([{ of: 'log', revision: file.revision }]);
  });

  test('of something else is not found', () => {
    expect(fingerprintMatches(file, '00000000')).toEqual([]);
    expect(fingerprintMatches({}, hash)).toEqual([]);
  });
});
