import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { type Plugin, type Rolldown, defineConfig } from 'vite';

type Modules = Parameters<Exclude<Rolldown.CodeSplittingGroup['name'], string>>[1];

// `npm run dev:client` serves the page beside a server started with `npm run dev`.
const target = process.env['API'] ?? 'http://127.0.0.1:3000';

/** Writes `NAME.js.br` beside `NAME.js`: compressed as well as can be, once, and served as it is. */
const compressed: Plugin = {
  name: 'compressed-files',
  apply: 'build',
  writeBundle({ dir = '' }, bundle) {
    for (const file of Object.values(bundle)) {
      if (!/\.(js|css)$/.test(file.fileName)) continue;
      const content = file.type === 'chunk' ? file.code : file.source;
      writeFileSync(join(dir, `${file.fileName}.br`), brotliCompressSync(content));
    }
  },
};

/** What files of the client name, themselves or through others, but for what is fetched later. */
function namedBy(files: readonly string[], modules: Modules): ReadonlySet<string> {
  const found = new Set(files.map((file) => fileURLToPath(new URL(`client/${file}`, import.meta.url))));
  for (const id of found) for (const named of modules.getModuleInfo(id)?.importedIds ?? []) found.add(named);
  return found;
}

let ofBoards: ReadonlySet<string> | undefined;

/** What the page of every board needs, and neither the first page nor what stands around both. */
function isOfBoards(id: string, modules: Modules): boolean {
  if (ofBoards === undefined) {
    const others = namedBy(['main.ts', 'app.ts', 'pages/home-page.ts'], modules);
    ofBoards = new Set([...namedBy(['pages/board-page.ts'], modules)].filter((named) => !others.has(named)));
  }
  return ofBoards.has(id);
}

export default defineConfig({
  plugins: [compressed],
  root: 'client',
  // Files find each other from where they are, so that the page works under any path; see client/base-path.ts.
  base: './',
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
    // What this many parts share goes into one file: a first visit asks for half as many, and they compress better together.
    // Fewer, and it holds what a first visit does not need; tests/e2e/first-visit.spec.ts weighs it.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'common', minShareCount: 9 },
            {
              debugName: 'board',
              name: (id, context) => (isOfBoards(id, context) ? 'board' : null),
              minShareCount: 2,
              includeDependenciesRecursively: false,
            },
          ],
        },
      },
    },
  },
});
