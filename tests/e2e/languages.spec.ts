import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { eachScreen, eventsCsv, expect, leadsCsv, test } from './page';
import { pseudoChunk } from './pseudo-language';
import { cutOff, sideways, softly, texts } from './seen';

// The service worker would answer for the chunk that a test replaces.
test.use({ serviceWorkers: 'block' });

const read = (path: string) => JSON.parse(readFileSync(resolve(import.meta.dirname, '../..', path), 'utf8'));
const catalogue = (language: string): Record<string, string> => read(`web/src/i18n/${language}.json`);
const english = catalogue('en');

/** The texts in a value; of its keys those that are none of the format. */
const strings = (value: unknown): string[] => {
  if (!(value instanceof Object)) return typeof value === 'string' ? [value] : [];
  return [...Object.keys(value).filter((key) => /[A-Z]/.test(key)), ...Object.values(value).flatMap(strings)];
};
/** The texts of the rules and of the journeys' files, which are in no catalogue; the longest first. */
const data = [
  ...strings(read('rules/b2b-sample.json')),
  ...['email sent', 'webinar register', 'meeting booked'], // of the sample, in no rule
  ...['No authority', 'No need now', 'Not reached', 'No budget', 'Company too small'], // why its sales reject
  'people.csv',
  'visits.csv',
  ...['utf-8', 'UTC'], // names of encodings and zones
  ...`${leadsCsv},${eventsCsv}`.split(/[,\n]/),
]
  .flatMap((text) => [text.toLowerCase(), text.toLowerCase().replaceAll('_', ' ')])
  .filter((text) => text.length > 2)
  .sort((a, b) => b.length - a.length);
// What the browser and React Aria say in Polish.
const polish = /zmniejsz|zwiększ|lub|oraz|sty|lut|mar|kwi|maj|cze|lip|sie|wrz|paź|lis|gru|pon|czw|sob|niedz/g;

test('every screen in five languages @desktop', async ({ page, visit }) => {
  test.slow();
  await visit();
  const figure = page.locator('.headline strong');
  const digits = async () => (await figure.textContent())?.replace(/\D/g, '');
  const qualified = await digits();
  for (const language of ['ro', 'pl', 'ru', 'bs', 'en']) {
    const own = catalogue(language);
    const left = new Set(Object.keys(english).flatMap((key) => (own[key] === english[key] ? [] : [english[key]])));
    for (const text of Object.values(own)) left.delete(text);
    await page.locator('#language').selectOption(language);
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    await eachScreen(page, async (screen) => {
      if (screen === 'results') expect(await digits()).toBe(qualified);
      const seen = await texts(page);
      expect(seen.length).toBeGreaterThan(20);
      expect(
        seen.filter((text) => Object.hasOwn(english, text)),
        `keys, ${screen} in ${language}`,
      ).toEqual([]);
      const untranslated = seen.filter((text) => left.has(text) && !data.includes(text.toLowerCase()));
      expect(untranslated, `English, ${screen} in ${language}`).toEqual([]);
      await expect(page).toHaveTitle(/ – mqlab$/);
    });
  }
});

test('another language keeps the open lead and what can be undone @desktop @firefox', async ({ page, visit }) => {
  await visit();
  const figure = page.locator('.headline strong');
  const before = await figure.textContent();
  await page.getByRole('slider', { name: /Points needed/ }).press('PageDown');
  await expect(figure).not.toHaveText(before ?? '');
  await page.goto('./#/leads');
  await page.locator('.table-row a').first().click();
  const name = await page.locator('.lead-title h1').textContent();
  const address = page.url();
  const choice = page.locator('#language');
  await choice.selectOption('bs');
  await expect(choice).toBeFocused();
  await expect(page.locator('.lead-title h1')).toHaveText(name ?? '');
  expect(page.url()).toBe(address);
  await expect(page.getByRole('contentinfo')).toContainText(
    / \d+\. (jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec) \d{4}\./,
  );
  await page.goto('./#/results');
  await page.keyboard.press('Control+z');
  await expect(figure).toHaveText(before ?? '');
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('lang', 'bs');
});

test('texts that are longer by half fit every width, and all are of the catalogue @desktop', async ({ page }, info) => {
  await page.route('**/assets/pl-*.js', (route) =>
    route.fulfill({ contentType: 'text/javascript', body: pseudoChunk() }),
  );
  await page.addInitScript(() => localStorage.setItem('mqlab/language', 'pl'));
  await page.goto('./');
  await eachScreen(page, async (screen) => {
    const words = await texts(
      page,
      'nav, header, button, h1, h2, h3, h4, label, summary, legend, th',
      '.lead-title, .lead-fields dd, .doc-examples tbody th, option, .call-who',
    );
    const besidesData = (text: string) => data.reduce((rest, one) => rest.replaceAll(one, ''), text.toLowerCase());
    const plain = words.filter((text) => /[a-z]{3}/.test(besidesData(text).replace(polish, '')));
    expect.soft(plain, `${screen}: no text of the catalogue`).toEqual([]);
    for (const [width, height] of [
      [1280, 900],
      [390, 844],
      [320, 640],
    ] as const) {
      await page.setViewportSize({ width, height });
      // Charts take up their new width a moment later.
      await softly.poll(() => sideways(page), `${screen} at ${width}: sideways`).toEqual([0, 0]);
      await softly.poll(() => cutOff(page), `${screen} at ${width}: cut off`).toEqual([]);
      await page.screenshot({ path: info.outputPath(`${screen} ${width}.png`) });
    }
    await page.setViewportSize({ width: 1280, height: 900 });
  });
});
