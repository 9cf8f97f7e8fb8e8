// Whether shortcuts that are characters alone, such as "?", are on: the reader's choice.
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { keep, kept } from '../browser-storage';

const NAME = 'character-keys';
const store = createStore(() => ({ on: kept(NAME) !== 'off' }));

export const characterKeysOn = (): boolean => store.getState().on;
export const useCharacterKeys = (): boolean => useStore(store, ({ on }) => on);

export function setCharacterKeys(on: boolean): void {
  store.setState({ on });
  keep(NAME, on ? 'on' : 'off');
}
