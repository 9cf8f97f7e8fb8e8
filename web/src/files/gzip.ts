import { Gunzip } from 'fflate';
import type { FileBytes } from '../engine/file-bytes';
import { gather } from './gathered';
import { piecesOf } from './pieces';
import { isOurs, type Reading, Refused } from './reading';

/** What a gzip file holds. */
export async function gunzip(file: FileBytes, reading: Reading, outermost: boolean): Promise<FileBytes> {
  const packed = async function* () {
    for await (const piece of piecesOf(file)) {
      if (outermost) reading.read(piece.length);
      yield piece;
    }
  };
  let most = 0; // that came out in any attempt: none is counted twice
  const attempt = async (undo: typeof native) => {
    let out = 0;
    const count = async function* () {
      for await (const chunk of undo(packed())) {
        out += chunk.length;
        if (out > most) reading.cameOut(out - most);
        most = Math.max(most, out);
        await reading.turn();
        yield chunk;
      }
    };
    return gather(count(), file);
  };
  try {
    return await attempt(native).catch((error) => {
      if (isOurs(error)) throw error;
      return attempt(members);
    });
  } catch (error) {
    throw isOurs(error) ? error : new Refused('damaged', 'GZIP');
  }
}

type Pieces = AsyncGenerator<Uint8Array<ArrayBuffer>>;

async function* native(pieces: Pieces): AsyncGenerator<Uint8Array> {
  const source = new ReadableStream<Uint8Array<ArrayBuffer>>({
    async pull(controller) {
      const { done, value } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
  });
  const reader = source.pipeThrough(new DecompressionStream('gzip')).getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    reader.cancel().catch(() => {});
  }
}

const CRC = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  return crc;
});

// Several gzip files one after the other are one, as servers make that append to a log; browsers undo only the first.
async function* members(pieces: Pieces): AsyncGenerator<Uint8Array> {
  let out: Uint8Array[] = [];
  let crc = 0xffffffff;
  let length = 0;
  const undo = new Gunzip((data) => {
    out.push(data);
    length += data.length;
    for (let at = 0; at < data.length; at++) crc = (crc >>> 8) ^ CRC[(crc ^ data[at]!) & 255]!;
  });
  let window = new Uint8Array(); // the last two pieces: a member's end may lie in either
  let end = 0; // of the window in the file
  const check = (offset: number) => {
    const trailer = new DataView(window.buffer, window.length - (end - offset) - 8, 8);
    if (trailer.getUint32(0, true) !== ~crc >>> 0 || trailer.getUint32(4, true) !== length % 2 ** 32)
      throw new Refused('damaged', 'GZIP');
    crc = 0xffffffff;
    length = 0;
  };
  undo.onmember = check;
  let before = new Uint8Array();
  for await (const piece of pieces) {
    window = new Uint8Array(before.length + piece.length);
    window.set(before);
    window.set(piece, before.length);
    before = piece;
    end += piece.length;
    undo.push(piece);
    yield* out;
    out = [];
  }
  check(end);
}
