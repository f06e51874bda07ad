import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';

const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export default defineConfig({
  test: {
    coverage: {
      provider: 'v8',
      include: ['shared/**/*.ts'],
      reporter: ['text-summary', 'json-summary'],
      thresholds: { lines: 95 },
    },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/browser/**', 'tests/e2e/**'],
          testTimeout: 20_000,
        },
      },
      {
        extends: true,
        optimizeDeps: {
          include: [
            'lit',
            'lit/decorators.js',
            'lit/directives/repeat.js',
            'lit/directives/class-map.js',
            'lit/directives/style-map.js',
            'lit/directives/live.js',
            'lit/directives/ref.js',
            'lit/directives/unsafe-html.js',
            'lit/directives/if-defined.js',
            'lit/directives/keyed.js',
            'lit/directives/guard.js',
            '@lit/localize',
            'axe-core',
            'zod/mini',
            'marked',
            'dompurify',
            'uqr',
            'idb',
            'yjs',
            'y-codemirror.next',
            '@codemirror/commands',
            '@codemirror/language',
            '@codemirror/state',
            '@codemirror/view',
            '@lezer/markdown',
            'socket.io-client',
            '@noble/hashes/sha2.js',
            '@noble/hashes/utils.js',
          ],
        },
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            api: { host: '127.0.0.1', port: 63315 },
            provider: playwright({
              launchOptions: { executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});
