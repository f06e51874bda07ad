// What things are called in a board's files. Names may repeat, so a repeated one is told apart by its id.
import type { Board } from '../board/board.ts';
import { withMentions } from '../board/mentions.ts';

export interface ExportNames {
  option(id: string): string;
  criterion(id: string): string;
  member(id: string): string;
  /** The text of a note, with those it mentions by name. */
  mentioned(text: string): string;
  /** The number of the round, from 1. */
  round(id: string): string;
}

function namer(things: Iterable<{ readonly id: string; readonly name: string }>): (id: string) => string {
  const list = [...things];
  const counts = new Map<string, number>();
  for (const { name } of list) counts.set(name, (counts.get(name) ?? 0) + 1);
  const names = new Map(list.map(({ id, name }) => [id, counts.get(name) === 1 ? name : `${name} (${id})`]));
  return (id) => names.get(id) ?? id;
}

export function namesOf(board: Board): ExportNames {
  const numbers = new Map(board.rounds.map(({ id }, at) => [id, String(at + 1)]));
  const member = namer(board.members.values());
  return {
    option: namer(board.options),
    criterion: namer(board.criteria),
    member,
    mentioned: (text) => withMentions(text, (id) => (board.members.has(id) ? member(id) : undefined)),
    round: (id) => numbers.get(id) ?? id,
  };
}
