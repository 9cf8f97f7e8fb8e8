// A zip archive, opened by the directory at its end.
import {
  ERR_ENCRYPTED,
  ERR_ENCRYPTED_CENTRAL_DIRECTORY,
  ERR_UNSUPPORTED_COMPRESSION,
  type FileEntry,
  ZipReader,
} from '@zip.js/zip.js/lib/zip-core-reader.js';
import { type FileBytes, sizeOf } from '../engine/file-bytes';
import { bytesBetween, partOf, piecesOf } from './pieces';
import { FileRefused, isOurs, type Reading, Refused } from './reading';

/** Where the library takes the bytes of the file from. */
function source(file: FileBytes, reading: Reading | null) {
  const readUint8Array = (from: number, length: number) => bytesBetween(file, from, from + length);
  const createReadable = ({ offset, size }: { offset: number; size: number }) => {
    const pieces = piecesOf(partOf(file, offset, offset + size));
    return new ReadableStream<Uint8Array>({
      async pull(controller) {
        const { done, value } = await pieces.next();
        if (done) return controller.close();
        reading?.read(value.length);
        controller.enqueue(value);
      },
      cancel: async () => void (await pieces.return(undefined)),
    });
  };
  return { size: sizeOf(file), readUint8Array, createReadable };
}

/** What the library says, as a refusal. */
function refusalOf(error: unknown, what: string): unknown {
  if (isOurs(error)) return error;
  const { message } = error as Error;
  if (message === ERR_ENCRYPTED || message === ERR_ENCRYPTED_CENTRAL_DIRECTORY) return new Refused('locked', what);
  if (message === ERR_UNSUPPORTED_COMPRESSION) return new Refused('packing', what);
  return new Refused('damaged', what);
}

export class Archive {
  readonly #reading: Reading;
  /** By the path of each: folders and all, never a path to anything else. */
  readonly #entries = new Map<string, FileEntry>();

  private constructor(reading: Reading) {
    this.#reading = reading;
  }

  static async open(file: FileBytes, reading: Reading, outermost: boolean): Promise<Archive> {
    const archive = new Archive(reading);
    const reader = new ZipReader(source(file, outermost ? reading : null) as never, {
      useWebWorkers: false,
      checkCrc32: true,
      strictness: 'tolerant',
      filenameValidation: 'tolerant',
    });
    const { entries: most } = reading.limits;
    let count = 0;
    try {
      for await (const entry of reader.getEntriesGenerator()) {
        if (++count > most) throw new FileRefused('too_many_entries', most);
        if (!entry.directory) archive.#entries.set(entry.filename, entry);
      }
    } catch (error) {
      throw refusalOf(error, 'ZIP');
    }
    return archive;
  }

  /** It holds the parts of a workbook or of another document of such programs. */
  get isOffice(): boolean {
    return this.#entries.has('[Content_Types].xml');
  }

  paths(): string[] {
    return [...this.#entries.keys()];
  }

  /** What an entry holds, as it comes out. */
  async *chunks(path: string): AsyncGenerator<Uint8Array> {
    const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
    const stop = new AbortController();
    const all = this.#entries.get(path)?.getData(writable, { signal: stop.signal });
    all?.catch((error) => writable.abort(error).catch(() => {})); // which an entry that is never begun needs
    const reader = readable.getReader();
    try {
      for (;;) {
        const { done, value } = await reader.read();
        if (done) break;
        this.#reading.cameOut(value.length);
        await this.#reading.turn();
        yield value;
      }
      await all;
    } catch (error) {
      throw refusalOf(error, this.isOffice ? 'XLSX' : 'ZIP');
    } finally {
      stop.abort();
      reader.cancel().catch(() => {});
    }
  }
}
