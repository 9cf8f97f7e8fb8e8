// The page's own files, kept by its service worker so that later visits need no network. The one-file page needs none.
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

interface Offline {
  // A newer version that waits for the user's word.
  waiting: ServiceWorker | null;
}

const store = createStore<Offline>(() => ({ waiting: null }));
export const useNewVersion = (): boolean => useStore(store, ({ waiting }) => waiting !== null);
export const notNow = (): void => store.setState({ waiting: null });

export const SERVICE_WORKER = './service-worker.js';

// Only the page that is served by a host has a manifest.
const isHosted = (): boolean => document.querySelector('link[rel=manifest]') !== null;
const canKeep = (): boolean => isHosted() && 'serviceWorker' in navigator && isSecureContext;

const arrived = (worker: ServiceWorker): Promise<void> =>
  new Promise((resolve) => {
    const look = () => {
      if (worker.state !== 'installing') resolve();
    };
    worker.addEventListener('statechange', look);
    look();
  });

async function follow(registration: ServiceWorkerRegistration): Promise<void> {
  const worker = registration.installing;
  if (worker) await arrived(worker);
  // Without a controller it is the first version, which nobody waits for.
  if (registration.waiting && navigator.serviceWorker.controller) store.setState({ waiting: registration.waiting });
}

async function keepCopy(): Promise<void> {
  if (!canKeep()) return;
  try {
    const registration = await navigator.serviceWorker.register(SERVICE_WORKER);
    registration.addEventListener('updatefound', () => follow(registration));
    await follow(registration);
  } catch {
    // Private windows and some hosts forbid it; the page then needs its host at each visit.
  }
}

let keeping: Promise<void> | null = null;

/** Resolves when all files are kept, or cannot be. */
export function keepPageCopy(): Promise<void> {
  keeping ??= keepCopy();
  return keeping;
}

/** The user's word: the new version takes over and the page is loaded again. */
export function takeNewVersion(): void {
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload());
  store.getState().waiting?.postMessage('take over');
}

// In this visit nothing is kept any more.
let dropped = false;
// To open a cache makes one that was deleted meanwhile anew: it waits for what looks into them.
let looking: Promise<unknown> = Promise.resolve();

/** The caches of this page, and of no other page of the host. */
async function pageCaches(): Promise<string[]> {
  if (!canKeep()) return [];
  const scope = new URL('./', location.href).href;
  return (await caches.keys()).filter((name) => name.startsWith(`mqlab ${scope} `));
}

function look<T>(into: (names: string[]) => Promise<T>): Promise<T> {
  const found = looking.then(async () => into(dropped ? [] : await pageCaches()));
  looking = found.catch(() => {});
  return found;
}

/** The kept file of that name, as the service worker would give it. */
export function keptFile(name: string): Promise<Blob | null> {
  return look(async (names) => {
    for (const cache of names) {
      const answer = await (await caches.open(cache)).match(name === 'index.html' ? './' : name);
      if (answer) return answer.blob();
    }
    return null;
  });
}

export function pageCopyBytes(): Promise<number> {
  return look(async (names) => {
    let bytes = 0;
    for (const name of names) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) bytes += (await (await cache.match(request))?.blob())?.size ?? 0;
    }
    return bytes;
  });
}

/** Removes the kept files; in this visit none are kept any more. */
export async function dropPageCopy(): Promise<void> {
  if (!canKeep()) return;
  // What is still being kept would be there again afterwards.
  keeping ??= Promise.resolve();
  await keeping;
  dropped = true;
  await looking;
  for (const name of await pageCaches()) await caches.delete(name);
  const registration = await navigator.serviceWorker.getRegistration('./');
  await registration?.unregister();
}
