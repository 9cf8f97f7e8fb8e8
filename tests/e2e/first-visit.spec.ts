import { expect, headline, test } from './page';
import { sideways } from './seen';

test('opens on the scored sample @firefox', async ({ page, visit }) => {
  await visit();
  const qualified = await headline(page);
  expect(qualified).toBeGreaterThan(0);
  expect(qualified).toBeLessThan(5000);
  await expect(page.locator('.headline')).toContainText(/qualified leads? of 5,000 \(\d+(\.\d)?%\)/);
  await expect(page.getByRole('link', { name: 'Sample: 5,000 leads' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Funnel' })).toBeVisible();
});

test('opens the leads behind a number @firefox', async ({ page, visit }) => {
  await visit();
  const qualified = await headline(page);
  await page.locator('.headline-link').click();
  await expect(page.getByRole('heading', { name: 'Leads', level: 1 })).toBeVisible();
  await expect(page.locator('.lead-list .screen-head')).toContainText(`${qualified.toLocaleString('en-GB')} of 5,000`);
});

test('opens the leads of a bar by keyboard @desktop', async ({ page, visit }) => {
  await visit();
  const bar = page.getByRole('group', { name: 'How the scores spread' }).getByRole('button').first();
  await bar.focus();
  await page.keyboard.press('ArrowRight');
  const words = await page.locator('.readout').first().textContent();
  await page.keyboard.press('Enter');
  const count = /: ([\d,]+) leads?/.exec(words ?? '')?.[1];
  await expect(page.locator('.lead-list .screen-head')).toContainText(`${count} of 5,000`);
});

test('holds still sideways at 320 pixels @desktop', async ({ page, visit }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await visit();
  for (const hash of ['#/results', '#/leads', '#/rules', '#/data', '#/privacy']) {
    await page.goto(`./${hash}`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect.poll(() => sideways(page), hash).toEqual([0, 0]);
  }
});

test('scores as of another day, and goes back to the newest event @desktop', async ({ page, visit }) => {
  await visit();
  const now = await headline(page);
  await page.getByLabel('As of').fill('2026-06-30');
  await expect(page.getByRole('contentinfo')).toContainText('as of 30 Jun 2026');
  expect(await headline(page)).not.toBe(now);
  await page.getByRole('button', { name: 'Newest event' }).click();
  await expect(page.locator('.headline strong')).toHaveText(now.toLocaleString('en-GB'));
});
