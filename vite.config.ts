import { defineConfig } from 'vite';

// `npm run dev:client` serves the page beside a server started with `npm run dev`.
const target = process.env['API'] ?? 'http://127.0.0.1:3000';

export default defineConfig({
  root: 'client',
  publicDir: 'public',
  server: {
    host: '127.0.0.1',
    port: 5173,
    strictPort: true,
    proxy: { '/socket.io': { target, ws: true }, '/api/': { target } },
  },
  build: {
    target: 'es2022',
    // Browsers that know light-dark(): rewritten for older ones, a part of the page could not have a theme of its own.
    cssTarget: ['chrome123', 'edge123', 'firefox120', 'safari17.5'],
    outDir: '../dist/client',
    emptyOutDir: true,
    sourcemap: true,
    assetsInlineLimit: 0,
  },
});
