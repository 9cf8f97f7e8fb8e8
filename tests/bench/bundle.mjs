// Modules that Node and Chromium cannot load as they are: TypeScript, and libraries that name others.
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { build } from 'vite';

const root = resolve(import.meta.dirname, '../..');
export const BUNDLES = `${root}/build/bench/bundles`;

/** The file of a bundle that is made anew. */
export async function bundled(name, entry) {
  const lib = { entry, formats: ['es'], fileName: () => `${name}.mjs` };
  const outDir = BUNDLES;
  await build({ root, configFile: false, logLevel: 'error', build: { lib, outDir, emptyOutDir: false } });
  return statSync(`${BUNDLES}/${name}.mjs`) && `${BUNDLES}/${name}.mjs`;
}
