// Times every report over samples that grow, natively and as WebAssembly, and checks that both say the same.
//   node tests/bench/reports.mjs [LEADS ...]
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { everyLead } from './peers/mqlab.mjs';

const root = resolve(import.meta.dirname, '../..');
const period = { from: null, until: null };
const page = { begin: 0, end: 50 };
const REQUESTS = [
  ['stages', { report: 'stages', period, by: null }],
  ['stages by channel', { report: 'stages', period, by: { touch: 'channel' } }],
  ['stages by a field', { report: 'stages', period, by: { field: 'industry' } }],
  ['times', { report: 'times', period, from: null, to: 'customer', by: null }],
  ['cohorts', { report: 'cohorts', period, from: 'mql', to: 'customer' }],
  ['recorded', { report: 'recorded', period }],
  ['queue, 50 rows', { report: 'queue', list: 'contactable', ...page }],
  ['clock', { report: 'clock', period }],
  ['nurture', { report: 'nurture' }],
  ['fading, 50 rows', { report: 'fading', ...page }],
  ['channels', { report: 'channels', period, by: 'channel', conversion: 'customer' }],
  ['campaigns', { report: 'channels', period, by: 'campaign', conversion: 'mql' }],
  ['contents', { report: 'contents', period }],
  ['checks', { report: 'checks', period }],
  ['review', { report: 'review', period }],
].map(([name, request]) => [name, { ...request, zone: [] }]);
const sizes = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [10_000, 100_000, 1_000_000];
const ROUNDS = 3;

function natively(leads) {
  const program = `${root}/build/native/mqlab_reports`;
  const options = { input: JSON.stringify(REQUESTS), cwd: root, maxBuffer: 2 ** 30 };
  return JSON.parse(execFileSync(program, [String(leads)], options));
}

async function asWebAssembly(leads) {
  const generated = `${root}/web/src/engine/generated/mqlab`;
  const { default: createMqlab } = await import(`${generated}.mjs`);
  const module = await createMqlab({ wasmBinary: readFileSync(`${generated}.wasm`) });
  const engine = new module.Engine();
  engine.loadSample(7, leads);
  const rules = readFileSync(`${root}/rules/b2b-sample.json`, 'utf8');
  if (!engine.beginScore({ rules, asOf: null, now: 0 })) throw Error('the rules are refused');
  while (engine.scoreStep(65_536).phase !== 'done');
  return REQUESTS.map(([, request]) => {
    let millis = Number.POSITIVE_INFINITY;
    let answer = '';
    for (let round = 0; round < ROUNDS; round++) {
      const start = performance.now();
      answer = engine.report(JSON.stringify(request), everyLead);
      millis = Math.min(millis, performance.now() - start);
    }
    return { millis, answer };
  });
}

const lines = new Map(REQUESTS.map(([name]) => [name, []]));
for (const leads of sizes) {
  const native = natively(leads);
  const wasm = await asWebAssembly(leads);
  console.error(`${leads} leads, ${native.events} events`);
  native.reports.forEach(({ name, millis, answer }, index) => {
    if (answer !== wasm[index].answer) throw Error(`${name} of ${leads} leads: natively and as WebAssembly differ`);
    if (answer.startsWith('{"fault"')) throw Error(`${name}: ${answer}`);
    lines.get(name).push(millis, wasm[index].millis);
  });
}
console.log(`${''.padEnd(22)}${sizes.map((leads) => `${leads} leads: native, WebAssembly`.padStart(40)).join('')}`);
for (const [name, millis] of lines) {
  console.log(`${name.padEnd(22)}${millis.map((one) => `${one.toFixed(1)} ms`.padStart(20)).join('')}`);
}
