// What the hosted page has and the one-file page has not: a manifest, a service worker, the list of all files with sizes
// and hashes, and the one-file page itself, to take away.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));
const LIST = 'assets/page-files.js';
const SERVICE_WORKER = 'service-worker.js';
const MANIFEST = 'manifest.webmanifest';
const ONE_FILE = 'mqlab.html';

interface Fact {
  name: string;
  bytes: number;
  sha256: string;
}

const sha256 = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest('hex');

// The icons travel inside: the page's policy lets no image be fetched.
function manifest(): string {
  const { icons, ...rest } = JSON.parse(readFileSync(path(`manifest/${MANIFEST}`), 'utf8'));
  const inlined = icons.map(({ src, type, ...icon }: Record<string, string>) => {
    const bytes = readFileSync(path(`manifest/${src}`));
    return { ...icon, type, src: `data:${type};base64,${bytes.toString('base64')}` };
  });
  return JSON.stringify({ ...rest, icons: inlined });
}

/**
 * `virtual:mqlab-page-files` is written when all else is: a module that stays a file of its own, as the hash of a file
 * cannot stand inside it. The one-file page consists of itself and has no list.
 */
export function pageFiles({ single }: { single: boolean }): Plugin {
  const id = 'virtual:mqlab-page-files';
  let listed = false;
  return {
    name: 'mqlab-page-files',
    enforce: 'post',
    configResolved: (config) => {
      listed = config.command === 'build' && !single;
    },
    resolveId: (source) => {
      if (source !== id) return undefined;
      return listed ? { id: './page-files.js', external: true } : `\0${id}`;
    },
    load: (loaded) => (loaded === `\0${id}` ? "export const files = []; export const serviceWorker = '';" : undefined),
    transformIndexHtml: () =>
      single ? [] : [{ tag: 'link', attrs: { rel: 'manifest', href: `./${MANIFEST}` }, injectTo: 'head' }],
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        if (single) return;
        const facts: Fact[] = [];
        const add = (name: string, content: string | Uint8Array) =>
          facts.push({ name, bytes: Buffer.byteLength(content), sha256: sha256(content) });
        const emit = (fileName: string, source: string | Uint8Array) => {
          this.emitFile({ type: 'asset', fileName, source });
          add(fileName, source);
        };
        for (const output of Object.values(bundle)) {
          add(output.fileName, output.type === 'chunk' ? output.code : output.source);
        }
        emit(MANIFEST, manifest());
        // Some hosts send whoever asks for index.html on to its folder.
        const kept = [...facts.map(({ name }) => (name === 'index.html' ? './' : name)), LIST].sort();
        const oneFile = path(`../build/single/${ONE_FILE}`);
        if (existsSync(oneFile)) emit(ONE_FILE, readFileSync(oneFile));
        const version = sha256(JSON.stringify(facts)).slice(0, 16);
        const serviceWorker = [
          `const version = '${version}';`,
          `const files = ${JSON.stringify(kept, null, 2)};`,
          readFileSync(path(SERVICE_WORKER), 'utf8'),
        ].join('\n');
        emit(SERVICE_WORKER, serviceWorker);
        facts.sort((a, b) => (a.name < b.name ? -1 : 1));
        const list = `export const files = ${JSON.stringify(facts)};\nexport const serviceWorker = ${JSON.stringify(serviceWorker)};\n`;
        this.emitFile({ type: 'asset', fileName: LIST, source: list });
      },
    },
  };
}
