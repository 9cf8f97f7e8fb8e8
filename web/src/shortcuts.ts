// The keys of the page, in one table: for what listens, for the help sheet, and for what buttons say of themselves.

export interface Shortcut {
  /** Any of these. A space: one after the other. "Mod": Ctrl, on a Mac Command. */
  keys: string[];
  /** Also while a text is typed. */
  inText?: true;
}

const table = {
  help: { keys: ['?'] },
  commands: { keys: ['Mod+k'], inText: true },
  search: { keys: ['/'] },
  results: { keys: ['g r', '1'] },
  leads: { keys: ['g l', '2'] },
  sales: { keys: ['g h', '3'] },
  funnel: { keys: ['g f', '4'] },
  rules: { keys: ['g u', '5'] },
  data: { keys: ['g d', '6'] },
  report: { keys: ['g p', '7'] },
  export: { keys: ['e'] },
  undo: { keys: ['Mod+z'] },
  redo: { keys: ['Mod+Shift+z', 'Mod+y'] },
  close: { keys: ['Escape'], inText: true },
} as const satisfies Record<string, Shortcut>;

export type ShortcutId = keyof typeof table;

export const shortcuts: Record<ShortcutId, Shortcut> = table;
export const shortcutIds = Object.keys(table) as ShortcutId[];

/** Made of characters alone; these can be switched off, since speech and unsteady hands type them by mistake. */
export const isCharacters = (keys: string): boolean => !/Mod|Escape/.test(keys);

export const onMac = (): boolean => /Mac|iPhone|iPad/.test(globalThis.navigator?.platform ?? '');

export interface KeyStroke {
  key: string;
  code: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
}

/** A pressed key as the table writes it; "" for what it never writes. */
export function strokeOf({ key, code, ctrlKey, metaKey, altKey, shiftKey }: KeyStroke, mac: boolean): string {
  if (altKey || (mac ? ctrlKey : metaKey)) return '';
  // Letters of other alphabets count by their place on the keyboard.
  const typed = /^[!-~]$/.test(key) ? key.toLowerCase() : (/^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase() ?? key);
  const letter = /^[a-z]$/.test(typed);
  if (!(mac ? metaKey : ctrlKey)) return letter && shiftKey ? '' : typed;
  return `Mod+${shiftKey ? 'Shift+' : ''}${typed}`;
}

export interface Match {
  id: ShortcutId | null;
  /** What was pressed of a sequence so far. */
  begun: string;
}

/** What a stroke does after the strokes begun. */
export function match(begun: string, stroke: string): Match {
  const tried = begun ? `${begun} ${stroke}` : stroke;
  const id = shortcutIds.find((each) => shortcuts[each].keys.includes(tried)) ?? null;
  if (id) return { id, begun: '' };
  const goesOn = shortcutIds.some((each) => shortcuts[each].keys.some((keys) => keys.startsWith(`${tried} `)));
  if (goesOn) return { id: null, begun: tried };
  return begun ? match('', stroke) : { id: null, begun: '' };
}

const signs: Record<string, string> = { Mod: '⌘', Shift: '⇧', Escape: 'Esc' };
const names: Record<string, string> = { Mod: 'Ctrl', Escape: 'Esc' };

/** The keys of one way as they stand on the keyboard, stroke by stroke: [["Ctrl", "Z"]], [["g"], ["r"]]. */
export function keyNames(keys: string, mac: boolean): string[][] {
  return keys.split(' ').map((stroke) => {
    const parts = stroke.split('+');
    return parts.map(
      (part) => (mac ? signs : names)[part] ?? (parts.length > 1 && part.length === 1 ? part.toUpperCase() : part),
    );
  });
}

/** The first way in short, for a tooltip or beside a command. */
export function shortKeys(id: ShortcutId, mac: boolean): string {
  const [first = ''] = shortcuts[id].keys;
  return keyNames(first, mac)
    .map((stroke) => stroke.join(mac ? '' : '+'))
    .join(' ');
}

/** For aria-keyshortcuts, which knows no sequences. */
export function ariaKeys(id: ShortcutId, mac: boolean, characters: boolean): string | undefined {
  const ways = shortcuts[id].keys.filter((keys) => !keys.includes(' ') && (characters || !isCharacters(keys)));
  return ways.map((keys) => keys.replace('Mod', mac ? 'Meta' : 'Control')).join(' ') || undefined;
}
