// What a file is, by its first bytes; its name is not asked.
import type { FileBytes } from '../engine/file-bytes';
import { bytesBetween } from './pieces';
import { Refused } from './reading';

export type Kind = 'gzip' | 'zip' | 'parquet' | 'json' | 'delimited';

const HEAD = 4_096;

const CONTAINERS: [magic: string, kind: Kind][] = [
  ['\x1f\x8b', 'gzip'],
  ['PK\x03\x04', 'zip'],
  ['PK\x05\x06', 'zip'], // with nothing inside
  ['PAR1', 'parquet'],
];

const OTHERS: [magic: string, code: string, name: string][] = [
  ['PARE', 'locked', 'Parquet'],
  ['%PDF-', 'no_table', 'PDF'],
  ['\x89PNG', 'no_table', 'PNG'],
  ['\xff\xd8\xff', 'no_table', 'JPEG'],
  ['GIF8', 'no_table', 'GIF'],
  ['SQLite format 3\0', 'no_table', 'SQLite'],
  ['Rar!\x1a', 'other_archive', 'RAR'],
  ["7z\xbc\xaf'\x1c", 'other_archive', '7-Zip'],
  ['\xfd7zXZ\0', 'other_archive', 'XZ'],
  ['\x28\xb5\x2f\xfd', 'other_archive', 'Zstandard'],
];
const OLE = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1';
const BZIP2 = /^BZh[1-9]1AY&SY/;
const TAR_AT = 257;

const latin1 = (bytes: Uint8Array): string => String.fromCharCode(...bytes);

const MARKS = new Map([
  ['\xff\xfe', 'utf-16le'],
  ['\xfe\xff', 'utf-16be'],
]);
const markedAs = (head: Uint8Array): string | undefined => MARKS.get(latin1(head.subarray(0, 2)));

/** The beginning as text, by its byte order mark; else as UTF-8, whatever it is. */
const textOf = (head: Uint8Array): string => new TextDecoder(markedAs(head)).decode(head).trimStart();

// Text has next to no control characters, but that in UTF-16 one byte of each pair is nearly always one of the first few.
function isBinary(head: Uint8Array): boolean {
  let controls = 0;
  const low = [0, 0]; // bytes at even and odd places that begin a character of Europe's alphabets
  for (let at = 0; at < head.length; at++) {
    const byte = head[at]!;
    if (byte < 9 || (byte > 13 && byte < 32 && byte !== 26 && byte !== 27)) controls++;
    if (byte < 6) low[at % 2]!++;
  }
  const isUtf16 = Math.max(...low) * 2 > head.length * 0.9 && Math.min(...low) * 2 < head.length * 0.1;
  return controls * 100 > head.length && !isUtf16;
}

// Workbooks of the old kind are small file systems, and so is the safe around a workbook with a password.
async function refuseOle(file: FileBytes, head: Uint8Array): Promise<never> {
  const view = new DataView(head.buffer, head.byteOffset);
  const sector = head.length < 52 ? 0 : 2 ** Math.min(view.getUint16(30, true), 12);
  const at = head.length < 52 ? 0 : (view.getUint32(48, true) + 1) * sector;
  const directory = await bytesBetween(file, at, at + 4 * sector);
  const locked = latin1(directory).replaceAll('\0', '').includes('EncryptedPackage');
  throw locked ? new Refused('locked', 'XLSX') : new Refused('other_workbook', 'XLS');
}

export async function kindOf(file: FileBytes): Promise<Kind> {
  const head = await bytesBetween(file, 0, HEAD);
  const start = latin1(head.subarray(0, 20));
  if (start.startsWith(OLE)) await refuseOle(file, head);
  for (const [magic, kind] of CONTAINERS) if (start.startsWith(magic)) return kind;
  for (const [magic, code, name] of OTHERS) if (start.startsWith(magic)) throw new Refused(code, name);
  if (BZIP2.test(start)) throw new Refused('other_archive', 'bzip2');
  if (latin1(head.subarray(TAR_AT, TAR_AT + 5)) === 'ustar') throw new Refused('other_archive', 'TAR');
  if (!markedAs(head) && isBinary(head)) throw new Refused('binary');
  const text = textOf(head);
  if (/^<(!doctype|html|head|meta|body|style|table|\?xml)/i.test(text)) throw new Refused('markup');
  return /^(\{\s*["}]|\[\s*[[{\]])/.test(text) ? 'json' : 'delimited';
}
