// What the main thread and the database thread say to each other.
import type { SqliteDatabase } from './sqlite-database.ts';

/** The calls of the database that are made from the main thread; commits and erasures are gathered by the worker. */
export type CallName =
  | 'create'
  | 'load'
  | 'boardOfCode'
  | 'eventsAfter'
  | 'answers'
  | 'commit'
  | 'keepSnapshot'
  | 'keepPoint'
  | 'points'
  | 'record'
  | 'addToRecord'
  | 'mergeRecord'
  | 'unusedSince'
  | 'erase';
export type CallResult<Name extends CallName> = ReturnType<SqliteDatabase[Name]>;

export type Call = {
  readonly [Name in CallName]: { readonly name: Name; readonly given: Parameters<SqliteDatabase[Name]> };
}[CallName];

/** `id` counts up from 1. `close` is answered once, and then the thread ends. */
export type Request = { readonly id: number } & (Call | { readonly name: 'close' });

export type Reply<Result = unknown> =
  /** First of all: the file is open. */
  | { readonly kind: 'opened'; readonly epoch: string }
  /** Instead of it: a StoreRefused with its sentence. */
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'done'; readonly id: number; readonly result: Result }
  | { readonly kind: 'thrown'; readonly id: number; readonly message: string };

export interface WorkerSettings {
  readonly path: string;
}
