// The report as tables: one a phase, a line for each implementation, a column for each size.
import { IMPLEMENTATIONS } from './implementations.mjs';

const TITLES = {
  scan: 'Bare scan for separators (the limit)',
  parse: 'Parsing the events alone',
  ingest: 'Ingest: bytes to data that can be scored',
  'end-to-end': 'End to end: bytes to scores and counts',
  points: 'Scores anew after a change of points',
  threshold: 'Scores anew after a change of a threshold',
  condition: 'Scores anew after a change of a condition',
  life: 'The life of all leads, after the scores',
  'condition-life': 'Scores and lives anew after a change of a condition',
  explain: 'Explain one lead',
  rules: 'Rules alone, facts ready',
};

const number = (x, digits = 3) => Number(x.toPrecision(digits)).toLocaleString('en');

export function printReport({ machine, node, rounds, data, results }) {
  const sizes = Object.keys(data);
  const find = (phase, name, size) =>
    results.find((one) => one.phase === phase && one.name === name && one.size === size);
  const bytesOf = (phase, size, check) => {
    if (phase === 'scan') return check.bytes;
    const { leadBytes, eventBytes } = data[size];
    return phase === 'parse' ? eventBytes : phase === 'ingest' || phase === 'end-to-end' ? leadBytes + eventBytes : 0;
  };
  const cell = (phase, name, size) => {
    const one = find(phase, name, size);
    if (!one) return '';
    const other = find(phase, IMPLEMENTATIONS[name].against, size);
    const bytes = bytesOf(phase, size, one.check);
    const memory = bytes && (one.peakBytes || one.heapBytes); // of the process; in Chromium WebAssembly's alone
    return [
      `${number(one.millis)} ms`,
      bytes ? `${number(bytes / one.millis / 1000)} MB/s` : '',
      memory ? `${number(memory / 1e6)} MB` : '',
      other ? `${number(one.millis / other.millis)}x` : '',
    ]
      .map((text, i) => text.padStart([11, 11, 9, 8][i]))
      .join('');
  };
  console.log(
    `${machine}, Node ${node}; medians of ${rounds} warm rounds; "x" is the time over that of mqlab beside it`,
  );
  for (const [phase, heading] of Object.entries(TITLES)) {
    const names = Object.keys(IMPLEMENTATIONS).filter((name) =>
      results.some((one) => one.phase === phase && one.name === name),
    );
    if (names.length === 0) continue;
    console.log(`\n${heading}`);
    console.log(
      `${''.padEnd(30)}${sizes.map((size) => `${size} (time, speed, peak memory, ratio)`.padStart(39)).join('')}`,
    );
    for (const name of names) {
      const title = phase === 'scan' && name === 'native' ? 'bare scan, native' : IMPLEMENTATIONS[name].title;
      console.log(`${title.padEnd(30)}${sizes.map((size) => cell(phase, name, size)).join('')}`.trimEnd());
    }
  }
}
