// Whatever is sent to whichever door: an answer with a code or a clean cut, never a crash, never a change.
// FUZZ_MESSAGES says how many are sent in all; fast-check prints the seed of a run that fails.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { request as httpRequest } from 'node:http';
import fc from 'fast-check';
import { type Socket, io } from 'socket.io-client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApp } from '../../server/app.ts';
import { readConfig } from '../../server/config.ts';
import type { Logger } from '../../server/log.ts';
import { quietLog } from '../../server/log.ts';
import { createMemoryStore } from '../../server/store/memory.ts';
import { realSurroundings } from '../../server/surroundings.ts';
import { RecordDocument } from '../../server/record/record-document.ts';
import { COMMAND_FIELDS } from '../../shared/board/commands.ts';
import { REJECTIONS } from '../../shared/rejections.ts';
import { numberSetting } from '../fault/dice.ts';
import { Writer } from './record/writers.ts';
import {
  COMMANDS,
  type HostileCall,
  type HostileMessage,
  KNOWN_EVENTS,
  PATHS,
  hostileCall,
  hostileMessage,
} from './hostile-messages.ts';

const MESSAGES = numberSetting('FUZZ_MESSAGES', 2000);
/** Sent without waiting for each other. */
const TOGETHER = 40;
/** How much more memory may be in use after them all, however many they were. */
const MOST_GROWTH = 48 * 1024 * 1024;

const store = createMemoryStore();
const troubles: unknown[] = [];
const told = (...given: unknown[]): void => void troubles.push(given);
const log = Object.assign(Object.create(quietLog) as Logger, { error: told, warn: told });
const app = createApp({
  store,
  config: readConfig({ PORT: '0', LIMITS: 'off', LIMIT_NOTES: '100' }),
  surroundings: realSurroundings,
  log,
});
const sockets: Socket[] = [];
const ID = 'the-board-that-stays';
let url = '';
let keys: Readonly<Record<string, string>> = {};
let before: unknown;

/** Everything of the board that is on disk. */
async function kept(): Promise<unknown> {
  const record = new RecordDocument(await store.record(ID));
  return { ...(await store.load(ID)), points: await store.points(ID), record: record.texts };
}

const claim = (id: string) => ({ id, name: id, token: `token-of-${id}`.padEnd(32, '0') });
interface Reply {
  readonly ok: boolean;
  readonly error?: { readonly code: string; readonly message: string };
}

async function person(join?: object): Promise<Socket> {
  const socket = io(url, { transports: ['websocket'], forceNew: true, reconnection: false });
  sockets.push(socket);
  if (join !== undefined)
    expect(await socket.emitWithAck('board:join', { board: ID, ...join })).toMatchObject({ ok: true });
  return socket;
}

const collect = runInNewContext.bind(undefined, 'gc');
function memoryInUse(): number {
  setFlagsFromString('--expose-gc');
  (collect() as () => void)();
  return process.memoryUsage().heapUsed;
}

test('every command, event and route there is stands among what is sent', () => {
  expect(new Set(COMMANDS.map(({ type }) => type))).toEqual(new Set(Object.keys(COMMAND_FIELDS)));
  expect(KNOWN_EVENTS).toEqual(expect.arrayContaining(['board:do', 'presence:set', 'record:update', 'record:close']));
  for (const path of ['/api/boards/BOARD/keys', '/api/boards/BOARD/export.csv', '/asyncapi.json', '/metrics']) {
    expect(PATHS).toContain(path);
  }
});

beforeAll(async () => {
  url = await app.listen();
  const made = await fetch(`${url}/api/boards`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ id: ID, title: 'T', template: 'python-web-frameworks' }),
  });
  keys = ((await made.json()) as { keys: Record<string, string> }).keys;
  const ada = await person({ key: keys['facilitator'], member: claim('ada') });
  const commands = [
    { id: 'c1', type: 'note.add', note: 'n1', target: { kind: 'board' }, kind: 'note', text: 'Mine' },
    { id: 'c2', type: 'round.open', round: 'r1', method: 'approval', secrecy: 'anonymous', silentNotes: 'unsigned' },
    { id: 'c3', type: 'ballot.cast', round: 'r1', ballot: { approved: ['flask'] } },
    { id: 'c4', type: 'note.hold', round: 'r1', note: 'h1', target: { kind: 'board' }, kind: 'con', text: 'Held' },
    { id: 'c5', type: 'member.add', member: 'guest', name: 'Without a device' },
    { id: 'c6', type: 'board.edit', approval: true },
  ];
  const ask = async (socket: Socket, event: string, given: object): Promise<void> => {
    const reply = (await socket.emitWithAck(event, given)) as Reply;
    if (!reply.ok) throw new Error(reply.error?.code);
  };
  for (const command of commands) await ask(ada, 'board:do', command);
  await ask(ada, 'record:update', { update: new Writer(7).type('context', 'What everybody knows') });
  const [bo, waiting] = [await person(), await person()];
  for (const [socket, member] of [
    [bo, 'bo'],
    [waiting, 'waiting'],
  ] as const) {
    await ask(socket, 'board:join', { board: ID, key: keys['voter'], member: claim(member) });
  }
  await ask(ada, 'board:do', { id: 'c7', type: 'member.admit', member: 'bo' });
  await person({ key: keys['watcher'] });
  await person();
  before = await kept();
});
afterAll(async () => {
  for (const socket of sockets) socket.disconnect();
  await app.close();
});

const isCoded = ({ ok, error }: Reply): boolean =>
  ok || (error !== undefined && error.code in REJECTIONS && error.code !== 'internal' && error.message !== '');

async function expectNothingChanged(): Promise<void> {
  expect(await kept()).toEqual(before);
  expect(troubles).toEqual([]);
}

/** Whoever was made to leave comes back. */
async function backOnTheBoard(): Promise<void> {
  const [ada, bo, waiting, watcher] = sockets;
  await ada?.emitWithAck('board:join', { board: ID, key: keys['facilitator'], member: claim('ada') });
  await bo?.emitWithAck('board:join', { board: ID, key: keys['voter'], member: claim('bo') });
  await waiting?.emitWithAck('board:join', { board: ID, key: keys['voter'], member: claim('waiting') });
  await watcher?.emitWithAck('board:join', { board: ID, key: keys['watcher'] });
}

test(
  `${MESSAGES} events from a facilitator, a voter, one who waits, a watcher and a stranger are answered with codes and change nothing`,
  async () => {
    const outcomes = new Map<string, number>();
    const send = async (socket: Socket, { event, given }: HostileMessage): Promise<void> => {
      const reply = (await socket.timeout(10_000).emitWithAck(event, ...given)) as Reply;
      expect(isCoded(reply), JSON.stringify({ event, reply })).toBe(true);
      if (event === 'board:do') expect(reply.ok, JSON.stringify(given)).toBe(false);
      const outcome = reply.error?.code ?? 'ok';
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    };
    let atFirst: number | undefined;
    const batch = fc.array(fc.tuple(fc.nat({ max: sockets.length - 1 }), hostileMessage), {
      minLength: TOGETHER,
      maxLength: TOGETHER,
    });
    await fc.assert(
      fc.asyncProperty(batch, async (messages) => {
        await Promise.all(
          messages.map(async ([who, message]) => {
            const socket = sockets[who];
            if (socket !== undefined) await send(socket, message);
          }),
        );
        expect(sockets.every(({ connected }) => connected)).toBe(true);
        await backOnTheBoard();
        await expectNothingChanged();
        atFirst ??= memoryInUse();
      }),
      { numRuns: Math.ceil(MESSAGES / TOGETHER), endOnFailure: true },
    );
    expect(memoryInUse() - (atFirst ?? 0)).toBeLessThan(MOST_GROWTH);
    process.stdout.write(`events: ${JSON.stringify(Object.fromEntries(outcomes))}\n`);
  },
  30_000 + MESSAGES * 5,
);

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly text: string;
}

/** Sent as it is: `fetch` would mend addresses. Undefined: cut off without an answer. */
const callRaw = ({ method, path, type, as, body: given }: HostileCall): Promise<Answer | undefined> =>
  new Promise((resolve, reject) => {
    const body = given.replaceAll('BOARD', ID);
    const credentials: Readonly<Record<string, string>> = {
      FACILITATOR: `Bearer ${keys['facilitator']}`,
      WATCHER: `Bearer ${keys['watcher']}`,
      MEMBER: `Member bo:${claim('bo').token}`,
    };
    const { hostname, port } = new URL(url);
    const headers = {
      'Content-Type': type,
      Authorization: credentials[as] ?? as,
      'Content-Length': Buffer.byteLength(body),
    };
    const sent = httpRequest({ hostname, port, method, headers, path: path.replaceAll('BOARD', ID) }, (answer) => {
      let text = '';
      answer.on('data', (data: Buffer) => (text += data.toString()));
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, type: answer.headers['content-type'] ?? '', text }),
      );
    });
    sent.on('error', (error: NodeJS.ErrnoException) =>
      error.code === 'ECONNRESET' || error.code === 'EPIPE' ? resolve(undefined) : reject(error),
    );
    sent.end(body);
  });

test(
  `${MESSAGES / 4} calls of every route are answered with codes and change nothing`,
  async () => {
    const statuses = new Map<number, number>();
    const call = async (hostile: HostileCall): Promise<void> => {
      const answer = await callRaw(hostile);
      const status = answer?.status ?? 0;
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      if (answer === undefined || hostile.method === 'HEAD') return;
      expect(status, JSON.stringify(hostile)).toBeLessThan(500);
      const isOurs = hostile.path.startsWith('/api') && status >= 400;
      if (isOurs) expect(isCoded(JSON.parse(answer.text) as Reply), answer.text).toBe(true);
      if (/\/(commands|keys|members)$/.test(hostile.path)) {
        expect(status, JSON.stringify(hostile)).toBeGreaterThan(hostile.method === 'POST' ? 399 : 200);
      }
    };
    const batch = fc.array(hostileCall, { minLength: 10, maxLength: 10 });
    await fc.assert(
      fc.asyncProperty(batch, async (calls) => {
        await Promise.all(calls.map(call));
        await expectNothingChanged();
      }),
      { numRuns: Math.ceil(MESSAGES / 40), endOnFailure: true },
    );
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    process.stdout.write(`calls: ${JSON.stringify(Object.fromEntries(statuses))}\n`);
  },
  30_000 + MESSAGES * 5,
);

/** Packets of the transport itself that are no packets. */
const PACKETS = [
  '4',
  '42',
  '42[',
  '42[]',
  '42[1]',
  '42{}',
  '420["board:do"',
  '429999999999999999999["board:do",{}]',
  '42["connect"]',
  '42["disconnect"]',
  '42["error",{}]',
  '42["newListener",{}]',
  '43[{}]',
  '430[{"ok":true}]',
  '451-["board:do",{"_placeholder":true,"num":0}]',
  '451-["board:do",{"_placeholder":true,"num":9}]\u001EbAAAA',
  '45999999-["board:do"]',
  'bAAAA',
  '44{"message":"x"}',
  '40/other,{}',
  '41',
  '7',
  '6',
  '2probe',
  '\u001E\u001E\u001E',
  `42${'['.repeat(30_000)}`,
  `42["board:do",${'[['.repeat(5000)}${']]'.repeat(5000)}]`,
  `42["board:do",{"id":"${'\\u0000'.repeat(500)}"}]`,
];

test.each(PACKETS)('the packet %j is answered, passed over or cut off, and others do not notice', async (packet) => {
  const poll = `${url}/socket.io/?EIO=4&transport=polling`;
  const opened = await (await fetch(poll)).text();
  const { sid } = JSON.parse(opened.slice(1)) as { sid: string };
  const send = (body: string) =>
    fetch(`${poll}&sid=${sid}`, { method: 'POST', body, headers: { 'Content-Type': 'text/plain' } });
  expect((await send('40{}')).status).toBe(200);
  expect([200, 400]).toContain((await send(packet)).status);
  const [ada] = sockets;
  expect(await ada?.timeout(5000).emitWithAck('board:sync', {})).toMatchObject({ ok: true });
  await expectNothingChanged();
});
