// Rows of a file, packed by partners, in the order of the file.
import type { PackedPiece, Partner } from './partner';
import { HEAD_BYTES, type TableOptions } from './protocol';

const PIECE = 8 * 1024 * 1024; // a browser reads smaller ones at half the speed
// Pieces that each partner is asked for ahead: it must not wait while the asker is busy with the former.
const AHEAD = 2;

/**
 * What follows the first HEAD_BYTES of a file, but for its end, which is none of the pieces. A piece that could not be
 * packed comes all the same.
 */
export async function* packedPieces(
  partners: Partner[],
  kind: 'leads' | 'events',
  blob: Blob,
  options: TableOptions,
): AsyncGenerator<PackedPiece> {
  const head = blob.slice(0, HEAD_BYTES);
  const begun = partners.map((partner) => partner.beginPacking(kind, options, head));
  for (const one of begun) one.catch(() => {}); // told by the pieces, if there are any for this partner
  const pack = async (piece: number): Promise<PackedPiece> => {
    const partner = piece % partners.length;
    const start = HEAD_BYTES + piece * PIECE;
    const unpacked = { start, end: start + PIECE, packed: null };
    try {
      await begun[partner];
      return (await partners[partner]?.pack(blob, start, unpacked.end)) ?? unpacked;
    } catch {
      return unpacked; // its bytes are read once more, and what is wrong is told then
    }
  };
  const pieces = Math.floor((blob.size - HEAD_BYTES) / PIECE);
  const ahead: Promise<PackedPiece>[] = [];
  for (let asked = 0, taken = 0; taken < pieces; ++taken) {
    while (asked < pieces && ahead.length < AHEAD * partners.length) ahead.push(pack(asked++));
    yield await (ahead.shift() as Promise<PackedPiece>);
  }
}
