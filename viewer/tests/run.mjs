// Part of dragoman; see LICENSE.
//
// Bundles the tests and runs them by node's test runner.

import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const run = (...args) => {
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
};
run(join(here, '../build.mjs'), '--tests');
const out = resolve(here, '../../build/viewer/tests');
const files = readdirSync(out).map((name) => join(out, name));
if (files.length === 0) throw new Error('no tests');
run('--test', ...files);
