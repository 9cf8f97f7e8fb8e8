// The command that gives the same figures on the command line.
import type { DataSource } from '../../engine/messages';
import type { Instant, RowColumn } from '../../engine/protocol';
import { isUntold, type Origin } from '../../import/draft';
import { type Choices, hidesAny, isCrm } from './choices';

const quoted = (word: string): string => (/^[\w./:@%+=,-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`);
const cell = (name: string): string => (/[",\n]/.test(name) ? `"${name.replaceAll('"', '""')}"` : name);

// Of a file that came in an archive: it has to be taken out for the command line.
const fileName = (name: string): string => name.slice(name.lastIndexOf(': ') + 1).trim();

function inputsOf(source: DataSource, origin: Origin | null): string[][] {
  if (source.kind === 'sample')
    return [
      ['--leads', 'sample/leads.csv'],
      ['--events', 'sample/events.csv'],
    ];
  if (!origin?.report) {
    const { leads, events } = source;
    return [['--leads', fileName(leads.name)], ...(events ? [['--events', fileName(events.name)]] : [])];
  }
  return [
    ...origin.files.map(({ name }) => ['--data', fileName(name)]),
    ...(isUntold(origin.files) ? [] : [['--mapping', 'mapping.json']]),
    ...(origin.options.orphans === 'leads' ? [['--orphans', 'leads']] : []),
  ];
}

function formOf({ form, delimiter, decimalComma, safe }: Choices, columns: RowColumn[]): string[][] {
  const named = ['--columns', columns.map(({ name }) => cell(name)).join(',')];
  if (form === 'ndjson') return [named, ['--format', 'ndjson'], ['--out', 'scored-leads.ndjson']];
  if (isCrm(form)) return [named, ['--crlf'], ['--spreadsheet-safe'], ['--out', `scored-leads-${form}.csv`]];
  return [
    named,
    ...(delimiter === ',' ? [] : [['--delimiter', delimiter === '\t' ? 'tab' : delimiter]]),
    ...(decimalComma ? [['--decimal-comma']] : []),
    ['--crlf'],
    ...(safe ? [['--spreadsheet-safe']] : []),
    ['--out', 'scored-leads.csv'],
  ];
}

/** Whether the command writes the very file: all leads as text, nothing hidden. */
export const isSame = (choices: Choices, columns: RowColumn[]): boolean =>
  choices.leads === 'all' && (choices.form === 'csv' || choices.form === 'ndjson') && !hidesAny(columns);

export interface CommandFacts {
  choices: Choices;
  columns: RowColumn[];
  source: DataSource;
  origin: Origin | null;
  /** The name of the rule file. */
  rules: string;
  asOf: Instant;
}

export function commandLine({ choices, columns, source, origin, rules, asOf }: CommandFacts): string {
  const options = [
    ['--rules', rules],
    ...inputsOf(source, origin),
    ['--as-of', new Date(asOf).toISOString()],
    ...formOf(choices, columns),
  ];
  const lines = ['mqlab score', ...options.map((words) => `  ${words.map(quoted).join(' ')}`)];
  const score = lines.join(' \\\n');
  if (source.kind === 'tables') return score;
  return `mqlab sample --seed ${source.seed} --leads ${source.leads} --out sample\n${score}`;
}
