import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { letters, type Value, XlsxWriter } from '../../../../web/src/features/export/xlsx';

type Types = ConstructorParameters<typeof XlsxWriter>[0]['types'];

function sheetOf(headers: string[], types: Types, pieces: Value[][][], name = 'Leads') {
  const writer = new XlsxWriter({ name, headers, types });
  const parts = pieces.flatMap((rows) => writer.push(rows));
  parts.push(...writer.end());
  const files = unzipSync(new Uint8Array(Buffer.concat(parts)));
  const text = (path: string) => strFromU8(files[path] ?? new Uint8Array());
  return { files, sheet: text('xl/worksheets/sheet1.xml'), book: text('xl/workbook.xml'), writer };
}

const cell = (sheet: string, place: string) => new RegExp(`<c r="${place}"[^>]*>.*?</c>`, 's').exec(sheet)?.[0];

describe('a workbook', () => {
  it('has typed cells', () => {
    const { sheet } = sheetOf(
      ['text', 'number', 'yes', 'day', 'time', 'list'],
      ['text', 'number', 'boolean', 'instant', 'instant', 'list'],
      [[['a', -12.5, true, '2026-03-01T00:00:00.000Z', '2026-03-01T12:00:00.000Z', ['x', 'y']]]],
    );
    expect(cell(sheet, 'A2')).toBe('<c r="A2" s="1" t="inlineStr"><is><t xml:space="preserve">a</t></is></c>');
    expect(cell(sheet, 'B2')).toBe('<c r="B2"><v>-12.5</v></c>');
    expect(cell(sheet, 'C2')).toBe('<c r="C2" t="b"><v>1</v></c>');
    expect(cell(sheet, 'D2')).toBe('<c r="D2" s="2"><v>46082</v></c>');
    expect(cell(sheet, 'E2')).toBe('<c r="E2" s="3"><v>46082.5</v></c>');
    expect(cell(sheet, 'F2')).toContain('x; y');
  });

  it('takes no text for a formula, nor for a number, and leaves out what is missing', () => {
    const { sheet } = sheetOf(['a', 'b', 'c', 'd'], ['text', 'number', 'text', 'list'], [[['=1+2', '007', null, []]]]);
    expect(sheet).not.toContain('<f>');
    expect(cell(sheet, 'A2')).toMatch(/t="inlineStr".*=1\+2/);
    expect(cell(sheet, 'B2')).toMatch(/t="inlineStr".*007/);
    expect(cell(sheet, 'C2')).toBeUndefined();
    expect(cell(sheet, 'D2')).toBeUndefined();
  });

  it('holds any text', () => {
    const { sheet } = sheetOf(['<h> & "q"'], ['text'], [[['<b>&\u0001\ud800 a\r\nb _x000D_ ț👩']]]);
    expect(cell(sheet, 'A1')).toContain('&lt;h&gt; &amp; &quot;q&quot;');
    expect(cell(sheet, 'A2')).toContain('&lt;b&gt;&amp; a_x000D_\nb _x005F_x000D_ ț👩<');
  });

  it('writes days that Excel counts wrong as text', () => {
    const { sheet } = sheetOf(
      ['t'],
      ['instant'],
      [[['1900-01-01T00:00:00.000Z'], ['1900-03-01T00:00:00.000Z'], ['soon']]],
    );
    expect(cell(sheet, 'A2')).toContain('1900-01-01T00:00:00.000Z');
    expect(cell(sheet, 'A3')).toContain('<v>61</v>');
    expect(cell(sheet, 'A4')).toContain('soon');
  });

  it('has a frozen bold header, widths and a name that Excel takes', () => {
    const { sheet, book } = sheetOf(
      ['id', 'a longer header'],
      ['text', 'text'],
      [[['1', 'x'.repeat(200)]]],
      "[Leads] 'A/B': ",
    );
    expect(sheet).toContain('state="frozen"');
    expect(cell(sheet, 'A1')).toContain('s="4"');
    expect(sheet).toContain('<col min="1" max="1" width="5" customWidth="1"/>');
    expect(sheet).toContain('<col min="2" max="2" width="50" customWidth="1"/>');
    expect(book).toContain('name=" Leads   A B   "');
  });

  it('is the same from pieces, and whole without rows', () => {
    const rows: Value[][] = [['a'], ['b'], ['c']];
    const whole = sheetOf(['h'], ['text'], [rows]).sheet;
    expect(
      sheetOf(
        ['h'],
        ['text'],
        rows.map((row) => [row]),
      ).sheet,
    ).toBe(whole);
    expect(sheetOf(['h'], ['text'], []).sheet).toContain('<row r="1">');
    expect(sheetOf(['h'], ['text'], [[]]).sheet.match(/<sheetData>/g)).toHaveLength(1);
  });

  it('cuts what no cell can hold, and counts it', () => {
    const { sheet, writer } = sheetOf(['h'], ['text'], [[['x'.repeat(40_000)]]]);
    expect(cell(sheet, 'A2')?.match(/x+/g)?.at(-1)).toHaveLength(32_767);
    expect(writer.cut).toBe(1);
  });
});

it('counts columns in letters', () => {
  expect([0, 25, 26, 701, 702].map(letters)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA']);
});
