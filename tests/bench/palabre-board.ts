// A board with an open round on a running Palabre server, and how clients come and vote there.
import type { Manners } from './crowd.ts';
import type { BoardSize } from './target.ts';

export interface Made {
  readonly id: string;
  readonly keys: Readonly<Record<'facilitator' | 'voter' | 'watcher', string>>;
}

export async function ask<T>(url: string, body: object, headers: Record<string, string> = {}): Promise<T> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${url}: ${response.status} ${text}`);
  return JSON.parse(text) as T;
}

export const TOKEN = 'bench-token-of-128-bits-or-more-'.padEnd(43, 'x');

/** Makes a board of so many options and criteria by its facilitator's commands. */
export async function makeBoard(port: number, { options, criteria }: BoardSize): Promise<Made> {
  const base = `http://127.0.0.1:${port}/api/boards`;
  const made = await ask<Made>(base, { title: 'Which framework?' });
  await ask(
    `${base}/${made.id}/members`,
    { member: { id: 'chair', token: TOKEN, name: 'Chair' } },
    { Authorization: `Bearer ${made.keys.facilitator}` },
  );
  let count = 0;
  const command = (fields: object) =>
    ask(
      `${base}/${made.id}/commands`,
      { id: `setup-${(count += 1)}`, ...fields },
      { Authorization: `Member chair:${TOKEN}` },
    );
  for (let option = 0; option < options; option += 1) {
    await command({ type: 'option.add', option: `o${option}`, name: `Option ${option}` });
  }
  for (let criterion = 0; criterion < criteria; criterion += 1) {
    await command({ type: 'criterion.add', criterion: `c${criterion}`, name: `Criterion ${criterion}`, weight: 50 });
  }
  await command({ type: 'round.open', round: 'r', method: 'score', secrecy: 'live' });
  return made;
}

export async function palabreManners(port: number, size: BoardSize): Promise<Manners> {
  const { id, keys } = await makeBoard(port, size);
  const watcher = `["board:join",{"board":"${id}","key":"${keys.watcher}"}]`;
  return {
    ...size,
    port,
    page: `http://127.0.0.1:${port}/b/${id}#${keys.watcher}`,
    join: (voter) =>
      voter === undefined
        ? watcher
        : `["board:join",${JSON.stringify({
            board: id,
            key: keys.voter,
            member: { id: `v${voter}`, token: TOKEN, name: `Voter ${voter}` },
          })}]`,
    vote: (voter, place, { option, criterion, score }) =>
      `["board:do",{"id":"v${voter}-${place}","type":"ballot.cast","round":"r",` +
      `"ballot":{"cells":{"o${option}":{"c${criterion}":${score}}}}}]`,
  };
}
