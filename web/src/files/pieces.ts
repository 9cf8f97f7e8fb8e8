import { bytesOf, chunksOf, type FileBytes, sizeOf, sliceOf } from '../engine/file-bytes';

const MOST = 2 ** 14;

/** The bytes in small pieces: what is compressed can grow a thousandfold, and a piece is undone at once. */
export async function* piecesOf(file: FileBytes): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for await (const chunk of chunksOf(file))
    for (let at = 0; at < chunk.length; at += MOST) yield chunk.subarray(at, at + MOST) as Uint8Array<ArrayBuffer>;
}

/** The part between two places that the file itself names: beyond its ends there is nothing. */
export function partOf(file: FileBytes, from: number, until: number): FileBytes {
  const within = (place: number) => Math.min(Math.max(0, place || 0), sizeOf(file));
  return sliceOf(file, within(from), within(until));
}

export const bytesBetween = (file: FileBytes, from: number, until: number): Promise<Uint8Array<ArrayBuffer>> =>
  bytesOf(partOf(file, from, until));
