// Exports of products, as they come: dropped, packed, pasted, put right.
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { eventsCsv, expect, file, leadsCsv, openScreen, test } from './page';

const FOLDER = 'tests/imports';
const preview = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

async function choose(page: Page, ...paths: string[]): Promise<void> {
  await openScreen(page, 'Data');
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles(paths.map((path) => `${FOLDER}/${path}`));
}

const used = async (page: Page, words: string) => {
  await page.getByRole('button', { name: 'Use this data' }).click();
  await expect(page.getByRole('contentinfo')).toContainText(words);
};

test('an export of a CRM and of a mailer are understood and joined by e-mail @firefox', async ({
  page,
  visit,
  requests,
}) => {
  await visit();
  await choose(page, 'hubspot/contacts_ui.csv', 'hubspot/email_events.csv');
  const contacts = preview(page, 'contacts_ui.csv');
  await expect(contacts).toContainText('HubSpot, Leads');
  await expect(contacts).toContainText('28 rows');
  await expect(preview(page, 'email_events.csv')).toContainText('HubSpot, Events');
  const before = requests.length;
  await used(page, 'Scored 28 leads, 24 events');
  await openScreen(page, 'Data');
  await expect(page.getByText('How events found their leads')).toBeVisible();
  await expect(page.locator('.counts').filter({ hasText: 'by e-mail' })).toContainText('24');
  await expect(page.locator('.counts').filter({ hasText: 'of nobody' })).toContainText('4');
  expect(requests.slice(before)).toEqual([]);
});

test('visitors without contact data become leads where that is wanted @desktop', async ({ page, visit }) => {
  await visit();
  await choose(page, 'ga4/events_flat.csv');
  await expect(page.getByText('There is no file of leads here')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Use this data' })).toBeDisabled();
  await page.getByText('Make leads of those who have events alone').click();
  await used(page, 'events in');
  await openScreen(page, 'Data');
  await expect(page.getByText(/leads were made of events alone/)).toBeVisible();
});

test('tables come out of archives and workbooks @desktop', async ({ page, visit }) => {
  await visit();
  await choose(page, 'containers/audience.zip', 'containers/leads.xlsx');
  const sections = page.locator('.draft-file');
  await expect(sections.first()).toBeVisible();
  await expect(sections.filter({ hasText: 'audience.zip: ' }).first()).toContainText('Mailchimp');
  await expect(sections.filter({ hasText: 'leads.xlsx: ' }).first()).toBeVisible();
});

test('letters, separator and dates of a sheet of another Windows are found, and can be chosen @desktop', async ({
  page,
  visit,
}) => {
  await visit();
  await choose(page, 'handmade/leads_pl.csv');
  const sheet = preview(page, 'leads_pl.csv');
  await expect(sheet).toContainText('windows-1250, separated by semicolon');
  await sheet.getByText('First rows').click();
  await expect(sheet.getByRole('table').last()).toContainText('Łódź');
  await sheet.getByText('Letters, separator, dates, numbers').click();
  await sheet.getByRole('button', { name: /Letters are written in/ }).click();
  await page.getByRole('option', { name: 'windows-1251' }).click();
  await expect(sheet).toContainText('windows-1251');
  await expect(sheet.getByRole('table').last()).not.toContainText('Łódź');
});

test('a wrong guess is put right, saved, and known the next time @desktop', async ({ page, visit }) => {
  const odd = 'Kennung,Wann,Was,Worum\nA1,2026-03-01T09:30:00Z,Beratung,Preise\nA2,2026-03-02,Beratung,Preise\n';
  await visit();
  await openScreen(page, 'Data');
  const input = page.locator('input[type=file]').first();
  await input.setInputFiles([file('leads.csv', leadsCsv), file('odd.csv', odd)]);
  const sheet = preview(page, 'odd.csv');
  await expect(sheet).toBeVisible();
  if (!(await sheet.getByRole('button', { name: /What it holds/ }).isVisible())) {
    await sheet.getByText('Letters, separator, dates, numbers').click();
  }
  await sheet.getByRole('button', { name: /What it holds/ }).click();
  await page.getByRole('option', { name: 'Events', exact: true }).click();
  for (const [header, field] of [
    ['Kennung', 'Lead id'],
    ['Wann', 'Time'],
    ['Was', 'Type of event'],
  ] as const) {
    const choice = sheet.getByRole('button', { name: new RegExp(`What ${header} is`) });
    if (!(await choice.isVisible())) await sheet.getByText(/columns understood/).click();
    await choice.click();
    await page.getByRole('option', { name: field, exact: true }).click();
    await expect(choice).toContainText(field);
  }
  await sheet.getByRole('button', { name: /What Beratung is/ }).click(); // open, for its meaning is not known
  await page.getByRole('option', { name: 'Demo request' }).click();
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save these choices' }).click();
  const mapping = await readFile((await (await saved).path()) ?? '', 'utf8');
  expect(JSON.parse(mapping)).toMatchObject({ format: 'mqlab-mapping/1' });
  await used(page, 'Scored 3 leads, 2 events');

  await openScreen(page, 'Data');
  await input.setInputFiles([
    { name: 'mapping.json', mimeType: 'application/json', buffer: Buffer.from(mapping) },
    file('leads.csv', leadsCsv),
    file('odd.csv', odd),
  ]);
  await expect(preview(page, 'odd.csv')).toContainText('Events');
  await used(page, 'Scored 3 leads, 2 events');
});

test('cells pasted from a spreadsheet keep their line breaks @desktop', async ({ page, visit }) => {
  await visit();
  await page.evaluate(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', 'lead_id\tcompany\nA1\t"Acme\nWarsaw"\n');
    clipboardData.setData(
      'text/html',
      '<table><tr><td>lead_id</td><td>company</td></tr><tr><td>A1</td><td>Acme &amp; Co<br>Warsaw</td></tr></table>',
    );
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
  });
  const cells = preview(page, 'Pasted cells');
  await cells.getByText('First rows').click();
  await expect(cells.getByRole('cell', { name: 'Acme & Co Warsaw', exact: true }).last()).toBeVisible();
});

test('what is no table is refused with a reason, and nothing is replaced @desktop', async ({ page, visit }) => {
  await visit();
  await openScreen(page, 'Data');
  const bomb = Buffer.from(await readFile(`${FOLDER}/containers/leads.xlsx`)).subarray(0, 900);
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles([
      { name: 'cut.xlsx', mimeType: 'application/octet-stream', buffer: bomb },
      { name: 'picture.png', mimeType: 'image/png', buffer: Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex') },
    ]);
  await expect(page.getByRole('alert').filter({ hasText: 'cut.xlsx' })).toBeVisible();
  await expect(page.getByRole('alert').filter({ hasText: 'picture.png' })).toBeVisible();
  await expect(page.getByRole('contentinfo')).toContainText('Scored 5,000 leads');
});

test('an import is cancelled half-way, and what was there stays @desktop', async ({ page, visit }) => {
  await visit();
  await openScreen(page, 'Data');
  const row = (n: number) => `${n}@example.com,Opened e-mail,0${(n % 9) + 1}.03.2026 10:00\n`;
  const many = `E-mail,Event,Date\n${Array.from({ length: 900_000 }, (_, n) => row(n)).join('')}`;
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles([file('leads.csv', leadsCsv), file('events.csv', many)]);
  await page.getByRole('button', { name: 'Use this data' }).click();
  const loading = page.getByRole('region', { name: 'Loading your data' });
  await loading.getByRole('button', { name: 'Cancel' }).click();
  await expect(loading).toBeHidden();
  await expect(page.getByRole('contentinfo')).toContainText('Scored 5,000 leads');
});

test('events in a file of their own words join the leads that are there @desktop', async ({ page, visit }) => {
  await visit();
  await openScreen(page, 'Data');
  const input = page.locator('input[type=file]').first();
  await input.setInputFiles([file('leads.csv', leadsCsv)]);
  await used(page, 'Scored 3 leads, 0 events');
  await openScreen(page, 'Data');
  await input.setInputFiles([file('events.csv', eventsCsv)]);
  await expect(page.getByText('The events will be joined to leads.csv')).toBeVisible();
  await used(page, 'Scored 3 leads, 3 events');
});

test('a rule file among the data opens the rules @desktop', async ({ page, visit }) => {
  await visit();
  await openScreen(page, 'Data');
  await page.locator('input[type=file]').first().setInputFiles('rules/presets/starter.json');
  await expect(page).toHaveURL(/#\/rules$/);
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('B2B software');
  await expect(page.getByRole('contentinfo')).toContainText('Scored 5,000 leads');
});
