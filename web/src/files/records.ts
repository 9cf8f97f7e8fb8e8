// Records whose fields are known only when the last was seen, as a table.
import type { FileBytes } from '../engine/file-bytes';
import { shortNumber } from './cell-number';
import { CsvTable } from './csv-table';
import { type Reading, Refused } from './reading';

export type JsonRecord = Record<string, unknown>;

const isObject = (value: unknown): value is JsonRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

// JSON has no whole numbers of any length; where they do not fit they are texts.
const asJson = (value: unknown): string =>
  JSON.stringify(value, (_, part) =>
    typeof part !== 'bigint' ? part : Number.isSafeInteger(Number(part)) ? Number(part) : String(part),
  );

function cellOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return Number.isFinite(value) ? shortNumber(value) : '';
  if (!Array.isArray(value)) return String(value);
  return value.some((part) => typeof part === 'object' && part !== null) ? asJson(value) : value.map(cellOf).join(';');
}

/** By name: its place in a row, and whether anything but null ever stood in it. */
type Fields = Map<string, { at: number; filled: boolean }>;

class Flattener {
  readonly fields: Fields = new Map();
  readonly #reading: Reading;
  #cells: string[] = [];

  constructor(reading: Reading) {
    this.#reading = reading;
  }

  /** The cells of a record, by the place of their field; fields that are new get the next places. */
  cells(record: JsonRecord): string[] {
    this.#cells = new Array(this.fields.size).fill('');
    this.#put('', record, 1);
    return this.#cells;
  }

  #put(prefix: string, object: JsonRecord, depth: number): void {
    const { nesting, columns } = this.#reading.limits;
    if (depth > nesting) throw new Refused('too_deep', nesting);
    for (const [key, value] of Object.entries(object)) {
      const name = prefix + key;
      if (isObject(value)) {
        this.#put(`${name}.`, value, depth + 1);
        continue;
      }
      const field = this.fields.get(name) ?? { at: this.fields.size, filled: false };
      if (field.at >= columns) throw new Refused('too_many_columns', columns);
      this.fields.set(name, field);
      field.filled ||= value !== null && value !== undefined;
      this.#cells[field.at] ||= cellOf(value);
    }
  }

  /** In order of appearance; without those that were never more than null where others had an object. */
  columns(): string[] {
    const parents = new Set(
      [...this.fields.keys()].flatMap((name) => name.split('.').map((_, at, all) => all.slice(0, at).join('.'))),
    );
    return [...this.fields].filter(([name, { filled }]) => filled || !parents.has(name)).map(([name]) => name);
  }
}

/** Reads the records once, and once more if later ones have fields that the first does not; null when there is none. */
export async function tableOfRecords(
  records: () => AsyncIterable<JsonRecord>,
  reading: Reading,
  like: FileBytes,
): Promise<FileBytes | null> {
  const flattener = new Flattener(reading);
  const write = async (places: number[] | null) => {
    const table = new CsvTable(reading, like);
    let first = 0; // fields of the first record
    for await (const record of records()) {
      const cells = flattener.cells(record);
      first ||= cells.length;
      table.row(places ? places.map((at) => cells[at] ?? '') : cells);
    }
    return { table, first };
  };
  const { table, first } = await write(null);
  const columns = flattener.columns();
  if (columns.length === 0) return null;
  if (first === flattener.fields.size && columns.length === first) return table.finish(columns);
  const again = await write(columns.map((name) => flattener.fields.get(name)!.at));
  return again.table.finish(columns);
}
