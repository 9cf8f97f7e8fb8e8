// Parquet as a table: one row group after the other.
import { gunzipSync } from 'fflate';
import {
  type FileMetaData,
  parquetMetadataAsync,
  parquetReadObjects,
  type RowGroup,
  type SchemaElement,
} from 'hyparquet';
import { type FileBytes, sizeOf } from '../engine/file-bytes';
import { checkPages } from './parquet-pages';
import { bytesBetween } from './pieces';
import { isOurs, type Reading, Refused } from './reading';
import { type JsonRecord, tableOfRecords } from './records';

const UNPACKED = ['UNCOMPRESSED', 'SNAPPY', 'GZIP'];
const compressors = {
  GZIP: (packed: Uint8Array, length: number) => gunzipSync(packed, { out: new Uint8Array(length) }),
};

/** 2024-03-15T14:30:00.250 without a zone; whether it is in UTC says the column. */
function momentText(milliseconds: number): string {
  const at = new Date(milliseconds);
  return Number.isNaN(at.getTime()) ? '' : at.toISOString().replace(/(\.000)?Z$/, '');
}

const parsers = {
  timestampFromMilliseconds: (milliseconds: bigint) => momentText(Number(milliseconds)),
  timestampFromMicroseconds: (microseconds: bigint) => momentText(Number(microseconds / 1000n)),
  timestampFromNanoseconds: (nanoseconds: bigint) => momentText(Number(nanoseconds / 1_000_000n)),
  dateFromDays: (days: number) => momentText(days * 86_400_000).slice(0, -9),
};

// A FLOAT holds seven digits; as a double it has others behind them.
function singleText(value: number): string {
  for (let digits = 6; digits < 9; digits++) {
    const text = value.toPrecision(digits);
    if (Math.fround(Number(text)) === value) return String(Number(text));
  }
  return String(value);
}

/** How a column's values are written that the library gives as something else; null when they may stay. */
function writing({ type, converted_type, logical_type, scale = 0 }: SchemaElement): ((value: never) => unknown) | null {
  if (converted_type === 'DECIMAL') return (value: number) => value.toFixed(Math.min(scale, 100));
  if (type === 'FLOAT') return singleText;
  const utc =
    logical_type?.type === 'TIMESTAMP' ? logical_type.isAdjustedToUTC : converted_type?.startsWith('TIMESTAMP');
  return utc || type === 'INT96' ? (value: string) => value && `${value}Z` : null;
}

export async function parquetTable(file: FileBytes, reading: Reading, outermost: boolean): Promise<FileBytes | null> {
  const source = {
    byteLength: sizeOf(file),
    async slice(from: number, until = sizeOf(file)): Promise<ArrayBuffer> {
      const bytes = await bytesBetween(file, from, until);
      if (outermost) reading.read(bytes.length);
      return ownBuffer(bytes);
    },
  };
  try {
    const metadata = await parquetMetadataAsync(source);
    checkSizes(metadata, reading);
    for (const group of metadata.row_groups) await checkGroup(group, metadata, file, reading);
    return await tableOfRecords(() => recordsOf(source, metadata, reading), reading, file);
  } catch (error) {
    throw isOurs(error) ? error : new Refused('damaged', 'Parquet');
  }
}

// Before anything is unfolded: values that repeat take no room in the file.
function checkSizes({ row_groups, schema }: FileMetaData, { limits }: Reading): void {
  const { rows, columns, values: most } = limits;
  const leaves = schema.filter(({ num_children }) => !num_children).length;
  const all = row_groups.reduce((sum, { num_rows }) => sum + Number(num_rows), 0);
  if (all > rows) throw new Refused('too_many_rows', rows);
  if (leaves > columns) throw new Refused('too_many_columns', columns);
  for (const { columns: chunks } of row_groups) {
    let values = 0;
    for (const { meta_data } of chunks) {
      if (meta_data && !UNPACKED.includes(meta_data.codec)) throw new Refused('packing', 'Parquet');
      values += Number(meta_data?.num_values ?? 0);
    }
    if (values > most) throw new Refused('too_many_values', most);
  }
}

async function checkGroup({ columns }: RowGroup, metadata: FileMetaData, file: FileBytes, reading: Reading) {
  for (const { meta_data: column } of columns) {
    if (!column) continue;
    const from = Number(column.dictionary_page_offset || column.data_page_offset);
    const bytes = await bytesBetween(file, from, from + Number(column.total_compressed_size));
    checkPages(ownBuffer(bytes), column, metadata, compressors, reading);
    await reading.turn();
  }
}

const ownBuffer = ({ buffer, byteOffset, length }: Uint8Array<ArrayBuffer>): ArrayBuffer =>
  buffer.slice(byteOffset, byteOffset + length);

async function* recordsOf(
  file: Parameters<typeof parquetMetadataAsync>[0],
  metadata: FileMetaData,
  reading: Reading,
): AsyncGenerator<JsonRecord> {
  const writings = metadata.schema
    .map((element) => [element.name, writing(element)] as const)
    .filter(([, write]) => write);
  let rowStart = 0;
  for (const { num_rows } of metadata.row_groups) {
    const rowEnd = rowStart + Number(num_rows);
    await reading.turn();
    for (const record of await parquetReadObjects({ file, metadata, rowStart, rowEnd, parsers, compressors })) {
      for (const [name, write] of writings) {
        const value = record[name];
        if (typeof value === 'number' || typeof value === 'string') record[name] = write!(value as never);
      }
      yield record;
    }
    rowStart = rowEnd;
  }
}
