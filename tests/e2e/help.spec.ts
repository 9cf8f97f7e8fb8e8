// Help, commands and shortcuts: by keyboard alone.
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, headline, test } from './page';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

async function holdsUp(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' '))}`)).toEqual([]);
}

async function command(page: Page, typed: string): Promise<void> {
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog', { name: 'Commands' });
  await expect(palette).toBeVisible();
  await page.keyboard.type(typed);
  await expect(palette.getByRole('option').first()).toBeVisible();
}

test('the help opens with a key, is searched, and gives the focus back', async ({ page, visit }) => {
  await visit();
  const link = page.getByRole('link', { name: 'Rules' });
  await link.focus();
  await page.keyboard.press('?');
  const help = page.getByRole('dialog', { name: 'Help' });
  await expect(help.getByRole('heading', { name: 'MQL (marketing qualified)' })).toBeVisible();
  await holdsUp(page);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(help.getByRole('searchbox')).toBeFocused();
  await page.keyboard.type('service level');
  await expect(help.getByRole('status')).toHaveText('1 entry');
  await expect(help.getByRole('heading', { name: 'SLA (service level agreement)' })).toBeVisible();
  await expect(help.getByRole('heading', { name: 'MQL (marketing qualified)' })).toBeHidden();
  await page.keyboard.press('Escape'); // clears the search
  await page.keyboard.press('Escape');
  await expect(help).toBeHidden();
  await expect(link).toBeFocused();
});

test('the way back leaves a sheet with its screen', async ({ page, visit }) => {
  await visit();
  await page.goto('./#/leads');
  await page.getByRole('button', { name: 'Settings' }).click();
  const settings = page.getByRole('dialog', { name: 'Settings' });
  await expect(settings).toBeVisible();
  await page.goBack();
  await expect(settings).toBeHidden();
  await expect(page.locator('.headline strong')).toBeVisible();
});

test('keys change screens, until they are switched off @desktop', async ({ page, visit }) => {
  await visit();
  const main = page.getByRole('main');
  await page.keyboard.press('g');
  await page.keyboard.press('u');
  await expect(page).toHaveURL(/#\/rules$/);
  await expect(main).toBeFocused();
  await page.keyboard.press('2');
  await expect(page).toHaveURL(/#\/leads$/);
  const search = page.getByRole('searchbox', { name: 'Search leads' });
  await expect(search).toBeVisible();
  await page.keyboard.press('/');
  await expect(search).toBeFocused();
  await page.keyboard.type('g4'); // text now
  await expect(page).toHaveURL(/#\/leads$/);
  await page.keyboard.press('Escape');
  await main.focus();
  await page.keyboard.press('?');
  const keys = page.getByRole('switch', { name: 'Keys without Ctrl' });
  await keys.focus();
  await page.keyboard.press('Space');
  await expect(keys).not.toBeChecked();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.keyboard.press('4');
  await page.keyboard.press('?');
  await expect(page).toHaveURL(/#\/leads$/);
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.reload();
  await expect(main.getByRole('heading', { name: 'Leads' })).toBeVisible();
  await page.keyboard.press('4');
  await expect(page).toHaveURL(/#\/leads$/);
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog', { name: 'Commands' })).toBeVisible();
});

test('a command opens a lead, a rule, a screen @desktop', async ({ page, visit }) => {
  await visit();
  await command(page, 'L00042');
  const palette = page.getByRole('dialog', { name: 'Commands' });
  await expect(
    palette.getByRole('group', { name: 'Leads' }).getByText('L00042', { exact: false }).first(),
  ).toBeVisible();
  await holdsUp(page);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#\/lead\/L00042$/);
  await expect(palette).toBeHidden();
  for (let times = 0; times < 2; times++) {
    await command(page, 'pricing page');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/#\/rules$/);
    await expect(page.locator('[data-rule=pricing]')).toBeFocused();
    await page.getByRole('link', { name: 'Rules' }).focus();
  }
  await command(page, 'results');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#\/results$/);
  await expect(page.getByRole('main')).toBeFocused();
});

test('a command undoes, and is there only when it can @desktop', async ({ page, visit }) => {
  await visit();
  const before = await headline(page);
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog', { name: 'Commands' });
  await expect(palette.getByRole('option', { name: 'Go to Rules' })).toBeVisible();
  await expect(palette.getByRole('option', { name: /^Undo/ })).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(palette).toBeHidden();
  await page.getByRole('slider').focus();
  await page.keyboard.press('PageUp');
  await expect(page.locator('.headline strong')).not.toHaveText(before.toLocaleString('en-GB'));
  await command(page, 'undo');
  await page.keyboard.press('Enter');
  await expect(page.locator('.headline strong')).toHaveText(before.toLocaleString('en-GB'));
});

test('commands save files and change the language @desktop', async ({ page, visit }) => {
  await visit();
  await command(page, 'save rules');
  const download = page.waitForEvent('download');
  await page.keyboard.press('Enter');
  expect((await download).suggestedFilename()).toBe('b2b-software.json');
  await command(page, 'open leads');
  const chooser = page.waitForEvent('filechooser');
  await page.keyboard.press('Enter');
  expect((await chooser).isMultiple()).toBe(true);
  await command(page, 'polski');
  await page.keyboard.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('lang', 'pl');
});

test('a button with an icon alone shows its name and keys @desktop', async ({ page, visit }) => {
  await visit();
  const share = page.getByRole('button', { name: 'Share' });
  const help = page.getByRole('button', { name: 'Help' });
  const tooltip = page.getByRole('tooltip');
  await share.focus();
  while (!(await help.evaluate((button) => button === document.activeElement))) await page.keyboard.press('Tab');
  await expect(tooltip).toHaveText('Help?');
  await expect(help).toHaveAttribute('aria-keyshortcuts', '?');
  await page.keyboard.press('Escape');
  await expect(tooltip).toBeHidden();
  await share.hover();
  await expect(tooltip).toContainText('Share');
});

test('a term says what it means @desktop', async ({ page, visit }) => {
  await visit();
  const term = page.getByRole('button', { name: 'Sales qualified', exact: true });
  await term.focus();
  await page.keyboard.press('Enter');
  const meaning = page.getByRole('dialog', { name: 'SQL (sales qualified)' });
  await expect(meaning).toContainText('In the sample: An accepted lead with whom a meeting was held.');
  await page.keyboard.press('Escape');
  await expect(meaning).toBeHidden();
  await expect(term).toBeFocused();
});

test('the hint at the line goes with the first move, and stays away', async ({ page, visit }) => {
  await visit();
  const hint = page.getByText('Drag this line');
  await expect(hint).toBeVisible();
  await page.getByRole('slider').focus();
  await page.keyboard.press('ArrowRight');
  await expect(hint).toBeHidden();
  await page.reload();
  await expect(page.locator('.headline strong')).toBeVisible();
  await expect(page.getByRole('slider')).toBeVisible();
  await expect(hint).toBeHidden();
});

test('prints without controls, and says by which rules and as of when @desktop', async ({ page, visit }) => {
  await visit();
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText('Rules: B2B software. Data: Sample: 5,000 leads. As of 31 Oct 2026.')).toBeVisible();
  await expect(page.getByRole('navigation')).toBeHidden();
  await expect(page.getByRole('banner')).toBeHidden();
  for (const screen of ['results', 'leads', 'rules', 'data']) {
    await page.goto(`./#/${screen}`);
    await expect(page.getByRole('main').getByRole('heading').first()).toBeVisible();
    await expect(page.getByRole('main').locator('.button:visible')).toHaveCount(0);
  }
});
