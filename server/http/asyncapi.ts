// The realtime events as AsyncAPI 3.0. Socket.IO on its default namespace and path.
import { PROTOCOL_VERSION } from '../../shared/protocol.ts';
import { type JsonSchema, ref, wireSchemas } from './wire-schemas.ts';

interface Exchange {
  readonly event: string;
  /** Where the same event goes both ways, what the one from the server is called here. */
  readonly key?: string;
  readonly payload: JsonSchema;
  /** What the acknowledgement carries where the event was accepted. */
  readonly answer?: JsonSchema;
  readonly summary: string;
}

const empty: JsonSchema = { type: 'object', additionalProperties: false };
const fine: JsonSchema = { type: 'object', properties: { ok: { const: true } }, required: ['ok'] };

const FROM_CLIENT: readonly Exchange[] = [
  {
    event: 'board:join',
    payload: ref('Join'),
    answer: ref('JoinAnswer'),
    summary: 'Enter a board; leaves the one before.',
  },
  {
    event: 'board:sync',
    payload: ref('Sync'),
    answer: ref('SyncAnswer'),
    summary: 'Catch up; without since a snapshot.',
  },
  { event: 'board:leave', payload: empty, answer: fine, summary: 'Leave the board.' },
  {
    event: 'board:do',
    payload: ref('Command'),
    answer: ref('Done'),
    summary: 'Do a command as the member one joined as.',
  },
  { event: 'presence:set', payload: ref('Presence'), summary: 'Say what one looks at. Not acknowledged.' },
  {
    event: 'record:open',
    payload: ref('RecordOpen'),
    answer: ref('RecordOpened'),
    summary:
      'What one lacks of the record, and then what others write. Updates and vectors are those of Yjs, in base64.',
  },
  {
    event: 'record:update',
    payload: ref('RecordUpdate'),
    answer: fine,
    summary: 'Write in the record. Acknowledged when it is on disk.',
  },
  {
    event: 'record:caret',
    payload: ref('RecordCaret'),
    summary: 'Say where one writes in the record one has open; null: nowhere any more. Places are those of Yjs.',
  },
  { event: 'record:close', payload: ref('RecordClose'), answer: fine, summary: 'Hear no more of the record.' },
];

const FROM_SERVER: readonly Exchange[] = [
  { event: 'board:update', payload: ref('Update'), summary: 'What followed since `from`.' },
  { event: 'board:state', payload: ref('State'), summary: 'Replaces everything that one knew.' },
  { event: 'ballot:mine', payload: ref('MyBallot'), summary: 'One’s own ballot, cast on another device.' },
  {
    event: 'note:mine',
    payload: ref('MyHeldNote'),
    summary: 'One’s own held note, written or discarded (null) on another device.',
  },
  { event: 'presence:update', payload: ref('PresenceUpdate'), summary: 'Who is here.' },
  {
    event: 'record:update',
    key: 'record-relay',
    payload: ref('RecordRelay'),
    summary: 'What others wrote in the record one has open.',
  },
  {
    event: 'record:carets',
    payload: ref('RecordCarets'),
    summary: 'Where others write in the record one has open. All of them: those told before are gone.',
  },
  { event: 'board:ended', payload: ref('Ended'), summary: 'The board is over for this socket, which is then closed.' },
];

const messageName = ({ event, key }: Pick<Exchange, 'event' | 'key'>): string => key ?? event.replace(':', '-');

const messages = (exchanges: readonly Exchange[]): Record<string, JsonSchema> =>
  Object.fromEntries(
    exchanges.map((exchange) => {
      const { event, payload, answer, summary } = exchange;
      const acknowledgement = answer !== undefined && { 'x-acknowledgement': { oneOf: [answer, ref('Error')] } };
      return [messageName(exchange), { name: event, summary, payload, ...acknowledgement }];
    }),
  );

const operations = (action: 'send' | 'receive', exchanges: readonly Exchange[]): Record<string, JsonSchema> =>
  Object.fromEntries(
    exchanges.map((exchange) => [
      messageName(exchange),
      {
        action,
        channel: { $ref: '#/channels/board' },
        messages: [{ $ref: `#/channels/board/messages/${messageName(exchange)}` }],
      },
    ]),
  );

/** Actions are the server's: it receives what clients emit. */
export const asyncApi = (): object => ({
  asyncapi: '3.0.0',
  info: {
    title: 'Palabre over Socket.IO',
    version: String(PROTOCOL_VERSION),
    description: `Handshake: auth {version: ${PROTOCOL_VERSION}}. A refusal carries its error in connect_error.data.`,
  },
  defaultContentType: 'application/json',
  channels: {
    board: { address: '/socket.io/', messages: { ...messages(FROM_CLIENT), ...messages(FROM_SERVER) } },
  },
  operations: { ...operations('receive', FROM_CLIENT), ...operations('send', FROM_SERVER) },
  components: { schemas: wireSchemas() },
});
