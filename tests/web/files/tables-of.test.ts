import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../../web/src/files/limits';
import { refusalRemedy, refusalText } from '../../../web/src/files/refusal-text';
import { tablesOf } from '../../../web/src/files/tables-of';
import { bytesOf, fixture, partsOf, tablesIn, textOf, zipOf } from './containers';

const CSV = 'email,name\na@b.example,Ana\n';
const goOn = async () => true;

describe('a file', () => {
  it('that is no container is handed on as it is', async () => {
    const file = new Blob([CSV]);
    const { tables, refusals } = await tablesOf('leads.csv', file, LIMITS, goOn);
    expect(refusals).toEqual([]);
    expect(tables).toEqual([{ name: 'leads.csv', path: 'leads.csv', file }]);
    expect(tables[0]!.file).toBe(file);
  });

  it('is told by its bytes, whatever its name', async () => {
    expect((await tablesIn('leads.csv', zipOf({ 'a.csv': CSV }))).tables).toEqual({ 'leads.csv: a.csv': CSV });
    expect((await tablesIn('leads.xlsx', bytesOf(CSV))).tables).toEqual({ 'leads.xlsx': CSV });
    expect((await tablesIn('leads.zip', bytesOf('{"a":1}'))).tables).toEqual({ 'leads.zip': 'a\n1\n' });
  });

  it('that came as bytes gives tables as bytes, for who cannot open a Blob', async () => {
    for (const name of ['leads.xlsx', 'audience.zip', 'contacts.csv.gz', 'contacts.json', 'prospects.parquet']) {
      const ofBytes = await tablesOf(name, fixture(name), LIMITS, goOn);
      const ofBlob = await tablesOf(name, new Blob([fixture(name)]), LIMITS, goOn);
      expect(ofBytes.tables.length).toBeGreaterThan(0);
      for (const [at, { file }] of ofBytes.tables.entries()) {
        expect(file).toBeInstanceOf(Uint8Array);
        expect(ofBlob.tables[at]!.file).toBeInstanceOf(Blob);
        expect(await textOf(ofBlob.tables[at]!.file)).toBe(await textOf(file));
      }
    }
  });
});

describe('an archive', () => {
  it('gives the tables inside it, and tells what it passes over', async () => {
    const { tables, refusals } = await tablesOf('audience.zip', new Blob([fixture('audience.zip')]), LIMITS, goOn);
    expect(tables.map(({ name, path }) => [name, path])).toEqual([
      ['audience.zip: subscribed_members_audience_export_4f2a.csv', 'subscribed_members_audience_export_4f2a.csv'],
      ['audience.zip: unsubscribed_members_audience_export_4f2a.csv', 'unsubscribed_members_audience_export_4f2a.csv'],
      ['audience.zip: 101_spring.csv', 'granular_activity/opens/101_spring.csv'],
      ['audience.zip: 101_spring.csv', 'granular_activity/clicks/101_spring.csv'],
    ]);
    expect(await textOf(tables[2]!.file)).toBe('Email,Timestamp\nana@primer.example,2024-03-16 10:00:00\n');
    expect(refusals).toEqual([{ name: 'audience.zip: spring.html', code: 'skipped', args: [] }]);
  });

  it('may hold other containers, and one archive within the other', async () => {
    const inner = zipOf({ 'b.csv': CSV, 'deep.zip': zipOf({ 'c.csv': CSV }) });
    const outer = zipOf({
      'x/in.zip': inner,
      'a.csv.gz': gzipSync(bytesOf(CSV)),
      'b.xlsx': zipOf(partsOf('<row><c><v>1</v></c></row>')),
    });
    expect(await tablesIn('o.zip', outer)).toEqual({
      tables: { 'o.zip: in.zip: b.csv': CSV, 'o.zip: a.csv': CSV, 'o.zip: b.xlsx: S': '1\n' },
      refusals: ['o.zip: in.zip: deep.zip: nested 2'],
    });
  });

  it('is refused for what one entry is, and read for the others', async () => {
    const pdf = '%PDF-1.7 ...';
    expect(await tablesIn('o.zip', zipOf({ 'a.csv': pdf, 'b.csv': CSV }))).toEqual({
      tables: { 'o.zip: b.csv': CSV },
      refusals: ['o.zip: a.csv: no_table PDF'],
    });
  });

  it('never takes the name of an entry for a path', async () => {
    const { tables } = await tablesOf('o.zip', zipOf({ '../../etc/x.csv': CSV, 'C:\\y.csv': CSV }), LIMITS, goOn);
    expect(tables.map(({ name }) => name)).toEqual(['o.zip: x.csv', 'o.zip: y.csv']);
  });

  it('with nothing inside is refused', async () => {
    expect((await tablesIn('o.zip', zipOf({}))).refusals).toEqual(['o.zip: empty']);
    expect((await tablesIn('o.zip', zipOf({ '__MACOSX/._a.csv': 'x', '.DS_Store': 'x' }))).refusals).toEqual([
      'o.zip: empty',
    ]);
  });
});

describe('reading', () => {
  it('tells how far it is and ends where the user ends it', async () => {
    const file = new Blob([fixture('leads.xlsx')]);
    const told: number[] = [];
    const result = await tablesOf('leads.xlsx', file, LIMITS, async ({ bytes, totalBytes }) => {
      expect(totalBytes).toBe(file.size);
      expect(bytes).toBeLessThanOrEqual(totalBytes);
      told.push(bytes);
      return false;
    });
    expect(told).toHaveLength(1);
    expect(result).toEqual({ tables: [], refusals: [] });
  });

  it.each(['leads.xlsx', 'audience.zip', 'contacts.csv.gz', 'contacts.json', 'contacts.ndjson', 'prospects.parquet'])(
    'of %s can be ended',
    async (name) => {
      expect(await tablesOf(name, fixture(name), LIMITS, async () => false)).toEqual({ tables: [], refusals: [] });
    },
  );

  it('is over when the file can no longer be read, which is no fault of it', async () => {
    const gone = new Blob([fixture('leads.xlsx')]);
    gone.slice = () => Object.assign(new Blob(), { arrayBuffer: () => Promise.reject(new Error('gone')) });
    await expect(tablesOf('leads.xlsx', gone, LIMITS, goOn)).rejects.toThrow('gone');
  });
});

describe('a refusal', () => {
  const sources = resolve(import.meta.dirname, '../../../web/src/files');
  const code = readdirSync(sources)
    .map((file) => readFileSync(resolve(sources, file), 'utf8'))
    .join('\n');
  const thrown = [...code.matchAll(/Refused\('(\w+)'|', '(no_table|other_archive|locked)', '/g)].map(
    ([, one, other]) => one ?? other!,
  );
  const messages: Record<string, string> = JSON.parse(readFileSync(resolve(sources, '../i18n/en.json'), 'utf8'));

  it('has a message and a remedy, and each message a refusal', () => {
    const told = Object.keys(messages)
      .filter((key) => /^file_fault\.\w+$/.test(key))
      .map((key) => key.slice('file_fault.'.length));
    expect(told.sort()).toEqual([...new Set(thrown)].sort());
    for (const one of told) expect(messages[`file_fault.${one}.remedy`], one).toBeTruthy();
  });

  it('puts its numbers into the text', () => {
    const refusal = { name: 'a.csv', code: 'too_long_cell', args: ['1', '7'] };
    expect(refusalText(refusal)).toBe('A cell in row 7 is longer than 1 MB.');
    expect(refusalRemedy(refusal)).toBe('Shorten or remove it: a quote or bracket may be missing.');
    expect(refusalText({ name: 'a', code: 'newer', args: [] })).toBe('newer');
  });
});
