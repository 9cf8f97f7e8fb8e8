// An Excel workbook of one sheet, written in pieces: typed cells, a frozen bold header, columns as wide as they need. A
// text is an inline string in a cell of text format, so that it is never a formula.
import { strToU8, Zip, ZipDeflate } from 'fflate';
import type { FieldType } from '../../engine/protocol';

/** Rows of a sheet beside its header. */
export const MOST_ROWS = 1_048_575;
const LONGEST_TEXT = 32_767;
const LONGEST_WIDTH = 50;
const DAY = 86_400_000;
const EPOCH = 25_569; // 1970-01-01 in days of Excel
const MARCH_1900 = 61; // before, Excel counts a day that never was

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

// Styles by their place in cellXfs.
const TEXT = 1;
const DATE = 2;
const TIME = 3;
const BOLD = 4;

const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="5"><xf/><xf numFmtId="49" applyNumberFormat="1"/><xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="165" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" applyNumberFormat="1" applyFont="1"/></cellXfs></styleSheet>`;

const ESCAPED: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
// What XML cannot hold, and what Excel would read as an escape of its own.
const UNFIT = /(?![\t\n\r])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu;
const OWN_ESCAPE = /_(?=x[\da-f]{4}_)/gi;

const xml = (text: string): string =>
  text
    .replace(UNFIT, '')
    .replace(OWN_ESCAPE, '_x005F_')
    .replace(/\r/g, '_x000D_')
    .replace(/[&<>"]/g, (sign) => ESCAPED[sign] ?? sign);

/** "A", "Z", "AA" of the column with that number, from 0. */
export const letters = (column: number): string =>
  (column >= 26 ? letters(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26));

export type Value = string | number | boolean | string[] | null;

const textOf = (value: Value): string => (Array.isArray(value) ? value.join('; ') : String(value));

export interface Sheet {
  name: string;
  headers: string[];
  types: FieldType[];
}

function parts(sheet: Sheet): Record<string, string> {
  // Excel refuses these in a name, and more than 31 characters.
  const name = xml(sheet.name.replace(/[[\]:*?/\\']/g, ' ').slice(0, 31));
  return {
    '[Content_Types].xml': `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/></Types>`,
    '_rels/.rels': `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="${name}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': STYLES,
  };
}

export class XlsxWriter {
  /** Texts that were longer than a cell can be. */
  cut = 0;
  #out: Uint8Array<ArrayBuffer>[] = [];
  #zip = new Zip((error, bytes) => {
    if (error) throw error;
    this.#out.push(bytes as Uint8Array<ArrayBuffer>);
  });
  #rows = new ZipDeflate('xl/worksheets/sheet1.xml', { level: 4 });
  #sheet: Sheet;
  #begun = false;
  #row = 0;

  constructor(sheet: Sheet) {
    this.#sheet = sheet;
    for (const [name, text] of Object.entries(parts(sheet))) {
      const part = new ZipDeflate(name);
      this.#zip.add(part);
      part.push(strToU8(text), true);
    }
    this.#zip.add(this.#rows);
  }

  /** The next rows, each with the values of its columns; the widths follow from the first of them. */
  push(rows: Value[][]): Uint8Array<ArrayBuffer>[] {
    if (!this.#begun) this.#begin(rows);
    this.#rows.push(strToU8(rows.map((row) => this.#rowOf(row)).join('')));
    return this.#out.splice(0);
  }

  end(): Uint8Array<ArrayBuffer>[] {
    if (!this.#begun) this.#begin([]);
    this.#rows.push(strToU8('</sheetData></worksheet>'), true);
    this.#zip.end();
    return this.#out.splice(0);
  }

  #begin(rows: Value[][]): void {
    this.#begun = true;
    const { headers, types } = this.#sheet;
    const columns = headers.map((header, column) => {
      const longest = rows.reduce((most, row) => {
        const value = row[column] ?? null;
        const length = types[column] === 'instant' ? 17 : value === null ? 0 : textOf(value).length;
        return Math.max(most, length);
      }, header.length + 1);
      const width = Math.min(LONGEST_WIDTH, longest + 2);
      return `<col min="${column + 1}" max="${column + 1}" width="${width}" customWidth="1"/>`;
    });
    const head = headers.map((header, column) => this.#text(`${letters(column)}1`, header, BOLD)).join('');
    const start = `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView tabSelected="1" workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${columns.join('')}</cols><sheetData><row r="1">${head}</row>`;
    this.#rows.push(strToU8(start));
  }

  #rowOf(row: Value[]): string {
    this.#row += 1;
    const number = this.#row + 1;
    const cells = row.map((value, column) =>
      this.#cell(`${letters(column)}${number}`, value, this.#sheet.types[column]),
    );
    return `<row r="${number}">${cells.join('')}</row>`;
  }

  #cell(place: string, value: Value, type: FieldType | undefined): string {
    if (value === null || (Array.isArray(value) && value.length === 0)) return '';
    if (typeof value === 'boolean') return `<c r="${place}" t="b"><v>${value ? 1 : 0}</v></c>`;
    if (typeof value === 'number' && Number.isFinite(value)) return `<c r="${place}"><v>${value}</v></c>`;
    const days = type === 'instant' && typeof value === 'string' ? Date.parse(value) / DAY + EPOCH : Number.NaN;
    if (days >= MARCH_1900) return `<c r="${place}" s="${Number.isInteger(days) ? DATE : TIME}"><v>${days}</v></c>`;
    return this.#text(place, textOf(value), TEXT);
  }

  #text(place: string, text: string, style: number): string {
    if (text.length > LONGEST_TEXT) this.cut += 1;
    const shown = xml(text.slice(0, LONGEST_TEXT));
    return `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${shown}</t></is></c>`;
  }
}
