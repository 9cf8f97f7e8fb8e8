import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage';
import type { Plugin } from 'vite';

/** `virtual:mqlab-messages` is src/i18n/en.json with its ICU texts compiled, so that no parser of them is shipped. */
export function compiledMessages(): Plugin {
  const id = 'virtual:mqlab-messages';
  const file = fileURLToPath(new URL('src/i18n/en.json', import.meta.url));
  return {
    name: 'mqlab-messages',
    resolveId: (source) => (source === id ? `\0${id}` : undefined),
    load(loaded) {
      if (loaded !== `\0${id}`) return;
      this.addWatchFile(file);
      const texts = Object.entries<string>(JSON.parse(readFileSync(file, 'utf8')));
      const messages = Object.fromEntries(texts.map(([key, text]) => [key, compileMessageOrThrow(text)]));
      return `export default JSON.parse(${JSON.stringify(JSON.stringify(messages))})`;
    },
  };
}
