import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

/**
 * `virtual:mqlab-wasm` is the module's bytes as text, so that the worker carries them and nothing is fetched. Deflated
 * before base64: base64 of the bytes as they are compresses a third worse on the wire.
 */
export function wasmAsText(): Plugin {
  const id = 'virtual:mqlab-wasm';
  const file = fileURLToPath(new URL('src/engine/generated/mqlab.wasm', import.meta.url));
  return {
    name: 'mqlab-wasm',
    resolveId: (source) => (source === id ? `\0${id}` : undefined),
    load(loaded) {
      if (loaded !== `\0${id}`) return;
      this.addWatchFile(file);
      // Zopfli writes the same format five percent smaller than zlib.
      const deflated = execFileSync('zopfli', ['--deflate', '-c', file], { maxBuffer: 2 ** 26 });
      return `export default '${deflated.toString('base64')}'`;
    },
    // The glue would have Vite ship the .wasm a second time, as a file.
    transform: (code, loaded) =>
      loaded.endsWith('/generated/mqlab.mjs')
        ? { code: code.replace(/new URL\("mqlab\.wasm", ?import\.meta\.url\)\.href/, '"mqlab.wasm"'), map: null }
        : undefined,
  };
}
