import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

/**
 * `virtual:mqlab-wasm` is the module's bytes as text, so that the worker carries them and nothing is fetched. Packed
 * before base64: base64 of the bytes as they are compresses a third worse on the wire. By xz, which no browser knows: it is
 * a fifth smaller than deflated, five times what its decoder takes.
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
      const packed = execFileSync('xz', ['--format=xz', '--check=crc32', '-9e', '-c', file], { maxBuffer: 2 ** 26 });
      return `export default '${packed.toString('base64')}'`;
    },
    // The glue would have Vite ship the .wasm a second time, as a file.
    transform: (code, loaded) =>
      loaded.endsWith('/generated/mqlab.mjs')
        ? { code: code.replace(/new URL\("mqlab\.wasm", ?import\.meta\.url\)\.href/, '"mqlab.wasm"'), map: null }
        : undefined,
  };
}
