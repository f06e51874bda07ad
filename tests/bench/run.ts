// One run of one scenario against one server, in a process of its own on the second processor. Prints its figures.
import { SCENARIOS, type Spec } from './scenarios.ts';
import { startServer } from './target.ts';

const spec = JSON.parse(process.argv[2] ?? '{}') as Spec;
const server = await startServer(spec.target, spec.nodeFlags);
try {
  const figures = await SCENARIOS[spec.scenario](server, spec);
  process.stdout.write(`${JSON.stringify(figures)}\n`);
} finally {
  await server.stop();
}
process.exit(0);
