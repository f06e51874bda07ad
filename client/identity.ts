// Owns who this browser is on each board: member, keys, and the boards it has visited. Kept in local storage,
// read as if somebody else had written it, and in memory alone where storage is refused.
import * as z from 'zod/mini';
import { BASE } from './base-path.ts';
import { idSchema, isId, readCode } from '../shared/ids.ts';
import { tokenSchema } from '../shared/protocol.ts';

const BOARD = 'palabre.board.';
/** Two servers on one host, each under a path of its own, have boards of their own. */
const VISITS = BASE === '/' ? 'palabre.visits' : `palabre.visits.${BASE}`;
const MOST_VISITS = 50;

const text = (most: number) => z.string().check(z.minLength(1), z.maxLength(most));
const roleSchema = z.enum(['facilitator', 'voter', 'watcher']);
const memberSchema = z.object({ id: idSchema, token: tokenSchema, name: z.optional(text(200)) });
const keySchema = text(128);
const keysSchema = z.object({
  facilitator: z.optional(keySchema),
  voter: z.optional(keySchema),
  watcher: z.optional(keySchema),
});
const keptSchema = z.object({
  member: z.optional(memberSchema),
  key: z.optional(keySchema),
  keys: z.optional(keysSchema),
  /** A facilitator's key that was made to take the place of the one there is, until the server says that it does. */
  next: z.optional(keySchema),
  /** When the board was last looked at, by the server's clock. */
  seen: z.optional(z.iso.datetime()),
});
const visitSchema = z.object({
  board: idSchema,
  code: z.string().check(z.maxLength(16)),
  title: z.string().check(z.maxLength(500)),
  role: roleSchema,
  at: z.string().check(z.maxLength(40)),
});

/** A member as their browsers know them. The token proves it and is never shown. */
export type KnownMember = z.infer<typeof memberSchema>;
/** A member on the way to another device; the name is the server's to tell. */
export type CarriedMember = Omit<KnownMember, 'name'>;
export type RoleKeys = z.infer<typeof keysSchema>;
/** A board this browser has been on; `at` is when, ISO 8601. */
export type Visit = z.infer<typeof visitSchema>;
type Kept = z.infer<typeof keptSchema>;

/** `me=MEMBER.TOKEN[.KEY]`: makes whoever opens it the same member. Neither ids nor our tokens and keys hold a dot. */
export const writeMe = (member: CarriedMember, key?: string): string =>
  ['me=' + member.id, member.token, ...(key === undefined ? [] : [key])].join('.');

/** The inverse of `writeMe`; undefined for anything that is not wholly right. */
export function readMe(payload: string): { readonly member: CarriedMember; readonly key?: string } | undefined {
  if (!payload.startsWith('me=')) return undefined;
  const [id, token, key, ...rest] = payload.slice(3).split('.');
  const member = z.safeParse(memberSchema, { id, token });
  if (!member.success || rest.length > 0) return undefined;
  if (key === undefined) return { member: member.data };
  return z.safeParse(keySchema, key).success ? { member: member.data, key } : undefined;
}

/** 144 random bits as 24 characters of base64url. */
export function randomToken(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(18));
  return btoa(String.fromCharCode(...bytes))
    .replace(/\+/g, '-')
    .replace(/\//g, '_');
}

/** A short id for something new: 14 characters, begins with a letter. */
export function randomId(): string {
  const first = crypto.getRandomValues(new Uint8Array(1))[0] ?? 0;
  return String.fromCharCode(97 + (first % 26)) + randomToken().slice(0, 13);
}

export class Identity {
  private readonly memory = new Map<string, string>();
  private readonly storage: Storage | undefined;

  constructor(storage: Storage | undefined) {
    this.storage = storage;
  }

  /** The id of a board asked for by its id or by a code this browser has seen; else what was asked for. */
  resolve(board: string): string {
    const code = readCode(board);
    if (code === undefined) return board;
    return this.visits().find((visit) => readCode(visit.code) === code)?.board ?? code;
  }

  member(board: string): KnownMember | undefined {
    return this.kept(board).member;
  }

  /** The member of this browser on a board, made when there is none. Kept before the first join, as a lost answer needs. */
  makeMember(board: string, name: string): KnownMember {
    const known = this.member(board);
    const member = { id: known?.id ?? randomId(), token: known?.token ?? randomToken(), name };
    this.keepMember(board, member);
    return member;
  }

  keepMember(board: string, member: KnownMember): void {
    this.keep(board, { ...this.kept(board), member });
  }

  /** The key to join a board with: the facilitator's, else the one of the last link, else the strongest of the rest. */
  key(board: string): string | undefined {
    const { key, keys } = this.kept(board);
    return keys?.facilitator ?? key ?? keys?.voter ?? keys?.watcher;
  }

  keys(board: string): RoleKeys {
    return this.kept(board).keys ?? {};
  }

  /** Keeps the key of a link. A weaker one of the same board changes nothing. */
  keepKey(board: string, key: string): void {
    const kept = this.kept(board);
    if (kept.key === key || Object.values(kept.keys ?? {}).includes(key)) return;
    this.keep(board, { ...kept, key });
  }

  /** A join with `key` told the keys below it, which tells what `key` itself is. */
  learnKeys(board: string, key: string, lower: Omit<RoleKeys, 'facilitator'>): void {
    const role = lower.voter !== undefined ? 'facilitator' : lower.watcher !== undefined ? 'voter' : 'watcher';
    this.keepKeys(board, { ...lower, [role]: key });
  }

  /** Keeps keys whose role is known: those a creator is given, those a join tells of. */
  keepKeys(board: string, keys: RoleKeys): void {
    const { key, ...kept } = this.kept(board);
    const placed = key === undefined || Object.values(keys).includes(key);
    this.keep(board, { ...kept, ...(!placed && { key }), keys: { ...kept.keys, ...keys } });
  }

  nextKey(board: string): string | undefined {
    return this.kept(board).next;
  }

  keepNextKey(board: string, next: string): void {
    this.keep(board, { ...this.kept(board), next });
  }

  /** All keys are known to be new: what was kept opens nothing any more. */
  replaceKeys(board: string, keys: RoleKeys): void {
    const { key: _key, next: _next, ...kept } = this.kept(board);
    this.keep(board, { ...kept, keys });
  }

  /** Drops a key that opens nothing; the member and other keys stay. One that was made to follow it takes its place. */
  dropKey(board: string, key: string): void {
    const { key: last, keys = {}, next, ...kept } = this.kept(board);
    const left = Object.fromEntries(Object.entries(keys).filter(([, other]) => other !== key));
    const followed = next !== undefined && keys.facilitator === key;
    this.keep(board, {
      ...kept,
      ...(last !== undefined && last !== key && { key: last }),
      keys: followed ? { facilitator: next } : left,
      ...(next !== undefined && !followed && { next }),
    });
  }

  /** When this browser last looked at a board, ISO 8601; undefined where it never did. */
  seen(board: string): string | undefined {
    return this.kept(board).seen;
  }

  keepSeen(board: string, at: string): void {
    const kept = this.kept(board);
    // A board that has been forgotten meanwhile stays so.
    if (Object.keys(kept).length > 0) this.keep(board, { ...kept, seen: at });
  }

  /** A board joined by its code has told its id: what was kept under the code moves there and never overwrites. */
  settle(code: string, board: string): void {
    if (code === board) return;
    const early = this.kept(code);
    this.keep(board, { ...early, ...this.kept(board) });
    this.write(BOARD + code, undefined);
  }

  /** Boards this browser has been on, the latest first. */
  visits(): readonly Visit[] {
    const list = this.read(VISITS, z.array(z.unknown())) ?? [];
    return list.flatMap((item) => {
      const visit = z.safeParse(visitSchema, item);
      return visit.success ? [visit.data] : [];
    });
  }

  visited(visit: Visit): void {
    const others = this.visits().filter((known) => known.board !== visit.board);
    this.write(VISITS, JSON.stringify([visit, ...others].slice(0, MOST_VISITS)));
  }

  /** Takes a board off the list and forgets member and keys: only a link lets this browser back in. */
  forget(board: string): void {
    this.write(VISITS, JSON.stringify(this.visits().filter((visit) => visit.board !== board)));
    this.write(BOARD + board, undefined);
  }

  private kept(board: string): Kept {
    return isId(board) ? (this.read(BOARD + board, keptSchema) ?? {}) : {};
  }

  private keep(board: string, kept: Kept): void {
    if (isId(board)) this.write(BOARD + board, JSON.stringify(kept));
  }

  private read<T extends z.ZodMiniType>(name: string, schema: T): z.infer<T> | undefined {
    try {
      const stored = this.memory.get(name) ?? this.storage?.getItem(name) ?? undefined;
      if (stored === undefined) return undefined;
      const parsed = z.safeParse(schema, JSON.parse(stored));
      return parsed.success ? parsed.data : undefined;
    } catch {
      return undefined;
    }
  }

  /** Memory holds only what storage would not take, so that other tabs' writes are seen. */
  private write(name: string, value: string | undefined): void {
    this.memory.delete(name);
    try {
      if (value === undefined) this.storage?.removeItem(name);
      else if (this.storage) this.storage.setItem(name, value);
      else this.memory.set(name, value);
    } catch {
      if (value !== undefined) this.memory.set(name, value);
    }
  }
}

/** Local storage where the browser gives it; reading the property alone may throw. */
function browserStorage(): Storage | undefined {
  try {
    return globalThis.localStorage;
  } catch {
    return undefined;
  }
}

export const identity = new Identity(browserStorage());
