// The bench: makes the data, runs every implementation side by side, checks that all agree, prints medians and ratios.
//   node tests/bench/run.mjs [--size S,M,L] [--rounds N] [--only NAME,...] [--phase NAME,...] [--smoke]
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, totalmem } from 'node:os';
import { resolve } from 'node:path';
import { isDeepStrictEqual, parseArgs } from 'node:util';
import { busyLead, makeData, SIZES } from './data.mjs';
import { IMPLEMENTATIONS, start } from './implementations.mjs';
import { edited } from './job.mjs';
import { printReport } from './report.mjs';

const PHASES = [
  'scores',
  'scan',
  'parse',
  'ingest',
  'end-to-end',
  'points',
  'threshold',
  'condition',
  'explain',
  'rules',
];
const list = (text) => text.split(',');
const { values: options } = parseArgs({
  options: {
    size: { type: 'string', default: 'S,M' },
    rounds: { type: 'string', default: '3' },
    only: { type: 'string', default: Object.keys(IMPLEMENTATIONS).join() },
    phase: { type: 'string', default: PHASES.join() },
    smoke: { type: 'boolean', default: false }, // mqlab and the JavaScript by hand, at S, once: are they equal?
  },
});
if (options.smoke) Object.assign(options, { size: 'S', rounds: '0', only: 'native,wasm,bytes,scan' });

const folder = resolve(import.meta.dirname, '../../build/bench');
const base = readFileSync(`${import.meta.dirname}/yardstick.json`, 'utf8');

function median(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b);
  return (sorted[(sorted.length - 1) >> 1] + sorted[sorted.length >> 1]) / 2;
}

// All implementations must have given one and the same answer.
function agree(what, answers) {
  const [[first, expected]] = answers;
  for (const [name, check] of answers) {
    if (isDeepStrictEqual(check, expected)) continue;
    throw Error(`${what}: ${name} says ${JSON.stringify(check)}, ${first} says ${JSON.stringify(expected)}`);
  }
}

async function measure(size, names, phases) {
  const [leads, events] = SIZES[size];
  const data = makeData(`${folder}/${size}`, leads, events);
  const running = [];
  const results = [];
  try {
    for (const name of names) {
      const { sizes = Object.keys(SIZES) } = IMPLEMENTATIONS[name];
      if (sizes.includes(size)) running.push(await start(name, data.folder));
    }
    for (const phase of phases) {
      const able = running.filter(({ phases: its }) => its.includes(phase));
      if (able.length === 0) continue;
      const runs = new Map(able.map(({ name }) => [name, []]));
      // The first round warms up and is kept apart. `scores` only compares, lead by lead.
      for (let round = 0; round <= (phase === 'scores' ? 0 : Number(options.rounds)); round++) {
        const job = { phase, base, rules: edited(base, phase, round + 1), lead: busyLead(leads) };
        const answers = [];
        for (let i = 0; i < able.length; i++) {
          const one = able[(i + round) % able.length];
          const run = await one.run(job);
          runs.get(one.name).push(run);
          answers.push([one.name, run.check]);
        }
        if (phase === 'ingest') answers.unshift(['the generator', { leads, events }]);
        agree(`${phase} at ${size}`, answers);
      }
      for (const [name, [cold, ...warm]] of runs) {
        const of = (key) => median((warm.length > 0 ? warm : [cold]).map((run) => run[key] ?? 0));
        const figures = { millis: of('millis'), cpuMillis: of('cpuMillis'), peakBytes: of('peakBytes') };
        const all = warm.map(({ millis }) => millis);
        results.push({ size, phase, name, ...figures, coldMillis: cold.millis, all, check: cold.check });
      }
      console.error(`${size} ${phase}: ${able.map(({ name }) => name).join(', ')} agree`);
    }
  } finally {
    for (const one of running) one.stop();
  }
  return { data, results };
}

const names = list(options.only);
const phases = PHASES.filter((phase) => list(options.phase).includes(phase));
const sizes = list(options.size);
const report = {
  machine: `${cpus()[0].model}, ${availableParallelism()} cores, ${Math.round(totalmem() / 2 ** 30)} GiB`,
  node: process.version,
  rounds: Number(options.rounds),
  data: {},
  results: [],
};
for (const size of sizes) {
  const { data, results } = await measure(size, names, phases);
  report.data[size] = data;
  report.results.push(...results);
}
if (!options.smoke) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/report.json`, JSON.stringify(report, null, 1));
  printReport(report);
}
