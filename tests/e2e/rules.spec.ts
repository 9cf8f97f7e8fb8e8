import { expect, headline, openScreen, test, undoAll, write } from './page';
import { choose, fileText, menu, openRule, stepDone, type } from './rule-forms';

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

test('shows faults of the text at line and column while the last result stands @desktop', async ({ page, visit }) => {
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

test('every kind of rule is edited by its form, and all of it undone', async ({ page, visit }) => {
  test.slow();
  await visit('#/rules');
  const before = await fileText(page);

  const decides = await openRule(page, 'decides');
  await type(decides.getByRole('textbox', { name: 'Name' }), 'Signs');
  await stepDone(page, 'Signs: Name');
  await choose(page, decides, /Test$/, 'contains');
  await stepDone(page, 'Signs: When');
  await decides.getByRole('button', { name: 'Remove ceo' }).click();
  const value = decides.getByRole('combobox', { name: 'Values' });
  await type(value, 'owner');
  await expect(decides.getByRole('button', { name: 'Remove owner' })).toBeVisible();
  await menu(page, decides, 'Add condition', 'Something they are');
  const field = decides.getByRole('combobox', { name: 'Field' }).last();
  await field.click();
  await field.fill('count');
  await page.getByRole('option', { name: /^country/ }).click();
  await stepDone(page, 'Signs: When');
  await menu(page, decides, 'Add condition', 'Something they did');
  await choose(page, decides, /How often$/, 'at least so often');
  await type(decides.getByRole('textbox', { name: 'Times' }), '3');
  await choose(page, decides, /When it happened$/, 'in the last');

  const pricing = await openRule(page, 'pricing');
  await type(pricing.getByRole('textbox', { name: 'At most points in all' }), '30');
  await type(pricing.getByRole('textbox', { name: 'in every' }), '7');
  await choose(page, pricing, /Fading$/, 'Halve, little by little');
  await expect(pricing.getByText('after 30 days 50%')).toBeVisible();
  await choose(page, pricing, /Adds to$/, 'Fit');
  await stepDone(page, 'Pricing page: Adds to');

  const silence = await openRule(page, 'silence');
  await type(silence.getByRole('textbox', { name: 'Points for every' }), '14');
  await choose(page, silence, /Which silence$/, 'every one so far');
  await stepDone(page, 'Silence: Which silence');

  const size = await openRule(page, 'size');
  await size.getByRole('button', { name: 'Remove line 1' }).click();
  await size.getByRole('button', { name: 'Add range' }).click();
  await stepDone(page, 'Company size: Ranges');

  const industry = await openRule(page, 'industry');
  const added = industry.getByRole('combobox', { name: 'Add value' });
  await added.click();
  await added.fill('Soft');
  await page.getByRole('option', { name: /^Software/ }).click();
  await type(industry.getByRole('textbox', { name: 'Points for anything else' }), '-1');
  await stepDone(page, 'Industry: Points for anything else');

  const after = await fileText(page);
  const rules = new Map<string, Record<string, unknown>>(
    JSON.parse(after).rules.map((rule: { id: string }) => [rule.id, rule]),
  );
  expect(rules.get('decides')).toMatchObject({
    label: 'Signs',
    when: {
      all: [
        { field: 'job_title', contains: expect.arrayContaining(['cfo', 'owner']) },
        { field: 'country', is_set: true },
        { event: expect.any(String), count: { ge: 3 }, within_days: 30 },
      ],
    },
  });
  expect(rules.get('pricing')).toMatchObject({
    score: 'fit',
    at_most: { times: 1, per_days: 7 },
    decay: { kind: 'half_life', days: 30 },
    max_points: 30,
  });
  expect(rules.get('silence')).toMatchObject({ each_idle_days: 14, past: true });
  expect((rules.get('size') as { ranges: unknown[] }).ranges.slice(-2)).toEqual([
    { from: 1000, to: 2000, points: 8 },
    { from: 2000, points: 0 },
  ]);
  expect(rules.get('industry')).toMatchObject({ points_for: { Logistics: 12, Software: 5 }, otherwise: -1 });

  await undoAll(page);
  expect(await fileText(page)).toBe(before);
});

test('a half-finished condition changes nothing, and a fault is shown where it is @desktop', async ({
  page,
  visit,
}) => {
  await visit('#/rules');
  const before = await fileText(page);
  const form = await openRule(page, 'free-mail');
  for (const value of ['@freemail.example', '@postbox.example'])
    await form.getByRole('button', { name: `Remove ${value}` }).click();
  await expect(form.getByText('Something is still missing here')).toBeVisible();
  expect(JSON.parse(await fileText(page)).rules[6].when.ends_with).toEqual(['@postbox.example']);
  await page.getByRole('button', { name: /^Undo/ }).click();
  expect(await fileText(page)).toBe(before);

  const size = await openRule(page, 'size');
  await type(size.getByRole('textbox', { name: 'From', exact: true }).nth(1), '60');
  await expect(size.getByText('No number is at least 60 and below 50.')).toBeVisible();
  expect(await fileText(page)).toBe(before);
});

test('a rule is added, moved, duplicated and deleted', async ({ page, visit }) => {
  test.slow();
  await visit('#/rules');
  const before = await fileText(page);
  const fit = page.getByRole('region', { name: 'Fit' });
  await menu(page, fit, 'Add rule', 'A path');
  const path = page.locator('[data-rule="path"]');
  await expect(path.locator('.form')).toBeVisible();
  await expect(path.getByRole('textbox', { name: 'Name' })).toBeFocused();
  await menu(page, path, 'More for path', 'Up');
  await stepDone(page, 'path moved');
  await menu(page, path, 'More for path', 'to Website');
  await expect(page.getByRole('region', { name: 'Engagement' }).locator('[data-rule="path"]')).toBeVisible();
  await menu(page, path, 'More for path', 'Duplicate');
  await expect(page.locator('[data-rule="path-2"] .form')).toBeVisible();
  await menu(page, page.locator('[data-rule="path-2"]'), 'More for path-2', 'Delete');
  await expect(page.locator('[data-rule="path-2"]')).toHaveCount(0);
  const rules = JSON.parse(await fileText(page)).rules as { id: string; group?: string; score?: string }[];
  expect(rules.find(({ id }) => id === 'path')).toMatchObject({ group: 'web', points: 10 });
  await undoAll(page);
  expect(await fileText(page)).toBe(before);
});

test('a rule is dragged into a group @desktop', async ({ page, visit }) => {
  await visit('#/rules');
  const handle = page.locator('[data-rule="partner"] .drag-handle');
  await handle.dragTo(page.locator('[data-rule="free-mail"]'), { targetPosition: { x: 200, y: 4 } });
  await handle.dragTo(page.locator('[data-rule="source"]'), { targetPosition: { x: 200, y: 4 } });
  await stepDone(page, 'Sent by a partner moved');
  const ids = JSON.parse(await fileText(page)).rules.map(({ id }: { id: string }) => id);
  expect(ids.indexOf('partner')).toBe(ids.indexOf('source') - 1);
});

test('scores, groups, stages, reasons and named conditions have forms', async ({ page, visit }) => {
  test.slow();
  await visit('#/rules');
  const before = await fileText(page);
  await menu(page, page, 'More for Fit', 'Edit');
  const score = page.locator('[data-form="score fit"]');
  await type(score.getByRole('textbox', { name: 'Id in the file' }), 'match');
  const renamed = page.locator('[data-form="score match"]');
  await type(renamed.getByRole('textbox', { name: 'Never over' }), '70');
  await renamed.getByRole('button', { name: 'Add band' }).click();
  await stepDone(page, 'Fit: Bands');

  await menu(page, page, 'More for Engagement', 'Add a group');
  const group = page.locator('[data-form="group group"]');
  await type(group.getByRole('textbox', { name: 'Name' }), 'Phone');
  await expect(page.getByRole('heading', { name: 'Phone' })).toBeVisible();

  await menu(page, page, 'More for Marketing qualified', 'Delete');
  await expect(page.getByText('This was not done:')).toBeVisible();
  await page.locator('[data-row="stage mql"] .open-button').click();
  const stage = page.locator('[data-form="stage mql"]');
  await type(stage.getByRole('textbox', { name: 'Points', exact: true }).first(), '65');
  await stepDone(page, 'Marketing qualified: Entered when');

  await page.getByRole('button', { name: 'Add reason' }).click();
  await type(page.locator('.form').getByRole('textbox', { name: 'Reason' }), 'Test data');
  await stepDone(page, 'Test data: Reason');
  await page.getByRole('button', { name: 'Add condition' }).last().click();
  await type(page.locator('[data-form="scenario condition"]').getByRole('textbox', { name: 'Name' }), 'known');
  await expect(page.locator('[data-row="scenario known"]')).toBeVisible();

  await page.getByRole('button', { name: 'Name, description and fields' }).click();
  const about = page.locator('[data-form="about"]');
  await type(about.getByRole('textbox', { name: 'Name' }).first(), 'Mine');
  await expect(page.getByRole('heading', { name: 'Mine' })).toBeVisible();
  await type(about.getByRole('combobox', { name: 'Add a column' }).first(), 'country');
  await stepDone(page, 'Rule set: country');

  const file = JSON.parse(await fileText(page));
  expect(Object.keys(file.scores)).toEqual(['match', 'engagement']);
  expect(file.scores.match).toMatchObject({ max: 70, bands: [{ label: 'E', ge: 50 }, { label: 'A' }, {}, {}, {}] });
  expect(file.rules[0].score).toBe('match');
  expect(file.groups.group).toEqual({ label: 'Phone', score: 'engagement' });
  expect(file.stages[1].enter.any[0].all).toEqual([
    { score: 'total', ge: 65 },
    { score: 'match', ge: 20 },
  ]);
  expect(file.disqualify[2].reason).toBe('Test data');
  expect(file.scenarios.known).toMatchObject({ is_set: true });
  expect(file.fields.country).toEqual({ type: 'text' });
  expect(file.name).toBe('Mine');
  await undoAll(page);
  expect(await fileText(page)).toBe(before);
});

test('one lead is tested against the rules as they are @desktop', async ({ page, visit }) => {
  await visit('#/rules');
  await page.getByRole('searchbox', { name: /^Search a lead/ }).fill('L00001');
  const equation = page.locator('.lead-equation');
  await expect(equation).toBeVisible();
  const total = async () => Number((await equation.locator('.equation-total').textContent())?.replace(/[^\d.-]/g, ''));
  const terms = await equation.locator('b').allTextContents();
  const sum = terms.reduce((all, term) => all + Number(term.replaceAll(/[ +]/g, '').replace('−', '-')), 0);
  expect(sum).toBeCloseTo(await total(), 3);
  await equation.getByRole('link').click();
  await expect(page.getByRole('heading', { name: 'Why this score' })).toBeVisible();
});
