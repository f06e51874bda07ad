// `palabre backup FILE` and `palabre restore FILE`: all boards into one file, and out of it again.
import { WrongUsage, readArguments, withFlags } from '../arguments.ts';
import { type Environment, readConfig } from '../config.ts';
import { writeBackup } from '../store/backup.ts';
import { restoreBackup } from '../store/restore.ts';
import type { Output } from './output.ts';

export const BACKUP_USAGE = 'palabre backup FILE [--data ./data]';
export const RESTORE_USAGE = 'palabre restore FILE [--data ./data] [--replace]';

const counted = (n: number, one: string): string => `${n} ${one}${n === 1 ? '' : 's'}`;

function fileOf(positionals: readonly string[], usage: string): string {
  const [file, ...rest] = positionals;
  if (file === undefined || rest.length > 0) throw new WrongUsage(`One file is named: ${usage}.`);
  return file;
}

/** @returns the exit code */
export async function backupCommand(args: readonly string[], output: Output, environment: Environment) {
  const { values, positionals } = readArguments(args, { data: { type: 'string' } });
  const file = fileOf(positionals, BACKUP_USAGE);
  const { boards, emptied } = writeBackup({ directory: readConfig(withFlags(environment, values)).dataDir, file });
  output.out(`Wrote ${counted(boards, 'board')} to ${file}.\n`);
  const rounds = counted(emptied, 'round');
  if (emptied > 0) output.out(`Not in it: the secret ballots and unsigned notes of ${rounds} still open.\n`);
  return 0;
}

/** @returns the exit code */
export async function restoreCommand(args: readonly string[], output: Output, environment: Environment) {
  const { values, positionals } = readArguments(args, { data: { type: 'string' }, replace: { type: 'boolean' } });
  const { replace = false, ...settings } = values;
  const file = fileOf(positionals, RESTORE_USAGE);
  const directory = readConfig(withFlags(environment, settings)).dataDir;
  const { boards, aside } = restoreBackup({ directory, file, replace });
  output.out(`Restored ${counted(boards, 'board')} to ${directory}.\n`);
  if (aside !== undefined) {
    output.out(`What was there is in ${aside}, whole; delete it when it is not needed any more.\n`);
  }
  return 0;
}
