// The languages of the page, and which of them it is in.
import english from 'virtual:mqlab-messages/en';
import { i18n, type Messages } from '@lingui/core';
import { useSyncExternalStore } from 'react';
import { keep, kept } from '../browser-storage';

export type Language = 'en' | 'ro' | 'pl' | 'ru' | 'bs';

interface Facts {
  /** In the language itself. */
  name: string;
  /** For Intl and React Aria. Browsers know the plurals of Bosnian alone, so its numbers and lists are the Croatian ones. */
  locale: string;
  messages: () => Promise<{ default: Messages }>;
}

export const languages: Record<Language, Facts> = {
  en: { name: 'English', locale: 'en-GB', messages: async () => ({ default: english }) },
  ro: { name: 'Română', locale: 'ro-RO', messages: () => import('virtual:mqlab-messages/ro') },
  pl: { name: 'Polski', locale: 'pl-PL', messages: () => import('virtual:mqlab-messages/pl') },
  ru: { name: 'Русский', locale: 'ru-RU', messages: () => import('virtual:mqlab-messages/ru') },
  bs: { name: 'Bosanski', locale: 'hr-HR', messages: () => import('virtual:mqlab-messages/bs') },
};

export const laterLanguages = Object.values(languages).map(({ messages }) => messages);

// Who reads one of these has no language here that is nearer.
const NEAREST: Record<string, Language> = {
  hr: 'bs',
  sr: 'bs',
  sh: 'bs',
  cnr: 'bs',
  mo: 'ro',
  be: 'ru',
  kk: 'ru',
  ky: 'ru',
};

export const isLanguage = (text: string): text is Language => Object.hasOwn(languages, text);

/** The first of the reader's languages that the page has. */
export function nearestLanguage(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const [base = ''] = tag.toLowerCase().split('-');
    if (isLanguage(base)) return base;
    const near = NEAREST[base];
    if (near) return near;
  }
  return 'en';
}

let now: Language = 'en';
let newest: Language = 'en';
const listeners = new Set<() => void>();
i18n.loadAndActivate({ locale: 'en', locales: [languages.en.locale], messages: english });

export const languageNow = (): Language => now;
export const localeNow = (): string => languages[now].locale;

/** Turns the page to a language as soon as its texts are there. */
export async function setLanguage(language: Language): Promise<void> {
  newest = language;
  const { default: messages } = await languages[language].messages();
  if (newest !== language) return;
  now = language;
  i18n.loadAndActivate({
    locale: language,
    locales: [languages[language].locale],
    messages: { ...english, ...messages },
  });
  document.documentElement.lang = language;
  for (const listener of listeners) listener();
}

/** Keeps the reader's choice for later visits. */
export function chooseLanguage(language: Language): Promise<void> {
  keep('language', language);
  return setLanguage(language);
}

/** As chosen before, or the nearest to what the browser asks for. */
export function firstLanguage(): Language {
  const chosen = kept('language');
  return chosen && isLanguage(chosen) ? chosen : nearestLanguage(navigator.languages);
}

function onChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useLanguage = (): Language => useSyncExternalStore(onChange, languageNow);
