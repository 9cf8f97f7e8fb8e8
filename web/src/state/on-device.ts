// What the page has put on this device, and its removal. Other pages of the same host have their own.
import { drop, kept, keptNames } from '../browser-storage';
import { dropPageCopy, pageCopyBytes } from './offline';
import { forgetData, rememberedBytes, setRemembering } from './remember';
import { refreshKeptRules } from './rule-sets';

/** Bytes of each kind. */
export interface OnDevice {
  rules: number;
  settings: number;
  data: number;
  page: number;
}

export async function onDevice(): Promise<OnDevice> {
  const bytesOf = (names: string[]) =>
    names.reduce((bytes, name) => bytes + new Blob([name, kept(name) ?? '']).size, 0);
  const names = keptNames();
  const isRules = (name: string) => name.startsWith('rules/');
  return {
    rules: bytesOf(names.filter(isRules)),
    settings: bytesOf(names.filter((name) => !isRules(name))),
    data: await rememberedBytes(),
    page: await pageCopyBytes(),
  };
}

/** Removes all of it and says what it was. What is open stays until the page is closed. */
export async function forgetEverything(): Promise<OnDevice> {
  const there = await onDevice();
  setRemembering(false);
  await forgetData();
  for (const name of keptNames()) drop(name);
  await dropPageCopy();
  refreshKeptRules();
  return there;
}
