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

test('a link that is refused changes nothing', async ({ page, visit }) => {
  await visit('#/rules');
  await page.evaluate(() => {
    location.hash = '#r=AAAA';
  });
  const answer = page.getByRole('alertdialog', { name: 'This link cannot be used' });
  await expect(answer).toContainText('damaged or was cut off');
  await answer.getByRole('button', { name: 'Go on' }).click();
  expect(new URL(page.url()).hash).toBe('#/rules');
  await expect(page.getByRole('heading', { name: 'B2B software', level: 1 })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled();
});
