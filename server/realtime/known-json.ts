// JSON of large values that many are sent alike: a board's snapshot, the published state of its rounds and the list of
// who is done, written once.
import type { BoardUpdate, RoundState } from '../../shared/protocol.ts';

const texts = new WeakMap<object, string>();

function textOnce(value: object): string {
  const known = texts.get(value);
  if (known !== undefined) return known;
  const text = JSON.stringify(value);
  texts.set(value, text);
  return text;
}

/** Fields whose values are never changed once they were told. */
const SHARED: readonly string[] = ['snapshot', 'rounds', 'voted'];

/** What JSON.stringify says of a message, with its shared fields at the end and taken from memory. */
export function jsonOf(message: object): string {
  if (!SHARED.some((name) => name in message)) return JSON.stringify(message);
  let text = '';
  let shared = '';
  for (const [name, value] of Object.entries(message)) {
    if (SHARED.includes(name) && typeof value === 'object' && value !== null) shared += `,"${name}":${textOnce(value)}`;
    else if (value !== undefined) text += `,${JSON.stringify(name)}:${JSON.stringify(value)}`;
  }
  return `{${(text + shared).slice(1)}}`;
}

function stateJson({ progress, ...state }: RoundState): string {
  return `${JSON.stringify(state).slice(0, -1)},"progress":${jsonOf(progress)}}`;
}

/** An update's rounds are new each time, and the list of who is done mostly is not. */
export function updateJson({ rounds, ...update }: BoardUpdate): string {
  if (rounds === undefined) return JSON.stringify(update);
  const states = Object.entries(rounds).map(([id, state]) => `${JSON.stringify(id)}:${stateJson(state)}`);
  return `${JSON.stringify(update).slice(0, -1)},"rounds":{${states.join(',')}}}`;
}
