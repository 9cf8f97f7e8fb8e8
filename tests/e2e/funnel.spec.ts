import type { Page } from '@playwright/test';
import { expect, openScreen, test } from './page';

const card = (page: Page, name: string) => page.getByRole('region', { name });
const reachedMql = (page: Page) =>
  card(page, 'Stages in numbers').getByRole('button', { name: /: reached Marketing qualified$/ });
const numberOf = (text: string | null) => Number(text?.replaceAll(/\D/g, ''));

test('every count of the funnel opens its leads', async ({ page, visit }) => {
  await visit();
  await openScreen(page, 'Funnel');
  const count = numberOf(await reachedMql(page).textContent());
  expect(count).toBeGreaterThan(50);
  await reachedMql(page).click();
  await expect(page.getByRole('heading', { name: 'Leads' })).toBeVisible();
  await expect(page.getByRole('list', { name: 'Filters' })).toContainText('reached Marketing qualified');
  await expect(page.locator('.lead-list [role=status]')).toHaveText(`${count.toLocaleString('en')} of 5,000`);
  await page.goBack();
  // By keys: the first part of the stream is everybody, the next who never came to a stage or the first stage.
  const stream = card(page, 'Where leads go').getByRole('group', { name: 'Where leads go' });
  const all = stream.getByRole('button', { name: '5,000 leads' });
  await all.focus();
  await page.keyboard.press('ArrowDown');
  const second = stream.locator(':focus');
  const name = (await second.getAttribute('aria-label')) ?? '';
  await page.keyboard.press('Enter');
  await expect(page.getByRole('list', { name: 'Filters' })).toContainText(name);
  await expect(page.locator('.lead-list [role=status]')).toHaveText(new RegExp(`^${name.split(' ')[0]} of 5,000`));
});

test('the funnel is that of a period and of a segment, and told apart by channel', async ({ page, visit }) => {
  await visit('#/funnel');
  await expect(reachedMql(page)).toBeVisible();
  const whole = numberOf(await reachedMql(page).textContent());
  const choose = async (label: string, choice: string) => {
    await page.getByRole('button', { name: label }).click();
    await page.getByRole('option', { name: choice }).click();
  };
  await choose('Leads that came in', 'the last 90 days');
  await expect.poll(async () => numberOf(await reachedMql(page).textContent())).toBeLessThan(whole);
  await choose('Leads that came in', 'any time');
  await expect(reachedMql(page)).toHaveText(whole.toLocaleString('en'));
  await choose('Told apart by', 'channel of the first touch');
  const groups = card(page, 'Who comes to “Marketing qualified”');
  await expect(groups.getByRole('listitem').nth(3)).toBeVisible();
  const shares = await groups.locator('.bar-value b').allTextContents();
  const known = shares.map(Number.parseFloat).filter((share) => !Number.isNaN(share));
  expect(known).toEqual([...known].sort((a, b) => b - a));
  await expect(page.locator('.curve .legend > span')).not.toHaveCount(0);
});

test('parts of screens have addresses, and the palette knows them @desktop', async ({ page, visit }) => {
  await visit('#/funnel/review');
  await expect(page.getByRole('tab', { name: 'Review' })).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog', { name: 'Commands' });
  await expect(palette).toBeVisible();
  await page.keyboard.type('nurture');
  await expect(palette.getByRole('option').first()).toContainText('Go to Hand-off: Nurture');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#\/sales\/nurture$/);
  await page.keyboard.press('4');
  await expect(page).toHaveURL(/#\/funnel$/);
});
