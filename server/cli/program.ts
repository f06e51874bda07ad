// The palabre program as a process.
import { palabre } from './cli.ts';

const code = await palabre(process.argv.slice(2));
// A served server stays; every other command is over.
if (code !== 'serving') process.exitCode = code;
