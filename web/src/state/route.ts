// The address after the hash: #/results, #/leads, #/lead/ID, #/rules, #/data, #/privacy.
import { useSyncExternalStore } from 'react';

export type Screen = 'results' | 'leads' | 'lead' | 'rules' | 'data' | 'privacy';
export type Route = { screen: Exclude<Screen, 'lead'> } | { screen: 'lead'; id: string };

export function parseRoute(hash: string): Route {
  const [, screen = '', ...rest] = hash.replace(/^#/, '').split('/');
  if (screen === 'lead' && rest.length > 0) {
    try {
      return { screen, id: decodeURIComponent(rest.join('/')) };
    } catch {
      return { screen: 'leads' };
    }
  }
  if (screen === 'leads' || screen === 'rules' || screen === 'data' || screen === 'privacy') return { screen };
  return { screen: 'results' };
}

export const leadHref = (id: string): string => `#/lead/${encodeURIComponent(id)}`;
export const routeNow = (): Route => parseRoute(location.hash);

export function go(path: string): void {
  location.hash = path;
}

function onChange(listener: () => void): () => void {
  addEventListener('hashchange', listener);
  return () => removeEventListener('hashchange', listener);
}

export function useRoute(): Route {
  return parseRoute(useSyncExternalStore(onChange, () => location.hash));
}
