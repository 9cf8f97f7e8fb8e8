import type { Page } from '@playwright/test';
import { chooseFiles, eventsCsv, expect, file, leadsCsv, openScreen, test } from './page';

const useThem = async (page: Page) => {
  await page.getByRole('button', { name: 'Use this data' }).click();
  await expect(page.getByRole('contentinfo')).toContainText('Scored 3 leads, 3 events');
};

test('scores leads and events from files, and asks the network nothing from then on @firefox', async ({
  page,
  visit,
  requests,
}) => {
  await visit();
  await chooseFiles(page, file('leads.csv', leadsCsv), file('events.csv', eventsCsv));
  const before = requests.length;
  const leads = page.getByRole('region', { name: 'leads.csv', exact: true });
  await leads.getByText('9 of 9 columns understood').click();
  await expect(leads.getByRole('row', { name: /^lead_id/ })).toContainText('Lead id');
  await expect(page.getByRole('contentinfo')).toContainText('Scored 5,000 leads');
  await useThem(page);
  await openScreen(page, 'Data');
  await expect(page.getByText('of no known lead')).toBeVisible();
  for (const screen of ['Results', 'Leads', 'Rules', 'Data'] as const) {
    await openScreen(page, screen);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  }
  await openScreen(page, 'Leads');
  await page.getByRole('row', { name: /Ana Popescu/ }).click();
  await expect(page.getByRole('heading', { name: 'Why this score' })).toBeVisible();
  expect(requests.slice(before)).toEqual([]);
});

test('a file opened at once waits for the later chunks @desktop', async ({ page, requests }) => {
  await page.goto('./#/data');
  await page.getByRole('heading', { name: 'Data', level: 1 }).waitFor();
  await page.locator('input[type=file]').first().setInputFiles(file('leads.csv', leadsCsv));
  await expect(page.getByRole('region', { name: 'leads.csv', exact: true })).toBeVisible();
  const before = requests.length;
  for (const screen of ['Results', 'Leads', 'Rules'] as const) await openScreen(page, screen);
  await expect(page.getByRole('tab', { name: 'As a file' })).toBeVisible();
  expect(requests.slice(before)).toEqual([]);
});

test('previews pasted cells @desktop', async ({ page, visit }) => {
  await visit();
  await page.evaluate(
    (text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', text);
      document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
    },
    leadsCsv.replaceAll(',', '\t'),
  );
  await expect(page.getByRole('region', { name: 'Pasted cells', exact: true })).toBeVisible();
  await page.getByText('First rows').click();
  await expect(page.getByRole('cell', { name: 'Marketing Director', exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('heading', { name: 'Preview' })).toBeHidden();
  await expect(page.getByRole('contentinfo')).toContainText('Scored 5,000 leads');
});

test('previews dropped files @desktop', async ({ page, visit }) => {
  await visit();
  const files = await page.evaluateHandle((text) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], 'dropped.csv', { type: 'text/csv' }));
    return transfer;
  }, leadsCsv);
  await page.dispatchEvent('main', 'drop', { dataTransfer: files });
  await expect(page.getByRole('region', { name: 'dropped.csv', exact: true })).toBeVisible();
});

test('answers a bad file clearly and replaces nothing @desktop', async ({ page, visit }) => {
  await visit();
  await chooseFiles(page, file('empty.csv', '\n\n'));
  const region = page.getByRole('region', { name: 'empty.csv', exact: true });
  await expect(region.locator('.error').first()).toBeVisible();
  const use = page.getByRole('button', { name: 'Use this data' });
  if (await use.isEnabled()) {
    await use.click();
    await expect(page.getByText('what was there before stays')).toBeVisible();
  }
  await expect(page.getByRole('contentinfo')).toContainText('Scored 5,000 leads');
});

test('names row and column of a bad cell @desktop', async ({ page, visit }) => {
  const rows = Array.from({ length: 60 }, (_, n) => `L${n},${n},2026-01-01`).join('\n');
  await visit();
  await chooseFiles(page, file('bad-cell.csv', `lead_id,employees,created_at\n${rows}\nL99,many,2026-01-01\n`));
  const problem = page.locator('.table-issues details').filter({ hasText: 'many' });
  await problem.locator('summary').click();
  await expect(problem).toContainText('Row 61, employees');
});

test('an engine that dies is replaced, with the same data @desktop', async ({ page }) => {
  // No `visit`: the death is told on the console.
  await page.goto('./');
  await chooseFiles(page, file('leads.csv', leadsCsv), file('events.csv', eventsCsv));
  await useThem(page);
  const next = page.waitForEvent('worker');
  await page.workers()[0]?.evaluate(() => {
    setTimeout(() => {
      throw new Error('the engine died');
    });
  });
  await next;
  await openScreen(page, 'Leads');
  await page.getByRole('row', { name: /Ana Popescu/ }).click();
  await expect(page.getByRole('heading', { name: 'Why this score' })).toBeVisible();
});
