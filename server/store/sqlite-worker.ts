// The database thread: takes all requests that are waiting and puts neighbouring commits into one transaction.
import { type MessagePort, parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import { SqliteDatabase } from './sqlite-database.ts';
import type { Reply, Request, WorkerSettings } from './sqlite-messages.ts';
import { sentenceOf, StoreRefused } from './store-refused.ts';

/** Requests that share a transaction at most, so that the first in a long queue need not wait for the last. */
const TOGETHER = 500;

/** The request at `from` and those right after it that can share its transaction. */
function together(requests: readonly Request[], from: number): readonly Request[] {
  const name = requests[from]?.name;
  if (name !== 'commit' && name !== 'erase' && name !== 'addToRecord') return requests.slice(from, from + 1);
  const group = requests.slice(from, from + TOGETHER);
  const other = group.findIndex((request) => request.name !== name);
  return other === -1 ? group : group.slice(0, other);
}

/** Makes one call with the items of several requests and hands each request its own part of the results. */
function shared<Item, Result>(
  lists: readonly (readonly Item[])[],
  call: (items: readonly Item[]) => readonly Result[],
): (readonly Result[])[] {
  const results = call(lists.flat());
  let taken = 0;
  return lists.map((list) => results.slice(taken, (taken += list.length)));
}

/** One result for each request of a group, in order. */
function run(database: SqliteDatabase, group: readonly Request[]): readonly unknown[] {
  const [first] = group;
  if (first === undefined) return [];
  switch (first.name) {
    case 'commit': {
      const lists = group.flatMap((request) => (request.name === 'commit' ? request.given : []));
      return shared(lists, (commits) => database.commit(commits));
    }
    case 'erase': {
      const lists = group.flatMap((request) => (request.name === 'erase' ? request.given : []));
      return shared(lists, (boards) => database.erase(boards));
    }
    case 'addToRecord': {
      const lists = group.flatMap((request) => (request.name === 'addToRecord' ? request.given : []));
      return shared(lists, (additions) => database.addToRecord(additions));
    }
    case 'create':
      return [database.create(...first.given)];
    case 'load':
      return [database.load(...first.given)];
    case 'boardOfCode':
      return [database.boardOfCode(...first.given)];
    case 'eventsAfter':
      return [database.eventsAfter(...first.given)];
    case 'answers':
      return [database.answers(...first.given)];
    case 'record':
      return [database.record(...first.given)];
    case 'mergeRecord':
      return [database.mergeRecord(...first.given)];
    case 'unusedSince':
      return [database.unusedSince(...first.given)];
    case 'keepSnapshot':
      return [database.keepSnapshot(...first.given)];
    case 'keepPoint':
      return [database.keepPoint(...first.given)];
    case 'points':
      return [database.points(...first.given)];
    case 'close':
      return [database.close()];
    default:
      throw new Error(`no such request: ${JSON.stringify(first satisfies never)}`);
  }
}

function repliesTo(database: SqliteDatabase, group: readonly Request[]): Reply[] {
  try {
    const results = run(database, group);
    return group.map(({ id }, index) => ({ kind: 'done', id, result: results[index] }));
  } catch (error) {
    return group.map(({ id }) => ({ kind: 'thrown', id, message: sentenceOf(error) }));
  }
}

/** The message that woke the thread and all that arrived while it was at work. */
function waiting(port: MessagePort, first: Request): Request[] {
  const requests = [first];
  for (let next = receiveMessageOnPort(port); next !== undefined; next = receiveMessageOnPort(port)) {
    requests.push(next.message);
  }
  return requests;
}

function serve(database: SqliteDatabase, port: MessagePort): void {
  const say = (replies: readonly Reply[]) => port.postMessage(replies);
  port.on('message', (message: Request) => {
    const requests = waiting(port, message);
    for (let done = 0; done < requests.length;) {
      const group = together(requests, done);
      say(repliesTo(database, group));
      done += group.length;
    }
    if (requests.some((request) => request.name === 'close')) port.close();
    else database.tidy();
  });
  say([{ kind: 'opened', epoch: database.epoch }]);
}

function start(port: MessagePort, { path }: WorkerSettings): void {
  try {
    serve(new SqliteDatabase(path), port);
  } catch (error) {
    if (!(error instanceof StoreRefused)) throw error;
    port.postMessage([{ kind: 'refused', message: error.message } satisfies Reply]);
  }
}

if (parentPort !== null) start(parentPort, workerData);
