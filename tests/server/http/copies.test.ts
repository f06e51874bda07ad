// Boards made from other boards over HTTP: who may, and what comes along.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Meeting, reveal, startMeeting, startVote } from './meeting.ts';
import { type TestServer, refusal, startServer, textAt } from './serve.ts';

let server: TestServer;
beforeEach(async () => {
  server = await startServer();
});
afterEach(() => server.close());

const copy = (board: string, as: string | undefined, more: object = {}, fields: object = {}) =>
  server.call('/api/boards', { body: { copy: { board, ...more }, ...fields }, ...(as !== undefined && { as }) });

async function snapshotOf(answer: Awaited<ReturnType<typeof copy>>) {
  expect(answer.status, answer.text).toBe(201);
  const read = await server.call(`/api/boards/${textAt(answer.json, 'id')}`, {
    as: `Bearer ${textAt(answer.json, 'keys', 'watcher')}`,
  });
  return (read.json as { snapshot: Record<string, unknown> }).snapshot;
}

async function decided(): Promise<{ readonly meeting: Meeting; readonly ada: string }> {
  const { meeting, ada } = await startVote(server, 'named');
  await reveal(meeting, ada);
  await meeting.do(ada, 'note.add', { note: 'n1', target: { kind: 'board' }, kind: 'risk', text: 'Old' });
  await meeting.do(ada, 'decision.set', { options: ['flask'], status: 'accepted', summary: 'Why not', round: 'r1' });
  return { meeting, ada };
}

describe('a board is copied', () => {
  test('by whoever may read it, with any key or as a member, into a board with keys of its own', async () => {
    const { meeting, ada } = await decided();
    for (const as of [...Object.values(meeting.keys).map((key) => `Bearer ${key}`), ada]) {
      const answer = await copy(meeting.id, as);
      expect(await snapshotOf(answer)).toMatchObject({
        title: 'Which framework?',
        phase: 'frame',
        notes: [],
        rounds: [],
      });
      expect(textAt(answer.json, 'id')).not.toBe(meeting.id);
      expect(Object.values(meeting.keys)).not.toContain(textAt(answer.json, 'keys', 'facilitator'));
    }
  });

  test('by its code too, with the title that is given and the notes if wanted', async () => {
    const { meeting } = await decided();
    const answer = await copy(meeting.code, `Bearer ${meeting.keys.voter}`, { notes: true }, { title: 'Again' });
    expect(await snapshotOf(answer)).toMatchObject({ title: 'Again', notes: [{ text: 'Old' }], members: [] });
  });

  test('by nobody without a right key, and not from nowhere', async () => {
    const { meeting } = await decided();
    const other = await startMeeting(server);
    for (const as of [undefined, 'Bearer wrong', `Bearer ${other.keys.facilitator}`]) {
      const refused = await copy(meeting.id, as);
      expect([refused.status, refusal(refused)]).toEqual([401, 'bad-key']);
    }
    const nowhere = await copy('nowhere', `Bearer ${meeting.keys.voter}`);
    expect([nowhere.status, refusal(nowhere)]).toEqual([404, 'not-found']);
  });

  test('and not together with a template or a file', async () => {
    const { meeting } = await decided();
    const as = `Bearer ${meeting.keys.voter}`;
    for (const more of [{ template: 'blank' }, { import: { format: 'csv', text: 'a,b' } }]) {
      const refused = await copy(meeting.id, as, {}, more);
      expect([refused.status, refusal(refused)]).toEqual([400, 'invalid']);
    }
  });
});

describe('a question is asked again', () => {
  test('from the board, with what was decided and the results that led to it', async () => {
    const { meeting } = await decided();
    const snapshot = await snapshotOf(await copy(meeting.id, `Bearer ${meeting.keys.voter}`, { redecide: true }));
    expect(snapshot).toMatchObject({
      phase: 'discuss',
      members: [],
      previous: { board: meeting.id, title: 'Which framework?', decision: { options: ['flask'], status: 'accepted' } },
      rounds: [{ id: 'r1', imported: true, state: 'revealed', result: { winners: ['flask'] } }],
    });
    expect(JSON.stringify(snapshot)).not.toMatch(/Ada|Bo|Cy/);
  });

  test('from its exported file, as it stood then', async () => {
    const { meeting } = await decided();
    const { text } = await meeting.read('/export.json');
    const made = await server.call('/api/boards', { body: { import: { format: 'json', text, redecide: true } } });
    expect(await snapshotOf(made)).toMatchObject({
      phase: 'discuss',
      members: [],
      notes: [{ text: 'Old' }],
      previous: {
        board: meeting.id,
        decision: { options: ['flask'] },
        at: (JSON.parse(text) as { exportedAt: string }).exportedAt,
      },
      rounds: [{ imported: true }],
    });
  });

  test('and a new round is counted beside the old one', async () => {
    const { meeting } = await decided();
    const made = await copy(meeting.id, `Bearer ${meeting.keys.facilitator}`, { redecide: true });
    const path = `/api/boards/${textAt(made.json, 'id')}`;
    const member = { id: 'eve', token: 'a-token-of-more-than-128-bits-e', name: 'Eve' };
    await server.call(`${path}/members`, {
      body: { member },
      as: `Bearer ${textAt(made.json, 'keys', 'facilitator')}`,
    });
    const act = async (type: string, fields: object, id: string) => {
      const done = await server.call(`${path}/commands`, {
        body: { id, type, ...fields },
        as: `Member ${member.id}:${member.token}`,
      });
      expect(done.status, done.text).toBe(200);
    };
    await act('round.open', { round: 'r2', method: 'score', secrecy: 'named' }, 'c1');
    await act('ballot.cast', { round: 'r2', ballot: { cells: { django: { speed: 5 }, flask: { speed: 0 } } } }, 'c2');
    await act('round.close', { round: 'r2' }, 'c3');
    await act('round.reveal', { round: 'r2' }, 'c4');
    const read = await server.call(path, { as: `Bearer ${textAt(made.json, 'keys', 'watcher')}` });
    expect((read.json as { snapshot: unknown }).snapshot).toMatchObject({
      rounds: [{ result: { winners: ['flask'] } }, { result: { winners: ['django'] } }],
    });
  });
});
