// Every implementation that the bench can run, and how it is spoken to: one process each, one line of JSON a phase.
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';

const root = resolve(import.meta.dirname, '../..');

// `against`: whose time theirs is divided by.
export const IMPLEMENTATIONS = {
  native: { title: 'mqlab native' },
  wasm: { title: 'mqlab WebAssembly', peer: 'mqlab' },
  bytes: { title: 'JavaScript by hand', peer: 'bytes', against: 'wasm' },
  udsv: { title: 'uDSV, Map, typed arrays', peer: 'udsv', against: 'wasm' },
  papa: { title: 'Papa Parse', peer: 'papa', against: 'wasm' },
  'duckdb-wasm': { title: 'DuckDB-WASM', peer: 'duckdb-wasm', against: 'wasm' },
  duckdb: { title: 'DuckDB native, 1 thread', peer: 'duckdb', against: 'native' },
  'duckdb-2': { title: 'DuckDB native, 2 threads', peer: 'duckdb', threads: 2, against: 'native' },
  chdb: { title: 'ClickHouse (chdb)', peer: 'chdb', threads: 2, against: 'native' },
  'json-rules': { title: 'json-rules-engine', peer: 'json-rules', against: 'wasm', sizes: ['S'] },
  zen: { title: 'zen-engine', peer: 'zen', against: 'wasm', sizes: ['S'] },
  scan: { title: 'bare scan, WebAssembly', peer: 'scan', against: 'wasm' },
};

export async function start(name, folder) {
  const { peer, threads = 1 } = IMPLEMENTATIONS[name];
  const command = peer
    ? [process.execPath, '--expose-gc', '--max-old-space-size=8192', `${import.meta.dirname}/host.mjs`, peer]
    : [`${root}/build/native/mqlab_bench`];
  const child = spawn(command[0], [...command.slice(1), folder, String(threads)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async () => {
    const { value, done } = await lines.next();
    if (done) throw Error(`${name} ended`);
    const answer = JSON.parse(value);
    if (answer.error) throw Error(`${name}: ${answer.error}`);
    return answer;
  };
  const { phases } = await next();
  const run = (job) => {
    child.stdin.write(`${JSON.stringify(job)}\n`);
    return next();
  };
  return { name, phases, run, stop: () => child.kill() };
}
