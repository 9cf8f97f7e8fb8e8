// JSON as a table: a list of objects, one object a line, or an object around a list of them.
import { chunksOf, type FileBytes } from '../engine/file-bytes';
import { recordsOf, shapeOf } from './json-structure';
import { isOurs, type Reading, Refused } from './reading';
import { type JsonRecord, tableOfRecords } from './records';

/** The text as UTF-8 without a mark, whatever Unicode it was written in. */
async function* utf8(file: FileBytes, reading: Reading, outermost: boolean): AsyncGenerator<Uint8Array> {
  let decoder: TextDecoder | null = null;
  let first = true;
  for await (const chunk of chunksOf(file)) {
    if (outermost) reading.read(chunk.length);
    await reading.turn();
    const [one, two, three] = chunk;
    const pair = first ? (one ?? 0) * 256 + (two ?? 0) : 0;
    if (pair === 0xfffe || pair === 0xfeff)
      decoder = new TextDecoder(pair === 0xfffe ? 'utf-16le' : 'utf-16be', { fatal: true });
    if (decoder) yield new TextEncoder().encode(decoder.decode(chunk, { stream: true }));
    else yield pair === 0xefbb && three === 0xbf ? chunk.subarray(3) : chunk;
    first = false;
  }
}

// Numbers of more digits than a double holds stay the texts that they are: they are ids.
const LONG = /\d{16}/;
const LONG_NUMBER = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d[\d.eE+-]{15,}/g;
const spared = (text: string): string =>
  LONG.test(text) ? text.replaceAll(LONG_NUMBER, (token) => (token.startsWith('"') ? token : `"${token}"`)) : text;

export async function jsonTable(file: FileBytes, reading: Reading, outermost: boolean): Promise<FileBytes | null> {
  const { recordBytes, nesting } = reading.limits;
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const text = () => utf8(file, reading, outermost);
  try {
    const shape = await shapeOf(text());
    const records = async function* () {
      let count = 0;
      for await (const bytes of recordsOf(text(), shape, recordBytes, nesting)) {
        count++;
        yield parsed(spared(decoder.decode(bytes)), count);
      }
    };
    return await tableOfRecords(records, reading, file);
  } catch (error) {
    throw isOurs(error) ? error : new Refused('damaged', 'JSON');
  }
}

function parsed(text: string, record: number): JsonRecord {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refused('not_json', record);
  }
}
