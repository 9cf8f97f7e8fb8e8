// Every text of the page comes from here. en.json is the source (ICU, stable keys); the build compiles each language.

import { i18n } from '@lingui/core';
import './language'; // which turns it on
import type catalogue from './en.json';

export type MessageKey = keyof typeof catalogue;
export type MessageValues = Record<string, string | number>;

/** The text of a key in the language of the page. */
export function t(key: MessageKey, values?: MessageValues): string {
  return i18n._(key, values);
}

/** For keys that are put together at run time; the fallback stands where the catalogue has none. */
export function textOr(key: string, fallback: string, values?: MessageValues): string {
  return Object.hasOwn(i18n.messages, key) ? i18n._(key, values) : fallback;
}
