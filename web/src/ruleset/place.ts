// Where in the text of a rule file a value stands, so that an edit changes that value and no other character.

export interface Place {
  from: number;
  to: number;
}

const SPACE = /[ \t\r\n]*/y;
const LITERAL = /[^\s,\]}]+/y;
const STRING = /"(?:[^"\\]|\\.)*"/y;

const unescapeKey = (key: string): string => key.replaceAll('~1', '/').replaceAll('~0', '~');

/** The place of the value at a JSON pointer; null when there is none. REQUIRES: text is valid JSON. */
export function placeOf(text: string, pointer: string): Place | null {
  const steps = pointer.split('/').slice(1).map(unescapeKey);
  let at = 0;

  const match = (pattern: RegExp): string => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0] ?? '';
    at += found.length;
    return found;
  };
  // Reads the value at `at`; when it is on the way to the pointer, the place inside it, else null.
  const value = (depth: number): Place | null => {
    match(SPACE);
    const from = at;
    const found = text[at] === '{' || text[at] === '[' ? members(depth, text[at] === '{') : scalar();
    return depth === steps.length ? { from, to: at } : found;
  };
  const scalar = (): null => {
    match(text[at] === '"' ? STRING : LITERAL);
    return null;
  };
  const members = (depth: number, keyed: boolean): Place | null => {
    let found: Place | null = null;
    at += 1;
    for (let index = 0; at < text.length; index++) {
      match(SPACE);
      if (text[at] === '}' || text[at] === ']') break;
      const key = keyed ? (JSON.parse(match(STRING)) as string) : String(index);
      match(SPACE);
      if (keyed) at += 1; // the colon
      const wanted = depth >= 0 && depth < steps.length && steps[depth] === key;
      const inside = value(wanted ? depth + 1 : -1);
      if (wanted) found = inside;
      match(SPACE);
      if (text[at] === ',') at += 1;
    }
    at += 1;
    return found;
  };
  return value(0);
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
