import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage';
import type { Plugin } from 'vite';

// What the first screen says, by how its keys begin. All else comes with the first of the later chunks.
const FIRST = [
  'chart.',
  'check.more',
  'check.see_rules',
  'check.type_count',
  'drop.',
  'effect.',
  'fault.',
  'funnel.',
  'header.',
  'hint.',
  'leads.stage',
  'nav.',
  'page.',
  'print.',
  'range.',
  'remember.',
  'results.',
  'status.',
  'step.',
  'term.',
  'update.',
];
const MEANING = /^term\..*\.(meaning|example)$/; // of a term; the first screen has its name

export const isFirst = (key: string): boolean =>
  FIRST.some((beginning) => key.startsWith(beginning)) && !MEANING.test(key);

type Texts = Record<string, string>;
const fileOf = (language: string) => fileURLToPath(new URL(`src/i18n/${language}.json`, import.meta.url));
const read = (file: string): Texts => JSON.parse(readFileSync(file, 'utf8'));

/**
 * `virtual:mqlab-messages/pl-first` and `virtual:mqlab-messages/pl-later` are the two parts of src/i18n/pl.json, with its
 * ICU texts compiled, so that no parser of them is shipped. The English text stands in for what is not yet translated.
 */
export function compiledMessages(): Plugin {
  const prefix = 'virtual:mqlab-messages/';
  return {
    name: 'mqlab-messages',
    resolveId: (source) => (source.startsWith(prefix) ? `\0${source}` : undefined),
    load(loaded) {
      if (!loaded.startsWith(`\0${prefix}`)) return;
      const [language = '', part] = loaded.slice(prefix.length + 1).split('-');
      const files = [fileOf('en'), fileOf(language)];
      for (const file of files) this.addWatchFile(file);
      const texts: Texts = Object.assign({}, ...files.map(read));
      const messages = Object.entries(texts)
        .filter(([key]) => isFirst(key) === (part === 'first'))
        .map(([key, text]) => [key, compileMessageOrThrow(text)]);
      return `export default JSON.parse(${JSON.stringify(JSON.stringify(Object.fromEntries(messages)))})`;
    },
  };
}
