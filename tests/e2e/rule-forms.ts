// What journeys do with the forms of the Rules screen.
import type { Locator, Page } from '@playwright/test';
import { expect } from './page';

/** The rule file as it is now. */
export const fileText = async (page: Page): Promise<string> => {
  await page.getByRole('tab', { name: 'As a file' }).click();
  const text = await page.getByRole('textbox', { name: 'Rule file' }).inputValue();
  await page.getByRole('tab', { name: 'In sentences' }).click();
  return text;
};

/** Opens the form of a rule by its sentence. */
export async function openRule(page: Page, id: string): Promise<Locator> {
  const row = page.locator(`[data-rule="${id}"]`);
  await row.locator('.open-button').click();
  const form = row.locator('.form');
  await expect(form).toBeVisible();
  return form;
}

/** One of the choices of a list. */
export async function choose(page: Page, form: Locator, label: string | RegExp, choice: string): Promise<void> {
  await form.getByRole('button', { name: label }).first().click();
  await page.getByRole('option', { name: choice, exact: true }).click();
}

export async function type(field: Locator, text: string): Promise<void> {
  await field.fill(text);
  await field.press('Enter');
}

/** One of the choices of a menu. */
export async function menu(page: Page, within: Page | Locator, name: string, choice: string): Promise<void> {
  await within.getByRole('button', { name, exact: true }).first().click();
  await page.getByRole('menuitem', { name: choice, exact: true }).click();
}

export const stepDone = (page: Page, step: string) =>
  expect(page.getByRole('button', { name: `Undo: ${step}`, exact: true })).toBeVisible();
