// The palabre program: counts, recounts, exports, and says in one sentence what it cannot do.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { palabre } from '../../../server/cli/cli.ts';
import { exportBoard } from '../../../shared/exchange/export-json.ts';
import { ALL_SETTINGS } from '../../../server/settings.ts';
import { openSqliteStore } from '../../../server/store/sqlite.ts';
import { meeting } from '../../shared/exchange/export-sources.ts';

const directory = mkdtempSync(join(tmpdir(), 'palabre-cli-'));
afterAll(() => rmSync(directory, { recursive: true }));

let out = '';
let err = '';
beforeEach(() => {
  out = '';
  err = '';
});
afterEach(() => {
  vi.unstubAllEnvs();
});

const run = (...args: string[]) =>
  palabre(args, {
    out: (text) => void (out += text),
    err: (text) => void (err += text),
  });
const file = (name: string, content: unknown): string => {
  const path = join(directory, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
};

const RANKED = {
  candidates: ['flask', 'django', 'bottle'],
  ballots: [
    { count: 4, ranking: [['flask'], ['django'], ['bottle']] },
    { count: 2, ranking: [['django'], ['flask', 'bottle']] },
  ],
};
const PREFLIB = `# NUMBER ALTERNATIVES: 2
# ALTERNATIVE NAME 1: Flask
# ALTERNATIVE NAME 2: Django
3: 1,2
2: 2,1
`;

describe('count', () => {
  test.each(['schulze', 'ranked-pairs', 'irv', 'borda', 'copeland', 'approval'])(
    'counts rankings by %s',
    async (rule) => {
      expect(await run('count', file('ranked.json', RANKED), '--rule', rule, '--json')).toBe(0);
      expect(JSON.parse(out)).toMatchObject({ rule, winners: ['flask'] });
    },
  );

  test('counts scores, and approves from the score that is asked for', async () => {
    const path = file('scored.json', {
      candidates: ['a', 'b'],
      ballots: [{ scores: { a: 3, b: 5 } }, { scores: { a: 3, b: 0 } }, { scores: { a: 3, b: 1 } }],
    });
    expect(await run('count', path, '--rule', 'approval', '--json', '--at', '3')).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ winners: ['a'] });
    out = '';
    await run('count', path, '--rule', 'star', '--json');
    expect(JSON.parse(out)).toMatchObject({ rule: 'star', winners: ['a'], order: ['a', 'b'] });
  });

  test('reads PrefLib files, and writes for people', async () => {
    expect(await run('count', file('election.soc', PREFLIB), '--rule', 'schulze')).toBe(0);
    expect(out).toBe('schulze: Flask wins\n   1. Flask\n   2. Django\n');
  });

  test('names a tie and how one order comes about', async () => {
    const path = file('tied.json', {
      candidates: ['a', 'b'],
      ballots: [{ ranking: [['a'], ['b']] }, { ranking: [['b'], ['a']] }],
    });
    await run('count', path, '--rule', 'irv');
    expect(out).toContain('tie\n');
    expect(out).toContain('If one order is needed');
  });

  test.each([
    [['count'], 'One file is counted'],
    [['count', 'x.json'], '--rule is missing'],
    [['count', 'x.json', '--rule', 'dice'], '--rule cannot be "dice"'],
    [['count', 'x.json', '--rule', 'irv', '--at', 'high'], '--at must be a number'],
    [['count', 'x.json', '--rule', 'irv', '--colour'], "Unknown option '--colour'"],
    [['count', join(directory, 'nowhere.json'), '--rule', 'irv'], 'there is no such file'],
  ])('refuses %j in one sentence, with code 2', async (args, sentence) => {
    expect(await run(...args)).toBe(2);
    expect(err).toContain(sentence);
    expect(err.trim().split('\n')).toHaveLength(1);
  });

  test('refuses files that are no elections', async () => {
    for (const content of [
      '{',
      '{"candidates":[]}',
      'not an election',
      PREFLIB.replace('Django', '__proto__'),
      { ...RANKED, ballots: [{ ranking: [['x']] }] },
    ]) {
      expect(await run('count', file('bad.json', content), '--rule', 'irv')).toBe(2);
    }
    expect(await run('count', file('ranked.json', RANKED), '--rule', 'score')).toBe(2);
    expect(err).toContain('ballots.0.scores');
  });
});

describe('recount', () => {
  const cells = { cells: { flask: { speed: 5 as const, docs: 2 as const }, django: { speed: 3 as const } } };
  const exported = exportBoard(meeting({ round: 'r1', method: 'score', secrecy: 'named' }, [cells, cells]));

  test('finds nothing in a file that was not touched', async () => {
    expect(await run('recount', file('export.json', exported))).toBe(0);
    expect(out).toBe(
      'Round r1: counted again from 2 published ballots: the same result.\nThe log, its chain and the board agree.\nThe file is consistent with itself.\n',
    );
  });

  test('says exactly what differs, with code 1', async () => {
    const [round] = exported.rounds;
    const touched = { ...exported, rounds: [{ ...round, result: { ...round?.result, winners: ['django'] } }] };
    expect(await run('recount', file('touched.json', touched))).toBe(1);
    expect(out).toContain('  rounds.0.result.winners.0: the file says "django", counting gives "flask"\n');
  });

  test('finds the fingerprint that was noted, and says when nothing has it', async () => {
    const path = file('export.json', exported);
    const revealed = exported.events.find((event) => event.type === 'round.revealed');
    const hash = revealed?.type === 'round.revealed' ? revealed.ballotsHash : '';
    expect(await run('recount', path, '--fingerprint', `${hash.slice(0, 4)} ${hash.slice(4, 8)}`)).toBe(0);
    expect(out).toContain('the ballots of round r1.\n');
    expect(await run('recount', path, '--fingerprint', exported.chain.head)).toBe(0);
    expect(out).toContain(`the log up to event ${exported.revision}.\n`);
    expect(await run('recount', path, '--fingerprint', '00000000')).toBe(1);
    expect(out).toContain('NOTHING in the file has the fingerprint 00000000.');
    expect(await run('recount', path, '--fingerprint', 'short')).toBe(2);
  });

  test('refuses what is no export', async () => {
    expect(await run('recount', file('other.json', '{}'))).toBe(1);
    expect(err).toMatch(/^.*other\.json is no export of a board: format\.\n$/);
    expect(await run('recount', file('broken.json', '{'))).toBe(2);
    expect(await run('recount')).toBe(2);
  });
});

describe('export', () => {
  test('writes a board of the data directory in every format, by id or code', async () => {
    const data = join(directory, 'data');
    const source = meeting({ round: 'r1', method: 'dots', secrecy: 'live' }, []);
    const { id, code } = source.board;
    const store = await openSqliteStore({ directory: data });
    const access = { facilitatorKeyHash: 'f', voterKeyHash: 'v', watcherKeyHash: 'w' };
    await store.create({ board: id, code: code.replace('-', ''), access, events: source.events.slice(0, 4) });
    await store.close();
    expect(await run('export', id, '--format', 'json', '--data', data)).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ format: 'palabre/1', board: id, revision: 4 });
    for (const [format, start] of [
      ['csv', '\uFEFFKind,'],
      ['md', '# Which'],
      ['record', '# Which'],
    ]) {
      out = '';
      expect(await run('export', code, '--format', format ?? '', '--data', data)).toBe(0);
      expect(out.startsWith(start ?? '?')).toBe(true);
    }
    expect(await run('export', 'nowhere', '--format', 'md', '--data', data)).toBe(1);
    expect(err).toBe(`There is no board nowhere in ${data}.\n`);
  });

  test('refuses wrong use', async () => {
    expect(await run('export')).toBe(2);
    expect(await run('export', 'b', '--format', 'pdf')).toBe(2);
    expect(err).toContain('--format must be one of json|csv|md|record.');
    vi.stubEnv('PORT', 'abc');
    expect(await run('export', 'b', '--format', 'md')).toBe(1);
  });
});

test('help names every command and every setting', async () => {
  expect(await run('--help')).toBe(0);
  for (const name of ['serve', 'count', 'recount', 'export', 'backup', 'restore'])
    expect(out).toContain(`palabre ${name === 'serve' ? '[serve]' : name}`);
  for (const { name } of ALL_SETTINGS) expect(out).toContain(name);
});

test('an unknown command is refused with the help and code 2', async () => {
  expect(await run('dance')).toBe(2);
  expect(err).toContain('"dance" is no command of palabre.');
  expect(err).toContain('palabre count FILE');
});
