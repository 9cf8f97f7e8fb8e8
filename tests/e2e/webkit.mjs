// The main journey in WebKit: a lead found in the scored sample and explained, then a file of one's own, from the hosted page
// and from the one file on disk. WebKitGTK has no Playwright; this is plain WebDriver.
//   xvfb-run -a -s '-screen 0 1280x900x24' node tests/e2e/webkit.mjs
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';

const root = resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'mqlab-'));
const [driverPort, pagePort] = [4599, 4598];
const PATIENCE = 60_000; // milliseconds
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';
const libraries = `/usr/lib/${process.arch === 'arm64' ? 'aarch64' : 'x86_64'}-linux-gnu`;
const browser = {
  browserName: 'MiniBrowser',
  'webkitgtk:browserOptions': {
    binary: process.env.MINIBROWSER ?? `${libraries}/webkit2gtk-4.1/MiniBrowser`,
    args: ['--automation'],
  },
};

async function ask(method, path, body) {
  const response = await fetch(`http://127.0.0.1:${driverPort}${path}`, { method, body: body && JSON.stringify(body) });
  const { value } = await response.json();
  if (value?.error) throw new Error(`${path}: ${value.message || value.error}`);
  return value;
}

async function until(what, find) {
  for (const begun = Date.now(); ; await sleep(100)) {
    const late = Date.now() - begun > PATIENCE;
    const found = await find().catch((error) => assert(!late, `${what}: ${error.message}`));
    if (found) return found;
    assert(!late, `waited in vain for ${what}`);
  }
}

function visitor(session) {
  const run = (script, ...args) => ask('POST', `${session}/execute/sync`, { script, args });
  const on = async (selector, action, body = {}) => {
    const element = await ask('POST', `${session}/element`, { using: 'css selector', value: selector });
    await ask('POST', `${session}/element/${element[ELEMENT]}/${action}`, body);
    return true;
  };
  return {
    open: (url) => ask('POST', `${session}/url`, { url }),
    go: (hash) => run('location.hash = arguments[0]', hash),
    type: (selector, text) => until(selector, () => on(selector, 'value', { text })),
    click: (selector) => until(selector, () => on(selector, 'click')),
    sees: (selector, pattern) =>
      until(`${selector} ${pattern}`, async () =>
        pattern.exec(await run('return document.querySelector(arguments[0])?.innerText ?? ""', selector)),
      ),
    address: (selector) =>
      until(selector, () => run('return document.querySelector(arguments[0])?.getAttribute("href")', selector)),
  };
}

async function journey(session, url) {
  const visit = visitor(session);
  await visit.open(url);
  await visit.sees('.headline', /\d+\s+qualified leads of 5,000/);
  await visit.go('#/leads');
  await visit.sees('.lead-list .screen-head', /5,000 of 5,000/);
  await visit.type('input[type=search]', 'Ana');
  await visit.sees('.lead-list .screen-head', /(?<!5,000) of 5,000/);
  await visit.go(await visit.address('[role=row] a[href]'));
  await visit.sees('.lead-panel', /points/);
  await visit.go('#/data');
  await visit.type('input[type=file]', join(folder, 'leads.csv'));
  await visit.sees('.draft', /leads\.csv/);
  await visit.click('.draft .button.primary:not([data-disabled])');
  await visit.sees('.status-line', /^Scored 2 leads/);
}

const leads = 'lead_id,email,job_title\nA1,ana@acme.example,Director\nA2,piotr@dunav.example,Buyer\n';
writeFileSync(join(folder, 'leads.csv'), leads);
const env = { ...process.env, LC_ALL: 'C.UTF-8', LANGUAGE: 'en' };
const started = [
  spawn('WebKitWebDriver', [`--port=${driverPort}`], { stdio: 'ignore', env }),
  spawn('node', ['web/serve.mjs', 'build/page', String(pagePort)], { stdio: 'ignore', cwd: root }),
];
let session;
try {
  const capabilities = { alwaysMatch: browser };
  const { sessionId } = await until('WebKitWebDriver', () => ask('POST', '/session', { capabilities }));
  session = `/session/${sessionId}`;
  await journey(session, `http://localhost:${pagePort}/`);
  console.log('ok: the hosted page');
  await journey(session, pathToFileURL(join(root, 'build/single/mqlab.html')).href);
  console.log('ok: the one file, from disk\n\n  2 passed'); // as Playwright closes
} finally {
  if (session) await ask('DELETE', session).catch(() => {});
  for (const one of started) one.kill();
  rmSync(folder, { recursive: true });
}
