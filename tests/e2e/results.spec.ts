import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { expect, headline, openScreen, test } from './page';

const numberIn = (words: string | null): number => Number(/[\d,]+/.exec(words ?? '')?.[0].replaceAll(',', ''));

async function expectLeads(page: Page, count: number): Promise<void> {
  const shown = `${count.toLocaleString('en-GB')} of 5,000`;
  await expect(page.locator('.lead-list .screen-head')).toContainText(shown);
}

/** Waits until every rule has been tried. */
async function effects(page: Page): Promise<Locator> {
  const card = page.getByRole('region', { name: 'What moves the result' });
  await expect(card).toContainText('moves most');
  return card;
}

test('every number opens its leads @desktop', async ({ page, visit }) => {
  await visit();
  const open = async (link: Locator) => {
    const count = Math.abs(numberIn(await link.textContent()));
    await link.click();
    await expectLeads(page, count);
    await openScreen(page, 'Results');
  };
  await open(page.locator('.near-line').getByRole('button'));
  const matrix = page.getByRole('region', { name: 'Fit by Engagement' });
  const cell = matrix.getByRole('button', { name: /^B2/ });
  const inCell = numberIn(await cell.locator('b').textContent());
  await cell.click();
  await expectLeads(page, inCell);
  await openScreen(page, 'Results');
  const score = page.getByRole('region', { name: 'How Fit spreads' });
  const bar = score.getByRole('group').getByRole('button').nth(2);
  const inBar = numberIn(/: (.*)$/.exec((await bar.getAttribute('aria-label')) ?? '')?.[1] ?? null);
  await bar.click();
  await expectLeads(page, inBar);
  await openScreen(page, 'Results');
  const card = await effects(page);
  await open(card.getByRole('button', { name: /leads get points from/ }).first());
  await open((await effects(page)).getByRole('button', { name: /are qualified because of/ }).first());
  await open((await effects(page)).getByRole('button', { name: /keeps from being qualified/ }).first());
  const inVain = page.getByRole('button', { name: /: in vain for / }).first();
  const all = numberIn(/in vain for (.*) of/.exec((await inVain.textContent()) ?? '')?.[1] ?? null);
  await inVain.click();
  await expectLeads(page, all);
  await openScreen(page, 'Results');
  const share = /missing for ([\d.]+)%/;
  const missing = page.getByRole('button', { name: share });
  const percent = Number(share.exec((await missing.textContent()) ?? '')?.[1]);
  await missing.click();
  const found = numberIn(await page.locator('.lead-list .screen-head p').textContent());
  expect(Math.round(found / 5) / 10).toBe(percent);
});

test('the cells of the matrix hold every lead, and are reached by arrows @desktop', async ({ page, visit }) => {
  await visit();
  const cells = page.locator('.matrix td button');
  await expect(cells).toHaveCount(16);
  const counts = await cells.locator('b').allTextContents();
  expect(counts.map(numberIn).reduce((sum, count) => sum + count, 0)).toBe(5000);
  await cells.first().focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('.matrix').getByRole('button', { name: /^B2/ })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Leads', level: 1 })).toBeVisible();
});

test('an edit tells who crossed the line, and undo the reverse', async ({ page, visit }) => {
  await visit();
  const before = await headline(page);
  const line = page.getByRole('slider', { name: /Points needed/ });
  await line.focus();
  await page.keyboard.press('PageDown');
  const effect = page.locator('.edit-effect');
  await expect(effect).toContainText(/Last change: \+\d+ \/ 0 qualified/);
  const gained = numberIn(await effect.getByRole('button').textContent());
  expect(await headline(page)).toBe(before + gained);
  await page.getByRole('button', { name: /^Undo/ }).click();
  await expect(effect).toContainText(`Last change: 0 / -${gained.toLocaleString('en-GB')} qualified`);
  expect(await headline(page)).toBe(before);
  await effect.getByRole('button').click();
  await expectLeads(page, gained);
});

test('what a rule is said to be worth is what switching it off takes away @desktop', async ({ page, visit }) => {
  await visit();
  const before = await headline(page);
  const row = (await effects(page)).getByRole('row').nth(1);
  const rule = (await row.getByRole('rowheader').textContent()) ?? '';
  const [gained = 0, lost = 0] = (await row.getByRole('cell').allTextContents()).slice(-2).map(numberIn);
  expect(gained + lost).toBeGreaterThan(0);
  await openScreen(page, 'Rules');
  const worth = page.getByRole('listitem').filter({ hasText: rule }).locator('.rule-worth');
  await expect(worth).toContainText(`+${gained}`);
  await page.getByRole('switch', { name: `${rule} is on` }).press('Space');
  await expect(worth).toBeEmpty();
  await openScreen(page, 'Results');
  await expect(page.locator('.headline strong')).toHaveText((before - gained + lost).toLocaleString('en-GB'));
  await expect(page.locator('.edit-effect')).toContainText('Last change');
  const rules = page.getByRole('region', { name: 'What moves the result' }).getByRole('rowheader');
  await expect(rules.filter({ hasText: rule })).toHaveCount(0);
});

test('a chart is copied, and saved as CSV, SVG and PNG @desktop', async ({ page, visit, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await visit();
  const choose = async (chart: string, name: string) => {
    await page.getByRole('button', { name: `Copy or save: ${chart}` }).click();
    await page.getByRole('menuitem', { name }).click();
  };
  const saved = async (chart: string, name: string) => {
    const download = page.waitForEvent('download');
    await choose(chart, name);
    const file = await download;
    return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
  };
  await choose('Fit by Engagement', 'Copy as a table');
  await expect(page.getByRole('region', { name: 'Fit by Engagement' }).getByRole('status')).toHaveText('Copied');
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied.split('\n').length).toBe(17);
  expect(copied.split('\n')[0]).toBe('Fit\tEngagement\tLeads\tQualified');
  const csv = await saved('Funnel', 'Save as CSV');
  expect(csv.name).toMatch(/^funnel-\d{4}-\d\d-\d\d\.csv$/);
  expect(csv.bytes.toString()).toMatch(/^Stage,Ever reached,Stands there now\r\n/);
  for (const chart of ['How the scores spread', 'Fit by Engagement', 'Funnel', 'What moves the result']) {
    const svg = (await saved(chart, 'Save as SVG')).bytes.toString();
    expect(svg).toContain(`>${chart}</text>`);
    expect(svg).toMatch(/>As of \d+ \w+ \d{4}<\/text>/);
    expect(svg).not.toMatch(/class=|var\(|href/);
    const png = await saved(chart, 'Save as PNG');
    expect([...png.bytes.subarray(1, 4)].map((byte) => String.fromCharCode(byte)).join('')).toBe('PNG');
    expect(png.bytes.readUInt32BE(16)).toBeGreaterThan(600);
  }
});

test('rules without stages or bands leave charts of what there is @desktop', async ({ page, visit }) => {
  await visit();
  await openScreen(page, 'Rules');
  await page.getByRole('tab', { name: 'As a file' }).click();
  const rules = {
    format: 'mqlab/1',
    scores: { fit: {}, interest: {} },
    rules: [{ id: 'title', score: 'fit', when: { field: 'job_title', has_word: 'director' }, points: 10 }],
  };
  await page.getByRole('textbox', { name: 'Rule file' }).fill(JSON.stringify(rules));
  await openScreen(page, 'Results');
  await expect(page.getByText('so no lead is called qualified').first()).toBeVisible();
  await expect(page.getByRole('heading', { name: 'How fit spreads' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Two scores side by side' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'What moves the result' }).getByRole('rowheader')).toHaveText([
    'title',
  ]);
});

test('prints black on white, without what only a click can use @desktop', async ({ page, visit }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await visit();
  await effects(page);
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await expect(page.getByRole('navigation')).toBeHidden();
  await expect(page.getByRole('button', { name: /Copy or save/ }).first()).toBeHidden();
  await expect(page.locator('.twin').first()).toBeVisible();
  const card = page.locator('.card').first();
  expect(await card.evaluate((element) => getComputedStyle(element).backgroundColor)).toBe('rgb(255, 255, 255)');
});
