// XML that streams by. Nothing outside of it is ever read: a document type, the place of entities, is refused.
import { SaxesParser } from 'saxes';
import { megabytes } from './limits';
import { isOurs, type Reading, Refused } from './reading';

export type Attributes = Record<string, string>;

/** What a part of a workbook is read by. Names come without their prefix. */
export interface XmlReader {
  open(name: string, attributes: Attributes): void;
  text?(text: string): void;
  close?(name: string): void;
}

const LONGEST_CHARACTER = 8; // bytes of one byte of text that is written as an entity, such as &#x0041;

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

export async function readXml(chunks: AsyncIterable<Uint8Array>, to: XmlReader, reading: Reading): Promise<void> {
  const most = reading.limits.cellBytes;
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false });
  let quiet = 0; // bytes since anything was found in them
  parser.on('doctype', () => {
    throw new Refused('document_type');
  });
  parser.on('opentag', ({ name, attributes }) => {
    quiet = 0;
    to.open(localName(name), attributes);
  });
  parser.on('closetag', ({ name }) => {
    quiet = 0;
    to.close?.(localName(name));
  });
  const text = (text: string) => {
    quiet = 0;
    to.text?.(text);
  };
  parser.on('text', text);
  parser.on('cdata', text);
  try {
    for await (const chunk of chunks) {
      quiet += chunk.length;
      parser.write(decoder.decode(chunk, { stream: true }));
      if (quiet > most * LONGEST_CHARACTER + chunk.length) throw new Refused('too_long_text', megabytes(most));
    }
    parser.write(decoder.decode());
    parser.close();
  } catch (error) {
    throw isOurs(error) ? error : new Refused('damaged', 'XLSX');
  }
}
