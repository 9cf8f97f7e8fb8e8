// Two builds of one page: build/page for any static host, and with SINGLE_FILE=1 build/single/mqlab.html, which needs none.
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import optimizeLocales from '@react-aria/optimize-locales-plugin';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { viteSingleFile } from 'vite-plugin-singlefile';
import { compiledMessages } from './compiled-messages.ts';
import { pageFiles } from './page-files.ts';
import { wasmAsText } from './wasm-as-text.ts';

const single = Boolean(process.env.SINGLE_FILE);
const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

/** The policy stands in the page itself, since a static host often sends no header of ours. */
function contentSecurityPolicy(): Plugin {
  const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  // What React Aria adds to the head: for touch when it starts (usePress), and under a dialog on iPhones (usePreventScroll).
  const reactAriaStyles = [
    "'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o='",
    hash('@layer {\n  * {\n    overscroll-behavior: contain;\n  }\n}'),
  ];
  const hashes = (html: string, inline: RegExp) =>
    [...html.matchAll(inline)].map(([, text = '']) => hash(text.replaceAll('\r\n', '\n')));
  const self = single ? [] : ["'self'"];
  const policy = (html: string) => [
    ['default-src', "'none'"],
    ['script-src', ...self, "'wasm-unsafe-eval'", ...hashes(html, /<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)],
    ['worker-src', 'blob:', ...self], // itself for the service worker alone: the page lets no other worker start from a URL
    ['style-src', ...self, ...reactAriaStyles, ...hashes(html, /<style[^>]*>([\s\S]*?)<\/style>/g)],
    ['img-src', 'data:', 'blob:'], // an address of an image could carry something, even to the page's own host
    ['connect-src', "'none'"],
    ['manifest-src', ...(single ? ["'none'"] : self)],
    ['form-action', "'none'"],
    ['base-uri', "'none'"],
    ['require-trusted-types-for', "'script'"],
    ['trusted-types', 'default'],
  ];
  return {
    name: 'mqlab-content-security-policy',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post', // after the single file is put together
      handler(_options, bundle) {
        for (const output of Object.values(bundle)) {
          if (output.type !== 'asset' || !output.fileName.endsWith('.html')) continue;
          const html = String(output.source);
          const content = policy(html)
            .map((directive) => directive.join(' '))
            .join('; ');
          // Before all else in the head but the encoding: a policy binds only what comes after it.
          // The first, as scripts of the single file may hold others.
          const [charset] = /<meta charset="[^"]*" ?\/?>/i.exec(html) ?? [];
          if (!charset) return this.error(`${output.fileName} needs a <meta charset>`);
          const meta = `${charset}\n    <meta http-equiv="Content-Security-Policy" content="${content}">`;
          output.source = html.replace(charset, () => meta);
          if (single) output.fileName = 'mqlab.html';
        }
      },
    },
  };
}

export default defineConfig({
  root: path('.'),
  base: './',
  publicDir: false,
  plugins: [
    react(),
    { ...optimizeLocales.vite({ locales: ['en-US', 'pl-PL', 'ro-RO', 'ru-RU', 'hr-HR'] }), enforce: 'pre' },
    wasmAsText(),
    compiledMessages(),
    ...(single ? [viteSingleFile({ removeViteModuleLoader: true })] : []),
    contentSecurityPolicy(),
    pageFiles({ single }),
  ],
  server: { fs: { allow: [path('..')] } },
  worker: { format: 'iife', plugins: () => [wasmAsText()] },
  build: {
    target: 'es2022',
    outDir: path(single ? '../build/single' : '../build/page'),
    emptyOutDir: true,
    assetsInlineLimit: single ? 100_000_000 : 0,
    modulePreload: { polyfill: false }, // it fetches
    chunkSizeWarningLimit: 2_000,
    reportCompressedSize: false,
  },
});
