// Tables from files to the engine, piece by piece: no file is ever held whole.

import { LoadMeter } from './load-meter';
import type { DataSource, LoadProgress, TableSource } from './messages';
import { packedPieces } from './packed-pieces';
import type { Partner } from './partner';
import { type DataReport, type EngineApi, HEAD_BYTES } from './protocol';
import type { Job } from './slices';

const PIECE = 1024 * 1024;
// Of smaller tables two engines are not done sooner than one.
const WORTH_PARTNERS = 6 * PIECE;

/** The file is gone, was changed, or may not be read. */
export class UnreadableFile extends Error {
  override name = 'unreadable_file';
}

/** The bytes of a blob as they arrive; the next are asked for before the former are worked on. */
async function* chunksOf(blob: Blob): AsyncGenerator<Uint8Array> {
  const reader = blob.stream().getReader();
  const read = () =>
    reader.read().catch((error: unknown) => {
      throw new UnreadableFile(String(error));
    });
  let next = read();
  try {
    for (;;) {
      const { value } = await next;
      if (!value) return;
      next = read();
      next.catch(() => {}); // told when it is waited for
      yield value;
    }
  } finally {
    reader.cancel().catch(() => {});
  }
}

/** Loads the tables; null when the job was cancelled. */
export async function loadTables(
  engine: EngineApi,
  partners: Partner[],
  { leads, events }: Extract<DataSource, { kind: 'tables' }>,
  job: Job<LoadProgress>,
): Promise<DataReport | null> {
  const meter = new LoadMeter(leads.blob.size + (events?.blob.size ?? 0));
  const goOn = () => {
    const progress = meter.due(engine.rowsLoaded());
    if (progress) job.tell(progress);
    return job.goOn();
  };

  // False when there is no use in going on.
  const readBytes = async (blob: Blob): Promise<boolean> => {
    for await (const chunk of chunksOf(blob)) {
      for (let from = 0; from < chunk.length; from += PIECE) {
        if (job.cancelled) return false;
        const piece = chunk.subarray(from, from + PIECE);
        const room = engine.prepare(piece.length);
        if (room.length < piece.length) return false; // memory ran out, which the report will say
        room.set(piece);
        engine.commit(piece.length);
        meter.read(piece.length);
        await goOn();
      }
    }
    return true;
  };

  // Partners read rows ahead; those that they cannot tell are read here.
  const readWithPartners = async ({ blob, options }: TableSource, kind: 'leads' | 'events'): Promise<void> => {
    let at = HEAD_BYTES;
    if (!(await readBytes(blob.slice(0, at)))) return;
    for await (const piece of packedPieces(partners, kind, blob, options)) {
      if (job.cancelled) return;
      if (piece.packed && piece.start === at && engine.takesPacked()) {
        engine.takePacked(piece.packed);
        meter.read(piece.end - at);
        await goOn();
      } else if (!(await readBytes(blob.slice(at, piece.end)))) {
        return;
      }
      at = piece.end;
    }
    await readBytes(blob.slice(at));
  };

  const readTable = async (table: TableSource, kind: 'leads' | 'events'): Promise<boolean> => {
    meter.enter(kind);
    if (partners.length > 0 && table.blob.size >= WORTH_PARTNERS) await readWithPartners(table, kind);
    else await readBytes(table.blob);
    if (job.cancelled) return false;
    meter.enter('ordering');
    while (!engine.endTable()) if (!(await goOn())) return false;
    return goOn();
  };

  engine.beginLoad(leads.options, events?.options ?? null);
  if (!(await readTable(leads, 'leads'))) return null;
  if (events && engine.expectsTable() && !(await readTable(events, 'events'))) return null;
  return engine.endLoad();
}
