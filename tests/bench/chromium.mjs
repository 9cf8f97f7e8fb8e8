// Runs one implementation in Chromium, asked and answering as host.mjs does.
//   node chromium.mjs NAME FOLDER THREADS
import { createReadStream, existsSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium } from 'playwright-core';
import { BUNDLES, bundled } from './bundle.mjs';

const [name, folder, threads] = process.argv.slice(2);
const root = resolve(import.meta.dirname, '../..');
const installed = `${root}/.toolchain/bench`;
const libraries = `${installed}/node_modules`;

// DuckDB-WASM's module for workers names its own libraries, which only a bundler finds.
async function bundleDuckdb() {
  const entry = `${installed}/entry.mjs`;
  writeFileSync(entry, "export * from './node_modules/@duckdb/duckdb-wasm/dist/duckdb-browser-blocking.mjs';\n");
  await bundled('duckdb', entry);
}

const FILES = {
  '/library/udsv.mjs': `${libraries}/udsv/dist/uDSV.mjs`,
  '/library/duckdb-eh.wasm': `${libraries}/@duckdb/duckdb-wasm/dist/duckdb-eh.wasm`,
  '/library/duckdb-mvp.wasm': `${libraries}/@duckdb/duckdb-wasm/dist/duckdb-mvp.wasm`,
  '/library/scan.wasm': `${root}/build/wasm/mqlab_scan.wasm`,
};
const FOLDERS = {
  '/bench/': import.meta.dirname,
  '/library/': BUNDLES,
  '/bundle/': BUNDLES,
  '/data/': resolve(folder),
  '/engine/': `${root}/web/src/engine/generated`,
};
const TYPES = { '.mjs': 'text/javascript', '.js': 'text/javascript', '.wasm': 'application/wasm' };

function fileOf(path) {
  if (FILES[path]) return FILES[path];
  const [prefix, to] = Object.entries(FOLDERS).find(([start]) => path.startsWith(start)) ?? [];
  return prefix && !path.includes('..') ? join(to, path.slice(prefix.length)) : null;
}

const server = createServer((request, response) => {
  // Both for a clock of fine steps, and for threads.
  response.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
  response.setHeader('Cross-Origin-Embedder-Policy', 'require-corp');
  const path = new URL(request.url, 'http://localhost').pathname;
  const file = fileOf(path);
  if (path === '/') return response.setHeader('Content-Type', 'text/html').end('<!doctype html><title>bench</title>');
  if (!file || !existsSync(file)) return response.writeHead(404).end();
  response.writeHead(200, {
    'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream',
    'Content-Length': statSync(file).size,
  });
  createReadStream(file).pipe(response);
});

if (name === 'duckdb-wasm') await bundleDuckdb();
if (name === 'mqlab') await bundled('engine', `${import.meta.dirname}/engine.ts`);
await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking', '--disable-sync'],
});
const page = await browser.newPage();
await page.goto(`http://127.0.0.1:${server.address().port}/`);
const ask = (message) =>
  page.evaluate((sent) => {
    window.worker ??= new Worker('/bench/worker.mjs', { type: 'module' });
    return new Promise((resolve) => {
      window.worker.onmessage = ({ data }) => resolve(data);
      window.worker.onerror = ({ message: text }) => resolve({ error: text });
      window.worker.postMessage(sent);
    });
  }, message);

const answer = (value) => process.stdout.write(`${JSON.stringify(value)}\n`);
process.on('SIGTERM', async () => {
  await browser.close();
  process.exit();
});
answer(await ask({ name, threads: Number(threads) }));
for await (const line of createInterface({ input: process.stdin })) answer(await ask({ job: JSON.parse(line) }));
await browser.close();
process.exit();
