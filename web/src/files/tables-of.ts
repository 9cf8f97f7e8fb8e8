// Undoes what tables come packed in. Files are told apart by their bytes, and nothing that they claim is believed.
import { type FileBytes, sizeOf } from '../engine/file-bytes';
import { Archive } from './archive';
import { CsvTable } from './csv-table';
import { gather } from './gathered';
import { gunzip } from './gzip';
import { jsonTable } from './json-table';
import { type Kind, kindOf } from './kind-of';
import type { Limits } from './limits';
import { parquetTable } from './parquet-table';
import { Cancelled, FileRefused, type GoOn, Reading, Refused } from './reading';
import { SheetReader } from './sheet';
import { openWorkbook, Parts } from './workbook';

/** A table of a file, as UTF-8 CSV, or as the bytes stood in the file when they are delimited text already. */
export interface FileTable {
  /** "contacts.csv", "members.zip: subscribed_members.csv", "book.xlsx: Sheet1" */
  name: string;
  /** Of an archive's entry, with its folders ("granular_activity/opens/x.csv"); else the file's name. */
  path: string;
  file: FileBytes;
  /** A sheet that its workbook does not show. */
  hidden?: true;
}

/** Why a file or an entry was not read: a message key `file_fault.<code>`. */
export interface Refusal {
  name: string;
  code: string;
  args: string[];
}

export interface Found {
  tables: FileTable[];
  refusals: Refusal[];
}

/** All tables of a file, or nothing when `goOn` says so. */
export async function tablesOf(name: string, file: FileBytes, limits: Limits, goOn: GoOn): Promise<Found> {
  const search = new Search(new Reading(limits, sizeOf(file), goOn));
  try {
    await search.attempt(name, () => search.open({ name, path: name, file, archives: 0, outermost: true }));
    return search.found;
  } catch (error) {
    if (error instanceof Cancelled) return { tables: [], refusals: [] };
    if (!(error instanceof FileRefused)) throw error;
    return { tables: [], refusals: [{ name, code: error.code, args: error.args }] };
  }
}

interface Opened {
  name: string;
  path: string;
  file: FileBytes;
  /** That it was in. */
  archives: number;
  /** It is the file itself, whose bytes are counted as they are read. */
  outermost: boolean;
}

const READ = /\.(csv|tsv|tab|txt|json|jsonl|ndjson|xlsx|xlsm|gz|parquet|zip)$/i;
// What systems put into archives beside the files.
const LITTER = /(^|[\\/])(__MACOSX[\\/]|\.(?!\.)|Thumbs\.db$|desktop\.ini$)/i;

const lastStep = (path: string): string => path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);

class Search {
  readonly found: Found = { tables: [], refusals: [] };
  readonly #reading: Reading;

  constructor(reading: Reading) {
    this.#reading = reading;
  }

  #refuse(name: string, { code, args }: Refused): void {
    this.found.refusals.push({ name, code, args });
  }

  /** What is refused in it is told, and the rest goes on. */
  async attempt(name: string, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof Refused) || error instanceof FileRefused) throw error;
      this.#refuse(name, error);
    }
  }

  async open(opened: Opened): Promise<void> {
    const told = () => this.found.tables.length + this.found.refusals.length;
    const before = told();
    await this.#read(opened, await kindOf(opened.file));
    if (told() === before) throw new Refused('empty');
  }

  async #read(opened: Opened, kind: Kind): Promise<void> {
    const { name, path, file, outermost } = opened;
    if (kind === 'gzip') return this.#readGzip(opened);
    if (kind === 'zip') return this.#readZip(opened);
    if (kind === 'json') return this.#add(name, path, await jsonTable(file, this.#reading, outermost));
    if (kind === 'parquet') return this.#add(name, path, await parquetTable(file, this.#reading, outermost));
    this.#add(name, path, file);
  }

  #add(name: string, path: string, file: FileBytes | null): void {
    if (file) this.found.tables.push({ name, path, file });
  }

  async #readGzip({ name, path, file, archives, outermost }: Opened): Promise<void> {
    const inner = await gunzip(file, this.#reading, outermost);
    const kind = await kindOf(inner);
    if (kind === 'gzip') throw new Refused('nested', 1);
    const unpacked = (packed: string) => packed.replace(/\.gz$/i, '');
    await this.#read({ name: unpacked(name), path: unpacked(path), file: inner, archives, outermost: false }, kind);
  }

  async #readZip({ name, path, file, archives, outermost }: Opened): Promise<void> {
    const most = this.#reading.limits.archives;
    if (archives >= most) throw new Refused('nested', most);
    const archive = await Archive.open(file, this.#reading, outermost);
    if (archive.isOffice) return this.#readWorkbook(archive, name, path, file);
    await refuseDocument(archive);
    for (const entry of archive.paths()) {
      if (LITTER.test(entry)) continue;
      const own = `${name}: ${lastStep(entry)}`;
      await this.attempt(own, async () => {
        if (!READ.test(entry)) throw new Refused('skipped');
        const inner = await gather(archive.chunks(entry), file);
        await this.open({ name: own, path: entry, file: inner, archives: archives + 1, outermost: false });
      });
    }
  }

  async #readWorkbook(archive: Archive, name: string, path: string, file: FileBytes): Promise<void> {
    const parts = new Parts(archive, this.#reading);
    const workbook = await openWorkbook(parts);
    for (const sheet of workbook.sheets) {
      const own = `${name}: ${sheet.name}`;
      await this.attempt(own, async () => {
        const table = new CsvTable(this.#reading, file);
        await parts.read(sheet.path, new SheetReader(workbook, table, this.#reading.limits));
        const written = table.finish();
        if (written) this.found.tables.push({ name: own, path, file: written, ...(sheet.hidden && { hidden: true }) });
      });
    }
  }
}

// Workbooks of other programs are zip archives too.
async function refuseDocument(archive: Archive): Promise<void> {
  const paths = archive.paths();
  if (paths.some((path) => /^Index(\.zip|\/Document\.iwa)$/.test(path))) throw new Refused('other_workbook', 'Numbers');
  if (paths[0] !== 'mimetype') return;
  let type = '';
  for await (const chunk of archive.chunks('mimetype')) type += new TextDecoder().decode(chunk);
  if (type.includes('opendocument.spreadsheet')) throw new Refused('other_workbook', 'ODS');
  throw new Refused('no_table', type.slice(type.lastIndexOf('/') + 1).slice(0, 80));
}
