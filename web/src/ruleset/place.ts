// Where in the text of a rule file its parts stand, so that an edit changes one part and no other character.

export interface Place {
  from: number;
  to: number;
}

/** A value with its place, and those of its members when it is an object or a list. */
export interface Source extends Place {
  value: unknown;
  members: Member[];
}

export interface Member {
  /** Of a list: the index. */
  key: string;
  /** Where it begins: at its key, if it has one. */
  at: number;
  source: Source;
}

const SPACE = /[ \t\r\n]*/y;
const LITERAL = /[^\s,\]}]+/y;
const STRING = /"(?:[^"\\]|\\.)*"/y;

/** REQUIRES: text is valid JSON. */
export function readSource(text: string): Source {
  let at = 0;
  const match = (pattern: RegExp): string => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0] ?? '';
    at += found.length;
    return found;
  };
  const value = (): Source => {
    match(SPACE);
    if (text[at] === '{' || text[at] === '[') return container(text[at] === '{');
    const from = at;
    const scalar = match(text[at] === '"' ? STRING : LITERAL);
    return { from, to: at, value: JSON.parse(scalar), members: [] };
  };
  const container = (keyed: boolean): Source => {
    const from = at++;
    const members: Member[] = [];
    while (at < text.length) {
      match(SPACE);
      if (text[at] === '}' || text[at] === ']') break;
      const start = at;
      const key = keyed ? (JSON.parse(match(STRING)) as string) : String(members.length);
      match(SPACE);
      if (keyed) at += 1; // the colon
      members.push({ key, at: start, source: value() });
      match(SPACE);
      if (text[at] === ',') at += 1;
    }
    at += 1;
    const values = members.map(({ key, source }) => [key, source.value] as const);
    return { from, to: at, value: keyed ? Object.fromEntries(values) : values.map(([, each]) => each), members };
  };
  return value();
}

/** A step of a JSON pointer. */
export const pointerStep = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');

/** The place of the value at a JSON pointer; null when there is none. REQUIRES: text is valid JSON. */
export function placeOf(text: string, pointer: string): Place | null {
  let source: Source | undefined = readSource(text);
  for (const step of pointer.split('/').slice(1)) {
    source = source?.members.find(({ key }) => pointerStep(key) === step)?.source;
  }
  return source ? { from: source.from, to: source.to } : null;
}

/** The place of a line and column (from 1, in code points) as an offset; the end of the text when it lies beyond. */
export function offsetOf(text: string, line: number, column: number): number {
  let start = 0;
  for (let n = 1; n < line; n++) {
    const end = text.indexOf('\n', start);
    if (end < 0) return text.length;
    start = end + 1;
  }
  let offset = start;
  for (let n = 1; n < column && offset < text.length; n++) {
    offset += (text.codePointAt(offset) ?? 0) > 0xffff ? 2 : 1;
  }
  return offset;
}
