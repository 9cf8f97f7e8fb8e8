// What stays on the device between visits, and what does not.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { chooseFiles, eventsCsv, expect, file, headline, leadsCsv, openScreen, test } from './page';

test('a second visit needs no network @desktop', async ({ page, visit, context }) => {
  await visit('#/privacy');
  await expect(page.getByText(/page's own files [1-9]/)).toBeVisible();
  await page.getByRole('button', { name: 'Check the copies on this device' }).click();
  await expect(page.getByText(/files are kept on this device and all are exactly as listed/)).toBeVisible();
  await context.setOffline(true);
  await page.reload();
  await openScreen(page, 'Results');
  expect(await headline(page)).toBeGreaterThan(0);
  for (const screen of ['Leads', 'Rules', 'Data'] as const) {
    await openScreen(page, screen);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  }
});

test('a new version takes over on the user\u2019s word @desktop', async ({ page }, info) => {
  // A host of its own, whose page can change.
  const folder = info.outputPath('page');
  await cp('build/page', folder, { recursive: true });
  const server = spawn('node', ['web/serve.mjs', folder, '0'], { stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    const [line] = await once(server.stdout, 'data');
    const address = /http:\/\/\S+/.exec(String(line))?.[0] ?? '';
    await page.goto(`${address}/#/privacy`);
    await expect(page.getByText(/page's own files [1-9]/)).toBeVisible();
    await page.reload();
    await expect(page.getByText(/page's own files [1-9]/)).toBeVisible();
    const worker = `${folder}/service-worker.js`;
    await writeFile(worker, (await readFile(worker, 'utf8')).replace(/version = '\w+'/, "version = 'next'"));
    await page.reload();
    await expect(page.getByText('A new version of this page is ready.')).toBeVisible();
    const caches = () => page.evaluate(async () => (await window.caches.keys()).map((name) => name.split(' ').at(-1)));
    expect(await caches()).toHaveLength(2);
    await page.getByRole('button', { name: 'Reload' }).click();
    await expect(page.getByText('A new version of this page is ready.')).toBeHidden();
    await expect.poll(caches).toEqual(['next']);
  } finally {
    server.kill();
  }
});

test('settings hold, and are applied before the first paint @desktop', async ({ page, visit }) => {
  await visit();
  await page.getByRole('button', { name: 'Settings' }).click();
  for (const choice of ['Dark', 'Compact', 'None']) await page.getByText(choice, { exact: true }).click();
  await page.reload({ waitUntil: 'commit' });
  const html = page.locator('html');
  await expect(html).toHaveAttribute('data-theme', 'dark');
  await expect(html).toHaveAttribute('data-density', 'compact');
  await expect(html).toHaveAttribute('data-motion', 'reduced');
});

test('what was said of leads by hand is remembered with the data @desktop', async ({ page, visit }) => {
  await visit();
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('dialog', { name: 'Settings' }).locator('.switch').click();
  await page.keyboard.press('Escape');
  await chooseFiles(page, file('leads.csv', leadsCsv), file('events.csv', eventsCsv));
  await page.getByRole('button', { name: 'Use this data' }).click();
  await openScreen(page, 'Hand-off');
  await page.getByRole('button', { name: 'Accept' }).first().click();
  const marked = page.locator('.marked li');
  await expect(marked).toContainText('Popescu'); // the name comes when the lead is looked up
  const said = (await marked.textContent()) ?? '';
  const waiting = page.getByText(/^To call: \d+$/);
  await expect(waiting).toHaveText('To call: 0');
  const kept = () =>
    page.evaluate(async () => {
      const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('mqlab');
      return (await (await folder.getFileHandle('contents.json')).getFile()).text();
    });
  await expect.poll(kept).toContain('sales_accepted');
  await page.reload();
  await expect(marked).toHaveText(said);
  await expect(page.getByRole('button', { name: 'Undo', exact: true })).toBeDisabled();
  await expect(page.getByRole('contentinfo')).toContainText('Scored 3 leads');
  await expect(waiting).toHaveText('To call: 0');
  await marked.getByRole('button').click();
  await expect(marked).toHaveCount(0);
  await expect(waiting).toHaveText('To call: 1');
  await expect.poll(kept).not.toContain('sales_accepted');
});

test('data is remembered only when asked for, and forgotten with all else @desktop', async ({ page, visit }) => {
  await visit();
  await chooseFiles(page, file('leads.csv', leadsCsv), file('events.csv', eventsCsv));
  await page.getByRole('button', { name: 'Use this data' }).click();
  await expect(page.getByRole('contentinfo')).toContainText('Scored 3 leads');
  await page.reload();
  await expect(page.getByRole('contentinfo')).toContainText('Scored 5,000 leads');

  await page.getByRole('button', { name: 'Settings' }).click();
  const settings = page.getByRole('dialog', { name: 'Settings' });
  await settings.locator('.switch').click();
  await expect(settings).toContainText('Nothing is kept yet');
  await page.keyboard.press('Escape');
  await chooseFiles(page, file('leads.csv', leadsCsv), file('events.csv', eventsCsv));
  await page.getByRole('button', { name: 'Use this data' }).click();
  await page.getByRole('button', { name: 'Settings' }).click();
  await expect(settings).toContainText(/bytes of data kept on/);
  await page.reload();
  await expect(page.getByRole('contentinfo')).toContainText('Scored 3 leads, 3 events');
  await expect(page.getByText(/leads.csv was kept on this device on .* and is open again/)).toBeVisible();

  await page.goto('./#/privacy');
  await page.getByRole('button', { name: 'Forget everything' }).click();
  await page.getByRole('button', { name: 'Forget it all' }).click();
  await expect(page.getByText(/^Removed: .*data .*page's own files/)).toBeVisible();
  const left = await page.evaluate(async () => {
    const files: string[] = [];
    for await (const name of (await navigator.storage.getDirectory()).keys()) files.push(name);
    const workers = (await navigator.serviceWorker.getRegistrations()).length;
    return { keys: Object.keys(localStorage), caches: await caches.keys(), workers, files };
  });
  expect(left).toEqual({ keys: [], caches: [], workers: 0, files: [] });
  await page.reload();
  await expect(page.getByRole('contentinfo')).toContainText('Scored 5,000 leads');
});
