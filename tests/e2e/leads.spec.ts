import { expect, test, write } from './page';

const number = (text: string | null) => Number((text ?? '').replaceAll(',', '').replace('−', '-').replace('+', ''));

test('the lines of a lead add up to its scores, and these to its total @firefox', async ({ page, visit }) => {
  await visit('#/leads');
  const rows = page.getByRole('grid').getByRole('row');
  await expect(rows.nth(1).getByRole('link')).toBeVisible();
  for (const index of [1, 3]) {
    await page.goto('./#/leads');
    await rows.nth(index).click();
    const panel = page.getByRole('complementary', { name: 'Why this score' });
    await expect(panel.locator('.score-block').first()).toBeVisible();
    let total = 0;
    for (const block of await panel.locator('.score-block').all()) {
      const lines = await block.locator(':scope > ul > li > .points').allInnerTexts();
      const value = number(await block.locator('.score-value').textContent());
      expect(lines.map(number).reduce((sum, points) => sum + points, 0)).toBeCloseTo(value, 3);
      total += value;
    }
    expect(number(await panel.locator('.sum-line b').textContent())).toBeCloseTo(total, 3);
    expect(number(await panel.locator('.lead-total strong').textContent())).toBeCloseTo(total, 3);
  }
});

test('searches, filters by stage and sorts @firefox', async ({ page, visit }) => {
  await visit('#/leads');
  const count = page.locator('.lead-list .screen-head');
  await expect(count).toContainText('5,000 of 5,000');
  await page.getByRole('button', { name: 'Any stage' }).click();
  await page.getByRole('option', { name: 'Marketing qualified' }).click();
  await expect(count).not.toContainText('5,000 of');
  await write(page.getByRole('searchbox', { name: 'Search leads' }), 'no such lead');
  await expect(page.getByText('No lead fits this search.')).toBeVisible();
  await page.getByRole('button', { name: 'Show all leads' }).click();
  await expect(count).toContainText('5,000 of 5,000');
  const total = page.getByRole('columnheader', { name: 'Total' });
  await expect(total).toHaveAttribute('aria-sort', 'descending');
  await total.getByRole('button').click();
  await expect(total).toHaveAttribute('aria-sort', 'ascending');
});

test('goes through the table by keyboard, to the last lead @desktop', async ({ page, visit }) => {
  await visit('#/leads');
  const grid = page.getByRole('grid', { name: 'Leads' });
  await expect(grid).toHaveAttribute('aria-rowcount', '5001');
  await grid.focus();
  await page.keyboard.press('End');
  await expect(page.locator('.table-row[aria-rowindex="5001"] a')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(
    page.getByRole('complementary', { name: 'Why this score' }).getByRole('heading', { level: 1 }),
  ).toBeVisible();
});

test('says so when the address names no lead', async ({ page, visit }) => {
  await visit('#/lead/nobody');
  await expect(page.getByText('No lead has the id nobody.')).toBeVisible();
});
