import type { Locator, Page } from '@playwright/test';
import { expect, test, undoAll } from './page';
import { choose, fileText, menu, stepDone, type } from './rule-forms';

/** Opens the form of a row of one of the last cards. */
async function openRow(page: Page, row: string): Promise<Locator> {
  const place = page.locator(`[data-row="${row}"]`);
  await place.locator('.open-button').first().click();
  const form = place.locator('.form');
  await expect(form).toBeVisible();
  return form;
}

test('hand-off and money are edited by forms, and undone', async ({ page, visit }) => {
  test.slow();
  await visit('#/rules');
  const before = await fileText(page);

  const clock = await openRow(page, 'sla clock');
  await type(clock.getByRole('textbox', { name: 'Sales gets in touch within' }), '4');
  await stepDone(page, 'Hand-off to sales: Clock');
  await clock.getByRole('checkbox', { name: 'Sat' }).check();
  await type(clock.getByRole('textbox', { name: 'From' }), '18:00');
  await expect(clock.getByText('No time of day is between 18:00 and 17:00.')).toBeVisible();
  await type(clock.getByRole('textbox', { name: 'From' }), '08:30');
  await expect(page.locator('[data-row="sla clock"]')).toContainText('Fri and Sat, from 08:30 to 17:00');

  const touch = await openRow(page, 'sla touch');
  await choose(page, touch, /The clock ends with$/, 'as usual');
  const contact = await openRow(page, 'sla contact');
  await type(contact.getByRole('combobox'), 'phone');
  await expect(page.locator('[data-row="sla contact"]')).toContainText('phone');

  const value = await openRow(page, 'economics value');
  await type(value.getByRole('textbox', { name: 'Share that is earned' }), '60');
  await stepDone(page, 'Money and channels: Revenue');
  const touches = await openRow(page, 'economics touches');
  await choose(page, touches, /Campaign$/, 'a field of leads');
  const roles = await openRow(page, 'economics roles');
  await choose(page, roles, /Open deal$/, 'Sales qualified');

  const file = JSON.parse(await fileText(page));
  expect(file.sla).toMatchObject({
    hours: 4,
    contact: ['email', 'phone'],
    business_hours: { days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat'], from: '08:30', until: '17:00' },
  });
  expect(file.sla).not.toHaveProperty('touch');
  expect(file.economics).toMatchObject({
    margin_percent: 60,
    campaign: { field: expect.any(String) },
    stages: { opportunity: 'sql' },
  });
  await undoAll(page);
  expect(await fileText(page)).toBe(before);
});

test('checklists and nurture tracks are added, edited and deleted, and undone', async ({ page, visit }) => {
  test.slow();
  await visit('#/rules');
  const before = await fileText(page);

  await page.getByRole('button', { name: 'Add checklist' }).click();
  // The next of the standard ones, which can be made one's own.
  const list = page.locator('[data-form="checklist champ"]');
  await expect(list.getByRole('textbox', { name: 'Name' }).first()).toBeFocused();
  await expect(page.locator('[data-row="checklist champ"]')).toContainText('Complete when 4 of 4 hold');
  await type(list.getByRole('textbox', { name: 'Id in the file' }), 'own');
  const renamed = page.locator('[data-form="checklist own"]');
  await renamed.getByRole('button', { name: 'Add item' }).click();
  const last = renamed.locator('.block').nth(4);
  await type(last.getByRole('textbox', { name: 'Name' }), 'Team');
  await type(last.getByRole('textbox', { name: 'What to ask while it is not known' }), 'Who works with it?');
  await last.getByRole('button', { name: 'Team up' }).click();
  await type(renamed.getByRole('textbox', { name: 'Items that must hold' }), '1');
  await expect(page.locator('[data-row="checklist own"]')).toContainText('Complete when 1 of 5 holds');

  // It is offered where named conditions are.
  await page.locator('[data-row="stage sql"] .open-button').click();
  const stage = page.locator('[data-form="stage sql"]');
  await menu(page, stage, 'Add condition', 'A named condition');
  await choose(page, stage.locator('[data-kind="scenario"]').first(), /Named condition$/, 'BANT');
  await stepDone(page, 'Sales qualified: Entered when');

  await menu(page, page, 'More for Hospitals and care', 'Down');
  await page.getByRole('button', { name: 'Add track' }).click();
  const track = page.locator('[data-form="track track"]');
  await type(track.getByRole('textbox', { name: 'Name' }), 'Later');
  await type(track.getByRole('group', { name: 'To decide' }).getByRole('combobox'), 'Price list');
  await stepDone(page, 'Later: Contents');
  await menu(page, page, 'More for Begins to plan', 'Delete');
  const silence = await openRow(page, 'nurture silence');
  await type(silence.getByRole('textbox'), '45');
  await stepDone(page, 'Nurture tracks: About to be lost');

  const file = JSON.parse(await fileText(page));
  expect(file.qualification.own).toMatchObject({
    at_least: 1,
    items: [
      { id: 'challenges' },
      { id: 'authority' },
      { id: 'money' },
      { label: 'Team', ask: 'Who works with it?' },
      { id: 'prioritization', when: { event: 'prioritization_confirmed' } },
    ],
  });
  expect(JSON.stringify(file.stages[3].enter)).toContain('{"scenario":"bant"}');
  expect(file.nurture.silent_days).toBe(45);
  expect(file.nurture.tracks.map(({ id }: { id: string }) => id)).toEqual(['compares', 'care', 'track']);
  expect(file.nurture.tracks[2]).toMatchObject({ label: 'Later', content: { decision: ['Price list'] } });
  await undoAll(page);
  expect(await fileText(page)).toBe(before);
});
