// Takes the pictures of the README anew, from the built page.
//   node web/docs/screenshots.mjs
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { chromium } from '@playwright/test';

const root = resolve(import.meta.dirname, '../..');
const port = 4597;
const desktop = { viewport: { width: 1280, height: 900 } };
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true };

const pictures = {
  results: { ...desktop, path: 'results', wait: '.edit-effect', before: moveLine },
  rules: { ...desktop, path: 'rules', wait: '.form', before: openRule },
  lead: { ...desktop, path: 'leads', wait: '.waterfall', before: openLead, colorScheme: 'dark' },
  'hand-off': { ...desktop, path: 'sales', wait: '.call-opening' },
  channels: { ...desktop, path: 'funnel/channels', wait: '.money-verdict' },
  phone: { ...phone, path: 'results', wait: '.histogram', before: closeHint, locale: 'pl-PL' },
};

async function closeHint(page) {
  await page.locator('.line-hint button').click();
}

async function moveLine(page) {
  await closeHint(page);
  await page.getByRole('slider').first().press('PageDown');
  await page.locator('.edit-effect button').first().waitFor();
  await page.mouse.click(640, 20);
}

async function openRule(page) {
  const rule = page.locator('[data-rule="reads-then-prices"]');
  await rule.locator('.open-button').click();
  await rule.locator('.form').waitFor();
  await rule.evaluate((row) => row.scrollIntoView());
}

async function openLead(page) {
  await page.locator('.table-row a').nth(1).click();
}

const server = spawn('node', ['web/serve.mjs', 'build/page', String(port)], { cwd: root });
await once(server.stdout, 'data');
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium-headless-shell',
  args: ['--no-sandbox', '--disable-gpu'],
});
for (const [name, { path, wait, before, ...options }] of Object.entries(pictures)) {
  const context = await browser.newContext({ reducedMotion: 'reduce', locale: 'en-GB', ...options });
  const page = await context.newPage();
  await page.goto(`http://localhost:${port}/#/${path}`);
  await page
    .locator('footer [role=status]')
    .filter({ hasText: /65.310/ })
    .waitFor();
  await before?.(page);
  await page.locator(wait).first().waitFor();
  await page.waitForTimeout(3000); // until what each rule is worth is known
  await page.screenshot({ path: resolve(import.meta.dirname, `${name}.png`) });
  await context.close();
}
await browser.close();
server.kill();
