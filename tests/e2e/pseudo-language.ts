// English with every letter accented and every word longer, as the page's Polish: what is not accented is no text of the
// catalogue, and what does not fit will not fit in some language.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage';

const GROWTH = 0.4;
const letters = 'abcdefghijklmnopqrstuvwxyz';
const accented = 'áƀçđéƒǧĥíĵķļɱñóƥɋřšŧúṽŵẋýž';
const strange = new Map([...letters].map((letter, n) => [letter, accented[n] ?? letter]));
for (const [letter, other] of [...strange]) strange.set(letter.toUpperCase(), other.toUpperCase());

function stretched(word: string): string {
  const letters = [...word].map((letter) => strange.get(letter) ?? letter);
  return (
    letters.join('') +
    letters
      .slice(0, Math.round(letters.length * GROWTH))
      .join('')
      .toLowerCase()
  );
}

// A compiled text is of strings and arguments; an argument may have cases, which are texts again. Tags stay.
function pseudo(part: unknown): unknown {
  if (typeof part === 'string')
    return part.replace(/<\/?\d>|\p{L}+/gu, (word) => (word[0] === '<' ? word : stretched(word)));
  if (!Array.isArray(part)) return part;
  const [name, kind, cases] = part;
  if (!cases) return part;
  const texts = Object.entries(cases).map(([one, text]) => [one, Array.isArray(text) ? text.map(pseudo) : text]);
  return [name, kind, Object.fromEntries(texts)];
}

/** The chunk of a language, in the pseudo-language. */
export function pseudoChunk(): string {
  const file = resolve(import.meta.dirname, '../../web/src/i18n/en.json');
  const english = Object.entries<string>(JSON.parse(readFileSync(file, 'utf8')));
  const texts = english.map(([key, text]) => {
    const message = compileMessageOrThrow(text);
    return [key, Array.isArray(message) ? message.map(pseudo) : pseudo(message)];
  });
  return `export default ${JSON.stringify(Object.fromEntries(texts))}`;
}
