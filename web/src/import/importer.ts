// Files to what the engine reads, in a worker: opened, understood, translated.
import { chunksOf, type FileBytes, sizeOf, sliceOf } from '../engine/file-bytes';
import { Job } from '../engine/slices';
import { LIMITS } from '../files/limits';
import { type Found, tablesOf } from '../files/tables-of';
import {
  type FileChoice,
  type ImportApi,
  type ImportReport,
  type Mapping,
  PREVIEW_BYTES,
  type Problem,
  type Understanding,
} from './protocol';

export interface SourceFile {
  path: string;
  file: FileBytes;
  choice: FileChoice;
}

export interface ImportProgress {
  bytes: number;
  totalBytes: number;
}

/** `tables` null: the engine reads the files as they are. */
export interface Imported {
  tables: { leads: FileBytes; events: FileBytes | null; costs: FileBytes | null; report: ImportReport } | null;
  files: Understanding[];
}

const PIECE = 1024 * 1024;

const documentOf = (mapping: Omit<Mapping, 'format'>): string =>
  JSON.stringify({ format: 'mqlab-mapping/1', ...mapping } satisfies Mapping);

export class Importer {
  readonly #make: () => Promise<ImportApi>;
  // Of the last import, to tell where its rows are from.
  #last: ImportApi | null = null;
  #job: Job<ImportProgress> | null = null;

  constructor(make: () => Promise<ImportApi>) {
    this.#make = make;
  }

  /** The tables of a file, out of whatever they are packed in. */
  async open(name: string, file: FileBytes, tell: (progress: ImportProgress) => void): Promise<Found> {
    const job = this.#begin(tell);
    return tablesOf(name, file, LIMITS, async (progress) => {
      job.tell(progress);
      return job.goOn();
    });
  }

  /** By its first part, if it is large. */
  async understand({ path, file, choice }: SourceFile): Promise<Understanding> {
    const api = await this.#make();
    try {
      return await this.#understood(
        api,
        { path, file: sliceOf(file, 0, PREVIEW_BYTES), choice },
        {
          cut: sizeOf(file) > PREVIEW_BYTES,
          read: async () => true,
        },
      );
    } finally {
      api.delete();
    }
  }

  /** All files as tables; null when it was cancelled. `told`: something was said of them that the engine would not know. */
  async run(
    files: SourceFile[],
    { told, ...options }: Pick<Mapping, 'orphans' | 'merge_by_email'> & { told: boolean },
    tell: (progress: ImportProgress) => void,
  ): Promise<Imported | null> {
    const job = this.#begin(tell);
    const api = await this.#make();
    const heads = [];
    for (const source of files) {
      const cut = sizeOf(source.file) > PREVIEW_BYTES;
      const head = { ...source, file: sliceOf(source.file, 0, PREVIEW_BYTES) };
      heads.push(await this.#understood(api, head, { cut, read: () => job.goOn() }));
      if (job.cancelled) return this.#drop(api);
    }
    if (!told && options.orphans !== 'leads' && api.arePlain()) {
      api.delete();
      return { tables: null, files: heads };
    }
    api.reset();
    this.#last?.delete();
    this.#last = null;
    return this.#translate(api, files, options, job);
  }

  cancel(): void {
    this.#job?.cancel();
  }

  /** The files, by their numbers, and the rows that rows of a table of the last import are from. */
  sourcesOf(table: 'leads' | 'events' | 'costs', rows: number[]): ([number, number] | null)[] {
    return rows.map((row) => {
      const [file, of] = this.#last?.sourceOf(table, row) ?? [];
      return file === undefined || of === undefined ? null : [file, of];
    });
  }

  async checkMapping(text: string): Promise<Problem[]> {
    const api = await this.#make();
    const problems = JSON.parse(api.checkMapping(text));
    api.delete();
    return problems;
  }

  async zones(): Promise<string[]> {
    const api = await this.#make();
    const zones = JSON.parse(api.zones());
    api.delete();
    return zones;
  }

  /** From when on a zone is how many minutes east of UTC, up to an instant; none of an unknown one. */
  async zoneChanges(name: string, until: number): Promise<[number, number][]> {
    const api = await this.#make();
    const changes = JSON.parse(api.zoneChanges(name, until));
    api.delete();
    return changes;
  }

  #begin(tell: (progress: ImportProgress) => void): Job<ImportProgress> {
    this.#job?.cancel();
    this.#job = new Job(tell);
    return this.#job;
  }

  async #give(api: ImportApi, file: FileBytes, read: (bytes: number) => Promise<boolean>): Promise<boolean> {
    for await (const chunk of chunksOf(file)) {
      for (let from = 0; from < chunk.length; from += PIECE) {
        const piece = chunk.subarray(from, from + PIECE);
        api.prepare(piece.length).set(piece);
        api.commit(piece.length);
        if (!(await read(piece.length))) return false;
      }
    }
    return true;
  }

  async #understood(
    api: ImportApi,
    { path, file, choice }: SourceFile,
    { cut, read }: { cut: boolean; read: (bytes: number) => Promise<boolean> },
  ): Promise<Understanding> {
    api.beginFile(path, documentOf({ files: [choice] }));
    await this.#give(api, file, read);
    return JSON.parse(api.endFile(cut));
  }

  async #translate(
    api: ImportApi,
    files: SourceFile[],
    options: Pick<Mapping, 'orphans' | 'merge_by_email'>,
    job: Job<ImportProgress>,
  ): Promise<Imported | null> {
    // Once to be understood as a whole, once to be written.
    let bytes = 0;
    let totalBytes = files.reduce((sum, { file }) => sum + sizeOf(file), 0) * 2;
    const read = (more: number) => {
      bytes += more;
      if (bytes > totalBytes) totalBytes = bytes;
      job.tell({ bytes, totalBytes });
      return job.goOn();
    };
    const understood = [];
    for (const source of files) {
      understood.push(await this.#understood(api, source, { cut: false, read }));
      if (job.cancelled) return this.#drop(api);
    }
    if (understood.some(({ problems }) => problems.some(({ severity }) => severity === 'error'))) {
      api.delete();
      return { tables: null, files: understood };
    }
    api.beginImport(documentOf(options));
    const leads: BlobPart[] = [];
    const events: BlobPart[] = [];
    const costs: BlobPart[] = [];
    const take = () => {
      leads.push(api.takeLeads() as Uint8Array<ArrayBuffer>);
      events.push(api.takeEvents() as Uint8Array<ArrayBuffer>);
      costs.push(api.takeCosts() as Uint8Array<ArrayBuffer>);
    };
    for (let next = api.nextFile(); next >= 0; next = api.nextFile()) {
      const source = files[next];
      if (!source) break;
      const whole = await this.#give(api, source.file, (more) => {
        take();
        return read(more);
      });
      if (!whole) return this.#drop(api);
      api.endPass();
      take();
    }
    leads.push(api.finish() as Uint8Array<ArrayBuffer>);
    const report: ImportReport = JSON.parse(api.report());
    this.#last = api;
    const pack = packerFor(files);
    return {
      tables: {
        leads: await pack(leads),
        events: report.events > 0 ? await pack(events) : null,
        costs: report.costs > 0 ? await pack(costs) : null,
        report,
      },
      files: understood,
    };
  }

  #drop(api: ImportApi): null {
    api.delete();
    return null;
  }
}

/** Where files could not be read here as files, the engine's worker cannot read one either. */
function packerFor(files: SourceFile[]): (parts: BlobPart[]) => Promise<FileBytes> {
  const blob = (parts: BlobPart[]) => new Blob(parts, { type: 'text/csv' });
  if (files.some(({ file }) => file instanceof Blob)) return async (parts) => blob(parts);
  return async (parts) => {
    const pieces = parts as Uint8Array<ArrayBuffer>[];
    const all = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
    let at = 0;
    for (const piece of pieces) {
      all.set(piece, at);
      at += piece.length;
    }
    return all;
  };
}
