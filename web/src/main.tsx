import './styles/index.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app';
import { firstLanguage, laterLanguages, setLanguage } from './i18n/language';
import { laterScreens } from './screens';
import { followRoute, start } from './state/actions';
import { defineLaterChunks, laterChunks } from './state/later';
import { followLink } from './state/offered-link';
import { keepPageCopy } from './state/offline';
import { followData, rememberedData } from './state/remember';
import { lastRules, warnBeforeLeaving } from './state/rule-sets';
import { closeSheet } from './state/sheet';

const page = document.getElementById('page');
if (page) {
  await setLanguage(firstLanguage());
  createRoot(page).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}

const chunks = [
  ...laterScreens,
  ...laterLanguages,
  () => import('./engine/start-worker'),
  () => import('./import/start-importer'),
  () => import('./state/import'),
  () => import('./preset-rules'),
];
defineLaterChunks(chunks, keepPageCopy);
warnBeforeLeaving();
followData();
addEventListener('hashchange', closeSheet); // it belongs to the screen below
addEventListener('hashchange', followRoute);
addEventListener('hashchange', ({ oldURL }) => followLink(new URL(oldURL).hash));

// After the first paint: the engine with the sample, then whatever the page may need later.
requestAnimationFrame(() => {
  setTimeout(async () => {
    followRoute();
    followLink();
    const { default: sampleRules } = await import('./sample-rules');
    await start(lastRules() ?? sampleRules, await rememberedData());
    (globalThis.requestIdleCallback ?? setTimeout)(() => laterChunks());
  });
});
