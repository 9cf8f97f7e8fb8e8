import { expect, headline, openScreen, test, write } from './page';

test('a change of points moves the headline, and undo brings it back @firefox', async ({ page, visit }) => {
  await visit();
  const before = await headline(page);
  await openScreen(page, 'Rules');
  const field = page.locator('.rule').first().getByRole('textbox').first();
  const points = await field.inputValue();
  await write(field, '500');
  await field.press('Enter');
  await expect(
    page.getByRole('button', { name: new RegExp(`^Undo: .*${points.replace('+', '')} to 500`) }),
  ).toBeVisible();
  await openScreen(page, 'Results');
  await expect(page.locator('.headline strong')).not.toHaveText(before.toLocaleString('en-GB'));
  await page.getByRole('button', { name: /^Undo/ }).click();
  await expect(page.locator('.headline strong')).toHaveText(before.toLocaleString('en-GB'));
  await expect(page.getByRole('button', { name: /^Redo: .*to 500/ })).toBeEnabled();
});

test('a rule can be switched off', async ({ page, visit }) => {
  await visit('#/rules');
  const rule = page.locator('.rule').first();
  await rule.locator('.switch').click();
  await expect(rule).toHaveAttribute('data-off', 'true');
  await expect(page.getByRole('button', { name: /^Undo: .*: off/ })).toBeEnabled();
  await page.keyboard.press('Control+z');
  await expect(rule).not.toHaveAttribute('data-off', 'true');
});

test('shows faults of the text at line and column while the last result stands', async ({ page, visit }) => {
  await visit('#/rules');
  await page.getByRole('tab', { name: 'As a file' }).click();
  const area = page.getByRole('textbox', { name: 'Rule file' });
  const text = await area.inputValue();
  await area.fill(text.replace(/"points": *-?\d+/, '"points": "many"'));
  const fault = page.locator('.rule-issues .error').first();
  await expect(fault).toContainText(/Line \d+, column \d+/);
  await expect(page.getByRole('contentinfo')).toContainText('The rule file has faults');
  await fault.getByRole('button').click();
  const marked = await area.evaluate((element: HTMLTextAreaElement) =>
    element.value.slice(element.selectionStart, element.selectionStart + 6),
  );
  expect(marked).toBe('"many"');
  await page.getByRole('tab', { name: 'In sentences' }).click();
  await page.getByRole('button', { name: 'Back to the last valid rules' }).click();
  await expect(page.getByRole('contentinfo')).not.toContainText('faults');
});
