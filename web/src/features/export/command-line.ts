// The command that gives the same figures on the command line.
import type { DataSource, TableSource } from '../../engine/messages';
import type { Instant, RowColumn } from '../../engine/protocol';
import { type Choices, hidesAny, isCrm } from './choices';

const quoted = (word: string): string => (/^[\w./:@%+=,-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`);
const cell = (name: string): string => (/[",\n]/.test(name) ? `"${name.replaceAll('"', '""')}"` : name);

const zoneOf = (minutes: number): string => {
  const size = Math.abs(minutes);
  const two = (number: number) => String(number).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
};

const mapsOf = (kind: string, { options }: TableSource): string[][] =>
  Object.entries(options.map).map(([field, header]) => ['--map', `${kind}:${field}=${header}`]);

function inputsOf(source: DataSource): string[][] {
  if (source.kind === 'sample')
    return [
      ['--leads', 'sample/leads.csv'],
      ['--events', 'sample/events.csv'],
    ];
  const { leads, events } = source;
  const zone = leads.options.zoneMinutes || events?.options.zoneMinutes || 0;
  return [
    ['--leads', leads.name],
    ...(events ? [['--events', events.name]] : []),
    ...mapsOf('leads', leads),
    ...(events ? mapsOf('events', events) : []),
    ...(zone === 0 ? [] : [['--zone', zoneOf(zone)]]),
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
  /** The name of the rule file. */
  rules: string;
  asOf: Instant;
}

export function commandLine({ choices, columns, source, rules, asOf }: CommandFacts): string {
  const options = [
    ['--rules', rules],
    ...inputsOf(source),
    ['--as-of', new Date(asOf).toISOString()],
    ...formOf(choices, columns),
  ];
  const lines = ['mqlab score', ...options.map((words) => `  ${words.map(quoted).join(' ')}`)];
  const score = lines.join(' \\\n');
  if (source.kind === 'tables') return score;
  return `mqlab sample --seed ${source.seed} --leads ${source.leads} --out sample\n${score}`;
}
