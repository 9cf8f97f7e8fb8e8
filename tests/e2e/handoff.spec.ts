import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, openScreen, test } from './page';

const calls = (page: Page) => page.locator('.call');
const nameOf = async (page: Page, place: number) =>
  (await calls(page).nth(place).locator('.call-who b').textContent()) ?? '';
const pointsOf = (page: Page) => page.locator('.call-score b').allTextContents();

/** How many leads wait for a call. */
async function waiting(page: Page): Promise<number> {
  const choice = page.getByRole('radiogroup', { name: 'Which leads' }).getByText(/^To call: /);
  return Number((await choice.textContent())?.replace(/\D/g, ''));
}

async function savedBy(page: Page, name: string): Promise<{ name: string; text: string }> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name, exact: true }).click();
  const file = await download;
  return { name: file.suggestedFilename(), text: await readFile((await file.path()) ?? '', 'utf8') };
}

test('the first card says who to call, why, and what to say', async ({ page, visit, requests }) => {
  await visit();
  const asked = requests.length;
  await openScreen(page, 'Hand-off');
  const first = calls(page).first();
  await expect(first.locator('.call-head')).toHaveAttribute('aria-expanded', 'true');
  await expect(first.locator('.call-story')).toHaveText(/^\p{Lu}.+; became Marketing qualified .+\.$/u);
  await expect(first.locator('q')).toHaveText(/^Hello .+\?|^Hello .+\./);
  await expect(first.locator('.clock-chip')).toHaveText(/due in|first touch|overdue/);
  await expect(first.getByRole('link', { name: /@/ })).toHaveAttribute('href', /^mailto:/);
  await expect(first.locator('.checklist')).toContainText(/BANT.* known/);
  const points = (await pointsOf(page)).map(Number);
  expect(points).toEqual(points.toSorted((a, b) => b - a));
  await first.getByRole('link', { name: 'All reasons for the score' }).click();
  await expect(page.locator('.lead-title h1')).toBeVisible();
  expect(requests.slice(asked).filter((url) => !/\/assets\//.test(url))).toEqual([]);
});

test('a lead is accepted and leaves the queue; undo brings it back', async ({ page, visit }) => {
  await visit('#/sales');
  const before = await waiting(page);
  const [first, second] = [await nameOf(page, 0), await nameOf(page, 1)];
  await calls(page).first().getByRole('button', { name: 'Accept' }).click();
  await expect(page.getByText(`To call: ${before - 1}`)).toBeVisible();
  expect(await nameOf(page, 0)).toBe(second);
  await expect(calls(page).first().locator('.call-head')).toBeFocused();
  await expect(page.locator('.note.good')).toContainText(`${first} accepted`);
  await expect(page.locator('.marked')).toContainText(first);
  await page.locator('.note.good').getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText(`To call: ${before}`, { exact: true })).toBeVisible();
  expect(await nameOf(page, 0)).toBe(first);
  await expect(page.locator('.marked')).toHaveCount(0);
});

test('a lead is rejected with a reason, which is saved as an event and can be taken back', async ({ page, visit }) => {
  await visit('#/sales');
  const before = await waiting(page);
  const first = await nameOf(page, 0);
  await calls(page).first().getByRole('button', { name: 'Reject' }).click();
  const form = page.getByRole('dialog', { name: 'Reject' });
  await form.getByRole('combobox', { name: 'Reason' }).pressSequentially('Has a "rota" already');
  await page.keyboard.press('Tab');
  await form.getByRole('button', { name: 'Reject' }).click();
  await expect(page.getByText(`To call: ${before - 1}`)).toBeVisible();
  const marked = page.locator('.marked');
  await expect(marked).toContainText('Has a "rota" already');
  const { name, text } = await savedBy(page, 'Save marks');
  expect(name).toBe('sales-marks.csv');
  expect(text).toMatch(
    /^"lead_id","time","type","reason","asset"\n"L\d+","[^"]+Z","sales_rejected","Has a ""rota"" already",/,
  );
  await marked.getByRole('button', { name: `Take back: ${first}, rejected` }).click();
  await expect(page.getByText(`To call: ${before}`, { exact: true })).toBeVisible();
  expect(await nameOf(page, 0)).toBe(first);
});

test('the keys go from card to card @desktop', async ({ page, visit }) => {
  await visit('#/sales');
  await expect(calls(page).first()).toBeVisible();
  const head = (place: number) => calls(page).nth(place).locator('.call-head');
  await page.keyboard.press('j');
  await expect(head(0)).toBeFocused();
  await page.keyboard.press('j');
  await page.keyboard.press('ArrowDown');
  await expect(head(2)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(head(2)).toHaveAttribute('aria-expanded', 'true');
  await expect(head(0)).toHaveAttribute('aria-expanded', 'false');
  await page.keyboard.press('k');
  await expect(head(1)).toBeFocused();
});

test('the list is saved for spreadsheets, with names or without', async ({ page, visit }) => {
  test.slow();
  await visit('#/sales');
  const count = await waiting(page);
  const first = await nameOf(page, 0);
  const plain = await savedBy(page, 'Save list');
  expect(plain.name).toBe('call-list.csv');
  expect(plain.text).toMatch(
    /^\ufefflead_id,name,about,email,.*total,grade,since,due,clock,story,opening,checklist\r\n/,
  );
  expect(plain.text.match(/\r\n/g)).toHaveLength(count + 1);
  expect(plain.text).toContain(first);
  await page.getByRole('checkbox', { name: 'Hide names' }).click();
  await expect(calls(page).first()).not.toContainText(first);
  const masked = await savedBy(page, 'Save list');
  expect(masked.text).not.toContain(first);
  expect(masked.text).toMatch(/•••@/);
});

test('cards print two on a page, the list as a table @desktop', async ({ page, visit }) => {
  test.slow();
  await page.addInitScript(() => {
    window.print = () => {};
  });
  await visit('#/sales');
  const count = await waiting(page);
  const pages = async () => (await page.pdf({ format: 'A4' })).toString('latin1').match(/\/Type\s*\/Page\b/g)?.length;
  await page.getByRole('button', { name: 'Print' }).click();
  await page.getByRole('menuitem', { name: 'Cards, two on a page' }).click();
  await expect(page.locator('.paper-card')).toHaveCount(Math.min(count, 100));
  expect(await pages()).toBe(Math.ceil(Math.min(count, 100) / 2));
  // The browser has told that it has printed.
  await expect(page.locator('.hand-off-paper')).toHaveCount(0);
  await page.getByRole('button', { name: 'Print' }).click();
  await page.getByRole('menuitem', { name: 'List', exact: true }).click();
  await expect(page.locator('.hand-off-paper tbody tr')).toHaveCount(Math.min(count, 100));
});

test('a segment opens its leads, and leaves for a mail system', async ({ page, visit }) => {
  await visit('#/sales/nurture');
  const row = page.locator('.segments-table tbody tr').first();
  const link = row.locator('.segment-count button');
  const count = await link.textContent();
  await row.getByRole('button', { name: /^Export: / }).click();
  await page.getByRole('menuitem', { name: 'For Mailchimp' }).click();
  const dialog = page.getByRole('dialog', { name: 'Export leads' });
  await expect(dialog.getByRole('radio', { checked: true })).toHaveAccessibleName(new RegExp(`\\(${count}\\)$`));
  const { name, text } = await savedBy(page, 'Save file');
  expect(name).toBe('scored-leads-mailchimp.csv');
  expect(text).toMatch(/^Email Address,First Name,Last Name,/);
  expect(text.trimEnd().split('\r\n')).toHaveLength(Number(count?.replaceAll(',', '')) + 1);
  await page.keyboard.press('Escape');
  await link.click();
  await expect(page.getByRole('heading', { name: 'Leads', level: 1 })).toBeVisible();
  await expect(page.getByText(`${count} of 5,000`)).toBeVisible();
});

test('leads about to be lost say when they fall back', async ({ page, visit }) => {
  await visit('#/sales/nurture');
  const lost = page.getByRole('region', { name: 'About to be lost' });
  await expect(lost.locator('li').first()).toContainText(/→ .+ points.*silent for \d+ days/);
  await expect(lost.getByText(/falls back to “.+” on|falls out of all stages on/).first()).toBeVisible();
});
