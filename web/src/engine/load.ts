// Tables from files to the engine, piece by piece: no file is ever held whole.
import { chunksOf, type FileBytes, sizeOf } from './file-bytes';
import { LoadMeter } from './load-meter';
import type { DataSource, LoadProgress, TableSource } from './messages';
import { packedPieces } from './packed-pieces';
import type { Partner } from './partner';
import { type DataReport, type EngineApi, HEAD_BYTES, type TableOptions } from './protocol';
import type { Job } from './slices';

const PIECE = 1024 * 1024;
// Of smaller tables two engines are not done sooner than one.
const WORTH_PARTNERS = 6 * PIECE;

/** Loads the tables; null when the job was cancelled. */
export async function loadTables(
  engine: EngineApi,
  partners: Partner[],
  { leads, events, costs }: Extract<DataSource, { kind: 'tables' }>,
  job: Job<LoadProgress>,
): Promise<DataReport | null> {
  const meter = new LoadMeter(sizeOf(leads.file) + (events ? sizeOf(events.file) : 0));
  const goOn = () => {
    const progress = meter.due(engine.rowsLoaded());
    if (progress) job.tell(progress);
    return job.goOn();
  };

  // False when there is no use in going on.
  const readBytes = async (file: FileBytes): Promise<boolean> => {
    for await (const chunk of chunksOf(file)) {
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
  const readWithPartners = async (blob: Blob, options: TableOptions, kind: 'leads' | 'events'): Promise<void> => {
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

  const readTable = async ({ file, options }: TableSource, kind: 'leads' | 'events'): Promise<boolean> => {
    meter.enter(kind);
    const shared = partners.length > 0 && sizeOf(file) >= WORTH_PARTNERS && file instanceof Blob;
    if (shared) await readWithPartners(file, options, kind);
    else await readBytes(file);
    if (job.cancelled) return false;
    meter.enter('ordering');
    while (!engine.endTable()) if (!(await goOn())) return false;
    return goOn();
  };

  engine.beginLoad(leads.options, events?.options ?? null);
  if (!(await readTable(leads, 'leads'))) return null;
  if (events && engine.expectsTable() && !(await readTable(events, 'events'))) return null;
  const report = engine.endLoad();
  if (!costs || !report.accepted) return report;
  let csv = '';
  const decoder = new TextDecoder();
  for await (const chunk of chunksOf(costs)) csv += decoder.decode(chunk, { stream: true });
  return { ...report, costs: engine.setCosts(csv + decoder.decode()) };
}
