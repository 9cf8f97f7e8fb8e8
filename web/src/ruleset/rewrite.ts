// A rule file changed as a document and written back into its own text: every part that is as before keeps its
// characters, spaces and line breaks, and only what is new is laid out. So an edit reads well in a comparison of two
// files, and nobody's own layout is lost, as it would be if the whole file were printed again.
import { type Member, readSource, type Source } from './place';
import type { Ruleset } from './ruleset';
import { same } from './same';

export type Change = (ruleset: Ruleset) => Ruleset;

const WIDTH = 120;
const INDENT = '  ';

/** A rule file may leave out every key. */
export const readRuleset = (value: unknown): Ruleset => ({ scores: {}, rules: [], ...(value as Partial<Ruleset>) });

const isContainer = (value: unknown): value is object => typeof value === 'object' && value !== null;

const keyText = (key: string): string => `${JSON.stringify(key)}: `;

function onOneLine(value: unknown): string {
  if (!isContainer(value)) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(onOneLine).join(', ')}]`;
  return `{${Object.entries(value)
    .map(([key, each]) => keyText(key) + onOneLine(each))
    .join(', ')}}`;
}

function onLines(parts: string[], indent: string, keyed: boolean): string {
  const lines = parts.map((part) => `\n${indent}${INDENT}${part}`).join(',');
  return keyed ? `{${lines}\n${indent}}` : `[${lines}\n${indent}]`;
}

// On one line where it fits; `tall`: an object has a line for each key, as its neighbours have. A list of plain values is
// never broken.
function print(value: unknown, indent: string, tall = false): string {
  const line = onOneLine(value);
  const listed = Array.isArray(value);
  if (!isContainer(value) || Object.keys(value).length === 0) return line;
  if (listed && !value.some(isContainer)) return line;
  if (!tall && indent.length + line.length <= WIDTH) return line;
  const inner = indent + INDENT;
  const parts = Object.entries(value).map(([key, each]) => (listed ? '' : keyText(key)) + print(each, inner));
  return onLines(parts, indent, !listed);
}

// The member that each element of a list was: itself, else the one with its id or, in a list that is as long, its index.
function formerElements(after: unknown[], members: Member[]): (Member | undefined)[] {
  const left = new Set(members);
  const take = (found: Member | undefined) => {
    if (found) left.delete(found);
    return found;
  };
  const idOf = (value: unknown) => (isContainer(value) ? (value as { id?: unknown }).id : undefined);
  const exact = after.map((value) => take([...left].find(({ source }) => source.value === value)));
  return after.map((value, index) => {
    const id = idOf(value);
    const twin = id === undefined ? undefined : [...left].find(({ source }) => idOf(source.value) === id);
    const there = after.length === members.length ? members[index] : undefined;
    return exact[index] ?? take(twin) ?? (there && left.has(there) ? take(there) : undefined);
  });
}

interface Entry {
  key: string;
  value: unknown;
  former: Member | undefined;
}

// A number as a key stands first in every object of JavaScript, so such objects keep the order of their text.
function entriesOf(after: object, { members }: Source): Entry[] {
  if (Array.isArray(after)) {
    const former = formerElements(after, members);
    return after.map((value, index) => ({ key: String(index), value, former: former[index] }));
  }
  const entries = Object.entries(after).map(([key, value]) => ({
    key,
    value,
    former: members.find((member) => member.key === key),
  }));
  if (!entries.some(({ key }) => /^\d+$/.test(key))) return entries;
  const place = ({ former }: Entry) => (former ? members.indexOf(former) : members.length);
  return entries.sort((a, b) => place(a) - place(b));
}

function write(text: string, after: unknown, before: Source, indent: string): string {
  if (same(after, before.value)) return text.slice(before.from, before.to);
  const { members } = before;
  const first = members[0];
  const alike = isContainer(after) && isContainer(before.value) && Array.isArray(after) === Array.isArray(before.value);
  if (!alike || !first) return print(after, indent);
  const entries = entriesOf(after, before);
  const keyed = !Array.isArray(after);
  if (entries.length === 0) return keyed ? '{}' : '[]';
  const head = text.slice(before.from + 1, first.at);
  const gaps = members.map(({ at }, index) => text.slice(members[index - 1]?.source.to ?? before.from + 1, at));
  // The indent of the first member that begins a line; without one all stand on the same line.
  const inner = gaps.map((each) => /\n([ \t]*)[^\n]*$/.exec(each)?.[1]).find((each) => each !== undefined);
  const tall = members.some(({ source }) => text.slice(source.from, source.to).includes('\n'));
  const piece = ({ key, value, former }: Entry): string => {
    if (!former) return (keyed ? keyText(key) : '') + print(value, inner ?? indent, tall && !keyed);
    return text.slice(former.at, former.source.from) + write(text, value, former.source, inner ?? indent);
  };
  // What stands before an entry stays while it follows the same one.
  const gap = ({ former }: Entry, index: number): string => {
    if (index === 0) return head;
    const previous = entries[index - 1]?.former;
    if (former && previous && members.indexOf(former) === members.indexOf(previous) + 1)
      return text.slice(previous.source.to, former.at);
    return inner === undefined ? ', ' : `,\n${inner}`;
  };
  const inside = entries.map((entry, index) => gap(entry, index) + piece(entry)).join('');
  const whole = text.slice(before.from, before.from + 1) + inside + text.slice(members.at(-1)?.source.to, before.to);
  const former = text.slice(before.from, before.to);
  const overflows = whole.includes('\n') || (indent.length + whole.length > WIDTH && former.length <= WIDTH);
  return overflows && !former.includes('\n') ? print(after, indent) : whole;
}

/** The text after a change of its document. REQUIRES: text is valid JSON. */
export function rewrite(text: string, change: Change): string {
  const source = readSource(text);
  const before = source.value as Partial<Ruleset>;
  const { scores, rules, ...rest } = change(readRuleset(before));
  const needed = {
    ...((before.scores || Object.keys(scores).length > 0) && { scores }),
    ...((before.rules || rules.length > 0) && { rules }),
  };
  const after = inOrderOf(before, { ...rest, ...needed });
  return text.slice(0, source.from) + write(text, after, source, '') + text.slice(source.to);
}

// The keys that were there first, in their order.
function inOrderOf(before: object, after: object): object {
  const kept = Object.keys(before).filter((key) => Object.hasOwn(after, key));
  const added = Object.keys(after).filter((key) => !Object.hasOwn(before, key));
  return Object.fromEntries([...kept, ...added].map((key) => [key, after[key as never]]));
}
