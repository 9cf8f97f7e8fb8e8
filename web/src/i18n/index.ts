// Every text of the page comes from here. en.json is the source (ICU, stable keys); the build compiles it.

import messages from 'virtual:mqlab-messages';
import { i18n } from '@lingui/core';
import type catalogue from './en.json';

export type MessageKey = keyof typeof catalogue;
export type MessageValues = Record<string, string | number>;

i18n.loadAndActivate({ locale: 'en', locales: ['en-GB'], messages });

/** The text of a key in the language of the page. */
export function t(key: MessageKey, values?: MessageValues): string {
  return i18n._(key, values);
}

/** For keys that are put together at run time; the fallback stands where the catalogue has none. */
export function textOr(key: string, fallback: string, values?: MessageValues): string {
  return Object.hasOwn(messages, key) ? i18n._(key, values) : fallback;
}

/** Locales for Intl, the best first. */
export function locales(): string {
  return 'en-GB';
}
