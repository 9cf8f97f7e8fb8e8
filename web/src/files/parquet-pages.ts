// The pages of a column, looked over before they are decoded: the library believes the lengths that they claim.
import type { ColumnMetaData, FileMetaData } from 'hyparquet';
import { parquetHeader } from 'hyparquet/src/column.js';
import { decompressPage } from 'hyparquet/src/datapage.js';
import { parquetSchema } from 'hyparquet/src/metadata.js';
import { getMaxDefinitionLevel, getMaxRepetitionLevel, getTreePath } from 'hyparquet/src/schema.js';
import { readVarInt } from 'hyparquet/src/thrift.js';
import { type Reading, Refused } from './reading';

type Compressors = Parameters<typeof decompressPage>[3];

const PADDING = 512; // values by which the last run of a page may go beyond it
const damaged = () => new Refused('damaged', 'Parquet');
const bitsOf = (level: number): number => 32 - Math.clz32(level);

/** No run of values may be longer than all that the page has. */
function checkRuns(view: DataView, from: number, bits: number, values: number): void {
  const reader = { view, offset: from };
  for (let seen = 0; seen < values && reader.offset < view.byteLength; ) {
    const run = readVarInt(reader);
    const groups = run >>> 1; // of 8 packed values, or of one that repeats
    const count = run & 1 ? groups * 8 : groups;
    if (count > values + PADDING) throw damaged();
    reader.offset += run & 1 ? groups * bits : Math.ceil(bits / 8);
    seen += count;
  }
}

/** The runs of values that stand for those of a dictionary, or of flags. */
function checkValues(view: DataView, at: number, { type }: ColumnMetaData, encoding: string, values: number): void {
  if (at >= view.byteLength || !/DICTIONARY$|^RLE$/.test(encoding)) return;
  if (type === 'BOOLEAN') checkRuns(view, at + 4, 1, values);
  else checkRuns(view, at + 1, view.getUint8(at), values);
}

/** Counts what comes out of the pages of a column, which are `bytes`, and refuses those that would never end. */
export function checkPages(
  bytes: ArrayBuffer,
  column: ColumnMetaData,
  metadata: FileMetaData,
  compressors: Compressors,
  reading: Reading,
): void {
  const path = getTreePath(parquetSchema(metadata), column.path_in_schema);
  const levels = [getMaxRepetitionLevel(path), getMaxDefinitionLevel(path)].filter((most) => most > 0);
  const viewOf = (packed: Uint8Array, unpacked: number) => {
    const { buffer, byteOffset, byteLength } = decompressPage(packed, unpacked, column.codec, compressors);
    return new DataView(buffer, byteOffset, byteLength);
  };
  const reader = { view: new DataView(bytes), offset: 0 };
  for (let left = Number(column.num_values); left > 0 && reader.offset < bytes.byteLength - 1; ) {
    const header = parquetHeader(reader);
    const { compressed_page_size: size, uncompressed_page_size: unpacked } = header;
    if (!(size >= 0 && size <= bytes.byteLength - reader.offset && unpacked >= 0)) throw damaged();
    const at = reader.offset;
    reader.offset += size;
    reading.cameOut(unpacked);
    const page = header.data_page_header;
    const second = header.data_page_header_v2;
    const values = page?.num_values ?? second?.num_values ?? 0;
    left -= values;
    if (left < 0 || values < 0) throw damaged();
    if (page) {
      // Levels, each after its length, and values, compressed as one.
      const view = viewOf(new Uint8Array(bytes, at, size), unpacked);
      let next = 0;
      for (const most of levels) {
        checkRuns(view, next + 4, bitsOf(most), values);
        next += 4 + view.getUint32(next, true);
      }
      checkValues(view, next, column, page.encoding, values);
    } else if (second) {
      // Levels as they are, and then the values.
      const { repetition_levels_byte_length: repetitions, definition_levels_byte_length: definitions } = second;
      if (!(repetitions >= 0 && definitions >= 0 && second.num_nulls >= 0)) throw damaged();
      const view = new DataView(bytes, at, size);
      const starts = levels.length > 1 ? [0, repetitions] : [repetitions];
      for (const [nth, most] of levels.entries()) checkRuns(view, starts[nth]!, bitsOf(most), values);
      const packed = new Uint8Array(bytes, at, size).subarray(repetitions + definitions);
      const isPacked = second.is_compressed !== false;
      const rest = isPacked
        ? viewOf(packed, unpacked - repetitions - definitions)
        : new DataView(bytes, at + repetitions + definitions, packed.length);
      checkValues(rest, 0, column, second.encoding, values);
    }
  }
}
