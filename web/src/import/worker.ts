// Runs in a worker started from a blob, as the engine's does, and is bound by the page's own policy.

import packed from 'virtual:wasm/mqlab_import';
import { expose } from 'comlink';
import { unpacked } from '../engine/unpacked';
import createMqlabImport from './generated/mqlab_import.mjs';
import { Importer } from './importer';
import type { ImportApi } from './protocol';

const module = unpacked(packed).then((wasmBinary) => createMqlabImport({ wasmBinary }));

expose(
  new Importer(async (): Promise<ImportApi> => {
    const { Importer: Api } = await module;
    return new Api();
  }),
);
