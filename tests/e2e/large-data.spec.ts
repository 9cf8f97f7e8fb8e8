// A million leads: real files of that size, with few columns.
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import type { Page, TestInfo } from '@playwright/test';
import { expect, openScreen, test } from './page';

/** Writes a file line by line; line 0 is its header. */
async function write(info: TestInfo, name: string, lines: number, line: (n: number) => string): Promise<string> {
  const path = info.outputPath(name);
  const stream = createWriteStream(path);
  for (let from = 0; from < lines; from += 10_000) {
    let text = '';
    for (let n = from; n < Math.min(lines, from + 10_000); n++) text += line(n);
    if (!stream.write(text)) await once(stream, 'drain');
  }
  stream.end();
  await finished(stream);
  return path;
}

const titles = ['Marketing Director', 'Buyer', 'CEO', 'Student'];
const leadLine = (n: number) => (n === 0 ? 'lead_id,job_title,employees\n' : `L${n},${titles[n % 4]},${n % 3000}\n`);
const eventLine = (n: number) =>
  n === 0 ? 'lead_id,time,type\n' : `L${1 + ((n * 7919) % 300_000)},2026-03-0${1 + (n % 9)},page_view\n`;

async function choose(page: Page, ...paths: string[]): Promise<void> {
  await openScreen(page, 'Data');
  await page.locator('input[type=file]').first().setInputFiles(paths);
  for (const path of paths) {
    await expect(page.getByRole('region', { name: path.replace(/.*\//, ''), exact: true })).toBeVisible();
  }
}

test('a load is told of, and cancelled; the former data stays @desktop', async ({ page, visit }, info) => {
  await visit();
  const leads = await write(info, 'leads.csv', 300_001, leadLine);
  const events = await write(info, 'events.csv', 4_000_000, eventLine);
  await choose(page, leads, events);
  await expect(page.getByText('This file is large')).toHaveCount(2);
  // The page itself cancels as soon as it tells of rows: from here, the click might come when all is loaded.
  const told = page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const observer = new MutationObserver(() => {
          const bar = document.querySelector('[role=progressbar]');
          const region = bar?.closest('section');
          const cancel = [...(region?.querySelectorAll('button') ?? [])].find((one) => one.textContent === 'Cancel');
          if (!region || !cancel || !/\d,\d{3} rows/.test(region.textContent ?? '')) return;
          observer.disconnect();
          cancel.click();
          resolve(region.textContent ?? '');
        });
        observer.observe(document.body, { childList: true, subtree: true, characterData: true });
      }),
  );
  await page.getByRole('button', { name: 'Use this data' }).click();
  expect(await told).toMatch(/MB of \d+ MB/);
  const loading = page.getByRole('region', { name: 'Loading your data' });
  await expect(loading).toBeHidden();
  await expect(page.getByRole('heading', { name: 'Preview' })).toBeVisible();
  await expect(page.getByRole('contentinfo')).toContainText('Scored 5,000 leads');
  await openScreen(page, 'Leads');
  await expect(page.getByRole('grid').getByRole('row').nth(1).getByRole('link')).toBeVisible();
});

test('a million leads: the last is reached by key, and no task holds the page @desktop', async ({
  page,
  visit,
}, info) => {
  await visit();
  const leads = await write(info, 'million.csv', 1_000_001, leadLine);
  await choose(page, leads);
  await page.evaluate(() => {
    const tasks: number[] = [];
    Object.assign(globalThis, { longTasks: tasks });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) tasks.push(duration);
    }).observe({ entryTypes: ['longtask'] });
  });
  await page.getByRole('button', { name: 'Use this data' }).click();
  await expect(page.getByRole('contentinfo')).toHaveText(/^Scored 1,000,000 leads(?!.*updated)/, { timeout: 60_000 });
  await openScreen(page, 'Leads');
  const grid = page.getByRole('grid', { name: 'Leads' });
  await expect(grid).toHaveAttribute('aria-rowcount', '1000001');
  await grid.focus();
  for (const key of ['Control+End', 'Home', 'End', 'PageUp', 'PageDown']) await page.keyboard.press(key);
  const last = page.locator('.table-row[aria-rowindex="1000001"]');
  await expect(last.getByRole('link')).toBeVisible();
  await expect(last).toHaveClass(/active/);
  const tasks = await page.evaluate(() => (globalThis as unknown as { longTasks: number[] }).longTasks);
  info.annotations.push({ type: 'long tasks (ms)', description: tasks.map(Math.round).join(' ') || 'none' });
});

test('the line is moved by key and by pointer, as one step @firefox', async ({ page, visit }) => {
  await visit();
  const line = page.getByRole('slider', { name: /Points needed/ });
  const before = Number(await line.getAttribute('aria-valuenow'));
  const headline = page.locator('.headline h1');
  const words = (await headline.textContent()) ?? '';
  await line.focus();
  await page.keyboard.press('PageDown');
  await expect(line).toHaveAttribute('aria-valuenow', String(before - 10));
  await expect(line).toHaveAttribute('aria-valuetext', /leads have \d+ points or more/);
  await expect(headline).not.toHaveText(words);
  await expect(page.getByRole('button', { name: `Undo: Marketing qualified: from ${before} to` })).toBeEnabled();

  await line.scrollIntoViewIfNeeded();
  const box = await line.locator('.grip').boundingBox();
  if (!box) throw new Error('no grip');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let step = 1; step <= 8; step++) await page.mouse.move(x + step * 5, y);
  const moved = Number(await line.getAttribute('aria-valuenow'));
  expect(moved).toBeGreaterThan(before - 10);
  await page.mouse.up();
  await expect(line).toHaveAttribute('aria-valuenow', String(moved));
  await page.getByRole('button', { name: /^Undo/ }).click();
  await expect(line).toHaveAttribute('aria-valuenow', String(before - 10));
  await page.getByRole('button', { name: /^Undo/ }).click();
  await expect(line).toHaveAttribute('aria-valuenow', String(before));
  await expect(headline).toHaveText(words);
});
