// Loaded into a server before anything else: at each SIGUSR2 its clock jumps, two hours ahead and then three back.
import { isMainThread } from 'node:worker_threads';

if (isMainThread) {
  const real = Date.now;
  const jumps = [2 * 3_600_000, -3 * 3_600_000];
  let ahead = 0;
  Date.now = () => real() + ahead;
  process.on('SIGUSR2', () => {
    ahead += jumps.shift() ?? 0;
    process.stderr.write(`the clock is ${ahead / 3_600_000} hours ahead\n`);
  });
}
