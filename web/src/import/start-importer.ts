// A chunk of its own, fetched while the page is idle: it holds the importer and all readers of files.
import { proxy, type Remote, wrap } from 'comlink';
import type { Importer, ImportProgress } from './importer';
import ImportWorker from './worker?worker&inline';

/** What is told of progress crosses to the worker as itself. */
export const telling = (tell: (progress: ImportProgress) => void): typeof tell => proxy(tell);

export const startImporter = (): Remote<Importer> => wrap(new ImportWorker({ name: 'import' }));
