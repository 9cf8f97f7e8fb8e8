// The keys of the queue: down and up, or j and k, go from card to card.
import { type RefObject, useEffect } from 'react';
import { onMac, strokeOf } from '../../../shortcuts';
import { characterKeysOn } from '../../../state/character-keys';
import { inTextField } from '../../shell/shortcuts';

const HEAD = '.call-head';
const OVER = '[role=dialog], [role=alertdialog], [role=listbox], [role=menu], [role=tablist], [role=radiogroup]';

// Arrows scroll the page, unless a card has the focus.
function steps(stroke: string, target: Element): number {
  if (target.matches(HEAD)) {
    if (stroke === 'ArrowDown') return 1;
    if (stroke === 'ArrowUp') return -1;
  }
  if (!characterKeysOn()) return 0;
  return stroke === 'j' ? 1 : stroke === 'k' ? -1 : 0;
}

/** For the list of cards; without the focus in it the first card gets it. */
export function useCardKeys(list: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { target } = event;
      if (event.defaultPrevented || !(target instanceof Element) || inTextField(target) || target.closest(OVER)) return;
      const by = steps(strokeOf(event, onMac()), target);
      if (by === 0 || !list.current) return;
      const heads = [...list.current.querySelectorAll<HTMLElement>(HEAD)];
      const at = heads.findIndex((head) => head.closest('li')?.contains(target));
      const next = at < 0 ? heads[0] : heads[at + by];
      if (!next) return;
      event.preventDefault();
      next.focus();
      next.scrollIntoView({ block: 'nearest' });
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [list]);
}
