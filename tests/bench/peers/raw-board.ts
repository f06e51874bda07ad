// Node's floor: bare `ws`, one durable batch and one prebuilt frame a tick, written to every socket in one go.
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { Socket } from 'node:net';
import { Counting } from './counting.ts';
import { openVoteLog } from './vote-log.ts';

interface Line {
  readonly _socket: Socket;
  on(event: 'message', listener: (data: Buffer) => void): void;
  on(event: 'close', listener: () => void): void;
  send(text: string): void;
}
const { WebSocketServer } = createRequire(import.meta.url)('ws') as {
  WebSocketServer: new (options: object) => { on(event: 'connection', listener: (line: Line) => void): void };
};

const TICK_MS = Number(process.env['TICK_MS'] ?? 50);
const counting = new Counting();
const log = openVoteLog(process.env['DATA_DIR'] ?? '.');
const server = createServer((_request, response) => response.end());
const lines = new Set<Line>();
let waiting: { line: Line; ack: string; vote: Parameters<Counting['cast']>[0] }[] = [];
let told = 0;

function frameOf(text: string): Buffer {
  const length = Buffer.byteLength(text);
  const head = length < 126 ? 2 : 4;
  const frame = Buffer.alloc(head + length);
  frame[0] = 0x81;
  if (length < 126) frame[1] = length;
  else {
    frame[1] = 126;
    frame.writeUInt16BE(length, 2);
  }
  frame.write(text, head);
  return frame;
}

function commit(): void {
  const batch = waiting;
  waiting = [];
  log.together(() => {
    for (const { vote } of batch) log.add(vote.voter, `${vote.option} ${vote.criterion}`, vote.score);
  });
  for (const { line, ack, vote } of batch) {
    counting.cast(vote);
    line.send(`43${ack}[{"ok":true,"version":${counting.version}}]`);
  }
}

function tick(): void {
  if (counting.version === told) return;
  told = counting.version;
  const frame = frameOf(`42["tally",${JSON.stringify(counting.changes())}]`);
  for (const line of lines) line._socket.write(frame);
}

new WebSocketServer({ server }).on('connection', (line) => {
  lines.add(line);
  line.on('close', () => lines.delete(line));
  line.send(`42["state",${JSON.stringify(counting.all())}]`);
  line.on('message', (data) => {
    const text = data.toString();
    const bracket = text.indexOf('[');
    if (waiting.length === 0) setImmediate(commit);
    const [, vote] = JSON.parse(text.slice(bracket)) as [string, Parameters<Counting['cast']>[0]];
    waiting.push({ line, ack: text.slice(2, bracket), vote });
  });
});
setInterval(tick, TICK_MS);
server.listen(Number(process.env['PORT']), '127.0.0.1');
