import { expect, it } from 'vitest';
import { piecesOf } from '../../../web/src/files/pieces';

it('bytes come in small pieces and in order, however they lie', async () => {
  const bytes = Uint8Array.from({ length: 100_000 }, (_, at) => at % 251);
  for (const file of [bytes, new Blob([bytes])]) {
    const pieces: Uint8Array[] = [];
    for await (const piece of piecesOf(file)) pieces.push(piece);
    expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThanOrEqual(16_384);
    expect(Buffer.concat(pieces).equals(bytes)).toBe(true);
  }
});
