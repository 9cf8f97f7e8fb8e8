import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { chooseFiles, eventsCsv, expect, file, leadsCsv, openScreen, test } from './page';

const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'Export leads' });

async function openExport(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: /^Export/ }).click();
  await expect(dialogOf(page)).toBeVisible();
  return dialogOf(page);
}

async function choose(page: Page, label: string, choice: string): Promise<void> {
  await dialogOf(page).getByRole('button', { name: label }).click();
  await page.getByRole('option', { name: choice, exact: true }).click();
}

async function saved(page: Page): Promise<{ name: string; bytes: Buffer }> {
  const download = page.waitForEvent('download');
  await dialogOf(page).getByRole('button', { name: 'Save file' }).click();
  const file = await download;
  return { name: file.suggestedFilename(), bytes: await readFile((await file.path()) ?? '') };
}

const rowsOf = (text: string) => text.trimEnd().split(/\r?\n/);

async function withOwnData(page: Page): Promise<void> {
  const leads = leadsCsv.replace('A3,', '=A3,').replace('Ana,Popescu', 'Ștefan,Țiriac');
  await chooseFiles(page, file('leads.csv', leads), file('events.csv', eventsCsv));
  await page.getByRole('button', { name: 'Use this data' }).click();
  await expect(page.getByRole('contentinfo').getByRole('status')).toHaveText(/^Scored 3 leads/);
  await openScreen(page, 'Leads');
}

test('leads leave in every form, and nothing is asked of the network', async ({ page, visit, requests }) => {
  test.slow();
  await visit();
  await withOwnData(page);
  const asked = requests.length;
  const dialog = await openExport(page);

  const csv = await saved(page);
  expect(csv.name).toBe('scored-leads.csv');
  expect([...csv.bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const lines = rowsOf(csv.bytes.subarray(3).toString());
  expect(lines[0]).toMatch(/^lead_id,fit,engagement,total,grade,stage,disqualified,reached_lead,.*,email,first_name/);
  expect(lines).toHaveLength(4);
  expect(lines[3]).toMatch(/^"'=A3",-?\d+\.\d{3},/);
  expect(lines[3]).toContain(`"'=cmd@x.example",Eve,Formula,"'+CEO","'=1+2",12,RO`);
  await expect(dialog).toContainText('3 leads saved as scored-leads.csv.');

  await choose(page, 'Encoding', 'UTF-16');
  await choose(page, 'Between cells', 'Semicolon ;');
  await choose(page, 'Points are written', '12,5');
  const wide = new TextDecoder('utf-16le').decode((await saved(page)).bytes);
  expect(rowsOf(wide)[1]).toMatch(/^A1;-?\d+,\d{3};/);
  expect(wide).toContain('Ștefan;Țiriac');

  await choose(page, 'As', 'NDJSON file');
  const ndjson = await saved(page);
  expect(ndjson.name).toBe('scored-leads.ndjson');
  const leads = rowsOf(ndjson.bytes.toString()).map((line) => JSON.parse(line));
  expect(leads[2]).toMatchObject({
    lead_id: '=A3',
    employees: 12,
    country: 'RO',
    created_at: '2026-02-03T00:00:00.000Z',
  });
  expect(typeof leads[0].total).toBe('number');

  await choose(page, 'As', 'Excel workbook (XLSX)');
  const xlsx = await saved(page);
  expect(xlsx.name).toBe('scored-leads.xlsx');
  const parts = unzipSync(xlsx.bytes);
  const sheet = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
  expect(sheet).toContain('state="frozen"');
  expect(sheet).not.toContain('<f>');
  expect(sheet).toMatch(/<c r="A4" s="1" t="inlineStr"><is><t xml:space="preserve">=A3</);
  expect(sheet).toContain(`<v>${leads[0].total}</v>`);
  expect(strFromU8(parts['xl/workbook.xml'] ?? new Uint8Array())).toContain('name="Scored leads"');

  await choose(page, 'As', 'CSV file for HubSpot');
  await expect(dialog.getByRole('listitem')).toHaveText([
    'Email',
    'MQLab score',
    'MQLab grade',
    'MQLab stage',
    'Lifecycle Stage',
  ]);
  const hubspot = await saved(page);
  expect(hubspot.name).toBe('scored-leads-hubspot.csv');
  expect(rowsOf(hubspot.bytes.toString())[0]).toBe('Email,MQLab score,MQLab grade,MQLab stage,Lifecycle Stage');
  expect(rowsOf(hubspot.bytes.toString())[1]).toMatch(/^ana@acme\.example,\d+\.\d{3},/);
  await choose(page, 'As', 'CSV file for Mailchimp');
  expect(rowsOf((await saved(page)).bytes.toString())[0]).toBe(
    'Email Address,First Name,Last Name,MQLab score,MQLab grade,TAGS',
  );
  expect(requests.slice(asked)).toEqual([]);
});

test('what an encoding lacks is told before it is saved @desktop', async ({ page, visit }) => {
  await visit();
  await withOwnData(page);
  const dialog = await openExport(page);
  await choose(page, 'Encoding', 'Windows-1250 (Central Europe)');
  const central = new TextDecoder('windows-1250').decode((await saved(page)).bytes);
  expect(central).toContain('Ştefan,Ţiriac');
  await choose(page, 'Encoding', 'Windows-1251 (Cyrillic)');
  let downloads = 0;
  page.on('download', () => {
    downloads += 1;
  });
  await dialog.getByRole('button', { name: 'Save file' }).click();
  const question = dialog.getByRole('alert');
  await expect(question).toContainText('2 characters cannot be written in this encoding: Ș Ț.');
  expect(downloads).toBe(0);
  const download = page.waitForEvent('download');
  await question.getByRole('button', { name: 'Save with ? in their place' }).click();
  expect(await readFile((await (await download).path()) ?? '', 'latin1')).toContain('?tefan,?iriac');
  await dialog.getByRole('button', { name: 'Save file' }).click();
  await question.getByRole('button', { name: 'Take UTF-8 instead' }).click();
  await expect(dialog.getByRole('button', { name: 'Encoding' })).toContainText('UTF-8 for Excel');
  expect(downloads).toBe(1);
});

test('personal data is masked or hashed on request @desktop', async ({ page, visit }) => {
  await visit();
  await withOwnData(page);
  const dialog = await openExport(page);
  await dialog.getByText('Masked').click();
  const masked = (await saved(page)).bytes.toString();
  expect(masked).toContain('a•••@acme.example,Ș•••,Ț•••,Marketing Director');
  expect(masked).not.toContain('ana@');
  await dialog.getByText('Hashed').click();
  await dialog.getByRole('group', { name: 'Which columns' }).getByRole('checkbox', { name: 'lead_id' }).click();
  const [first, second] = [(await saved(page)).bytes.toString(), (await saved(page)).bytes.toString()];
  expect(rowsOf(first)[1]).toMatch(/^[0-9a-f]{16},/);
  expect(rowsOf(first)[1]).toMatch(/,[0-9a-f]{16},[0-9a-f]{16},[0-9a-f]{16},Marketing Director/);
  expect(rowsOf(first)[1]?.slice(0, 16)).not.toBe(rowsOf(second)[1]?.slice(0, 16)); // another salt each time
  expect(first).not.toContain('A1,');
});

test('leads are copied as cells @desktop', async ({ page, visit, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await visit();
  await withOwnData(page);
  const dialog = await openExport(page);
  await choose(page, 'As', 'Cells for a spreadsheet (clipboard)');
  await dialog.getByRole('button', { name: 'Copy', exact: true }).click();
  await expect(dialog).toContainText('3 leads copied.');
  const [text, html] = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const read = async (type: string) => (await item?.getType(type))?.text() ?? '';
    return [await read('text/plain'), await read('text/html')];
  });
  expect(rowsOf(text ?? '')[3]).toContain(`"'=cmd@x.example"\tEve\tFormula\t"'+CEO"\t"'=1+2"\t12\tRO`);
  expect(html).toMatch(/<td>'=1\+2<\/td><td>12<\/td>/);
});

test('columns, order and leads are chosen from the keyboard alone @desktop', async ({ page, visit }) => {
  await visit('#/leads');
  await page.keyboard.press('e');
  const dialog = dialogOf(page);
  await expect(dialog).toBeVisible();
  await dialog.getByRole('radio', { name: /^All/ }).focus();
  await page.keyboard.press('ArrowLeft'); // from the first round to the last
  await expect(dialog.getByRole('radio', { name: /^Qualified/ })).toBeChecked();
  await dialog.getByText('Columns: 28 of 28').press('Enter');
  await dialog.getByRole('button', { name: 'None' }).press('Enter');
  await expect(dialog).toContainText('Choose at least one column.');
  await dialog.getByRole('checkbox', { name: 'total' }).press('Space');
  await dialog.getByRole('checkbox', { name: 'lead_id' }).press('Space');
  for (let step = 0; step < 3; step += 1) await dialog.getByRole('button', { name: 'Move total up' }).press('Enter');
  const download = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Save file' }).press('Enter');
  const lines = rowsOf((await readFile((await (await download).path()) ?? '', 'utf8')).slice(1));
  expect(lines[0]).toBe('total,lead_id');
  expect(lines.length - 1).toBe(
    Number(
      (await page.evaluate(() => document.querySelector('[role=dialog]')?.textContent ?? '')).match(
        /Qualified \((\d+)\)/,
      )?.[1],
    ),
  );
  await dialog.getByText('The same on the command line').press('Enter');
  await expect(dialog.locator('pre')).toContainText('--columns total,lead_id');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});

test('a long export is cancelled half-way @desktop', async ({ page, visit }) => {
  test.slow();
  await visit();
  const rows = Array.from(
    { length: 120_000 },
    (_, n) => `L${n},person${n}@example.com,Some Company ${n % 999},${n % 500}`,
  );
  await chooseFiles(page, file('many.csv', `lead_id,email,company,employees\n${rows.join('\n')}\n`));
  await page.getByRole('button', { name: 'Use this data' }).click();
  await expect(page.getByRole('contentinfo').getByRole('status')).toHaveText(/^Scored 120,000 leads/);
  await openScreen(page, 'Leads');
  const dialog = await openExport(page);
  await choose(page, 'As', 'Excel workbook (XLSX)');
  let downloads = 0;
  page.on('download', () => {
    downloads += 1;
  });
  await dialog.getByRole('button', { name: 'Save file' }).click();
  await expect(dialog.getByRole('progressbar')).toBeVisible();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(dialog).toContainText('Cancelled. Nothing was saved.');
  await expect(dialog.getByRole('button', { name: 'Save file' })).toBeEnabled();
  expect(downloads).toBe(0);
  await choose(page, 'As', 'CSV file');
  expect(rowsOf((await saved(page)).bytes.toString())).toHaveLength(120_001);
});
