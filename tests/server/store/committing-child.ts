// A process that commits without end and prints what was acknowledged, until it is killed.
import { writeSync } from 'node:fs';
import { openSqliteStore } from '../../../server/store/sqlite.ts';
import { cast, commitTo, hashOf, newBoard, titles } from './store-samples.ts';

const store = await openSqliteStore({ directory: process.argv[2] ?? '' });

async function commitForever(board: string): Promise<never> {
  await store.create(newBoard(board));
  await store.commit([commitTo(board, 1, { opens: { round: 'r', tieSeed: 'seed' } })]);
  for (let revision = 1; ; revision += 1) {
    const events = titles(revision, `title ${revision + 1}`);
    const command = { hash: hashOf(`h${revision}`), answer: { revision: revision + 1 } };
    const commit = commitTo(board, revision, { events, command, ballot: cast('r', `m${revision}`, revision) });
    const [outcome] = await store.commit([commit]);
    if (outcome?.kind !== 'committed') throw new Error(`not committed: ${JSON.stringify(outcome)}`);
    writeSync(1, `${board} ${revision + 1}\n`);
  }
}

await Promise.all(['a', 'b', 'c'].map(commitForever));
