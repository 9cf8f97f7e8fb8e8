// Personal data made unreadable: masked, so that a reader still tells one from another at a glance, or hashed, so that equal
// texts stay equal.

export type Hiding = 'none' | 'masked' | 'hashed';

const DOTS = '•••';
const PHONE = /^\+?[\d\s()./-]*\d[\d\s()./-]*$/;

// By what a reader takes for one character.
const first = (text: string): string => [...new Intl.Segmenter().segment(text)][0]?.segment ?? '';

/** "a•••@example.com", "A••• P•••", "•••42"; an empty text stays empty. */
export function masked(text: string): string {
  const at = text.lastIndexOf('@');
  if (at > 0) return `${first(text)}${DOTS}${text.slice(at)}`;
  if (PHONE.test(text)) return DOTS + text.replace(/\D/g, '').slice(-2);
  return text
    .split(/(\s+)/)
    .map((part) => (part.trim() === '' ? part : first(part) + DOTS))
    .join('');
}

const DIGITS = 16;

/** The first digits of the SHA-256 of a salt and the text. */
async function hashed(text: string, salt: Uint8Array): Promise<string> {
  if (text === '') return '';
  const bytes = new TextEncoder().encode(text);
  const salted = new Uint8Array(salt.length + bytes.length);
  salted.set(salt);
  salted.set(bytes, salt.length);
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', salted));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0'))
    .join('')
    .slice(0, DIGITS);
}

/** Whether the browser can hash: only in pages that came safely. */
export const canHash = (): boolean => globalThis.crypto?.subtle !== undefined;

/** What hides the cells of one export. Its salt is known to nobody and goes when the export is done. */
export function hider(hiding: Exclude<Hiding, 'none'>): (cells: string[]) => Promise<string[]> {
  if (hiding === 'masked') return async (cells) => cells.map(masked);
  const salt = crypto.getRandomValues(new Uint8Array(32));
  return (cells) => Promise.all(cells.map((cell) => hashed(cell, salt)));
}
