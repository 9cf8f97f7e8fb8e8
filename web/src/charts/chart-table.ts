// The figures of a chart as a table: its twin on the page, and what is copied or saved.

export type Cell = string | number;

/** The first column names each row. Numbers are as they are, for other programs to read. */
export interface ChartTable {
  columns: string[];
  rows: Cell[][];
}

// Spreadsheets take a text that begins so for a formula.
const FORMULA = /^[=+\-@\t\r]/;

const plain = (cell: Cell): string => (typeof cell === 'string' && FORMULA.test(cell) ? `'${cell}` : String(cell));
const quoted = (text: string): string => (/[",;\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const oneLine = (text: string): string => text.replace(/[\t\n\r]+/g, ' ');

const lines = ({ columns, rows }: ChartTable, write: (text: string) => string, between: string): string[] =>
  [columns, ...rows].map((row) => row.map((cell) => write(plain(cell))).join(between));

/** RFC 4180, safe for spreadsheets. */
export const asCsv = (table: ChartTable, delimiter: ',' | ';' = ','): string =>
  `${lines(table, quoted, delimiter).join('\r\n')}\r\n`;

/** As spreadsheets take it from the clipboard. */
export const asTsv = (table: ChartTable): string => lines(table, oneLine, '\t').join('\n');
