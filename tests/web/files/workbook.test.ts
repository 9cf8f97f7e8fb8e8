import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../../web/src/files/limits';
import { tablesOf } from '../../../web/src/files/tables-of';
import { fixture, partsOf, sheetAsCsv, tablesIn, zipOf } from './containers';

describe('a workbook', () => {
  it('gives each sheet that holds anything, as the program that wrote it shows it', async () => {
    const { tables, refusals } = await tablesIn('leads.xlsx', fixture('leads.xlsx'));
    expect(refusals).toEqual([]);
    expect(Object.keys(tables)).toEqual(['leads.xlsx: Leads', 'leads.xlsx: Events', 'leads.xlsx: Lookup']);
    expect(tables['leads.xlsx: Leads']).toBe(
      [
        '"Q1 leads, all regions"',
        '',
        'Record ID,Email,Company,Created,Last seen,Score,Won rate,Opted out',
        '100000000001,ana@primer.example,Popescu & Fiii,2024-03-15,2024-03-15T14:30:00,42,0.255,true',
        '100000000002,jan@przyklad.example,"Firma ""Łódź""; S.A.",2024-02-29,2024-12-31T23:59:59,0.3,1.1,false',
        '100000000003,ольга@пример.example,"Line\nbreak",,2024-03-01T00:00:00,,-0.5,',
        '',
      ].join('\n'),
    );
    expect(tables['leads.xlsx: Events']).toBe('email,type,at\nana@primer.example,email_open,2024-03-16T09:59:59\n');
  });

  it('tells hidden sheets apart', async () => {
    const { tables } = await tablesOf('leads.xlsx', fixture('leads.xlsx'), LIMITS, async () => true);
    expect(tables.map(({ hidden }) => hidden ?? false)).toEqual([false, false, true]);
  });

  it('may count its days from 1904', async () => {
    const { tables } = await tablesIn('since-1904.xlsx', fixture('since-1904.xlsx'));
    expect(tables['since-1904.xlsx: Arkusz1']).toBe('imię,data\nŁukasz,2024-03-15T14:30:00\nZoë,1904-01-01\n');
  });

  it('is read without texts and styles, which small ones do not have', async () => {
    const relations = partsOf('')['xl/_rels/workbook.xml.rels'].replaceAll(/<Relationship Id="rId[23]"[^>]*>/g, '');
    expect(await sheetAsCsv('<row><c s="1"><v>45366</v></c></row>', { 'xl/_rels/workbook.xml.rels': relations })).toBe(
      '45366\n',
    );
  });

  it('is refused when it is another document, or of another program', async () => {
    const as = (target: string) =>
      zipOf({
        ...partsOf(''),
        '_rels/.rels': `<R><Relationship Id="a" Type="o/officeDocument" Target="${target}"/></R>`,
      });
    expect((await tablesIn('a.xlsb', as('xl/workbook.bin'))).refusals).toEqual(['a.xlsb: other_workbook XLSB']);
    expect((await tablesIn('a.docx', as('word/document.xml'))).refusals).toEqual(['a.docx: no_table Word']);
    const ods = zipOf({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<x/>' });
    expect((await tablesIn('a.ods', ods)).refusals).toEqual(['a.ods: other_workbook ODS']);
    expect((await tablesIn('a.numbers', zipOf({ 'Index/Document.iwa': 'x' }))).refusals).toEqual([
      'a.numbers: other_workbook Numbers',
    ]);
  });

  it('is refused when nothing is in it, a part is missing, or it is cut off anywhere', async () => {
    expect(await sheetAsCsv('<row><c s="1"/></row>')).toBe('b.xlsx: empty');
    const { 'xl/worksheets/sheet1.xml': _, ...rest } = partsOf('');
    expect((await tablesIn('b.xlsx', zipOf(rest))).refusals).toEqual(['b.xlsx: S: damaged XLSX']);
    const whole = fixture('leads.xlsx');
    for (let length = 100; length < whole.length; length += 997) {
      const { tables, refusals } = await tablesIn('cut.xlsx', whole.slice(0, length));
      expect(tables, `${length} bytes`).toEqual({});
      expect(refusals, `${length} bytes`).toEqual(['cut.xlsx: damaged ZIP']);
    }
  });
});
