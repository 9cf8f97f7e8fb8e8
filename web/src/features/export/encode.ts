// Text in the encodings that spreadsheets of our readers open. What an encoding lacks becomes "?", and is told.

/** utf-8-bom: with the mark by which Excel knows it. */
export const encodings = ['utf-8-bom', 'utf-8', 'windows-1250', 'windows-1251', 'utf-16le'] as const;
export type Encoding = (typeof encodings)[number];

export interface Lost {
  /** Characters that were replaced, each as often as it occurs. */
  count: number;
  /** Some of them, each once. */
  characters: string[];
}

export interface Encoder {
  /** The next piece, which ends with a whole character. */
  encode: (utf8: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>;
  lost: Lost;
}

const SHOWN = 12;
const QUESTION = 0x3f;

// Romanian letters with a comma below have no place in Windows-1250, where they have always been written with a cedilla.
const CEDILLA: Record<string, string> = { ș: 'ş', ț: 'ţ', Ș: 'Ş', Ț: 'Ţ' };

function bytesOfCharacters(encoding: 'windows-1250' | 'windows-1251'): Map<string, number> {
  const decoder = new TextDecoder(encoding);
  const bytes = new Map<string, number>();
  for (let byte = 255; byte >= 0; byte -= 1) bytes.set(decoder.decode(Uint8Array.of(byte)), byte);
  bytes.delete('\ufffd');
  if (encoding === 'windows-1250') {
    for (const [comma, cedilla] of Object.entries(CEDILLA)) bytes.set(comma, bytes.get(cedilla) ?? QUESTION);
  }
  return bytes;
}

function oneByteEncoder(encoding: 'windows-1250' | 'windows-1251'): Encoder {
  const table = bytesOfCharacters(encoding);
  const lost: Lost = { count: 0, characters: [] };
  const decoder = new TextDecoder();
  const lose = (character: string): number => {
    lost.count += 1;
    if (lost.characters.length < SHOWN && !lost.characters.includes(character)) lost.characters.push(character);
    return QUESTION;
  };
  const encode = (utf8: Uint8Array<ArrayBuffer>) => {
    const bytes = new Uint8Array(utf8.length);
    let size = 0;
    for (const character of decoder.decode(utf8)) bytes[size++] = table.get(character) ?? lose(character);
    return bytes.slice(0, size);
  };
  return { encode, lost };
}

function utf16(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new DataView(new ArrayBuffer(text.length * 2));
  for (let i = 0; i < text.length; i += 1) bytes.setUint16(i * 2, text.charCodeAt(i), true);
  return new Uint8Array(bytes.buffer);
}

/** What stands at the start of the file. */
export function byteOrderMark(encoding: Encoding): Uint8Array<ArrayBuffer> {
  if (encoding === 'utf-8-bom') return Uint8Array.of(0xef, 0xbb, 0xbf);
  return encoding === 'utf-16le' ? Uint8Array.of(0xff, 0xfe) : new Uint8Array();
}

export function encoderOf(encoding: Encoding): Encoder {
  if (encoding === 'windows-1250' || encoding === 'windows-1251') return oneByteEncoder(encoding);
  const nothing: Lost = { count: 0, characters: [] };
  if (encoding !== 'utf-16le') return { encode: (utf8) => utf8, lost: nothing };
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  return { encode: (utf8) => utf16(decoder.decode(utf8)), lost: nothing };
}
