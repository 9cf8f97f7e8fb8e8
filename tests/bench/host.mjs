// Runs one implementation in Node: phases are asked for as lines of JSON on stdin, answers are lines on stdout.
//   node host.mjs NAME FOLDER THREADS
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { bundled } from './bundle.mjs';

const [name, folder, threads] = process.argv.slice(2);
const root = resolve(import.meta.dirname, '../..');
const require = createRequire(`${root}/.toolchain/bench/`);
const generated = `${root}/web/src/engine/generated/mqlab`;

// The peak of resident memory since the last reset, in bytes.
const peak = () => Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1]) * 1024;
function resetPeak() {
  globalThis.gc?.();
  if (existsSync('/proc/self/clear_refs')) writeFileSync('/proc/self/clear_refs', '5');
}

const { create } = await import(`./peers/${name}.mjs`);
const {
  setup = {},
  close = () => {},
  heap = () => 0,
  ...phases
} = await create({
  folder: resolve(folder),
  threads: Number(threads),
  rules: readFileSync(`${import.meta.dirname}/yardstick.json`, 'utf8'),
  // Read when asked for, so that what reads the files itself does not hold them.
  get leads() {
    return new Uint8Array(readFileSync(`${folder}/leads.csv`));
  },
  get events() {
    return new Uint8Array(readFileSync(`${folder}/events.csv`));
  },
  peer: (library) => import(pathToFileURL(require.resolve(library)).href),
  scan: () => readFileSync(`${root}/build/wasm/mqlab_scan.wasm`),
  duckdbWasm: async () => {
    const { createDuckDB, VoidLogger, NODE_RUNTIME } = require('@duckdb/duckdb-wasm/blocking');
    const of = (build) => ({ mainModule: require.resolve(`@duckdb/duckdb-wasm/dist/duckdb-${build}.wasm`) });
    const database = await createDuckDB({ mvp: of('mvp'), eh: of('eh') }, new VoidLogger(), NODE_RUNTIME);
    await database.instantiate();
    return database;
  },
  bundle: () => bundled('engine', `${import.meta.dirname}/engine.ts`).then((file) => import(file)),
  startPartner: () => {
    const { port1, port2 } = new MessageChannel();
    new Worker(`${import.meta.dirname}/partner.mjs`).postMessage(port1, [port1]);
    return port2;
  },
  wasm: async () => ({ ...(await import(`${generated}.mjs`)), binary: readFileSync(`${generated}.wasm`) }),
});

// What takes long to check is a function, called once a phase and outside the time measured.
const settled = (given, { check }) => (typeof given !== 'function' ? given : check ? given() : undefined);
const answer = (value) => process.stdout.write(`${JSON.stringify(value)}\n`);
answer({ phases: Object.keys(phases) });
for await (const line of createInterface({ input: process.stdin })) {
  const job = JSON.parse(line);
  try {
    await setup[job.phase]?.(job);
    resetPeak();
    const start = performance.now();
    const cpu = process.cpuUsage();
    const given = await phases[job.phase](job);
    const millis = performance.now() - start;
    const { user, system } = process.cpuUsage(cpu);
    const figures = { millis, cpuMillis: (user + system) / 1000, peakBytes: peak(), heapBytes: heap() };
    answer({ ...figures, check: await settled(given, job) });
  } catch (error) {
    answer({ error: String(error.stack ?? error) });
  }
}
await close();
process.exit();
