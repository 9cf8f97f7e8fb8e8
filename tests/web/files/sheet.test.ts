import { describe, expect, it } from 'vitest';
import { columnOf } from '../../../web/src/files/sheet';
import { partsOf, sheetAsCsv, tablesIn, zipOf } from './containers';

const row = (...cells: string[]) => `<row>${cells.join('')}</row>`;

describe('the rows of a sheet', () => {
  it('have a column for each letter of a cell', () => {
    expect(['A1', 'Z9', 'AA1', 'XFD1048576', 'b2', '12'].map(columnOf)).toEqual([0, 25, 26, 16383, 1, -1]);
  });

  it('hold texts, numbers, flags and what formulas came to, and nothing for errors', async () => {
    const cells = row(
      '<c t="s"><v>0</v></c>',
      '<c t="s"><v>1</v></c>',
      '<c t="inlineStr"><is><t>plain</t></is></c>',
      '<c t="inlineStr"><is><r><t>a</t></r><r><t>b</t></r></is></c>',
      '<c t="str"><f>"x"&amp;"y"</f><v>xy</v></c>',
      '<c><f>SUM(1,2)</f><v>3</v></c>',
      '<c t="b"><v>1</v></c>',
      '<c t="b"><v>0</v></c>',
      '<c t="e"><v>#N/A</v></c>',
      '<c t="d"><v>2024-03-15T14:30:00</v></c>',
      '<c><v>1.1000000000000001</v></c>',
      '<c s="3"><v>0.255</v></c>',
    );
    expect(await sheetAsCsv(cells)).toBe('first,in two runs,plain,ab,xy,3,true,false,,2024-03-15T14:30:00,1.1,0.255\n');
  });

  it('are dates only where the number format of the cell says so', async () => {
    const days = row('<c><v>45366</v></c>', '<c s="1"><v>45366</v></c>', '<c s="2"><v>45366.604166666664</v></c>');
    expect(await sheetAsCsv(days)).toBe('45366,2024-03-15,2024-03-15T14:30:00\n');
  });

  it('are empty where the XML passes over a cell or a row, and end with the last that holds anything', async () => {
    const sheet =
      '<row r="2"><c r="B2"><v>1</v></c><c r="D2"><v>2</v></c><c r="F2" s="1"/></row><row r="3"><c r="A3"/></row>' +
      '<row r="5"><c r="A5"><v>3</v></c></row><row r="1000000"><c r="A1000000" s="2"/></row>';
    expect(await sheetAsCsv(sheet)).toBe('\n,1,,2\n\n\n3,,,\n');
  });

  it('keep quotes, delimiters, line breaks and the characters that XML cannot hold', async () => {
    const text = (t: string) => `<c t="inlineStr"><is><t>${t}</t></is></c>`;
    const cells = row(
      text('a &quot;b&quot;'),
      text('c;d'),
      text('e&#10;f'),
      text('_x0041_ _x005F_x0041_ &amp;lt;'),
      text('<![CDATA[<b>]]>'),
    );
    expect(await sheetAsCsv(cells)).toBe('"a ""b""","c;d","e\nf","A _x0041_ &lt;",<b>\n');
  });

  it('leave out how a Japanese text is spoken', async () => {
    const cells = row(
      '<c t="inlineStr"><is><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh><phoneticPr/></is></c>',
    );
    expect(await sheetAsCsv(cells)).toBe('東京\n');
  });

  it('are read whatever prefix the names have', async () => {
    const sheet =
      '<x:worksheet xmlns:x="u"><x:sheetData><x:row><x:c><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>';
    expect(await sheetAsCsv('', { 'xl/worksheets/sheet1.xml': sheet })).toBe('7\n');
  });

  it('are the CSV that was put whole into the first column', async () => {
    const line = (text: string) => row(`<c t="inlineStr"><is><t>${text}</t></is></c>`);
    expect(await sheetAsCsv(line('email;name') + line('a@b.example;Ana'))).toBe('email;name\na@b.example;Ana\n');
  });
});

describe('a sheet beyond the limits', () => {
  it('is refused with the limit, and the others are read', async () => {
    expect(await sheetAsCsv('<row><c r="XFE1"><v>1</v></c></row>')).toBe('b.xlsx: S: too_many_columns 16384');
    expect(await sheetAsCsv('<row r="10000001"><c><v>1</v></c></row>')).toBe('b.xlsx: S: too_many_rows 10000000');
    expect(await sheetAsCsv('<row><c r="XFE1"/></row><row r="5"/>')).toBe('b.xlsx: S: too_many_columns 16384');
    expect(await sheetAsCsv('<row r="10000001"/>')).toBe('b.xlsx: S: too_many_rows 10000000');
    const long = `<row><c t="inlineStr"><is><t>${'ж'.repeat(2 ** 19 + 1)}</t></is></c></row>`;
    expect(await sheetAsCsv(long)).toBe('b.xlsx: S: too_long_cell 1 1');
    expect(await sheetAsCsv(long.replace('ж', ''))).toHaveLength(2 ** 19 + 1);
  });

  it('is refused when a text never ends, before all of it is held', async () => {
    const sheet = `<row><c t="inlineStr"><is><t>${'x'.repeat(2_000_000)}</t></is></c></row>`;
    expect(await sheetAsCsv(sheet, {}, { cellBytes: 1_000 })).toBe('b.xlsx: S: too_long_text 0.0009537');
  });

  it('is refused when a few cells far to the right would make a huge table', async () => {
    const rows = Array.from(
      { length: 200 },
      (_, at) => `<row r="${at + 1}"><c r="XFD${at + 1}"><v>1</v></c></row>`,
    ).join('');
    expect(await sheetAsCsv(rows, {}, { bytes: 2 ** 20 })).toBe('b.xlsx: too_large 1');
  });

  it('is refused with a document type, the place of entities', async () => {
    const sheet =
      '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><worksheet><sheetData><row><c t="str"><v>&a;</v></c></row></sheetData></worksheet>';
    expect(await sheetAsCsv('', { 'xl/worksheets/sheet1.xml': sheet })).toBe('b.xlsx: S: document_type');
  });

  it('is refused when its XML is cut off or it points to a text that is not there', async () => {
    expect(
      await sheetAsCsv('', { 'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row><c><v>1</v></c></row>' }),
    ).toBe('b.xlsx: S: damaged XLSX');
    expect(await sheetAsCsv('<row><c t="s"><v>9</v></c></row>')).toBe('b.xlsx: S: damaged XLSX');
    expect(await sheetAsCsv('<row><c t="str"><v>&undeclared;</v></c></row>')).toBe('b.xlsx: S: damaged XLSX');
  });

  it('is refused when it is not in UTF-8, rather than read with wrong letters', async () => {
    const sheet = '<worksheet><sheetData><row><c t="str"><v>\xea</v></c></row></sheetData></worksheet>';
    const bytes = Uint8Array.from(sheet, (character) => character.charCodeAt(0));
    const book = zipOf({ ...partsOf(''), 'xl/worksheets/sheet1.xml': bytes });
    expect((await tablesIn('b.xlsx', book)).refusals).toEqual(['b.xlsx: S: damaged XLSX']);
  });

  it('does not keep other sheets from being read', async () => {
    const parts = partsOf('<row><c><v>1</v></c></row>');
    const both = {
      ...parts,
      'xl/workbook.xml': parts['xl/workbook.xml'].replace('</sheets>', '<sheet name="T" r:id="rId9"/></sheets>'),
      'xl/_rels/workbook.xml.rels': parts['xl/_rels/workbook.xml.rels'].replace(
        '</Relationships>',
        '<Relationship Id="rId9" Type="x/worksheet" Target="/xl/worksheets/Sheet2.XML"/></Relationships>',
      ),
      'xl\\worksheets\\sheet2.xml':
        '<worksheet><sheetData><row><c r="ZZZZ1"><v>1</v></c></row></sheetData></worksheet>',
    };
    expect(await tablesIn('b.xlsx', zipOf(both))).toEqual({
      tables: { 'b.xlsx: S': '1\n' },
      refusals: ['b.xlsx: T: too_many_columns 16384'],
    });
  });
});
