// Sees to it that there is a Chromium for the tests. As root on Debian it is installed; elsewhere one sentence says how.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Where a Chromium is: the one that was named, the usual place, or one on the path. */
export function findChromium() {
  const named = process.env.CHROMIUM;
  if (named !== undefined && named !== '') return isProgram(named) ? named : undefined;
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const places = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return ['/usr/bin/chromium', ...places].find(isProgram);
}

function install() {
  const lock = ['-o', 'DPkg::Lock::Timeout=400'];
  const options = {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  };
  const apt = (...args) => spawnSync('apt-get', args, options).status === 0;
  return apt('update', '-qq', ...lock) && apt('install', '-y', '--no-install-recommends', ...lock, 'chromium');
}

const isRoot = process.getuid?.() === 0;
const isDebian = existsSync('/etc/debian_version');
const isNamed = (process.env.CHROMIUM ?? '') !== '';

if (findChromium() === undefined) {
  if (isNamed) {
    process.stderr.write('CHROMIUM names a program that is not there; set it to the path of a Chromium or unset it.\n');
    process.exit(1);
  }
  if (!isRoot || !isDebian || !install() || findChromium() === undefined) {
    process.stderr.write(
      'The tests need Chromium: install it (on Debian: apt-get install chromium) or set CHROMIUM to its path.\n',
    );
    process.exit(1);
  }
}
