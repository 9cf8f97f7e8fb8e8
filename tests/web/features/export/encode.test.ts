import { describe, expect, it } from 'vitest';
import { byteOrderMark, type Encoding, encoderOf } from '../../../../web/src/features/export/encode';

const utf8 = (text: string) => new TextEncoder().encode(text);
const join = (...parts: Uint8Array[]) => new Uint8Array(Buffer.concat(parts));

const romanian = 'Ștefan Țiriac, București, înălțime: â î ă';
const polish = 'Zażółć gęślą jaźń, ŁÓDŹ';
const bosnian = 'Čović Đurđa, Žepče, šećer';
const russian = 'Съешь ещё этих мягких французских булок, Ёж № 5';

/** Written in two pieces, and read back as the browser reads it. */
function roundTrip(encoding: Encoding, text: string) {
  const encoder = encoderOf(encoding);
  const characters = [...text];
  const half = Math.floor(characters.length / 2);
  const bytes = join(
    byteOrderMark(encoding),
    encoder.encode(utf8(characters.slice(0, half).join(''))),
    encoder.encode(utf8(characters.slice(half).join(''))),
  );
  const label = encoding === 'utf-8-bom' ? 'utf-8' : encoding;
  return { read: new TextDecoder(label).decode(bytes), bytes, lost: encoder.lost };
}

describe('what is written in an encoding is read back in it', () => {
  it.each([
    ['utf-8-bom', [romanian, polish, bosnian, russian, '中文 👩‍🚀']],
    ['utf-8', [romanian, polish, bosnian, russian, '中文 👩‍🚀']],
    ['utf-16le', [romanian, polish, bosnian, russian, '中文 👩‍🚀']],
    ['windows-1250', [polish, bosnian, 'a;"b"\r\n•']],
    ['windows-1251', [russian, 'a;"b"\r\n•']],
  ] as const)('%s', (encoding, texts) => {
    for (const text of texts) {
      const { read, lost } = roundTrip(encoding, text);
      expect(read).toBe(text);
      expect(lost).toEqual({ count: 0, characters: [] });
    }
  });

  it('with the mark that tells the encoding', () => {
    expect([...roundTrip('utf-8-bom', 'a').bytes]).toEqual([0xef, 0xbb, 0xbf, 0x61]);
    expect([...roundTrip('utf-16le', 'a').bytes]).toEqual([0xff, 0xfe, 0x61, 0]);
    expect([...roundTrip('utf-8', 'a').bytes]).toEqual([0x61]);
    expect([...roundTrip('windows-1251', 'ж').bytes]).toEqual([0xe6]);
  });

  it('with the cedillas of Romanian in Windows-1250', () => {
    const { read, lost } = roundTrip('windows-1250', romanian);
    expect(read).toBe(romanian.replaceAll('ș', 'ş').replaceAll('ț', 'ţ').replaceAll('Ș', 'Ş').replaceAll('Ț', 'Ţ'));
    expect(lost.count).toBe(0);
  });
});

it('tells what an encoding lacks', () => {
  const { read, lost } = roundTrip('windows-1251', 'Łukasz Łoś 👩 Ив');
  expect(read).toBe('?ukasz ?o? ? Ив');
  expect(lost).toEqual({ count: 4, characters: ['Ł', 'ś', '👩'] });
  expect(roundTrip('windows-1250', 'Иван').lost).toEqual({ count: 4, characters: ['И', 'в', 'а', 'н'] });
});
