import { expect, test } from 'vitest';
import { Asked, parser } from '../../../server/realtime/parser.ts';

interface Decoded {
  readonly data?: readonly unknown[];
  readonly id?: number;
}

/** What Socket.IO is told of one packet. */
function decoded(text: string): Decoded {
  const decoder = new parser.Decoder();
  let packet: Decoded = {};
  decoder.on('decoded', (one) => (packet = one));
  decoder.add(text);
  return packet;
}

test('an event that wants an answer carries its number behind the payloads, and Socket.IO finds none', () => {
  const { data, id } = decoded('217["board:do",{"id":"c1"}]');
  expect(data).toEqual(['board:do', { id: 'c1' }, new Asked(17)]);
  expect(id).toBeUndefined();
});

test('an event without a question, and other packets, are left as they are', () => {
  expect(decoded('2["board:do",{}]').data).toEqual(['board:do', {}]);
  expect(decoded('0{"version":1}')).toMatchObject({ data: { version: 1 } });
});

test('nothing that is sent is taken for a question', () => {
  expect(decoded('2["board:do",{"number":3}]').data?.at(-1)).not.toBeInstanceOf(Asked);
});
