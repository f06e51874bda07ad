// Builds dist/ when it is missing or older than what it is made from.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const SOURCES = ['client', 'server', 'shared', 'package.json', 'vite.config.ts', 'vite.server.config.ts'];
// What each build writes last or always.
const BUILT = [
  'dist/client/index.html',
  'dist/server/main.js',
  'dist/server/palabre.js',
  'dist/server/sqlite-worker.js',
];

/** When anything under a path was last written; 0 when it is not there. */
function newest(path) {
  if (!existsSync(path)) return 0;
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  const below = readdirSync(path).map((name) => newest(join(path, name)));
  return Math.max(stats.mtimeMs, ...below);
}

function isUpToDate() {
  const built = BUILT.map((path) => newest(join(root, path)));
  // An installed copy may come without sources.
  const sources = Math.max(...SOURCES.map((path) => newest(join(root, path))));
  return built.every((time) => time > 0) && Math.min(...built) >= sources;
}

const hasVite = () => {
  try {
    createRequire(import.meta.url).resolve('vite/package.json');
    return true;
  } catch {
    return false;
  }
};

export function ensureBuilt() {
  if (isUpToDate()) return;
  if (!hasVite()) {
    if (BUILT.every((path) => existsSync(join(root, path)))) return;
    process.stderr.write(
      'Palabre is not built and vite is not here to build it: run npm ci (with development packages).\n',
    );
    process.exit(1);
  }
  process.stderr.write('Building Palabre…\n');
  const { status, stdout, stderr } = spawnSync('npm', ['run', '--silent', 'build'], { cwd: root, encoding: 'utf8' });
  if (status === 0) return;
  process.stderr.write(`${stdout ?? ''}${stderr ?? ''}\nThe build failed.\n`);
  process.exit(1);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) ensureBuilt();
