// `palabre backup FILE` and `palabre restore FILE`: arguments in, sentences and an exit code out.
import { parseArgs } from 'node:util';
import { type Environment, readConfig, WrongSetting } from '../config.ts';
import { writeBackup } from '../store/backup.ts';
import { restoreBackup } from '../store/restore.ts';
import { sentenceOf, StoreRefused } from '../store/store-refused.ts';

/** What a command has of the world around it. */
export interface CommandIo {
  readonly environment: Environment;
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
}

export const BACKUP_USAGE = `palabre backup FILE [--data DIR]
  Writes all boards to a new file; the server may go on running.
  Ballots of open live and anonymous rounds are left out.`;

export const RESTORE_USAGE = `palabre restore FILE [--data DIR] [--replace]
  Puts the boards of a backup into the data directory; stop the server first.
  --replace puts boards that are there already aside, as palabre.db.before-restore.`;

interface Given {
  readonly file: string;
  readonly directory: string;
  readonly replace: boolean;
}

const OPTIONS = {
  data: { type: 'string' },
  replace: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

const isWrongUse = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');

/** Exit codes: 0 done, 1 refused, 2 wrong use. */
async function run(
  args: readonly string[],
  { environment, out, err }: CommandIo,
  { usage, mayReplace, work }: { usage: string; mayReplace: boolean; work: (given: Given) => string[] },
): Promise<number> {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
    if (values.help === true) {
      out(usage);
      return 0;
    }
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0 || (values.replace === true && !mayReplace)) {
      err(usage);
      return 2;
    }
    const directory = values.data ?? readConfig(environment).dataDir;
    for (const line of work({ file, directory, replace: values.replace === true })) out(line);
    return 0;
  } catch (error) {
    const wrongUse = isWrongUse(error);
    if (!wrongUse && !(error instanceof StoreRefused) && !(error instanceof WrongSetting)) throw error;
    err(sentenceOf(error));
    return wrongUse ? 2 : 1;
  }
}

const counted = (n: number, one: string): string => `${n} ${one}${n === 1 ? '' : 's'}`;

/** `args`: what follows `backup` on the command line. */
export const backupCommand = (args: readonly string[], io: CommandIo): Promise<number> =>
  run(args, io, {
    usage: BACKUP_USAGE,
    mayReplace: false,
    work: ({ file, directory }) => {
      const { boards, emptied } = writeBackup({ directory, file });
      const wrote = `Wrote ${counted(boards, 'board')} to ${file}.`;
      if (emptied === 0) return [wrote];
      return [wrote, `Not in it: the ballots of ${counted(emptied, 'live or anonymous round')} still open.`];
    },
  });

/** `args`: what follows `restore` on the command line. */
export const restoreCommand = (args: readonly string[], io: CommandIo): Promise<number> =>
  run(args, io, {
    usage: RESTORE_USAGE,
    mayReplace: true,
    work: (given) => {
      const { boards, aside } = restoreBackup(given);
      const restored = `Restored ${counted(boards, 'board')} to ${given.directory}.`;
      if (aside === undefined) return [restored];
      return [restored, `What was there is in ${aside}, whole; delete it when it is not needed any more.`];
    },
  });
