// The importer as the page's worker runs it, over the compiled module.
import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import createMqlabImport from '../../web/src/import/generated/mqlab_import.mjs';
import { Importer, type SourceFile } from '../../web/src/import/importer';
import type { ImportApi } from '../../web/src/import/protocol';

const FOLDER = 'tests/imports';
let importer: Importer;
beforeAll(async () => {
  const module = await createMqlabImport({ wasmBinary: readFileSync('web/src/import/generated/mqlab_import.wasm') });
  importer = new Importer(async (): Promise<ImportApi> => new module.Importer());
});

const source = (path: string, text: string | Buffer, choice = {}): SourceFile => ({
  path,
  file: new Blob([typeof text === 'string' ? text : new Uint8Array(text)]),
  choice,
});
const quiet = () => {};
const textOf = async (file: Blob | Uint8Array | null | undefined) =>
  file instanceof Blob ? file.text() : new TextDecoder().decode(file ?? new Uint8Array());

describe('the exports through the compiled importer', () => {
  const paths = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.expected.json'))
    .map((path) => path.replace('.expected.json', '.csv'));

  it.each(paths)('%s', async (path) => {
    const expected = JSON.parse(readFileSync(`${FOLDER}/${path.replace('.csv', '.expected.json')}`, 'utf8'));
    const found = await importer.understand(source(path, readFileSync(`${FOLDER}/${path}`)));
    for (const key of ['encoding', 'delimiter', 'kind', 'source', 'rows', 'header_row'] as const) {
      if (expected[key] !== '?' && expected[key] !== undefined) expect(found[key], key).toBe(expected[key]);
    }
    for (const [index, { header, field }] of expected.columns.entries()) {
      if (field !== '?') expect(found.columns[index], header).toMatchObject({ header, field });
    }
  });
});

describe('an import', () => {
  const leads = 'Lead ID,Email,Created\n1,Ana@Example.com,03.02.2026\n2,bo@example.com,14.02.2026\n';
  const events = 'Email,Event,When\nANA@example.com,Opened e-mail,05.02.2026 10:00\nx@example.com,Visit,06.02.2026\n';

  it('joins files by e-mail and tells where each row is from', async () => {
    const files = [source('a/leads.csv', leads), source('events.csv', events, { zone: 'Europe/Warsaw' })];
    const done = await importer.run(files, { told: true }, quiet);
    expect(done?.tables?.report).toMatchObject({ byEmail: 1, orphans: 1, leads: 2, events: 2 });
    expect(await textOf(done?.tables?.leads)).toContain('1,Ana@Example.com,2026-02-03T00:00:00.000Z');
    expect(await textOf(done?.tables?.events)).toContain('1,2026-02-05T09:00:00.000Z,email_open,Opened e-mail');
    expect(importer.sourcesOf('events', [1, 2, 3])).toEqual([[1, 1], [1, 2], null]);
  });

  it('makes leads of orphans when told so', async () => {
    const done = await importer.run([source('events.csv', events)], { told: false, orphans: 'leads' }, quiet);
    expect(done?.tables?.report).toMatchObject({ orphanLeads: 2 });
    expect(await textOf(done?.tables?.leads)).toContain('x@example.com');
  });

  it('leaves files in the engine’s own words to the engine', async () => {
    const plain = [
      source('leads.csv', 'lead_id,country\n1,PL\n'),
      source('e.csv', 'lead_id,time,type\n1,2026-01-02,x\n'),
    ];
    expect((await importer.run(plain, { told: false }, quiet))?.tables).toBeNull();
    expect((await importer.run(plain, { told: true }, quiet))?.tables).not.toBeNull();
  });

  it('knows a large export by its first part', async () => {
    const row = (n: number) => `${n},2026-03-01 10:00,7,OPEN,user${n}@example.com,false\n`;
    const rows = Array.from({ length: 100_000 }, (_, n) => row(n)).join('');
    const large = source('events.csv', `id,created,email_campaign_id,type,recipient,filtered_event\n${rows}`);
    const done = await importer.run(
      [source('leads.csv', 'lead_id,email\n1,USER7@example.com\n'), large],
      { told: false },
      quiet,
    );
    expect(done?.tables?.report).toMatchObject({ byEmail: 1, orphans: 99_999 });
  });

  it('says what is missing, and writes nothing', async () => {
    const done = await importer.run([source('e.csv', 'a,b\n1,2\n', { kind: 'events' })], { told: true }, quiet);
    expect(done?.tables).toBeNull();
    expect(done?.files[0]?.problems.map(({ code }) => code)).toContain('missing_column');
  });

  it('stops half-way when it is cancelled', async () => {
    const rows = Array.from({ length: 200_000 }, (_, n) => `${n}@example.com,Opened e-mail,05.02.2026 10:00\n`).join(
      '',
    );
    const running = importer.run([source('events.csv', `Email,Event,When\n${rows}`)], { told: true }, () => {
      importer.cancel();
    });
    expect(await running).toBeNull();
  });

  it('gives bytes where files could not be read as files', async () => {
    const file = new TextEncoder().encode(leads);
    const done = await importer.run([{ path: 'l.csv', file, choice: {} }], { told: true }, quiet);
    expect(done?.tables?.leads).toBeInstanceOf(Uint8Array);
  });

  it('takes tables out of what they are packed in', async () => {
    const zip = new Blob([new Uint8Array(readFileSync(`${FOLDER}/containers/audience.zip`))]);
    const { tables, refusals } = await importer.open('audience.zip', zip, quiet);
    expect(tables.length).toBeGreaterThan(1);
    expect(refusals).toEqual([{ name: 'audience.zip: spring.html', code: 'skipped', args: [] }]);
    const [first] = tables;
    if (first)
      expect(await importer.understand({ path: first.path, file: first.file, choice: {} })).toMatchObject({
        source: 'mailchimp',
      });
  });
});

it('knows zones, and the faults of a mapping file', async () => {
  expect(await importer.zones()).toContain('Europe/Warsaw');
  expect(await importer.checkMapping('{"format": "mqlab-mapping/1"}')).toEqual([]);
  const [fault] = await importer.checkMapping('{"format": "mqlab-mapping/1", "files": [{"kind": "people"}]}');
  expect(fault).toMatchObject({ code: 'unknown_choice', path: '/files/0/kind', line: 1 });
});
