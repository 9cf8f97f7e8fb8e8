// Finding by what is typed: every word of it, anywhere, whatever the case and the marks on letters.

const plain = (text: string): string =>
  text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll('ł', 'l').replaceAll('đ', 'd');

/** How well a text answers: 0 not at all; more when it begins with what is typed, or a word of it does. */
export function likeness(text: string, typed: string): number {
  const name = plain(text);
  const words = plain(typed).split(/\s+/).filter(Boolean);
  if (!words.every((word) => name.includes(word))) return 0;
  if (words.length === 0 || name.startsWith(words.join(' '))) return 3;
  const parts = name.split(/[^\p{L}\p{N}]+/u);
  return words.every((word) => parts.some((part) => part.startsWith(word))) ? 2 : 1;
}

/** Those that answer, the best first, else in their order. */
export function found<T>(items: readonly T[], typed: string, textOf: (item: T) => string): T[] {
  return items
    .map((item) => ({ item, like: likeness(textOf(item), typed) }))
    .filter(({ like }) => like > 0)
    .sort((one, other) => other.like - one.like)
    .map(({ item }) => item);
}
