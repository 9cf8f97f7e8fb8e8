// The rows of an export out of the engine, a piece at a time: neither a long text nor a long wait, whatever there is.
import type { LeadQuery, RowOptions, Rows } from '../../engine/protocol';
import { engine } from '../../state/actions';

const PIECE = 2000; // leads, of which the page makes little work

export interface Request {
  query: LeadQuery;
  options: RowOptions;
  /** What stands in the hidden columns; null: there are none. */
  hide: ((cells: string[]) => Promise<string[]>) | null;
  /** Leads of a piece. */
  piece?: number;
}

export interface Course {
  signal: AbortSignal;
  /** So much of it is done, from 0 to 1. */
  onProgress: (done: number) => void;
}

/** Calls `take` with each piece in turn; stops with an error when the signal is aborted. */
export async function eachPiece(
  { query, options, hide, piece: size = PIECE }: Request,
  { signal, onProgress }: Course,
  take: (piece: Uint8Array<ArrayBuffer>, rows: Rows) => void,
): Promise<Rows> {
  const rows = await engine.call('beginRows', query, options);
  try {
    for (let from = 0; from === 0 || from < rows.leads; from += size) {
      const until = Math.min(from + size, rows.leads);
      const hidden = hide ? await hide(await engine.call('hiddenCells', from, until)) : [];
      const piece = await engine.call('writeRows', from, until, hidden);
      signal.throwIfAborted();
      take(piece as Uint8Array<ArrayBuffer>, rows);
      onProgress(rows.leads === 0 ? 1 : until / rows.leads);
    }
  } finally {
    engine.call('endRows').catch(() => {});
  }
  return rows;
}
