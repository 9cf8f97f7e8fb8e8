import type { Page } from '@playwright/test';
import { expect, test, write } from './page';

const number = (text: string | null) => Number((text ?? '').replaceAll(',', '').replace('−', '-').replace('+', ''));
const panelOf = (page: Page) => page.getByRole('complementary', { name: 'Why this score' });
const rowsOf = (page: Page) => page.getByRole('grid').getByRole('row');
const countOf = (page: Page) => page.locator('.lead-list .screen-head');

async function openLead(page: Page, index: number) {
  await expect(rowsOf(page).nth(index).getByRole('link')).toBeVisible();
  await rowsOf(page).nth(index).click();
  await expect(panelOf(page).locator('.score-block').first()).toBeVisible();
  return panelOf(page);
}

async function addFilter(page: Page, name: string) {
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name, exact: true }).click();
}

test('the lines of a lead add up to its scores, and these to its total @firefox', async ({ page, visit }) => {
  await visit('#/leads');
  for (const index of [1, 3]) {
    await page.goto('./#/leads');
    const panel = await openLead(page, index);
    let total = 0;
    for (const block of await panel.locator('.score-block').all()) {
      const lines = await block
        .locator(':scope > ul > li > .points, :scope > ul > li > details > summary > .points')
        .allInnerTexts();
      const value = number(await block.locator('.score-value').textContent());
      expect(lines.map(number).reduce((sum, points) => sum + points, 0)).toBeCloseTo(value, 3);
      total += value;
    }
    expect(number(await panel.locator('.sum-line b').textContent())).toBeCloseTo(total, 3);
    expect(number(await panel.locator('.lead-total strong').textContent())).toBeCloseTo(total, 3);
  }
});

test('a bar of the waterfall opens its line, whose events add up to it', async ({ page, visit }) => {
  await visit('#/leads');
  const panel = await openLead(page, 1);
  const bars = panel.getByRole('group', { name: 'From the start to the score' }).getByRole('button');
  await expect(bars.last()).toHaveAccessibleName(/^Total: /);
  for (const bar of await bars.all()) {
    await bar.focus();
    await page.keyboard.press('Enter');
  }
  const open = panel.locator('.rule-line details[open]:has(.shares)');
  expect(await open.count()).toBeGreaterThan(0);
  for (const line of await open.all()) {
    const all = line.getByRole('button', { name: /^Show all/ });
    if (await all.isVisible()) await all.click();
    const shares = (await line.locator('.shares .points').allInnerTexts()).map(number);
    const points = number(await line.locator('summary .points').textContent());
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(points, 3);
  }
});

test('the score over time is read by key @desktop', async ({ page, visit }) => {
  await visit('#/leads');
  const panel = await openLead(page, 2);
  const line = panel.getByRole('slider', { name: 'Score over time' });
  const total = await panel.locator('.lead-total strong').textContent();
  await expect(line).toHaveAttribute('aria-valuetext', new RegExp(`: total ${total}`));
  await line.focus();
  await page.keyboard.press('End');
  await expect(line).toHaveAttribute('aria-valuetext', /if nothing happens/);
  await page.keyboard.press('Home');
  await expect(line).toHaveAttribute('aria-valuenow', '0');
  await page.keyboard.press('PageDown');
  await expect(line).toHaveAttribute('aria-valuetext', /entered|left|disqualified/);
});

test('says what alone would bring a lead to the next stage', async ({ page, visit }) => {
  await visit('#/leads');
  await addFilter(page, 'Total points');
  await page.getByRole('textbox', { name: 'At least' }).fill('45');
  await page.getByRole('textbox', { name: 'Under' }).fill('59');
  await page.getByRole('textbox', { name: 'Under' }).press('Tab');
  await page.getByRole('button', { name: 'Show these leads' }).click();
  await expect(page.getByRole('list', { name: 'Filters' })).toContainText('Total: 45 to under 59');
  const panel = await openLead(page, 1);
  for (let step = 0; step < 20 && !(await panel.locator('.remedies li').first().isVisible()); step++) {
    const name = await panel.getByRole('heading', { level: 1 }).textContent();
    await panel.getByRole('button', { name: 'Next lead' }).click();
    await expect(panel.getByRole('heading', { level: 1 })).not.toHaveText(name ?? '');
    await expect(panel.locator('.time-line')).toBeVisible();
  }
  const count = await panel.locator('.remedies li').count();
  expect(count).toBeGreaterThan(0);
  expect(count).toBeLessThanOrEqual(3);
});

test('goes on to the next lead, copies why, and back to the list in one step', async ({ page, visit, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await visit('#/leads');
  const panel = await openLead(page, 1);
  const title = panel.getByRole('heading', { level: 1 });
  const first = (await title.textContent()) ?? '';
  await page.keyboard.press('j');
  await expect(title).not.toHaveText(first);
  await page.keyboard.press('k');
  await expect(title).toHaveText(first);
  await panel.getByRole('button', { name: 'Copy why' }).click();
  await expect(panel.getByText('mind whom you give it to')).toBeVisible();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text).toContain(first);
  expect(text).toContain(`Total: ${await panel.locator('.lead-total strong').textContent()}`);
  await page.goBack();
  await expect(panel).toBeHidden();
  expect(page.url()).toMatch(/#\/leads$/);
});

test('searches, filters by several things and sorts @firefox', async ({ page, visit }) => {
  await visit('#/leads');
  const count = countOf(page);
  await expect(count).toContainText('5,000 of 5,000');
  await addFilter(page, 'Stage');
  await page.getByRole('checkbox', { name: 'Marketing qualified' }).check();
  await page.getByRole('button', { name: 'Show these leads' }).click();
  await expect(count).not.toContainText('5,000 of');
  const qualified = await count.getByRole('status').textContent();
  await addFilter(page, 'A field');
  await page.getByRole('button', { name: /Field$/ }).click();
  await page.getByRole('option', { name: 'Industry' }).click();
  await page.getByRole('combobox', { name: 'Values' }).click();
  await page.getByRole('option', { name: /^Retail/ }).click();
  await page.keyboard.press('Tab');
  await page.getByRole('button', { name: 'Show these leads' }).click();
  const filters = page.getByRole('list', { name: 'Filters' });
  await expect(filters).toContainText('Stage: Marketing qualified');
  await expect(filters).toContainText('industry is Retail');
  await expect(count.getByRole('status')).not.toHaveText(qualified ?? '');
  await page.getByRole('button', { name: 'Remove the filter: industry is Retail' }).click();
  await expect(count.getByRole('status')).toHaveText(qualified ?? '');
  await write(page.getByRole('searchbox', { name: 'Search leads' }), 'no such lead');
  await expect(page.getByText('No lead fits this search and these filters.')).toBeVisible();
  await page.getByRole('button', { name: 'Show all leads' }).click();
  await expect(count).toContainText('5,000 of 5,000');
  const total = page.getByRole('columnheader', { name: 'Total' });
  await expect(total).toHaveAttribute('aria-sort', 'descending');
  await total.getByRole('button').click();
  await expect(total).toHaveAttribute('aria-sort', 'ascending');
});

test('refuses a condition with a fault, and says which @desktop', async ({ page, visit }) => {
  await visit('#/leads');
  await addFilter(page, 'A condition, as in the rule file');
  await page.getByRole('textbox', { name: 'A condition, as in the rule file' }).fill('{"scenario": "none such"}');
  await page.getByRole('button', { name: 'Show these leads' }).click();
  await expect(page.getByRole('alert')).toContainText('No scenario is called "none such"');
});

test('columns are chosen, moved and resized, and stay so', async ({ page, visit }) => {
  await visit('#/leads');
  await expect(rowsOf(page).nth(1).getByRole('link')).toBeVisible();
  await page.getByRole('button', { name: 'Columns' }).click();
  await page.getByRole('checkbox', { name: 'Show Employees' }).check();
  await expect(page.getByRole('checkbox', { name: 'Show Employees' })).toBeChecked();
  await page.getByRole('button', { name: 'Move Lead down' }).press('Enter');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('columnheader', { name: 'Employees' })).toBeAttached();
  const total = page.getByRole('columnheader', { name: 'Total' });
  const before = (await total.boundingBox())?.width ?? 0;
  await total.getByRole('button').focus();
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Shift+ArrowRight');
  await expect.poll(async () => (await total.boundingBox())?.width).toBe(before + 32);
  await page.reload();
  await expect(page.getByRole('columnheader', { name: 'Employees' })).toBeAttached();
  await expect.poll(async () => (await total.boundingBox())?.width).toBe(before + 32);
  await page.getByRole('button', { name: 'Columns' }).click();
  await page.getByRole('button', { name: 'As proposed' }).click();
  await expect(page.getByRole('checkbox', { name: 'Show Employees' })).not.toBeChecked();
});

test('goes through the table by keyboard, to the last lead @desktop', async ({ page, visit }) => {
  await visit('#/leads');
  const grid = page.getByRole('grid', { name: 'Leads' });
  await expect(grid).toHaveAttribute('aria-rowcount', '5001');
  await grid.focus();
  await page.keyboard.press('End');
  await expect(page.locator('.table-row[aria-rowindex="5001"] a')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(panelOf(page).getByRole('heading', { level: 1 })).toBeVisible();
});

test('says so when the address names no lead @desktop', async ({ page, visit }) => {
  await visit('#/lead/nobody');
  await expect(page.getByText('No lead has the id nobody.')).toBeVisible();
});
