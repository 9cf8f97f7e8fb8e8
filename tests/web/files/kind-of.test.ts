import { expect, it } from 'vitest';
import { kindOf } from '../../../web/src/files/kind-of';
import { bytesOf } from './containers';

const latin1 = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
const utf16 = (text: string, mark = true) => new Uint8Array(Buffer.from((mark ? '\ufeff' : '') + text, 'utf16le'));

it.each([
  ['text', bytesOf('email,name\n')],
  ['nothing', bytesOf('')],
  ['a table that begins with a bracket', bytesOf('[id],name\n1,2\n')],
  ['a lone letter', bytesOf('P')],
  ['UTF-16', utf16('email\tname\r\nŁukasz\tПетров\r\n')],
  ['UTF-16 without its mark', utf16('имя\tпочта\r\nПётр\ta@b.example\r\n', false)],
  ['Windows-1250', latin1('imi\xea;\xa3ukasz\n')],
  ['text with a stray control character', bytesOf(`name\n${'x'.repeat(300)}\x01\n\x1a`)],
])('%s is delimited text', async (_, bytes) => expect(await kindOf(bytes)).toBe('delimited'));

it.each([
  ['[{"a":1}]', 'json'],
  ['\ufeff  [ {', 'json'],
  ['{ "a": 1}', 'json'],
  ['[]', 'json'],
])('%s is JSON', async (text, kind) => expect(await kindOf(bytesOf(text))).toBe(kind));

it('JSON may be in UTF-16', async () => expect(await kindOf(utf16('[{"a":1}]'))).toBe('json'));

const ole = (sector: string) => {
  const bytes = new Uint8Array(4_096);
  bytes.set(latin1('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'));
  const view = new DataView(bytes.buffer);
  view.setUint16(30, 9, true);
  view.setUint32(48, 2, true);
  bytes.set(new Uint8Array(Buffer.from(sector, 'utf16le')), 3 * 512 + 128);
  return bytes;
};

it('no place that a file names is beyond it', async () => {
  const far = ole('Workbook');
  new DataView(far.buffer).setUint32(48, 0xfffffff0, true);
  await expect(kindOf(new Blob([far]))).rejects.toThrow('other_workbook XLS');
});

it.each([
  ['an old workbook', ole('Workbook'), 'other_workbook XLS'],
  ['a workbook with a password', ole('EncryptedPackage'), 'locked XLSX'],
  ['the beginning of an old workbook', ole('Workbook').slice(0, 20), 'other_workbook XLS'],
  ['a PDF', latin1('%PDF-1.4\n\xe2'), 'no_table PDF'],
  ['a picture', latin1('\x89PNG\r\n\x1a\n'), 'no_table PNG'],
  ['a web page', bytesOf('\n<!DOCTYPE html><table>'), 'markup'],
  ['a web page that is called .xls', bytesOf('<html xmlns:x="urn:schemas-microsoft-com:office:excel">'), 'markup'],
  ['an XML spreadsheet', bytesOf('<?xml version="1.0"?><Workbook>'), 'markup'],
  ['an archive of another kind', latin1('Rar!\x1a\x07\0'), 'other_archive RAR'],
  ['a tape archive', latin1(`a.csv${'\0'.repeat(252)}ustar\0`), 'other_archive TAR'],
  ['a program', latin1('MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff\0\0\xb8\0\0\0'), 'binary'],
])('%s is refused', async (_, bytes, refusal) => {
  await expect(kindOf(bytes)).rejects.toThrow(refusal);
});
