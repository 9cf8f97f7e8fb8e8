// Where the records of a JSON text stand, found without reading what is in them.
import { megabytes } from './limits';
import { Refused } from './reading';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const isSpace = (byte: number): boolean => byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;

/** What is told of each byte outside of texts that is no space: where it is, and how many lists and objects are open. */
type Visit = (byte: number, at: number, depth: number) => void;

/** Walks over a text, piece by piece. */
class JsonStructure {
  #depth = 0;
  #inText = false;
  #escaped = false;
  /** Of the bytes before this piece. */
  offset = 0;

  walk(piece: Uint8Array, visit: Visit): void {
    for (let at = 0; at < piece.length; at++) {
      const byte = piece[at]!;
      if (this.#inText) {
        if (this.#escaped) this.#escaped = false;
        else if (byte === BACKSLASH) this.#escaped = true;
        else if (byte === QUOTE) this.#inText = false;
        continue;
      }
      if (isSpace(byte)) continue;
      visit(byte, this.offset + at, this.#depth);
      if (byte === QUOTE) this.#inText = true;
      else if (byte === OPEN_OBJECT || byte === OPEN_LIST) this.#depth++;
      else if (byte === CLOSE_OBJECT || byte === CLOSE_LIST) this.#depth--;
      if (this.#depth < 0) throw new Refused('damaged', 'JSON');
    }
    this.offset += piece.length;
  }

  /** The text may not break off. */
  end(): void {
    if (this.#depth > 0 || this.#inText) throw new Refused('damaged', 'JSON');
  }
}

/** Records are the objects that stand within so many lists and objects, from one byte of the text up to another. */
export interface Shape {
  level: number;
  from: number;
  until: number;
}
const allAt = (level: number): Shape => ({ level, from: 0, until: Number.POSITIVE_INFINITY });

/** A list of records; records one after the other; or an object with one list of them, such as {"data": [...]}. */
export async function shapeOf(pieces: AsyncIterable<Uint8Array>): Promise<Shape> {
  const structure = new JsonStructure();
  const lists: Shape[] = []; // of the first object
  let list: Shape | null = null; // while it is open
  let shape: Shape | null = null;
  let over = false; // the first object is
  const visit: Visit = (byte, at, depth) => {
    if (depth === 0 && byte === OPEN_LIST) shape ??= allAt(1);
    if (depth === 0 && over) shape ??= allAt(0);
    if (depth === 1) {
      over = byte === CLOSE_OBJECT;
      list = byte === OPEN_LIST ? { level: 2, from: at + 1, until: at + 1 } : null;
    }
    if (depth !== 2 || !list) return;
    if (byte === CLOSE_LIST) list.until = at;
    else if (byte === OPEN_OBJECT && !lists.includes(list)) lists.push(list);
  };
  for await (const piece of pieces) {
    structure.walk(piece, visit);
    if (shape) return shape;
  }
  structure.end();
  if (lists.length > 1) throw new Refused('no_records');
  return lists[0] ?? allAt(0);
}

/** The bytes of each record. */
export async function* recordsOf(
  pieces: AsyncIterable<Uint8Array>,
  { level, from, until }: Shape,
  mostBytes: number,
  nesting: number,
): AsyncGenerator<Uint8Array> {
  const structure = new JsonStructure();
  let begun: Uint8Array[] = []; // of a record that goes on in the next piece
  let size = 0;
  let start = -1; // of a record in this piece
  for await (const piece of pieces) {
    const { offset } = structure;
    const found: Uint8Array[] = [];
    structure.walk(piece, (byte, at, depth) => {
      if (at < from || at >= until) return;
      if (byte === OPEN_OBJECT || byte === OPEN_LIST) {
        if (depth - level >= nesting) throw new Refused('too_deep', nesting);
        if (depth === level && byte === OPEN_OBJECT) start = at - offset;
      }
      if (depth === level + 1 && byte === CLOSE_OBJECT) {
        found.push(joined([...begun, piece.subarray(start, at - offset + 1)]));
        begun = [];
        size = 0;
        start = -1;
      } else if (depth === level && byte !== OPEN_OBJECT && byte !== COMMA && byte !== CLOSE_LIST) {
        throw new Refused('no_records');
      }
    });
    yield* found;
    if (start < 0) continue;
    begun.push(piece.subarray(start));
    size += piece.length - start;
    if (size > mostBytes) throw new Refused('too_long_record', megabytes(mostBytes));
    start = 0;
  }
  structure.end();
}

function joined(pieces: Uint8Array[]): Uint8Array {
  if (pieces.length === 1) return pieces[0]!;
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
