// What a file may unfold to. The sizes that its headers claim are never believed: what comes out is counted.

export interface Limits {
  /** Bytes that come out of containers, all in all, and bytes of the tables that are written. */
  bytes: number;
  /** Bytes that come out for one of the file, once more than `ratioFrom` came out. */
  ratio: number;
  ratioFrom: number;
  /** Entries of an archive. */
  entries: number;
  /** Archives within each other, the outermost counted. */
  archives: number;
  columns: number;
  /** Of a table, the header counted. */
  rows: number;
  /** Of a row group of Parquet, all of which stand on the heap at once. */
  values: number;
  /** Bytes of one cell. */
  cellBytes: number;
  /** Bytes of one record of JSON. */
  recordBytes: number;
  /** Objects and lists within each other in one record. */
  nesting: number;
}

export const LIMITS: Limits = {
  bytes: 2 ** 30,
  ratio: 200,
  ratioFrom: 10_000_000,
  entries: 1_000,
  archives: 2,
  columns: 16_384,
  rows: 10_000_000,
  values: 50_000_000,
  cellBytes: 2 ** 20,
  recordBytes: 2 ** 26,
  nesting: 8,
};

/** Bytes as the messages write them: "1024" for 1 GiB. */
export const megabytes = (bytes: number): string => String(Number((bytes / 2 ** 20).toPrecision(4)));
