import { describe, expect, it } from 'vitest';
import type { DataSource } from '../../../../web/src/engine/messages';
import { type Choices, firstChoices, rowColumns } from '../../../../web/src/features/export/choices';
import { commandLine, isSame } from '../../../../web/src/features/export/command-line';
import type { Origin } from '../../../../web/src/import/draft';

const columns = ['lead_id', 'score:fit', 'total', 'field:Job, "title"'].map((name) => ({
  name,
  header: name,
  personal: false,
}));
const sample: DataSource = { kind: 'sample', seed: 7, leads: 5000 };
const asOf = Date.UTC(2026, 9, 31);
const command = (change: Partial<Choices>, source: DataSource = sample, origin: Origin | null = null) => {
  const choices = { ...firstChoices(columns), ...change };
  return commandLine({ choices, columns: rowColumns(choices), source, origin, rules: 'b2b-software.json', asOf });
};

describe('the command', () => {
  it('makes the sample first', () => {
    expect(command({})).toBe(
      [
        'mqlab sample --seed 7 --leads 5000 --out sample',
        'mqlab score \\',
        '  --rules b2b-software.json \\',
        '  --leads sample/leads.csv \\',
        '  --events sample/events.csv \\',
        '  --as-of 2026-10-31T00:00:00.000Z \\',
        `  --columns 'lead_id,score:fit,total,"field:Job, ""title"""' \\`,
        '  --crlf \\',
        '  --spreadsheet-safe \\',
        '  --out scored-leads.csv',
      ].join('\n'),
    );
  });

  it('names the files as they were opened, with what was said of them', () => {
    const file = new Blob();
    const table = (name: string) => ({ name, file, options: { map: {}, zoneMinutes: 0, headers: null } });
    const source: DataSource = { kind: 'tables', leads: table('my leads.csv'), events: table('events.csv') };
    const words = command({ delimiter: '\t', decimalComma: true, safe: false }, source);
    expect(words).toContain("--leads 'my leads.csv'");
    expect(words).toContain('--events events.csv');
    expect(words).toContain('--delimiter tab');
    expect(words).toContain('--decimal-comma');
    expect(words).not.toContain('--spreadsheet-safe');
    expect(words).not.toContain('sample');
  });

  it('names all files that the importer joined', () => {
    const part = (name: string, choice = {}) => ({ name, path: name, file: new Blob(), choice, reading: {} });
    const origin = {
      files: [part('all.zip: leads.csv'), part('events.csv', { zone: 'Europe/Warsaw' })],
      options: { orphans: 'leads' },
      report: {},
      issues: [],
    } as unknown as Origin;
    const source = { kind: 'tables' } as DataSource;
    const words = command({}, source, origin);
    expect(words).toContain('--data leads.csv');
    expect(words).toContain('--data events.csv');
    expect(words).toContain('--mapping mapping.json');
    expect(words).toContain('--orphans leads');
  });

  it('has only the columns that are on', () => {
    const chosen = firstChoices(columns).columns.map((column) => ({ ...column, on: column.name === 'total' }));
    expect(command({ columns: chosen, form: 'ndjson' })).toMatch(/--columns total \\\n {2}--format ndjson \\/);
  });

  it('says when it does not write the same file', () => {
    const same = (change: Partial<Choices>) => {
      const choices = { ...firstChoices(columns), ...change };
      return isSame(choices, rowColumns(choices));
    };
    expect(same({})).toBe(true);
    expect(same({ form: 'xlsx' })).toBe(false);
    expect(same({ leads: 'qualified' })).toBe(false);
    expect(same({ hiding: 'masked' })).toBe(true);
    const personal = firstChoices(columns).columns.map((column) => ({ ...column, personal: true }));
    expect(same({ hiding: 'masked', columns: personal })).toBe(false);
  });
});
