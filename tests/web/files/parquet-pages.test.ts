import type { ColumnMetaData, FieldRepetitionType, FileMetaData, ParquetType } from 'hyparquet';
import { describe, expect, it } from 'vitest';
import { checkPages } from '../../../web/src/files/parquet-pages';
import { readingOf } from './containers';

const varint = (value: number): number[] =>
  value < 128 ? [value] : [(value % 128) | 128, ...varint(Math.floor(value / 128))];
const field = (value: number) => [0x15, ...varint(value < 0 ? -2 * value - 1 : 2 * value)]; // the next one, a whole number
const length = (bytes: number[]) => [bytes.length, 0, 0, 0];
const repeated = (count: number, value: number) => [...varint(count * 2), value];

const PLAIN = 0;
const RLE = 3;
const RLE_DICTIONARY = 8;

/** A page of the first version. */
const page = (values: number, encoding: number, held: number[], unpacked = held.length) => [
  ...[...field(0), ...field(unpacked), ...field(held.length)],
  ...[0x2c, ...field(values), ...field(encoding), ...field(RLE), ...field(RLE), 0, 0],
  ...held,
];

/** A page of the second version: levels in the open, values not compressed. */
const pageV2 = (values: number, nulls: number, encoding: number, levels: number[], held: number[]) => [
  ...[...field(3), ...field(levels.length + held.length), ...field(levels.length + held.length)],
  ...[
    0x5c,
    ...field(values),
    ...field(nulls),
    ...field(values),
    ...field(encoding),
    ...field(levels.length),
    ...field(0),
    0x12,
    0,
    0,
  ],
  ...[...levels, ...held],
];

const check = (
  bytes: number[],
  values = 3,
  type: ParquetType = 'INT32',
  repetition: FieldRepetitionType = 'OPTIONAL',
) => {
  const schema = [
    { name: 'root', num_children: 1 },
    { name: 'a', type, repetition_type: repetition },
  ];
  const column = { type, path_in_schema: ['a'], codec: 'UNCOMPRESSED', num_values: BigInt(values) };
  const { buffer } = Uint8Array.from(bytes);
  checkPages(buffer, column as unknown as ColumnMetaData, { schema } as unknown as FileMetaData, {}, readingOf(1_000));
};
const HUGE = 2 ** 27;
const three = [1, 0, 0, 0, 2, 0, 0, 0, 3, 0, 0, 0];
const present = repeated(3, 1);

describe('a page', () => {
  it('is fine as programs write it', () => {
    check(page(3, PLAIN, [...length(present), ...present, ...three]));
    check([...page(1, PLAIN, three.slice(0, 4)), ...page(2, PLAIN, three.slice(4))], 3, 'INT32', 'REQUIRED');
    check(page(3, RLE_DICTIONARY, [...length(present), ...present, 2, 3, 0b100100, 0]));
    check(page(3, RLE, [...length(present), ...present, ...length([6, 1]), 6, 1]), 3, 'BOOLEAN');
    check(pageV2(3, 0, PLAIN, present, three));
    check(pageV2(3, 0, RLE_DICTIONARY, present, [1, ...repeated(3, 0)]));
  });

  it.each([
    ['levels that run on', page(3, PLAIN, [...length(repeated(HUGE, 1)), ...repeated(HUGE, 1), ...three])],
    ['indexes that run on', page(3, RLE_DICTIONARY, [...length(present), ...present, 1, ...repeated(HUGE, 0)])],
    [
      'packed indexes that run on',
      page(3, RLE_DICTIONARY, [...length(present), ...present, 1, ...varint(HUGE + 1), 0]),
    ],
    ['levels of the second version that run on', pageV2(3, 0, PLAIN, repeated(HUGE, 1), three)],
    ['indexes of the second version that run on', pageV2(3, 0, RLE_DICTIONARY, present, [1, ...repeated(HUGE, 0)])],
    ['fewer than no nulls', pageV2(3, -9, PLAIN, present, three)],
    ['more values than its column', page(4, PLAIN, [...length(present), ...present, ...three])],
    ['more bytes than its column', page(3, PLAIN, [...length(present), ...present, ...three]).slice(0, -5)],
    ['fewer than no bytes', page(3, PLAIN, three, -1)],
  ])('is damaged with %s', (_, bytes) => expect(() => check(bytes)).toThrow('damaged Parquet'));

  it('is damaged with flags that run on', () => {
    const runs = repeated(HUGE, 1);
    expect(() => check(page(3, RLE, [...length(present), ...present, ...length(runs), ...runs]), 3, 'BOOLEAN')).toThrow(
      'damaged',
    );
  });

  it('is counted before it is undone', () => {
    expect(() => check(page(3, PLAIN, three, 20_000_000))).toThrow('too_dense 200');
  });
});
