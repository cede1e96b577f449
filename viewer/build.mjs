// Part of dragoman; see LICENSE.
//
// Builds the page into one file: template, style and script, and the hashes by which the page's
// Content-Security-Policy allows that style and that script and nothing else.
//
//   node build.mjs [--out FILE] [--tests]
//
// --tests bundles tests/*.test.ts instead, for node's test runner.

import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
const argument = (name) => {
  const at = process.argv.indexOf(name);
  return at < 0 ? undefined : process.argv[at + 1];
};

// What every browser in support had by the end of 2023.
const target = ['chrome111', 'firefox113', 'safari16.4'];
const common = { bundle: true, write: false, minify: true, legalComments: 'none', target, charset: 'utf8' };

async function bundled(options) {
  const result = await build({ ...common, ...options, absWorkingDir: here });
  return result.outputFiles[0].text.trim();
}

const hash = (text) => `'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'`;

// Licences ask that their text goes along with the code.
function licences(names) {
  return names.map((name) => {
    const folder = join(here, 'node_modules', name);
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    return `${name} ${version}\n\n${readFileSync(join(folder, 'LICENSE'), 'utf8').trim()}`;
  }).join('\n\n----\n\n').replace(/--+>/g, '->');
}

async function page(out) {
  const style = await bundled({ entryPoints: ['src/style/main.css'] });
  // "</script" must not stand in a script element; esbuild escapes it, and this makes sure.
  const script = await bundled({ entryPoints: ['src/main.ts'], format: 'iife' });
  if (/<\/script|<!--/i.test(script)) throw new Error('the script would end its own element');
  const policy = ["default-src 'none'", `script-src ${hash(script)}`, `style-src ${hash(style)}`,
    'img-src data: blob:', "connect-src 'none'", "base-uri 'none'", "form-action 'none'"].join('; ');
  const parts = {
    policy, style, script,
    licences: licences(['cytoscape', 'd3-force', 'd3-quadtree', 'd3-dispatch', 'd3-timer']),
  };
  let html = readFileSync(join(here, 'src/template.html'), 'utf8');
  for (const [name, text] of Object.entries(parts)) {
    const mark = `{{${name}}}`;
    if (html.split(mark).length !== 2) throw new Error(`template.html: expected ${mark} once`);
    html = html.replace(mark, () => text);
  }
  mkdirSync(dirname(out), { recursive: true });
  writeFileSync(out, html);
  console.log(`${out}: ${Math.round(Buffer.byteLength(html) / 1024)} KiB`);
}

async function tests() {
  const out = resolve(here, '../build/viewer/tests');
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  for (const name of readdirSync(join(here, 'tests')).filter((n) => n.endsWith('.test.ts'))) {
    writeFileSync(join(out, name.replace(/\.ts$/, '.mjs')), await bundled({
      entryPoints: [join('tests', name)], format: 'esm', platform: 'node', minify: false, target: 'node18',
    }));
  }
}

if (process.argv.includes('--tests')) await tests();
else await page(resolve(argument('--out') ?? join(here, '../build/share/dragoman/viewer.html')));
