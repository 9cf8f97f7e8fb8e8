import { useEffect } from 'react';
import { redo, undo } from '../../state/actions';

/** Whether the keys typed there are text; undo and paste are then the field's own. */
export function inTextField(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return target.type !== 'checkbox' && target.type !== 'file';
  return target instanceof HTMLTextAreaElement;
}

/** Ctrl+Z and Ctrl+Shift+Z (or Ctrl+Y) anywhere but in a text field. */
export function useShortcuts(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || inTextField(event.target)) return;
      const key = event.key.toLowerCase();
      if (key !== 'z' && key !== 'y') return;
      event.preventDefault();
      if (key === 'y' || event.shiftKey) redo();
      else undo();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
}
