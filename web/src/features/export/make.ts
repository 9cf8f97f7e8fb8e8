// The file that the user asked for, or what goes to the clipboard.
import type { LeadQuery, RowColumn, RowFormat, Rows } from '../../engine/protocol';
import { type Choices, encodingOf, hidesAny, isCrm, rowOptions } from './choices';
import { copyTable } from './clipboard';
import { byteOrderMark, encoderOf, type Lost } from './encode';
import { hider } from './hide';
import { type Course, eachPiece } from './pieces';
import { type Value, XlsxWriter } from './xlsx';

export interface Order {
  choices: Choices;
  query: LeadQuery;
  columns: RowColumn[];
}

export interface Made {
  name: string;
  blob: Blob;
  leads: number;
  lost: Lost;
  /** Texts that were longer than a cell can be. */
  cut: number;
}

const TYPES = {
  csv: 'text/csv',
  ndjson: 'application/x-ndjson',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

// Leads, of which a sheet makes so much work that the page would stand still.
const XLSX_PIECE = 400;

const nothingLost: Lost = { count: 0, characters: [] };

const hideOf = ({ choices: { hiding }, columns }: Order) =>
  hidesAny(columns) && hiding !== 'none' ? hider(hiding) : null;

const requestOf = (order: Order, format: RowFormat) => ({
  query: order.query,
  options: rowOptions(order.choices, order.columns, format),
  hide: hideOf(order),
});

async function makeText(order: Order, course: Course): Promise<Made> {
  const { form } = order.choices;
  const kind = form === 'ndjson' ? 'ndjson' : 'csv';
  const encoding = encodingOf(order.choices);
  const { encode, lost } = encoderOf(encoding);
  const parts = [byteOrderMark(encoding)];
  const { leads } = await eachPiece(requestOf(order, kind), course, (piece) => parts.push(encode(piece)));
  const name = isCrm(form) ? `scored-leads-${form}` : 'scored-leads';
  return { name: `${name}.${kind}`, blob: new Blob(parts, { type: TYPES[kind] }), leads, lost, cut: 0 };
}

const valuesOf = (piece: Uint8Array, { headers }: Rows): Value[][] =>
  new TextDecoder()
    .decode(piece)
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const row: Record<string, Value> = JSON.parse(line);
      return headers.map((header) => row[header] ?? null);
    });

async function makeXlsx(order: Order, course: Course, sheet: string): Promise<Made> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let writer: XlsxWriter | null = null;
  const request = { ...requestOf(order, 'ndjson'), piece: XLSX_PIECE };
  const { leads } = await eachPiece(request, course, (piece, rows) => {
    writer ??= new XlsxWriter({ name: sheet, ...rows });
    parts.push(...writer.push(valuesOf(piece, rows)));
  });
  // Assigned in the callback, which is called at least once.
  const written = writer as XlsxWriter | null;
  parts.push(...(written?.end() ?? []));
  const blob = new Blob(parts, { type: TYPES.xlsx });
  return { name: 'scored-leads.xlsx', blob, leads, lost: nothingLost, cut: written?.cut ?? 0 };
}

/** `sheet`: the name of the sheet of a workbook. */
export const makeFile = (order: Order, course: Course, sheet: string): Promise<Made> =>
  order.choices.form === 'xlsx' ? makeXlsx(order, course, sheet) : makeText(order, course);

/** Both forms of the same rows: one after the other, as the engine writes one at a time. */
async function bothForms(
  order: Order,
  { signal, onProgress }: Course,
): Promise<{ text: string; html: string; leads: number }> {
  const hide = hideOf(order); // of one salt
  const write = async (format: RowFormat, before: number) => {
    let text = '';
    const course = { signal, onProgress: (done: number) => onProgress(before + done / 2) };
    const { leads } = await eachPiece({ ...requestOf(order, format), hide }, course, (piece) => {
      text += new TextDecoder().decode(piece);
    });
    return { text, leads };
  };
  const { text, leads } = await write('csv', 0);
  return { text, html: (await write('html', 0.5)).text, leads };
}

/** How many leads are on the clipboard then. */
export async function copyRows(order: Order, course: Course): Promise<number> {
  const rows = bothForms(order, course);
  await copyTable(rows);
  return (await rows).leads;
}
