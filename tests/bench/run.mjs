// The bench: makes the data, runs every implementation side by side, checks that all agree, prints medians and ratios.
//   node tests/bench/run.mjs [--size S,M,L] [--rounds N] [--only NAME,...] [--phase NAME,...] [--growth]
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, totalmem } from 'node:os';
import { resolve } from 'node:path';
import { isDeepStrictEqual, parseArgs } from 'node:util';
import { busyLead, makeData, SIZES } from './data.mjs';
import { IMPLEMENTATIONS, start } from './implementations.mjs';
import { edited, withRules } from './job.mjs';
import { drawPlots } from './plot.mjs';
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
  'life',
  'condition-life',
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
    growth: { type: 'boolean', default: false }, // over the number of rules too
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

// All implementations must give one and the same answer: the first of each is kept.
const answers = new Map();
function agree(what, name, check) {
  if (check === undefined) return; // it takes long, and was checked in another round
  if (!answers.has(what)) answers.set(what, { name, check });
  const first = answers.get(what);
  if (isDeepStrictEqual(check, first.check)) return;
  throw Error(`${what}: ${name} says ${JSON.stringify(check)}, ${first.name} says ${JSON.stringify(first.check)}`);
}

// Not all of them hold files of the size L in memory at once: there each runs beside the mqlab that it is compared with.
function groupsOf(size, names) {
  if (size !== 'L') return [names];
  const groups = new Map();
  for (const name of names) {
    const key = IMPLEMENTATIONS[name].against ?? name;
    groups.set(key, [...(groups.get(key) ?? []), name]);
  }
  return [...groups.values()];
}

async function startAll(size, names) {
  const running = [];
  for (const name of names) {
    const { sizes = Object.keys(SIZES) } = IMPLEMENTATIONS[name];
    if (sizes.includes(size)) running.push(await start(name, `${folder}/${size}`));
  }
  return running;
}

// All that can run `phase`, one after the other, again and again: what each took. The first round warms up and is kept apart.
async function compare(what, phase, running, jobOf, rounds = Number(options.rounds)) {
  const able = running.filter(({ phases }) => phases.includes(phase));
  if (able.length === 0) return [];
  const runs = new Map(able.map(({ name }) => [name, []]));
  for (let round = 0; round <= rounds; round++) {
    const job = { phase, check: round === 0, ...jobOf(round) };
    for (let i = 0; i < able.length; i++) {
      const one = able[(i + round) % able.length];
      const run = await one.run(job);
      runs.get(one.name).push(run);
      agree(`${what}, round ${round}`, one.name, run.check);
    }
  }
  console.error(`${what}: ${able.map(({ name }) => name).join(', ')}${able.length > 1 ? ' agree' : ''}`);
  return [...runs].map(([name, [cold, ...warm]]) => {
    const of = (key) => median((warm.length > 0 ? warm : [cold]).map((run) => run[key] ?? 0));
    const figures = {
      millis: of('millis'),
      cpuMillis: of('cpuMillis'),
      peakBytes: of('peakBytes'),
      heapBytes: of('heapBytes'),
    };
    return {
      phase,
      name,
      ...figures,
      coldMillis: cold.millis,
      all: warm.map(({ millis }) => millis),
      check: cold.check,
    };
  });
}

async function measure(size, names, phases, { leads, events }) {
  const results = [];
  const lead = busyLead(leads);
  for (let round = 0; round <= Number(options.rounds); round++) {
    agree(`${size} ingest, round ${round}`, 'the generator', { leads, events });
  }
  for (const group of groupsOf(size, names)) {
    const running = await startAll(size, group);
    for (const phase of phases) {
      const jobOf = (round) => ({ base, rules: edited(base, phase, round + 1), lead });
      const rounds = phase === 'scores' ? 0 : undefined; // every lead's, to compare alone
      const some = await compare(`${size} ${phase}`, phase, running, jobOf, rounds);
      results.push(...some.map((one) => ({ size, ...one })));
    }
    for (const one of running) await one.stop();
  }
  return results;
}

// The same job with fewer and more rules.
async function growth(size, names, { leads }) {
  const some = ['native', 'wasm', 'bytes', 'duckdb-wasm'].filter((name) => names.includes(name));
  const running = await startAll(size, some);
  const results = [];
  for (const rules of [10, 30, 100, 300]) {
    const text = withRules(base, rules);
    for (const phase of ['end-to-end', 'rules']) {
      const jobOf = () => ({ base: text, rules: text, lead: busyLead(leads) });
      const compared = await compare(`${size} ${phase}, ${rules} rules`, phase, running, jobOf);
      results.push(...compared.map((one) => ({ size, rules, ...one })));
    }
  }
  for (const one of running) await one.stop();
  return results;
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
  report.data[size] = makeData(`${folder}/${size}`, ...SIZES[size]);
  report.results.push(...(await measure(size, names, phases, report.data[size])));
}
if (options.growth) {
  const size = sizes.includes('M') ? 'M' : sizes[0];
  report.growth = await growth(size, names, report.data[size]);
}
if (!options.smoke) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/report.json`, JSON.stringify(report, null, 1));
  drawPlots(report, folder);
  printReport(report);
}
