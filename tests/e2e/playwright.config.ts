import { resolve } from 'node:path';
import { defineConfig } from '@playwright/test';

const root = resolve(import.meta.dirname, '../..');
const port = Number(process.env.E2E_PORT ?? 4173);

// Debian's browsers; Chromium in its form without a window, and without anything that would ask the network by itself.
const chromium = {
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium-headless-shell',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
};

export default defineConfig({
  testDir: '.',
  outputDir: resolve(root, 'build/e2e'),
  // What is shown of a long log is its end: there, what failed and how.
  reporter: process.env.CI ? 'dot' : 'list',
  fullyParallel: true,
  workers: 2,
  timeout: 90_000,
  expect: { timeout: 20_000 },
  forbidOnly: Boolean(process.env.CI),
  retries: process.env.CI ? 1 : 0, // a journey that then passes is told of as flaky
  use: { baseURL: `http://localhost:${port}/` },
  // In a title, @desktop: makes no sense on a phone, or is the same there; @firefox: runs in Firefox, too.
  projects: [
    { name: 'desktop', use: { viewport: { width: 1280, height: 900 }, launchOptions: chromium } },
    {
      name: 'phone',
      use: { viewport: { width: 390, height: 844 }, hasTouch: true, launchOptions: chromium },
      grepInvert: /@desktop/,
    },
    {
      name: 'firefox',
      use: {
        browserName: 'firefox',
        channel: 'moz-firefox', // the system's own, where `fill` writes to a field only once and no download is told of
        viewport: { width: 1280, height: 900 },
        launchOptions: { executablePath: process.env.FIREFOX ?? '/usr/bin/firefox-esr' },
      },
      grep: /@firefox/,
    },
  ],
  webServer: {
    command: `node web/serve.mjs build/page ${port}`,
    cwd: root,
    url: `http://localhost:${port}/`,
    reuseExistingServer: !process.env.CI,
  },
});
