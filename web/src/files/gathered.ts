import { type FileBytes, sizeOf } from '../engine/file-bytes';

const FOLD = 2 ** 24; // bytes that wait on the heap before a Blob, which may lie on disk, takes them

/** Bytes that come piece by piece, for a reader that cannot open a Blob when the file itself came as bytes. */
export class Gathered {
  readonly #asBlob: boolean;
  #parts: BlobPart[] = [];
  #waiting = 0;

  constructor(like: FileBytes) {
    this.#asBlob = like instanceof Blob;
  }

  push(bytes: Uint8Array): void {
    this.#parts.push(bytes as Uint8Array<ArrayBuffer>);
    this.#waiting += bytes.length;
    if (!this.#asBlob || this.#waiting < FOLD) return;
    this.#parts = [new Blob(this.#parts)];
    this.#waiting = 0;
  }

  /** All of it, after `first`. */
  finish(first: Uint8Array<ArrayBuffer> = new Uint8Array()): FileBytes {
    const parts = [first, ...this.#parts];
    this.#parts = [];
    if (this.#asBlob) return new Blob(parts);
    const pieces = parts as Uint8Array<ArrayBuffer>[];
    const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + sizeOf(piece), 0));
    let at = 0;
    for (const piece of pieces) {
      whole.set(piece, at);
      at += piece.length;
    }
    return whole;
  }
}

export async function gather(chunks: AsyncIterable<Uint8Array>, like: FileBytes): Promise<FileBytes> {
  const gathered = new Gathered(like);
  for await (const chunk of chunks) gathered.push(chunk);
  return gathered.finish();
}
