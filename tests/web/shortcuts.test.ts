import { describe, expect, it } from 'vitest';
import english from '../../web/src/i18n/en.json';
import {
  ariaKeys,
  isCharacters,
  type KeyStroke,
  keyNames,
  match,
  shortcutIds,
  shortcuts,
  shortKeys,
  strokeOf,
} from '../../web/src/shortcuts';

const plain = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };
const press = (key: string, code: string, held: Partial<KeyStroke> = {}): KeyStroke => ({
  ...plain,
  key,
  code,
  ...held,
});
const onPc = (key: string, code: string, held: Partial<KeyStroke> = {}) => strokeOf(press(key, code, held), false);

describe('the table', () => {
  it('gives no keys twice, nor keys that begin others', () => {
    const all = shortcutIds.flatMap((id) => shortcuts[id].keys);
    expect(new Set(all).size).toBe(all.length);
    for (const keys of all) expect(all.filter((other) => other.startsWith(`${keys} `))).toEqual([]);
  });

  it('has words for every shortcut', () => {
    for (const id of shortcutIds) expect(Object.keys(english)).toContain(`shortcut.${id}`);
  });

  it('tells apart what can be switched off', () => {
    expect(['?', '/', 'g r', '1'].every(isCharacters)).toBe(true);
    expect(['Mod+k', 'Escape'].some(isCharacters)).toBe(false);
  });
});

describe('strokeOf', () => {
  it('takes Ctrl on a PC, and Command on a Mac', () => {
    expect(onPc('z', 'KeyZ', { ctrlKey: true })).toBe('Mod+z');
    expect(onPc('Z', 'KeyZ', { ctrlKey: true, shiftKey: true })).toBe('Mod+Shift+z');
    expect(strokeOf(press('k', 'KeyK', { metaKey: true }), true)).toBe('Mod+k');
    // On a Mac Ctrl+K is an edit of the text.
    expect(strokeOf(press('k', 'KeyK', { ctrlKey: true }), true)).toBe('');
  });

  it('takes letters of other alphabets by their place, and signs as they are typed', () => {
    expect(onPc('я', 'KeyZ', { ctrlKey: true })).toBe('Mod+z');
    expect(onPc('п', 'KeyG')).toBe('g');
    expect(onPc('?', 'Minus', { shiftKey: true })).toBe('?');
    expect(onPc('/', 'Digit7', { shiftKey: true })).toBe('/');
  });

  it('leaves other keys alone', () => {
    expect(onPc('G', 'KeyG', { shiftKey: true })).toBe('');
    expect(onPc('l', 'KeyL', { altKey: true })).toBe('');
    expect(onPc('Enter', 'Enter')).toBe('Enter');
  });
});

describe('match', () => {
  const pressed = (...strokes: string[]) => strokes.reduce((last, stroke) => match(last.begun, stroke), match('', ''));

  it('finds single keys and sequences', () => {
    expect(pressed('?').id).toBe('help');
    expect(pressed('g')).toEqual({ id: null, begun: 'g' });
    expect(pressed('g', 'u').id).toBe('rules');
    expect(pressed('5').id).toBe('rules');
  });

  it('begins anew with a key that does not go on', () => {
    expect(pressed('g', 'x')).toEqual({ id: null, begun: '' });
    expect(pressed('g', '?').id).toBe('help');
    expect(pressed('g', 'g', 'r').id).toBe('results');
  });
});

it('writes keys as they stand on the keyboard', () => {
  expect(keyNames('Mod+Shift+z', false)).toEqual([['Ctrl', 'Shift', 'Z']]);
  expect(keyNames('g r', false)).toEqual([['g'], ['r']]);
  expect(shortKeys('redo', true)).toBe('⌘⇧Z');
  expect(shortKeys('commands', false)).toBe('Ctrl+K');
  expect(ariaKeys('redo', false, true)).toBe('Control+Shift+z Control+y');
  expect(ariaKeys('leads', false, true)).toBe('2');
  expect(ariaKeys('leads', false, false)).toBeUndefined();
});
