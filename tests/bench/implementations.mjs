// Every implementation that the bench can run, and how it is spoken to: one process each, one line of JSON a phase.
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';

const root = resolve(import.meta.dirname, '../..');

// `against`: whose time theirs is divided by.
export const IMPLEMENTATIONS = {
  native: { title: 'mqlab native' },
  'native-2': { title: 'mqlab native, 2 threads', threads: 2 },
  wasm: { title: 'mqlab WebAssembly', peer: 'mqlab' },
  'wasm-2': { title: 'mqlab WebAssembly, 2 workers', peer: 'mqlab', threads: 2 },
  bytes: { title: 'JavaScript by hand', peer: 'bytes', against: 'wasm' },
  udsv: { title: 'uDSV, Map, typed arrays', peer: 'udsv', against: 'wasm' },
  papa: { title: 'Papa Parse', peer: 'papa', against: 'wasm' },
  'duckdb-wasm': { title: 'DuckDB-WASM', peer: 'duckdb-wasm', against: 'wasm' },
  duckdb: { title: 'DuckDB native, 1 thread', peer: 'duckdb', against: 'native' },
  'duckdb-2': { title: 'DuckDB native, 2 threads', peer: 'duckdb', threads: 2, against: 'native-2' },
  chdb: { title: 'ClickHouse (chdb)', peer: 'chdb', threads: 2, against: 'native-2' },
  'json-rules': { title: 'json-rules-engine', peer: 'json-rules', against: 'wasm', sizes: ['S'] },
  zen: { title: 'zen-engine', peer: 'zen', against: 'wasm', sizes: ['S'] },
  scan: { title: 'bare scan', peer: 'scan' },
  'wasm-chromium': { title: 'mqlab, Chromium', chromium: 'mqlab' },
  'wasm-2-chromium': { title: 'mqlab, Chromium, 2 workers', chromium: 'mqlab', threads: 2 },
  'bytes-chromium': { title: 'JavaScript by hand, Chromium', chromium: 'bytes', against: 'wasm-chromium' },
  'udsv-chromium': { title: 'uDSV, Chromium', chromium: 'udsv', against: 'wasm-chromium' },
  'duckdb-wasm-chromium': { title: 'DuckDB-WASM, Chromium', chromium: 'duckdb-wasm', against: 'wasm-chromium' },
  'scan-chromium': { title: 'bare scan, Chromium', chromium: 'scan' },
};

export async function start(name, folder) {
  const { peer, chromium, threads = 1 } = IMPLEMENTATIONS[name];
  const node = [process.execPath, '--expose-gc', '--max-old-space-size=8192'];
  let command = [`${root}/build/native/mqlab_bench`];
  if (peer) command = [...node, `${import.meta.dirname}/host.mjs`, peer];
  if (chromium) command = [...node, `${import.meta.dirname}/chromium.mjs`, chromium];
  const [program, ...before] = command;
  const child = spawn(program, [...before, folder, String(threads)], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async () => {
    const { value, done } = await lines.next();
    if (done) throw Error(`${name} ended`);
    const answer = JSON.parse(value);
    if (answer.error) {
      child.kill();
      throw Error(`${name}: ${answer.error}`);
    }
    return answer;
  };
  const { phases } = await next();
  const run = (job) => {
    child.stdin.write(`${JSON.stringify(job)}\n`);
    return next();
  };
  // Closing its input lets it clear up behind itself.
  const stop = () => {
    child.stdin.end();
    return new Promise((gone) => {
      child.on('exit', gone);
    });
  };
  return { name, phases, run, stop };
}
