// Hints of the first visit: each is shown until what it says was done, or it was dismissed, and never again.
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { keep, kept } from '../browser-storage';

export type Hint = 'drag';

const nameOf = (hint: Hint) => `hint-${hint}`;
const store = createStore<Record<Hint, boolean>>(() => ({ drag: kept(nameOf('drag')) === null }));

export const useHint = (hint: Hint): boolean => useStore(store, (shown) => shown[hint]);

export function endHint(hint: Hint): void {
  if (!store.getState()[hint]) return;
  store.setState({ [hint]: false });
  keep(nameOf(hint), 'done');
}
