// The address after the hash: #/results, #/leads, #/lead/ID, #/rules, #/rules/ID, #/data, #/report, #/report/rules,
// #/privacy.
import { useSyncExternalStore } from 'react';

export type Screen = 'results' | 'leads' | 'lead' | 'rules' | 'data' | 'report' | 'privacy';
export type Route = { screen: Exclude<Screen, 'lead'> } | { screen: 'lead'; id: string };

const isScreen = (name: string): name is Exclude<Screen, 'lead' | 'results'> =>
  ['leads', 'rules', 'data', 'report', 'privacy'].includes(name);

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
/** The list of rules, with that rule in view. */
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

export const mainScreens = ['results', 'leads', 'rules', 'data', 'report'] as const;
export type MainScreen = (typeof mainScreens)[number];

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

/** Which part of the report the address names. */
export const useReportPart = (): 'page' | 'rules' =>
  useSyncExternalStore(onChange, () => (location.hash === '#/report/rules' ? 'rules' : 'page'));

export function useRoute(): Route {
  return parseRoute(useSyncExternalStore(onChange, () => location.hash));
}
