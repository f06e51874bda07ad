// Runs every suite and prints the totals last: `N passed, N failed`. Fails when anything failed or nothing ran.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findChromium } from './ensure-chromium.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const reports = join(root, 'test-results');
const chromium = findChromium();
const environment = { ...process.env, ...(chromium !== undefined && { CHROMIUM: chromium }) };

const fromVitest = ({ numPassedTests, numFailedTests }) => ({ passed: numPassedTests, failed: numFailedTests });
const fromPlaywright = ({ stats }) => ({
  passed: stats.expected + stats.flaky,
  failed: stats.unexpected,
  unsteady: stats.flaky,
});

const vitest = (name, ...more) => ({
  name,
  report: join(reports, `${name}.json`),
  command: ['vitest', 'run', '--project', name, '--reporter=dot', '--reporter=json', ...more],
  outputFlag: '--outputFile.json=',
  read: fromVitest,
});

const hasSpecs = (folder) =>
  existsSync(folder) &&
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).some((path) => path.endsWith('.spec.ts'));

const suites = [
  vitest('unit', '--coverage'),
  vitest('browser'),
  ...(hasSpecs(join(root, 'tests', 'e2e'))
    ? [{ name: 'e2e', report: join(reports, 'e2e.json'), command: ['playwright', 'test'], read: fromPlaywright }]
    : []),
];

function run({ name, report, command, outputFlag, read }) {
  rmSync(report, { force: true });
  const [tool, ...args] = command;
  const flags = outputFlag === undefined ? [] : [`${outputFlag}${report}`];
  process.stdout.write(`\n— ${name}\n`);
  const { status } = spawnSync(join(root, 'node_modules', '.bin', tool), [...args, ...flags], {
    cwd: root,
    env: environment,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const totals = existsSync(report) ? read(JSON.parse(readFileSync(report, 'utf8'))) : { passed: 0, failed: 0 };
  // A file that could not be loaded, or too little coverage, fails no test by itself.
  const broken = (status !== 0 && totals.failed === 0) || totals.passed + totals.failed === 0;
  if (broken) process.stdout.write(`The suite ${name} did not pass: see above.\n`);
  if (totals.unsteady > 0)
    process.stdout.write(`${totals.unsteady} of ${name} passed only the second time: see above.\n`);
  return { passed: totals.passed, failed: totals.failed + (broken ? 1 : 0) };
}

mkdirSync(reports, { recursive: true });
const results = suites.map(run);
const sum = (key) => results.reduce((total, result) => total + result[key], 0);
process.stdout.write(`\n${sum('passed')} passed, ${sum('failed')} failed\n`);
process.exitCode = sum('failed') === 0 && sum('passed') > 0 ? 0 : 1;
