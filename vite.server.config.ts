import { defineConfig } from 'vite';

export default defineConfig({
  publicDir: false,
  build: {
    ssr: true,
    outDir: 'dist/server',
    target: 'node20',
    sourcemap: true,
    emptyOutDir: true,
    rollupOptions: {
      // The store's worker is an entry of its own: it is started as a thread from its file.
      input: {
        main: 'server/main.ts',
        palabre: 'server/cli/program.ts',
        'sqlite-worker': 'server/store/sqlite-worker.ts',
      },
      output: { entryFileNames: '[name].js' },
    },
  },
});
