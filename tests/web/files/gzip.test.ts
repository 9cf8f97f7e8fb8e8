import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { fixture, tablesIn } from './containers';

const zip = (text: string) => new Uint8Array(gzipSync(text));
const joined = (...parts: Uint8Array[]) => new Uint8Array(Buffer.concat(parts));

describe('a gzip file', () => {
  it('gives what it holds under its own name', async () => {
    expect((await tablesIn('contacts.csv.gz', fixture('contacts.csv.gz'))).tables).toEqual({
      'contacts.csv': 'email,name\nana@primer.example,Ana\nolga@primer.example,Ольга\n',
    });
    expect((await tablesIn('rows.ndjson.GZ', zip('{"a":1}\n{"a":2}\n'))).tables).toEqual({
      'rows.ndjson': 'a\n1\n2\n',
    });
  });

  it('is refused where it is cut off, changed, or holds another', async () => {
    const whole = zip('email,name\n'.repeat(50));
    for (let length = 2; length < whole.length; length++)
      expect((await tablesIn('a.gz', whole.slice(0, length))).refusals, `${length} bytes`).toEqual([
        'a.gz: damaged GZIP',
      ]);
    for (let at = 10; at < whole.length; at++) {
      const bent = whole.slice();
      bent[at]! ^= 4;
      expect((await tablesIn('a.gz', bent)).refusals, `byte ${at}`).toEqual(['a.gz: damaged GZIP']);
    }
    expect((await tablesIn('a.gz', new Uint8Array(gzipSync(whole)))).refusals).toEqual(['a.gz: nested 1']);
  });

  it('is refused when a little of it becomes very much', async () => {
    const bomb = new Uint8Array(gzipSync(new Uint8Array(30_000_000)));
    expect((await tablesIn('a.gz', bomb)).refusals).toEqual(['a.gz: too_dense 200']);
  });
});

// Browsers undo only the first of several; Node undoes them all.
describe('where only the first of several gzip files in one is undone', () => {
  class LikeBrowsers extends DecompressionStream {
    constructor(format: CompressionFormat) {
      super(format);
      const fail = new TransformStream({
        flush: (controller) => controller.error(new TypeError('Junk found after end')),
      });
      Object.defineProperty(this, 'readable', { value: super.readable.pipeThrough(fail) });
    }
  }
  afterEach(() => void vi.unstubAllGlobals());

  it('they are all read, however their bytes are cut into pieces', async () => {
    vi.stubGlobal('DecompressionStream', LikeBrowsers);
    const lines = Array.from({ length: 5_000 }, (_, at) => `${at},${Math.sin(at)}\n`);
    const parts = [lines.slice(0, 1), lines.slice(1, 2_000), lines.slice(2_000)].map((some) => zip(some.join('')));
    expect((await tablesIn('a.csv.gz', joined(...parts))).tables['a.csv']).toBe(lines.join(''));
    const shifted = zip('x'.repeat(7));
    for (let filler = 16_384 - 60; filler < 16_384; filler += 3) {
      const noise = new Uint8Array(gzipSync(Buffer.from('n'.repeat(filler)), { level: 0 }));
      expect((await tablesIn('a.gz', joined(noise, shifted, shifted))).tables.a).toBe(
        'n'.repeat(filler) + 'x'.repeat(14),
      );
    }
  });

  it('each is checked', async () => {
    vi.stubGlobal('DecompressionStream', LikeBrowsers);
    const [first, second] = [zip('a,b\n1,2\n'), zip('3,4\n')];
    for (const end of [4, 8]) {
      const bent = first.slice();
      bent[bent.length - end]! ^= 1;
      expect((await tablesIn('a.gz', joined(bent, second))).refusals).toEqual(['a.gz: damaged GZIP']);
      expect((await tablesIn('a.gz', joined(second, bent))).refusals).toEqual(['a.gz: damaged GZIP']);
    }
    expect((await tablesIn('a.gz', joined(first, second.slice(0, -3)))).refusals).toEqual(['a.gz: damaged GZIP']);
    expect((await tablesIn('a.gz', joined(first, new Uint8Array(20)))).refusals).toEqual(['a.gz: damaged GZIP']);
  });

  it('nothing is counted twice', async () => {
    vi.stubGlobal('DecompressionStream', LikeBrowsers);
    const text = 'a,b\n'.repeat(100_000);
    expect((await tablesIn('a.gz', zip(text), { bytes: 600_000 })).refusals).toEqual([]);
    expect((await tablesIn('a.gz', joined(zip(text), zip(text)), { bytes: 600_000 })).refusals).toEqual([
      'a.gz: too_large 0.5722',
    ]);
  });
});
