// The palabre program: finds the command that was asked for. Serving lives in main.ts.
import { WrongUsage } from '../arguments.ts';
import { WrongSetting, settingsHelp } from '../config.ts';
import { openSqliteStore } from '../store/sqlite.ts';
import { StoreRefused } from '../store/store-refused.ts';
import { BACKUP_USAGE, RESTORE_USAGE, backupCommand, restoreCommand } from './backup-command.ts';
import { COUNT_USAGE, count } from './count.ts';
import { EXPORT_USAGE, exportCommand } from './export.ts';
import { type Output, Stopped, processOutput } from './output.ts';
import { RECOUNT_USAGE, recount } from './recount.ts';

const USAGE = `Usage:
  palabre [serve] [--port 3000] [--host 127.0.0.1] [--data ./data]
  ${COUNT_USAGE}
      counts an election: JSON, or a PrefLib .soc, .soi, .toc or .toi file
  ${RECOUNT_USAGE}
      counts every revealed round of an exported board again; exit code 1 on any difference
  ${EXPORT_USAGE}
      writes a file of a board; the server must not be running on that directory
  ${BACKUP_USAGE}
      writes all boards to a new file, while the server runs or not; without the ballots of open live and anonymous rounds
  ${RESTORE_USAGE}
      puts the boards of a backup into the data directory of a server that is not running
`;

const openStore = (directory: string) => openSqliteStore({ directory });

async function run(args: readonly string[], output: Output): Promise<number> {
  const [command, ...rest] = args;
  switch (command) {
    case 'count':
      return count(rest, output);
    case 'recount':
      return recount(rest, output);
    case 'export':
      return exportCommand(rest, output, { environment: process.env, openStore });
    case 'backup':
      return backupCommand(rest, output, process.env);
    case 'restore':
      return restoreCommand(rest, output, process.env);
    default:
      output.err(`"${command ?? ''}" is no command of palabre.\n\n${USAGE}`);
      return 2;
  }
}

/** One sentence for what the person at the terminal can act on; anything else is a bug and is thrown. */
function exitCode(error: unknown, output: Output): number {
  if (
    error instanceof Stopped ||
    error instanceof WrongUsage ||
    error instanceof WrongSetting ||
    error instanceof StoreRefused
  ) {
    output.err(`${error.message}\n`);
    return error instanceof Stopped ? error.code : error instanceof WrongUsage ? 2 : 1;
  }
  throw error;
}

/** Whether these arguments start the server: none, flags only, or `serve`. */
const serves = (args: readonly string[]): boolean => {
  const [first] = args;
  return first === undefined || first === 'serve' || (first.startsWith('-') && first !== '--help' && first !== '-h');
};

export async function palabre(args: readonly string[], output: Output = processOutput): Promise<number | 'serving'> {
  if (serves(args)) {
    await import('../main.ts');
    return 'serving';
  }
  if (args[0] === '--help' || args[0] === '-h' || args[0] === 'help') {
    output.out(`${USAGE}\n${settingsHelp()}\n`);
    return 0;
  }
  try {
    return await run(args, output);
  } catch (error) {
    return exitCode(error, output);
  }
}
