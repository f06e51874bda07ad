// Makes boards over HTTP and asks the server about them, as a script of a team would.
export interface MadeBoard {
  readonly base: string;
  readonly id: string;
  readonly code: string;
  readonly keys: Readonly<Record<'facilitator' | 'voter' | 'watcher', string>>;
}

export interface Criterion {
  readonly name: string;
  readonly weight: number;
}

const asTable = (options: readonly string[], criteria: readonly Criterion[]): string =>
  [
    ['Option', ...criteria.map(({ name, weight }) => `${name} (weight ${weight})`)],
    ...options.map((option) => [option, ...criteria.map(() => '')]),
  ]
    .map((row) => row.join(','))
    .join('\n');

async function make(base: string, body: object): Promise<MadeBoard> {
  const response = await fetch(`${base}/api/boards`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (response.status !== 201) throw new Error(`no board was made: ${await response.text()}`);
  return { base, ...((await response.json()) as Omit<MadeBoard, 'base'>) };
}

/** Names hold no commas. */
export const makeBoard = (
  base: string,
  title: string,
  options: readonly string[],
  criteria: readonly Criterion[],
  question = '',
): Promise<MadeBoard> => make(base, { title, question, import: { format: 'csv', text: asTable(options, criteria) } });

/** The starter board, as the home page makes it. */
export const makeStarterBoard = (base: string, language: 'en' | 'fr' = 'en'): Promise<MadeBoard> =>
  make(base, { template: 'python-web-frameworks', language });

/** A board as an exported file tells it. */
export const makeExported = (base: string, text: string): Promise<MadeBoard> =>
  make(base, { import: { format: 'json', text } });

export const linkOf = ({ base, id, keys }: MadeBoard, role: keyof MadeBoard['keys']): string =>
  `${base}/b/${id}#${keys[role]}`;

/** Reads something of a board with the facilitator's key. */
export async function readOf<T>({ base, id, keys }: MadeBoard, path: string): Promise<T> {
  const response = await fetch(`${base}/api/boards/${id}${path}`, {
    headers: { Authorization: `Bearer ${keys.facilitator}` },
  });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return (await response.json()) as T;
}

export interface PublishedRound {
  readonly version: number;
  readonly progress: { readonly cast: number; readonly done: number };
  readonly tally?: unknown;
}

/** What is public of a board's rounds, by their ids. */
export const roundsOf = async (board: MadeBoard): Promise<Readonly<Record<string, PublishedRound>>> =>
  (await readOf<{ rounds: Record<string, PublishedRound> }>(board, '')).rounds;

interface Ranked {
  readonly rank: number;
  readonly option: string;
  readonly value: number | null;
}

export interface RoundResult {
  readonly ballots: number;
  readonly ranking: readonly Ranked[];
}

export const resultOf = (board: MadeBoard, round: string): Promise<RoundResult> =>
  readOf(board, `/rounds/${round}/result`);

interface BoardRead {
  readonly snapshot: {
    readonly options: readonly { readonly id: string; readonly name: string }[];
    readonly criteria: readonly { readonly id: string; readonly name: string }[];
    readonly members: readonly { readonly id: string; readonly name: string }[];
    readonly rounds: readonly { readonly id: string }[];
  };
}

export const contentOf = async (board: MadeBoard): Promise<BoardRead['snapshot']> =>
  (await readOf<BoardRead>(board, '')).snapshot;

/** The id of the round that was opened last. */
export async function lastRoundOf(board: MadeBoard): Promise<string> {
  const { rounds } = await contentOf(board);
  const last = rounds.at(-1);
  if (last === undefined) throw new Error('no round yet');
  return last.id;
}
