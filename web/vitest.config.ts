import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { compiledMessages } from './compiled-messages.ts';
import { wasmAsText } from './wasm-as-text.ts';

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  plugins: [wasmAsText(), compiledMessages()],
  test: {
    include: ['tests/web/**/*.test.{ts,tsx}', 'tests/wasm/**/*.test.ts'],
    setupFiles: ['tests/web/i18n/all-texts.ts'],
    passWithNoTests: true,
    testTimeout: 60_000,
  },
});
