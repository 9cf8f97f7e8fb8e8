// The rows of a sheet, as its XML streams by.
import { momentText } from './cell-date';
import { plainNumber } from './cell-number';
import type { CsvTable } from './csv-table';
import type { Limits } from './limits';
import { Refused } from './reading';
import { TextRuns, unescaped } from './text-runs';
import type { Workbook } from './workbook';
import type { Attributes, XmlReader } from './xml';

/** The number of a column by the letters of a cell's place, "AB12": 27; -1 when it has none. */
export function columnOf(place: string): number {
  let column = 0;
  for (let at = 0; at < place.length; at++) {
    const letter = place.charCodeAt(at) & 0xdf; // upper case
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
  }
  return column - 1;
}

/**
 * Hands the rows to a table. Cells and rows that the XML passes over are empty; formulas stand for the values that they
 * had when the workbook was saved, errors for nothing.
 */
export class SheetReader implements XmlReader {
  readonly #workbook: Workbook;
  readonly #table: CsvTable;
  readonly #limits: Limits;
  readonly #runs = new TextRuns();
  #row = 0; // of the sheet, from 1
  #written = 0; // the last row that the table has
  #cells: string[] = [];
  #column = -1;
  #type = 'n';
  #style = 0;
  #inValue = false;
  #value = '';

  constructor(workbook: Workbook, table: CsvTable, limits: Limits) {
    this.#workbook = workbook;
    this.#table = table;
    this.#limits = limits;
  }

  open(name: string, attributes: Attributes): void {
    this.#inValue = name === 'v';
    if (name === 'c') this.#openCell(attributes);
    else if (name === 'row') this.#openRow(attributes);
    else this.#runs.open(name);
  }

  text(text: string): void {
    if (this.#inValue) this.#value += text;
    else this.#runs.text(text);
  }

  close(name: string): void {
    this.#inValue = false;
    if (name === 'c') this.#closeCell();
    else if (name === 'row') this.#closeRow();
    else this.#runs.close(name);
  }

  #openRow({ r }: Attributes): void {
    this.#row = Math.max(this.#row + 1, Number(r) || 0);
    if (this.#row > this.#limits.rows) throw new Refused('too_many_rows', this.#limits.rows);
    this.#cells = [];
    this.#column = -1;
  }

  #openCell({ r = '', t = 'n', s = '0' }: Attributes): void {
    const column = columnOf(r);
    this.#column = column < 0 ? this.#column + 1 : column;
    if (this.#column >= this.#limits.columns) throw new Refused('too_many_columns', this.#limits.columns);
    this.#type = t;
    this.#style = Number(s);
    this.#value = '';
    this.#runs.take();
  }

  #closeCell(): void {
    const text = this.#cellText();
    if (text === '') return;
    while (this.#cells.length < this.#column) this.#cells.push('');
    this.#cells[this.#column] = text;
  }

  #closeRow(): void {
    if (this.#cells.length === 0) return;
    this.#table.gap(this.#row - this.#written - 1);
    this.#table.row(this.#cells);
    this.#written = this.#row;
  }

  #cellText(): string {
    const value = this.#value;
    switch (this.#type) {
      case 's':
        return value === '' ? '' : this.#sharedText(Number(value));
      case 'inlineStr':
        return this.#runs.take();
      case 'str':
        return unescaped(value);
      case 'b':
        return value === '' ? '' : String(value.trim() === '1' || value.trim() === 'true');
      case 'e':
        return '';
      case 'd':
        return value.trim();
      default:
        return this.#numberText(value.trim());
    }
  }

  #sharedText(index: number): string {
    const text = this.#workbook.texts[index];
    if (text === undefined) throw new Refused('damaged', 'XLSX');
    return text;
  }

  #numberText(text: string): string {
    const shown = text === '' ? null : this.#workbook.moments[this.#style];
    return (shown && momentText(Number(text), shown, this.#workbook.since1904)) || plainNumber(text);
  }
}
