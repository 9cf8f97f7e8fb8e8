// The importer's worker, started when it is first needed.
import type { Remote } from 'comlink';
import { bytesOf, type FileBytes } from '../engine/file-bytes';
import type { Importer } from '../import/importer';

let started: Promise<Remote<Importer>> | null = null;

export function importer(): Promise<Remote<Importer>> {
  started ??= import('../import/start-importer').then(({ startImporter }) => startImporter());
  return started;
}

/** What a worker cannot read the page reads, if it can. */
export async function readable<T>(file: FileBytes, work: (file: FileBytes) => Promise<T>): Promise<T> {
  try {
    return await work(file);
  } catch (fault) {
    if ((fault as Error).name !== 'unreadable_file' || !(file instanceof Blob)) throw fault;
    const bytes = await bytesOf(file).catch(() => {
      throw fault;
    });
    return work(bytes);
  }
}
