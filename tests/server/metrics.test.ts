// What the server counts about itself, and what it must not let anybody time.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startVote, reveal } from './http/meeting.ts';
import { type TestServer, startServer } from './http/serve.ts';

let server: TestServer;
beforeEach(async () => {
  server = await startServer();
});
afterEach(() => server.close());

const metrics = async (): Promise<string> => (await server.call('/metrics')).text;
const counted = (text: string, type: string): number =>
  [...text.matchAll(new RegExp(`^palabre_commands_total\\{type="${type}",.*\\} (\\d+)$`, 'gm'))]
    .map(([, count]) => Number(count))
    .reduce((sum, count) => sum + count, 0);

test('commands by type and outcome, connections, durations and delays are there', async () => {
  const { meeting, ada } = await startVote(server, 'live');
  await meeting.do(ada, 'option.add', { option: 'flask', name: 'Twice' });
  const text = await metrics();
  expect(text).toContain('palabre_commands_total{type="option.add",outcome="accepted"} 2');
  expect(text).toContain('palabre_commands_total{type="option.add",outcome="exists"} 1');
  expect(text).toContain('palabre_commands_total{type="ballot.cast",outcome="accepted"} 3');
  for (const name of ['palabre_connections', 'palabre_joined', 'palabre_store_failing']) {
    expect(text).toMatch(new RegExp(`^${name} \\d+$`, 'm'));
  }
  expect(text).toMatch(/^palabre_commit_seconds\{quantile="0.99"\} [\d.]+$/m);
  expect(text).toMatch(/^palabre_update_seconds\{quantile="0.5"\} [\d.]+$/m);
  expect(text).toMatch(/^palabre_event_loop_delay_seconds [\d.e-]+$/m);
  // Every line is one that Prometheus reads.
  for (const line of text.trimEnd().split('\n')) {
    expect(line).toMatch(/^(# (HELP|TYPE) \w+ .+|\w+(\{\w+="[^"\\]*"(,\w+="[^"\\]*")*\})? [\d.e+-]+)$/);
  }
});

test('ballots of an anonymous round are counted nowhere, accepted or refused', async () => {
  const { meeting, ada } = await startVote(server, 'anonymous');
  await meeting.do(ada, 'ballot.cast', { round: 'r1', ballot: { cells: { nothing: { here: 1 } } } });
  await meeting.do(ada, 'ballot.withdraw', { round: 'r1' });
  const text = await metrics();
  expect(counted(text, 'ballot.cast') + counted(text, 'ballot.withdraw')).toBe(0);
  expect(text).toContain('palabre_commands_total{type="round.open",outcome="accepted"} 1');
  await reveal(meeting, ada);
});

test('notes that a round holds back are counted nowhere, accepted or refused', async () => {
  const { meeting, ada } = await startVote(server, 'named', { silentNotes: 'signed' });
  const held = { round: 'r1', note: 'n1', target: { kind: 'board' }, kind: 'con', text: 'Nobody may know.' };
  expect((await meeting.do(ada, 'note.hold', held)).status).toBe(200);
  await meeting.do(ada, 'note.hold', { ...held, round: 'r2' });
  await meeting.do(ada, 'note.discard', { note: 'n1' });
  const text = await metrics();
  expect(counted(text, 'note.hold') + counted(text, 'note.discard')).toBe(0);
});

test('what commands move stands still for a minute, so that nothing that happens can be timed by it', async () => {
  const { meeting, voters } = await startVote(server, 'anonymous');
  const moved = (text: string): string => text.slice(text.indexOf('process_cpu_seconds_total'));
  const before = moved(await metrics());
  for (let change = 0; change < 20; change += 1) {
    const cells = { flask: { speed: change % 6 } };
    await meeting.do(voters[change % 3] ?? '', 'ballot.cast', { round: 'r1', ballot: { cells } });
    server.pass(2900);
    expect(moved(await metrics())).toBe(before);
  }
  server.pass(2000);
  expect(moved(await metrics())).not.toBe(before);
});
