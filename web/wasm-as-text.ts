import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const modules = { mqlab: 'src/engine/generated/mqlab.wasm', mqlab_import: 'src/import/generated/mqlab_import.wasm' };

/**
 * `virtual:wasm/mqlab` and `virtual:wasm/mqlab_import` are the modules' bytes as text, so that the workers carry them and
 * nothing is fetched. Packed before base64: base64 of the bytes as they are compresses a third worse on the wire. By xz,
 * which no browser knows: it is a fifth smaller than deflated, five times what its decoder takes.
 */
export function wasmAsText(): Plugin {
  const files = new Map(
    Object.entries(modules).map(([name, file]) => [
      `virtual:wasm/${name}`,
      fileURLToPath(new URL(file, import.meta.url)),
    ]),
  );
  return {
    name: 'mqlab-wasm',
    resolveId: (source) => (files.has(source) ? `\0${source}` : undefined),
    load(loaded) {
      const file = files.get(loaded.slice(1));
      if (!file || !loaded.startsWith('\0')) return;
      this.addWatchFile(file);
      const packed = execFileSync('xz', ['--format=xz', '--check=crc32', '-9e', '-c', file], { maxBuffer: 2 ** 26 });
      return `export default '${packed.toString('base64')}'`;
    },
    // The glue would have Vite ship the .wasm a second time, as a file.
    transform: (code, loaded) =>
      /\/generated\/mqlab\w*\.mjs$/.test(loaded)
        ? { code: code.replace(/new URL\("(mqlab\w*\.wasm)", ?import\.meta\.url\)\.href/, '"$1"'), map: null }
        : undefined,
  };
}
