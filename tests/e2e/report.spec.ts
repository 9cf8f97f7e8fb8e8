import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, headline, test } from './page';

const paper = (page: Page) => page.locator('.document');

async function savedBy(page: Page, name: string): Promise<{ name: string; text: string }> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name }).click();
  const file = await download;
  return { name: file.suggestedFilename(), text: await readFile((await file.path()) ?? '', 'utf8') };
}

test('the result is on one page, which is printed or saved without any script', async ({ page, visit, requests }) => {
  await visit();
  const qualified = await headline(page);
  await page.keyboard.press('g');
  await page.keyboard.press('p');
  await expect(paper(page).locator('.doc-headline')).toContainText(`${qualified} qualified leads of 5,000`);
  await expect(paper(page)).toContainText('Entered when');
  await expect(paper(page).locator('.doc-examples tbody tr')).toHaveCount(10);
  await expect(paper(page).locator('footer')).toContainText(/Fingerprint of the rules: ([0-9a-f]{4} ?){4}/);
  await expect(paper(page).getByText('…', { exact: true })).toHaveCount(0);
  const asked = requests.length;
  const name = (await paper(page).locator('.doc-examples tbody th').first().textContent()) ?? '';
  await page.getByRole('checkbox', { name: 'Hide names' }).click();
  await expect(paper(page)).not.toContainText(name);
  await expect(paper(page).locator('.doc-examples tbody th').first()).toHaveText('Lead 1');

  const saved = await savedBy(page, 'Save as HTML');
  expect(saved.name).toBe('b2b-software-report.html');
  expect(saved.text).not.toMatch(/<script|<link|<img|src=|href=|url\(/);
  expect(saved.text).toContain('<style>.document');
  expect(saved.text).not.toContain(name);
  expect(requests.slice(asked)).toEqual([]);
  const other = await page.context().newPage();
  await other.setContent(saved.text);
  await expect(other.locator('.doc-headline')).toContainText(`${qualified} qualified leads`);
  expect(await other.locator('.document').evaluate((element) => getComputedStyle(element).backgroundColor)).toBe(
    'rgb(255, 255, 255)',
  );
});

test('the report prints on one sheet of A4 or Letter @desktop', async ({ page, visit }) => {
  await visit('#/report');
  await expect(paper(page).locator('footer')).toBeVisible();
  await expect(paper(page).getByText('…', { exact: true })).toHaveCount(0);
  for (const format of ['A4', 'Letter']) {
    const pdf = (await page.pdf({ format })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page\b/g), format).toHaveLength(1);
  }
});

test('all rules are saved and copied in words @desktop', async ({ page, visit, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await visit('#/report/rules');
  await expect(paper(page)).toContainText('Asks for a demo or a trial');
  const saved = await savedBy(page, 'Save as text');
  expect(saved.name).toBe('b2b-software-rules.txt');
  expect(saved.text).toMatch(/^B2B software\n=+\n/);
  expect(saved.text).toContain('\n- Asks for a demo or a trial: +40\n');
  await page.getByRole('button', { name: 'Copy as text' }).click();
  await expect(page.getByText('Copied', { exact: true })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(saved.text);
});
