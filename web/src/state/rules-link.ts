// Rules in a link: a small document, packed into the part after the hash, which browsers send to nobody.
// #r= and then base64url of the document's JSON, compressed by deflate.

export interface LinkDocument {
  v: 1;
  /** The rule file, character by character. */
  rules: string;
  /** The sample that the rules were looked at with. */
  sample?: { seed: number; leads: number };
  /** The language that the page was in. */
  language?: string;
}

/** newer: made by a later version of the page. no_rules: what it holds is no rule file. */
export type LinkFault = 'unreadable' | 'too_long' | 'newer' | 'no_rules';

/** Longer links are cut short by some chats and mail programs. */
export const SAFE_LENGTH = 8_000;
export const MOST_LENGTH = 64_000;
const MOST_BYTES = 1_000_000;
const MOST_LEADS = 100_000;

const PREFIX = '#r=';

export const isRulesLink = (hash: string): boolean => hash.startsWith(PREFIX);

/** The link's end in a text that was pasted; null when there is none. */
export const rulesLinkIn = (text: string): string | null => /#r=[\w-]+\s*$/.exec(text)?.[0].trim() ?? null;

export const linkBytes = (document: LinkDocument): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(JSON.stringify(document));

/** The part of the link from the hash on. */
export async function packLink(document: LinkDocument): Promise<string> {
  const packed = new Blob([linkBytes(document)]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  const bytes = new Uint8Array(await new Response(packed).arrayBuffer());
  let characters = '';
  for (const byte of bytes) characters += String.fromCharCode(byte);
  return PREFIX + btoa(characters).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

// Stops as soon as there is more than any link of ours holds, whatever its packed size promised.
async function inflate(packed: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer> | 'too_long'> {
  const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  for (let size = 0; ; ) {
    const { done, value } = await reader.read();
    if (done) return new Uint8Array(await new Blob(pieces).arrayBuffer());
    size += value.length;
    if (size > MOST_BYTES) {
      reader.cancel().catch(() => {});
      return 'too_long';
    }
    pieces.push(value);
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isCount = (value: unknown, most: number): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= most;

function documentOf(value: unknown): LinkDocument | LinkFault {
  if (!isObject(value) || typeof value.v !== 'number') return 'unreadable';
  if (value.v !== 1) return value.v > 1 ? 'newer' : 'unreadable';
  if (typeof value.rules !== 'string') return 'no_rules';
  const { sample, language } = value;
  const fits = isObject(sample) && isCount(sample.seed, Number.MAX_SAFE_INTEGER) && isCount(sample.leads, MOST_LEADS);
  return {
    v: 1,
    rules: value.rules,
    ...(fits && { sample: { seed: Number(sample.seed), leads: Number(sample.leads) } }),
    ...(typeof language === 'string' && { language }),
  };
}

/** What a link holds, or why it cannot be read. Links come from anyone: nothing in them is believed. */
export async function unpackLink(hash: string): Promise<LinkDocument | LinkFault> {
  const text = hash.slice(PREFIX.length);
  if (hash.length > MOST_LENGTH) return 'too_long';
  if (!/^[\w-]+$/.test(text)) return 'unreadable';
  try {
    const characters = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = await inflate(Uint8Array.from(characters, (character) => character.charCodeAt(0)));
    if (bytes === 'too_long') return bytes;
    return documentOf(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
  } catch {
    return 'unreadable';
  }
}

/** A link as it is shown before its rules are taken. */
export interface OfferedRules {
  document: LinkDocument;
  name: string;
  description: string;
  rules: number;
}
export type Offer = OfferedRules | LinkFault;

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** What the link says of itself. Whether its rules are free of faults, the engine finds once they are taken. */
export function offerOf(document: LinkDocument | LinkFault): Offer {
  if (typeof document === 'string') return document;
  try {
    const { name, description, rules } = JSON.parse(document.rules);
    if (!Array.isArray(rules)) return 'no_rules';
    return { document, name: textOf(name), description: textOf(description), rules: rules.length };
  } catch {
    return 'no_rules';
  }
}
