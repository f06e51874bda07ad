// People on a board, over HTTP: made, joined, and doing commands.
import { type Answer, type TestServer, textAt } from './serve.ts';

export interface Meeting {
  readonly id: string;
  readonly code: string;
  readonly keys: Readonly<Record<'facilitator' | 'voter' | 'watcher', string>>;
  readonly path: string;
  /** Joins as a new member and answers their `Authorization`. */
  member(name: string, key?: string): Promise<string>;
  do(as: string, type: string, fields?: object, id?: string): Promise<Answer>;
  read(path?: string, as?: string): Promise<Answer>;
}

let made = 0;
const TOKEN = 'a-token-of-more-than-128-bits';

export async function startMeeting(server: TestServer, fields: object = {}): Promise<Meeting> {
  const answer = await server.call('/api/boards', { body: { title: 'Which framework?', ...fields } });
  const at = (...path: string[]) => textAt(answer.json, ...path);
  const id = at('id');
  const keys = {
    facilitator: at('keys', 'facilitator'),
    voter: at('keys', 'voter'),
    watcher: at('keys', 'watcher'),
  };
  const path = `/api/boards/${id}`;
  return {
    id,
    code: at('code'),
    keys,
    path,
    member: async (name, key = keys.voter) => {
      made += 1;
      const member = { id: `m${made}`, token: `${TOKEN}-${made}`, name };
      const joined = await server.call(`${path}/members`, { body: { member }, as: `Bearer ${key}` });
      if (joined.status !== 200) throw new Error(joined.text);
      return `Member ${member.id}:${member.token}`;
    },
    do: (as, type, more = {}, command = `c${(made += 1)}`) =>
      server.call(`${path}/commands`, { body: { id: command, type, ...more }, as }),
    read: (rest = '', as = `Bearer ${keys.watcher}`) => server.call(path + rest, { as }),
  };
}

/** Options flask and django under the criteria speed and docs, opened for scores, and voted on by three. */
export async function startVote(server: TestServer, secrecy: string, more: object = {}) {
  const meeting = await startMeeting(server);
  const ada = await meeting.member('Ada', meeting.keys.facilitator);
  for (const [option, name] of [
    ['flask', 'Flask'],
    ['django', 'Django'],
  ])
    await meeting.do(ada, 'option.add', { option, name });
  for (const [criterion, weight] of [
    ['speed', 2],
    ['docs', 1],
  ]) {
    await meeting.do(ada, 'criterion.add', { criterion, name: `The ${criterion}`, weight });
  }
  await meeting.do(ada, 'round.open', { round: 'r1', method: 'score', secrecy, ...more });
  const voters = [ada, await meeting.member('Bo'), await meeting.member('Cy')];
  for (const [at, voter] of voters.entries()) {
    const cells = { flask: { speed: 5, docs: at }, django: { speed: 1, docs: 4 } };
    await meeting.do(voter, 'ballot.cast', { round: 'r1', ballot: { cells }, done: true });
  }
  return { meeting, ada, voters };
}

/** Closes and reveals the round of `startVote`. */
export async function reveal(meeting: Meeting, facilitator: string): Promise<void> {
  await meeting.do(facilitator, 'round.close', { round: 'r1' });
  await meeting.do(facilitator, 'round.reveal', { round: 'r1' });
}
