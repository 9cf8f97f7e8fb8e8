import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { chooseFiles, eventsCsv, expect, file, leadsCsv, test } from './page';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

async function check(page: Page, what: string) {
  // What hovers over the page belongs to what it explains, not to a region.
  const axe = new AxeBuilder({ page }).exclude('[data-overlay-container]');
  // Light and dark differ in their colours alone.
  const dark = await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
  const { violations } = await (dark ? axe.withRules('color-contrast') : axe.withTags(tags)).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
  expect(found, what).toEqual([]);
}

for (const colorScheme of ['light', 'dark'] as const) {
  const where = colorScheme === 'dark' ? ' @desktop' : '';
  test(`no screen has a violation (${colorScheme})${where}`, async ({ page, visit }) => {
    test.slow();
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await visit();
    await check(page, 'results');
    await page.goto('./#/leads');
    const row = page.getByRole('grid').getByRole('row').nth(1);
    await expect(row.getByRole('link')).toBeVisible();
    await check(page, 'leads');
    await row.click();
    await expect(page.getByRole('heading', { name: 'Why this score' })).toBeVisible();
    await check(page, 'lead');
    await page.goto('./#/funnel');
    await expect(page.getByRole('region', { name: 'Month by month' })).toBeVisible();
    await expect(page.getByRole('region', { name: 'Why leads drop out' })).toBeVisible();
    await check(page, 'funnel');
    await page.goto('./#/rules');
    await expect(page.locator('.rule').first()).toBeVisible();
    await check(page, 'rules');
    for (const form of ['[data-rule="reads-then-prices"]', '[data-rule="size"]', '[data-row="stage mql"]']) {
      await page.locator(`${form} .open-button`).click();
      await expect(page.locator(`${form} .form`)).toBeVisible();
      await check(page, form);
    }
    await page.getByRole('tab', { name: 'As a file' }).click();
    await page.getByRole('textbox', { name: 'Rule file' }).fill('{ "format": "mqlab/1", "rules": 7 }');
    await expect(page.locator('.rule-issues .error').first()).toBeVisible();
    await check(page, 'rule file');
    await chooseFiles(page, file('leads.csv', leadsCsv), file('events.csv', eventsCsv));
    await check(page, 'data');
    await page.goto('./#/report');
    await expect(page.locator('.document footer')).toBeVisible();
    await check(page, 'report');
    await page.getByRole('tab', { name: 'Rules in words' }).click();
    await expect(page.locator('.doc-lines').first()).toBeVisible();
    await check(page, 'rules in words');
  });

  test(`no sheet has a violation, nor the privacy screen (${colorScheme})${where}`, async ({ page, visit }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await visit();
    for (const [name, title] of [
      [/rule sets$/, 'Rule sets'],
      ['Share', 'Share these rules'],
      ['Settings', 'Settings'],
    ] as const) {
      await page.getByRole('banner').getByRole('button', { name }).click();
      await expect(page.getByRole('dialog', { name: title })).toBeVisible();
      await check(page, title);
      await page.keyboard.press('Escape');
    }
    await page.goto('./#/data');
    await page.getByRole('button', { name: 'Export scores' }).click();
    await page.getByText('Masked').click();
    await page.getByText('The same on the command line').click();
    await check(page, 'export');
    await page.keyboard.press('Escape');
    await page.goto('./#/privacy');
    await expect(page.getByRole('button', { name: 'Run the proof' })).toBeVisible();
    await check(page, 'privacy');
  });
}
