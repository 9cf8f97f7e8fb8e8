import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chooseFiles, eventsCsv, expect, file, leadsCsv, test } from './page';

const single = pathToFileURL(resolve(import.meta.dirname, '../../build/single/mqlab.html')).href;

test('the one file scores the sample and own data from disk @desktop @firefox', async ({ page, requests }) => {
  await page.goto(single);
  const status = page.getByRole('contentinfo').getByRole('status');
  await expect(status).toHaveText(/^Scored 5,000 leads/);
  await chooseFiles(page, file('leads.csv', leadsCsv), file('events.csv', eventsCsv));
  await page.getByRole('button', { name: 'Use this data' }).click();
  await expect(status).toHaveText(/^Scored 3 leads, 3 events/);
  await page.goto(`${single}#/lead/A1`);
  await expect(page.getByRole('complementary', { name: 'Why this score' })).toContainText('Ana Popescu');
  expect(requests.filter((address) => address !== single)).toEqual([]);
});
