// Rows of a file, packed by helpers, in the order of the file.
import type { Helper, PackedPiece } from './helper';
import { HEAD_BYTES, type TableOptions } from './protocol';

const PIECE = 2 * 1024 * 1024;
// Pieces that each helper is asked for ahead: it must not wait while the asker is busy with the former.
const AHEAD = 4;

/**
 * What follows the first HEAD_BYTES of a file, but for its end, which is none of the pieces. A piece that could not be
 * packed comes all the same.
 */
export async function* packedPieces(
  helpers: Helper[],
  kind: 'leads' | 'events',
  blob: Blob,
  options: TableOptions,
): AsyncGenerator<PackedPiece> {
  const head = blob.slice(0, HEAD_BYTES);
  const begun = helpers.map((helper) => helper.beginPacking(kind, options, head));
  const pack = async (piece: number): Promise<PackedPiece> => {
    const helper = piece % helpers.length;
    const start = HEAD_BYTES + piece * PIECE;
    const unpacked = { start, end: start + PIECE, packed: null };
    try {
      await begun[helper];
      return (await helpers[helper]?.pack(blob, start, unpacked.end)) ?? unpacked;
    } catch {
      return unpacked; // its bytes are read once more, and what is wrong is told then
    }
  };
  const pieces = Math.floor((blob.size - HEAD_BYTES) / PIECE);
  const ahead: Promise<PackedPiece>[] = [];
  for (let asked = 0, taken = 0; taken < pieces; ++taken) {
    while (asked < pieces && ahead.length < AHEAD * helpers.length) ahead.push(pack(asked++));
    yield await (ahead.shift() as Promise<PackedPiece>);
  }
}
