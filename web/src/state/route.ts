// The address after the hash: #/results, #/leads, #/lead/ID, #/sales, #/sales/PART, #/funnel, #/funnel/PART, #/rules,
// #/rules/ID, #/data, #/report, #/report/PART, #/privacy.
import { useSyncExternalStore } from 'react';

/** As they stand beside each other. */
export const mainScreens = ['results', 'leads', 'sales', 'funnel', 'rules', 'data', 'report'] as const;
export type MainScreen = (typeof mainScreens)[number];

export type Screen = MainScreen | 'lead' | 'privacy';
export type Route = { screen: Exclude<Screen, 'lead'> } | { screen: 'lead'; id: string };

const isScreen = (name: string): name is Exclude<Screen, 'lead'> =>
  name === 'privacy' || mainScreens.some((screen) => screen === name);

export function parseRoute(hash: string): Route {
  const [, screen = '', ...rest] = hash.replace(/^#/, '').split('/');
  if (screen === 'lead' && rest.length > 0) {
    try {
      return { screen, id: decodeURIComponent(rest.join('/')) };
    } catch {
      return { screen: 'leads' };
    }
  }
  if (isScreen(screen)) return { screen };
  return { screen: 'results' };
}

export const leadHref = (id: string): string => `#/lead/${encodeURIComponent(id)}`;
/** The list of rules, with that rule in view, or a card of the parts behind them. */
export const ruleHref = (id: string): string => `#/rules/${encodeURIComponent(id)}`;

/** The rule that the address names, "" when none. */
export function ruleInAddress(): string {
  const [, id = ''] = /^#\/rules\/(.+)/.exec(location.hash) ?? [];
  try {
    return decodeURIComponent(id);
  } catch {
    return '';
  }
}

export const routeNow = (): Route => parseRoute(location.hash);

export function go(path: string): void {
  location.hash = path;
}

/** Goes to a screen, where the keys then are too. */
export function goToMain(screen: MainScreen): void {
  go(`/${screen}`);
  document.getElementById('main')?.focus({ preventScroll: true });
}

// Whether the entry of the history before the open lead is the list.
let fromList = false;

/** One lead after the other is one step of the history, so that its way back leads to the list. */
export function openLead(id: string): void {
  if (routeNow().screen === 'lead') {
    location.replace(leadHref(id));
    return;
  }
  fromList = routeNow().screen === 'leads';
  location.hash = leadHref(id);
}

export function closeLead(): void {
  if (fromList) history.back();
  else go('/leads');
  fromList = false;
}

function onChange(listener: () => void): () => void {
  addEventListener('hashchange', listener);
  return () => removeEventListener('hashchange', listener);
}

export const useRuleInAddress = (): string => useSyncExternalStore(onChange, ruleInAddress);

/** What screens consist of, each a tab; the address of the first is that of its screen. */
export const screenParts = {
  sales: ['queue', 'nurture'],
  funnel: ['stages', 'channels', 'content', 'review'],
  report: ['page', 'rules'],
} as const;
export type PartedScreen = keyof typeof screenParts;
export type PartOf<S extends PartedScreen> = (typeof screenParts)[S][number];

export function partOf<S extends PartedScreen>(screen: S, hash: string): PartOf<S> {
  const parts: readonly PartOf<S>[] = screenParts[screen];
  return parts.find((part) => hash === `#/${screen}/${part}`) ?? screenParts[screen][0];
}

export function goToPart<S extends PartedScreen>(screen: S, part: PartOf<S>): void {
  go(part === screenParts[screen][0] ? `/${screen}` : `/${screen}/${part}`);
}

/** The part that the address names. */
export const usePart = <S extends PartedScreen>(screen: S): PartOf<S> =>
  useSyncExternalStore(onChange, () => partOf(screen, location.hash));

export function useRoute(): Route {
  return parseRoute(useSyncExternalStore(onChange, () => location.hash));
}
