// A table as UTF-8 CSV, written row by row.
import type { FileBytes } from '../engine/file-bytes';
import { Gathered } from './gathered';
import { megabytes } from './limits';
import { type Reading, Refused } from './reading';

const BATCH = 2 ** 16; // characters
const encoder = new TextEncoder();

// What any delimiter of a table could be is quoted, so that only the comma is taken for it.
const SPECIAL = /[",;\t|\r\n]/;
const quoted = (cell: string): string => (SPECIAL.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

// A sheet into whose first column a whole CSV was put is read as that CSV: lone cells stay as they are.
const alone = (cell: string): string => (/["\r\n]/.test(cell) ? quoted(cell) : cell);
const LONE = 100; // rows after which it is settled that the table has one column

export class CsvTable {
  readonly #reading: Reading;
  readonly #gathered: Gathered;
  #text = '';
  #rows = 0;
  #gap = 0;
  #width = 0;
  /** Rows of one cell, of a table that may have one column or lines of a title. */
  #lone: { gap: number; cell: string }[] | null = [];

  constructor(reading: Reading, like: FileBytes) {
    this.#reading = reading;
    this.#gathered = new Gathered(like);
  }

  /** Rows without any cell; written only when another row follows. */
  gap(rows: number): void {
    this.#gap += rows;
  }

  /** The row is filled up to the widest before it. */
  row(cells: readonly string[]): void {
    const { columns, rows } = this.#reading.limits;
    if (cells.length > columns) throw new Refused('too_many_columns', columns);
    const gap = this.#gap;
    this.#gap = 0;
    this.#rows += gap + 1;
    if (this.#rows > rows) throw new Refused('too_many_rows', rows);
    this.#checkCells(cells);
    this.#width = Math.max(this.#width, cells.length);
    if (this.#lone && this.#width < 2 && this.#lone.length < LONE) {
      this.#lone.push({ gap, cell: cells[0] ?? '' });
      return;
    }
    this.#writeLone();
    this.#text += '\n'.repeat(gap) + this.#line(cells);
    if (this.#text.length > BATCH) this.#flush();
  }

  #checkCells(cells: readonly string[]): void {
    const { cellBytes } = this.#reading.limits;
    for (const cell of cells)
      if (cell.length * 3 > cellBytes && encoder.encode(cell).length > cellBytes)
        throw new Refused('too_long_cell', megabytes(cellBytes), this.#rows);
  }

  #writeLone(): void {
    const write = this.#width > 1 ? quoted : alone;
    for (const { gap, cell } of this.#lone ?? []) this.#text += `${'\n'.repeat(gap)}${write(cell)}\n`;
    this.#lone = null;
  }

  #line(cells: readonly string[]): string {
    const write = this.#width > 1 ? quoted : alone;
    return `${cells.map(write).join(',')}${','.repeat(this.#width - Math.max(1, cells.length))}\n`;
  }

  #flush(): void {
    const bytes = encoder.encode(this.#text);
    this.#text = '';
    this.#reading.wrote(bytes.length);
    this.#gathered.push(bytes);
  }

  /** All of it, or null when there is no row; `header` stands before the rows. */
  finish(header?: readonly string[]): FileBytes | null {
    if (this.#rows === 0) return null;
    this.#writeLone();
    this.#flush();
    return this.#gathered.finish(header && encoder.encode(this.#line(header)));
  }
}
