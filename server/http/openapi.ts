// The HTTP calls as OpenAPI 3.1.
import { REJECTIONS } from '../../shared/rejections.ts';
import { type JsonSchema, ref, wireSchemas } from './wire-schemas.ts';

interface Call {
  readonly summary: string;
  readonly body?: string;
  readonly answer: JsonSchema;
}

const json = (schema: JsonSchema) => ({ 'application/json': { schema } });

const answer = (description: string, schema?: JsonSchema): JsonSchema => ({
  description,
  ...(schema !== undefined && { content: json(schema) }),
});
const ok = (name: string): JsonSchema => ({ '200': answer('As named.', ref(name)) });
const file = (type: string): JsonSchema => ({
  '200': { description: 'A file.', content: { [type]: { schema: { type: 'string' } } } },
});

/** Every status there is, with the codes it may carry. */
function refusals(): JsonSchema {
  const byStatus = new Map<number, string[]>();
  for (const [code, { status }] of Object.entries(REJECTIONS)) {
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  const entries = [...byStatus].map(([status, codes]) => [
    String(status),
    { description: codes.join(', '), content: json(ref('Error')) },
  ]);
  return Object.fromEntries(entries);
}

const call = ({ summary, body, answer: answers }: Call, open = false): JsonSchema => ({
  summary,
  ...(open && { security: [] }),
  ...(body !== undefined && { requestBody: { required: true, content: json(ref(body)) } }),
  responses: { ...answers, ...refusals() },
});

const parameter = (name: string, description: string): JsonSchema => ({
  name,
  in: 'path',
  required: true,
  description,
  schema: { type: 'string', maxLength: 64 },
});
const board = parameter('board', 'The id or code of the board.');
const round = parameter('round', 'The id of the round.');

const at = (parameters: readonly JsonSchema[], calls: Record<string, JsonSchema>): JsonSchema => ({
  parameters,
  ...calls,
});

const markdown = 'text/markdown';

const paths = (): Record<string, JsonSchema> => ({
  '/api/boards': at([], {
    post: call(
      {
        summary: 'Make a board.',
        body: 'NewBoard',
        answer: { '201': answer('Made.', ref('CreatedBoard')) },
      },
      true,
    ),
  }),
  '/api/boards/{board}': at([board], {
    get: call({
      summary: 'Read a board. ETag covers revision and versions; If-None-Match is answered with 304.',
      answer: { ...ok('Board'), '304': answer('Nothing has changed.') },
    }),
    delete: call({
      summary: 'Erase a board, with the key of the facilitator.',
      answer: { '204': answer('Everything about it is gone.') },
    }),
  }),
  '/api/boards/{board}/rounds/{round}/result': at([board, round], {
    get: call({ summary: 'What a round came to; of a live round also while it is open.', answer: ok('Result') }),
  }),
  '/api/boards/{board}/rounds/{round}/ballots': at([board, round], {
    get: call({ summary: 'What is published of a revealed round’s ballots.', answer: ok('RoundBallots') }),
  }),
  '/api/boards/{board}/members': at([board], {
    post: call({ summary: 'Join as a member, without a socket.', body: 'NewMember', answer: ok('JoinAnswer') }),
  }),
  '/api/boards/{board}/commands': at([board], {
    post: call({ summary: 'Do a command as a member.', body: 'Command', answer: ok('Done') }),
  }),
  '/api/boards/{board}/keys': at([board], {
    post: call({
      summary: 'Replace the key of a role and those derived from it, with the key of the facilitator.',
      body: 'KeyChange',
      answer: ok('RotatedKeys'),
    }),
  }),
  '/api/boards/{board}/export.json': at([board], { get: call({ summary: 'The board.', answer: ok('Export') }) }),
  '/api/boards/{board}/export.csv': at([board], { get: call({ summary: 'As a table.', answer: file('text/csv') }) }),
  '/api/boards/{board}/export.md': at([board], { get: call({ summary: 'As Markdown.', answer: file(markdown) }) }),
  '/api/boards/{board}/record.md': at([board], {
    get: call({ summary: 'The decision record.', answer: file(markdown) }),
  }),
  '/api/boards/{board}/review.ics': at([board], {
    get: call({ summary: 'The day on which the decision is looked at again.', answer: file('text/calendar') }),
  }),
  '/api/boards/{board}/history': at([board], {
    get: call({
      summary: 'The meeting as the room saw it: every event in order, and the totals of live rounds over time.',
      answer: ok('History'),
    }),
  }),
  ...Object.fromEntries(
    [
      ['/api/templates', 'The starter boards.'],
      ['/api/limits', 'How much of anything there may be.'],
      ['/openapi.json', 'This page.'],
      ['/asyncapi.json', 'The realtime events.'],
      ['/healthz', 'Whether the server answers.'],
      ['/readyz', 'Whether it takes new work.'],
    ].map(([path = '', summary = '']) => [
      path,
      at([], { get: call({ summary, answer: { '200': answer('As named.', { type: 'object' }) } }, true) }),
    ]),
  ),
  '/metrics': at([], {
    get: call({
      summary: 'Counters for Prometheus: from this machine, or with the token.',
      answer: file('text/plain'),
    }),
  }),
});

export const openApi = (): object => ({
  openapi: '3.1.0',
  info: {
    title: 'Palabre over HTTP',
    version: '1',
    description: 'Boards on which a team compares options and votes. Everything shown is committed to disk.',
  },
  // Beside this file, under whatever path that is.
  servers: [{ url: '.' }],
  security: [{ key: [] }, { member: [] }],
  paths: paths(),
  components: {
    schemas: wireSchemas(),
    securitySchemes: {
      key: { type: 'http', scheme: 'bearer', description: 'The key of a board’s link.' },
      member: {
        type: 'apiKey',
        in: 'header',
        name: 'Authorization',
        description: '`Member ID:TOKEN`: a member of the board, with the token made before their first join.',
      },
    },
  },
});
