// Draws the PNG icons of the manifest from icon.svg. usage: node web/manifest/draw.mjs (after a change of icon.svg; needs Chromium)
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const folder = import.meta.dirname;
const svg = readFileSync(join(folder, 'icon.svg'), 'utf8');
// A mask cuts off up to a tenth at each side, so the drawing is smaller there, on a ground without corners.
const maskable = svg
  .replace('rx="8"', '')
  .replace('viewBox="0 0 32 32"', 'viewBox="-3 -3.5 38 38" style="background:#1f4fd8"');

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
const draw = async (name, size, drawing) => {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(`<style>body { margin: 0 } svg { display: block; width: 100vw }</style>${drawing}`);
  await page.screenshot({ path: join(folder, name), omitBackground: true });
  await page.close();
};
await draw('icon-192.png', 192, svg);
await draw('icon-maskable-512.png', 512, maskable);
await browser.close();
