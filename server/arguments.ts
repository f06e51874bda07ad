// Reads what was written after the command: flags that stand in for settings, and nothing that is not known.
import { type ParseArgsConfig, parseArgs } from 'node:util';
import type { Environment } from './config.ts';

/** A command line that cannot be. The message is one sentence; the exit code is 2. */
export class WrongUsage extends Error {
  override readonly name = 'WrongUsage';
}

type Options = NonNullable<ParseArgsConfig['options']>;

/** Like `parseArgs`, strict, with the reason as a `WrongUsage`. */
export function readArguments<T extends Options>(args: readonly string[], options: T) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    const [reason = ''] = (error instanceof Error ? error.message : String(error)).split(/[.;]\s|\n/);
    throw new WrongUsage(`${reason.replace(/\.$/, '')}. See palabre --help.`);
  }
}

/** Flags of `serve` that stand in for settings. */
export const SETTING_FLAGS = { port: 'PORT', host: 'HOST', data: 'DATA_DIR' } as const;

/** The environment with the flags that were given put over it. */
export function withFlags(environment: Environment, flags: Readonly<Record<string, unknown>>): Environment {
  const given = Object.entries(SETTING_FLAGS).flatMap(([flag, name]) => {
    const value = flags[flag];
    return typeof value === 'string' ? [[name, value] as const] : [];
  });
  return { ...environment, ...Object.fromEntries(given) };
}
