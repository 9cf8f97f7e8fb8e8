// A chunk of its own, fetched while the page is idle: it holds the importer and all readers of files.
import { type Remote, wrap } from 'comlink';
import type { Importer } from './importer';
import ImportWorker from './worker?worker&inline';

export const startImporter = (): Remote<Importer> => wrap(new ImportWorker({ name: 'import' }));
