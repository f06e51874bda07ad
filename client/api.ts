// The page's calls over HTTP: what does not need a live line.
import * as z from 'zod/mini';
import { at } from './base-path.ts';
import { currentLanguage } from './i18n/locale.ts';
import type { Role } from '../shared/board/board.ts';
import { idSchema } from '../shared/ids.ts';
import { REJECTIONS, type Language, type RejectionCode, type WireError } from '../shared/rejections.ts';
import type { ExportFormat } from './elements/board-events.ts';

export type ApiAnswer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: WireError }
  /** Nobody answered: the network or the server is away. */
  | { readonly ok: false; readonly error: undefined };

export interface Credentials {
  readonly key?: string | undefined;
  readonly member?: { readonly id: string; readonly token: string } | undefined;
}

export interface ColumnUse {
  readonly column: number;
  readonly as: 'fact' | 'criterion' | 'nothing';
}

export interface NewBoard {
  readonly title: string;
  readonly question?: string;
  /** By default that of what it begins with. */
  readonly language?: Language;
  readonly template?: 'blank' | 'python-web-frameworks';
  readonly import?: {
    readonly format: 'csv' | 'markdown' | 'json';
    readonly text: string;
    readonly mapping?: readonly ColumnUse[];
    /** The exported board's question is asked again. */
    readonly redecide?: boolean;
  };
  /** Another board, which the credentials are for. */
  readonly copy?: { readonly board: string; readonly notes: boolean; readonly redecide: boolean };
}

const linksSchema = z.object({ facilitator: z.string(), voter: z.string(), watcher: z.string() });
const createdSchema = z.object({ id: idSchema, code: z.string(), keys: linksSchema, links: linksSchema });
export type CreatedBoard = z.infer<typeof createdSchema>;

const errorSchema = z.object({
  error: z.object({
    code: z.custom<RejectionCode>((code) => typeof code === 'string' && Object.hasOwn(REJECTIONS, code)),
    message: z.string(),
    field: z.optional(z.string()),
    retryAfter: z.optional(z.number()),
  }),
});

const FILES: Record<ExportFormat, string> = {
  json: 'export.json',
  csv: 'export.csv',
  md: 'export.md',
  record: 'record.md',
  review: 'review.ics',
};

/** The refusal in an answer; an answer that is not ours (a proxy's page) is told by its status alone. */
async function refusal(response: Response): Promise<WireError> {
  const body = z.safeParse(errorSchema, await response.json().catch(() => undefined));
  if (!body.success) return { code: response.status >= 502 ? 'try-again' : 'internal', message: '' };
  const { field, retryAfter, ...error } = body.data.error;
  return { ...error, ...(field !== undefined && { field }), ...(retryAfter !== undefined && { retryAfter }) };
}

async function call<T>(
  path: string,
  init: RequestInit & { readonly credentialsOf?: Credentials },
  read: (response: Response) => Promise<T>,
): Promise<ApiAnswer<T>> {
  const { credentialsOf, ...request } = init;
  const headers = new Headers({ 'Accept-Language': currentLanguage() });
  if (request.body !== undefined) headers.set('Content-Type', 'application/json');
  if (credentialsOf?.key !== undefined) headers.set('Authorization', `Bearer ${credentialsOf.key}`);
  else if (credentialsOf?.member !== undefined) {
    headers.set('Authorization', `Member ${credentialsOf.member.id}:${credentialsOf.member.token}`);
  }
  try {
    const response = await fetch(at(`api/boards${path}`), { ...request, headers });
    return response.ok ? { ok: true, value: await read(response) } : { ok: false, error: await refusal(response) };
  } catch {
    return { ok: false, error: undefined };
  }
}

const on = (board: string): string => `/${encodeURIComponent(board)}`;

/** No id is sent: were the answer lost, a repeated id would be refused and the keys would be gone. */
export const createBoard = (board: NewBoard, credentialsOf: Credentials = {}): Promise<ApiAnswer<CreatedBoard>> =>
  call('', { method: 'POST', body: JSON.stringify(board), credentialsOf }, async (response) =>
    z.parse(createdSchema, await response.json()),
  );

const rotatedSchema = z.object({ keys: linksSchema });

/** Makes the old link of a role useless; `next` is the new key of the facilitator. Needs the facilitator's key. */
export const replaceKey = (
  board: string,
  credentialsOf: Credentials,
  role: Role,
  next: string | undefined,
): Promise<ApiAnswer<z.infer<typeof rotatedSchema>>> =>
  call(
    `${on(board)}/keys`,
    { method: 'POST', body: JSON.stringify({ role, ...(next !== undefined && { key: next }) }), credentialsOf },
    async (response) => z.parse(rotatedSchema, await response.json()),
  );

/** Erases everything about a board; needs the facilitator's key. */
export const eraseBoard = (board: string, credentialsOf: Credentials): Promise<ApiAnswer<void>> =>
  call(on(board), { method: 'DELETE', credentialsOf }, () => Promise.resolve());

/** Makes a member of somebody, or shows that they are one, without a line. */
export const enterBoard = (
  board: string,
  credentialsOf: Credentials,
  { id, token, name }: { readonly id: string; readonly token: string; readonly name?: string | undefined },
): Promise<ApiAnswer<void>> => {
  const member = { id, token, ...(name !== undefined && { name }) };
  return call(`${on(board)}/members`, { method: 'POST', credentialsOf, body: JSON.stringify({ member }) }, () =>
    Promise.resolve(),
  );
};

/** A command on a board that is not the one that is open. */
export const commandOn = (
  board: string,
  member: { readonly id: string; readonly token: string },
  command: object,
): Promise<ApiAnswer<void>> =>
  call(`${on(board)}/commands`, { method: 'POST', credentialsOf: { member }, body: JSON.stringify(command) }, () =>
    Promise.resolve(),
  );

/** A file of the board, to be handed to the person. */
export const exportBoard = (
  board: string,
  credentialsOf: Credentials,
  format: ExportFormat,
): Promise<ApiAnswer<Blob>> => call(`${on(board)}/${FILES[format]}`, { credentialsOf }, (response) => response.blob());

/**
 * Anything else of a board that is JSON: `/history`, `/rounds/ID/ballots`, `/rounds/ID/result`.
 * `read` makes what is wanted of the body; what it throws reads as no answer.
 */
export const readOfBoard = <T>(
  board: string,
  credentialsOf: Credentials,
  path: string,
  read: (body: unknown) => T,
): Promise<ApiAnswer<T>> =>
  call(`${on(board)}${path}`, { credentialsOf }, async (response) => read(await response.json()));
