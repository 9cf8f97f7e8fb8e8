import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test } from './page';

const card = (page: Page, name: string | RegExp) => page.getByRole('region', { name });

async function choose(page: Page, label: string, option: string): Promise<void> {
  await page.getByRole('button', { name: label }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

const numberIn = (words: string | null): number => Number(/[\d,]+/.exec(words ?? '')?.[0].replaceAll(',', ''));

/** What opens the list, and that the list is as long. */
async function expectItsLeads(page: Page, link: ReturnType<Page['locator']>): Promise<void> {
  const count = numberIn(await link.textContent());
  await link.click();
  await expect(page.locator('.lead-list .screen-head')).toContainText(`${count.toLocaleString('en-GB')} of 5,000`);
}

test('which channel should get the next money is said in a sentence', async ({ page, visit }) => {
  await visit('#/funnel/channels');
  const answer = card(page, "Where should next month's money go?");
  await expect(answer.locator('.money-verdict')).toContainText(/customers/);
  await expect(answer).toContainText(/Content syndication cost €13,050/);
  await expect(answer).toContainText('No cost is known of Direct');
  // The sample was made so that referrals are worth most, and syndicated content least.
  const names = card(page, 'Lead to customer').locator('.bar-name');
  await expect(names.first()).toContainText('Referral');
  await expect(names.last()).toContainText('Content syndication');
  await choose(page, 'What it should bring', 'MQLs');
  await expect(answer.locator('.money-verdict')).toContainText(/MQL/);
});

test('channels are sorted by any figure, and every count opens its leads @desktop', async ({ page, visit }) => {
  await visit('#/funnel/channels');
  const table = card(page, 'All figures');
  const first = table.getByRole('rowheader').first();
  await expect(first).toContainText('Organic search');
  await table.getByRole('button', { name: 'Cost', exact: true }).click();
  await expect(first).toContainText('Paid search');
  const column = table.getByRole('columnheader', { name: /^Cost( [↑↓])?$/ });
  await expect(column).toHaveAttribute('aria-sort', 'descending');
  await column.getByRole('button').click();
  await expect(first).toContainText('Email');
  await expect(table.getByRole('rowheader').last()).not.toContainText('Paid search');
  await expectItsLeads(page, table.getByRole('button', { name: /first came by Email, became customers/ }));
});

test('credit adds up to all, whatever the model, and leaves as CSV @desktop', async ({ page, visit }) => {
  await visit('#/funnel/channels');
  await page.getByRole('button', { name: 'Copy or save: Who gets credit for customers' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: 'Save as CSV' }).click();
  const [, ...lines] = readFileSync(await (await download).path(), 'utf8')
    .trim()
    .split('\r\n');
  for (let model = 1; model <= 7; model++) {
    const sum = lines.reduce((total, line) => total + Number(line.split(',')[model]), 0);
    expect(sum).toBeCloseTo(1, 5);
  }
  await choose(page, 'Attribution', 'first touch');
  await expect(page.getByText('All credit goes to the touch that came first')).toBeVisible();
  await choose(page, 'Tell apart', 'Content');
  await expect(page.getByText('not of single contents')).toBeVisible();
});

test('contents that were made to bring customers are told from one that was not', async ({ page, visit }) => {
  await visit('#/funnel/content');
  const answer = card(page, 'Which content goes with more customers?');
  await expect(answer).toContainText('Comparison of planning tools');
  await expect(answer).toContainText('no proof');
  const table = card(page, 'All contents');
  const row = (name: string) => table.getByRole('rowheader').filter({ hasText: name });
  await expect(row('Comparison of planning tools')).toContainText('surely more');
  await expect(row('Template: Shift calendar')).toContainText('too close to call');
  await expectItsLeads(page, table.getByRole('button', { name: /used Comparison of planning tools/ }));
});

test('how many MQLs of a month bought is said, saved and printed', async ({ page, visit }) => {
  await visit('#/funnel/review');
  const headline = page.locator('.review-headline');
  await expect(headline).toHaveText(/^Of the \d+ MQLs of Oct 2026, .* \(.* in 100\)\.$/);
  const counts = page.getByRole('button', { name: /became customers$/ });
  const [mqls, customers] = (await headline.textContent())?.match(/\d+/g)?.filter((text) => text !== '2026') ?? [];
  await expect(counts.first()).toHaveText(customers ?? '');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as CSV' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe('review-2026-10.csv');
  expect(readFileSync(await file.path(), 'utf8').split('\r\n')[1]).toMatch(new RegExp(`^all,All,${mqls},`));
  await page.getByRole('textbox', { name: /^Notes/ }).fill('Ask the trade shows for other leads.');
  await page.locator('.review-tools .select button').click();
  await page.getByRole('option', { name: /^Sept 2026/ }).click();
  await expect(headline).toContainText('Sept 2026');
  await expect(page.getByRole('textbox', { name: /^Notes/ })).toHaveValue('Ask the trade shows for other leads.');
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('button', { name: 'Print' })).toBeHidden();
  await expect(headline).toBeVisible();
});

test('what stands out is said with its leads and what to try', async ({ page, visit }) => {
  await visit('#/funnel/review');
  const finding = card(page, 'What stands out').getByRole('listitem').first();
  const link = finding.getByRole('link');
  const [, place] = (await link.getAttribute('href'))?.split('#') ?? [];
  await expectItsLeads(page, finding.getByRole('button'));
  await page.goBack();
  await link.click();
  expect(new URL(page.url()).hash).toBe(`#${place}`);
});
