import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { Archive } from '../../../web/src/files/archive';
import { bytesOf, readingOf, tablesIn, zipOf } from './containers';

const CSV = 'email,name\na@b.example,Ana\n';

/** The bytes with those of each place in them changed. */
const changed = (bytes: Uint8Array<ArrayBuffer>, signature: number[], change: (view: DataView, at: number) => void) => {
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  for (let at = 0; at < copy.length; at++)
    if (signature.every((byte, next) => copy[at + next] === byte)) change(view, at);
  return copy;
};
const LOCAL = [0x50, 0x4b, 3, 4];
const CENTRAL = [0x50, 0x4b, 1, 2];

describe('a hostile archive', () => {
  const zeros = zipOf({ 'a.csv': new Uint8Array(30_000_000) });

  it('is refused when a little of it becomes very much', async () => {
    expect(zeros.length).toBeLessThan(50_000);
    expect(await tablesIn('bomb.zip', zeros)).toEqual({ tables: {}, refusals: ['bomb.zip: too_dense 200'] });
    expect((await tablesIn('bomb.zip', zeros, { bytes: 2 ** 20 })).refusals).toEqual(['bomb.zip: too_large 1']);
  });

  it('is stopped before more comes out than it may', async () => {
    const archive = await Archive.open(zeros, readingOf(zeros.length, { bytes: 2 ** 20 }), true);
    let out = 0;
    const read = async () => {
      for await (const chunk of archive.chunks('a.csv')) out += chunk.length;
    };
    await expect(read()).rejects.toThrow('too_large 1');
    expect(out).toBeLessThanOrEqual(2 ** 20);
  });

  it('is counted over all of its entries and levels', async () => {
    const part = new Uint8Array(6_000_000).fill(97);
    const two = zipOf({ 'a.csv': part, 'b.csv': part });
    expect((await tablesIn('bomb.zip', two)).refusals).toEqual(['bomb.zip: too_dense 200']);
    expect((await tablesIn('bomb.zip', zipOf({ 'in.zip': zeros }))).refusals).toEqual(['bomb.zip: too_dense 200']);
    expect((await tablesIn('fine.zip', zipOf({ 'a.csv': part }))).refusals).toEqual([]);
  });

  it('is refused whatever sizes it claims', async () => {
    const claim = (size: number) => {
      const local = changed(zeros, LOCAL, (view, at) => view.setUint32(at + 22, size, true));
      return changed(local, CENTRAL, (view, at) => view.setUint32(at + 24, size, true));
    };
    for (const size of [10, 0]) {
      const { tables, refusals } = await tablesIn('lies.zip', claim(size));
      expect(tables).toEqual({});
      expect(refusals.join()).toMatch(/damaged ZIP|too_dense 200/);
    }
    const huge = changed(zipOf({ 'a.csv': CSV }), CENTRAL, (view, at) => view.setUint32(at + 24, 0xfffffff0, true));
    expect((await tablesIn('lies.zip', huge)).refusals).toEqual(['lies.zip: a.csv: damaged ZIP']);
  });

  it('is refused with too many entries', async () => {
    const entries = (count: number) =>
      zipOf(Object.fromEntries(Array.from({ length: count }, (_, at) => [`${at}.csv`, CSV])));
    expect(await tablesIn('many.zip', entries(1_001))).toEqual({
      tables: {},
      refusals: ['many.zip: too_many_entries 1000'],
    });
    expect(Object.keys((await tablesIn('many.zip', entries(1_000))).tables)).toHaveLength(1_000);
  });
});

describe('an archive', () => {
  it('is read when it is stored, or begins with something else', async () => {
    const stored = zipSync({ 'a.csv': bytesOf(CSV) }, { level: 0 });
    expect((await tablesIn('a.zip', stored as Uint8Array<ArrayBuffer>)).tables).toEqual({ 'a.zip: a.csv': CSV });
  });

  it('is refused where an entry has a password or is packed in an unknown way', async () => {
    const flag = changed(zipOf({ 'a.csv': CSV }), LOCAL, (view, at) => view.setUint16(at + 6, 1, true));
    const locked = changed(flag, CENTRAL, (view, at) => view.setUint16(at + 8, 1, true));
    expect((await tablesIn('a.zip', locked)).refusals).toEqual(['a.zip: a.csv: locked ZIP']);
    const method = changed(zipOf({ 'a.csv': CSV }), LOCAL, (view, at) => view.setUint16(at + 8, 14, true));
    const lzma = changed(method, CENTRAL, (view, at) => view.setUint16(at + 10, 14, true));
    expect((await tablesIn('a.zip', lzma)).refusals).toEqual(['a.zip: a.csv: packing ZIP']);
  });

  it('is refused where it is cut off or a byte was changed', async () => {
    const whole = zipOf({ 'a.csv': CSV.repeat(100) });
    for (let length = 4; length < whole.length; length += 7)
      expect((await tablesIn('a.zip', whole.slice(0, length))).refusals, `${length} bytes`).toEqual([
        'a.zip: damaged ZIP',
      ]);
    const directory = Buffer.from(whole).indexOf(Uint8Array.from(CENTRAL));
    for (let at = 35; at < directory; at++) {
      const bent = whole.slice();
      bent[at]! ^= 1;
      expect((await tablesIn('a.zip', bent)).refusals, `byte ${at}`).toEqual(['a.zip: a.csv: damaged ZIP']);
    }
  });
});
