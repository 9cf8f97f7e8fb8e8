// The languages of the page, and which of them it is in.
import english from 'virtual:mqlab-messages/en-first';
import { i18n, type Messages } from '@lingui/core';
import { useSyncExternalStore } from 'react';
import { keep, kept } from '../browser-storage';

export type Language = 'en' | 'ro' | 'pl' | 'ru' | 'bs';

type Load = () => Promise<{ default: Messages }>;

interface Facts {
  /** In the language itself. */
  name: string;
  /** For Intl and React Aria. Browsers know the plurals of Bosnian alone, so its numbers and lists are the Croatian ones. */
  locale: string;
  /** The texts of the first screen, and those of all others. */
  first: Load;
  later: Load;
}

export const languages: Record<Language, Facts> = {
  en: {
    name: 'English',
    locale: 'en-GB',
    first: async () => ({ default: english }),
    later: () => import('virtual:mqlab-messages/en-later'),
  },
  ro: {
    name: 'Română',
    locale: 'ro-RO',
    first: () => import('virtual:mqlab-messages/ro-first'),
    later: () => import('virtual:mqlab-messages/ro-later'),
  },
  pl: {
    name: 'Polski',
    locale: 'pl-PL',
    first: () => import('virtual:mqlab-messages/pl-first'),
    later: () => import('virtual:mqlab-messages/pl-later'),
  },
  ru: {
    name: 'Русский',
    locale: 'ru-RU',
    first: () => import('virtual:mqlab-messages/ru-first'),
    later: () => import('virtual:mqlab-messages/ru-later'),
  },
  bs: {
    name: 'Bosanski',
    locale: 'hr-HR',
    first: () => import('virtual:mqlab-messages/bs-first'),
    later: () => import('virtual:mqlab-messages/bs-later'),
  },
};

export const laterLanguages: Load[] = Object.values(languages).flatMap(({ first, later }) => [first, later]);

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

let laterWanted = false;

/** The texts of what is not on the first screen: such a chunk waits for them before it shows. */
export async function laterTexts(): Promise<void> {
  laterWanted = true;
  const language = now;
  const { default: messages } = await languages[language].later();
  i18n.load(language, messages);
}

/** Turns the page to a language as soon as its texts are there, as far as they were needed so far. */
export async function setLanguage(language: Language): Promise<void> {
  newest = language;
  const { first, later, locale } = languages[language];
  const parts = [await first()];
  if (laterWanted) parts.push(await later());
  if (newest !== language) return;
  // They came to be wanted in between.
  if (laterWanted && parts.length === 1) return setLanguage(language);
  now = language;
  const messages: Messages = Object.assign({}, ...parts.map((part) => part.default));
  i18n.loadAndActivate({ locale: language, locales: [locale], messages });
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
