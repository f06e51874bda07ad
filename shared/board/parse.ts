// The door's one parser: a value from outside becomes a trusted value or an `invalid` that names the field.
import * as z from 'zod/mini';
import { type Result, ok, reject } from '../result.ts';
import { COMMAND_FIELDS, type Command, type CommandType, commandSchemaOf } from './commands.ts';
import { isPlainBallot } from './plain-ballot.ts';

const MAX_DEPTH = 16;

/** Path of a key named `__proto__` or of a value nested too deep: schema libraries step over both in silence. */
function hostilePath(value: unknown, depth: number): string[] | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (depth > MAX_DEPTH) return [];
  for (const key of Object.keys(value)) {
    if (key === '__proto__') return [key];
    const below = hostilePath((value as Record<string, unknown>)[key], depth + 1);
    if (below !== undefined) return [key, ...below];
  }
  return undefined;
}

type Issue = z.core.$ZodIssue;

/** In a union the branch that went furthest before it failed is the one that was meant. */
function fieldOf(issue: Issue): PropertyKey[] {
  if (issue.code === 'unrecognized_keys') return [...issue.path, issue.keys[0] ?? ''];
  if (issue.code === 'invalid_key') return [...issue.path];
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    const paths = issue.errors
      .map((branch) => branch.map(fieldOf))
      .map((branch) => ({ branch, missing: branch.length }));
    const [first] = paths
      .filter(({ branch }) => branch.length > 0)
      .sort((a, b) => deepest(b.branch) - deepest(a.branch) || a.missing - b.missing);
    const longest = first?.branch.toSorted((a, b) => b.length - a.length)[0] ?? [];
    return [...issue.path, ...longest];
  }
  return [...issue.path];
}

const deepest = (paths: PropertyKey[][]): number => Math.max(...paths.map((path) => path.length));

/** A field path as it is told to people is bounded too: it may quote a key that came from outside. */
const show = (path: PropertyKey[]): string => path.map(String).join('.').slice(0, 200);

/** Parses with a schema; the refusal is `invalid` with the path of the first thing that was wrong. */
export function parseWith<T extends z.core.$ZodType>(schema: T, raw: unknown): Result<z.output<T>> {
  const hostile = hostilePath(raw, 0);
  if (hostile !== undefined) return reject('invalid', show(hostile));
  const parsed = z.safeParse(schema, raw);
  if (parsed.success) return ok(parsed.data);
  const [issue] = parsed.error.issues;
  return reject('invalid', issue === undefined ? '' : show(fieldOf(issue)));
}

const schemas = new Map<string, z.core.$ZodType>(
  (Object.keys(COMMAND_FIELDS) as CommandType[]).map((type) => [type, commandSchemaOf(type)]),
);

/** A command from a payload; refused as `invalid` with the field. */
export function parseCommand(raw: unknown): Result<Command> {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return reject('invalid', 'command');
  if (isPlainBallot(raw)) return ok(raw);
  const type = (raw as { type?: unknown }).type;
  const schema = typeof type === 'string' ? schemas.get(type) : undefined;
  if (schema === undefined) return reject('invalid', 'type');
  return parseWith(schema, raw) as Result<Command>;
}
