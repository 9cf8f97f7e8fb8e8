import { expect, test } from './page';

test('nothing can leave the page', async ({ page }) => {
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
