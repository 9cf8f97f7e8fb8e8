import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, openScreen, test } from './page';

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Rule sets' });
const header = (page: Page) => page.getByRole('banner').getByRole('button', { name: 'rule sets' });

async function setFirstPoints(page: Page, points: string) {
  await openScreen(page, 'Rules');
  const field = page.locator('.rule').first().getByRole('textbox').first();
  await field.fill(points);
  await field.press('Enter');
}

test('rule sets are kept by name, opened, renamed and deleted', async ({ page, visit }) => {
  await visit();
  await expect(header(page)).toHaveAccessibleName('B2B software: rule sets');
  await setFirstPoints(page, '500');
  await expect(header(page)).toHaveAccessibleName('B2B software *, not saved: rule sets');

  await header(page).click();
  await dialog(page).getByRole('button', { name: 'Keep as…' }).click();
  const name = dialog(page).getByRole('textbox', { name: 'Name of the rule set' });
  await expect(name).toBeFocused();
  await name.fill('Spring');
  await name.press('Enter');
  await expect(dialog(page)).toContainText('“Spring” is kept in this browser.');
  await page.keyboard.press('Escape');
  await expect(header(page)).toHaveAccessibleName('Spring: rule sets');
  await expect(header(page)).toBeFocused();

  // A preset takes its place, undo brings it back.
  await header(page).click();
  await dialog(page).getByRole('button', { name: 'Open Bank term deposit' }).click();
  await expect(page.getByRole('button', { name: 'Undo: Bank term deposit opened' })).toBeEnabled();
  await page.getByRole('button', { name: 'Undo: Bank term deposit opened' }).click();
  await expect(header(page)).toHaveAccessibleName('Spring: rule sets');

  // The next visit begins with it.
  await visit();
  await expect(header(page)).toHaveAccessibleName('Spring: rule sets');
  await header(page).click();
  await dialog(page).getByRole('button', { name: 'Rename Spring' }).click();
  await name.fill('May');
  await name.press('Enter');
  await dialog(page).getByRole('button', { name: 'Open May' }).click();
  await expect(header(page)).toHaveAccessibleName('May: rule sets');
  await header(page).click();
  await dialog(page).getByRole('button', { name: 'Delete May' }).click();
  await expect(dialog(page)).toContainText('“May” was deleted.');
  await dialog(page).getByRole('button', { name: 'Bring it back' }).click();
  await expect(dialog(page).getByRole('button', { name: 'Open May' })).toBeVisible();
});

test('each rule set to start from says where it comes from, and scores @desktop', async ({ page, visit }) => {
  await visit();
  await header(page).click();
  const presets = dialog(page).locator('.preset-list > li');
  await expect(presets).toHaveCount(16);
  const names = await presets.locator('b').allTextContents();
  await expect(presets.filter({ hasText: 'Where it comes from' })).toHaveCount(14); // the sample and the bank say it themselves
  for (const name of names) {
    if (!(await dialog(page).isVisible())) await header(page).click();
    await dialog(page)
      .getByRole('button', { name: `Open ${name}`, exact: true })
      .click();
    await expect(header(page)).toHaveAccessibleName(`${name}: rule sets`);
    await expect(page.getByRole('contentinfo').getByRole('status')).toHaveText(/^Scored 5,000 leads/);
  }
});

test('saving to a file settles the edits; leaving before that warns @desktop', async ({ page, visit }) => {
  await visit();
  await setFirstPoints(page, '500');
  const asked: string[] = [];
  page.on('dialog', (one) => {
    asked.push(one.type());
    one.dismiss();
  });
  await page.evaluate(() => location.reload());
  await expect.poll(() => asked).toEqual(['beforeunload']);
  await header(page).click();
  const download = page.waitForEvent('download');
  await dialog(page).getByRole('button', { name: 'Save file' }).click();
  const text = await readFile((await (await download).path()) ?? '', 'utf8');
  expect(JSON.parse(text).name).toBe('B2B software');
  expect(text).toContain('500');
  await expect(dialog(page)).toContainText('As it was opened or saved.');
  await page.keyboard.press('Escape');
  await page.reload();
  await expect(page.getByRole('contentinfo')).toContainText('Scored 5,000 leads');
  expect(asked).toEqual(['beforeunload']);
});

test('a browser that keeps nothing is told of, and nothing breaks @desktop', async ({ page, visit }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('no', 'SecurityError');
      },
    });
  });
  await visit();
  await header(page).click();
  await dialog(page).getByRole('button', { name: 'Keep in this browser' }).click();
  await expect(dialog(page)).toContainText('does not let the page keep “B2B software”');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('radio', { name: 'Dark' }).check({ force: true });
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});
