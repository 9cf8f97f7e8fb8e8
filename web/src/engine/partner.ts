// An engine in another worker that takes a part of the work. It has no data but what it is given, and whoever asked does
// the work alone when it fails.
import { expose, type Remote, transfer, wrap } from 'comlink';
import type { EngineApi, TableOptions } from './protocol';

/** Rows of a file between two places in it, each behind a line feed. */
export interface PackedPiece {
  start: number;
  end: number;
  packed: Uint8Array | null; // null: the rows are not plain
}

export type Partner = Remote<ReturnType<typeof partnerApi>>;

const LONGEST_ROW = 1 << 16; // a longer one may be; its piece is not packed
const LINE_FEED = 10;

const bytesOf = async (blob: Blob) => new Uint8Array(await blob.arrayBuffer());

const partnerApi = (started: Promise<EngineApi>) => ({
  async beginPacking(kind: 'leads' | 'events', options: TableOptions, head: Blob): Promise<void> {
    const engine = await started;
    engine.beginPacking(kind, options, await bytesOf(head));
  },

  /** The rows that begin behind a line feed in [from - 1, until - 1); null when their end is not to be seen. */
  async pack(blob: Blob, from: number, until: number): Promise<PackedPiece | null> {
    const engine = await started;
    const bytes = await bytesOf(blob.slice(from - 1, until + LONGEST_ROW));
    const start = bytes.indexOf(LINE_FEED) + 1;
    const end = bytes.indexOf(LINE_FEED, until - from) + 1;
    if (start === 0 || end === 0) return null;
    const packed = engine.pack(bytes.subarray(start, end));
    const piece = { start: from - 1 + start, end: from - 1 + end, packed };
    return packed ? transfer(piece, [packed.buffer as ArrayBuffer]) : piece;
  },
});

export const servePartner = (engine: Promise<EngineApi>, port: MessagePort): void => expose(partnerApi(engine), port);
export const partnerAt = (port: MessagePort): Partner => wrap(port);
