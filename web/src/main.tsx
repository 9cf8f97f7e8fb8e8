import './styles/index.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app';
import { firstLanguage, laterLanguages, setLanguage } from './i18n/language';
import { laterScreens } from './screens';
import { followRoute, start } from './state/actions';
import { defineLaterChunks, laterChunks } from './state/later';
import { followLink } from './state/offered-link';

const page = document.getElementById('page');
if (page) {
  await setLanguage(firstLanguage());
  createRoot(page).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}

defineLaterChunks([...laterScreens, ...laterLanguages, () => import('./engine/start-worker')]);
addEventListener('hashchange', followRoute);
addEventListener('hashchange', ({ oldURL }) => followLink(new URL(oldURL).hash));

// After the first paint: the engine with the sample, then whatever the page may need later.
requestAnimationFrame(() => {
  setTimeout(async () => {
    const { default: rules } = await import('./sample-rules');
    followRoute();
    followLink();
    await start(rules);
    (globalThis.requestIdleCallback ?? setTimeout)(() => laterChunks());
  });
});
