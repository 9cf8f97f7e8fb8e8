import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { chooseFiles, eventsCsv, expect, file, leadsCsv, openScreen, test } from './page';

test('nothing can leave the page @desktop', async ({ page }) => {
  // No `visit` here: what is refused is told on the console.
  await page.goto('./');
  await expect(page.locator('.headline strong')).toBeVisible();
  // The browser tells of requests that the policy stops before they leave; an answer shows one that left. Chunks of
  // the page itself may still come.
  const answered: string[] = [];
  page.on('response', (response) => {
    if (!/^blob:|\/assets\//.test(response.url())) answered.push(response.url());
  });
  const outcomes = await page.evaluate(async () => {
    const outcome = async (attempt: () => unknown) => {
      try {
        await attempt();
        return 'allowed';
      } catch {
        return 'refused';
      }
    };
    const image = () =>
      new Promise((resolve, reject) => {
        const element = new Image();
        element.onload = resolve;
        element.onerror = reject;
        element.src = 'http://127.0.0.1:9/x.png';
      });
    navigator.sendBeacon('./beacon', 'x');
    return {
      fetch: await outcome(() => fetch('./index.html')),
      image: await outcome(image),
      socket: await outcome(
        () =>
          new Promise((resolve, reject) => {
            const socket = new WebSocket('ws://127.0.0.1:9/');
            socket.onopen = resolve;
            socket.onerror = reject;
          }),
      ),
      // A worker of this page is bound by the page's policy.
      worker: await outcome(
        () =>
          new Promise((resolve, reject) => {
            const code = `fetch('${location.href}').then(() => postMessage(true), () => postMessage(false))`;
            const worker = new Worker(URL.createObjectURL(new Blob([code], { type: 'text/javascript' })));
            worker.onmessage = ({ data }) => (data ? resolve(data) : reject());
          }),
      ),
      address: await outcome(() => new Worker('./worker.js')),
      html: await outcome(() => {
        document.createElement('div').innerHTML = '<b>x</b>';
      }),
      rtc: 'RTCPeerConnection' in window ? 'allowed' : 'refused',
    };
  });
  expect(outcomes).toEqual({
    fetch: 'refused',
    image: 'refused',
    socket: 'refused',
    worker: 'refused',
    address: 'refused',
    html: 'refused',
    rtc: 'refused',
  });
  expect(answered).toEqual([]);
});

test('the page proves it to whoever asks @desktop', async ({ page }) => {
  await page.goto('./#/privacy');
  const answered: string[] = [];
  page.on('response', (response) => {
    if (response.url().endsWith('/proof')) answered.push(response.url());
  });
  await page.getByRole('button', { name: 'Run the proof' }).click();
  await expect(page.getByText('9 of 9 stopped.')).toBeVisible();
  const proof = page.locator('.proof li');
  await expect(proof.filter({ hasText: 'from inside the engine' })).toContainText('connect-src');
  await expect(proof.filter({ hasText: 'form' })).toContainText('form-action');
  await expect(proof.filter({ hasText: 'image' })).toContainText('img-src');
  expect(answered).toEqual([]);
  await expect(page.locator('.policy')).toContainText("connect-src 'none'");
});

test('the one-file page is there to take away @desktop', async ({ page, visit }) => {
  await visit('#/privacy');
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: /Download the one-file version/ }).click();
  const bytes = await readFile((await (await download).path()) ?? '');
  const hash = createHash('sha256').update(bytes).digest('hex');
  await expect(page.locator('.hash code')).toHaveText(hash);
});

test('asks nothing of the network from the first opened file on @desktop', async ({ page, visit, context }) => {
  const asked: string[] = [];
  context.on('request', (request) => {
    if (!/^(blob|data):/.test(request.url())) asked.push(request.url());
  });
  await visit();
  await chooseFiles(page, file('leads.csv', leadsCsv), file('events.csv', eventsCsv));
  const before = asked.length;
  await page.getByRole('button', { name: 'Use this data' }).click();
  await expect(page.getByRole('contentinfo')).toContainText('Scored 3 leads');
  for (const screen of ['Results', 'Leads', 'Rules', 'Data'] as const) {
    await openScreen(page, screen);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  }
  for (const language of ['pl', 'ru', 'bs', 'ro', 'en']) {
    await page.locator('#language').selectOption(language);
    await expect(page.locator('html')).toHaveAttribute('lang', language);
  }
  for (const name of ['Share', 'Settings', /rule sets$/]) {
    await page.getByRole('banner').getByRole('button', { name }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.press('Escape');
  }
  await page.getByRole('link', { name: 'Nothing leaves this page' }).click();
  await page.getByRole('button', { name: 'Check the copies on this device' }).click();
  await expect(page.getByText(/exactly as listed/)).toBeVisible();
  expect(asked.slice(before)).toEqual([]);
});
