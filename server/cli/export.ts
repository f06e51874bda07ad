// `palabre export`: writes a file of a board from the data directory of a server that is not running.
import { exportCsv } from '../../shared/exchange/export-csv.ts';
import { type ExportSource, exportBoard } from '../../shared/exchange/export-json.ts';
import { exportMarkdown } from '../../shared/exchange/export-markdown.ts';
import { recordMarkdown } from '../../shared/exchange/record-markdown.ts';
import { readCode } from '../../shared/ids.ts';
import { WrongUsage, readArguments, withFlags } from '../arguments.ts';
import { exportSource } from '../board-export.ts';
import type { Announcer } from '../boards/boards.ts';
import { createBoards } from '../boards/create-boards.ts';
import { type Environment, readConfig } from '../config.ts';
import { boardLimits } from '../limits.ts';
import { quietLog } from '../log.ts';
import { Records } from '../record/records.ts';
import type { Store } from '../store/store.ts';
import { realSurroundings } from '../surroundings.ts';
import { type Output, Stopped } from './output.ts';

const WRITERS: Readonly<Record<string, (source: ExportSource) => string>> = {
  json: (source) => `${JSON.stringify(exportBoard(source), null, 1)}\n`,
  csv: exportCsv,
  md: exportMarkdown,
  record: recordMarkdown,
};
const FORMATS = Object.keys(WRITERS).join('|');

export const EXPORT_USAGE = `palabre export BOARD --format ${FORMATS} [--data ./data]`;

/** Nobody is here to be told anything. */
const nobody: Announcer = {
  update: () => undefined,
  state: () => undefined,
  mine: () => undefined,
  held: () => undefined,
  ended: () => undefined,
  retired: () => undefined,
  isOccupied: () => false,
};

export interface ExportParts {
  readonly environment: Environment;
  readonly openStore: (directory: string) => Promise<Store>;
}

/** @returns the exit code */
export async function exportCommand(args: readonly string[], output: Output, parts: ExportParts): Promise<number> {
  const text = { type: 'string' } as const;
  const { values, positionals } = readArguments(args, { format: text, data: text });
  const [asked, ...rest] = positionals;
  const write = Object.hasOwn(WRITERS, values.format ?? '') ? WRITERS[values.format ?? ''] : undefined;
  if (asked === undefined || rest.length > 0) throw new WrongUsage(`One board is exported: ${EXPORT_USAGE}.`);
  if (write === undefined) throw new WrongUsage(`--format must be one of ${FORMATS}.`);
  const config = readConfig(withFlags(parts.environment, values));
  const store = await parts.openStore(config.dataDir);
  const boards = createBoards({
    store,
    announcer: nobody,
    surroundings: realSurroundings,
    limits: boardLimits(config.limits),
    publicUrl: () => config.publicUrl ?? '',
    log: quietLog,
  });
  const records = new Records({ store, surroundings: realSurroundings, log: quietLog });
  try {
    const code = readCode(asked);
    const id = code === undefined ? asked : await store.boardOfCode(code);
    const source = id === undefined ? undefined : await exportSource({ boards, records }, id, realSurroundings.now());
    if (source?.ok !== true) throw new Stopped(`There is no board ${asked} in ${config.dataDir}.`);
    output.out(write(source.value));
    return 0;
  } finally {
    await boards.close();
    await store.close();
  }
}
