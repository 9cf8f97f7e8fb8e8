// How the page looks, as the user chose it. index.html applies it before the first paint.
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { keep, kept } from '../browser-storage';

/** The choices of each setting; the first is what nobody chose. */
export const settingChoices = {
  theme: ['auto', 'light', 'dark'],
  density: ['comfortable', 'compact'],
  motion: ['system', 'reduced'],
} as const;

export type SettingName = keyof typeof settingChoices;
export type Settings = { [name in SettingName]: (typeof settingChoices)[name][number] };

/** Settings from a text that may be anything. */
export function readSettings(text: string | null): Settings {
  const chosen: Record<string, unknown> = {};
  try {
    Object.assign(chosen, JSON.parse(text ?? '{}'));
  } catch {
    // As if nothing was chosen.
  }
  const read = <C extends string>(name: SettingName, choices: readonly [C, ...C[]]): C =>
    choices.find((choice) => choice === chosen[name]) ?? choices[0];
  const { theme, density, motion } = settingChoices;
  return { theme: read('theme', theme), density: read('density', density), motion: read('motion', motion) };
}

const store = createStore<Settings>(() => readSettings(kept('settings')));

export const settingsNow = (): Settings => store.getState();
export const useSettings = (): Settings => useStore(store);

export function chooseSetting(name: SettingName, choice: string): void {
  const settings = readSettings(JSON.stringify({ ...store.getState(), [name]: choice }));
  store.setState(settings);
  Object.assign(document.documentElement.dataset, settings);
  keep('settings', JSON.stringify(settings));
}
