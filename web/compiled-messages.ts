import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage';
import type { Plugin } from 'vite';

/** `virtual:mqlab-messages/pl` is src/i18n/pl.json with its ICU texts compiled, so that no parser of them is shipped. */
export function compiledMessages(): Plugin {
  const prefix = 'virtual:mqlab-messages/';
  return {
    name: 'mqlab-messages',
    resolveId: (source) => (source.startsWith(prefix) ? `\0${source}` : undefined),
    load(loaded) {
      if (!loaded.startsWith(`\0${prefix}`)) return;
      const language = loaded.slice(prefix.length + 1);
      const file = fileURLToPath(new URL(`src/i18n/${language}.json`, import.meta.url));
      this.addWatchFile(file);
      const texts = Object.entries<string>(JSON.parse(readFileSync(file, 'utf8')));
      const messages = Object.fromEntries(texts.map(([key, text]) => [key, compileMessageOrThrow(text)]));
      return `export default JSON.parse(${JSON.stringify(JSON.stringify(messages))})`;
    },
  };
}
