// Part of dragoman; see LICENSE.
//
// Debian's Chromium by playwright-core, which brings no browser of its own.

import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const here = dirname(fileURLToPath(import.meta.url));
export const source = resolve(here, '../..');
export const require = createRequire(join(source, 'viewer', 'package.json'));
const { chromium } = require('playwright-core');

const EXECUTABLE = process.env.CHROMIUM ?? ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find((p) => existsSync(p));

const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync'];

// A browser with an empty profile.  Close it by close().
export async function launch(options = {}) {
  if (!EXECUTABLE) throw new Error('no Chromium: install Debian\'s chromium, or name one in $CHROMIUM');
  const profile = mkdtempSync(join(tmpdir(), 'dragoman-chromium-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: EXECUTABLE, headless: true, args: FLAGS, viewport: { width: 1360, height: 850 }, acceptDownloads: true, ...options,
  });
  return {
    context,
    close: async () => {
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

// Opens a file and notes whatever goes wrong there, and whatever asks for the network.
export async function open(context, file, hash = '') {
  const page = await context.newPage();
  const problems = [];
  page.on('console', (m) => {
    if (m.type() === 'error' || m.type() === 'warning') problems.push(m.text());
  });
  page.on('pageerror', (e) => problems.push(String(e)));
  page.on('request', (r) => {
    if (!/^(file|blob|data):/.test(r.url())) problems.push(`asked for ${r.url()}`);
  });
  page.on('dialog', (d) => {
    problems.push(`dialog ${d.message()}`);
    void d.dismiss();
  });
  await page.goto(pathToFileURL(file).href + hash);
  await page.waitForSelector('#app .columns, #app .message');
  return { page, problems };
}

export const build = resolve(process.env.DRAGOMAN_BUILD ?? join(source, 'build'));

export function dragoman(...args) {
  return execFileSync(join(build, 'dragoman'), args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
}
