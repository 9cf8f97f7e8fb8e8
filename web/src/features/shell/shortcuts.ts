import { useEffect } from 'react';
import { isCharacters, match, onMac, type ShortcutId, shortcuts, strokeOf } from '../../shortcuts';
import { redo, undo } from '../../state/actions';
import { characterKeysOn } from '../../state/character-keys';
import { goToMain, type MainScreen } from '../../state/route';
import { openSheet } from '../../state/sheet';

const PAUSE = 1500; // milliseconds, after which a sequence begins anew

const noText = new Set(['button', 'checkbox', 'color', 'file', 'radio', 'range', 'reset', 'submit']);

/** Whether the keys typed there are text; undo and paste are then the field's own. */
export function inTextField(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return !noText.has(target.type);
  return target instanceof HTMLTextAreaElement;
}

// Lists go to the choice that begins with a typed character.
const LISTS = 'select, [role=listbox], [role=menu], [role=combobox], [aria-haspopup=listbox]';
const takesCharacters = (target: EventTarget | null) =>
  inTextField(target) || (target instanceof Element && target.closest(LISTS) !== null);

// What lies over the page keeps the keys.
const inDialog = (target: EventTarget | null) =>
  target instanceof Element && target.closest('[role=dialog], [role=alertdialog]') !== null;

/** To the search field of the screen; where there is none, to the search over everything. */
function search(): void {
  const field = document.querySelector<HTMLInputElement>('main input[type=search]');
  if (field?.checkVisibility()) field.focus();
  else openSheet('commands');
}

const screen = (name: MainScreen) => () => goToMain(name);

// Escape is heard by what it closes.
const actions: Record<Exclude<ShortcutId, 'close'>, () => void> = {
  help: () => openSheet('help'),
  commands: () => openSheet('commands'),
  search,
  results: screen('results'),
  leads: screen('leads'),
  sales: screen('sales'),
  funnel: screen('funnel'),
  rules: screen('rules'),
  data: screen('data'),
  report: screen('report'),
  export: () => openSheet('export'),
  undo,
  redo,
};

/** The shortcuts of the table, wherever on the page. */
export function useShortcuts(): void {
  useEffect(() => {
    let begun = '';
    let last = 0;
    const onKey = (event: KeyboardEvent) => {
      const { target } = event;
      if (event.defaultPrevented || inDialog(target)) return;
      const stroke = strokeOf(event, onMac());
      if (isCharacters(stroke) && (!characterKeysOn() || takesCharacters(target))) return;
      const found = match(event.timeStamp - last < PAUSE ? begun : '', stroke);
      begun = found.begun;
      last = event.timeStamp;
      const { id } = found;
      if (!id || id === 'close' || (inTextField(target) && !shortcuts[id].inText)) return;
      event.preventDefault();
      actions[id]();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
}
