// The board that most would write first: Socket.IO, and every vote sent to everybody at once.
import { createServer } from 'node:http';
import { Server } from 'socket.io';
import { Counting } from './counting.ts';
import { openVoteLog } from './vote-log.ts';

const counting = new Counting();
const log = process.env['DURABLE'] ? openVoteLog(process.env['DATA_DIR'] ?? '.') : undefined;
const server = createServer((_request, response) => response.end());
const io = new Server(server);

io.on('connection', (socket) => {
  socket.emit('state', counting.all());
  socket.on('vote', (vote: Parameters<Counting['cast']>[0], answer: (reply: object) => void) => {
    log?.add(vote.voter, `${vote.option} ${vote.criterion}`, vote.score);
    counting.cast(vote);
    io.emit('tally', counting.changes());
    answer({ ok: true, version: counting.version });
  });
});
server.listen(Number(process.env['PORT']), '127.0.0.1');
