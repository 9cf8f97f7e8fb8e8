import { randomBytes } from 'node:crypto';
import { expect, headline, openScreen, test } from './page';

test('rules travel by link, and are asked about before they replace others', async ({ page, visit, requests }) => {
  await visit();
  const before = await headline(page);
  await openScreen(page, 'Rules');
  const field = page.locator('.rule').first().getByRole('textbox').first();
  await field.fill('500');
  await field.press('Enter');
  await openScreen(page, 'Results');
  await expect(page.locator('.headline strong')).not.toHaveText(before.toLocaleString('en-GB'));
  const changed = await headline(page);

  await page.getByRole('button', { name: 'Share' }).click();
  const dialog = page.getByRole('dialog', { name: 'Share these rules' });
  const linkField = dialog.getByRole('textbox', { name: 'Link' });
  await expect(linkField).toHaveValue(/^http:\/\/localhost:\d+\/#r=[\w-]+$/);
  const link = await linkField.inputValue();
  await expect(dialog).toContainText(`${link.length.toLocaleString('en-GB')} characters`);
  await dialog.getByText('All that is in the link').click();
  await expect(dialog.locator('pre')).toContainText('"format": "mqlab/1"');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('button', { name: 'Share' })).toBeFocused();

  // Another visitor opens it.
  const asked = requests.length;
  await page.goto('about:blank');
  await page.goto(link);
  const question = page.getByRole('alertdialog', { name: 'This link brings rules' });
  await expect(question).toContainText('B2B software');
  await question.getByRole('button', { name: 'Use these rules' }).click();
  await expect(page.locator('.headline strong')).toHaveText(changed.toLocaleString('en-GB'));
  expect(new URL(page.url()).hash).toBe('#/results');
  for (const request of requests.slice(asked)) expect(request).not.toContain('r=');
  await page.getByRole('button', { name: 'Undo: B2B software opened' }).click();
  await expect(page.locator('.headline strong')).toHaveText(before.toLocaleString('en-GB'));
});

test('says when a link is long, and makes none that is too long @desktop', async ({ page, visit }) => {
  await visit('#/rules');
  await page.getByRole('tab', { name: 'As a file' }).click();
  const area = page.getByRole('textbox', { name: 'Rule file' });
  const text = await area.inputValue();
  // Random, so that it does not pack well.
  const fillWith = (bytes: number) =>
    area.fill(text.replace(/"description": "[^"]*"/, `"description": "${randomBytes(bytes).toString('base64')}"`));
  const dialog = page.getByRole('dialog', { name: 'Share these rules' });
  await fillWith(10_000);
  await page.getByRole('button', { name: 'Share' }).click();
  await expect(dialog).toContainText('may cut off a link of more than 8,000 characters');
  await expect(dialog.getByRole('button', { name: 'Copy link' })).toBeVisible();
  await page.keyboard.press('Escape');
  await fillWith(60_000);
  await page.getByRole('button', { name: 'Share' }).click();
  await expect(dialog).toContainText('more than 64,000 are not safe to send');
  await expect(dialog.getByRole('button', { name: 'Copy link' })).toBeHidden();
  await expect(dialog.getByRole('button', { name: 'Save file' })).toBeVisible();
});

test('a link may be pasted @desktop', async ({ page, visit }) => {
  await visit();
  await page.getByRole('button', { name: 'Share' }).click();
  const link = await page.getByRole('textbox', { name: 'Link' }).inputValue();
  await page.keyboard.press('Escape');
  await page.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', `Have a look: ${text}`);
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
  }, link);
  const question = page.getByRole('alertdialog', { name: 'This link brings rules' });
  await expect(question).toContainText('20 rules');
  await question.getByRole('button', { name: 'Keep mine' }).click();
  await expect(question).toBeHidden();
});

test('a link that is refused changes nothing @desktop', async ({ page, visit }) => {
  await visit('#/rules');
  await page.evaluate(() => {
    location.hash = '#r=AAAA';
  });
  const answer = page.getByRole('alertdialog', { name: 'This link cannot be used' });
  await expect(answer).toContainText('damaged or was cut off');
  await answer.getByRole('button', { name: 'Go on' }).click();
  expect(new URL(page.url()).hash).toBe('#/rules');
  await expect(page.getByRole('heading', { name: 'B2B software', level: 1 })).toBeVisible();
  await expect(page.getByRole('button', { name: /^Undo/, disabled: false })).toHaveCount(0);
});
