// What the journeys share: opening the page, its network log, and small real files.
import { test as base, type ConsoleMessage, expect, type Locator, type Page } from '@playwright/test';

export const leadsCsv = `lead_id,email,first_name,last_name,job_title,company,employees,country,created_at
A1,ana@acme.example,Ana,Popescu,Marketing Director,Acme,250,RO,2026-01-10
A2,piotr@dunav.example,Piotr,Nowak,Buyer,Dunav,40,PL,2026-02-01
A3,=cmd@x.example,Eve,Formula,+CEO,"=1+2",12,RO,2026-02-03
`;
export const eventsCsv = `lead_id,time,type,asset,campaign,channel,value
A1,2026-03-01T09:30:00Z,demo_request,demo,,,
A1,2026-03-02T09:30:00Z,page_view,/pricing,,,
A2,2026-03-03T10:00:00Z,email_open,newsletter,,,
ZZ,2026-03-03T10:00:00Z,email_open,newsletter,,,
`;

export const file = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

interface Fixtures {
  /** Opens an address of the page and waits for the first scored result. */
  visit: (hash?: string) => Promise<void>;
  /** Requests of the page so far; blobs and data are none. */
  requests: string[];
}

export const test = base.extend<Fixtures>({
  requests: async ({ page }, use) => {
    const requests: string[] = [];
    page.on('request', (request) => {
      if (!/^(blob|data):/.test(request.url())) requests.push(request.url());
    });
    await use(requests);
  },
  // Nothing may be refused by the page's own policy, nor fail without a word.
  visit: async ({ page, requests: _ }, use) => {
    const complaints: string[] = [];
    page.on('console', (message: ConsoleMessage) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    await use(async (hash = '') => {
      await page.goto(`./${hash}`);
      await expect(page.getByRole('contentinfo').getByRole('status')).toHaveText(/^Scored 5,000 leads/);
    });
    expect(complaints).toEqual([]);
  },
});

export { expect };

/** The figure of the headline. */
export async function headline(page: Page): Promise<number> {
  const figure = page.locator('.headline strong');
  await expect(figure).toBeVisible();
  return Number((await figure.textContent())?.replaceAll(',', ''));
}

type ScreenName = 'Results' | 'Leads' | 'Hand-off' | 'Funnel' | 'Rules' | 'Data' | 'Report';

export async function openScreen(page: Page, name: ScreenName): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name }).click();
}

/** Writes over what a field holds, key by key. */
export async function write(field: Locator, text: string): Promise<void> {
  await field.press('ControlOrMeta+a');
  await field.pressSequentially(text);
}

/** On a phone there is no button to undo when there is nothing to undo. */
export async function undoAll(page: Page): Promise<void> {
  const undo = page.getByRole('button', { name: /^Undo/ });
  while ((await undo.isVisible()) && (await undo.isEnabled())) await undo.click();
}

const screens = {
  results: '.headline strong',
  leads: '.table-row a',
  lead: '.score-block',
  sales: '.call .checklist',
  'sales/nurture': '.fading-list a',
  funnel: '.funnel-screen [role=tabpanel]',
  rules: '.rule',
  report: '.document footer',
  data: '.drop-zone',
};

/** Looks at one screen after the other, in whatever language they are. */
export async function eachScreen(page: Page, look: (screen: string) => Promise<void>): Promise<void> {
  const show = async (screen: string, sign: string) => {
    await expect(page.locator(sign).first()).toBeVisible();
    await look(screen);
  };
  for (const [screen, sign] of Object.entries(screens)) {
    await page.goto(`./#/${screen === 'lead' ? 'lead/L00001' : screen}`);
    await show(screen, sign);
  }
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles([file('people.csv', leadsCsv), file('visits.csv', eventsCsv)]);
  await expect(page.locator('.draft-file')).toHaveCount(2);
  await page.locator('details').evaluateAll((all) => {
    for (const one of all) one.setAttribute('open', '');
  });
  await show('preview', '.draft section:nth-of-type(2)');
  await page.goto('./#/rules');
  await page.getByRole('tab').nth(1).click();
  await show('rule file', '.rule-issues');
}

/** Gives files to the page and waits for their preview. */
export async function chooseFiles(page: Page, ...files: ReturnType<typeof file>[]): Promise<void> {
  await openScreen(page, 'Data');
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose files' }).click();
  await (await chooser).setFiles(files);
  await expect(page.getByRole('heading', { name: 'Preview' })).toBeVisible();
  for (const { name } of files) await expect(page.getByRole('region', { name, exact: true })).toBeVisible();
}
