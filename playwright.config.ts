import { defineConfig } from '@playwright/test';

const MEASURED = ['**/smooth.spec.ts', '**/large-board.spec.ts'];

export default defineConfig({
  testDir: 'tests/e2e',
  // Each file has a server of its own.
  workers: 2,
  projects: [
    { name: 'meetings', testIgnore: MEASURED },
    // What looks at frames and long tasks runs when nothing else does.
    { name: 'measured', testMatch: MEASURED, dependencies: ['meetings'], workers: 1 },
  ],
  timeout: 240_000,
  expect: { timeout: 20_000 },
  forbidOnly: true,
  // What passes only the second time is counted apart, in the line before the totals.
  retries: process.env['CI'] === undefined ? 0 : 1,
  reporter: [['line'], ['json', { outputFile: 'test-results/e2e.json' }]],
  outputDir: 'test-results/e2e',
  use: {
    actionTimeout: 20_000,
    launchOptions: {
      executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
