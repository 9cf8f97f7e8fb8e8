// Weighs build/page after gzip and fails where it is over its budget. usage: node web/sizes.mjs
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

// The engine is fetched after the first paint; a fifth of it are the reports. The importer carries a module of its own and
// every reader of files; it is fetched while the page is idle.
const budgets = { 'first load': 170_000, engine: 350_000, importer: 220_000, 'a later chunk': 60_000 };

const page = join(import.meta.dirname, '../build/page');
const weigh = (file) => gzipSync(readFileSync(join(page, file)), { level: 9 }).length;
const html = readFileSync(join(page, 'index.html'), 'utf8');

const kindOf = (name) =>
  name.startsWith('start-worker') ? 'engine' : name.startsWith('start-importer') ? 'importer' : 'a later chunk';

const parts = [];
let first = 0;
for (const name of readdirSync(join(page, 'assets')).filter((file) => /\.(js|css)$/.test(file))) {
  const file = `assets/${name}`;
  if (html.includes(file)) first += weigh(file);
  else parts.push({ what: kindOf(name), file, bytes: weigh(file) });
}
parts.unshift({ what: 'first load', file: 'index.html and what it names', bytes: first });

for (const { what, file, bytes } of parts) {
  const over = bytes > budgets[what];
  console.log(`${over ? 'OVER' : 'ok  '} ${String(bytes).padStart(8)} of ${budgets[what]} bytes: ${what}, ${file}`);
  if (over) process.exitCode = 1;
}
