// The sheet that lies over the page: one at most.
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

export type Sheet = 'rule_sets' | 'share' | 'export' | 'link' | 'settings' | 'help' | 'commands';

const store = createStore<{ sheet: Sheet | null }>(() => ({ sheet: null }));

export const openSheet = (sheet: Sheet): void => store.setState({ sheet });
export const closeSheet = (): void => store.setState({ sheet: null });
export const useSheet = (): Sheet | null => useStore(store, ({ sheet }) => sheet);
